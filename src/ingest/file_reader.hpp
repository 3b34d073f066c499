// Reads one file, fed in pieces of any size, into tables.
//
//   FileReader reader{{"reviews.csv", 120'000}};
//   for (chunk of file) if (auto fed = reader.feed(chunk); !fed) return fed.error();
//   if (auto finished = reader.finish(); !finished) return finished.error();
//   use(reader.take_tables(), reader.diagnostics());
//
// An Error means the file cannot be read at all; rows that cannot be used go into the diagnostics. Each call
// works in proportion to the bytes it is given (about 5 ms for 256 KB); for formats that can only be read as
// a whole (XLSX, ODS, ZIP) the work is in finish_step().
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "ingest/detection.hpp"
#include "ingest/file_bytes.hpp"
#include "table/table.hpp"

namespace attune::ingest {

struct FileInfo {
  std::string name;
  std::uint64_t size_bytes = 0;  // 0: not known
  // If given, long texts of large files may stay there: the tables then read them again. null: never.
  std::shared_ptr<const FileBytes> bytes = nullptr;
  std::size_t max_text_bytes = std::size_t{48} << 20U;  // of one column in memory, then
};

class FormatReader;
struct ReadState;

class FileReader {
 public:
  explicit FileReader(FileInfo file, ReadOptions options = {});
  ~FileReader();
  FileReader(FileReader&&) noexcept;
  FileReader& operator=(FileReader&&) noexcept;

  Result<void> feed(std::span<const std::byte> bytes);

  // Works for some milliseconds; true when the tables are complete. Call until then, after the last feed().
  Result<bool> finish_step();
  Result<void> finish();

  // Complete once the first table has a row; until then fields fill in.
  [[nodiscard]] const Detection& detection() const noexcept;
  // Grow while the file is fed: columns only get longer, tables are only added.
  [[nodiscard]] const std::vector<table::Table>& tables() const noexcept;
  [[nodiscard]] std::vector<table::Table> take_tables() noexcept;
  [[nodiscard]] const Diagnostics& diagnostics() const noexcept;

  [[nodiscard]] std::uint64_t bytes_fed() const noexcept { return bytes_fed_; }
  [[nodiscard]] std::uint64_t rows_read() const noexcept;

 private:
  std::unique_ptr<ReadState> state_;
  std::unique_ptr<FormatReader> reader_;
  std::uint64_t bytes_fed_ = 0;
};

}  // namespace attune::ingest
