// What the model reads in a text, in words: labels of the model in the user's language.
#pragma once

#include <string>
#include <string_view>

#include "ui/state/strings.hpp"

namespace attune::ui {

// "Disappointment"; a label that is not known here as it is.
[[nodiscard]] std::string emotion_text(std::string_view label, const Strings& strings);
// "Wants money back"
[[nodiscard]] std::string intent_text(std::string_view label, const Strings& strings);
// A language as those who speak it call it, "Deutsch"; the code of others. "und": that it cannot be told.
[[nodiscard]] std::string language_name(std::string_view code, const Strings& strings);

}  // namespace attune::ui
