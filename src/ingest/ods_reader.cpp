// OpenDocument sheets (OpenDocument 1.3, part 3): content.xml holds all of them.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/numbers.hpp"
#include "ingest/sheet_rows.hpp"
#include "ingest/sheet_values.hpp"
#include "ingest/workbook_reader.hpp"
#include "ingest/xml_reader.hpp"

namespace attune::ingest {
namespace {

constexpr std::uint64_t kMaxContentBytes = std::uint64_t{2} << 30U;
constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{16} << 20U;
constexpr std::size_t kMaxRepeats = std::size_t{1} << 20U;  // as many rows as a sheet has
constexpr std::size_t kMaxRepeatedCells = 1'000'000;        // that one row may stand for
constexpr std::size_t kMaxRowCells =
    SheetRows::kMaxColumns + 1;  // one more: SheetRows tells that it is too many

// "PT14H30M05S" as "14:30:05"; anything else as it is.
std::string text_from_duration(std::string_view text) {
  if (!text.starts_with("PT")) return std::string{text};
  std::int64_t seconds = 0;
  std::int64_t number = 0;
  for (const char c : text.substr(2)) {
    if (c >= '0' && c <= '9') {
      number = std::min<std::int64_t>(number * 10 + (c - '0'), 1'000'000'000);
    } else {
      seconds += number * (c == 'H' ? 3600 : c == 'M' ? 60 : c == 'S' ? 1 : 0);
      number = 0;
      if (c == '.' || c == ',') break;
    }
  }
  return text_from_serial(static_cast<double>(seconds) / 86400, NumberFormat::Duration, 0);
}

class ContentXml final : public XmlHandler {
 public:
  explicit ContentXml(ReadState& state) : state_{state} {}

  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (name == "annotation" || name == "shapes" || name == "tracked-changes") ++ignored_depth_;
    if (ignored_depth_ > 0) return;
    if (name == "table") {
      begin_table(value_of(attributes, "name"));
    } else if (name == "table-row") {
      row_repeats_ = repeats(attributes, "number-rows-repeated");
      cells_.clear();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      begin_cell(attributes);
    } else if (name == "p" && is_in_cell_) {
      if (paragraphs_++ > 0) text_ += '\n';
    } else if (name == "s" && is_in_cell_) {
      text_.append(std::min<std::size_t>(repeats(attributes, "c"), 1000), ' ');
    } else if (name == "tab" && is_in_cell_) {
      text_ += '\t';
    } else if (name == "line-break" && is_in_cell_) {
      text_ += '\n';
    }
  }

  void end(std::string_view name) override {
    if (name == "annotation" || name == "shapes" || name == "tracked-changes") {
      if (ignored_depth_ > 0) --ignored_depth_;
      return;
    }
    if (ignored_depth_ > 0) return;
    if (name == "table-cell" || name == "covered-table-cell") {
      end_cell();
    } else if (name == "table-row") {
      end_row();
    } else if (name == "table") {
      finish();
    }
  }

  void text(std::string_view text) override {
    if (is_in_cell_ && paragraphs_ > 0 && ignored_depth_ == 0) text_ += text;
  }

  // The table that was being read, also when the file breaks off in it.
  void finish() {
    if (rows_) rows_->finish();
    rows_.reset();
  }

 private:
  static std::size_t repeats(std::span<const XmlAttribute> attributes, std::string_view name) {
    const std::int64_t count = parse_integer(value_of(attributes, name)).value_or(1);
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(count, 1, static_cast<std::int64_t>(kMaxRepeats)));
  }

  void begin_table(std::string_view name) {
    finish();
    state_.detection.parts.emplace_back(name);
    row_ = 0;
    if (!state_.options.part || *state_.options.part == name) rows_.emplace(state_, std::string{name});
  }

  void begin_cell(std::span<const XmlAttribute> attributes) {
    is_in_cell_ = true;
    cell_repeats_ = repeats(attributes, "number-columns-repeated");
    paragraphs_ = 0;
    text_.clear();
    const std::string_view type = value_of(attributes, "value-type");
    if (type == "float" || type == "currency" || type == "percentage") {
      value_ = text_from_sheet_number(value_of(attributes, "value"));
    } else if (type == "date") {
      value_ = value_of(attributes, "date-value");
    } else if (type == "time") {
      value_ = text_from_duration(value_of(attributes, "time-value"));
    } else if (type == "boolean") {
      value_ = value_of(attributes, "boolean-value");
    } else {
      value_.clear();
    }
  }

