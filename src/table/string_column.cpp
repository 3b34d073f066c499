#include "table/string_column.hpp"

#include <cassert>

namespace attune::table {
namespace {

// offset, size, two flags: 36 + 26 + 2 bits.
constexpr std::uint64_t kIsInMemory = std::uint64_t{1} << 63U;
constexpr std::uint64_t kHasEscapes = std::uint64_t{1} << 62U;
constexpr std::uint64_t kSizeMask = (std::uint64_t{1} << FilePlace::kSizeBits) - 1;
constexpr std::uint64_t kOffsetMask = (std::uint64_t{1} << FilePlace::kOffsetBits) - 1;

std::uint64_t packed(std::uint64_t offset, std::uint64_t size_bytes) noexcept {
  assert(FilePlace::fits(offset, size_bytes));
  return offset << FilePlace::kSizeBits | size_bytes;
}

}  // namespace

void StringColumn::append_place(const FilePlace& place) {
  places_.push_back(packed(place.offset, place.size_bytes) | (place.has_escapes ? kHasEscapes : 0));
}

void StringColumn::place_in_memory(std::size_t size_bytes) {
  places_.push_back(packed(bytes_.size() - size_bytes, size_bytes) | kIsInMemory);
}

std::string_view StringColumn::placed_cell(std::size_t index) const {
  const std::uint64_t place = places_[index];
  const auto size = static_cast<std::size_t>(place & kSizeMask);
  const std::uint64_t offset = place >> FilePlace::kSizeBits & kOffsetMask;
  if (size == 0) return {};
  if ((place & kIsInMemory) != 0) return {bytes_.data() + offset, size};
  if (recent_.empty()) recent_.resize(kRecentCells);
  std::string& text = recent_[next_recent_];
  next_recent_ = (next_recent_ + 1) % kRecentCells;
  file_->read({offset, static_cast<std::uint32_t>(size), (place & kHasEscapes) != 0}, text);
  return text;
}

}  // namespace attune::table
