#include "protocol/desk_requests.hpp"

#include "protocol/json_writer.hpp"

namespace attune::protocol {

std::string_view name_of(InboxState state) noexcept {
  switch (state) {
    case InboxState::Open:
      return "open";
    case InboxState::Done:
      return "done";
    case InboxState::All:
      return "all";
  }
  return "open";
}

std::string_view name_of(InboxSort sort) noexcept {
  switch (sort) {
    case InboxSort::Urgency:
      return "urgency";
    case InboxSort::Age:
      return "age";
    case InboxSort::Value:
      return "value";
  }
  return "urgency";
}

void write_desk_query(JsonWriter& json, const AskQuery& query) {
  json.member("query", "ask").member("question", query.question);
  if (!query.language.empty()) json.member("language", query.language);
}

void write_desk_query(JsonWriter& json, const InboxQuery& query) {
  json.member("query", "inbox").member("state", name_of(query.state));
  if (!query.reasons.empty()) {
    json.key("reasons").begin_array();
    for (const std::string& reason : query.reasons) json.value(reason);
    json.end_array();
  }
  json.member("search", query.search).member("sort", name_of(query.by));
  json.member("offset", query.offset).member("limit", query.limit);
}

void write_desk_query(JsonWriter& json, const ReplyQuery& query) {
  json.member("query", "reply").member("row", query.row).member("language", query.language);
  if (query.choice) json.member("choice", *query.choice);
  json.member("shop", query.shop).member("signature", query.signature).member("disclosure", query.discloses);
}

void write_desk_query(JsonWriter& json, const ReplyStateQuery& query) {
  json.member("query", "replyState").member("row", query.row);
  json.member("done", query.is_done).member("text", query.text);
}

void write_desk_query(JsonWriter& json, const PlaybooksQuery& query) {
  json.member("query", "playbooks").member("controlShare", query.control_share);
  json.member("capDays", query.cap_days).member("needsConsent", query.needs_consent);
}

}  // namespace attune::protocol
