#include "engine/contract_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "base/numbers.hpp"
#include "engine/customer_book.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/column_names.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::engine {
namespace {

using customer::kNobody;
using ingest::CellType;
using ingest::ColumnRole;

constexpr std::size_t kMostFeatures = 8;
constexpr std::size_t kFewestContracts = 10;

bool is_about_a_person(ColumnRole role) {
  switch (role) {
    case ColumnRole::CustomerName:
    case ColumnRole::FirstName:
    case ColumnRole::LastName:
    case ColumnRole::CustomerId:
    case ColumnRole::RecordId:
    case ColumnRole::Email:
    case ColumnRole::Phone:
    case ColumnRole::Url:
      return true;
    default:
      return false;
  }
}

// Whole numbers, a different one in each row, one after the other: a count of rows.
bool is_running_number(const ingest::ColumnProfile& profile) {
  const auto most = std::min<std::size_t>(profile.filled, ingest::ColumnProfile::kMaxDistinct);
  return profile.type == CellType::Id ||
         (profile.all_whole && profile.distinct >= most && most > 20 &&
          profile.high - profile.low < 1.5 * static_cast<double>(profile.rows));
}

bool is_number(const ingest::ColumnProfile& profile) {
  return profile.type == CellType::Number || profile.type == CellType::Money ||
         profile.type == CellType::Percent;
}

// A subscription that is over, in the words of many shops.
bool has_ended(std::string_view status) {
  constexpr std::array<std::string_view, 11> kWords{"cancel",   "ended",   "expired", "inactive",
                                                    "terminat", "churn",   "beendet", "gekundig",
                                                    "abgelauf", "resilie", "baja"};
  const std::string normal = ingest::normalized_name(status);
  return normal != "pending cancel" && normal != "pending cancellation" &&
         std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return normal.find(word) != std::string::npos; });
}

bool names_tenure(std::string_view name) {
  constexpr std::array<std::string_view, 14> kNames{
      "tenure",         "tenure months",      "months",         "duration",      "customer age",
      "age of account", "months as customer", "lifetime",       "laufzeit",      "vertragsdauer",
      "anciennete",     "antiguedad",         "account length", "months on book"};
  return std::find(kNames.begin(), kNames.end(), ingest::normalized_name(name)) != kNames.end();
}

const SourceRows* largest_table(const ShopData& shop) {
  const SourceRows* largest = nullptr;
  for (const SourceRows& rows : shop.sources) {
    const bool is_people = rows.kind == SourceKind::Customers || rows.kind == SourceKind::Other ||
                           rows.kind == SourceKind::Feedback;
    if (!is_people) continue;
    if (largest == nullptr || rows.source.table->row_count() > largest->source.table->row_count())
      largest = &rows;
  }
  return largest;
}

std::vector<customer::LeadColumn> columns_of(const table::Table& table) {
  std::vector<customer::LeadColumn> columns;
  for (const table::Column& column : table.columns) {
    customer::LeadColumn made{column.name, {}};
    if (column.cells.is_kept_in_file()) {  // long texts: their views do not last
      made.cells.resize(column.cells.size());
      columns.push_back(std::move(made));
      continue;
    }
    made.cells.reserve(column.cells.size());
    for (std::size_t row = 0; row < column.cells.size(); ++row)
      made.cells.push_back(ingest::trimmed(column.cells[row]));
    columns.push_back(std::move(made));
  }
  return columns;
}

void learn_survival(CustomerBook& book, const customer::LeadTable& table) {
  const auto tenure = std::find_if(table.columns.begin(), table.columns.end(),
                                   [](const auto& column) { return names_tenure(column.name); });
  if (tenure == table.columns.end()) return;
  std::vector<stats::Lifetime> lifetimes;
  std::vector<customer::HazardColumn> words;
  for (const auto& column : table.columns) {
    if (&column != &*tenure) words.push_back({column.name, {}});
  }
  for (std::size_t row = 0; row < table.labels.size(); ++row) {
    const auto time = parse_number(tenure->cells[row]);
    if (!time || !(*time >= 0)) continue;
    lifetimes.push_back({*time, table.labels[row] != 0});
    std::size_t word = 0;
    for (const auto& column : table.columns) {
      if (&column != &*tenure) words[word++].cells.push_back(column.cells[row]);
    }
  }
  SurvivalFacts facts;
  facts.is_contract = true;
  facts.unit = tenure->name;
  facts.n = lifetimes.size();
  facts.ended = static_cast<std::uint64_t>(
      std::count_if(lifetimes.begin(), lifetimes.end(), [](const auto& one) { return one.has_ended; }));
  facts.curve = stats::kaplan_meier(lifetimes);
  facts.hazard = stats::discrete_hazard(lifetimes);
  facts.factors = customer::hazard_factors(lifetimes, words);
  book.survival = std::move(facts);
}

}  // namespace

