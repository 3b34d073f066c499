#include "ui/views/segment_rules.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "snapshot/customer_names.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::FeatureCondition;
using protocol::SegmentRule;
using snapshot::Feature;

constexpr std::size_t kMostNameBytes = 60;
constexpr std::array kShares{0.46F, 0.27F, 0.27F};

struct FeatureChoice {
  std::string_view code;
  Text text;
};
constexpr std::array kFeatures{FeatureChoice{"orders", Text::FeatureOrders},
                               FeatureChoice{"days-since-order", Text::FeatureDaysSinceOrder},
                               FeatureChoice{"revenue", Text::FeatureRevenue},
                               FeatureChoice{"order-amount", Text::FeatureOrderAmount},
                               FeatureChoice{"tenure", Text::FeatureTenure},
                               FeatureChoice{"usual-gap", Text::FeatureUsualGap},
                               FeatureChoice{"sentiment", Text::FeatureSentiment},
                               FeatureChoice{"different-products", Text::FeatureDifferentProducts},
                               FeatureChoice{"refund-share", Text::FeatureRefundShare},
                               FeatureChoice{"expected-value", Text::ExpectedValue},
                               FeatureChoice{"churn-risk", Text::RiskOfLeaving}};

// As people of a language write it: "1.200,5" in German.
std::optional<double> number_from(const std::string& text, chart::Locale locale) {
  const bool has_comma = locale.language != chart::Language::English;
  if (const auto number = parse_number(text, {.decimal = has_comma ? ',' : '.'})) return number;
  return parse_number(text);
}

std::string rule_text(const SegmentRule& rule, const Strings& strings) {
  std::string text;
  for (const FeatureCondition& condition : rule.conditions) {
    const auto* found = std::ranges::find(kFeatures, condition.feature, &FeatureChoice::code);
    const std::string name = found == kFeatures.end() ? condition.feature : strings.say(found->text);
    const std::string part =
        condition.above
            ? strings.say(Text::ConditionAbove, {name, short_number(*condition.above, strings)})
            : strings.say(Text::ConditionUpTo, {name, short_number(condition.up_to.value_or(0), strings)});
    text += (text.empty() ? "" : "; ") + part;
  }
  return text;
}

}  // namespace

void SegmentRules::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string hint = strings.say(Text::OwnSegmentsHint);
  const Card card(strings.label(Text::OwnSegments, "own-segments"), {.caption = hint});
  auto& rules = frame.customer_settings.segments;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    label(rules[i].name, kStrong);
    paragraph(rule_text(rules[i], strings), kSoft);
    if (link(strings.say(Text::RemoveRule, {rules[i].name}) + "###remove-rule-" + std::to_string(i))) {
      rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    space(kSpace3);
  }
  if (!is_open_) {
    if (button(strings.label(Text::NewRule, "new-rule"), {.icon = Icon::Plus})) is_open_ = true;
    return;
  }
  if (text_field(strings.label(Text::RuleName, "rule-name"), name_)) {
    name_.resize(utf8::prefix_within(name_, kMostNameBytes));
  }
  for (std::size_t at = 0; at < conditions_; ++at) draw_condition(frame, at);
  space(kSpace3);
  const bool is_whole =
      !name_.empty() &&
      std::all_of(
          drafts_.begin(), drafts_.begin() + static_cast<std::ptrdiff_t>(conditions_),
          [&](const Draft& draft) { return number_from(draft.amount, strings.locale()).has_value(); });
  if (button(strings.label(Text::AddRule, "add-rule"), {.kind = ButtonKind::Primary, .is_enabled = is_whole}))
    add_rule(frame);
  if (conditions_ < kMostConditions &&
      flow_button(strings.label(Text::AndAlso, "and-also"), {.icon = Icon::Plus})) {
    ++conditions_;
  }
  if (flow_button(strings.label(Text::Cancel, "cancel-rule"), {.kind = ButtonKind::Quiet})) is_open_ = false;
}

void SegmentRules::draw_condition(const Frame& frame, std::size_t at) {
  const Strings& strings = frame.strings;
  Draft& draft = drafts_[at];
  const std::string id = std::to_string(at);
  Choices features;
  for (const FeatureChoice& feature : kFeatures) features.add(strings.say(feature.text));
  Choices directions(strings, {Text::MoreThan, Text::AtMostWord});
  space(kSpace2);
  Cells cells(kShares, kSpace2);
  cells.next();
  select(strings.label(Text::ConditionOn, "rule-feature-" + id), features.list(), draft.feature,
         {.width = 0});
  cells.next();
  select(strings.label(Text::ConditionIs, "rule-direction-" + id), directions.list(), draft.direction,
         {.width = 0});
  cells.next();
  const bool is_bad = !draft.amount.empty() && !number_from(draft.amount, strings.locale());
  const std::string problem = is_bad ? strings.say(Text::NotANumber) : std::string{};
  (void)text_field(strings.label(Text::ConditionAmount, "rule-amount-" + id), draft.amount,
                   {.problem = problem});
}

void SegmentRules::add_rule(Frame& frame) {
  SegmentRule rule{.name = name_, .conditions = {}};
  for (std::size_t at = 0; at < conditions_; ++at) {
    const Draft& draft = drafts_[at];
    const auto amount = number_from(draft.amount, frame.strings.locale());
    if (!amount) return;
    FeatureCondition condition{
        .feature = std::string{kFeatures[draft.feature].code}, .above = {}, .up_to = {}};
    (draft.direction == 0 ? condition.above : condition.up_to) = *amount;
    rule.conditions.push_back(std::move(condition));
  }
  frame.customer_settings.segments.push_back(std::move(rule));
  *this = {};
}

}  // namespace attune::ui
