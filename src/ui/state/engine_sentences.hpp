// Sentences of the engine, which speaks English, in the language of the interface.
#pragma once

#include <string>
#include <string_view>

#include "ui/state/strings.hpp"

namespace attune::ui {

// By engine_sentences.inc; numbers and the names of roles within are said as the interface says them. A
// sentence that is not listed stays as it is.
[[nodiscard]] std::string engine_sentence(std::string_view english, const Strings& strings);

}  // namespace attune::ui
