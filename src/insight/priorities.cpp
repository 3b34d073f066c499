#include "insight/priorities.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "insight/estimates.hpp"
#include "insight/quotes.hpp"
#include "insight/sentences.hpp"
#include "insight/topic_summary.hpp"
#include "insight/trend.hpp"

namespace attune::insight {
namespace {

using feedback::Reviews;
using feedback::Row;
using snapshot::Priority;
using snapshot::PriorityKind;
using snapshot::PriorityReason;
using snapshot::Sentiment;
using snapshot::Topic;

constexpr std::size_t kOfEachKind = 3;
constexpr std::size_t kCallBacks = 5;
constexpr Days kCallBackDays = 90;
constexpr Days kRecentDays = 30;
constexpr float kBadStars = 2.0F;
constexpr double kFindingFrom = 0.05;  // of q
constexpr std::uint64_t kLeastReviews = 5;

std::uint64_t judged(const Topic& topic) {
  return topic.sentiment.negative + topic.sentiment.neutral + topic.sentiment.positive;
}

bool has_children(const snapshot::Topics& topics, const Topic& topic) {
  return std::any_of(topics.topics.begin(), topics.topics.end(),
                     [&](const Topic& other) { return other.parent == topic.id; });
}

class Choice {
 public:
  Choice(const Reviews& reviews, const feedback::Readings& readings, const snapshot::Insight& insight)
      : reviews_{reviews}, readings_{readings}, insight_{insight}, span_{days_covered(reviews)} {
    for (const Topic& topic : insight.topics.topics) {
      if (topic.is_other || !topic.parent.empty()) continue;
      negative_ += topic.sentiment.negative, positive_ += topic.sentiment.positive, judged_ += judged(topic);
    }
  }

  void fix_and_praise();
  void call_back();
  void news();
  [[nodiscard]] std::vector<Priority> take() { return std::move(chosen_); }

 private:
  [[nodiscard]] const Topic* topic_of(const std::string& id) const {
    const auto& topics = insight_.topics.topics;
    const auto found =
        std::find_if(topics.begin(), topics.end(), [&](const Topic& topic) { return topic.id == id; });
    return found == topics.end() ? nullptr : &*found;
  }
  void add(Priority priority, const Topic* topic, std::optional<Sentiment> side);
  void by_drivers(PriorityKind kind);
  void by_shares(PriorityKind kind);
  [[nodiscard]] bool is_chosen(const std::string& topic) const {
    return std::any_of(chosen_.begin(), chosen_.end(),
                       [&](const Priority& one) { return one.subject == topic; });
  }
  [[nodiscard]] std::size_t count(PriorityKind kind) const {
    return static_cast<std::size_t>(
        std::count_if(chosen_.begin(), chosen_.end(), [&](const Priority& one) { return one.kind == kind; }));
  }

