#include "ui/views/missing_data.hpp"

#include <array>
#include <span>
#include <string>

#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

constexpr float kWidth = 760;

struct Place {
  std::string_view shop;  // a name, the same in every language
  Text where;
};
constexpr std::array kOrderExports{
    Place{"Shopify", Text::ShopifyOrders}, Place{"WooCommerce", Text::WooCommerceOrders},
    Place{"Etsy", Text::EtsyOrders},       Place{"Square", Text::SquareOrders},
    Place{"Stripe", Text::StripeOrders},   Place{"PayPal", Text::PayPalOrders}};
constexpr std::array kFeedbackExports{
    Place{"Google", Text::GoogleReviews},   Place{"Trustpilot", Text::TrustpilotReviews},
    Place{"Etsy", Text::EtsyReviews},       Place{"Judge.me", Text::JudgeMeReviews},
    Place{"Zendesk", Text::ZendeskTickets}, Place{"SurveyMonkey", Text::SurveyMonkeyAnswers}};

struct Explanation {
  Icon icon;
  Text title, columns;
  std::span<const Place> exports;
};

Explanation explanation_of(DataNeed need) {
  switch (need) {
    case DataNeed::Orders:
      return {Icon::Basket, Text::NeedsOrders, Text::OrderColumns, kOrderExports};
    case DataNeed::Products:
      return {Icon::Basket, Text::NeedsProducts, Text::ProductColumns, kOrderExports};
    case DataNeed::Feedback:
      break;
  }
  return {Icon::Reviews, Text::NeedsFeedback, Text::FeedbackColumns, kFeedbackExports};
}

}  // namespace

void draw_missing_data(Frame& frame, DataNeed need, Text what_it_shows) {
  const Strings& strings = frame.strings;
  if (frame.snapshot == nullptr || frame.run.is_working()) {
    paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
    return;
  }
  const Explanation explanation = explanation_of(need);
  const PageColumn column(kWidth, 0.5F);
  space(is_phone_width() ? kSpace2 : kSpace5);
  icon_badge(explanation.icon);
  space(kSpace3);
  heading(strings.say(explanation.title), 2);
  paragraph(strings.say(what_it_shows), kSoft);
  space(kSpace4);
  if (button(strings.label(Text::AddFiles, "add-files"),
             {.kind = ButtonKind::Primary, .icon = Icon::Upload})) {
    frame.commands.emplace_back(protocol::PickFiles{.adds = true});
  }
  if (flow_button(strings.label(Text::ShowColumns, "show-columns"))) frame.view.page = PageName::Files;
  space(kSpace5);
  const Card card(strings.say(Text::WhereToFindIt));
  {
    Columns columns("exports", {.min_width = 260, .max_count = 2, .is_equal_height = false});
    for (const Place& place : explanation.exports) {
      columns.next();
      label(place.shop, kStrong);
      paragraph(strings.say(place.where), kSoft);
      space(kSpace3);
    }
  }
  divider();
  space(kSpace3);
  paragraph(strings.say(explanation.columns), kSoft);
}

}  // namespace attune::ui
