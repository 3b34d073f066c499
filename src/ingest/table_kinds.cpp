#include "ingest/table_kinds.hpp"

#include <optional>
#include <string>
#include <string_view>

#include "ingest/column_guesses.hpp"
#include "ingest/column_names.hpp"

namespace attune::ingest {
namespace {

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

// A table of what the shop itself spent. A column named like a cost tells that only beside campaigns and
// tickets, or alone with dates where its name speaks of service: in any other table it may as well be what
// customers paid, so there its values alone say what it is.
bool set_costs(const table::Table& table, RoleMap& map) {
  constexpr std::string_view kService =
      "|support cost|support costs|cost of support|service cost|service costs|customer service cost|customer "
      "service costs|helpdesk cost|helpdesk costs|supportkosten|servicekosten|kundendienstkosten|kosten "
      "kundendienst|cout du support|couts du support|cout du service client|couts du service client|coste de "
      "soporte|costes de soporte|coste de atencion al cliente|costes de atencion al cliente|costo de "
      "soporte|";
  const auto has = [&](ColumnRole role) { return map.find(role).has_value(); };
  const std::optional<std::size_t> cost = map.find(ColumnRole::Cost);
  if (!cost) return false;
  if (has(ColumnRole::Campaign) && !has(ColumnRole::OrderId) && !has(ColumnRole::Email)) {
    map.kind = TableKind::Campaigns;
    map.kind_reason = "It has campaigns with what they cost";
    return true;
  }
  const bool sells = has(ColumnRole::OrderId) || has(ColumnRole::Quantity) || has(ColumnRole::UnitPrice);
  const bool is_handled = has(ColumnRole::Text) && has(ColumnRole::Status) &&
                          (has(ColumnRole::Agent) || has(ColumnRole::Priority));
  const bool is_of_tickets = !sells && (is_handled || has(ColumnRole::FirstReplyDate) ||
                                        (has(ColumnRole::ClosedDate) && !has(ColumnRole::Product)));
  const bool names_things = sells || has(ColumnRole::Product) || has(ColumnRole::ProductId) ||
                            has(ColumnRole::Text) || has(ColumnRole::Agent);
  if (!is_of_tickets && !names_things && has(ColumnRole::Date) &&
      is_one_word_of(normalized_name(table.columns[*cost].name), kService)) {
    map.kind = TableKind::ServiceCosts;
    map.kind_reason = "It has the costs of service with dates";
    return true;
  }
  if (!is_of_tickets) map.columns[*cost] = guess_from_values(map.profiles[*cost]);
  return false;
}

}  // namespace

void judge_table(const table::Table& table, RoleMap& map) {
  set_product_names(table, map);
  if (!set_answers(table, map) && !set_costs(table, map)) guess_kind(map);
}

}  // namespace attune::ingest
