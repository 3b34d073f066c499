#include "snapshot/insight_names.hpp"

#include <array>
#include <cstddef>

namespace attune::snapshot {
namespace {

// names[value]; the lists follow the enums word for word.
template <std::size_t Size, class Enum>
const char* at(const std::array<const char*, Size>& names, Enum value) noexcept {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array kSentimentNames{"negative", "neutral", "positive"};
constexpr std::array kGranularityNames{"day", "week", "month", "quarter", "year"};
constexpr std::array kTopicOriginNames{"found", "taxonomy", "user"};
constexpr std::array kTopicMovementNames{"steady", "growing", "shrinking", "new", "gone"};
constexpr std::array kEntityKindNames{"product", "person", "place", "organisation", "date", "money", "other"};
constexpr std::array kDriverKindNames{"topic", "aspect"};
constexpr std::array kDriversStateNames{"known", "no-texts", "no-ratings", "too-few"};
constexpr std::array kMeasureNames{"reviews",        "rating",         "score",
                                   "negative-share", "positive-share", "topic-share"};
constexpr std::array kAlertKindNames{"more-reviews",  "fewer-reviews", "more-complaints", "fewer-complaints",
                                     "more-of-topic", "less-of-topic", "rating-fell",     "rating-rose"};
constexpr std::array kPriorityKindNames{"fix", "praise", "call-back", "new"};
constexpr std::array kPriorityReasonNames{"lowers-rating", "many-complaints",  "raises-rating",
                                          "much-praise",   "unhappy-customer", "may-leave",
                                          "growing",       "appeared",         "disappeared"};
constexpr std::array kMetricIdNames{"reviews",
                                    "rating",
                                    "net-sentiment",
                                    "net-promoter-score",
                                    "customer-satisfaction",
                                    "customer-effort",
                                    "mentions",
                                    "share-of-voice",
                                    "trust-words",
                                    "engagement",
                                    "response-time",
                                    "response-rate",
                                    "resolution-time",
                                    "agent-productivity",
                                    "cost-to-serve",
                                    "revenue",
                                    "orders",
                                    "average-order-value",
                                    "items-per-order",
                                    "repeat-purchase-rate",
                                    "retention-rate",
                                    "churn-rate",
                                    "lifetime-value",
                                    "active-subscriptions",
                                    "monthly-recurring-revenue",
                                    "subscription-churn",
                                    "refund-rate",
                                    "leads",
                                    "conversion-rate",
                                    "marketing-return"};
constexpr std::array kMetricStateNames{"known", "too-few", "missing"};
constexpr std::array kMetricUnitNames{"count", "share", "stars",      "points", "money",
                                      "days",  "hours", "per-person", "ratio"};

}  // namespace

const char* name_of(Sentiment sentiment) noexcept { return at(kSentimentNames, sentiment); }
const char* name_of(Granularity granularity) noexcept { return at(kGranularityNames, granularity); }
const char* name_of(TopicOrigin origin) noexcept { return at(kTopicOriginNames, origin); }
const char* name_of(TopicMovement movement) noexcept { return at(kTopicMovementNames, movement); }
const char* name_of(EntityKind kind) noexcept { return at(kEntityKindNames, kind); }
const char* name_of(DriverKind kind) noexcept { return at(kDriverKindNames, kind); }
const char* name_of(DriversState state) noexcept { return at(kDriversStateNames, state); }
const char* name_of(Measure measure) noexcept { return at(kMeasureNames, measure); }
const char* name_of(AlertKind kind) noexcept { return at(kAlertKindNames, kind); }
const char* name_of(PriorityKind kind) noexcept { return at(kPriorityKindNames, kind); }
const char* name_of(PriorityReason reason) noexcept { return at(kPriorityReasonNames, reason); }
const char* name_of(MetricId id) noexcept { return at(kMetricIdNames, id); }
const char* name_of(MetricState state) noexcept { return at(kMetricStateNames, state); }
const char* name_of(MetricUnit unit) noexcept { return at(kMetricUnitNames, unit); }

}  // namespace attune::snapshot
