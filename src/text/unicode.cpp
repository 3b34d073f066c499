#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "text/unicode_tables.hpp"

namespace attune::text {
namespace {

constexpr std::uint32_t kEnd = 0x110000;
constexpr std::uint32_t kBlock = 256;

// One value per code point, equal blocks stored once: two loads per look-up.
template <class T>
class PointTable {
 public:
  explicit PointTable(const std::vector<T>& values) {
    for (std::uint32_t block = 0; block < kEnd / kBlock; ++block) {
      const auto begin = values.begin() + block * kBlock;
      std::size_t at = 0;
      while (at < values_.size() && !std::equal(begin, begin + kBlock, values_.begin() + at)) at += kBlock;
      if (at == values_.size()) values_.insert(values_.end(), begin, begin + kBlock);
      blocks_[block] = static_cast<std::uint32_t>(at);
    }
  }
  [[nodiscard]] T operator[](char32_t point) const noexcept {
    return point < kEnd ? values_[blocks_[point / kBlock] + point % kBlock] : T{};
  }

 private:
  std::array<std::uint32_t, kEnd / kBlock> blocks_{};
  std::vector<T> values_;
};

// In the fold table: these instead of a difference.
constexpr std::int32_t kDrop = 0x7FFFFFFF;
constexpr std::int32_t kExpand = 0x7FFFFFFE;

std::vector<std::uint8_t> class_values() {
  std::vector<std::uint8_t> values(kEnd, 0);
  const auto changes = unicode_classes();
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::uint32_t last = i + 1 < changes.size() ? changes[i + 1].first : kEnd;
    std::fill(values.begin() + changes[i].first, values.begin() + last, changes[i].character_class);
  }
  return values;
}

std::vector<std::int32_t> shift_values(std::span<const Shift> shifts) {
  std::vector<std::int32_t> values(kEnd, 0);
  for (const Shift& shift : shifts) {
    for (std::uint32_t point = shift.first; point <= shift.last; point += shift.step) {
      values[point] = shift.delta;
    }
  }
  return values;
}

std::vector<std::int32_t> fold_values() {
  std::vector<std::int32_t> values = shift_values(unicode_fold_shifts());
  for (const DroppedRange& range : unicode_dropped()) {
    std::fill(values.begin() + range.first, values.begin() + range.last + 1, kDrop);
  }
  for (const Expansion& expansion : unicode_expansions()) values[expansion.point] = kExpand;
  return values;
}

const PointTable<std::uint8_t>& classes() {
  static const PointTable<std::uint8_t> table{class_values()};
  return table;
}
const PointTable<std::int32_t>& folds() {
  static const PointTable<std::int32_t> table{fold_values()};
  return table;
}
const PointTable<std::int32_t>& lowers() {
  static const PointTable<std::int32_t> table{shift_values(unicode_lower_shifts())};
  return table;
}

}  // namespace

CharacterClass class_of(char32_t point) noexcept {
  return point < 0x80 ? class_of_ascii(point) : static_cast<CharacterClass>(classes()[point]);
}

char32_t lower(char32_t point) noexcept {
  if (point < 0x80) return point >= U'A' && point <= U'Z' ? point + (U'a' - U'A') : point;
  return static_cast<char32_t>(static_cast<std::int32_t>(point) + lowers()[point]);
}

std::span<const std::uint32_t> fold(char32_t point, std::uint32_t& single) noexcept {
  const std::int32_t value = folds()[point];
  if (value == kDrop) return {};
  if (value == kExpand) {
    const auto all = unicode_expansions();
    const auto at = std::lower_bound(all.begin(), all.end(), static_cast<std::uint32_t>(point),
                                     [](const Expansion& e, std::uint32_t p) { return e.point < p; });
    const auto length = std::find(at->to.begin(), at->to.end(), 0U) - at->to.begin();
    return {at->to.data(), static_cast<std::size_t>(length)};
  }
  single = static_cast<std::uint32_t>(static_cast<std::int32_t>(point) + value);
  return {&single, 1};
}

char32_t compose(char32_t base, char32_t mark) noexcept {
  const auto all = unicode_compositions();
  const auto before = [](const Composition& a, const Composition& b) {
    return a.base != b.base ? a.base < b.base : a.mark < b.mark;
  };
  const Composition wanted{base, mark, 0};
  const auto at = std::lower_bound(all.begin(), all.end(), wanted, before);
  return at != all.end() && at->base == base && at->mark == mark ? at->composed : 0;
}

}  // namespace attune::text
