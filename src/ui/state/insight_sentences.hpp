// What reviews mean, in words: topics, drivers, alerts, priorities. The engine sends codes and numbers; the
// sentences are here, in every language, each figure with its interval and number of cases.
#pragma once

#include <cstdint>
#include <string>

#include "snapshot/insight.hpp"
#include "ui/state/strings.hpp"

namespace attune::ui {

// True if the figure says more than its value.
[[nodiscard]] bool has_interval(const snapshot::Estimate& figure) noexcept;

// "+32": the share of praise minus the share of complaints, in points of a hundred.
[[nodiscard]] std::string net_text(double net, const Strings& strings);
// "+25 to +39"; "too few to say" without an interval.
[[nodiscard]] std::string net_range(const snapshot::Estimate& net, const Strings& strings);
// "12% (10% to 14%)"
[[nodiscard]] std::string share_with_range(const snapshot::Estimate& share, const Strings& strings);
// "4.2 (4.1 to 4.3)"
[[nodiscard]] std::string rating_with_range(const snapshot::Estimate& rating, const Strings& strings);

// What of a topic is shown as its name; "Other" for what belongs to none.
[[nodiscard]] std::string topic_name(const snapshot::Topic& topic, const Strings& strings);
// "Growing"; "" for a steady topic.
[[nodiscard]] std::string movement_text(snapshot::TopicMovement movement, const Strings& strings);
[[nodiscard]] std::string entity_kind_text(snapshot::EntityKind kind, const Strings& strings);
// "Restaurant"; the engine's word for a trade that is not known here.
[[nodiscard]] std::string trade_text(std::string_view taxonomy, const Strings& strings);

// "With half as many complaints the mean rating would be 0.2 stars higher (0.1 to 0.3)"
enum class Outcome : std::uint8_t { Rating, Recommendation, Return };
[[nodiscard]] std::string what_if_text(const snapshot::Driver& driver, Outcome outcome,
                                       const Strings& strings);

// "More complaints than usual: 31% of 64 reviews instead of 12%"
[[nodiscard]] std::string alert_text(const snapshot::Alert& alert, const Strings& strings);
// "waiting time · Google · 3 Mar 2024 to 9 Mar 2024"
[[nodiscard]] std::string alert_place(const snapshot::Alert& alert, const Strings& strings);
[[nodiscard]] bool is_bad_news(snapshot::AlertKind kind) noexcept;

[[nodiscard]] std::string priority_text(const snapshot::Priority& priority, const Strings& strings);

}  // namespace attune::ui
