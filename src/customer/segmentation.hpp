// Groups of customers that are alike, however many there are, each said in a few conditions.
//
// k-means on features brought to one scale (skewed ones by their logarithm); the number of groups by
// silhouette among those that hold under resampling (stats/clustering.hpp); each group described by the best
// leaf of a small tree on the features as people know them. Does not depend on the order of customers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/stepped.hpp"
#include "customer/history.hpp"
#include "stats/clustering.hpp"
#include "stats/principal_components.hpp"
#include "stats/rules.hpp"

namespace attune::customer {

enum class Feature : std::uint8_t {
  DaysSinceOrder,
  Orders,
  OrderAmount,
  Tenure,
  UsualGap,
  RefundShare,
  Sentiment,
  DifferentProducts,
  Revenue,
  Column,
};

struct FeatureColumn {
  Feature feature = Feature::Column;
  std::string column;  // the name of a Column
  bool is_logarithm = false;
};

// One row a customer; every value is finite.
struct FeatureTable {
  std::vector<FeatureColumn> features;
  stats::Matrix values;
};

// Recency, frequency and mean order; the last one only where amounts are known.
[[nodiscard]] FeatureTable features_of(std::span<const CustomerHistory> customers, std::int32_t today,
                                       bool has_money);

struct Trait {
  std::size_t feature = 0;
  double distance = 0;  // of the group's mean from all, in standard deviations of the scaled feature
};

struct CustomerGroup {
  std::vector<double> centre;  // median of each feature
  std::vector<Trait> traits;   // strongest first, at most 3, at least half a standard deviation away
  stats::Rule rule;
  double stability = 0;
  double x = 0, y = 0;
};

struct Segmentation {
  bool is_made = false;
  std::string remark;  // why not, or what to beware of; empty otherwise
  std::vector<FeatureColumn> features;
  std::vector<std::uint32_t> kept;  // their columns in the table that was given
  stats::ClusterChoice choice;
  std::vector<CustomerGroup> groups;  // as many as clusters
  stats::PrincipalComponents axes;    // of the scaled features
  stats::Matrix coordinates;          // a customer each: x, y
};

constexpr std::size_t kFewestToSegment = 10;

[[nodiscard]] Stepped<Segmentation> segment_customers(FeatureTable table);

}  // namespace attune::customer
