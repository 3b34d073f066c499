// Office Open XML workbooks (ECMA-376): which part is what, then sheet by sheet.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/numbers.hpp"
#include "ingest/sheet_rows.hpp"
#include "ingest/sheet_values.hpp"
#include "ingest/workbook_reader.hpp"
#include "ingest/xml_reader.hpp"
#include "table/string_column.hpp"

namespace attune::ingest {
namespace {

constexpr std::uint64_t kMaxPartBytes = std::uint64_t{2} << 30U;
constexpr std::uint64_t kMaxSmallPartBytes = std::uint64_t{64} << 20U;

// _rels/*.rels: which id (and which kind of part) leads to which file.
class Relations final : public XmlHandler {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (name != "Relationship") return;
    const std::string target{value_of(attributes, "Target")};
    targets[std::string{value_of(attributes, "Id")}] = target;
    const std::string_view type = value_of(attributes, "Type");
    by_kind.try_emplace(std::string{type.substr(type.rfind('/') + 1)}, target);
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string> targets;
  std::map<std::string, std::string> by_kind;  // "officeDocument", "sharedStrings", "styles"
};

struct Sheet {
  std::string name;
  std::string relation;
  bool is_hidden = false;
};

class Workbook final : public XmlHandler {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (name == "workbookPr") {
      const std::string_view value = value_of(attributes, "date1904");
      is_1904 = value == "1" || value == "true";
    } else if (name == "sheet") {
      // The relation's id is "r:id"; "id" is what is left of it without its prefix, and "sheetId" is another
      // thing.
      sheets.push_back(
          {std::string{value_of(attributes, "name")}, std::string{value_of(attributes, "id")},
           !value_of(attributes, "state").empty() && value_of(attributes, "state") != "visible"});
    }
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  bool is_1904 = false;
  std::vector<Sheet> sheets;
};

// styles.xml: the number format of each cell style.
class Styles final : public XmlHandler {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (name == "numFmt") {
      codes_[std::string{value_of(attributes, "numFmtId")}] =
          format_of_code(value_of(attributes, "formatCode"));
    } else if (name == "cellXfs") {
      is_in_cell_styles_ = true;
    } else if (name == "xf" && is_in_cell_styles_) {
      const std::string id{value_of(attributes, "numFmtId")};
      const auto own = codes_.find(id);
      const auto number = static_cast<std::uint32_t>(parse_integer(id).value_or(0));
      formats.push_back(own != codes_.end() ? own->second : format_of_builtin(number));
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") is_in_cell_styles_ = false;
  }
  void text(std::string_view) override {}

  std::vector<NumberFormat> formats;

 private:
  std::map<std::string, NumberFormat> codes_;
  bool is_in_cell_styles_ = false;
};

// The text of <si> or <is>: all <t>, without the phonetic readings in <rPh>.
class RichText {
 public:
  void begin(std::string_view name) {
    if (name == "rPh") ++phonetic_depth_;
    if (name == "t") is_in_text_ = true;
  }
  void end(std::string_view name) {
    if (name == "rPh" && phonetic_depth_ > 0) --phonetic_depth_;
    if (name == "t") is_in_text_ = false;
  }
  void add(std::string_view text) {
    if (is_in_text_ && phonetic_depth_ == 0) text_ += text;
  }
  std::string take() { return resolve_sheet_escapes(std::exchange(text_, {})); }

 private:
  std::string text_;
  int phonetic_depth_ = 0;
  bool is_in_text_ = false;
};

class SharedStrings final : public XmlHandler {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute>) override { rich_.begin(name); }
  void end(std::string_view name) override {
    rich_.end(name);
    if (name == "si") strings.append(rich_.take());
  }
  void text(std::string_view text) override { rich_.add(text); }

  table::StringColumn strings;

 private:
  RichText rich_;
};

// xl/worksheets/sheet*.xml: rows of cells.
class SheetXml final : public XmlHandler {
 public:
  SheetXml(SheetRows& rows, const table::StringColumn& strings, const std::vector<NumberFormat>& formats,
           double days_offset)
      : rows_{&rows}, strings_{&strings}, formats_{&formats}, days_offset_{days_offset} {}

  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (name == "row") {
      const std::optional<std::int64_t> number = parse_integer(value_of(attributes, "r"));
      row_ = number && *number > 0 ? static_cast<std::uint64_t>(*number) : row_ + 1;
      cells_.clear();
      next_column_ = 0;
    } else if (name == "c") {
      column_ = column_of_reference(value_of(attributes, "r")).value_or(next_column_);
      next_column_ = column_ + 1;
      type_ = value_of(attributes, "t");
      style_ = static_cast<std::size_t>(parse_integer(value_of(attributes, "s")).value_or(0));
      value_.clear();
    } else if (name == "v") {
      is_in_value_ = true;
    }
    rich_.begin(name);
  }

