// Turns what is known so far into a snapshot: the overview and how each file was read.
#pragma once

#include <cstdint>
#include <deque>

#include "engine/deadline.hpp"
#include "engine/read_stage.hpp"
#include "engine/step.hpp"
#include "engine/understanding_summary.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/overview.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::engine {

// What a snapshot says about the run itself.
struct SnapshotHead {
  std::uint32_t run = 0;
  std::uint32_t revision = 0;
  snapshot::Stage stage = snapshot::Stage::Idle;
  bool model_loaded = false;
};

[[nodiscard]] snapshot::FileSummary summary_of(const SourceFile& file);

class SummariseStage {
 public:
  // Reviews, readings and files must outlive it and keep their rows; readings may fill in meanwhile.
  SummariseStage(SnapshotHead head, const feedback::Reviews& reviews, const feedback::Readings& readings)
      : head_{head}, overview_{reviews, readings.feelings, head.model_loaded}, rows_total_{reviews.size()} {}

  // False when take() is due.
  bool step(const Deadline& deadline);
  [[nodiscard]] Progress progress() const;
  [[nodiscard]] snapshot::SnapshotPtr take(const std::deque<SourceFile>& files,
                                           UnderstandingSummary understood,
                                           const snapshot::Customers* customers);  // null: none

 private:
  SnapshotHead head_;
  insight::OverviewBuilder overview_;
  std::size_t rows_total_;
};

}  // namespace attune::engine
