#include "engine/understand_stage.hpp"

#include <algorithm>
#include <utility>

#include "base/random.hpp"

namespace attune::engine {
namespace {

constexpr std::uint64_t kOrderSeed = 20;
// Sorted by length in groups of this many, batches are well filled; one group is tokenised in some 10 ms.
constexpr std::size_t kTextsAtOnce = 256;

void shuffle(std::vector<feedback::Row>& rows) {
  Random random{kOrderSeed};
  for (auto left = static_cast<std::uint32_t>(rows.size()); left > 1; --left) {
    std::swap(rows[left - 1], rows[random.below(left)]);
  }
}

}  // namespace

UnderstandStage::UnderstandStage(const LanguageModel& model, const feedback::Reviews& reviews,
                                 feedback::FeelingColumn& feelings)
    : reviews_{reviews}, feelings_{feelings}, queue_{model} {
  for (feedback::Row row = 0; row < reviews.size(); ++row) {
    if (reviews.has_text(row) && !feelings.is_known(row)) order_.push_back(row);
  }
  shuffle(order_);
}

void UnderstandStage::add_texts() {
  const std::size_t end = std::min(next_ + kTextsAtOnce, order_.size());
  for (; next_ < end; ++next_) {
    reviews_.write_understood_text(order_[next_], text_);
    queue_.add(order_[next_], text_);
  }
}

bool UnderstandStage::next_batch(std::uint32_t number, inference::TokenBatch& batch) {
  if (queue_.waiting() == 0) add_texts();
  return queue_.next_batch(number, batch);
}

Result<void> UnderstandStage::accept(std::uint32_t number, std::span<const float> scores) {
  if (const auto accepted = queue_.accept(number, scores); !accepted) return accepted.error();
  while (const auto scored = queue_.take_scored()) {
    feelings_.set(scored->key, feedback::feeling_from_scores(scored->scores));
    ++done_;
  }
  return {};
}

Progress UnderstandStage::progress() const {
  return {.run = 0,
          .stage = "understanding",
          .label = "Reading between the lines",
          .done = done_,
          .total = order_.size(),
          .unit = "rows"};
}

}  // namespace attune::engine
