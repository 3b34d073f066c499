// The enums of the insight part as words: in JSON files, in ids of widgets.
#pragma once

#include "snapshot/insight.hpp"

namespace attune::snapshot {

[[nodiscard]] const char* name_of(Sentiment sentiment) noexcept;      // "negative"
[[nodiscard]] const char* name_of(Granularity granularity) noexcept;  // "month"
[[nodiscard]] const char* name_of(TopicOrigin origin) noexcept;
[[nodiscard]] const char* name_of(TopicMovement movement) noexcept;
[[nodiscard]] const char* name_of(EntityKind kind) noexcept;
[[nodiscard]] const char* name_of(DriverKind kind) noexcept;
[[nodiscard]] const char* name_of(DriversState state) noexcept;
[[nodiscard]] const char* name_of(Measure measure) noexcept;
[[nodiscard]] const char* name_of(AlertKind kind) noexcept;  // "more-complaints"
[[nodiscard]] const char* name_of(PriorityKind kind) noexcept;
[[nodiscard]] const char* name_of(PriorityReason reason) noexcept;
[[nodiscard]] const char* name_of(MetricId id) noexcept;  // "net-promoter-score"
[[nodiscard]] const char* name_of(MetricState state) noexcept;
[[nodiscard]] const char* name_of(MetricUnit unit) noexcept;

}  // namespace attune::snapshot