  void end(std::string_view name) override {
    rich_.end(name);
    if (name == "v") is_in_value_ = false;
    if (name == "c") end_cell();
    if (name == "row") rows_->add(row_, std::move(cells_));
  }

  void text(std::string_view text) override {
    if (is_in_value_) value_ += text;
    rich_.add(text);
  }

 private:
  void end_cell() {
    const std::string rich = rich_.take();
    std::string text = type_ == "inlineStr" || (value_.empty() && type_.empty()) ? rich : value_text();
    if (text.empty() || column_ >= SheetRows::kMaxColumns * 2) return;
    if (cells_.size() <= column_) cells_.resize(column_ + 1);
    cells_[column_] = std::move(text);
  }

  [[nodiscard]] std::string value_text() const {
    if (type_ == "s") {
      const std::optional<std::int64_t> index = parse_integer(value_);
      const bool is_there = index && *index >= 0 && static_cast<std::size_t>(*index) < strings_->size();
      return is_there ? std::string{(*strings_)[static_cast<std::size_t>(*index)]} : std::string{};
    }
    if (type_ == "b") return value_ == "1" || value_ == "true" ? "true" : "false";
    if (type_ == "str") return resolve_sheet_escapes(value_);
    if (type_ == "e" || type_ == "d") return value_;
    const NumberFormat format = style_ < formats_->size() ? (*formats_)[style_] : NumberFormat::General;
    if (format != NumberFormat::General) {
      if (const std::optional<double> serial = parse_number(value_))
        return text_from_serial(*serial, format, days_offset_);
    }
    return text_from_sheet_number(value_);
  }

  SheetRows* rows_;
  const table::StringColumn* strings_;
  const std::vector<NumberFormat>* formats_;
  double days_offset_;
  RichText rich_;
  std::uint64_t row_ = 0;
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;
  std::string type_;
  std::size_t style_ = 0;
  std::string value_;
  bool is_in_value_ = false;
  std::vector<std::string> cells_;
};

// A part that is read over several steps.
struct Reading {
  ZipEntryStream stream;
  XmlReader xml;

  // True at the end of the part.
  Result<bool> step() {
    const Result<bool> done = stream.step([this](std::string_view piece) { return xml.feed(piece); });
    if (!done || !*done) return done;
    if (Result<void> ended = xml.feed({}, true); !ended) return ended.error();
    return true;
  }
};

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string{} : std::string{path.substr(0, slash + 1)};
}

// "../a/./b" against "xl/worksheets/" is "xl/a/b"; an absolute target stands for itself.
std::string resolve_path(const std::string& folder, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string{} : folder;
  while (!target.empty()) {
    const std::size_t slash = target.find_first_of("/\\");
    const std::string_view part = target.substr(0, slash);
    target = slash == std::string_view::npos ? std::string_view{} : target.substr(slash + 1);
    if (part == "..") {
      if (!path.empty()) path.pop_back();
      path = folder_of(path);
    } else if (!part.empty() && part != ".") {
      path += part;
      if (slash != std::string_view::npos) path += '/';
    }
  }
  return path;
}

class XlsxReader final : public WorkbookReader {
 public:
  XlsxReader(ReadState& state, const ZipArchive& archive) : state_{state}, archive_{archive} {}

  Result<bool> step() override {
    if (!is_open_) return open();
    if (reading_) {
      const Result<bool> done = reading_->step();
      if (!done) {
        // A sheet that is broken in the middle keeps what came before.
        if (!rows_) return done.error();
        state_.diagnostics.add({DiagnosticKind::Truncated,
                                0,
                                {},
                                "This sheet is damaged; the rows before the damage were read",
                                {},
                                workbook_.sheets[sheet_ - 1].name});
      } else if (!*done) {
        return false;
      }
      reading_.reset();
      if (rows_) rows_->finish();
      rows_.reset();
      return false;
    }
    return begin_sheet();
  }

 private:
  Result<void> read_part(const std::string& path, XmlHandler& handler) {
    const ZipEntry* entry = archive_.find(path);
    if (entry == nullptr) return {};
    const Result<std::string> xml = archive_.unpack(*entry, kMaxSmallPartBytes);
    if (!xml) return xml.error();
    XmlReader reader{handler};
    return reader.feed(*xml, true);
  }

