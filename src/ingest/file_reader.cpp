#include "ingest/file_reader.hpp"

#include <utility>

#include "ingest/byte_reader.hpp"
#include "ingest/format_reader.hpp"

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
  reader_ = make_byte_reader(*state_);
}
FileReader::~FileReader() = default;
FileReader::FileReader(FileReader&&) noexcept = default;
FileReader& FileReader::operator=(FileReader&&) noexcept = default;

Result<void> FileReader::feed(std::span<const std::byte> bytes) {
  bytes_fed_ += bytes.size();
  return reader_->feed({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Result<bool> FileReader::finish_step() { return reader_->finish_step(); }

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
