#include "engine/spending_columns.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "base/ascii.hpp"
#include "base/diagnostics.hpp"
#include "engine/column_list.hpp"
#include "ingest/column_types.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::engine {
namespace {

using ingest::ColumnRole;
using ingest::TableKind;
using insight::Spending;

class Reader {
 public:
  Reader(const std::string& file_name, const table::Table& table, const ingest::RoleMap& roles,
         Spending& spending)
      : file_name_{file_name}, table_{table}, roles_{roles}, fields_{table, roles}, spending_{spending} {}

  void read();

 private:
  [[nodiscard]] bool has(ColumnRole role) const { return fields_.has(role); }
  void name_columns(std::initializer_list<ColumnRole> roles, std::vector<std::string>& names) const;
  [[nodiscard]] std::string currency() const;
  [[nodiscard]] std::optional<Days> day(std::size_t row);
  std::uint32_t campaign(std::string_view name);
  void read_campaigns();
  void read_campaigns_of_orders();
  void read_tickets();
  void read_service_costs();

  const std::string& file_name_;
  const table::Table& table_;
  const ingest::RoleMap& roles_;
  ingest::FeedbackFields fields_;
  Spending& spending_;
  Diagnostics unheard_;
};

void Reader::name_columns(std::initializer_list<ColumnRole> roles, std::vector<std::string>& names) const {
  list_columns(file_name_, table_, roles_, roles, names);
}

// Of the column of costs, or of the first row.
std::string Reader::currency() const {
  const auto cost = roles_.find(ColumnRole::Cost);
  if (cost && !roles_.profiles[*cost].currency.empty()) return roles_.profiles[*cost].currency;
  return table_.row_count() > 0 ? std::string{fields_.cell(0, ColumnRole::Currency)} : std::string{};
}

std::optional<Days> Reader::day(std::size_t row) {
  const auto date = fields_.date(row, unheard_);
  return date ? std::optional{date->days} : std::nullopt;
}

std::uint32_t Reader::campaign(std::string_view name) {
  const std::uint32_t id = spending_.campaigns.id_of(ascii_lower(name));
  if (id >= spending_.campaign_names.size()) spending_.campaign_names.resize(id + std::size_t{1});
  if (spending_.campaign_names[id].empty()) spending_.campaign_names[id] = name;
  return id;
}

void Reader::read_campaigns() {
  const bool tells_revenue = has(ColumnRole::Amount);
  spending_.tells_revenue = spending_.tells_revenue || tells_revenue;
  name_columns({ColumnRole::Campaign, ColumnRole::Date, ColumnRole::Cost, ColumnRole::Amount},
               spending_.campaign_columns);
  if (spending_.campaign_currency.empty()) spending_.campaign_currency = currency();
  for (std::size_t row = 0; row < table_.row_count(); ++row) {
    const std::string_view name = fields_.cell(row, ColumnRole::Campaign);
    if (ingest::is_missing(name) || ascii_lower(name.substr(0, 5)) == "total") continue;
    const auto cost = fields_.number(row, ColumnRole::Cost, unheard_);
    const auto revenue = fields_.number(row, ColumnRole::Amount, unheard_);
    if (!cost && !revenue) continue;
    spending_.campaign_costs.push_back({day(row), campaign(name), cost.value_or(0), revenue.value_or(0)});
  }
}

void Reader::read_campaigns_of_orders() {
  std::string_view last_order;
  for (std::size_t row = 0; row < table_.row_count(); ++row) {
    const std::string_view name = fields_.cell(row, ColumnRole::Campaign);
    const std::string_view order = fields_.cell(row, ColumnRole::OrderId);
    const bool continues = !order.empty() && order == last_order;
    last_order = order;
    const auto amount = fields_.number(row, ColumnRole::Amount, unheard_);
    if (ingest::is_missing(name) || continues || !amount)
      continue;  // an order's total stands in its first line
    spending_.campaign_orders.push_back({day(row), campaign(name), 0, *amount});
  }
  if (!spending_.campaign_orders.empty())
    name_columns({ColumnRole::Campaign, ColumnRole::Amount}, spending_.campaign_columns);
}

void Reader::read_tickets() {
  const bool tells_cost = has(ColumnRole::Cost);
  if (tells_cost) {
    name_columns({ColumnRole::Cost}, spending_.service_columns);
    if (spending_.service_currency.empty()) spending_.service_currency = currency();
  }
  for (std::size_t row = 0; row < table_.row_count(); ++row) {
    const std::optional<Days> opened = day(row);
    if (opened) spending_.tickets.push_back(*opened);
    if (!tells_cost) continue;
    if (const auto cost = fields_.number(row, ColumnRole::Cost, unheard_); cost && *cost >= 0)
      spending_.ticket_costs.push_back({opened, *cost});
  }
}

void Reader::read_service_costs() {
  name_columns({ColumnRole::Date, ColumnRole::Cost}, spending_.service_columns);
  if (spending_.service_currency.empty()) spending_.service_currency = currency();
  for (std::size_t row = 0; row < table_.row_count(); ++row) {
    if (const auto cost = fields_.number(row, ColumnRole::Cost, unheard_))
      spending_.service_costs.push_back({day(row), *cost});
  }
}

void Reader::read() {
  const bool is_tickets =
      roles_.kind == TableKind::Tickets ||
      (has(ColumnRole::Date) && (has(ColumnRole::ClosedDate) || has(ColumnRole::FirstReplyDate)));
  const bool is_orders = roles_.kind == TableKind::Orders || roles_.kind == TableKind::OrderLines;
  if (ingest::lists_campaigns(roles_))
    read_campaigns();
  else if (roles_.kind == TableKind::ServiceCosts)
    read_service_costs();
  else if (is_orders && has(ColumnRole::Campaign))
    read_campaigns_of_orders();
  else if (is_tickets && !is_orders)
    read_tickets();
}

}  // namespace

void add_spending(const std::string& file_name, const table::Table& table, const ingest::RoleMap& roles,
                  insight::Spending& spending) {
  Reader{file_name, table, roles, spending}.read();
}

}  // namespace attune::engine
