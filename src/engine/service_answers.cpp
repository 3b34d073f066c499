#include "engine/service_answers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/answers.hpp"
#include "feedback/search.hpp"
#include "protocol/json_writer.hpp"

namespace attune::engine {

using insight::InboxItem;
using protocol::JsonWriter;

namespace {

double rounded(double value) { return std::round(value * 1e4) / 1e4; }

void write_texts(const char* name, const std::vector<std::string>& texts, JsonWriter& json) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

void write_figure(const char* name, const snapshot::Estimate& estimate, JsonWriter& json) {
  if (estimate.n == 0) return;
  json.key(name).begin_object().member("value", rounded(estimate.value)).member("low", rounded(estimate.low));
  json.member("high", rounded(estimate.high)).member("n", estimate.n).end_object();
}

void write_escalations(const InboxItem& item, JsonWriter& json) {
  json.key("escalate").begin_array();
  for (const insight::InboxPoints& one : item.points) {
    if (insight::must_escalate(one.reason)) json.value(insight::code_of(one.reason));
  }
  json.end_array();
}

bool is_done(const ServiceDesk& desk, feedback::Row row) {
  const ServiceDesk::Decision* decision = desk.decision_of(row);
  return decision != nullptr && decision->is_done;
}

// The items that pass a query, in its order.
std::vector<const InboxItem*> selected(const AnalysisRun& run, const ServiceDesk& desk,
                                       const protocol::InboxQuery& query) {
  const feedback::Search search{query.search};
  std::vector<const InboxItem*> items;
  std::string scratch, folded;
  for (const InboxItem& item : desk.inbox()) {
    const bool done = is_done(desk, item.row);
    if ((query.state == protocol::InboxState::Open && done) ||
        (query.state == protocol::InboxState::Done && !done))
      continue;
    const auto is_wanted = [&query](const insight::InboxPoints& one) {
      return std::find(query.reasons.begin(), query.reasons.end(), insight::code_of(one.reason)) !=
             query.reasons.end();
    };
    if (!query.reasons.empty() && std::none_of(item.points.begin(), item.points.end(), is_wanted)) continue;
    if (!search.matches_everything()) {
      folded.clear();
      feedback::append_folded(run.reviews().title(item.row), folded);
      folded += '\n';
      feedback::append_folded(run.reviews().text(item.row, scratch), folded);
      if (!search.matches(folded)) continue;
    }
    items.push_back(&item);
  }
  if (query.by == protocol::InboxSort::Age) {
    std::stable_sort(items.begin(), items.end(), [](const InboxItem* a, const InboxItem* b) {
      return a->age_days.value_or(0) > b->age_days.value_or(0);
    });
  } else if (query.by == protocol::InboxSort::Value) {
    std::stable_sort(items.begin(), items.end(), [](const InboxItem* a, const InboxItem* b) {
      return a->customer_value > b->customer_value;
    });
  }
  return items;
}

void write_item(const AnalysisRun& run, ServiceDesk& desk, const InboxItem& item, JsonWriter& json) {
  json.begin_object();
  write_review(run, item.row, kListedTextBytes, json);
  json.member("urgency", rounded(item.urgency)).key("reasons").begin_array();
  for (const insight::InboxPoints& one : item.points) {
    json.begin_object()
        .member("code", insight::code_of(one.reason))
        .member("points", static_cast<int>(one.points))
        .end_object();
  }
  json.end_array();
  write_escalations(item, json);
  if (item.age_days) json.member("ageDays", *item.age_days);
  if (const insight::PlaybookCustomer* customer = desk.customer_of(item.row)) {
    if (!customer->name.empty()) json.member("customer", customer->name);
    if (customer->orders > 0)
      json.member("customerValue", rounded(customer->spent)).member("customerOrders", customer->orders);
  }
  const feedback::Readings& readings = run.readings();
  if (readings.intents.is_known(item.row)) json.member("intent", readings.intents.label(item.row));
  if (const std::string emotion = insight::strongest_emotion(readings.emotions, item.row); !emotion.empty())
    json.member("emotion", emotion);
  protocol::ReplyQuery query;
  query.row = item.row;
  const insight::ReplyDraft draft = draft_for(run, desk, query);
  if (draft.is_macro)
    json.member("macro", desk.library(run).answers()[draft.answer].title)
        .member("macroConfidence", rounded(draft.confidence));
  json.member("done", is_done(desk, item.row)).end_object();
}

}  // namespace

std::string answer_inbox(const AnalysisRun& run, ServiceDesk& desk, std::uint64_t id,
                         const protocol::InboxQuery& query) {
  const std::vector<const InboxItem*> items = selected(run, desk, query);
  std::uint64_t done = 0, escalated = 0;
  std::map<std::string, std::uint64_t> reasons;
  for (const InboxItem& item : desk.inbox()) {
    if (is_done(desk, item.row)) {
      ++done;
      continue;
    }
    if (item.must_escalate()) ++escalated;
    for (const insight::InboxPoints& one : item.points) ++reasons[insight::code_of(one.reason)];
  }
  std::vector<std::pair<std::uint64_t, std::string>> by_count;
  for (const auto& [code, count] : reasons) by_count.emplace_back(count, code);
  std::stable_sort(by_count.begin(), by_count.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });

  JsonWriter json;
  json.begin_object().member("id", id).key("inbox").begin_object();
  json.member("total", items.size()).member("offset", query.offset);
  json.member("open", desk.inbox().size() - done).member("done", done).member("escalated", escalated);
  json.key("reasons").begin_array();
  for (const auto& [count, code] : by_count) json.value(code);
  json.end_array().key("rows").begin_array();
  const auto begin = static_cast<std::size_t>(std::min<std::uint64_t>(query.offset, items.size()));
  const auto end =
      begin + static_cast<std::size_t>(std::min<std::uint64_t>(query.limit, items.size() - begin));
  for (std::size_t i = begin; i < end; ++i) write_item(run, desk, *items[i], json);
  json.end_array().end_object().end_object();
  return json.take();
}

std::string answer_reply(const AnalysisRun& run, ServiceDesk& desk, std::uint64_t id,
                         const protocol::ReplyQuery& query) {
  const auto row = static_cast<feedback::Row>(query.row);
  const insight::ReplyDraft draft = draft_for(run, desk, query);
  const InboxItem* item = desk.item_of(row);
  const feedback::Readings& readings = run.readings();
  const bool is_known = readings.feelings.is_known(row);
  const auto rating = run.reviews().rating(row);
  const bool is_negative =
      is_known ? feedback::sentiment_of(readings.feelings[row]) == feedback::Sentiment::Negative
               : rating && *rating < 2.5;
  const insight::ReplyKind kind =
      insight::kind_of(item, is_negative, is_known && feedback::is_mixed(readings.feelings[row]));
  const std::string language = !query.language.empty()            ? query.language
                               : readings.languages.is_known(row) ? readings.languages[row]
                                                                  : std::string{"en"};
  const std::vector<insight::ShopAnswer>& answers = desk.library(run).answers();

  JsonWriter json;
  json.begin_object()
      .member("id", id)
      .key("reply")
      .begin_object()
      .member("row", row)
      .member("draft", draft.text);
  json.member("language", draft.is_macro && !answers[draft.answer].language.empty()
                              ? std::string_view{answers[draft.answer].language}
                              : insight::reply_language(language));
  json.member("tone", insight::code_of(insight::tone_of(
                          kind, insight::strongest_emotion(readings.emotions, row), is_negative)));
  json.member("kind", insight::code_of(kind)).member("sourceKind", draft.is_macro ? "macro" : "template");
  if (draft.is_macro)
    json.member("sourceTitle", answers[draft.answer].title)
        .member("sourceTable", answers[draft.answer].table);
  json.member("confidence", rounded(draft.confidence)).key("slots").begin_array();
  for (const insight::FilledSlot& slot : draft.slots) {
    json.begin_object().member("name", slot.name).member("value", slot.value).member("column", slot.column);
    json.member("begin", slot.range.begin).member("end", slot.range.end).end_object();
  }
  json.end_array();
  write_texts("missing", draft.missing, json);
  json.member("disclosure", draft.disclosure).key("choices").begin_array();
  for (const insight::AnswerMatch& match : draft.choices)
    json.begin_object()
        .member("title", answers[match.answer].title)
        .member("confidence", rounded(match.confidence))
        .end_object();
  json.end_array().member("choice", draft.choice);
  if (item != nullptr) write_escalations(*item, json);
  const ServiceDesk::Decision* decision = desk.decision_of(row);
  json.member("done", decision != nullptr && decision->is_done)
      .member("edited", decision != nullptr ? decision->text : std::string{});
  json.end_object().end_object();
  return json.take();
}

insight::PlaybookSettings playbook_settings(const DeskCustomers& customers,
                                            const protocol::PlaybooksQuery& query) {
  return {.control_share = query.control_share,
          .cap_days = query.cap_days,
          .needs_consent = query.needs_consent,
          .knows_consent = customers.knows_consent,
          .today = customers.newest};
}

