// Finds the bytes of a small set in text, 64 bytes at a time: one bit a byte, bit 0 for the first.
//
// SSE2 and WebAssembly SIMD have the two operations this needs (compare, gather the top bits); elsewhere the
// compiler gets a plain loop.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

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
#if defined(__wasm_simd128__)
  for (unsigned part = 0; part < 4; ++part) {
    const v128_t text = wasm_v128_load(bytes + part * 16U);
    v128_t hit = wasm_i8x16_eq(text, wasm_i8x16_splat(bytes_[0]));
    for (std::size_t i = 1; i < kMaxBytes; ++i)
      hit = wasm_v128_or(hit, wasm_i8x16_eq(text, wasm_i8x16_splat(bytes_[i])));
    found |= static_cast<std::uint64_t>(wasm_i8x16_bitmask(hit)) << (part * 16U);
  }
#elif defined(__SSE2__)
  for (unsigned part = 0; part < 4; ++part) {
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + part * 16U));
    __m128i hit = _mm_cmpeq_epi8(text, _mm_set1_epi8(bytes_[0]));
    for (std::size_t i = 1; i < kMaxBytes; ++i)
      hit = _mm_or_si128(hit, _mm_cmpeq_epi8(text, _mm_set1_epi8(bytes_[i])));
    found |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(hit))) << (part * 16U);
  }
#else
  for (std::size_t i = 0; i < kBlockBytes; ++i) {
    bool hit = false;
    for (const char wanted : bytes_) hit = hit || bytes[i] == wanted;
    found |= static_cast<std::uint64_t>(hit) << i;
  }
#endif
  return found;
}

}  // namespace attune::ingest
