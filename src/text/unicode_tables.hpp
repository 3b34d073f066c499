// The raw Unicode data behind text/unicode.hpp: generated tables, sorted by code point.
// Regenerate with models/train/write_unicode_tables.py; training reads the same source.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace attune::text {

// From `first` on, up to the next change, code points have this class (CharacterClass).
struct ClassChange {
  std::uint32_t first;
  std::uint8_t character_class;
};

// Code points first, first + step, ..., last are replaced by themselves plus delta.
struct Shift {
  std::uint32_t first;
  std::uint32_t last;
  std::uint32_t step;
  std::int32_t delta;
};

// Code points that vanish.
struct DroppedRange {
  std::uint32_t first;
  std::uint32_t last;
};

// A code point that is replaced by two to four; unused places are 0.
struct Expansion {
  std::uint32_t point;
  std::array<std::uint32_t, 4> to;
};

// A letter and a combining mark that are one code point together.
struct Composition {
  std::uint32_t base;
  std::uint32_t mark;
  std::uint32_t composed;
};

[[nodiscard]] std::span<const ClassChange> unicode_classes() noexcept;
[[nodiscard]] std::span<const Shift> unicode_fold_shifts() noexcept;
[[nodiscard]] std::span<const Shift> unicode_lower_shifts() noexcept;
[[nodiscard]] std::span<const DroppedRange> unicode_dropped() noexcept;
[[nodiscard]] std::span<const Expansion> unicode_expansions() noexcept;
[[nodiscard]] std::span<const Composition> unicode_compositions() noexcept;

}  // namespace attune::text
