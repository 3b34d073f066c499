// The readers as a small wasm module for tests/bench/csv_bench.mjs and csv_size.mjs: bytes in, rows out.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include <emscripten/em_js.h>

#include "ingest/column_types.hpp"
#include "ingest/file_reader.hpp"
#include "ingest/typed_columns.hpp"

namespace {

namespace ingest = attune::ingest;

EM_JS(int, read_now, (double offset, char* to, std::size_t size),
      { return Module.readNow(offset, to >>> 0, size >>> 0) ? 1 : 0; });

class HostFile final : public ingest::FileBytes {
 public:
  [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> bytes) const override {
    return read_now(static_cast<double>(offset), reinterpret_cast<char*>(bytes.data()), bytes.size()) != 0;
  }
};

std::string input;  // what JavaScript fills
std::optional<ingest::FileReader> large;

// Reads every number and date of the table; their sum, so that nothing is left out.
double typed_sum(const attune::table::Table& table) {
  double sum = 0;
  for (const attune::table::Column& column : table.columns) {
    const ingest::ColumnProfile profile = ingest::profile_column(column.cells);
    if (profile.type == ingest::CellType::Number) {
      for (const double number : ingest::read_numbers(column.cells, profile)) sum += number;
    } else if (profile.type == ingest::CellType::Date) {
      for (const attune::Days day : ingest::read_days(column.cells, profile)) sum += day;
    }
  }
  return sum;
}

}  // namespace

extern "C" {

char* bench_input(std::size_t size_bytes) {
  input.resize(size_bytes);
  return input.data();
}

// Reads the input in chunks of 256 KB into columns of text; with `is_typed`, columns of numbers and dates are
// then read as such, after their types were found out.
std::uint32_t bench_read(int is_typed) {
  constexpr std::size_t kChunk = 256U << 10U;
  ingest::FileReader reader{{"bench.csv", input.size()}};
  const std::span<const std::byte> bytes = std::as_bytes(std::span{input.data(), input.size()});
  for (std::size_t at = 0; at < bytes.size(); at += kChunk) {
    if (!reader.feed(bytes.subspan(at, std::min(kChunk, bytes.size() - at)))) return 0;
  }
  if (!reader.finish() || reader.tables().empty()) return 0;
  if (is_typed != 0 && typed_sum(reader.tables().front()) == 0) return 0;
  return static_cast<std::uint32_t>(reader.rows_read());
}

// A large file, piece by piece from the input; its long texts stay with the host.
void bench_open(double size_bytes) {
  large.emplace(
      ingest::FileInfo{"large.csv", static_cast<std::uint64_t>(size_bytes), std::make_shared<HostFile>()});
}
int bench_feed(std::size_t size_bytes) {
  return large->feed(std::as_bytes(std::span{input.data(), size_bytes})) ? 1 : 0;
}
std::uint32_t bench_finish() { return large->finish() ? static_cast<std::uint32_t>(large->rows_read()) : 0; }
// The bytes of the column's cells in `rows` rows from `row` on, read again where they stayed in the file.
double bench_page(std::size_t column, std::size_t row, std::size_t rows) {
  double bytes = 0;
  const auto& cells = large->tables().front().columns[column].cells;
  for (std::size_t at = row; at < std::min(row + rows, cells.size()); ++at)
    bytes += static_cast<double>(cells[at].size());
  return bytes;
}
}
