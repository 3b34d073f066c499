#include "ingest/csv_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/basket_reader.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/csv_file_text.hpp"
#include "ingest/csv_row_batch.hpp"
#include "ingest/csv_row_shapes.hpp"
#include "ingest/csv_scanner.hpp"
#include "ingest/csv_sniffer.hpp"
#include "ingest/row_mender.hpp"

namespace attune::ingest {
namespace {

constexpr std::size_t kMaxColumns = 16'384;
constexpr std::size_t kMaxMendedBytes = std::size_t{64} << 10U;
constexpr std::size_t kMaxMendingBudget = std::size_t{16} << 20U;
constexpr std::size_t kLongCell = 24;  // bytes: shorter ones are not worth a place in the file
constexpr std::size_t kMaxHeldRows = 50;
constexpr double kEnoughToForesee = 4 << 20;  // bytes: after so many it is clear how long the rows are
constexpr double kMargin = 1.02;
constexpr std::size_t kRoomForBatch = std::size_t{1} << 20U;  // bytes, more than a batch takes for a moment
constexpr std::size_t kMaxTables = 1000;
constexpr const char* kOtherSeparator = "This row uses another separator than the table";

class CsvReader final : public FormatReader {
 public:
  explicit CsvReader(ReadState& state) : state_{state} {}

  Result<void> feed(std::string_view text) override {
    if (baskets_) return baskets_->feed(text);
    if (!scanner_) {
      const std::size_t wanted = std::min(text.size(), kSampleBytes - sample_.size());
      sample_.append(text.substr(0, wanted));
      if (sample_.size() < kSampleBytes) return {};
      start(false);
      text.remove_prefix(wanted);
      if (baskets_) return baskets_->feed(text);
    }
    scanner_->feed(text);
    read_records();
    return {};
  }

  Result<bool> finish_step() override {
    if (!scanner_ && !baskets_) start(true);
    if (baskets_) return baskets_->finish_step();
    scanner_->finish();
    read_records();
    flush_possible_header();
    for (HeldRow& held : std::exchange(held_rows_, {})) {
      state_.diagnostics.add({DiagnosticKind::SkippedLines,
                              held.line,
                              {},
                              "This line stands after the table",
                              std::move(held.raw),
                              {}});
    }
    if (!has_table_ && !headers_.empty()) begin_table(std::exchange(headers_, {}), width_);
    if (state_.tables.empty()) {
      return Error{ErrorCode::EmptyInput,
                   "There is no table in this file; choose another one: " + state_.file.name, ""};
    }
    return true;
  }

 private:
  // A row put aside until it is known what it is.
  struct HeldRow {
    std::uint64_t line = 0;
    std::string raw;
    std::vector<std::string> cells;
  };

  void start(bool is_whole) {
    SniffedText sniffed = sniff_csv(sample_, is_whole, state_.options);
    state_.detection.dialect = sniffed.dialect;
    state_.detection.header_rows = sniffed.layout.header_rows;
    state_.detection.skipped_lines = sniffed.layout.skipped_lines;
    state_.detection.baskets = sniffed.baskets;
    if (sniffed.baskets.value) {
      baskets_ = make_basket_reader(state_);
      static_cast<void>(baskets_->feed(std::exchange(sample_, {})));
      return;
    }
    width_ = sniffed.layout.column_count;
    sampled_rows_ = std::move(sniffed.rows);
    scanner_.emplace(sniffed.dialect.value);
    scanner_->feed(std::exchange(sample_, {}));
    read_records();
  }

  void read_records() {
    for (;;) {
      while (read_batch()) {
      }
      if (scanner_->next(record_) != CsvScanner::Next::Record) return;
      take(record_);
    }
  }

  // Many rows in one go, while nothing is odd; false if there are none.
  bool read_batch() {
    if (!batch_ || after_blank_ || possible_header_ || !held_rows_.empty()) return false;
    batch_->read(scanner_->unread());
    for (std::size_t row = 0; row < batch_->size(); ++row) {
      if (begins_like_header(*batch_, row)) batch_->cut(row);
    }
    if (batch_->size() == 0) return false;
    std::optional<std::uint64_t> text_begin = state_.text_begin;
    if (text_begin) *text_begin += scanner_->unread_offset();
    if (text_begin && !table::FilePlace::fits(*text_begin + batch_->size_bytes(), 0)) text_begin.reset();
    std::vector<table::Column>& columns = state_.tables[table_].columns;
    if (text_begin) make_room(columns, *text_begin + batch_->size_bytes());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (text_begin) leave_in_file(columns[i].cells);
      batch_->append_column(i, text_begin, columns[i].cells);
    }
    mending_budget_ = std::min(kMaxMendingBudget, mending_budget_ + batch_->size_bytes());
    scanner_->skip(batch_->size_bytes(), batch_->lines());
    return true;
  }

