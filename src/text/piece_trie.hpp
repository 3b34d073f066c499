// A set of word pieces, searched for the longest that begins at a place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::text {

class PieceTrie {
 public:
  struct Match {
    std::int32_t id = -1;    // -1: no piece begins here
    std::size_t length = 0;  // code points
  };

  // `is_continuation`: the piece may only stand inside a word. Of two equal pieces the first counts.
  void insert(std::span<const char32_t> piece, bool is_continuation, std::int32_t id);

  // The longest piece that `text` begins with.
  [[nodiscard]] Match longest(std::span<const char32_t> text, bool is_continuation) const noexcept;

  // The piece that is all of `text`, or -1.
  [[nodiscard]] std::int32_t exact(std::span<const char32_t> text) const noexcept;

 private:
  // A node's child by a code point: open addressing, an entry is node << 42 | point << 21 | child + 1.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, char32_t point) const noexcept;
  std::uint32_t add_child(std::uint32_t node, char32_t point);
  void grow();

  std::vector<std::int32_t> ids_ = {-1, -1};  // per node; nodes 0 and 1 are the two roots
  std::vector<std::uint64_t> edges_ = std::vector<std::uint64_t>(1U << 12U);
  std::size_t edge_count_ = 0;
};

}  // namespace attune::text