customer::FeatureTable features_of_table(const ShopData& shop, std::vector<std::uint32_t>& customer_of_row) {
  customer::FeatureTable features;
  const SourceRows* rows = largest_table(shop);
  if (rows == nullptr || rows->kind == SourceKind::Feedback) return features;
  const auto& columns = rows->source.table->columns;
  const ingest::RoleMap& roles = *rows->source.roles;
  std::vector<std::vector<double>> values;
  for (std::size_t at = 0; at < columns.size() && values.size() < kMostFeatures; ++at) {
    const ingest::ColumnProfile& profile = roles.profiles[at];
    const bool is_usable = is_number(profile) && profile.distinct > 2 &&
                           profile.filled * 10 >= profile.rows * 9 &&
                           !is_about_a_person(roles.columns[at].role) && !is_running_number(profile);
    if (!is_usable) continue;
    std::vector<double> numbers;
    for (std::size_t row = 0; row < columns[at].cells.size(); ++row) {
      std::string_view cell = ingest::trimmed(columns[at].cells[row]);
      static_cast<void>(ingest::take_currency(cell));
      numbers.push_back(parse_number(cell, profile.number_style).value_or(std::nan("")));
    }
    features.features.push_back({customer::Feature::Column, columns[at].name, false});
    values.push_back(std::move(numbers));
  }
  std::vector<std::size_t> whole;  // rows without a gap
  for (std::size_t row = 0; row < rows->source.table->row_count(); ++row) {
    const bool has_all = std::all_of(values.begin(), values.end(),
                                     [row](const auto& column) { return std::isfinite(column[row]); });
    if (has_all && !values.empty()) whole.push_back(row);
  }
  features.values = stats::Matrix{whole.size(), values.size()};
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (std::size_t j = 0; j < values.size(); ++j) features.values.at(i, j) = values[j][whole[i]];
    customer_of_row.push_back(rows->person_of_row.empty() ? kNobody : rows->person_of_row[whole[i]]);
  }
  return features;
}

std::vector<Contract> contracts_of(const table::Table& table, const ingest::RoleMap& roles) {
  const auto start = roles.find(ColumnRole::SubscriptionStart);
  const auto end = roles.find(ColumnRole::SubscriptionEnd);
  const auto status = roles.find(ColumnRole::Status);
  const auto churned = roles.find(ColumnRole::Churned);
  if (!start || (!end && !status && !churned)) return {};
  const auto day_in = [&](std::optional<std::size_t> column, std::size_t row) -> std::optional<Days> {
    if (!column) return std::nullopt;
    const auto date =
        ingest::parse_date(table.columns[*column].cells[row], roles.profiles[*column].date_order);
    return date ? std::optional{date->days} : std::nullopt;
  };
  std::optional<Days> last;  // that the list knows of: ends may lie beyond
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    for (const ColumnRole role : {ColumnRole::SubscriptionStart, ColumnRole::Date}) {
      if (const auto day = day_in(roles.find(role), row)) last = std::max(last.value_or(*day), *day);
    }
  }
  // Days of ends tell how far the list knows where they are ends that came: not where each row has one (terms
  // agreed on), nor beside a status that says it goes on.
  bool any_open = false;
  for (std::size_t row = 0; row < table.row_count(); ++row)
    any_open = any_open || (day_in(start, row) && !day_in(end, row));
  std::optional<Days> last_end;
  for (std::size_t row = 0; row < table.row_count() && end; ++row) {
    const bool has_come = status ? has_ended(table.columns[*status].cells[row]) : any_open;
    const auto day = day_in(end, row);
    if (day && has_come) last_end = std::max(last_end.value_or(*day), *day);
  }
  if (last && last_end) last = std::max(*last, *last_end);
  std::vector<Contract> contracts;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto from = day_in(start, row);
    if (!from) continue;
    const auto to = day_in(end, row);
    Contract contract;
    const bool says_ended =
        (status && has_ended(table.columns[*status].cells[row])) ||
        (churned && ingest::boolean_of(ingest::trimmed(table.columns[*churned].cells[row])) == 1);
    contract.has_ended = says_ended || (to && *to <= *last);
    const Days until = to && *to <= *last ? *to : *last;
    if (until >= *from && (to || !contract.has_ended)) contract.days = static_cast<double>(until - *from);
    contracts.push_back(contract);
  }
  if (2 * contracts.size() < table.row_count()) contracts.clear();
  return contracts;
}

void learn_contracts(CustomerBook& book) {
  if (book.survival.is_contract) return;
  for (const SourceRows& rows : book.shop->sources) {
    std::vector<stats::Lifetime> lifetimes;
    for (const Contract& contract : contracts_of(*rows.source.table, *rows.source.roles)) {
      if (contract.days) lifetimes.push_back({*contract.days, contract.has_ended});
    }
    if (lifetimes.size() < kFewestContracts) continue;
    book.survival = survival_in_days(lifetimes);
    book.survival.is_contract = true;
    return;
  }
}

Stepped<bool> learn_labelled_table(CustomerBook& book) {
  const SourceRows* rows = largest_table(*book.shop);
  if (rows == nullptr) co_return false;
  const std::vector<customer::LeadColumn> all = columns_of(*rows->source.table);
  std::string wanted = book.settings.label;
  if (const auto churned = rows->source.roles->find(ColumnRole::Churned); churned && wanted.empty())
    wanted = all[*churned].name;
  const customer::LabelColumn label = customer::find_label(all, wanted);
  if (label.name.empty()) co_return false;
  customer::LeadTable table;
  const ingest::RoleMap& roles = *rows->source.roles;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (all[at].name == label.name) {
      for (const std::string_view cell : all[at].cells) table.labels.push_back(cell == label.yes ? 1 : 0);
    } else if (!is_about_a_person(roles.columns[at].role) && !is_running_number(roles.profiles[at])) {
      table.columns.push_back(all[at]);
    }
  }
  co_yield attune::Progress{"Learning from the labelled column", 0, 1};
  learn_survival(book, table);
  book.label_column = label.name;
  book.label_yes = label.yes;
  auto scoring = customer::score_leads(std::move(table));
  while (scoring.advance()) co_yield scoring.progress();
  book.lead = std::move(scoring).result();
  book.lead_chance.assign(book.customers(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t row = 0; row < rows->person_of_row.size() && row < book.lead.chance.size(); ++row) {
    const std::uint32_t customer = rows->person_of_row[row];
    if (customer != kNobody) book.lead_chance[customer] = book.lead.chance[row];
  }
  co_return true;
}

}  // namespace attune::engine
