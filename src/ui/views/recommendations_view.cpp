#include "ui/views/recommendations_view.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "chart/plots/bar.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::BackTestRow;
using snapshot::Method;
using snapshot::Recommendations;

constexpr float kBackTestHeight = 190;
constexpr std::array<std::string_view, 3> kWays{"customer", "product", "rules"};  // in links

Text name_of_method(Method method) {
  switch (method) {
    case Method::Neighbours:
      return Text::MethodNeighbours;
    case Method::Ease:
      return Text::MethodEase;
    case Method::Popularity:
      break;
  }
  return Text::MethodPopularity;
}

// Without customers, baskets stand for them.
bool is_from_baskets(const Recommendations& recommendations) { return recommendations.customers == 0; }

std::string learned_from(std::uint64_t n, const Recommendations& recommendations, const Strings& strings) {
  return is_from_baskets(recommendations) ? basket_count(n, strings) : customer_count(n, strings);
}

chart::BarSpec back_test_spec(const Recommendations& recommendations, const Strings& strings) {
  chart::BarSpec spec{.caption = {.title = strings.say(Text::WouldHaveHit)}, .categories = {}, .series = {}};
  spec.format = {chart::Unit::Percent, 1, {}};
  chart::BarSeries series{.name = strings.say(Text::HitRate), .values = {}};
  for (const BackTestRow& row : recommendations.back_test) {
    if (row.method == recommendations.best) spec.highlight = spec.categories.size();
    spec.categories.push_back(strings.say(name_of_method(row.method)));
    series.values.push_back(row.hit_rate.value);
    series.intervals.push_back({row.hit_rate.low, row.hit_rate.high});
    series.counts.push_back(static_cast<std::int64_t>(row.hit_rate.n));
  }
  spec.series.push_back(std::move(series));
  return spec;
}

std::string back_test_sentence(const Recommendations& recommendations, const Strings& strings) {
  const auto row_of = [&](Method method) {
    return std::ranges::find(recommendations.back_test, method, &BackTestRow::method);
  };
  const auto best = row_of(recommendations.best);
  if (best == recommendations.back_test.end()) return {};
  const chart::ValueFormat percent{chart::Unit::Percent, 1, {}};
  const auto hit_rate = [&](const BackTestRow& row) {
    return strings.say(
        Text::ValueWithRange,
        {chart::format_value(row.hit_rate.value, percent, strings.locale()),
         chart::format_interval({row.hit_rate.low, row.hit_rate.high}, percent, strings.locale())});
  };
  std::string text = strings.say(
      Text::BackTestSentence, {strings.say(name_of_method(best->method)), std::to_string(recommendations.top),
                               hit_rate(*best), learned_from(best->hit_rate.n, recommendations, strings)});
  const auto popular = row_of(Method::Popularity);
  if (popular != recommendations.back_test.end() && popular != best) {
    text += " " + strings.say(Text::PopularityWouldHave, {hit_rate(*popular)});
  }
  return text;
}

// Only where the files tell what things cost.
void draw_margin_choice(Frame& frame, const Recommendations& recommendations) {
  if (recommendations.known_margins == 0) return;
  const Strings& strings = frame.strings;
  (void)toggle(strings.label(Text::PrefersMargin, "prefers-margin"), frame.customer_settings.prefers_margin);
  const std::string known =
      strings.count(Text::OneProduct, Text::ManyProducts, recommendations.known_margins);
  paragraph(strings.say(Text::PrefersMarginHint, {known}), kCaption);
  space(kSpace4);
}

std::size_t way_of(Frame& frame) {
  const auto* found = std::ranges::find(kWays, frame.view.own().text("by"));
  return found == kWays.end() ? 0 : static_cast<std::size_t>(found - kWays.begin());
}

}  // namespace

void RecommendationsView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const bool has_customers = frame.snapshot != nullptr && frame.snapshot->customers.has_value();
  const Recommendations* recommendations =
      has_customers ? &frame.snapshot->customers->recommendations : nullptr;
  const bool is_made = recommendations != nullptr && recommendations->is_made;
  const std::string caption =
      is_made ? strings.say(Text::RecommendationsCaption,
                            {number_text(recommendations->items, strings),
                             learned_from(is_from_baskets(*recommendations) ? recommendations->baskets
                                                                            : recommendations->customers,
                                          *recommendations, strings)})
              : files_text(frame.run.files, strings);
  draw_page_top(frame, Text::Recommendations, caption);
  if (!is_made) {
    if (recommendations != nullptr && !recommendations->remark.empty()) {
      banner(recommendations->remark, Tone::Neutral);
      space(kSpace4);
    }
    draw_missing_data(frame, DataNeed::Products, Text::RecommendationsShow);
    return;
  }
  const std::size_t first = is_from_baskets(*recommendations) ? 1 : 0;  // nobody to look at
  Choices ways;
  if (first == 0) ways.add(strings.say(Text::ByCustomer));
  ways.add(strings.say(Text::ByProduct));
  ways.add(strings.say(Text::ByRules));
  std::size_t chosen = std::max(way_of(frame), first) - first;
  const bool is_changed = segmented(strings.label(Text::RecommendationsBy, "by"), ways.list(), chosen);
  const std::size_t way = chosen + first;
  if (is_changed) {
    frame.view.own().set("by", way == 0 ? std::string_view{} : kWays[way]);
  }
  space(kSpace4);
  draw_margin_choice(frame, *recommendations);
  if (way == 0) by_customer_.draw(frame);
  if (way == 1) by_product_.draw(frame);
  if (way == 2) rules_.draw(frame);
  space(kSpace4);
  draw_back_test(frame);
}

void RecommendationsView::draw_back_test(Frame& frame) {
  const Strings& strings = frame.strings;
  const Recommendations& recommendations = frame.snapshot->customers->recommendations;
  const std::string title = strings.say(Text::WouldHaveHit);
  const std::string caption =
      strings.say(is_from_baskets(recommendations) ? Text::WouldHaveHitBasketsHint : Text::WouldHaveHitHint);
  const Card card(title + "###back-test-card", {.caption = caption});
  if (recommendations.back_test.empty()) {
    paragraph(strings.say(Text::TooShortToTry), kSoft);
    return;
  }
  (void)back_test_.draw(
      title + "###back-test", kBackTestHeight, data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) {
        return chart::bar_chart(back_test_spec(recommendations, strings), surface);
      },
      strings.locale());
  paragraph(back_test_sentence(recommendations, strings), kBody);
  if (!recommendations.remark.empty()) paragraph(recommendations.remark, kSoft);
}

}  // namespace attune::ui