  const Reviews& reviews_;
  const feedback::Readings& readings_;
  const snapshot::Insight& insight_;
  std::optional<DaySpan> span_;
  std::uint64_t negative_ = 0, positive_ = 0, judged_ = 0;
  std::vector<Priority> chosen_;
};

void Choice::add(Priority priority, const Topic* topic, std::optional<Sentiment> side) {
  if (topic != nullptr) {
    priority.subject = topic->id, priority.name = topic->name;
    priority.share = topic->share.value;
    priority.evidence.topics = {topic->id};
    if (side) {
      priority.evidence.sentiments = {*side};
      priority.evidence.n =
          *side == Sentiment::Negative ? topic->sentiment.negative : topic->sentiment.positive;
      for (const snapshot::Quote& quote : topic->quotes) {
        const bool is_bad = quote.score < 0 || (quote.score == 0 && quote.rating.value_or(3) < 3);
        if (is_bad == (*side == Sentiment::Negative) && !priority.quote) priority.quote = quote;
      }
    }
  }
  priority.sentence = sentence_for(priority);
  chosen_.push_back(std::move(priority));
}

void Choice::by_drivers(PriorityKind kind) {
  if (insight_.drivers.state != snapshot::DriversState::Known) return;
  const bool is_fix = kind == PriorityKind::Fix;
  std::vector<const snapshot::Driver*> drivers;
  for (const snapshot::Driver& driver : insight_.drivers.drivers) {
    const bool counts = is_fix ? driver.if_halved.low > 0.005 && driver.complaints >= kLeastReviews
                               : driver.effect.low > 0 && driver.q < kFindingFrom;
    if (counts) drivers.push_back(&driver);
  }
  std::stable_sort(drivers.begin(), drivers.end(), [&](const auto* a, const auto* b) {
    const auto worth = [&](const snapshot::Driver& d) {
      return is_fix ? d.if_halved.value : d.effect.value * static_cast<double>(d.n);
    };
    return worth(*a) > worth(*b);
  });
  for (const snapshot::Driver* driver : drivers) {
    if (count(kind) >= kOfEachKind) break;
    const Topic* topic = topic_of(driver->id);
    if (topic == nullptr || is_chosen(driver->id)) continue;
    Priority priority;
    priority.kind = kind;
    priority.reason = is_fix ? PriorityReason::LowersRating : PriorityReason::RaisesRating;
    priority.figure = is_fix ? driver->if_halved : driver->effect;
    add(std::move(priority), topic, is_fix ? Sentiment::Negative : Sentiment::Positive);
  }
}

void Choice::by_shares(PriorityKind kind) {
  const bool is_fix = kind == PriorityKind::Fix;
  if (judged_ == 0) return;
  const double usual = static_cast<double>(is_fix ? negative_ : positive_) / static_cast<double>(judged_);
  std::vector<std::pair<const Topic*, snapshot::Estimate>> topics;
  for (const Topic& topic : insight_.topics.topics) {
    if (topic.is_other || has_children(insight_.topics, topic)) continue;
    const std::uint64_t of_side = is_fix ? topic.sentiment.negative : topic.sentiment.positive;
    const snapshot::Estimate share = share_estimate(of_side, judged(topic));
    if (of_side >= kLeastReviews && share.low > usual) topics.emplace_back(&topic, share);
  }
  std::stable_sort(topics.begin(), topics.end(), [&](const auto& a, const auto& b) {
    const auto surplus = [&](const auto& one) {
      return (one.second.low - usual) * static_cast<double>(one.second.n);
    };
    return surplus(a) > surplus(b);
  });
  for (const auto& [topic, share] : topics) {
    if (count(kind) >= kOfEachKind) break;
    if (is_chosen(topic->id)) continue;
    Priority priority;
    priority.kind = kind;
    priority.reason = is_fix ? PriorityReason::ManyComplaints : PriorityReason::MuchPraise;
    priority.figure = share;
    add(std::move(priority), topic, is_fix ? Sentiment::Negative : Sentiment::Positive);
  }
}

void Choice::fix_and_praise() {
  for (const PriorityKind kind : {PriorityKind::Fix, PriorityKind::Praise}) {
    by_drivers(kind);
    by_shares(kind);
  }
}

void Choice::call_back() {
  if (!span_) return;
  struct Last {
    Row row = 0;
    Days day = 0;
  };
  std::map<std::string, Last> last_of;  // the newest review of each named person
  for (Row row = 0; row < reviews_.size(); ++row) {
    const std::string_view author = reviews_.author(row);
    if (author.size() < 2 || reviews_.days[row] == Reviews::kNoDay) continue;
    const auto [entry, is_new] = last_of.try_emplace(std::string{author}, Last{row, reviews_.days[row]});
    if (!is_new && reviews_.days[row] >= entry->second.day) entry->second = {row, reviews_.days[row]};
  }
  struct Unhappy {
    float stars;
    Days day;
    Row row;
    std::string name;
  };
  std::vector<Unhappy> unhappy;
  for (const auto& [name, last] : last_of) {
    if (last.day <= span_->last - kCallBackDays) continue;
    const float stars = reviews_.ratings[last.row] > 0          ? reviews_.ratings[last.row]
                        : readings_.feelings.is_known(last.row) ? readings_.feelings[last.row].stars
                                                                : 5.0F;
    if (stars <= kBadStars) unhappy.push_back({stars, last.day, last.row, name});
  }
  // The unhappiest first, of those the newest.
  std::sort(unhappy.begin(), unhappy.end(), [](const Unhappy& a, const Unhappy& b) {
    return std::tuple(a.stars, -a.day, a.row) < std::tuple(b.stars, -b.day, b.row);
  });
  std::string scratch;
  for (std::size_t i = 0; i < std::min(unhappy.size(), kCallBacks); ++i) {
    const Unhappy& one = unhappy[i];
    Priority priority;
    priority.kind = PriorityKind::CallBack;
    priority.reason = PriorityReason::UnhappyCustomer;
    priority.subject = priority.name = one.name;
    priority.figure = {one.stars, one.stars, one.stars, 1};
    priority.evidence.rows = {one.row};
    priority.evidence.n = 1;
    if (const std::string_view text = reviews_.text(one.row, scratch); !text.empty()) {
      snapshot::Quote quote;
      quote.row = one.row;
      quote.text = excerpt(text, kQuoteBytes);
      quote.source = reviews_.source(one.row), quote.product = reviews_.product(one.row);
      quote.day = reviews_.day(one.row), quote.rating = reviews_.rating(one.row);
      quote.score = readings_.feelings.is_known(one.row) ? readings_.feelings[one.row].score : 0.0F;
      priority.quote = std::move(quote);
    }
    add(std::move(priority), nullptr, std::nullopt);
  }
}

void Choice::news() {
  using snapshot::TopicMovement;
  std::vector<const Topic*> moved;
  for (const Topic& topic : insight_.topics.topics) {
    const bool tells = topic.movement != TopicMovement::Steady && topic.movement != TopicMovement::Shrinking;
    if (tells && !topic.is_other && !has_children(insight_.topics, topic)) moved.push_back(&topic);
  }
  std::stable_sort(moved.begin(), moved.end(),
                   [](const Topic* a, const Topic* b) { return a->movement_p < b->movement_p; });
  for (const Topic* topic : moved) {
    if (count(PriorityKind::New) >= kOfEachKind) break;
    Priority priority;
    priority.kind = PriorityKind::New;
    priority.reason = topic->movement == TopicMovement::New    ? PriorityReason::Appeared
                      : topic->movement == TopicMovement::Gone ? PriorityReason::Disappeared
                                                               : PriorityReason::Growing;
    priority.figure = topic->recent_share;
    priority.evidence.from = span_->last - kRecentDays + 1, priority.evidence.to = span_->last;
    priority.evidence.n = topic->recent;
    add(std::move(priority), topic, std::nullopt);
  }
}

}  // namespace

std::vector<Priority> choose_priorities(const Reviews& reviews, const feedback::Readings& readings,
                                        const snapshot::Insight& insight) {
  Choice choice{reviews, readings, insight};
  choice.fix_and_praise();
  choice.call_back();
  choice.news();
  return choice.take();
}

}  // namespace attune::insight
