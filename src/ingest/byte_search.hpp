// Finds the bytes of a small set in text, 64 bytes at a time: one bit a byte, bit 0 for the first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "base/byte_block.hpp"

namespace attune::ingest {

inline constexpr std::size_t kBlockBytes = 64;

// At most five bytes to look for; unused places repeat the first.
class ByteSet {
 public:
  static constexpr std::size_t kMaxBytes = 5;

  constexpr ByteSet() = default;
  constexpr void add(char byte) noexcept {
    if (size_ == 0) bytes_.fill(byte);
    bytes_[size_++] = byte;
  }

  // Bit i is set if bytes[i] is in the set, i < 64. Reads 64 bytes.
  [[nodiscard]] std::uint64_t find_in_block(const char* bytes) const noexcept;

  // The same for the last `count` < 64 bytes of a text; reads no further.
  [[nodiscard]] std::uint64_t find_in_rest(const char* bytes, std::size_t count) const noexcept {
    std::array<char, kBlockBytes> block{};
    std::memcpy(block.data(), bytes, count);
    return find_in_block(block.data()) & ((std::uint64_t{1} << count) - 1);
  }

 private:
  std::array<char, kMaxBytes> bytes_{};
  std::size_t size_ = 0;
};

inline std::uint64_t ByteSet::find_in_block(const char* bytes) const noexcept {
  std::uint64_t found = 0;
  for (unsigned part = 0; part < kBlockBytes / ByteBlock::kBytes; ++part) {
    const ByteBlock text = ByteBlock::load(bytes + part * ByteBlock::kBytes);
    ByteBlock hit = text.equal_to(ByteBlock::filled_with(bytes_[0]));
    for (std::size_t i = 1; i < kMaxBytes; ++i) hit = hit | text.equal_to(ByteBlock::filled_with(bytes_[i]));
    found |= std::uint64_t{hit.top_bits()} << (part * ByteBlock::kBytes);
  }
  return found;
}

}  // namespace attune::ingest
