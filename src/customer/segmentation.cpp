#include "customer/segmentation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "stats/intervals.hpp"

namespace attune::customer {
namespace {

constexpr double kSkewedFrom = 1;
constexpr std::size_t kRowsForRules = 4000;
constexpr std::size_t kManyRows = 50'000;
constexpr std::size_t kRowsPerPause = 8192;
constexpr double kTraitFrom = 0.5;

struct Moments {
  double low = INFINITY, high = -INFINITY, skewness = 0;
};

// Of sorted values: sums do not depend on the order of customers.
Moments moments_of(std::span<const double> sorted) {
  Moments moments;
  if (sorted.empty()) return moments;
  moments.low = sorted.front();
  moments.high = sorted.back();
  double mean = 0;
  for (const double value : sorted) mean += value / static_cast<double>(sorted.size());
  double second = 0;
  double third = 0;
  for (const double value : sorted) {
    second += (value - mean) * (value - mean);
    third += (value - mean) * (value - mean) * (value - mean);
  }
  const auto n = static_cast<double>(sorted.size());
  const double deviation = std::sqrt(second / n);
  if (deviation > 0) moments.skewness = third / n / (deviation * deviation * deviation);
  return moments;
}

std::vector<double> sorted_column(const stats::Matrix& values, std::size_t column) {
  std::vector<double> sorted(values.rows);
  for (std::size_t i = 0; i < values.rows; ++i) sorted[i] = values.at(i, column);
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

// Mean 0 and deviation 1, from sorted values for the same reason.
void bring_to_scale(stats::Matrix& scaled, std::size_t column) {
  const std::vector<double> sorted = sorted_column(scaled, column);
  double mean = 0;
  for (const double value : sorted) mean += value;
  mean /= static_cast<double>(sorted.size());
  double square = 0;
  for (const double value : sorted) square += (value - mean) * (value - mean);
  const double deviation = std::sqrt(square / static_cast<double>(sorted.size()));
  for (std::size_t i = 0; i < scaled.rows; ++i)
    scaled.at(i, column) = deviation > 0 ? (scaled.at(i, column) - mean) / deviation : 0;
}

// Evenly from the rows in order of their values.
std::vector<std::uint32_t> even_sample(const stats::Matrix& values, std::size_t most) {
  std::vector<std::uint32_t> order(values.rows);
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&values](std::uint32_t a, std::uint32_t b) {
    const auto first = values.row(a);
    const auto second = values.row(b);
    return std::lexicographical_compare(first.begin(), first.end(), second.begin(), second.end());
  });
  const std::size_t stride = (order.size() + most - 1) / most;
  std::vector<std::uint32_t> picked;
  for (std::size_t i = stride / 2; i < order.size(); i += stride) picked.push_back(order[i]);
  return picked;
}

std::vector<Trait> traits_of(std::span<const double> centre) {
  std::vector<Trait> traits;
  for (std::size_t j = 0; j < centre.size(); ++j) {
    if (std::abs(centre[j]) >= kTraitFrom) traits.push_back({j, centre[j]});
  }
  std::stable_sort(traits.begin(), traits.end(), [](const Trait& a, const Trait& b) {
    return std::abs(a.distance) > std::abs(b.distance);
  });
  if (traits.size() > 3) traits.resize(3);
  return traits;
}

// The features that tell customers apart, in their own units.
stats::Matrix telling_features(const FeatureTable& table, Segmentation& made) {
  for (std::uint32_t j = 0; j < table.features.size(); ++j) {
    const Moments moments = moments_of(sorted_column(table.values, j));
    if (!(moments.high > moments.low)) continue;
    FeatureColumn feature = table.features[j];
    feature.is_logarithm = moments.low >= 0 && moments.skewness > kSkewedFrom;
    made.features.push_back(std::move(feature));
    made.kept.push_back(j);
  }
  stats::Matrix values{table.values.rows, made.kept.size()};
  for (std::size_t i = 0; i < values.rows; ++i) {
    for (std::size_t j = 0; j < made.kept.size(); ++j) values.at(i, j) = table.values.at(i, made.kept[j]);
  }
  return values;
}

}  // namespace