  // Asks for the memory that the rest of a large file will take, by what `read_bytes` of it took: growing by
  // doubling would take up to three times as much.
  void make_room(std::vector<table::Column>& columns, std::uint64_t read_bytes) const {
    if (static_cast<double>(read_bytes) < kEnoughToForesee) return;
    const double growth =
        kMargin * static_cast<double>(state_.file.size_bytes) / static_cast<double>(read_bytes);
    if (growth <= kMargin) return;
    const auto grown = [growth](std::size_t now) {
      return static_cast<std::size_t>(static_cast<double>(now) * growth);
    };
    for (auto& [name, cells] : columns) {
      if (cells.has_room(batch_->size(), batch_->size_bytes())) continue;
      const bool stays = cells.size_bytes() <= kLongCell * cells.size();
      const std::size_t bytes = grown(cells.size_bytes());
      const std::size_t most = stays ? bytes : std::min(bytes, state_.file.max_text_bytes);
      cells.reserve(grown(cells.size() + batch_->size()), most + kRoomForBatch);
    }
  }

  // Further texts of a column that holds much of them stay in the file.
  void leave_in_file(table::StringColumn& cells) {
    const bool is_large =
        cells.size_bytes() > state_.file.max_text_bytes && cells.size_bytes() > kLongCell * cells.size();
    if (!is_large || cells.is_kept_in_file()) return;
    if (!file_text_)
      file_text_ =
          std::make_shared<CsvFileText>(state_.file.bytes, state_.file.size_bytes, scanner_->dialect().quote);
    cells.keep_in(file_text_);
  }

  // Perhaps the header again (see is_header_again): its first or second name is there.
  [[nodiscard]] bool begins_like_header(const CsvRowBatch& batch, std::size_t row) const {
    if (header_.size() < 2 || columns_ < 2) return false;
    return batch.raw_cell(row, 0) == header_[0] || batch.raw_cell(row, 1) == header_[1];
  }

  [[nodiscard]] std::vector<std::string> cells_of(const CsvRecord& record) {
    std::vector<std::string> cells;
    for (const CsvField& field : record.fields) cells.emplace_back(scanner_->cell(record, field, scratch_));
    return cells;
  }

  void take(const CsvRecord& record) {
    if (record.is_blank()) {
      after_blank_ = true;
      return;
    }
    if (record.line <= state_.detection.skipped_lines.value) {
      tell(DiagnosticKind::SkippedLines, record, "This line stands before the table");
      return;
    }
    if (record.is_too_long) {
      tell(DiagnosticKind::RejectedRow, record, "This row is longer than 32 MB and was left out");
      return;
    }
    if (!has_table_) {
      if (headers_.size() < state_.detection.header_rows.value) {
        if (mend_quotes(record)) return;
        headers_.push_back(cells_of(record));
        return;
      }
      begin_table(std::exchange(headers_, {}), width_);
    }
    add_row(record);
    after_blank_ = false;
  }

  void begin_table(std::vector<std::vector<std::string>> headers, std::size_t width) {
    if (!headers.empty())
      width = has_table_ ? headers.front().size() : std::max(width, headers.front().size());
    if (width > kMaxColumns) {
      state_.diagnostics.add(
          {DiagnosticKind::LimitReached, 0, {}, "Only the first 16384 columns were read", {}, {}});
      width = kMaxColumns;
    }
    const std::size_t number = ++tables_;
    table::Table table{
        number == 1 ? state_.file.name : state_.file.name + " (" + std::to_string(number) + ")", {}};
    for (std::string& name : table::unique_names(join_header(headers, width)))
      table.columns.push_back({std::move(name), {}});
    table_ = state_.tables.size();
    state_.tables.push_back(std::move(table));
    has_table_ = true;
    columns_ = width;
    batch_.reset();
    if (width > 0 && CsvRowBatch::can_read(scanner_->dialect())) batch_.emplace(scanner_->dialect(), width);
    header_ = headers.empty() ? std::vector<std::string>{} : std::move(headers.front());
    mender_.reset();
  }

