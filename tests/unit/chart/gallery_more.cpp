#include <cmath>

#include "base/random.hpp"
#include "chart/plots/area.hpp"
#include "chart/plots/calibration.hpp"
#include "chart/plots/distribution.hpp"
#include "chart/plots/heat_map.hpp"
#include "chart/plots/interval_bar.hpp"
#include "chart/plots/quadrant.hpp"
#include "chart/plots/sankey.hpp"
#include "chart/plots/scatter.hpp"
#include "chart/plots/survival.hpp"
#include "chart/plots/timeline.hpp"
#include "chart/plots/treemap.hpp"
#include "gallery.hpp"

namespace attune::chart::gallery {
namespace {

double normal(Random& random) {
  double sum = 0;
  for (int i = 0; i < 12; ++i) sum += random.uniform();
  return sum - 6;
}

AreaSpec feelings(bool is_share) {
  Random random{21};
  AreaSpec spec;
  spec.caption = {"How people feel, month by month", "All reviews with a date"};
  spec.series = {{"Negative", {}, Ink{Role::Negative}},
                 {"Neutral", {}, Ink{Role::Muted}},
                 {"Positive", {}, Ink{Role::Positive}}};
  for (unsigned i = 0; i < 20; ++i) {
    spec.x.push_back(month_start(2023, 6 + i));
    spec.series[0].values.push_back(12 + random.below(15));
    spec.series[1].values.push_back(8 + random.below(8));
    spec.series[2].values.push_back(40 + random.below(30));
  }
  spec.is_share = is_share;
  spec.y_format = kCountFormat;
  return spec;
}

DistributionSpec order_values() {
  Random random{31};
  DistributionSpec spec;
  spec.caption = {"Order value by segment", "Box: middle half; violin: density"};
  const char* names[] = {"Loyal", "New", "At risk", "Asleep"};
  const std::size_t counts[] = {900, 400, 60, 9};
  for (std::size_t g = 0; g < 4; ++g) {
    std::vector<double> values;
    for (std::size_t i = 0; i < counts[g]; ++i)
      values.push_back(std::exp(3.6 - 0.3 * real(g) + 0.45 * normal(random)));
    spec.groups.push_back({names[g], spread_of(values)});
  }
  spec.groups.push_back({"Nobody", spread_of({})});
  spec.format = {Unit::Currency, 0, "EUR"};
  spec.x_title = "Order value";
  return spec;
}

Exhibit scatter(std::string name, std::size_t count, Scale::Kind kind) {
  return {std::move(name), {560, 360}, [count, kind](const Surface& surface) {
            Random random{17};
            std::vector<Point> first;
            std::vector<Point> second;
            for (std::size_t i = 0; i < count; ++i) {
              const double x = std::exp(2 + normal(random));
              (i % 3 == 0 ? second : first)
                  .push_back({x, x * std::exp(0.8 * normal(random) + (i % 3 == 0 ? 1.0 : 0.0))});
            }
            first.push_back({std::nan(""), 3});
            ScatterSpec spec;
            spec.caption = {"Orders and revenue of each customer", ""};
            spec.series = {{"Shop", first, {}}, {"Online", second, {}}};
            spec.x_kind = spec.y_kind = kind;
            spec.x_title = "Orders";
            spec.y_title = "Revenue";
            spec.y_format = {Unit::Currency, 0, "EUR"};
            return scatter_chart(spec, surface);
          }};
}

HeatMapSpec busy_hours() {
  HeatMapSpec spec;
  spec.caption = {"When tickets come in", ""};
  spec.rows = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  for (int hour = 0; hour < 24; ++hour) spec.columns.push_back(std::to_string(hour));
  for (int day = 0; day < 7; ++day) {
    for (int hour = 0; hour < 24; ++hour) {
      spec.values.push_back(
          std::round((day < 5 ? 30 : 12) * std::exp(-std::pow((hour - 14) / 5.0, 2)) + day));
    }
  }
  spec.format = kCountFormat;
  spec.x_title = "Hour";
  return spec;
}

HeatMapSpec aspect_change() {
  HeatMapSpec spec;
  spec.caption = {"Change of mean rating by topic and branch", ""};
  spec.rows = {"Staff", "Bread and pastries", "Price"};
  spec.columns = {"Centre", "Station", "Harbour"};
  spec.values = {0.4, -0.2, 0.1, 0.05, -0.6, std::nan(""), -0.1, 0.2, 0.3};
  spec.counts = {80, 71, 22, 64, 90, 0, 31, 12, 15};
  spec.format = {Unit::Number, 1, {}};
  spec.is_diverging = true;
  return spec;
}

CohortSpec cohorts() {
  CohortSpec spec;
  spec.caption = {"Customers who come back", "Share of each month's new customers who ordered again"};
  for (unsigned i = 0; i < 9; ++i) {
    Cohort cohort{format_date(month_start(2024, 1 + i), DateForm::MonthOfYear, {}), 60 + 11 * (i % 4), {}};
    for (unsigned period = 0; period + i < 9; ++period)
      cohort.retained.push_back(period == 0 ? 1.0 : 0.55 * std::pow(0.86, period) - 0.01 * i);
    spec.cohorts.push_back(cohort);
  }
  spec.period_title = "Months since the first order";
  return spec;
}

RfmSpec rfm() {
  RfmSpec spec;
  spec.caption = {"Customers by recency and frequency", ""};
  spec.customers = {12, 20, 31, 55, 120, 18, 24, 33,  61,  74, 40, 38, 52,
                    57, 50, 66, 71, 60,  48, 41, 210, 140, 95, 70, 52};
  for (std::size_t cell = 0; cell < 25; ++cell) {
    spec.segments.push_back(cell < 10 ? (cell % 5 < 2 ? "At risk" : "Loyal")
                                      : (cell % 5 < 2 ? "Asleep" : "New"));
  }
  spec.recency_title = "Recency";
  spec.frequency_title = "Frequency";
  return spec;
}

TreemapSpec products() {
  TreemapSpec spec;
  spec.caption = {"Revenue by product", "Colour: mean feeling of its reviews"};
  const char* names[] = {"Sourdough loaf", "Croissant",    "Birthday cake", "Cappuccino",
                         "Rye bread",      "Pretzel",      "Cinnamon roll", "Baguette",
                         "Apple pie",      "Gift voucher", "Espresso"};
  for (std::size_t i = 0; i < 11; ++i)
    spec.nodes.push_back({names[i], 9000 / (real(i) + 1), std::sin(real(i) * 1.7), 0});
  spec.nodes.push_back({"Returned", -20, {}, 0});
  spec.format = {Unit::Currency, 0, "EUR"};
  return spec;
}

SurvivalSpec survival() {
  SurvivalSpec spec;
  spec.caption = {"How long customers stay", "Kaplan-Meier estimate with 95 % interval"};
  for (std::size_t c = 0; c < 2; ++c) {
    SurvivalCurve curve{c == 0 ? "Subscribers" : "Others", {}};
    for (int i = 1; i <= 24; ++i) {
      const double share = std::pow(c == 0 ? 0.975 : 0.94, i);
      curve.steps.push_back(
          {i * 30.0, share, share - 0.002 * i - 0.01, std::min(1.0, share + 0.002 * i + 0.01), 400 - 14 * i});
    }
    spec.curves.push_back(curve);
  }
  spec.time_title = "Days since the first order";
  return spec;
}

SankeySpec movement() {
  SankeySpec spec;
  spec.caption = {"Customers who changed segment", ""};
  spec.stages = {"Last quarter", "This quarter"};
  const std::vector<SankeyNode> nodes{{"Loyal"}, {"Promising"}, {"At risk"}, {"Asleep"}};
  spec.columns = {nodes, nodes};
  spec.flows = {{0, 0, 0, 240}, {0, 0, 2, 60}, {0, 1, 0, 80},  {0, 1, 1, 120}, {0, 1, 2, 40}, {0, 2, 2, 70},
                {0, 2, 3, 55},  {0, 2, 0, 12}, {0, 3, 3, 180}, {0, 3, 1, 9},   {5, 0, 0, 3}};
  return spec;
}

CalibrationSpec calibration() {
  CalibrationSpec spec;
  spec.caption = {"Does 70 % mean 70 %?", "Probability of an order within 90 days, tested on the past"};
  for (int i = 0; i < 10; ++i) {
    const double predicted = 0.05 + 0.1 * i;
    const double observed = std::clamp(predicted + 0.05 * std::sin(i * 1.3), 0.0, 1.0);
    spec.bins.push_back({predicted, observed, std::max(0.0, observed - 0.06 - 0.004 * i),
                         std::min(1.0, observed + 0.06 + 0.004 * i), 400 - 38 * i});
  }
  spec.predicted_title = "Predicted";
  spec.observed_title = "Observed";
  return spec;
}

QuadrantSpec priorities() {
  QuadrantSpec spec;
  spec.caption = {"What to fix first", "Importance: effect on the rating; with 95 % intervals"};
  spec.items = {{"Waiting time", 2.9, 0.41, Interval{2.7, 3.1}, Interval{0.33, 0.49}, 253},
                {"Friendly staff", 4.6, 0.38, Interval{4.5, 4.7}, Interval{0.31, 0.45}, 506},
                {"Bread and pastries", 4.4, 0.29, Interval{4.3, 4.5}, Interval{0.22, 0.36}, 445},
                {"Prices", 3.4, 0.18, Interval{3.1, 3.7}, Interval{0.1, 0.26}, 193},
                {"Parking", 2.6, 0.07, Interval{2.2, 3.0}, Interval{0.01, 0.13}, 96},
                {"Opening hours", 3.9, 0.09, Interval{3.6, 4.2}, Interval{0.02, 0.16}, 61}};
  spec.performance_title = "Mean rating where it is mentioned";
  spec.importance_title = "Importance";
  spec.corners = {"Fix first", "Keep it up", "Later", "Nice to have"};
  return spec;
}

TimelineSpec story() {
  TimelineSpec spec;
  spec.caption = {"One customer's story", ""};
  spec.lanes = {"Orders", "Reviews", "Tickets"};
  const double start = month_start(2024, 1);
  for (int i = 0; i < 11; ++i)
    spec.events.push_back(
        {start + 86400.0 * (12 + 29 * i), {}, 0, "€" + std::to_string(18 + 7 * (i % 4)), {}});
  spec.events.push_back({start + 86400.0 * 60, {}, 1, "Lovely cake", Ink{Role::Positive}});
  spec.events.push_back({start + 86400.0 * 210, {}, 1, "Had to wait half an hour", Ink{Role::Negative}});
  spec.events.push_back({start + 86400.0 * 214, start + 86400.0 * 231, 2, "Where is my order?", {}});
  return spec;
}

IntervalBarSpec mean_rating() {
  IntervalBarSpec spec;
  spec.caption = {"Mean rating", ""};
  spec.value = 4.31;
  spec.interval = Interval{4.24, 4.38};
  spec.domain = {1, 5};
  spec.reference = 4.1;
  spec.reference_name = "last year";
  spec.format = {Unit::Number, 2, {}};
  spec.count = 1204;
  return spec;
}

}  // namespace

void add_more(std::vector<Exhibit>& all) {
  constexpr Size kUsual{640, 320};
  all.push_back(exhibit("area_amounts", kUsual, feelings(false), area_chart));
  all.push_back(exhibit("area_shares", kUsual, feelings(true), area_chart));
  all.push_back(exhibit("area_empty", kUsual, AreaSpec{{"Nothing", ""}, {}, {}}, area_chart));
  all.push_back(exhibit("distribution", {560, 340}, order_values(), distribution_chart));
  all.push_back(scatter("scatter_few", 60, Scale::Kind::Linear));
  all.push_back(scatter("scatter_log", 900, Scale::Kind::Log));
  all.push_back(scatter("scatter_dense", 30000, Scale::Kind::Log));
  all.push_back(exhibit("heat_hours", kUsual, busy_hours(), heat_map));
  all.push_back(exhibit("heat_change", {520, 240}, aspect_change(), heat_map));
  all.push_back(exhibit("cohorts", {640, 360}, cohorts(), cohort_chart));
  all.push_back(exhibit("rfm", {560, 340}, rfm(), rfm_grid));
  all.push_back(exhibit("treemap", {600, 360}, products(), treemap));
  all.push_back(exhibit("treemap_empty", {600, 360}, TreemapSpec{{"Nothing", ""}, {}}, treemap));
  all.push_back(exhibit("survival", kUsual, survival(), survival_chart));
  all.push_back(exhibit("sankey", {600, 360}, movement(), sankey_chart));
  all.push_back(exhibit("sankey_empty", {600, 360}, SankeySpec{{"Nothing", ""}, {}, {}, {}}, sankey_chart));
  all.push_back(exhibit("calibration", {420, 400}, calibration(), calibration_chart));
  all.push_back(exhibit("quadrant", {620, 420}, priorities(), quadrant_chart));
  all.push_back(exhibit("timeline", {700, 260}, story(), timeline_chart));
  all.push_back(exhibit("interval_bar", {260, 48}, mean_rating(), interval_bar));
}

}  // namespace attune::chart::gallery
