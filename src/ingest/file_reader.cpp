#include "ingest/file_reader.hpp"

#include <algorithm>
#include <utility>

#include "ingest/format_reader.hpp"
#include "ingest/text_reader.hpp"

namespace attune::ingest {

const char* name_of(Format format) noexcept {
  switch (format) {
    case Format::Unknown:
      return "unknown";
    case Format::Delimited:
      return "delimited";
    case Format::Json:
      return "json";
    case Format::JsonLines:
      return "json-lines";
    case Format::Xlsx:
      return "xlsx";
    case Format::Ods:
      return "ods";
    case Format::Zip:
      return "zip";
    case Format::Gzip:
      return "gzip";
  }
  return "unknown";
}

FileReader::FileReader(FileInfo file, ReadOptions options) : state_{std::make_unique<ReadState>()} {
  state_->file = std::move(file);
  state_->options = std::move(options);
}
FileReader::~FileReader() = default;
FileReader::FileReader(FileReader&&) noexcept = default;
FileReader& FileReader::operator=(FileReader&&) noexcept = default;

Result<void> FileReader::feed(std::span<const std::byte> bytes) {
  std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  bytes_fed_ += bytes.size();
  if (!reader_) {
    const std::size_t wanted = std::min(text.size(), kSampleBytes - head_.size());
    head_.append(text.substr(0, wanted));
    text.remove_prefix(wanted);
    if (head_.size() < kSampleBytes) return {};
    if (Result<void> started = start(false); !started) return started;
  }
  return text.empty() ? Result<void>{} : reader_->feed(text);
}

Result<void> FileReader::start(bool is_final) {
  if (head_.empty()) {
    return Error{ErrorCode::EmptyInput, "This file is empty; choose another one: " + state_->file.name, ""};
  }
  Result<std::unique_ptr<FormatReader>> made = make_text_reader(*state_, head_, is_final);
  if (!made) return made.error();
  reader_ = *std::move(made);
  const std::string head = std::exchange(head_, {});
  return reader_->feed(head);
}

Result<bool> FileReader::finish_step() {
  if (!reader_) {
    if (Result<void> started = start(true); !started) return started.error();
  }
  return reader_->finish_step();
}

Result<void> FileReader::finish() {
  for (;;) {
    const Result<bool> done = finish_step();
    if (!done) return done.error();
    if (*done) return {};
  }
}

const Detection& FileReader::detection() const noexcept { return state_->detection; }
const std::vector<table::Table>& FileReader::tables() const noexcept { return state_->tables; }
std::vector<table::Table> FileReader::take_tables() noexcept { return std::move(state_->tables); }
const Diagnostics& FileReader::diagnostics() const noexcept { return state_->diagnostics; }

std::uint64_t FileReader::rows_read() const noexcept {
  std::uint64_t rows = 0;
  for (const table::Table& table : state_->tables) rows += table.row_count();
  return rows;
}

}  // namespace attune::ingest
