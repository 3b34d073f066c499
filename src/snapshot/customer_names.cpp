#include "snapshot/customer_names.hpp"

#include <algorithm>
#include <array>

namespace attune::snapshot {
namespace {

constexpr std::array<std::string_view, 5> kJoinKeyNames{"customer-id", "email", "phone", "name-and-postcode",
                                                        "name-alone"};
constexpr std::array<std::string_view, 10> kRfmSegmentNames{
    "champions",        "loyal-customers", "potential-loyalists", "new-customers",
    "promising",        "need-attention",  "about-to-sleep",      "at-risk",
    "cannot-lose-them", "hibernating"};
constexpr std::array<std::string_view, 10> kFeatureNames{
    "days-since-order", "orders",    "order-amount",       "tenure",  "usual-gap",
    "refund-share",     "sentiment", "different-products", "revenue", "column"};
constexpr std::array<std::string_view, 2> kTransformNames{"none", "logarithm"};
constexpr std::array<std::string_view, 3> kFitStateNames{"none", "fitted", "typical"};
constexpr std::array<std::string_view, 3> kSurvivalOfNames{"none", "contract", "second-order"};
constexpr std::array<std::string_view, 3> kMethodNames{"popularity", "neighbours", "ease"};

template <class Enum, std::size_t N>
std::optional<Enum> from_name(const std::array<std::string_view, N>& names, std::string_view name) noexcept {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name_of(JoinKey value) noexcept { return kJoinKeyNames[static_cast<std::size_t>(value)]; }
std::string_view name_of(RfmSegment value) noexcept {
  return kRfmSegmentNames[static_cast<std::size_t>(value)];
}
std::string_view name_of(Feature value) noexcept { return kFeatureNames[static_cast<std::size_t>(value)]; }
std::string_view name_of(Transform value) noexcept {
  return kTransformNames[static_cast<std::size_t>(value)];
}
std::string_view name_of(FitState value) noexcept { return kFitStateNames[static_cast<std::size_t>(value)]; }
std::string_view name_of(SurvivalOf value) noexcept {
  return kSurvivalOfNames[static_cast<std::size_t>(value)];
}
std::string_view name_of(Method value) noexcept { return kMethodNames[static_cast<std::size_t>(value)]; }

std::optional<RfmSegment> rfm_segment_from_name(std::string_view name) noexcept {
  return from_name<RfmSegment>(kRfmSegmentNames, name);
}
std::optional<Feature> feature_from_name(std::string_view name) noexcept {
  return from_name<Feature>(kFeatureNames, name);
}

}  // namespace attune::snapshot
