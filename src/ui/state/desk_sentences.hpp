// What needs an answer and whom to write to, in words: reasons, escalations, tones, slots of a draft,
// playbooks. The engine sends codes; a code that is not known here is shown as it is.
#pragma once

#include <string>
#include <string_view>

#include "protocol/desk_answers.hpp"
#include "ui/state/strings.hpp"

namespace attune::ui {

[[nodiscard]] std::string urgency_reason_text(std::string_view code, const Strings& strings);
[[nodiscard]] std::string escalation_text(std::string_view code, const Strings& strings);
[[nodiscard]] std::string tone_text(std::string_view tone, const Strings& strings);
[[nodiscard]] std::string slot_text(std::string_view slot, const Strings& strings);
// "German"; the code itself for a language that is not known here.
[[nodiscard]] std::string language_text(std::string_view code, const Strings& strings);

[[nodiscard]] std::string playbook_title(std::string_view id, const Strings& strings);
// When it is for whom, as one sentence.
[[nodiscard]] std::string playbook_trigger(const protocol::PlaybookInfo& playbook, const Strings& strings);
// "Of 120 who were written to 24 ordered again, of 13 held out 1: 12% more (2% to 21%)"
[[nodiscard]] std::string playbook_result(const protocol::PlaybookResult& result, const Strings& strings);

}  // namespace attune::ui
