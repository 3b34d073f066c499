#include "ingest/csv_reader.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/cell_shapes.hpp"
#include "ingest/csv_scanner.hpp"
#include "ingest/csv_sniffer.hpp"

namespace attune::ingest {
namespace {

class CsvReader final : public FormatReader {
 public:
  explicit CsvReader(ReadState& state) : state_{state} {}

  Result<void> feed(std::string_view text) override {
    if (!scanner_) {
      const std::size_t wanted = std::min(text.size(), kSampleBytes - sample_.size());
      sample_.append(text.substr(0, wanted));
      if (sample_.size() < kSampleBytes) return {};
      start(false);
      text.remove_prefix(wanted);
    }
    scanner_->feed(text);
    read_records();
    return {};
  }

  Result<bool> finish_step() override {
    if (!scanner_) start(true);
    scanner_->finish();
    read_records();
    if (state_.tables.empty() && !headers_.empty()) begin_table(headers_.front().size());
    if (state_.tables.empty()) {
      return Error{ErrorCode::EmptyInput,
                   "There is no table in this file; choose another one: " + state_.file.name, ""};
    }
    return true;
  }

 private:
  void start(bool is_whole) {
    SniffedText sniffed = sniff_csv(sample_, is_whole, state_.options);
    state_.detection.dialect = sniffed.dialect;
    state_.detection.header_rows = sniffed.layout.header_rows;
    state_.detection.skipped_lines = sniffed.layout.skipped_lines;
    width_ = sniffed.layout.column_count;
    scanner_.emplace(sniffed.dialect.value);
    scanner_->feed(std::exchange(sample_, {}));
    read_records();
  }

  void read_records() {
    while (scanner_->next(record_) == CsvScanner::Next::Record) take(record_);
  }

  void take(const CsvRecord& record) {
    if (record.is_blank()) return;
    if (record.line <= state_.detection.skipped_lines.value) {
      tell(DiagnosticKind::SkippedLines, record, "This line stands before the table");
      return;
    }
    if (record.is_too_long) {
      tell(DiagnosticKind::RejectedRow, record, "This row is longer than 32 MB and was left out");
      return;
    }
    if (headers_.size() < state_.detection.header_rows.value) {
      std::vector<std::string> names;
      for (const CsvField& field : record.fields) names.emplace_back(scanner_->cell(record, field, scratch_));
      headers_.push_back(std::move(names));
      return;
    }
    if (state_.tables.empty())
      begin_table(std::max(headers_.empty() ? std::size_t{0} : headers_.front().size(), width_));
    add_row(record);
  }

  void begin_table(std::size_t width) {
    std::vector<std::string> names = join_header(headers_, width);
    table::Table table{state_.file.name, {}};
    for (std::string& name : table::unique_names(std::move(names)))
      table.columns.push_back({std::move(name), {}});
    state_.tables.push_back(std::move(table));
  }

  void add_row(const CsvRecord& record) {
    std::vector<table::Column>& columns = state_.tables.front().columns;
    const std::size_t cells = std::min(record.fields.size(), columns.size());
    for (std::size_t i = 0; i < cells; ++i)
      columns[i].cells.append(scanner_->cell(record, record.fields[i], scratch_));
    for (std::size_t i = cells; i < columns.size(); ++i) columns[i].cells.append_empty(1);
    if (record.fields.size() < columns.size()) {
      tell(DiagnosticKind::MissingCells, record,
           "This row has fewer cells than the table; the missing ones are empty");
    } else if (record.fields.size() > columns.size()) {
      tell(DiagnosticKind::ExtraCells, record,
           "This row has more cells than the table; the extra ones were left out");
    }
  }

  void tell(DiagnosticKind kind, const CsvRecord& record, const char* reason) {
    const std::string_view raw = record.raw.substr(0, Diagnostics::kMaxRawBytes + 4);
    state_.diagnostics.add({kind, record.line, {}, reason, std::string{raw}, {}});
  }

  ReadState& state_;
  std::string sample_;
  std::optional<CsvScanner> scanner_;
  std::size_t width_ = 1;
  std::vector<std::vector<std::string>> headers_;
  CsvRecord record_;
  std::string scratch_;
};

}  // namespace

std::unique_ptr<FormatReader> make_csv_reader(ReadState& state) { return std::make_unique<CsvReader>(state); }

}  // namespace attune::ingest