  // The fast path: a row as wide as the table.
  void add_row(const CsvRecord& record) {
    std::vector<table::Column>& columns = state_.tables[table_].columns;
    if (possible_header_ || !held_rows_.empty() || is_header_again(record)) {
      add_row_slowly(record);
      return;
    }
    if (has_damage_over_lines(record) && mend_quotes(record)) return;
    if (record.fields.size() != columns.size() || (after_blank_ && !header_.empty())) {
      add_row_slowly(record);
      return;
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
      columns[i].cells.append(scanner_->cell(record, record.fields[i], scratch_));
    mending_budget_ = std::min(kMaxMendingBudget, mending_budget_ + record.raw.size());
  }

  void add_row_slowly(const CsvRecord& record) {
    const std::size_t width = state_.tables[table_].columns.size();
    std::vector<std::string> cells = cells_of(record);
    if (possible_header_) {
      const bool is_table =
          cells.size() == possible_header_->cells.size() && std::any_of(cells.begin(), cells.end(), is_value);
      if (is_table) {
        flush_held_rows();
        begin_table({std::exchange(possible_header_, {})->cells}, 0);
        append(cells);
        return;
      }
      flush_possible_header();
    }
    if (is_header_again(record) && may_begin_table()) {
      flush_held_rows();
      begin_table({std::move(cells)}, 0);
      return;
    }
    if (cells.size() != width && mend_quotes(record)) return;
    HeldRow row{record.line, std::string{record.raw.substr(0, Diagnostics::kMaxRawBytes + 4)},
                std::move(cells)};
    if (after_blank_ && row.cells.size() != width && row.cells.size() > 1 && reads_like_header(row.cells) &&
        may_begin_table()) {
      possible_header_ = std::move(row);
    } else if (width >= 3 && is_narrow(row.cells, width, after_blank_) && held_rows_.size() < kMaxHeldRows &&
               !record.is_damaged) {
      held_rows_.push_back(std::move(row));
    } else {
      flush_held_rows();
      add_cells(row, record.raw.size() <= kMaxMendedBytes ? record.raw : std::string_view{});
    }
  }

  // Beyond that, rows stay in the last table.
  bool may_begin_table() {
    if (tables_ < kMaxTables) return true;
    if (!std::exchange(has_too_many_tables_, true)) {
      state_.diagnostics.add(
          {DiagnosticKind::LimitReached,
           0,
           {},
           "There are more than 1000 tables in this file; the rows of further ones stand in the "
           "last table",
           {},
           {}});
    }
    return false;
  }

  // Concatenated exports repeat their header.
  [[nodiscard]] bool is_header_again(const CsvRecord& record) {
    if (header_.size() < 2 || record.fields.size() < 2) return false;
    if (scanner_->cell(record, record.fields[0], scratch_) != header_[0] &&
        scanner_->cell(record, record.fields[1], scratch_) != header_[1])
      return false;
    std::size_t equal = 0;
    for (std::size_t i = 0; i < header_.size() && i < record.fields.size(); ++i) {
      equal +=
          !header_[i].empty() && scanner_->cell(record, record.fields[i], scratch_) == header_[i] ? 1U : 0U;
    }
    return equal >= 2 && equal * 3 >= std::min(header_.size(), record.fields.size()) * 2;
  }

  // A quote that should be text has joined cells or rows: if the record has the right width without it, it is
  // read again that way. True if so.
  bool mend_quotes(const CsvRecord& record) {
    const std::size_t wanted = has_table_ ? state_.tables[table_].columns.size() : width_;
    const bool swallows_lines = has_damage_over_lines(record);
    if ((record.fields.size() == wanted && !swallows_lines) || record.raw.size() > kMaxMendedBytes)
      return false;
    std::size_t tries = 0;
    for (const CsvField& field : record.fields) {
      const std::string_view text = record.raw.substr(field.begin, field.end - field.begin);
      const bool is_suspect = field.is_quoted && (field.is_damaged || field.has_escapes ||
                                                  text.find('\n') != std::string_view::npos);
      if (!is_suspect || mending_budget_ < record.raw.size() || ++tries > 8) continue;
      mending_budget_ -= record.raw.size();
      CsvScanner alone{scanner_->dialect()};
      alone.feed(record.raw);
      alone.finish();
      CsvRecord again;
      static_cast<void>(alone.next(again));
      alone.read_again(again, field.begin - 1);
      static_cast<void>(alone.next(again));
      if (again.fields.size() != wanted) continue;
      // A row of the right width already: only where the lines it has swallowed are rows as well.
      if (record.fields.size() == wanted &&
          (alone.next(again) != CsvScanner::Next::Record || again.fields.size() != wanted))
        continue;
      tell(DiagnosticKind::RepairedRow, record,
           "A quotation mark in this row is not closed; it was read as text");
      scanner_->read_again(record, field.begin - 1);
      return true;
    }
    return false;
  }

  void add_cells(HeldRow& row, std::string_view raw) {
    const std::size_t width = state_.tables[table_].columns.size();
    if (row.cells.size() != width) {
      std::optional<MendedRow> mended = mend(row, raw);
      if (mended) {
        tell(DiagnosticKind::RepairedRow, row, mended->reason);
        append(mended->cells);
        return;
      }
      const bool is_short = row.cells.size() < width;
      const bool has_text_beyond =
          !is_short && std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(width), row.cells.end(),
                                   [](const std::string& c) { return !trimmed(c).empty(); });
      if (is_short)
        tell(DiagnosticKind::MissingCells, row,
             "This row has fewer cells than the table; the missing ones are empty");
      if (has_text_beyond)
        tell(DiagnosticKind::ExtraCells, row,
             "This row has more cells than the table; the extra ones were left out");
    }
    append(row.cells);
  }

