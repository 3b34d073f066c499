// Sixteen bytes of text looked at in one go: SSE2, WebAssembly SIMD, or a plain loop with the same results.
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

namespace attune {

class ByteBlock {
 public:
  static constexpr std::size_t kBytes = 16;

#if defined(__wasm_simd128__)
  using Native = v128_t;
#elif defined(__SSE2__)
  using Native = __m128i;
#else
  using Native = std::array<std::uint8_t, kBytes>;
#endif

  // Reads 16 bytes, wherever they begin.
  [[nodiscard]] static ByteBlock load(const char* bytes) noexcept {
#if defined(__wasm_simd128__)
    return ByteBlock{wasm_v128_load(bytes)};
#elif defined(__SSE2__)
    return ByteBlock{_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))};
#else
    Native native{};
    std::memcpy(native.data(), bytes, kBytes);
    return ByteBlock{native};
#endif
  }
  [[nodiscard]] static ByteBlock filled_with(char byte) noexcept {
#if defined(__wasm_simd128__)
    return ByteBlock{wasm_i8x16_splat(byte)};
#elif defined(__SSE2__)
    return ByteBlock{_mm_set1_epi8(byte)};
#else
    Native native{};
    native.fill(static_cast<std::uint8_t>(byte));
    return ByteBlock{native};
#endif
  }

  void store(char* to) const noexcept {
#if defined(__wasm_simd128__)
    wasm_v128_store(to, native_);
#elif defined(__SSE2__)
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), native_);
#else
    std::memcpy(to, native_.data(), kBytes);
#endif
  }

  // 0xFF where the bytes are equal, 0 where not.
  [[nodiscard]] ByteBlock equal_to(ByteBlock other) const noexcept {
#if defined(__wasm_simd128__)
    return ByteBlock{wasm_i8x16_eq(native_, other.native_)};
#elif defined(__SSE2__)
    return ByteBlock{_mm_cmpeq_epi8(native_, other.native_)};
#else
    Native native{};
    for (std::size_t i = 0; i < kBytes; ++i) native[i] = native_[i] == other.native_[i] ? 0xFF : 0;
    return ByteBlock{native};
#endif
  }
  [[nodiscard]] ByteBlock operator|(ByteBlock other) const noexcept {
#if defined(__wasm_simd128__)
    return ByteBlock{wasm_v128_or(native_, other.native_)};
#elif defined(__SSE2__)
    return ByteBlock{_mm_or_si128(native_, other.native_)};
#else
    Native native{};
    for (std::size_t i = 0; i < kBytes; ++i)
      native[i] = static_cast<std::uint8_t>(native_[i] | other.native_[i]);
    return ByteBlock{native};
#endif
  }

  // Bit i is the top bit of byte i: with equal_to(), where the equal bytes are; alone, which bytes are not
  // ASCII.
  [[nodiscard]] std::uint32_t top_bits() const noexcept {
#if defined(__wasm_simd128__)
    return static_cast<std::uint32_t>(wasm_i8x16_bitmask(native_));
#elif defined(__SSE2__)
    return static_cast<std::uint32_t>(_mm_movemask_epi8(native_));
#else
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < kBytes; ++i) bits |= static_cast<std::uint32_t>(native_[i] >> 7U) << i;
    return bits;
#endif
  }

 private:
  explicit ByteBlock(Native native) noexcept : native_{native} {}
  Native native_;
};

// How often `byte` occurs.
[[nodiscard]] std::size_t count_byte(const char* bytes, std::size_t size, char byte) noexcept;

}  // namespace attune
