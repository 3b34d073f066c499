#include "ui/state/insight_sentences.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"

namespace attune::ui {
namespace {

using snapshot::Alert;
using snapshot::AlertKind;
using snapshot::Estimate;
using snapshot::Priority;
using snapshot::PriorityReason;

constexpr double kPoints = 100;

std::string with_sign(double value, int decimals, const Strings& strings) {
  const std::string text = chart::format_number(value, decimals, strings.locale());
  return value > 0 && text.find_first_of("123456789") != std::string::npos ? "+" + text : text;
}

std::string range_of(const Estimate& figure, const chart::ValueFormat& format, const Strings& strings) {
  if (!has_interval(figure)) return strings.say(Text::TooFewForInterval);
  return chart::format_interval({figure.low, figure.high}, format, strings.locale());
}

// Two decimals where one would not tell the ends apart.
int star_decimals(const Estimate& figure) { return figure.high - figure.low < 0.2 ? 2 : 1; }

std::string with_range(const std::string& value, const std::string& range, const Strings& strings) {
  return strings.say(Text::FigureWithRange, {value, range});
}

// "0.2 stars (0.1 to 0.3)", where the sentence says which way.
std::string size_in_stars(const Estimate& change, const Strings& strings) {
  const int decimals = star_decimals(change);
  return with_range(
      strings.say(Text::StarsUnit, {chart::format_number(change.value, decimals, strings.locale())}),
      range_of(change, {chart::Unit::Number, decimals, {}}, strings), strings);
}

// An alert's figure is a count, a mean rating or a share, by its kind.
std::string alert_figure(AlertKind kind, double value, const Strings& strings) {
  switch (kind) {
    case AlertKind::MoreReviews:
    case AlertKind::FewerReviews:
      return number_text(static_cast<std::uint64_t>(std::max(0.0, std::round(value))), strings);
    case AlertKind::RatingFell:
    case AlertKind::RatingRose:
      return chart::format_number(value, 2, strings.locale());
    default:
      return share_text(value, strings);
  }
}

Text text_of(AlertKind kind) {
  constexpr std::array kTexts{Text::AlertMoreReviews,     Text::AlertFewerReviews, Text::AlertMoreComplaints,
                              Text::AlertFewerComplaints, Text::AlertMoreOfTopic,  Text::AlertLessOfTopic,
                              Text::AlertRatingFell,      Text::AlertRatingRose};
  return kTexts[static_cast<std::size_t>(kind)];
}

}  // namespace

bool has_interval(const Estimate& figure) noexcept {
  return std::isfinite(figure.low) && std::isfinite(figure.high) && figure.low < figure.high;
}

std::string net_text(double net, const Strings& strings) { return with_sign(net * kPoints, 0, strings); }

std::string net_range(const Estimate& net, const Strings& strings) {
  if (!has_interval(net)) return strings.say(Text::TooFewForInterval);
  return strings.say(Text::FromTo, {net_text(net.low, strings), net_text(net.high, strings)});
}

std::string share_with_range(const Estimate& share, const Strings& strings) {
  return with_range(share_text(share.value, strings), range_of(share, {chart::Unit::Percent, 0, {}}, strings),
                    strings);
}

std::string rating_with_range(const Estimate& rating, const Strings& strings) {
  return with_range(rating_text(rating.value, strings),
                    range_of(rating, {chart::Unit::Number, star_decimals(rating), {}}, strings), strings);
}

std::string topic_name(const snapshot::Topic& topic, const Strings& strings) {
  return topic.is_other ? strings.say(Text::OtherTopic) : topic.name;
}

std::string movement_text(snapshot::TopicMovement movement, const Strings& strings) {
  switch (movement) {
    case snapshot::TopicMovement::Growing:
      return strings.say(Text::TopicGrowing);
    case snapshot::TopicMovement::Shrinking:
      return strings.say(Text::TopicShrinking);
    case snapshot::TopicMovement::New:
      return strings.say(Text::TopicNew);
    case snapshot::TopicMovement::Gone:
      return strings.say(Text::TopicGone);
    case snapshot::TopicMovement::Steady:
      break;
  }
  return {};
}

std::string entity_kind_text(snapshot::EntityKind kind, const Strings& strings) {
  constexpr std::array kTexts{Text::EntityProduct,      Text::EntityPerson, Text::EntityPlace,
                              Text::EntityOrganisation, Text::EntityDate,   Text::EntityMoney,
                              Text::EntityOther};
  return strings.say(kTexts[static_cast<std::size_t>(kind)]);
}

std::string trade_text(std::string_view taxonomy, const Strings& strings) {
  struct Trade {
    std::string_view name;
    Text text;
  };
  constexpr std::array kTrades{Trade{"restaurant", Text::TradeRestaurant},
                               Trade{"hotel", Text::TradeHotel},
                               Trade{"shop", Text::TradeShop},
                               Trade{"app", Text::TradeApp},
                               Trade{"clinic", Text::TradeClinic},
                               Trade{"services", Text::TradeServices}};
  const auto* found = std::ranges::find(kTrades, taxonomy, &Trade::name);
  return found != kTrades.end() ? strings.say(found->text) : std::string{taxonomy};
}

std::string what_if_text(const snapshot::Driver& driver, Outcome outcome, const Strings& strings) {
  Estimate gain = driver.if_halved;
  const bool is_gain = gain.value >= 0;
  if (!is_gain) gain = {-gain.value, -gain.high, -gain.low, gain.n};
  const int decimals = outcome == Outcome::Rating ? star_decimals(gain) : 1;
  const Text said = outcome == Outcome::Recommendation ? Text::PromotersHigher
                    : outcome == Outcome::Return       ? Text::ReturnHigher
                    : is_gain                          ? Text::IfHalvedHigher
                                                       : Text::IfHalvedLower;
  return strings.say(said, {chart::format_number(gain.value, decimals, strings.locale()),
                            range_of(gain, {chart::Unit::Number, decimals, {}}, strings)});
}

std::string alert_text(const Alert& alert, const Strings& strings) {
  const std::string observed = alert_figure(alert.kind, alert.observed.value, strings);
  const std::string expected = alert_figure(alert.kind, alert.expected, strings);
  return strings.say(
      text_of(alert.kind),
      {observed, expected, number_text(std::max(alert.observed.n, alert.evidence.n), strings)});
}

std::string alert_place(const Alert& alert, const Strings& strings) {
  std::string place;
  const auto add = [&place](const std::string& part) {
    if (!part.empty()) place += (place.empty() ? "" : " · ") + part;
  };
  add(alert.topic_name.empty() ? alert.topic : alert.topic_name);
  add(alert.source);
  add(alert.product);
  add(day_range_text(alert.from, alert.to, strings));
  return place;
}

bool is_bad_news(AlertKind kind) noexcept {
  return kind == AlertKind::MoreComplaints || kind == AlertKind::RatingFell;
}

std::string priority_text(const Priority& priority, const Strings& strings) {
  const Estimate& figure = priority.figure;
  const std::string share = share_with_range(figure, strings);
  switch (priority.reason) {
    case PriorityReason::LowersRating:
      return strings.say(Text::PriorityLowersRating, {size_in_stars(figure, strings)});
    case PriorityReason::ManyComplaints:
      return strings.say(Text::PriorityManyComplaints, {share});
    case PriorityReason::RaisesRating:
      return strings.say(Text::PriorityRaisesRating, {size_in_stars(figure, strings)});
    case PriorityReason::MuchPraise:
      return strings.say(Text::PriorityMuchPraise, {share});
    case PriorityReason::UnhappyCustomer:
      return strings.say(Text::PriorityUnhappy, {short_number(figure.value, strings)});
    case PriorityReason::MayLeave:
      return strings.say(Text::PriorityMayLeaveSoon);
    case PriorityReason::Growing:
      return strings.say(Text::PriorityGrowing, {share});
    case PriorityReason::Appeared:
      return strings.say(Text::PriorityAppeared, {share});
    case PriorityReason::Disappeared:
      return strings.say(Text::PriorityDisappeared, {share});
  }
  return priority.sentence;
}

}  // namespace attune::ui
