#include "feedback/mentions.hpp"

#include <algorithm>
#include <limits>

namespace attune::feedback {

Stretch stretch_of(const text::ByteRange& bytes) noexcept {
  constexpr std::size_t kLongest = std::numeric_limits<std::uint16_t>::max();
  return {static_cast<std::uint32_t>(bytes.begin),
          static_cast<std::uint16_t>(std::min(bytes.end - bytes.begin, kLongest))};
}

}  // namespace attune::feedback