FeatureTable features_of(std::span<const CustomerHistory> customers, std::int32_t today, bool has_money) {
  FeatureTable table;
  table.features = {{Feature::DaysSinceOrder, {}, false}, {Feature::Orders, {}, false}};
  if (has_money) table.features.push_back({Feature::OrderAmount, {}, false});
  table.values = stats::Matrix{customers.size(), table.features.size()};
  for (std::size_t i = 0; i < customers.size(); ++i) {
    table.values.at(i, 0) = std::max(0.0, static_cast<double>(today) - customers[i].last_day);
    table.values.at(i, 1) = customers[i].visits;
    if (has_money) table.values.at(i, 2) = customers[i].mean_order;
  }
  return table;
}

Stepped<Segmentation> segment_customers(FeatureTable table) {
  Segmentation made;
  if (table.values.rows < kFewestToSegment) {
    made.remark = "Only " + std::to_string(table.values.rows) + " customers, too few to form groups";
    co_return made;
  }
  const stats::Matrix values = telling_features(table, made);
  if (made.features.empty()) {
    made.remark = "The customers are all alike in what the files tell of them";
    co_return made;
  }
  stats::Matrix scaled = values;
  for (std::size_t j = 0; j < made.features.size(); ++j) {
    if (made.features[j].is_logarithm) {
      for (std::size_t i = 0; i < scaled.rows; ++i) scaled.at(i, j) = std::log1p(scaled.at(i, j));
    }
    bring_to_scale(scaled, j);
    co_yield Progress{"Bringing features to one scale", j, made.features.size()};
  }
  stats::ClusterChoiceOptions options;
  if (scaled.rows > kManyRows) options.k_means = {.starts = 2, .iterations = 50, .seed = 1};
  auto choosing = stats::choose_clusters(scaled.view(), options);
  while (choosing.advance()) co_yield choosing.progress();
  made.choice = std::move(choosing).result();
  const stats::Clustering& clustering = made.choice.clustering;
  if (clustering.centres.rows < 2) {
    made.remark = "The customers do not fall into groups";
    co_return made;
  }
  made.is_made = true;
  if (!made.choice.is_stable)
    made.remark = "The groups change when other customers are drawn; take them as a rough picture";

  made.axes = stats::principal_components(scaled.view(), std::min<std::size_t>(2, made.features.size()));
  made.coordinates = stats::Matrix{scaled.rows, 2};
  for (std::size_t i = 0; i < scaled.rows; ++i) {
    for (std::size_t c = 0; c < made.axes.directions.rows; ++c)
      made.coordinates.at(i, c) = made.axes.coordinate(scaled.row(i), c);
    if (i % kRowsPerPause == kRowsPerPause - 1) co_yield Progress{"Drawing the groups", i, scaled.rows};
  }
  const std::vector<std::uint32_t> sample = even_sample(values, kRowsForRules);
  stats::Matrix sampled{sample.size(), values.columns};
  for (std::size_t i = 0; i < sample.size(); ++i)
    std::copy_n(values.row(sample[i]).begin(), values.columns, sampled.row(i).begin());
  const stats::ClusterCount& chosen = made.choice.tried[made.choice.chosen];
  for (std::uint32_t k = 0; k < clustering.centres.rows; ++k) {
    CustomerGroup group;
    for (std::size_t j = 0; j < values.columns; ++j) {
      std::vector<double> own;
      for (std::size_t i = 0; i < values.rows; ++i) {
        if (clustering.cluster_of_row[i] == k) own.push_back(values.at(i, j));
      }
      std::sort(own.begin(), own.end());
      group.centre.push_back(stats::sorted_quantile(own, 0.5));
    }
    const auto centre = clustering.centres.row(k);
    group.traits = traits_of(centre);
    std::vector<std::uint8_t> is_member;
    for (const std::uint32_t i : sample) is_member.push_back(clustering.cluster_of_row[i] == k ? 1 : 0);
    group.rule = stats::describe_group(sampled.view(), is_member);
    if (k < chosen.cluster_stability.size()) group.stability = chosen.cluster_stability[k];
    group.x = made.axes.coordinate(centre, 0);
    if (made.axes.directions.rows > 1) group.y = made.axes.coordinate(centre, 1);
    made.groups.push_back(std::move(group));
    co_yield Progress{"Describing the groups", k, clustering.centres.rows};
  }
  co_return made;
}

}  // namespace attune::customer
