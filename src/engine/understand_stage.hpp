// Brings every review's text to the model and its feeling back into the column.
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
#include "feedback/reviews.hpp"
#include "feedback/sentiment.hpp"

namespace attune::engine {

class UnderstandStage {
 public:
  // All must outlive it; reviews must not change. Rows whose feeling is known already are left alone.
  UnderstandStage(const LanguageModel& model, const feedback::Reviews& reviews,
                  feedback::FeelingColumn& feelings);

  [[nodiscard]] bool is_done() const noexcept { return done_ == order_.size(); }
  [[nodiscard]] std::uint64_t rows_done() const noexcept { return done_; }
  [[nodiscard]] Progress progress() const;

  // False when every text is on its way or back: then wait for scores, unless is_done().
  bool next_batch(std::uint32_t number, inference::TokenBatch& batch);
  Result<void> accept(std::uint32_t number, std::span<const float> scores);
  [[nodiscard]] std::size_t batches_in_flight() const noexcept { return queue_.batches_in_flight(); }

 private:
  void add_texts();

  const feedback::Reviews& reviews_;
  feedback::FeelingColumn& feelings_;
  ScoringQueue queue_;
  std::vector<feedback::Row> order_;
  std::size_t next_ = 0;  // in order_, the first not yet in the queue
  std::size_t done_ = 0;
  std::string text_;
};

}  // namespace attune::engine
