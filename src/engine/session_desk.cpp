// The session's answers about what to answer whom.
#include "engine/answers.hpp"
#include "engine/question_inquiry.hpp"
#include "engine/session.hpp"

namespace attune::engine {
namespace {

Error not_yet() {
  return {ErrorCode::InvalidRequest, "This cannot be answered yet. Wait until all files are read.", ""};
}

}  // namespace

Result<std::string> Session::answer(std::uint64_t id, const protocol::AskQuery& query) {
  inquiries_.push_back(std::make_unique<QuestionInquiry>(*run_, model_.get(), id, query.question));
  return pending(id);
}

Result<std::string> Session::answer(std::uint64_t, const protocol::InboxQuery&) { return not_yet(); }
Result<std::string> Session::answer(std::uint64_t, const protocol::ReplyQuery&) { return not_yet(); }
Result<std::string> Session::answer(std::uint64_t, const protocol::ReplyStateQuery&) { return not_yet(); }
Result<std::string> Session::answer(std::uint64_t, const protocol::PlaybooksQuery&) { return not_yet(); }
Result<std::string> Session::answer(std::uint64_t, const protocol::FaqQuery&) { return not_yet(); }
Result<std::string> Session::answer(std::uint64_t, const protocol::PersonalDataQuery&) { return not_yet(); }

}  // namespace attune::engine
