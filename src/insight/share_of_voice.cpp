#include "insight/share_of_voice.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "feedback/search.hpp"
#include "insight/estimates.hpp"
#include "insight/metric_groups.hpp"
#include "insight/trend.hpp"

namespace attune::insight {
namespace {

using snapshot::Metric;
using snapshot::MetricId;
using snapshot::MetricUnit;

constexpr std::size_t kRowsAtOnce = 1024;

struct Mentions {
  std::uint64_t own = 0, all = 0;
};

// Whole words in their order.
feedback::Search search_for(std::string name) {
  std::replace(name.begin(), name.end(), '"', ' ');
  return feedback::Search{'"' + name + '"'};
}

std::vector<feedback::Search> searches_for(const std::vector<std::string>& names) {
  std::vector<feedback::Search> searches;
  for (const std::string& name : names) {
    if (feedback::Search search = search_for(name); !search.matches_everything())
      searches.push_back(std::move(search));
  }
  return searches;
}

}  // namespace

Stepped<Metric> share_of_voice(const feedback::Reviews& reviews, const ReviewWriters& writers,
                               const BrandNames& names, const std::vector<std::string>& columns) {
  const std::vector<feedback::Search> own = searches_for(names.own);
  const std::vector<feedback::Search> rivals = searches_for(names.rivals);
  std::vector<std::uint64_t> said(rivals.size());
  const DaySpan span = days_covered(reviews).value_or(DaySpan{});
  Grouped<Mentions> mentions{granularity_for(span.first, span.last)};
  std::string text;
  for (feedback::Row row = 0; row < reviews.size() && !rivals.empty(); ++row) {
    if (row % kRowsAtOnce == kRowsAtOnce - 1)
      co_yield Progress{"Working out the figures", row, reviews.size()};
    if (!reviews.has_text(row)) continue;
    reviews.write_understood_text(row, text);
    const std::string folded = feedback::fold(text);
    const bool is_ours =
        own.empty() || std::any_of(own.begin(), own.end(),
                                   [&](const feedback::Search& name) { return name.matches(folded); });
    std::uint64_t all = is_ours ? 1 : 0;
    for (std::size_t i = 0; i < rivals.size(); ++i) {
      if (rivals[i].matches(folded)) ++said[i], ++all;
    }
    if (all == 0) continue;
    mentions.add(keys_of(reviews, writers, row),
                 [&](Mentions& group) { group.own += is_ours ? 1 : 0, group.all += all; });
  }
  if (mentions.all.all == 0)
    co_return missing_metric(MetricId::ShareOfVoice, MetricUnit::Share, "feedback", {"competitor-names"});

  Metric metric = known_metric(MetricId::ShareOfVoice, MetricUnit::Share, columns);
  mentions.tell(metric, names_of(reviews),
                [](const Mentions& group) { return share_estimate(group.own, group.all); });
  std::vector<snapshot::MetricGroup> by_name;
  by_name.push_back({"name", names.own.empty() ? std::string{} : names.own.front(),
                     share_estimate(mentions.all.own, mentions.all.all)});
  for (std::size_t i = 0; i < rivals.size(); ++i)
    by_name.push_back({"name", names.rivals[i], share_estimate(said[i], mentions.all.all)});
  std::stable_sort(by_name.begin(), by_name.end(),
                   [](const auto& a, const auto& b) { return a.figure.value > b.figure.value; });
  metric.groups.insert(metric.groups.begin(), by_name.begin(), by_name.end());
  if (metric.figure.n < kEnoughCases) metric.state = snapshot::MetricState::TooFew;
  co_return metric;
}

}  // namespace attune::insight
