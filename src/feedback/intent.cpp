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
  set(row, {.label = static_cast<std::uint8_t>(top - p.begin()), .p = *top});
}

void IntentColumn::set(std::size_t row, Intent intent) {
  cells_[row] = {.label = intent.label,
                 .steps = static_cast<std::uint8_t>(std::lround(std::clamp(intent.p, 0.0F, 1.0F) * 255))};
}

std::optional<std::uint8_t> IntentColumn::find_label(std::string_view label) const noexcept {
  const auto at = std::find(labels_.begin(), labels_.end(), label);
  if (at == labels_.end()) return std::nullopt;
  return static_cast<std::uint8_t>(at - labels_.begin());
}

}  // namespace attune::feedback