  void end_cell() {
    is_in_cell_ = false;
    const std::string& cell = value_.empty() ? text_ : value_;
    if (cell.empty()) {
      pending_empty_ += cell_repeats_;
      return;
    }
    cells_.resize(std::min(cells_.size() + pending_empty_, kMaxRowCells));
    pending_empty_ = 0;
    cells_.insert(cells_.end(), std::min(cell_repeats_, kMaxRowCells - cells_.size()), cell);
  }

  void end_row() {
    pending_empty_ = 0;
    if (rows_ && !cells_.empty()) {
      const std::size_t repeats =
          std::min(row_repeats_, std::max<std::size_t>(1, kMaxRepeatedCells / cells_.size()));
      for (std::size_t i = 0; i < repeats && !rows_->is_full(); ++i) rows_->add(row_ + 1 + i, cells_);
      if (repeats < row_repeats_) tell_repeats(repeats);
    }
    row_ += row_repeats_;
  }

  void tell_repeats(std::size_t repeats) {
    state_.diagnostics.add({DiagnosticKind::LimitReached,
                            row_ + 1,
                            {},
                            "This row is said to repeat " + std::to_string(row_repeats_) + " times; " +
                                std::to_string(repeats) + " of them were read",
                            cells_.front().substr(0, Diagnostics::kMaxRawBytes),
                            {}});
  }

  ReadState& state_;
  std::optional<SheetRows> rows_;
  std::uint64_t row_ = 0;
  std::size_t row_repeats_ = 1;
  std::size_t cell_repeats_ = 1;
  std::size_t pending_empty_ = 0;
  std::vector<std::string> cells_;
  bool is_in_cell_ = false;
  int paragraphs_ = 0;
  int ignored_depth_ = 0;
  std::string text_;
  std::string value_;
};

class OdsReader final : public WorkbookReader {
 public:
  OdsReader(ReadState& state, const ZipArchive& archive)
      : state_{state}, archive_{archive}, content_{state}, xml_{content_} {}

  Result<bool> step() override {
    if (!stream_) return open();
    Result<bool> done = stream_->step([this](std::string_view piece) { return xml_.feed(piece); });
    if (done && !*done) return false;
    Error error;
    if (!done) error = done.error();
    const bool is_whole = done && xml_.feed({}, true);
    content_.finish();
    if (!is_whole && !state_.tables.empty()) {
      state_.diagnostics.add({DiagnosticKind::Truncated,
                              0,
                              {},
                              "This file is damaged; the rows before the damage were read",
                              {},
                              {}});
    } else if (!is_whole) {
      return done ? Error{ErrorCode::UnreadableInput,
                          "This workbook is damaged; open it, save it again and choose the new file", "xml"}
                  : error;
    }
    if (state_.tables.empty())
      return Error{ErrorCode::EmptyInput,
                   "There is no table in this workbook; choose another file: " + state_.file.name, ""};
    return true;
  }

 private:
  Result<bool> open() {
    if (const ZipEntry* manifest = archive_.find("META-INF/manifest.xml"); manifest != nullptr) {
      const Result<std::string> text = archive_.unpack(*manifest, kMaxManifestBytes);
      if (text && text->find("encryption-data") != std::string::npos) {
        return Error{ErrorCode::UnsupportedFormat,
                     "This workbook is protected by a password; save it without one: " + state_.file.name,
                     ""};
      }
    }
    Result<ZipEntryStream> stream =
        ZipEntryStream::open(archive_, *archive_.find("content.xml"), kMaxContentBytes);
    if (!stream) return stream.error();
    stream_.emplace(*std::move(stream));
    return false;
  }

  ReadState& state_;
  const ZipArchive& archive_;
  ContentXml content_;
  XmlReader xml_;
  std::optional<ZipEntryStream> stream_;
};

}  // namespace

std::unique_ptr<WorkbookReader> make_ods_reader(ReadState& state, const ZipArchive& archive) {
  return std::make_unique<OdsReader>(state, archive);
}

}  // namespace attune::ingest