  std::optional<MendedRow> mend(const HeldRow& row, std::string_view raw) {
    const std::size_t width = state_.tables[table_].columns.size();
    if (raw.size() > mending_budget_) return std::nullopt;
    mending_budget_ -= raw.size();
    // Only this row may use another separator.
    if (!raw.empty() && width > 2 && row.cells.size() < width) {
      for (const std::string_view delimiter : {",", ";", "\t", "|", " "}) {
        if (delimiter == scanner_->dialect().delimiter || raw.find(delimiter) == std::string_view::npos)
          continue;
        CsvDialect dialect = scanner_->dialect();
        dialect.delimiter = delimiter;
        CsvScanner other{dialect};
        other.feed(raw);
        other.finish();
        CsvRecord again;
        if (other.next(again) != CsvScanner::Next::Record || again.raw.size() != raw.size()) continue;
        MendedRow mended{{}, kOtherSeparator, 0};
        for (const CsvField& field : again.fields)
          mended.cells.emplace_back(other.cell(again, field, scratch_));
        if (mended.cells.size() == width) return mended;
        if (mended.cells.size() < row.cells.size() + 2 || tables_ > 1) continue;
        std::optional<MendedRow> fitted = mender().mend(mended.cells, delimiter);
        if (!fitted || fitted->cost > 0.8 * static_cast<double>(width)) continue;
        fitted->reason = kOtherSeparator;
        return fitted;
      }
    }
    if (tables_ > 1) return std::nullopt;  // the columns of further tables were not learnt
    return mender().mend(row.cells, scanner_->dialect().delimiter);
  }

  const RowMender& mender() {
    if (!mender_) mender_.emplace(sampled_rows_, state_.tables[table_].columns.size());
    return *mender_;
  }

  void append(const std::vector<std::string>& cells) {
    std::vector<table::Column>& columns = state_.tables[table_].columns;
    for (std::size_t i = 0; i < columns.size(); ++i)
      columns[i].cells.append(i < cells.size() ? std::string_view{cells[i]} : std::string_view{});
  }

  void flush_possible_header() {
    if (!possible_header_) return;
    HeldRow row = *std::exchange(possible_header_, {});
    flush_held_rows();
    add_cells(row, {});
  }

  void flush_held_rows() {
    for (HeldRow& row : std::exchange(held_rows_, {})) add_cells(row, row.raw);
  }

  void tell(DiagnosticKind kind, const CsvRecord& record, const char* reason) {
    state_.diagnostics.add({kind,
                            record.line,
                            {},
                            reason,
                            std::string{record.raw.substr(0, Diagnostics::kMaxRawBytes + 4)},
                            {}});
  }
  void tell(DiagnosticKind kind, const HeldRow& row, const char* reason) {
    state_.diagnostics.add({kind, row.line, {}, reason, row.raw, {}});
  }

  ReadState& state_;
  std::unique_ptr<FormatReader> baskets_;  // if that is what the lines are
  std::string sample_;
  std::optional<CsvScanner> scanner_;
  std::size_t width_ = 1;
  std::vector<SampleRow> sampled_rows_;
  std::vector<std::vector<std::string>> headers_;

  std::size_t table_ = 0;  // in state_.tables
  std::size_t tables_ = 0;
  bool has_table_ = false;
  bool has_too_many_tables_ = false;
  std::size_t columns_ = 0;           // of the table
  std::optional<CsvRowBatch> batch_;  // if its dialect allows it
  std::shared_ptr<const table::FileText> file_text_;
  std::vector<std::string> header_;  // the first header row of the table
  bool after_blank_ = false;
  std::optional<HeldRow> possible_header_;  // of another table below the first
  std::vector<HeldRow> held_rows_;          // narrow rows: a footer, if nothing follows them
  std::optional<RowMender> mender_;
  std::size_t mending_budget_ = std::size_t{1} << 20U;  // bytes that may be read again; grows with good rows
  CsvRecord record_;
  std::string scratch_;
};

}  // namespace

std::unique_ptr<FormatReader> make_csv_reader(ReadState& state) { return std::make_unique<CsvReader>(state); }

}  // namespace attune::ingest
