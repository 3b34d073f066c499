// Any bytes as JSON and as JSON Lines. The first byte chooses how it is cut.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/hold.hpp"
#include "support/reading_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attune;
  if (size < 1) return 0;
  const std::size_t chunk = 1 + data[0] % 40U;
  const std::string text{reinterpret_cast<const char*>(data) + 1, size - 1};
  for (const ingest::Format format : {ingest::Format::Json, ingest::Format::JsonLines}) {
    ingest::ReadOptions options;
    options.format = format;
    options.encoding = "utf-8";
    fuzz::hold(support::broken_law_of_reading(text, chunk, options, "fuzz.json"));
    for (const table::Table& table : support::read_bytes(text, chunk, options).tables)
      fuzz::hold(support::broken_law_of_writing(table));
  }
  return 0;
}
