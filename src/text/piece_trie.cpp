#include "text/piece_trie.hpp"

#include <utility>

namespace attune::text {
namespace {

constexpr std::uint64_t kLow21 = (1U << 21U) - 1;
constexpr std::uint32_t kNone = ~0U;

std::uint64_t key_of(std::uint32_t node, char32_t point) noexcept {
  return (static_cast<std::uint64_t>(node) << 21U) | point;
}

std::size_t slot_of(std::uint64_t key, std::size_t size) noexcept {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 32U) & (size - 1);
}

}  // namespace

std::uint32_t PieceTrie::child(std::uint32_t node, char32_t point) const noexcept {
  const std::uint64_t key = key_of(node, point);
  for (std::size_t slot = slot_of(key, edges_.size());; slot = (slot + 1) & (edges_.size() - 1)) {
    const std::uint64_t edge = edges_[slot];
    if (edge == 0) return kNone;
    if (edge >> 21U == key) return static_cast<std::uint32_t>(edge & kLow21) - 1;
  }
}

void PieceTrie::grow() {
  const std::vector<std::uint64_t> old = std::exchange(edges_, std::vector<std::uint64_t>(edges_.size() * 2));
  for (const std::uint64_t edge : old) {
    if (edge == 0) continue;
    std::size_t slot = slot_of(edge >> 21U, edges_.size());
    while (edges_[slot] != 0) slot = (slot + 1) & (edges_.size() - 1);
    edges_[slot] = edge;
  }
}

std::uint32_t PieceTrie::add_child(std::uint32_t node, char32_t point) {
  if (const std::uint32_t found = child(node, point); found != kNone) return found;
  if (2 * ++edge_count_ > edges_.size()) grow();
  const auto made = static_cast<std::uint32_t>(ids_.size());
  ids_.push_back(-1);
  const std::uint64_t key = key_of(node, point);
  std::size_t slot = slot_of(key, edges_.size());
  while (edges_[slot] != 0) slot = (slot + 1) & (edges_.size() - 1);
  edges_[slot] = (key << 21U) | (made + 1);
  return made;
}

void PieceTrie::insert(std::span<const char32_t> piece, bool is_continuation, std::int32_t id) {
  std::uint32_t node = is_continuation ? 1 : 0;
  for (const char32_t point : piece) node = add_child(node, point);
  if (ids_[node] < 0) ids_[node] = id;
}

PieceTrie::Match PieceTrie::longest(std::span<const char32_t> text, bool is_continuation) const noexcept {
  Match match;
  std::uint32_t node = is_continuation ? 1 : 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    node = child(node, text[i]);
    if (node == kNone) break;
    if (ids_[node] >= 0) match = {ids_[node], i + 1};
  }
  return match;
}

std::int32_t PieceTrie::exact(std::span<const char32_t> text) const noexcept {
  std::uint32_t node = 0;
  for (const char32_t point : text) {
    node = child(node, point);
    if (node == kNone) return -1;
  }
  return ids_[node];
}

}  // namespace attune::text
