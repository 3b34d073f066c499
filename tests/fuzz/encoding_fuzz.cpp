// Any bytes as text of every encoding that is decoded here.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/hold.hpp"
#include "ingest/encoding_detector.hpp"
#include "support/reading_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attune;
  if (size < 1) return 0;
  const std::size_t chunk = 1 + data[0] % 40U;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
  for (const char* label :
       {"utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "windows-1252", "koi8-r"})
    fuzz::hold(support::broken_law_of_decoding(bytes, label, chunk));
  fuzz::hold(ingest::detect_encoding(bytes, true).value.empty() ? "every text has an encoding" : "");
  fuzz::hold(support::broken_law_of_reading(bytes, chunk, {}, "fuzz.txt"));
  return 0;
}
