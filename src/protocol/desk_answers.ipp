// Reads the answers of desk_answers.hpp from JSON. For the .cpp files of this folder alone.
#pragma once

#include <optional>
#include <variant>

#include "protocol/answers.hpp"
#include "protocol/json_members.ipp"

namespace attune::protocol {

using DeskAnswer = std::variant<AskAnswer, InboxAnswer, ReplyAnswer, ReplyStateAnswer, PlaybooksAnswer,
                                FaqAnswer, PersonalDataAnswer>;

// nullopt: it is the answer to another query. Each of these has one member named like its query.
[[nodiscard]] std::optional<DeskAnswer> desk_answer_from(const members::Json& object);

}  // namespace attune::protocol