namespace {

// What became of the people of an earlier groups file: their orders after its day.
void write_results(const DeskCustomers& desk, JsonWriter& json) {
  std::vector<DeskCustomers::Purchase> purchases = desk.purchases;
  const auto by_customer = [](const DeskCustomers::Purchase& a, const DeskCustomers::Purchase& b) {
    return a.customer < b.customer;
  };
  std::stable_sort(purchases.begin(), purchases.end(), by_customer);
  std::map<std::string, std::vector<const PlaybookRecord*>> by_playbook;
  for (const PlaybookRecord& record : desk.records) {
    if (record.day) by_playbook[record.playbook].push_back(&record);
  }
  json.key("results").begin_array();
  for (const auto& [playbook, records] : by_playbook) {
    std::vector<insight::PlaybookOutcome> outcomes;
    Days sent = *records.front()->day;
    for (const PlaybookRecord* record : records) {
      sent = std::max(sent, *record->day);
      const auto at = std::lower_bound(
          desk.customers.begin(), desk.customers.end(), record->key,
          [](const insight::PlaybookCustomer& one, const std::string& key) { return one.key < key; });
      insight::PlaybookOutcome outcome{.is_control = record->is_control};
      if (at != desk.customers.end() && at->key == record->key) {
        const auto number = static_cast<std::uint32_t>(at - desk.customers.begin());
        const auto [first, last] = std::equal_range(purchases.begin(), purchases.end(),
                                                    DeskCustomers::Purchase{.customer = number}, by_customer);
        for (auto purchase = first; purchase != last; ++purchase) {
          if (purchase->day <= *record->day) continue;
          outcome.ordered = true;
          outcome.spent += purchase->amount;
        }
      }
      outcomes.push_back(outcome);
    }
    const insight::PlaybookComparison found = insight::compare_outcomes(outcomes);
    json.begin_object()
        .member("id", playbook)
        .member("sent", iso_from_days(sent))
        .member("until", iso_from_days(desk.newest));
    json.member("treated", found.treated).member("treatedOrders", found.treated_orders);
    json.member("control", found.control).member("controlOrders", found.control_orders);
    write_figure("shareDifference", found.share_difference, json);
    write_figure("valueDifference", found.value_difference, json);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string answer_playbooks(const ServiceDesk& desk, std::uint64_t id,
                             const protocol::PlaybooksQuery& query) {
  const DeskCustomers& customers = desk.customers();
  JsonWriter json;
  json.begin_object()
      .member("id", id)
      .key("playbooks")
      .begin_object()
      .member("customers", customers.customers.size());
  json.member("knowsConsent", customers.knows_consent)
      .member("knowsOrders", customers.knows_orders)
      .key("list")
      .begin_array();
  for (const insight::PlaybookSelection& one :
       insight::select_for_playbooks(customers.customers, playbook_settings(customers, query))) {
    json.begin_object().member("id", insight::code_of(one.id)).member("trigger", insight::trigger_of(one.id));
    json.member("matched", one.matched)
        .member("noAddress", one.no_address)
        .member("noConsent", one.no_consent);
    json.member("optedOut", one.opted_out).member("capped", one.capped);
    json.member("control", one.control.size())
        .member("selected", one.selected.size())
        .key("variants")
        .begin_array();
    for (const insight::PlaybookMessage& message : insight::messages_of(one.id)) {
      json.begin_object().member("language", message.language).member("subject", message.subject);
      json.member("body", message.body).end_object();
    }
    json.end_array();
    write_texts("fields", insight::merge_fields(), json);
    json.end_object();
  }
  json.end_array();
  write_results(customers, json);
  json.end_object().end_object();
  return json.take();
}

std::string answer_faq(const AnalysisRun& run, ServiceDesk& desk, std::uint64_t id) {
  const std::vector<insight::ShopAnswer>& answers = desk.library(run).answers();
  JsonWriter json;
  std::uint64_t total = 0;
  JsonWriter entries;
  entries.begin_array();
  for (const insight::ShopAnswer& answer : answers) {
    for (const std::string& question : answer.questions) {
      ++total;
      entries.begin_object()
          .member("question", question)
          .member("answer", answer.text)
          .member("language", answer.language)
          .end_object();
    }
  }
  entries.end_array();
  json.begin_object()
      .member("id", id)
      .key("faq")
      .begin_object()
      .member("total", total)
      .key("entries")
      .raw(entries.text());
  json.end_object().end_object();
  return json.take();
}

}  // namespace attune::engine
