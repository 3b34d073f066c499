// What each review names: aspects (what is praised or blamed, and in which words) and entities (people,
// places, products, dates, sums).
//
// All positions are bytes of the understood text (Reviews::write_understood_text: title, then text). A
// mention takes 16 bytes, a review 8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inference/text_scores.hpp"
#include "text/normalize.hpp"

namespace attune::feedback {

// Bytes [begin, begin + size) of the understood text; size 0: nothing.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint16_t size = 0;
  [[nodiscard]] std::uint32_t end() const noexcept { return begin + size; }
  [[nodiscard]] std::string_view of(std::string_view understood) const {
    return understood.substr(begin, size);
  }
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

// Of longer ranges the first 65,535 bytes.
[[nodiscard]] Stretch stretch_of(const text::ByteRange& bytes) noexcept;

struct Aspect {
  Stretch term;
  inference::Sentiment sentiment = inference::Sentiment::Neutral;
  Stretch opinion;  // the words that say so; size 0 where there are none
  friend bool operator==(const Aspect&, const Aspect&) = default;
};

struct Entity {
  Stretch text;
  std::uint8_t type = 0;  // index into Readings::entity_types
  friend bool operator==(const Entity&, const Entity&) = default;
};

// Rows of any number of items, filled in any order, each at most once.
template <class Item>
class ListColumn {
 public:
  void clear() { *this = {}; }
  void resize(std::size_t rows) { cells_.resize(rows); }
  [[nodiscard]] std::size_t size() const noexcept { return cells_.size(); }
  void set(std::size_t row, std::span<const Item> items) {
    cells_[row] = {static_cast<std::uint32_t>(items_.size()), static_cast<std::uint32_t>(items.size())};
    items_.insert(items_.end(), items.begin(), items.end());
  }
  // In the order of the text. Valid until the next set().
  [[nodiscard]] std::span<const Item> operator[](std::size_t row) const noexcept {
    return row < cells_.size() ? std::span{items_}.subspan(cells_[row].first, cells_[row].count)
                               : std::span<const Item>{};
  }

 private:
  struct Cell {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  std::vector<Cell> cells_;
  std::vector<Item> items_;
};

using AspectColumn = ListColumn<Aspect>;
using EntityColumn = ListColumn<Entity>;

}  // namespace attune::feedback
