// Seeded random numbers that are the same on every compiler and machine.
//
// The standard's engines are portable, its distributions are not; hence this small one.
// PCG-XSH-RR 64/32 (O'Neill 2014, "PCG: A Family of Simple Fast Space-Efficient Statistically Good
// Algorithms for Random Number Generation").
#pragma once

#include <cstdint>

namespace attune {

class Random {
 public:
  explicit Random(std::uint64_t seed) noexcept : state_{seed + kIncrement} { (*this)(); }

  std::uint32_t operator()() noexcept {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ULL + kIncrement;
    const auto shifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto turn = static_cast<std::uint32_t>(old >> 59U);
    return (shifted >> turn) | (shifted << ((32U - turn) & 31U));
  }

  // Uniform in [0, 1) with 53 random bits.
  double uniform() noexcept {
    const std::uint64_t high = (*this)() >> 5U;
    const std::uint64_t low = (*this)() >> 6U;
    return static_cast<double>(high * 67108864ULL + low) / 9007199254740992.0;
  }

  // Uniform in [0, bound), bound > 0, without modulo bias (Lemire 2019).
  std::uint32_t below(std::uint32_t bound) noexcept {
    std::uint64_t product = static_cast<std::uint64_t>((*this)()) * bound;
    if (auto low = static_cast<std::uint32_t>(product); low < bound) {
      const std::uint32_t threshold = (0U - bound) % bound;
      while (low < threshold) {
        product = static_cast<std::uint64_t>((*this)()) * bound;
        low = static_cast<std::uint32_t>(product);
      }
    }
    return static_cast<std::uint32_t>(product >> 32U);
  }

 private:
  static constexpr std::uint64_t kIncrement = 1442695040888963407ULL;
  std::uint64_t state_;
};

}  // namespace attune
