// A measure of everything and of the parts that people compare: periods, sources, products, places and
// customer segments.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "feedback/reviews.hpp"
#include "insight/review_writers.hpp"
#include "insight/trend.hpp"
#include "snapshot/customer_names.hpp"
#include "snapshot/metrics.hpp"

namespace attune::insight {

inline constexpr std::uint64_t kEnoughCases = 10;    // below, a figure is marked as resting on too few
inline constexpr std::size_t kMostPeriods = 40;      // the newest
inline constexpr std::size_t kMostNamedGroups = 10;  // the largest of each kind

[[nodiscard]] inline snapshot::Metric known_metric(snapshot::MetricId id, snapshot::MetricUnit unit,
                                                   std::vector<std::string> columns) {
  snapshot::Metric metric;
  metric.id = id, metric.unit = unit, metric.state = snapshot::MetricState::Known;
  metric.columns = std::move(columns);
  return metric;
}

// `needs`: roles of columns, in a table of the kind `table`.
[[nodiscard]] inline snapshot::Metric missing_metric(snapshot::MetricId id, snapshot::MetricUnit unit,
                                                     const char* table, std::vector<std::string> needs) {
  snapshot::Metric metric;
  metric.id = id, metric.unit = unit;
  metric.needs_table = table, metric.needs = std::move(needs);
  return metric;
}

// The parts a case belongs to; 0 and nullopt: to none.
struct GroupKeys {
  std::optional<Days> day{};
  std::uint32_t source = 0, product = 0, place = 0;
  std::uint8_t segment = 0;  // 1 + snapshot::RfmSegment
};

// What the numbers in GroupKeys are called; null where a kind does not occur.
struct GroupNames {
  const feedback::NameList *sources = nullptr, *products = nullptr, *places = nullptr;
};

[[nodiscard]] inline GroupKeys keys_of(const feedback::Reviews& reviews, const ReviewWriters& writers,
                                       feedback::Row row) {
  return {.day = reviews.day(row),
          .source = reviews.source_ids[row],
          .product = reviews.product_ids[row],
          .place = reviews.place_ids[row],
          .segment = row < writers.segments.size() ? writers.segments[row] : std::uint8_t{0}};
}

// "champions"
[[nodiscard]] inline std::string segment_name(std::uint32_t segment) {
  return std::string{snapshot::name_of(static_cast<snapshot::RfmSegment>(segment - 1))};
}

[[nodiscard]] inline GroupNames names_of(const feedback::Reviews& reviews) {
  return {&reviews.sources, &reviews.products, &reviews.places};
}

// Sum: what is added up for each part, from nothing.
template <class Sum>
class Grouped {
 public:
  explicit Grouped(snapshot::Granularity granularity = snapshot::Granularity::Month)
      : granularity_{granularity} {}

  template <class AddTo>
  void add(const GroupKeys& keys, AddTo&& add_to) {
    add_to(all);
    if (keys.day) add_to(by_period_[period_of(*keys.day, granularity_)]);
    if (keys.source != 0) add_to(by_source_[keys.source]);
    if (keys.product != 0) add_to(by_product_[keys.product]);
    if (keys.place != 0) add_to(by_place_[keys.place]);
    if (keys.segment != 0) add_to(by_segment_[keys.segment]);
  }

  // To one period alone, where those of a case are not told by a day.
  template <class AddTo>
  void add_to_period(std::int32_t period, AddTo&& add_to) {
    add_to(by_period_[period]);
  }

  // figure: an Estimate of a Sum.
  template <class Figure>
  void tell(snapshot::Metric& metric, const GroupNames& names, Figure&& figure) const {
    metric.figure = figure(all);
    metric.granularity = granularity_;
    auto skipped = by_period_.size() - std::min(by_period_.size(), kMostPeriods);
    for (const auto& [period, sum] : by_period_) {
      if (skipped > 0) {
        --skipped;
        continue;
      }
      metric.groups.push_back({"period", iso_from_days(first_day_of(period, granularity_)), figure(sum)});
    }
    tell_named(metric, "source", by_source_, figure,
               [&](std::uint32_t id) { return names.sources->name(id); });
    tell_named(metric, "product", by_product_, figure,
               [&](std::uint32_t id) { return names.products->name(id); });
    tell_named(metric, "place", by_place_, figure, [&](std::uint32_t id) { return names.places->name(id); });
    tell_named(metric, "segment", by_segment_, figure, segment_name);
  }

  Sum all{};

 private:
  template <class Figure, class Name>
  static void tell_named(snapshot::Metric& metric, const char* by, const std::map<std::uint32_t, Sum>& sums,
                         Figure&& figure, Name&& name) {
    std::vector<snapshot::MetricGroup> groups;
    for (const auto& [id, sum] : sums) groups.push_back({by, name(id), figure(sum)});
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.figure.n > b.figure.n; });
    if (groups.size() > kMostNamedGroups) groups.resize(kMostNamedGroups);
    metric.groups.insert(metric.groups.end(), std::make_move_iterator(groups.begin()),
                         std::make_move_iterator(groups.end()));
  }

  snapshot::Granularity granularity_;
  std::map<std::int32_t, Sum> by_period_;
  std::map<std::uint32_t, Sum> by_source_, by_product_, by_place_, by_segment_;
};

}  // namespace attune::insight
