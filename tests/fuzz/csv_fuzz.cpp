// Any bytes as delimited text. The first two choose how it is cut and how wide rows are.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/hold.hpp"
#include "support/reading_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attune;
  if (size < 2) return 0;
  const std::size_t chunk = 1 + data[0] % 40U;
  const std::size_t width = 1 + data[1] % 5U;
  const std::string_view text{reinterpret_cast<const char*>(data) + 2, size - 2};
  for (const char* delimiter : {",", ";", "\t", "||"}) {
    ingest::CsvDialect dialect;
    dialect.delimiter = delimiter;
    fuzz::hold(support::broken_law_of_scanning(text, dialect, chunk, width));
  }
  ingest::ReadOptions options;
  options.format = ingest::Format::Delimited;
  fuzz::hold(support::broken_law_of_reading(text, chunk, options, "fuzz.csv"));
  fuzz::hold(support::broken_law_of_counting(text));
  for (const table::Table& table : support::read_bytes(text, chunk, options).tables)
    fuzz::hold(support::broken_law_of_writing(table));
  return 0;
}
