#include "ingest/column_roles.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "ingest/column_names.hpp"
#include "ingest/recipes.hpp"

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
                                                           "unit-cost"};

// How well the values fit a role: 1 neutral, above: they speak for it, 0: impossible.
double value_fit(ColumnRole role, const ColumnProfile& profile) {
  if (profile.filled == 0) return 0.6;
  const bool is_number = profile.type == CellType::Number || profile.type == CellType::Money ||
                         profile.type == CellType::Percent;
  const bool is_amount = profile.type == CellType::Number || profile.type == CellType::Money;
  switch (role) {
    case ColumnRole::Text:
      return profile.type != CellType::Text ? 0.15
             : profile.mean_words >= 4      ? 1.3
             : profile.mean_words >= 2      ? 0.9
                                            : 0.5;
    case ColumnRole::Title:
      return profile.type == CellType::Text ? 1.0 : 0.3;
    case ColumnRole::Reply:
      return profile.type == CellType::Text ? 1.0 : 0.2;
    case ColumnRole::Rating:
      return profile.rating_scale == RatingScale::None ? 0.0 : profile.distinct <= 11 ? 1.2 : 0.9;
    case ColumnRole::Date:
    case ColumnRole::ClosedDate:
    case ColumnRole::FirstReplyDate:
    case ColumnRole::SubscriptionStart:
    case ColumnRole::SubscriptionEnd:
      return profile.type == CellType::Date ? 1.2 : is_number ? 0.3 : 0.05;
    case ColumnRole::Email:
      return profile.type == CellType::Email ? 1.5 : 0.5;
    case ColumnRole::Phone:
      return is_number || profile.type == CellType::Phone || profile.type == CellType::Id ? 1.1 : 0.4;
    case ColumnRole::Url:
      return profile.type == CellType::Url ? 1.5 : 0.2;
    case ColumnRole::Quantity:
      return is_number && profile.all_whole ? 1.1 : 0.1;
    case ColumnRole::Amount:
    case ColumnRole::UnitPrice:
    case ColumnRole::UnitCost:
    case ColumnRole::Discount:
    case ColumnRole::Refund:
      return profile.type == CellType::Money ? 1.3 : is_amount ? 1.0 : 0.1;
    case ColumnRole::CustomerName:
    case ColumnRole::FirstName:
    case ColumnRole::LastName:
      return profile.type == CellType::Text && profile.mean_words < 5 ? 1.1 : is_number ? 0.2 : 0.6;
    case ColumnRole::Currency:
      return profile.mean_length <= 4 && !is_number ? 1.1 : 0.2;
    case ColumnRole::Language:
    case ColumnRole::Country:
      return profile.mean_length <= 20 && !is_number ? 1.0 : 0.2;
    case ColumnRole::Product:
    case ColumnRole::Place:
    case ColumnRole::Source:
      return profile.type == CellType::Date || profile.type == CellType::Email ? 0.1
             : profile.mean_words > 15                                         ? 0.3
                                                                               : 1.0;
    case ColumnRole::Consent:
      return profile.type == CellType::Boolean ? 1.2 : 0.6;
    case ColumnRole::Nps:
      return is_number && profile.all_whole && profile.low >= 0 && profile.high > 1 && profile.high <= 10
                 ? 1.3
                 : 0.0;
    case ColumnRole::Csat:
    case ColumnRole::Ces:
      return profile.rating_scale == RatingScale::None ? 0.0 : 1.2;
    case ColumnRole::Churned:
      return profile.type == CellType::Boolean || profile.distinct <= 2 ? 1.2 : 0.2;
    default:
      return profile.type == CellType::Date ? 0.2 : profile.mean_words > 12 ? 0.3 : 1.0;
  }
}

