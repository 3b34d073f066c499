#include "protocol/desk_answers.ipp"

namespace attune::protocol {
namespace {

using namespace members;

Figure figure(const Json& object, const char* name) {
  const Json* found = find(object, name);
  if (found == nullptr) return {};
  return {.value = real(*found, "value"),
          .low = real(*found, "low"),
          .high = real(*found, "high"),
          .n = whole(*found, "n")};
}

std::optional<Days> day(const Json& object, const char* name) {
  const auto date = parse_iso(text(object, name));
  return date ? std::optional{date->days} : std::nullopt;
}

RowsFilter filter(const Json& object) {
  const Json* found = find(object, "filter");
  if (found == nullptr) return {};
  RowsFilter filter{.search = text(*found, "search"),
                    .sentiments = {},
                    .ratings = {},
                    .from = day(*found, "from"),
                    .to = day(*found, "to"),
                    .sources = texts(*found, "source"),
                    .products = texts(*found, "product"),
                    .places = texts(*found, "place"),
                    .segments = texts(*found, "segment")};
  for (const std::string& name : texts(*found, "sentiment")) {
    if (const auto sentiment = sentiment_from_name(name)) filter.sentiments.push_back(*sentiment);
  }
  for_each_in(*found, "rating", [&filter](const Json& item) {
    const double star = item.is_number() ? item.get<double>() : 0.0;
    if (star >= 1 && star <= 5) filter.ratings.push_back(static_cast<int>(star));
  });
  return filter;
}

std::vector<TextRange> ranges(const Json& object, const char* name) {
  std::vector<TextRange> all;
  for_each_in(object, name, [&all](const Json& item) {
    all.push_back({.begin = small(item, "begin"), .end = small(item, "end")});
  });
  keep_usable(all);
  return all;
}

AskQuote ask_quote(const Json& object) {
  return {.row = whole(object, "row"),
          .text = text(object, "text"),
          .highlights = ranges(object, "highlights"),
          .rating = optional_real(object, "rating"),
          .day = day(object, "date"),
          .source = text(object, "source"),
          .product = text(object, "product"),
          .sentiment = sentiment_from_name(text(object, "sentiment"))};
}

AskAnswer ask_answer(const Json& object) {
  AskAnswer answer{.question = text(object, "question"),
                   .sentences = texts(object, "answer"),
                   .intent = text(object, "intent"),
                   .about = texts(object, "about"),
                   .filter = filter(object),
                   .understood = text(object, "understood"),
                   .counts = {},
                   .quotes = {},
                   .confidence = real(object, "confidence"),
                   .is_unknown = truth(object, "unknown"),
                   .suggestions = texts(object, "suggestions")};
  for_each_in(object, "counts", [&](const Json& item) {
    answer.counts.push_back({.label = text(item, "label"),
                             .n = whole(item, "n"),
                             .of = whole(item, "of"),
                             .share = figure(item, "share"),
                             .rating = figure(item, "rating"),
                             .filter = filter(item)});
  });
  for_each_in(object, "quotes", [&](const Json& item) { answer.quotes.push_back(ask_quote(item)); });
  return answer;
}

InboxRow inbox_row(const Json& object) {
  InboxRow row{.review = review_row(object),
               .urgency = real(object, "urgency"),
               .reasons = {},
               .escalations = texts(object, "escalate"),
               .age_days = std::nullopt,
               .customer = text(object, "customer"),
               .customer_value = optional_real(object, "customerValue"),
               .customer_orders = whole(object, "customerOrders"),
               .intent = text(object, "intent"),
               .emotion = text(object, "emotion"),
               .macro = text(object, "macro"),
               .macro_confidence = real(object, "macroConfidence"),
               .is_done = truth(object, "done")};
  if (const auto age = optional_whole(object, "ageDays")) row.age_days = static_cast<std::uint32_t>(*age);
  for_each_in(object, "reasons", [&](const Json& item) {
    row.reasons.push_back({.code = text(item, "code"), .points = real(item, "points")});
  });
  return row;
}

InboxAnswer inbox_answer(const Json& object) {
  InboxAnswer answer{.total = whole(object, "total"),
                     .offset = whole(object, "offset"),
                     .open = whole(object, "open"),
                     .done = whole(object, "done"),
                     .escalated = whole(object, "escalated"),
                     .reasons = texts(object, "reasons"),
                     .rows = {}};
  for_each_in(object, "rows", [&](const Json& item) { answer.rows.push_back(inbox_row(item)); });
  return answer;
}

ReplyAnswer reply_answer(const Json& object) {
  ReplyAnswer answer{.row = whole(object, "row"),
                     .draft = text(object, "draft"),
                     .language = text(object, "language"),
                     .tone = text(object, "tone"),
                     .source_kind = text(object, "sourceKind"),
                     .source_title = text(object, "sourceTitle"),
                     .source_table = text(object, "sourceTable"),
                     .confidence = real(object, "confidence"),
                     .slots = {},
                     .missing = texts(object, "missing"),
                     .disclosure = text(object, "disclosure"),
                     .choices = {},
                     .choice = small(object, "choice"),
                     .escalations = texts(object, "escalate"),
                     .is_done = truth(object, "done"),
                     .edited = text(object, "edited")};
  for_each_in(object, "slots", [&](const Json& item) {
    answer.slots.push_back({.name = text(item, "name"),
                            .value = text(item, "value"),
                            .column = text(item, "column"),
                            .range = {.begin = small(item, "begin"), .end = small(item, "end")}});
  });
  for_each_in(object, "choices", [&](const Json& item) {
    answer.choices.push_back({.title = text(item, "title"), .confidence = real(item, "confidence")});
  });
  return answer;
}

PlaybookInfo playbook_info(const Json& object) {
  PlaybookInfo info{.id = text(object, "id"),
                    .trigger = text(object, "trigger"),
                    .matched = whole(object, "matched"),
                    .no_address = whole(object, "noAddress"),
                    .no_consent = whole(object, "noConsent"),
                    .opted_out = whole(object, "optedOut"),
                    .capped = whole(object, "capped"),
                    .control = whole(object, "control"),
                    .selected = whole(object, "selected"),
                    .variants = {},
                    .fields = texts(object, "fields")};
  for_each_in(object, "variants", [&](const Json& item) {
    info.variants.push_back(
        {.language = text(item, "language"), .subject = text(item, "subject"), .body = text(item, "body")});
  });
  return info;
}

PlaybooksAnswer playbooks_answer(const Json& object) {
  PlaybooksAnswer answer{.customers = whole(object, "customers"),
                         .knows_consent = truth(object, "knowsConsent"),
                         .knows_orders = truth(object, "knowsOrders"),
                         .playbooks = {},
                         .results = {}};
  for_each_in(object, "list", [&](const Json& item) { answer.playbooks.push_back(playbook_info(item)); });
  for_each_in(object, "results", [&](const Json& item) {
    answer.results.push_back({.id = text(item, "id"),
                              .sent = day(item, "sent"),
                              .until = day(item, "until"),
                              .treated = whole(item, "treated"),
                              .treated_orders = whole(item, "treatedOrders"),
                              .control = whole(item, "control"),
                              .control_orders = whole(item, "controlOrders"),
                              .share_difference = figure(item, "shareDifference"),
                              .value_difference = figure(item, "valueDifference")});
  });
  return answer;
}

FaqAnswer faq_answer(const Json& object) {
  FaqAnswer answer{.total = whole(object, "total"), .entries = {}};
  for_each_in(object, "entries", [&](const Json& item) {
    answer.entries.push_back({.question = text(item, "question"),
                              .answer = text(item, "answer"),
                              .language = text(item, "language")});
  });
  return answer;
}

PersonalDataAnswer personal_data_answer(const Json& object) {
  PersonalDataAnswer answer{.rows = whole(object, "rows"), .columns = {}};
  for_each_in(object, "columns", [&](const Json& item) {
    answer.columns.push_back({.file = text(item, "file"),
                              .table = text(item, "table"),
                              .column = text(item, "column"),
                              .role = text(item, "role"),
                              .cells = whole(item, "cells"),
                              .emails = whole(item, "emails"),
                              .phones = whole(item, "phones"),
                              .cards = whole(item, "cards"),
                              .ibans = whole(item, "ibans"),
                              .names = whole(item, "names")});
  });
  return answer;
}

}  // namespace

std::optional<DeskAnswer> desk_answer_from(const Json& object) {
  if (const Json* ask = find(object, "ask")) return ask_answer(*ask);
  if (const Json* inbox = find(object, "inbox")) return inbox_answer(*inbox);
  if (const Json* reply = find(object, "reply")) return reply_answer(*reply);
  if (const Json* state = find(object, "replyState"))
    return ReplyStateAnswer{.row = whole(*state, "row"), .is_done = truth(*state, "done")};
  if (const Json* playbooks = find(object, "playbooks")) return playbooks_answer(*playbooks);
  if (const Json* faq = find(object, "faq")) return faq_answer(*faq);
  if (const Json* personal = find(object, "personalData")) return personal_data_answer(*personal);
  return std::nullopt;
}

}  // namespace attune::protocol
