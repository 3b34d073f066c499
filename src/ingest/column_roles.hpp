// What each column of a table is for: guessed from its name (in ten languages) and its values, told with a
// reason, and the user's to change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/column_types.hpp"
#include "table/table.hpp"

namespace attune::ingest {

enum class ColumnRole : std::uint8_t {
  Ignored,
  // what was said
  Text,
  Title,
  Rating,
  Label,
  Reply,
  Language,
  Source,
  Url,
  // who
  CustomerName,
  FirstName,
  LastName,
  CustomerId,
  Email,
  Phone,
  Place,
  PostalCode,
  Country,
  // when
  Date,
  ClosedDate,
  // what was bought
  OrderId,
  Product,
  ProductId,
  Category,
  Quantity,
  Amount,
  UnitPrice,
  Currency,
  Discount,
  Refund,
  // the state of a ticket, an order, a review, a person
  RecordId,
  Status,
  Priority,
  Tags,
  Agent,
  Consent,
  EventName,
  // what was answered, each on its own scale: recommendation 0 to 10, satisfaction, effort
  Nps,
  Csat,
  Ces,
  // when a ticket was first answered; how long a customer stayed, and whether they left
  FirstReplyDate,
  SubscriptionStart,
  SubscriptionEnd,
  Churned,
  // what one piece costs the shop itself
  UnitCost,
  // what the shop spends: on a campaign, on answering a ticket, on its service in a month
  Campaign,
  Cost,
};
inline constexpr std::size_t kColumnRoles = 47;

[[nodiscard]] const char* name_of(ColumnRole role) noexcept;  // "customer-id"
[[nodiscard]] std::optional<ColumnRole> role_from_name(std::string_view name) noexcept;

enum class TableKind : std::uint8_t {
  Unknown,
  Feedback,
  Survey,
  Tickets,
  Orders,
  OrderLines,
  Customers,
  Products,
  Events,
  Answers,       // the shop's own questions and answers, or macros: Title and Reply
  Campaigns,     // what was spent on each campaign, and what it brought: Campaign, Cost, Amount
  ServiceCosts,  // what answering customers cost in each month or week: Date and Cost
};
[[nodiscard]] const char* name_of(TableKind kind) noexcept;

struct ColumnGuess {
  ColumnRole role = ColumnRole::Ignored;
  double confidence = 0;
  std::string reason;     // one plain sentence
  bool is_users = false;  // set by the user
};

// The role of each column, in the table's order. One role may occur twice (two text questions of a survey).
struct RoleMap {
  std::vector<ColumnGuess> columns;
  std::vector<ColumnProfile> profiles;  // as many as columns
  TableKind kind = TableKind::Unknown;
  std::string kind_reason;
  std::string recipe;       // the known export it was recognised as, e.g. "Trustpilot reviews"; empty: none
  std::string fingerprint;  // equal for tables with the same column names: a mapping is remembered under it

  // The column most sure to have this role.
  [[nodiscard]] std::optional<std::size_t> find(ColumnRole role) const noexcept;
  [[nodiscard]] std::vector<std::size_t> find_all(ColumnRole role) const;
  // The column that says how content somebody was: a rating, else an answer on satisfaction, else on
  // recommendation.
  [[nodiscard]] std::optional<std::size_t> find_rating() const noexcept;
  // The user's word: replaces the guess.
  void set(std::size_t column, ColumnRole role);
};

// Whether it tells what was spent on campaigns: guessed so, or so that the user has given both roles.
[[nodiscard]] bool lists_campaigns(const RoleMap& roles) noexcept;

[[nodiscard]] RoleMap guess_roles(const table::Table& table);

// 16 hexadecimal digits from the column names, without regard to case, spaces and order of columns.
[[nodiscard]] std::string fingerprint(const table::Table& table);

}  // namespace attune::ingest
