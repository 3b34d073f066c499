#include "ingest/zip_reader.hpp"

#include <optional>
#include <string>
#include <utility>

#include "ingest/byte_reader.hpp"
#include "ingest/workbook_reader.hpp"
#include "ingest/zip_archive.hpp"

namespace attune::ingest {
namespace {

constexpr std::size_t kMaxPackedBytes = std::size_t{1} << 30U;
constexpr std::uint64_t kMaxUnpackedBytes = std::uint64_t{2} << 30U;
constexpr int kMaxDepth = 2;

// Entries that programs put into archives for themselves.
bool is_hidden(std::string_view name) {
  if (name.starts_with("__MACOSX/")) return true;
  const std::size_t slash = name.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? name : name.substr(slash + 1);
  return file.empty() || file.front() == '.' || file == "Thumbs.db" || file == "desktop.ini";
}

class ZipReader final : public FormatReader {
 public:
  explicit ZipReader(ReadState& state) : state_{state} {}

  Result<void> feed(std::string_view bytes) override {
    if (bytes_.size() + bytes.size() > kMaxPackedBytes) {
      return Error{ErrorCode::LimitExceeded,
                   "This archive is larger than 1 GB; unpack it first and choose the file inside", ""};
    }
    bytes_ += bytes;
    return {};
  }

  Result<bool> finish_step() override {
    if (!archive_) {
      Result<ZipArchive> opened = ZipArchive::open(bytes_);
      if (!opened) return opened.error();
      archive_ = *std::move(opened);
      return choose();
    }
    if (workbook_) return workbook_->step();
    return read_entries();
  }

 private:
  Result<bool> choose() {
    Guess<Format>& format = state_.detection.format;
    if (archive_->find("[Content_Types].xml") != nullptr || archive_->find("xl/workbook.xml") != nullptr) {
      if (archive_->find("xl/workbook.bin") != nullptr)
        return refuse("This is a binary workbook (.xlsb); save it as .xlsx");
      if (archive_->find("word/document.xml") != nullptr)
        return refuse("This is a text document; export its table as CSV or XLSX");
      if (archive_->find("ppt/presentation.xml") != nullptr)
        return refuse("This is a presentation; export its table as CSV or XLSX");
      format = {Format::Xlsx, 1, "The archive holds an Excel workbook"};
      workbook_ = make_xlsx_reader(state_, *archive_);
    } else if (archive_->find("content.xml") != nullptr) {
      format = {Format::Ods, 1, "The archive holds an OpenDocument sheet"};
      workbook_ = make_ods_reader(state_, *archive_);
    } else if (archive_->find("Index/Document.iwa") != nullptr) {
      return refuse("This is a Numbers file; export it as CSV or XLSX");
    } else {
      if (state_.depth >= kMaxDepth)
        return refuse("This archive holds archives in archives; unpack it first");
      format = {Format::Zip, 1, "The file is a ZIP archive"};
      left_ = kMaxUnpackedBytes;
      for (const ZipEntry& entry : archive_->entries()) {
        if (!entry.is_folder() && !is_hidden(entry.name)) state_.detection.parts.push_back(entry.name);
      }
    }
    return false;
  }

  Result<bool> refuse(const char* sentence) const {
    return Error{ErrorCode::UnsupportedFormat, std::string{sentence} + ": " + state_.file.name, ""};
  }

  Result<bool> read_entries() {
    if (!stream_ && !entry_) return begin_next_entry();
    Result<bool> done = stream_ ? stream_->step([this](std::string_view piece) {
      if (piece.size() > left_) {
        return Result<void>{
            Error{ErrorCode::LimitExceeded,
                  "This archive unpacks to more than 2 GB; unpack it first and choose the file inside", ""}};
      }
      left_ -= piece.size();
      return entry_reader_->feed(piece);
    })
                                : entry_reader_->finish_step();
    if (!done) {
      skip_entry(done.error());
      return false;
    }
    if (stream_) {
      if (*done) stream_.reset();
      return false;
    }
    if (*done) keep_entry();
    return false;
  }

  // True when there is no other.
  Result<bool> begin_next_entry() {
    while (next_entry_ < archive_->entries().size()) {
      const ZipEntry& entry = archive_->entries()[next_entry_++];
      if (entry.is_folder() || is_hidden(entry.name)) continue;
      if (state_.options.part && *state_.options.part != entry.name) continue;
      entry_ = std::make_unique<ReadState>();
      entry_->file = {entry.name, entry.unpacked_bytes};
      entry_->depth = state_.depth + 1;
      entry_reader_ = make_byte_reader(*entry_);
      Result<ZipEntryStream> opened = ZipEntryStream::open(*archive_, entry, left_);
      if (!opened) {
        last_error_ = opened.error();
        skip_entry(opened.error());
        continue;
      }
      stream_.emplace(*std::move(opened));
      return false;
    }
    if (!state_.tables.empty()) return true;
    if (last_error_) return *last_error_;
    return Error{ErrorCode::EmptyInput,
                 "There is no table in this archive; choose another one: " + state_.file.name, ""};
  }

  void keep_entry() {
    for (table::Table& table : entry_->tables) state_.tables.push_back(std::move(table));
    state_.diagnostics.merge(entry_->diagnostics, entry_->file.name);
    end_entry();
  }

  void skip_entry(const Error& error) {
    state_.diagnostics.add({DiagnosticKind::SkippedPart, 0, {}, error.message, {}, entry_->file.name});
    last_error_ = error;
    end_entry();
  }

  void end_entry() {
    stream_.reset();
    entry_reader_.reset();
    entry_.reset();
  }

  ReadState& state_;
  std::string bytes_;
  std::optional<ZipArchive> archive_;
  std::unique_ptr<WorkbookReader> workbook_;
  std::size_t next_entry_ = 0;
  std::uint64_t left_ = 0;
  std::unique_ptr<ReadState> entry_;
  std::unique_ptr<FormatReader> entry_reader_;
  std::optional<ZipEntryStream> stream_;
  std::optional<Error> last_error_;
};

}  // namespace

std::unique_ptr<FormatReader> make_zip_reader(ReadState& state) { return std::make_unique<ZipReader>(state); }

}  // namespace attune::ingest
