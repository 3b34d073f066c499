#include "base/byte_block.hpp"

#include <algorithm>
#include <bit>

namespace attune {

std::size_t count_byte(const char* bytes, std::size_t size, char byte) noexcept {
  const ByteBlock wanted = ByteBlock::filled_with(byte);
  std::size_t count = 0;
  std::size_t at = 0;
  for (; at + 4 * ByteBlock::kBytes <= size; at += 4 * ByteBlock::kBytes) {
    std::uint64_t found = 0;
    for (unsigned part = 0; part < 4; ++part) {
      const ByteBlock block = ByteBlock::load(bytes + at + part * ByteBlock::kBytes);
      found |= std::uint64_t{block.equal_to(wanted).top_bits()} << (part * ByteBlock::kBytes);
    }
    count += static_cast<std::size_t>(std::popcount(found));
  }
  return count + static_cast<std::size_t>(std::count(bytes + at, bytes + size, byte));
}

}  // namespace attune
