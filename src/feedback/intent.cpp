#include "feedback/intent.hpp"

#include <algorithm>
#include <cmath>

namespace attune::feedback {

void IntentColumn::reset(std::vector<std::string> labels) {
  labels_ = std::move(labels);
  cells_.clear();
}

void IntentColumn::set(std::size_t row, std::span<const float> p) {
  if (p.empty() || p.size() != labels_.size() || p.size() > kUnknown) return;
  const auto top = std::max_element(p.begin(), p.end());
  cells_[row] = {.label = static_cast<std::uint8_t>(top - p.begin()),
                 .steps = static_cast<std::uint8_t>(std::lround(std::clamp(*top, 0.0F, 1.0F) * 255))};
}

}  // namespace attune::feedback
