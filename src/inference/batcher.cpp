#include "inference/batcher.hpp"

#include <algorithm>
#include <numeric>

namespace attune::inference {

std::size_t Batcher::add(std::span<const std::int32_t> ids) {
  ids_.insert(ids_.end(), ids.begin(), ids.end());
  begins_.push_back(ids_.size());
  return begins_.size() - 2;
}

bool Batcher::next(PlannedBatch& planned) {
  if (next_in_order_ == order_.size()) {
    order_.resize(begins_.size() - 1 - ordered_);
    std::iota(order_.begin(), order_.end(), ordered_);
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return length_of(a) < length_of(b); });
    ordered_ += order_.size();
    next_in_order_ = 0;
  }
  if (order_.empty()) return false;

  std::size_t end = next_in_order_;
  std::size_t width = 1;
  while (end < order_.size() && end - next_in_order_ < limits_.max_rows) {
    const std::size_t wider = std::max(width, length_of(order_[end]));
    if (end > next_in_order_ && (end + 1 - next_in_order_) * wider > limits_.max_tokens) break;
    width = wider;
    ++end;
  }

  planned.items.assign(order_.begin() + static_cast<std::ptrdiff_t>(next_in_order_),
                       order_.begin() + static_cast<std::ptrdiff_t>(end));
  planned.batch.rows = planned.items.size();
  planned.batch.width = width;
  planned.batch.ids.assign(planned.batch.rows * width, limits_.padding);
  for (std::size_t row = 0; row < planned.items.size(); ++row) {
    const std::size_t item = planned.items[row];
    std::copy(ids_.begin() + static_cast<std::ptrdiff_t>(begins_[item]),
              ids_.begin() + static_cast<std::ptrdiff_t>(begins_[item + 1]),
              planned.batch.ids.begin() + static_cast<std::ptrdiff_t>(row * width));
  }
  handed_out_ += planned.items.size();
  next_in_order_ = end;
  return true;
}

void Batcher::clear() { *this = Batcher{limits_}; }

}  // namespace attune::inference