  Result<bool> begin_part(const std::string& path, XmlHandler& handler) {
    const ZipEntry* entry = archive_.find(path);
    if (entry == nullptr) return false;
    Result<ZipEntryStream> stream = ZipEntryStream::open(archive_, *entry, kMaxPartBytes);
    if (!stream) return stream.error();
    reading_.emplace(Reading{*std::move(stream), XmlReader{handler}});
    return false;
  }

  Result<bool> open() {
    is_open_ = true;
    Relations root;
    if (Result<void> read = read_part("_rels/.rels", root); !read) return read.error();
    std::string path = "xl/workbook.xml";
    if (const auto found = root.by_kind.find("officeDocument"); found != root.by_kind.end())
      path = resolve_path({}, found->second);
    if (archive_.find(path) == nullptr)
      return Error{ErrorCode::UnsupportedFormat,
                   "There is no sheet in this file; choose another one: " + state_.file.name, path};
    if (Result<void> read = read_part(path, workbook_); !read) return read.error();
    folder_ = folder_of(path);
    if (Result<void> read = read_part(folder_ + "_rels/" + path.substr(folder_.size()) + ".rels", relations_);
        !read)
      return read.error();
    const auto part = [&](const char* kind, const char* usual) {
      const auto found = relations_.by_kind.find(kind);
      return resolve_path(folder_, found == relations_.by_kind.end() ? std::string_view{usual}
                                                                     : std::string_view{found->second});
    };
    if (Result<void> read = read_part(part("styles", "styles.xml"), styles_); !read) return read.error();
    for (const Sheet& sheet : workbook_.sheets) state_.detection.parts.push_back(sheet.name);
    return begin_part(part("sharedStrings", "sharedStrings.xml"), strings_);
  }

  // nullptr: the sheet at this path is read.
  const char* reason_to_skip(const std::string& path) {
    if (path.find("chartsheet") != std::string::npos) return "This sheet holds a chart and no cells";
    if (archive_.find(path) == nullptr) return "The workbook names this sheet, but does not hold it";
    if (!read_paths_.insert(path).second) return "This sheet is another name for one that was read already";
    return nullptr;
  }

  // True when there is no other.
  Result<bool> begin_sheet() {
    while (sheet_ < workbook_.sheets.size()) {
      const Sheet& sheet = workbook_.sheets[sheet_++];
      const bool is_wanted = state_.options.part ? *state_.options.part == sheet.name : !sheet.is_hidden;
      if (!is_wanted) {
        if (!state_.options.part)
          state_.diagnostics.add(
              {DiagnosticKind::SkippedPart, 0, {}, "This sheet is hidden and was not read", {}, sheet.name});
        continue;
      }
      const auto target = relations_.targets.find(sheet.relation);
      const std::string path = target == relations_.targets.end()
                                   ? folder_ + "worksheets/sheet" + std::to_string(sheet_) + ".xml"
                                   : resolve_path(folder_, target->second);
      if (const char* reason = reason_to_skip(path); reason != nullptr) {
        state_.diagnostics.add({DiagnosticKind::SkippedPart, 0, {}, reason, {}, sheet.name});
        continue;
      }
      rows_.emplace(state_, workbook_.sheets.size() == 1 ? state_.file.name : sheet.name);
      sheet_xml_.emplace(*rows_, strings_.strings, styles_.formats, workbook_.is_1904 ? 1462.0 : 0.0);
      return begin_part(path, *sheet_xml_);
    }
    if (state_.tables.empty())
      return Error{ErrorCode::EmptyInput,
                   "There is no table in this workbook; choose another file: " + state_.file.name, ""};
    return true;
  }

  ReadState& state_;
  const ZipArchive& archive_;
  bool is_open_ = false;
  std::string folder_;
  Workbook workbook_;
  Relations relations_;
  Styles styles_;
  SharedStrings strings_;
  std::size_t sheet_ = 0;
  std::set<std::string> read_paths_;
  std::optional<SheetRows> rows_;
  std::optional<SheetXml> sheet_xml_;
  std::optional<Reading> reading_;
};

}  // namespace

std::unique_ptr<WorkbookReader> make_xlsx_reader(ReadState& state, const ZipArchive& archive) {
  return std::make_unique<XlsxReader>(state, archive);
}

}  // namespace attune::ingest
