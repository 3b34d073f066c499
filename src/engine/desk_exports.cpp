#include "engine/desk_exports.hpp"

#include <algorithm>
#include <cmath>

#include "base/spreadsheet.hpp"
#include "engine/redaction.hpp"
#include "engine/service_answers.hpp"
#include "feedback/personal_data.hpp"
#include "protocol/json_writer.hpp"

namespace attune::engine {

using protocol::JsonWriter;

namespace {

constexpr std::size_t kPieceBytes = 1U << 20U;

std::string short_number(double value) {
  JsonWriter json;
  json.value(std::round(value * 1e4) / 1e4);
  return json.take();
}

void append_row(std::initializer_list<std::string_view> cells, std::string& csv) {
  bool is_first = true;
  for (const std::string_view cell : cells) {
    if (!is_first) csv += ',';
    is_first = false;
    append_csv_cell(guarded(cell), csv);
  }
  csv += "\r\n";
}

std::string piece(std::uint64_t id, std::string_view name, std::string_view text,
                  std::optional<std::uint64_t> next) {
  JsonWriter json;
  json.begin_object()
      .member("id", id)
      .member("name", name)
      .member("mime", "text/csv")
      .member("text", text)
      .key("cursor");
  if (next)
    json.value(*next);
  else
    json.null();
  json.end_object();
  return json.take();
}

std::string reasons_of(const insight::InboxItem& item) {
  std::string reasons;
  for (const insight::InboxPoints& one : item.points)
    reasons += (reasons.empty() ? "" : " ") + std::string{insight::code_of(one.reason)};
  return reasons;
}

std::string text_of(const AnalysisRun& run, feedback::Row row, bool redacts) {
  std::string scratch;
  return redacts ? redacted_text(run, row) : std::string{run.reviews().text(row, scratch)};
}

void append_inbox_row(const AnalysisRun& run, const ServiceDesk& desk, const insight::InboxItem& item,
                      bool redacts, std::string& csv) {
  const feedback::Row row = item.row;
  const feedback::Readings& readings = run.readings();
  const insight::PlaybookCustomer* customer = desk.customer_of(row);
  const ServiceDesk::Decision* decision = desk.decision_of(row);
  const auto rating = run.reviews().rating(row);
  const auto day = run.reviews().day(row);
  append_row(
      {std::to_string(row), short_number(item.urgency), reasons_of(item), item.must_escalate() ? "yes" : "",
       item.age_days ? std::to_string(*item.age_days) : "", day ? iso_from_days(*day) : "",
       rating ? short_number(*rating) : "", run.reviews().source(row), run.reviews().product(row),
       customer == nullptr                  ? ""
       : redacts && !customer->name.empty() ? "[name]"
                                            : customer->name,
       customer != nullptr && customer->orders > 0 ? short_number(customer->spent) : "",
       readings.intents.is_known(row) ? readings.intents.label(row) : "",
       insight::strongest_emotion(readings.emotions, row),
       decision != nullptr && decision->is_done ? "done" : "open", text_of(run, row, redacts)},
      csv);
}

void append_draft_row(const AnalysisRun& run, ServiceDesk& desk, const insight::InboxItem& item, bool redacts,
                      std::string& csv) {
  protocol::ReplyQuery query;
  query.row = item.row;
  const insight::ReplyDraft draft = draft_for(run, desk, query);
  const ServiceDesk::Decision* decision = desk.decision_of(item.row);
  const bool is_edited = decision != nullptr && !decision->text.empty();
  std::string missing;
  for (const std::string& one : draft.missing) missing += (missing.empty() ? "" : " ") + one;
  const std::string text = is_edited ? decision->text : draft.text;
  // The greeting's name: a slot of the draft, and likely in what a person made of it.
  std::vector<std::string> names;
  for (const insight::FilledSlot& slot : draft.slots) {
    if (slot.name == "customer" || slot.name == "first-name") names.push_back(slot.value);
  }
  append_row(
      {std::to_string(item.row), short_number(item.urgency), item.must_escalate() ? "yes" : "",
       text_of(run, item.row, redacts), redacts ? redacted_excerpt(run, item.row, text, names) : text,
       is_edited        ? "a person"
       : draft.is_macro ? "the shop's own answer"
                        : "a template",
       draft.is_macro ? desk.library(run).answers()[draft.answer].title : "", short_number(draft.confidence),
       missing, decision != nullptr && decision->is_done ? "done" : "open"},
      csv);
}

std::string language_of(const insight::PlaybookCustomer& customer) {
  return customer.language.empty() ? "en" : customer.language;
}

std::string playbook_csv(const DeskCustomers& customers, const insight::PlaybookSelection& selection) {
  std::string csv;
  for (const std::string& field : insight::merge_fields()) csv += (csv.empty() ? "" : ",") + field;
  csv += "\r\n";
  for (const std::uint32_t at : selection.selected) {
    const insight::PlaybookCustomer& customer = customers.customers[at];
    const std::string language = language_of(customer);
    std::string_view subject;
    for (const insight::PlaybookMessage& message : insight::messages_of(selection.id)) {
      if (subject.empty() || message.language == language) subject = message.subject;
    }
    append_row(
        {customer.email, std::string_view{customer.name}.substr(0, customer.name.find(' ')), customer.name,
         language, customer.favourite, customer.complaint, std::to_string(customer.orders),
         customer.last_order ? iso_from_days(*customer.last_order) : "", subject},
        csv);
  }
  return csv;
}

std::string groups_csv(const DeskCustomers& customers, const insight::PlaybookSelection& selection) {
  std::string csv = "attune_playbook,attune_group,attune_day,attune_key\r\n";
  const auto append = [&](const std::vector<std::uint32_t>& group, const char* name) {
    for (const std::uint32_t at : group)
      append_row({insight::code_of(selection.id), name, iso_from_days(customers.newest),
                  customers.customers[at].key},
                 csv);
  };
  append(selection.selected, "send");
  append(selection.control, "control");
  return csv;
}

}  // namespace

bool is_desk_export(std::string_view what) noexcept {
  return what == "inbox.csv" || what == "drafts.csv" ||
         (what.starts_with("playbook-") && what.ends_with(".csv"));
}

Result<std::string> answer_desk_export(const AnalysisRun& run, ServiceDesk& desk, std::uint64_t id,
                                       const protocol::ExportQuery& query) {
  desk.prepare(run, nullptr);
  std::string csv;
  if (query.what == "inbox.csv" || query.what == "drafts.csv") {
    const bool is_inbox = query.what == "inbox.csv";
    if (query.cursor == 0)
      csv = is_inbox ? "row,urgency,reasons,escalate,age_days,date,rating,source,product,customer,customer_"
                       "value,intent,emotion,state,text\r\n"
                     : "row,urgency,escalate,text,draft,from,answer,confidence,missing,state\r\n";
    auto at = static_cast<std::size_t>(std::min<std::uint64_t>(query.cursor, desk.inbox().size()));
    for (; at < desk.inbox().size() && csv.size() < kPieceBytes; ++at) {
      if (is_inbox)
        append_inbox_row(run, desk, desk.inbox()[at], query.redacts, csv);
      else
        append_draft_row(run, desk, desk.inbox()[at], query.redacts, csv);
    }
    return piece(id, query.what, csv,
                 at < desk.inbox().size() ? std::optional<std::uint64_t>{at} : std::nullopt);
  }
  constexpr std::string_view kGroups = "-groups";
  std::string_view code =
      std::string_view{query.what}.substr(9, query.what.size() - 13);  // "playbook-" and ".csv" off
  const bool wants_groups = code.ends_with(kGroups);
  if (wants_groups) code.remove_suffix(kGroups.size());
  const auto wanted = insight::playbook_from_code(code);
  if (!wanted)
    return Error{ErrorCode::InvalidRequest, "There is no such playbook. Choose another one.", query.what};
  for (const insight::PlaybookSelection& one :
       insight::select_for_playbooks(desk.customers().customers, playbook_settings(desk.customers(), {}))) {
    if (one.id == *wanted)
      csv = wants_groups ? groups_csv(desk.customers(), one) : playbook_csv(desk.customers(), one);
  }
  return piece(id, query.what, csv, std::nullopt);
}

}  // namespace attune::engine
