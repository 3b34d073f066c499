#include "engine/understand_stage.hpp"

#include <algorithm>
#include <utility>

#include "base/random.hpp"
#include "engine/mentions.hpp"

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

UnderstandStage::UnderstandStage(LoadedModels models, const feedback::Corrections& corrections,
                                 const feedback::Reviews& reviews, feedback::Readings& readings)
    : models_{models},
      corrections_{corrections},
      reviews_{reviews},
      readings_{readings},
      queue_{*models.texts} {
  for (feedback::Row row = 0; row < reviews.size(); ++row) {
    if (reviews.has_text(row) && !readings.feelings.is_known(row)) order_.push_back(row);
  }
  shuffle(order_);
}

void UnderstandStage::add_texts() {
  const std::size_t end = std::min(next_ + kTextsAtOnce, order_.size());
  for (; next_ < end; ++next_) {
    reviews_.write_understood_text(order_[next_], text_);
    queue_.add(order_[next_], text_);
    if (models_.languages != nullptr)
      readings_.languages.set(order_[next_], models_.languages->identify(text_).code);
  }
}

bool UnderstandStage::next_batch(std::uint32_t number, inference::TokenBatch& batch) {
  if (queue_.waiting() == 0) add_texts();
  return queue_.next_batch(number, batch);
}

Result<void> UnderstandStage::accept(std::uint32_t number, std::span<const float> scores) {
  if (const auto accepted = queue_.accept(number, scores); !accepted) return accepted.error();
  while (const auto scored = queue_.take_scored()) {
    keep(*scored);
    ++done_;
  }
  return {};
}

void UnderstandStage::keep(const ScoredText& scored) {
  const feedback::Row row = scored.key;
  readings_.feelings.set(row, feedback::feeling_from_scores(scored.scores));
  readings_.emotions.set(row, scored.scores.emotion);
  readings_.intents.set(row, scored.scores.intent);
  readings_.embeddings.set(row, scored.embedding);
  reviews_.write_understood_text(row, text_);
  const Mentions mentions = mentions_in(text_, scored.spans, models_.texts->card, readings_.entity_types);
  readings_.aspects.set(row, mentions.aspects);
  readings_.entities.set(row, mentions.entities);
  if (!corrections_.is_empty())
    feedback::apply_correction(corrections_.find(feedback::text_key(text_)), row, readings_);
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
