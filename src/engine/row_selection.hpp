// Which reviews pass a filter, in which order. The last answer is kept: scrolling costs nothing, and typing
// one more letter looks only at the rows that were left.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/understanding_summary.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/review_writers.hpp"
#include "insight/topic_index.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

// What a filter looks at.
struct SelectedFrom {
  const feedback::Reviews& reviews;
  const feedback::Readings& readings;
  const Taught& taught;
  const insight::TopicIndex* topics;  // null where there are none yet; then no row passes a filter of topics
  const insight::ReviewWriters& writers;
};

class RowSelection {
 public:
  // The rows in order; valid until the next call. `revision` names the state of reviews and readings: the
  // kept answer is used only for the same one. Rows without the value sorted by come last, ties stand in row
  // order.
  const std::vector<feedback::Row>& select(const SelectedFrom& from, std::uint64_t revision,
                                           const protocol::RowsFilter& filter,
                                           const protocol::RowsSort& sort);
  void forget() { *this = {}; }

 private:
  void filter_rows(const SelectedFrom& from, const protocol::RowsFilter& filter);
  void sort_rows(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings,
                 const protocol::RowsSort& sort);

  std::optional<std::uint64_t> revision_;
  protocol::RowsFilter filter_;
  protocol::RowsSort sort_;
  std::vector<feedback::Row> matching_;  // in row order
  std::vector<feedback::Row> ordered_;   // the same, sorted
};

}  // namespace attune::engine
