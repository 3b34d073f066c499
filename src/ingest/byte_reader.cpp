#include "ingest/byte_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "ingest/gzip_reader.hpp"
#include "ingest/text_reader.hpp"
#include "ingest/zip_reader.hpp"

namespace attune::ingest {
namespace {

struct Signature {
  std::string_view bytes;
  const char* sentence;  // what to do with such a file
};

// Files that are often dropped and are no tables.
constexpr Signature kNoTables[] = {
    {"%PDF", "This is a PDF, which holds no table that can be read; export the data as CSV or XLSX"},
    {"\x89PNG", "This is a picture; choose a file with a table, e.g. CSV or XLSX"},
    {"\xFF\xD8\xFF", "This is a picture; choose a file with a table, e.g. CSV or XLSX"},
    {"GIF8", "This is a picture; choose a file with a table, e.g. CSV or XLSX"},
    {"RIFF", "This is a sound, film or picture; choose a file with a table, e.g. CSV or XLSX"},
    {"BZh", "This is a BZ2 archive; unpack it first and choose the file inside"},
    {"7z\xBC\xAF", "This is a 7z archive; unpack it first and choose the file inside"},
    {"Rar!", "This is a RAR archive; unpack it first and choose the file inside"},
    {"\x28\xB5\x2F\xFD", "This is a ZST archive; unpack it first and choose the file inside"},
    {"\xFD"
     "7zXZ",
     "This is an XZ archive; unpack it first and choose the file inside"},
    {"PAR1", "This is a Parquet file; export the data as CSV or XLSX"},
    {"SQLite format 3", "This is a SQLite database; export its tables as CSV"},
};

constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kEncryptedPackage{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};

Error refuse(const char* sentence, const std::string& name) {
  return {ErrorCode::UnsupportedFormat, std::string{sentence} + ": " + name, ""};
}

std::optional<Error> refusal(std::string_view head, const std::string& name) {
  for (const Signature& signature : kNoTables) {
    if (head.starts_with(signature.bytes)) return refuse(signature.sentence, name);
  }
  if (head.starts_with(kOldOffice)) {
    if (head.find(kEncryptedPackage) != std::string_view::npos) {
      return refuse("This workbook is protected by a password; save it without one", name);
    }
    return refuse("This is an Office file from before 2007 (.xls); open it and save it as .xlsx", name);
  }
  if (std::all_of(head.begin(), head.end(), [](char c) { return c == '\0'; })) {
    return Error{ErrorCode::UnreadableInput,
                 "This file holds nothing but zero bytes; export it again: " + name, ""};
  }
  return std::nullopt;
}

Result<std::unique_ptr<FormatReader>> make_reader(ReadState& state, std::string_view head, bool is_whole) {
  if (std::optional<Error> refused = refusal(head, state.file.name)) return *std::move(refused);
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return make_zip_reader(state);
  if (head.starts_with("\x1F\x8B")) {
    state.detection.format = {Format::Gzip, 1, "The file begins like a GZ archive"};
    state.file.bytes.reset();  // they are not the text's
    return make_gzip_reader(state);
  }
  return make_text_reader(state, head, is_whole);
}

class ByteReader final : public FormatReader {
 public:
  explicit ByteReader(ReadState& state) : state_{state} {}

  Result<void> feed(std::string_view bytes) override {
    if (!reader_) {
      const std::size_t wanted = std::min(bytes.size(), kSampleBytes - head_.size());
      head_.append(bytes.substr(0, wanted));
      bytes.remove_prefix(wanted);
      if (head_.size() < kSampleBytes) return {};
      if (Result<void> started = start(false); !started) return started;
    }
    return bytes.empty() ? Result<void>{} : reader_->feed(bytes);
  }

  Result<bool> finish_step() override {
    if (!reader_) {
      if (Result<void> started = start(true); !started) return started.error();
    }
    return reader_->finish_step();
  }

 private:
  Result<void> start(bool is_whole) {
    if (head_.empty()) {
      return Error{ErrorCode::EmptyInput, "This file is empty; choose another one: " + state_.file.name, ""};
    }
    Result<std::unique_ptr<FormatReader>> made = make_reader(state_, head_, is_whole);
    if (!made) return made.error();
    reader_ = *std::move(made);
    const std::string head = std::exchange(head_, {});
    return reader_->feed(head);
  }

  ReadState& state_;
  std::string head_;
  std::unique_ptr<FormatReader> reader_;
};

}  // namespace

std::unique_ptr<FormatReader> make_byte_reader(ReadState& state) {
  return std::make_unique<ByteReader>(state);
}

}  // namespace attune::ingest
