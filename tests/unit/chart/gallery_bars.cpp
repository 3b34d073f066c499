#include <cmath>

#include "base/random.hpp"
#include "chart/plots/bar.hpp"
#include "chart/plots/diverging.hpp"
#include "chart/plots/histogram.hpp"
#include "gallery.hpp"

namespace attune::chart::gallery {
namespace {

BarSpec topics() {
  BarSpec spec;
  spec.caption = {"What reviews speak about", "Share of 1,204 reviews that mention it, with 95 % interval"};
  spec.categories = {"Friendly staff", "Bread and pastries", "Waiting time at the counter", "Prices",
                     "Parking",        "Opening hours"};
  spec.series = {{"Share",
                  {0.42, 0.37, 0.21, 0.16, 0.08, 0.051},
                  {{0.39, 0.45}, {0.34, 0.40}, {0.19, 0.24}, {0.14, 0.18}, {0.066, 0.097}, {0.04, 0.065}},
                  {506, 445, 253, 193, 96, 61}}};
  spec.format = kPercentFormat;
  return spec;
}

BarSpec net_sentiment() {
  BarSpec spec;
  spec.caption = {"Net sentiment by topic", "Positive minus negative mentions"};
  spec.categories = {"Staff", "Taste", "Queue", "Price", "Parking"};
  spec.series = {{"Net", {61, 44, -38, -12, -55}}};
  for (const double value : spec.series[0].values) {
    spec.series[0].inks.push_back({value < 0 ? Role::Negative : Role::Positive});
  }
  spec.direction = Direction::Horizontal;
  spec.format = {Unit::Number, 0, {}};
  return spec;
}

BarSpec revenue_by_quarter(Arrangement arrangement, Direction direction) {
  BarSpec spec;
  spec.caption = {"Revenue by quarter and channel", ""};
  spec.categories = {"Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024"};
  spec.series = {{"Shop", {41200, 38900, 45100, 61200}},
                 {"Online", {12100, 15800, 17400, 29900}},
                 {"Wholesale", {8000, 8200, 0, 9100}}};
  spec.arrangement = arrangement;
  spec.direction = direction;
  spec.format = {Unit::Currency, -1, "EUR"};
  spec.value_title = "Revenue";
  return spec;
}

BarSpec many_bars() {
  Random random{5};
  BarSpec spec;
  spec.caption = {"Products by reviews", ""};
  spec.series = {{"Reviews", {}}};
  for (int i = 0; i < 60; ++i) {
    spec.categories.push_back("Product number " + std::to_string(i + 1));
    spec.series[0].values.push_back(real(random.below(1000)));
  }
  spec.format = kCountFormat;
  spec.highlight = 3;
  return spec;
}

BarSpec standing() {
  BarSpec spec;
  spec.caption = {"New customers", ""};
  spec.categories = {"Jan", "Feb", "Mar", "Apr", "May"};
  spec.series = {{"New", {12, 31, 25, std::nan(""), 40}}};
  spec.format = kCountFormat;
  return spec;
}

const std::vector<DivergingLevel> kSentiment{
    {"Negative", {Role::Negative}}, {"Neutral", {Role::Diverging, 0}}, {"Positive", {Role::Positive}}};

HistogramSpec order_values() {
  Random random{9};
  std::vector<double> values;
  for (int i = 0; i < 2000; ++i) {
    values.push_back(std::exp(2.2 + 0.7 * (random.uniform() + random.uniform() + random.uniform())));
  }
  HistogramSpec spec;
  spec.caption = {"Order value", ""};
  spec.bins = bins_of(values);
  spec.format = {Unit::Currency, 0, "EUR"};
  spec.x_title = "Order value";
  spec.y_title = "Orders";
  spec.median = 25.5;
  spec.mean = 27.8;
  return spec;
}

}  // namespace

void add_bars(std::vector<Exhibit>& all) {
  constexpr Size kUsual{640, 320};
  all.push_back(exhibit("bar_topics", {560, 260}, topics(), bar_chart));
  all.push_back(exhibit("bar_net", {480, 220}, net_sentiment(), bar_chart));
  all.push_back(exhibit("bar_grouped", kUsual, revenue_by_quarter(Arrangement::Grouped, Direction::Automatic),
                        bar_chart));
  all.push_back(exhibit("bar_stacked", kUsual, revenue_by_quarter(Arrangement::Stacked, Direction::Automatic),
                        bar_chart));
  all.push_back(exhibit("bar_shares", kUsual,
                        revenue_by_quarter(Arrangement::StackedShare, Direction::Horizontal), bar_chart));
  all.push_back(exhibit("bar_lying", kUsual, revenue_by_quarter(Arrangement::Grouped, Direction::Horizontal),
                        bar_chart));
  all.push_back(exhibit("bar_many", {420, 360}, many_bars(), bar_chart));
  all.push_back(exhibit("bar_standing", {420, 260}, standing(), bar_chart));
  all.push_back(exhibit("bar_empty", kUsual, BarSpec{{"Nothing", ""}, {}, {}}, bar_chart));
  all.push_back(
      exhibit("stars", {360, 180}, StarSpec{{"Ratings", ""}, {31, 24, 77, 310, 762}}, star_histogram));
  all.push_back(exhibit("sentiment_one", {420, 70},
                        DivergingSpec{{"Sentiment", ""}, kSentiment, {{"", {212, 130, 862}}}},
                        diverging_bar));
  const DivergingSpec by_topic{{"How people feel about each topic", "Share of mentions"},
                               kSentiment,
                               {{"Friendly staff", {20, 51, 435}},
                                {"Bread and pastries", {48, 66, 331}},
                                {"Waiting time at the counter", {171, 52, 30}},
                                {"Prices", {94, 61, 38}},
                                {"Parking", {81, 9, 6}}}};
  all.push_back(exhibit("sentiment_topics", {560, 240}, by_topic, diverging_bar));
  all.push_back(exhibit("histogram", kUsual, order_values(), histogram));
}

}  // namespace attune::chart::gallery