// What values alone say, for columns whose name says nothing.
ColumnGuess guess_from_values(const ColumnProfile& profile) {
  const auto filled = static_cast<double>(profile.filled);
  if (profile.filled == 0) return {ColumnRole::Ignored, 0.9, "Every cell is empty", false};
  if (profile.type == CellType::Email)
    return {ColumnRole::Email, 0.9, "The values are e-mail addresses", false};
  if (profile.type == CellType::Date) return {ColumnRole::Date, 0.7, "The values are dates", false};
  if (profile.type == CellType::Url) return {ColumnRole::Url, 0.8, "The values are web addresses", false};
  if (profile.type == CellType::Phone)
    return {ColumnRole::Phone, 0.5, "The values look like telephone numbers", false};
  if (profile.type == CellType::Money)
    return {ColumnRole::Amount, 0.5, "The values are amounts of money", false};
  if (profile.rating_scale == RatingScale::Stars)
    return {ColumnRole::Rating, 0.9, "The values are stars", false};
  if (profile.rating_scale == RatingScale::OneToFive && profile.all_whole && profile.distinct >= 3 &&
      profile.distinct <= 5 && filled >= 10) {
    return {ColumnRole::Rating, 0.55, "The values are whole numbers from 1 to 5", false};
  }
  if (profile.type == CellType::Text && profile.mean_words >= 5 &&
      static_cast<double>(profile.distinct) > std::min(filled, 1000.0) * 0.3) {
    return {ColumnRole::Text, 0.7, "The values are sentences", false};
  }
  return {ColumnRole::Ignored, 0.5, "Neither the name nor the values tell what it is", false};
}

ColumnGuess guess_column(const std::string& name, const ColumnProfile& profile) {
  ColumnGuess best = guess_from_values(profile);
  for (const NameMatch& match : roles_of_name(name)) {
    const double confidence = std::min(0.99, match.strength * value_fit(match.role, profile));
    if (confidence <= best.confidence || confidence < 0.35) continue;
    const bool is_exact = match.strength >= 0.95;
    best = {match.role, confidence,
            std::string{is_exact ? "Its name means " : "A word of its name means "} + name_of(match.role) +
                (profile.filled > 0 ? ", and the values fit" : "; it has no values yet"),
            false};
  }
  return best;
}

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

void guess_kind(RoleMap& map) {
  const auto has = [&](ColumnRole role) { return map.find(role).has_value(); };
  const bool has_person = has(ColumnRole::Email) || has(ColumnRole::CustomerId) ||
                          has(ColumnRole::CustomerName) || has(ColumnRole::LastName);
  const auto set = [&](TableKind kind, const char* reason) {
    map.kind = kind;
    map.kind_reason = reason;
  };
  if (has(ColumnRole::Text) && (has(ColumnRole::Priority) || has(ColumnRole::Agent)) &&
      has(ColumnRole::Status)) {
    set(TableKind::Tickets, "It has texts with a status and a priority or a person in charge");
  } else if (has(ColumnRole::OrderId) && (has(ColumnRole::Product) || has(ColumnRole::ProductId)) &&
             has(ColumnRole::Quantity)) {
    set(TableKind::OrderLines, "It has order numbers with products and quantities");
  } else if (has(ColumnRole::Nps) || has(ColumnRole::Csat) || has(ColumnRole::Ces)) {
    set(TableKind::Survey, "It has answers on recommendation, satisfaction or effort");
  } else if (has_person && (has(ColumnRole::Churned) || has(ColumnRole::SubscriptionStart))) {
    set(TableKind::Customers, "Each row is a person who stayed or left");
  } else if (has(ColumnRole::Text) && (has(ColumnRole::Rating) || !has(ColumnRole::Amount))) {
    set(TableKind::Feedback, "It has texts that people wrote");
  } else if (has(ColumnRole::Amount) && (has(ColumnRole::OrderId) || has(ColumnRole::Date))) {
    set(TableKind::Orders, "It has amounts with order numbers or dates");
  } else if (has(ColumnRole::EventName) ||
             (has(ColumnRole::Date) && has(ColumnRole::CustomerId) && has(ColumnRole::ProductId))) {
    set(TableKind::Events, "It has events with dates");
  } else if (has(ColumnRole::UnitPrice) &&
             (has(ColumnRole::Product) || has(ColumnRole::ProductId) || has(ColumnRole::Title))) {
    set(TableKind::Products, "It has products with prices");
  } else if (has_person &&
             (has(ColumnRole::Email) || has(ColumnRole::Phone) || has(ColumnRole::CustomerId))) {
    set(TableKind::Customers, "Each row is a person");
  } else if (has(ColumnRole::Rating)) {
    set(TableKind::Feedback, "It has ratings");
  } else {
    set(TableKind::Unknown, "No column tells what the rows are");
  }
}

