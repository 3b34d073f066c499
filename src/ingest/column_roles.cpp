#include "ingest/column_roles.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "ingest/cell_shapes.hpp"
#include "ingest/column_guesses.hpp"
#include "ingest/column_names.hpp"
#include "ingest/recipes.hpp"
#include "ingest/table_kinds.hpp"

namespace attune::ingest {
namespace {

constexpr std::array<const char*, kColumnRoles> kRoleNames{"ignored",
                                                           "text",
                                                           "title",
                                                           "rating",
                                                           "label",
                                                           "reply",
                                                           "language",
                                                           "source",
                                                           "url",
                                                           "customer-name",
                                                           "first-name",
                                                           "last-name",
                                                           "customer-id",
                                                           "email",
                                                           "phone",
                                                           "place",
                                                           "postal-code",
                                                           "country",
                                                           "date",
                                                           "closed-date",
                                                           "order-id",
                                                           "product",
                                                           "product-id",
                                                           "category",
                                                           "quantity",
                                                           "amount",
                                                           "unit-price",
                                                           "currency",
                                                           "discount",
                                                           "refund",
                                                           "record-id",
                                                           "status",
                                                           "priority",
                                                           "tags",
                                                           "agent",
                                                           "consent",
                                                           "event-name",
                                                           "nps",
                                                           "csat",
                                                           "ces",
                                                           "first-reply-date",
                                                           "subscription-start",
                                                           "subscription-end",
                                                           "churned",
                                                           "unit-cost",
                                                           "campaign",
                                                           "cost"};

// Roles that one column at most may have; the less sure one becomes Ignored, or what `instead` says.
bool is_single(ColumnRole role) {
  switch (role) {
    case ColumnRole::Ignored:
    case ColumnRole::Text:
    case ColumnRole::Label:
    case ColumnRole::Tags:
    case ColumnRole::Category:
    case ColumnRole::Rating:
    case ColumnRole::Nps:
    case ColumnRole::Csat:
    case ColumnRole::Ces:
      return false;
    default:
      return true;
  }
}

void keep_the_surest(std::vector<ColumnGuess>& guesses) {
  for (std::size_t i = 0; i < guesses.size(); ++i) {
    if (!is_single(guesses[i].role)) continue;
    for (std::size_t j = 0; j < guesses.size(); ++j) {
      if (j == i || guesses[j].role != guesses[i].role) continue;
      const bool j_loses = guesses[j].confidence < guesses[i].confidence ||
                           (guesses[j].confidence == guesses[i].confidence && j > i);
      if (j_loses)
        guesses[j] = {ColumnRole::Ignored, 0.4,
                      "Another column is surer to be " + std::string{name_of(guesses[i].role)}, false};
    }
  }
}

// The recipe's word for each column that it names.
void apply_recipe(const Recipe& recipe, const table::Table& table, RoleMap& map) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string wanted = normalized_name(table.columns[i].name) + "=";
    for (std::string_view rest = recipe.roles; !rest.empty();) {
      const std::size_t bar = rest.find('|');
      const std::string_view rule = rest.substr(0, bar);
      rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
      if (!rule.starts_with(wanted)) continue;
      const std::optional<ColumnRole> role = role_from_name(rule.substr(wanted.size()));
      if (role) map.columns[i] = {*role, 0.99, "Known from " + std::string{recipe.name}, false};
    }
  }
  map.recipe = recipe.name;
  map.kind = recipe.kind;
  map.kind_reason = "Its columns are those of " + std::string{recipe.name};
}

}  // namespace

const char* name_of(ColumnRole role) noexcept { return kRoleNames[static_cast<std::size_t>(role)]; }

std::optional<ColumnRole> role_from_name(std::string_view name) noexcept {
  const auto found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  if (found == kRoleNames.end()) return std::nullopt;
  return static_cast<ColumnRole>(found - kRoleNames.begin());
}

const char* name_of(TableKind kind) noexcept {
  static constexpr std::array<const char*, 12> kNames{"unknown", "feedback",    "survey",    "tickets",
                                                      "orders",  "order-lines", "customers", "products",
                                                      "events",  "answers",     "campaigns", "service-costs"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<std::size_t> RoleMap::find(ColumnRole role) const noexcept {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].role != role) continue;
    if (!best || columns[i].is_users > columns[*best].is_users ||
        (columns[i].is_users == columns[*best].is_users &&
         columns[i].confidence > columns[*best].confidence)) {
      best = i;
    }
  }
  return best;
}

std::vector<std::size_t> RoleMap::find_all(ColumnRole role) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].role == role) found.push_back(i);
  }
  return found;
}

std::optional<std::size_t> RoleMap::find_rating() const noexcept {
  for (const ColumnRole role : {ColumnRole::Rating, ColumnRole::Csat, ColumnRole::Nps}) {
    if (const auto column = find(role)) return column;
  }
  return std::nullopt;
}

bool lists_campaigns(const RoleMap& roles) noexcept {
  const auto campaign = roles.find(ColumnRole::Campaign);
  const auto cost = roles.find(ColumnRole::Cost);
  if (!campaign || !cost) return false;
  return roles.kind == TableKind::Campaigns ||
         (roles.columns[*campaign].is_users && roles.columns[*cost].is_users);
}

void RoleMap::set(std::size_t column, ColumnRole role) { columns[column] = {role, 1, "You chose it", true}; }

RoleMap guess_roles(const table::Table& table) {
  RoleMap map;
  for (const table::Column& column : table.columns) {
    ColumnProfile& profile = map.profiles.emplace_back(profile_column(column.cells));
    std::string_view name = column.name;
    const std::string_view currency = take_currency_of_name(name);
    if (profile.type == CellType::Number) profile.currency = currency;
    map.columns.push_back(guess_column(std::string{name}, profile));
  }
  const Recipe* recipe = find_recipe(table);
  if (recipe != nullptr) apply_recipe(*recipe, table, map);
  keep_the_surest(map.columns);
  if (recipe == nullptr) judge_table(table, map);
  map.fingerprint = fingerprint(table);
  return map;
}

std::string fingerprint(const table::Table& table) {
  std::vector<std::string> names;
  for (const table::Column& column : table.columns) names.push_back(normalized_name(column.name));
  std::sort(names.begin(), names.end());
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a, 64 bits
  const auto mix = [&](char c) { hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL; };
  for (const std::string& name : names) {
    for (const char c : name) mix(c);
    mix('\n');
  }
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
  return text.data();
}

}  // namespace attune::ingest
