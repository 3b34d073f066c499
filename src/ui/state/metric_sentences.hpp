// The figures a business is steered by, in words: what each is called, how it is computed, what it needs.
#pragma once

#include <cstdint>
#include <string>

#include "snapshot/metrics.hpp"
#include "ui/state/strings.hpp"

namespace attune::ui {

enum class MetricFamily : std::uint8_t { Voices, Service, Sales, Loyalty, Marketing };
inline constexpr std::size_t kMetricFamilies = 5;

[[nodiscard]] MetricFamily family_of(snapshot::MetricId id) noexcept;
[[nodiscard]] Text heading_of(MetricFamily family) noexcept;

[[nodiscard]] Text name_of_metric(snapshot::MetricId id) noexcept;
[[nodiscard]] Text formula_of(snapshot::MetricId id) noexcept;

// "€1,204", "18%", "+32", "3.4 days"; by the metric's unit.
[[nodiscard]] std::string metric_value(const snapshot::Metric& metric, double value, const Strings& strings);
// "16% to 20%, 1,204 cases"
[[nodiscard]] std::string metric_range(const snapshot::Metric& metric, const Strings& strings);
[[nodiscard]] chart::ValueFormat format_of(const snapshot::Metric& metric);

// "Add orders with: customer number, date"
[[nodiscard]] std::string metric_needs(const snapshot::Metric& metric, const Strings& strings);

}  // namespace attune::ui
