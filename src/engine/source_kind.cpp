#include "engine/source_kind.hpp"

#include <algorithm>

#include "engine/review_builder.hpp"

namespace attune::engine {

using ingest::ColumnRole;
using ingest::TableKind;

bool names_somebody(const ingest::RoleMap& roles) {
  for (const ColumnRole role : {ColumnRole::CustomerId, ColumnRole::Email, ColumnRole::Phone,
                                ColumnRole::CustomerName, ColumnRole::LastName}) {
    if (roles.find(role)) return true;
  }
  return false;
}

std::optional<std::size_t> repeated_id_column(const ingest::RoleMap& roles) {
  for (const ColumnRole role : {ColumnRole::RecordId, ColumnRole::OrderId}) {
    const auto at = roles.find(role);
    if (!at) continue;
    const ingest::ColumnProfile& profile = roles.profiles[*at];
    const auto looked_at = std::min<std::size_t>(profile.filled, ingest::ColumnProfile::kMaxDistinct);
    if (profile.filled > 3 && static_cast<double>(profile.distinct) < 0.9 * static_cast<double>(looked_at))
      return at;
    if (profile.filled > 1500 && profile.distinct == ingest::ColumnProfile::kMaxDistinct &&
        profile.all_whole && profile.high - profile.low < 0.6 * static_cast<double>(profile.filled))
      return at;
  }
  return std::nullopt;
}

SourceKind source_kind(const ingest::RoleMap& roles) {
  if (ingest::lists_campaigns(roles)) return SourceKind::Other;
  const auto has = [&](ColumnRole role) { return roles.find(role).has_value(); };
  const auto chosen = [&](ColumnRole role) {
    const auto at = roles.find(role);
    return at && roles.columns[*at].is_users;
  };
  const bool has_item = has(ColumnRole::Product) || has(ColumnRole::ProductId);
  const bool has_money = has(ColumnRole::Amount) || has(ColumnRole::UnitPrice);
  const bool is_chosen_order = chosen(ColumnRole::Amount) || chosen(ColumnRole::UnitPrice) ||
                               chosen(ColumnRole::OrderId) || chosen(ColumnRole::Quantity);
  if (is_chosen_order && has(ColumnRole::Date)) return SourceKind::Orders;
  const bool is_chosen_event =
      chosen(ColumnRole::CustomerId) && (chosen(ColumnRole::Product) || chosen(ColumnRole::ProductId));
  if (is_chosen_event && !has_money) return SourceKind::Events;
  if (chosen(ColumnRole::CustomerId) && chosen(ColumnRole::Date)) return SourceKind::Orders;
  switch (roles.kind) {
    case TableKind::Orders:
    case TableKind::OrderLines:
      if (has(ColumnRole::Date)) return SourceKind::Orders;
      return has(ColumnRole::OrderId) && has_item ? SourceKind::OrderItems : SourceKind::Other;
    case TableKind::Customers:
      return SourceKind::Customers;
    case TableKind::Products:
      return SourceKind::Products;
    case TableKind::Events:
      return has_item ? SourceKind::Events : has(ColumnRole::Date) ? SourceKind::Orders : SourceKind::Other;
    case TableKind::Feedback:
    case TableKind::Survey:
    case TableKind::Tickets:
      return SourceKind::Feedback;
    case TableKind::Answers:
    case TableKind::Campaigns:
    case TableKind::ServiceCosts:
      return SourceKind::Other;
    case TableKind::Unknown:
      break;
  }
  if (holds_reviews(roles)) return SourceKind::Feedback;
  if (has(ColumnRole::Date) && (has_money || has(ColumnRole::Quantity))) return SourceKind::Orders;
  if (has(ColumnRole::CustomerId) && has_item) return SourceKind::Events;
  const bool has_label = has(ColumnRole::Label);
  const bool may_have_id = names_somebody(roles) || repeated_id_column(roles).has_value();
  if (has(ColumnRole::Date) && may_have_id && !has_label) return SourceKind::Orders;
  if (has(ColumnRole::OrderId) && has_item) return SourceKind::OrderItems;
  return names_somebody(roles) ? SourceKind::Customers : SourceKind::Other;
}

}  // namespace attune::engine