bool is_one_word_of(const std::string& name, std::string_view list) {
  const std::string wanted = '|' + name + '|';
  return list.find(wanted) != std::string_view::npos;
}

// Beside a product's number or price a "description" is what the product is called, not what somebody wrote.
void set_product_names(const table::Table& table, RoleMap& map) {
  constexpr std::string_view kDescriptions =
      "|description|item description|product description|line description|beschreibung|artikelbeschreibung|"
      "designation|libelle|descripcion|descrizione|descricao|omschrijving|";
  constexpr double kMostWords = 15;
  if (map.find(ColumnRole::Product) || map.find(ColumnRole::Rating) || !map.find(ColumnRole::ProductId))
    return;
  if (!map.find(ColumnRole::Quantity) && !map.find(ColumnRole::UnitPrice)) return;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnRole role = map.columns[i].role;
    if ((role != ColumnRole::Text && role != ColumnRole::Ignored) ||
        map.profiles[i].mean_words > kMostWords ||
        !is_one_word_of(normalized_name(table.columns[i].name), kDescriptions))
      continue;
    map.columns[i] = {ColumnRole::Product, 0.8, "It describes the product whose number stands beside it",
                      false};
    return;
  }
}

// A column named like a question or a macro's title, and one named like an answer, beside nothing that tells
// of people's own words: a FAQ or a file of macros.
bool set_answers(const table::Table& table, RoleMap& map) {
  constexpr std::string_view kQuestions =
      "|question|questions|faq|query|title|name|macro|macro name|macro "
      "title|shortcut|intent|topic|subject|frage|fragen|titel|betreff|question posee|titre|"
      "sujet|pregunta|preguntas|titulo|asunto|";
  constexpr std::string_view kAnswers =
      "|answer|answers|response|reply|macro text|macro body|canned response|saved reply|body|comment "
      "value|antwort|antworten|antworttext|reponse|reponses|"
      "respuesta|respuestas|";
  constexpr std::string_view kClear =
      "|answer|answers|macro text|macro body|canned response|saved "
      "reply|antwort|antworten|reponse|reponses|respuesta|respuestas|";
  std::optional<std::size_t> question, answer;
  bool is_clear = false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string name = normalized_name(table.columns[i].name);
    if (!question && is_one_word_of(name, kQuestions))
      question = i;
    else if (!answer && is_one_word_of(name, kAnswers))
      answer = i, is_clear = is_one_word_of(name, kClear) || name == "body";
  }
  const bool has_own_words = map.find(ColumnRole::Rating) || map.find(ColumnRole::CustomerName) ||
                             map.find(ColumnRole::Email) || map.find(ColumnRole::CustomerId) ||
                             map.find(ColumnRole::Priority) || map.find(ColumnRole::OrderId);
  if (!question || !answer || !is_clear || has_own_words || map.find(ColumnRole::Date)) return false;
  if (map.profiles[*answer].filled == 0 || map.profiles[*answer].mean_words < 2) return false;
  map.columns[*question] = {ColumnRole::Title, 0.9, "Its name says that it holds what is asked", false};
  map.columns[*answer] = {ColumnRole::Reply, 0.9, "Its name says that it holds the shop's answers", false};
  for (ColumnGuess& guess : map.columns) {
    if (guess.role == ColumnRole::Text)
      guess = {ColumnRole::Ignored, 0.5, "The answers stand in another column", false};
  }
  map.kind = TableKind::Answers;
  map.kind_reason = "It has questions with answers";
  return true;
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
  static constexpr std::array<const char*, 10> kNames{"unknown", "feedback",    "survey",    "tickets",
                                                      "orders",  "order-lines", "customers", "products",
                                                      "events",  "answers"};
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

void RoleMap::set(std::size_t column, ColumnRole role) { columns[column] = {role, 1, "You chose it", true}; }

RoleMap guess_roles(const table::Table& table) {
  RoleMap map;
  for (const table::Column& column : table.columns) {
    map.profiles.push_back(profile_column(column.cells));
    map.columns.push_back(guess_column(column.name, map.profiles.back()));
  }
  const Recipe* recipe = find_recipe(table);
  if (recipe != nullptr) apply_recipe(*recipe, table, map);
  keep_the_surest(map.columns);
  if (recipe == nullptr) set_product_names(table, map);
  if (recipe == nullptr && !set_answers(table, map)) guess_kind(map);
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
