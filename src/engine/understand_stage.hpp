// Brings every review's text to the model and what it reads there back into the columns.
//
// Texts go in a shuffled order (seeded, the same on every run), so that what is known after a part of them is
// a fair picture of all. Results are stored by row: the order in which answers come back never shows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "engine/deadline.hpp"
#include "engine/scoring_queue.hpp"
#include "engine/step.hpp"
#include "feedback/corrections.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"

namespace attune::engine {

class UnderstandStage {
 public:
  // models.texts is there. All must outlive it; reviews must not change. Rows whose feeling is known already
  // are left alone. Without an identifier (null) the languages stay unknown. The readings are reset to the
  // model's card before, and of the reviews' size.
  UnderstandStage(LoadedModels models, const feedback::Corrections& corrections,
                  const feedback::Reviews& reviews, feedback::Readings& readings);

  [[nodiscard]] bool is_done() const noexcept { return done_ == order_.size(); }
  [[nodiscard]] std::uint64_t rows_done() const noexcept { return done_; }
  [[nodiscard]] std::uint64_t rows_total() const noexcept { return order_.size(); }
  [[nodiscard]] Progress progress() const;

  // False when every text is on its way or back: then wait for scores, unless is_done().
  bool next_batch(std::uint32_t number, inference::TokenBatch& batch);
  Result<void> accept(std::uint32_t number, std::span<const float> scores);
  [[nodiscard]] std::size_t batches_in_flight() const noexcept { return queue_.batches_in_flight(); }

 private:
  void add_texts();
  void keep(const ScoredText& scored);

  LoadedModels models_;
  const feedback::Corrections& corrections_;
  const feedback::Reviews& reviews_;
  feedback::Readings& readings_;
  ScoringQueue queue_;
  std::vector<feedback::Row> order_;
  std::size_t next_ = 0;  // in order_, the first not yet in the queue
  std::size_t done_ = 0;
  std::string text_;
};

}  // namespace attune::engine
