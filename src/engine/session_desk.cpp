// The session's answers about what to answer whom.
#include "engine/answers.hpp"
#include "engine/desk_inquiries.hpp"
#include "engine/question_inquiry.hpp"
#include "engine/service_answers.hpp"
#include "engine/session.hpp"
#include "protocol/json_writer.hpp"

namespace attune::engine {
namespace {

Error not_yet() {
  return {ErrorCode::InvalidRequest, "This cannot be answered yet. Wait until all files are read.", ""};
}

}  // namespace

Result<std::string> Session::answer(std::uint64_t id, const protocol::AskQuery& query) {
  inquiries_.push_back(std::make_unique<QuestionInquiry>(*run_, model_.get(), id, query));
  return pending(id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::InboxQuery& query) {
  if (!is_all_read(*run_)) return not_yet();
  inquiries_.push_back(std::make_unique<InboxInquiry>(*run_, desk_, id, query));
  return pending(id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::ReplyQuery& query) {
  if (!is_all_read(*run_)) return not_yet();
  if (query.row >= run_->reviews().size()) return no_such_row(query.row);
  inquiries_.push_back(std::make_unique<ReplyInquiry>(*run_, desk_, model_.get(), id, query));
  return pending(id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::ReplyStateQuery& query) {
  if (query.row >= run_->reviews().size()) return no_such_row(query.row);
  desk_.decide(static_cast<feedback::Row>(query.row), {.is_done = query.is_done, .text = query.text});
  protocol::JsonWriter json;
  json.begin_object().member("id", id).key("replyState").begin_object();
  json.member("row", query.row).member("done", query.is_done).end_object().end_object();
  return json.take();
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::PlaybooksQuery& query) {
  if (!is_all_read(*run_)) return not_yet();
  desk_.prepare(*run_, nullptr);
  return answer_playbooks(desk_, id, query);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::FaqQuery&) {
  if (!is_all_read(*run_)) return not_yet();
  return answer_faq(*run_, desk_, id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::PersonalDataQuery&) {
  if (!is_all_read(*run_)) return not_yet();
  inquiries_.push_back(std::make_unique<PersonalDataInquiry>(*run_, id));
  return pending(id);
}

}  // namespace attune::engine
