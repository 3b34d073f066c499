// Puts tokenised texts into batches for the model: texts of like length together, so that little is padding.
//
//   Batcher batcher;
//   const std::size_t item = batcher.add(ids);        // any number of times
//   while (batcher.next(plan)) { run plan.batch; row r of the scores belongs to plan.items[r] }
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "inference/token_batch.hpp"

namespace attune::inference {

struct BatchLimits {
  std::size_t max_rows = 16;      // measured: more cost time, fewer cost calls
  std::size_t max_tokens = 2048;  // rows * width; a single longer text still is a batch
  std::int32_t padding = 0;       // fills rows up
};

struct PlannedBatch {
  TokenBatch batch;
  std::vector<std::size_t> items;  // items[r] is the number that add() gave to the text of row r
};

// The batches depend only on what was added in which order, never on time.
class Batcher {
 public:
  explicit Batcher(BatchLimits limits = {}) : limits_{limits} {}

  // Items count from 0. A text of no tokens is a row of padding.
  std::size_t add(std::span<const std::int32_t> ids);

  // Fills `planned` with the next batch of what was added since the last batch came out, shortest texts
  // first; false when there is none. What is added between two calls waits until the batches at hand are out.
  bool next(PlannedBatch& planned);

  // Texts added and not yet handed out.
  [[nodiscard]] std::size_t waiting() const noexcept { return begins_.size() - 1 - handed_out_; }

  // Forgets everything; items count from 0 again.
  void clear();

 private:
  [[nodiscard]] std::size_t length_of(std::size_t item) const noexcept {
    return begins_[item + 1] - begins_[item];
  }

  BatchLimits limits_;
  std::vector<std::int32_t> ids_;
  std::vector<std::size_t> begins_ = {0};  // of each item in ids_, and the end
  std::vector<std::size_t> order_;         // items sorted by length, the ones at hand
  std::size_t next_in_order_ = 0;
  std::size_t ordered_ = 0;  // items that have been in order_ so far
  std::size_t handed_out_ = 0;
};

}  // namespace attune::inference
