// The readers as a small wasm module for tests/bench/csv_bench.mjs: bytes in, the number of rows out.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "ingest/column_roles.hpp"
#include "ingest/file_reader.hpp"

namespace {

std::string input;  // what JavaScript fills

}  // namespace

extern "C" {

char* bench_input(std::size_t size_bytes) {
  input.resize(size_bytes);
  return input.data();
}

// Reads the input in chunks of 256 KB; with `guesses_roles`, the columns' types and roles as well.
std::uint32_t bench_read(int guesses_roles) {
  constexpr std::size_t kChunk = 256U << 10U;
  attune::ingest::FileReader reader{{"bench.csv", input.size()}};
  const std::span<const std::byte> bytes = std::as_bytes(std::span{input.data(), input.size()});
  for (std::size_t at = 0; at < bytes.size(); at += kChunk) {
    if (!reader.feed(bytes.subspan(at, std::min(kChunk, bytes.size() - at)))) return 0;
  }
  if (!reader.finish() || reader.tables().empty()) return 0;
  if (guesses_roles != 0 && attune::ingest::guess_roles(reader.tables().front()).columns.empty()) return 0;
  return static_cast<std::uint32_t>(reader.rows_read());
}
}
