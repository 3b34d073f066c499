// Any bytes as a file: workbooks, archives and what they hold. Seeds from tests/fuzz/seeds matter most here.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/hold.hpp"
#include "support/reading_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attune;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  fuzz::hold(support::broken_law_of_reading(bytes, 1 + size % 97U, {}, "fuzz.xlsx"));
  return 0;
}
