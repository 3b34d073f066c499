// Turns what is known so far into a snapshot: the overview, how each file was read, and what it all means.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "engine/customer_book.hpp"
#include "engine/deadline.hpp"
#include "engine/read_stage.hpp"
#include "engine/step.hpp"
#include "engine/topic_book.hpp"
#include "engine/understanding_summary.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/metrics.hpp"
#include "insight/overview.hpp"
#include "insight/review_writers.hpp"
#include "insight/share_of_voice.hpp"
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

// What a run keeps from one picture to the next, so that it is worked out once.
struct InsightBook {
  TopicBook topics;
  std::optional<insight::MetricSources> metrics;  // nullopt: to be gathered
  insight::ReviewWriters writers;                 // nothing until the customers are known
  const CustomerBook* customers = nullptr;        // null where nobody is known
  insight::BrandNames brands;
};

class SummariseStage {
 public:
  // Reviews, readings, files and book must outlive it and keep their rows; readings may fill in meanwhile.
  // Without a book the snapshot has an overview only.
  SummariseStage(SnapshotHead head, const feedback::Reviews& reviews, const feedback::Readings& readings,
                 const std::deque<SourceFile>* files = nullptr, InsightBook* book = nullptr);

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
  std::optional<Stepped<snapshot::Insight>> insight_;
  bool is_counting_ = true;  // rows into the overview
};

}  // namespace attune::engine
