// The stable names of what a customer snapshot counts: in exports, in filters, in links.
#pragma once

#include <optional>
#include <string_view>

#include "snapshot/customers.hpp"

namespace attune::snapshot {

[[nodiscard]] std::string_view name_of(JoinKey) noexcept;     // "customer-id"
[[nodiscard]] std::string_view name_of(RfmSegment) noexcept;  // "champions"
[[nodiscard]] std::string_view name_of(Feature) noexcept;     // "days-since-order"
[[nodiscard]] std::string_view name_of(Transform) noexcept;   // "none"
[[nodiscard]] std::string_view name_of(FitState) noexcept;    // "none"
[[nodiscard]] std::string_view name_of(SurvivalOf) noexcept;  // "none"
[[nodiscard]] std::string_view name_of(Method) noexcept;      // "popularity"

[[nodiscard]] std::optional<RfmSegment> rfm_segment_from_name(std::string_view name) noexcept;
[[nodiscard]] std::optional<Feature> feature_from_name(std::string_view name) noexcept;

}  // namespace attune::snapshot
