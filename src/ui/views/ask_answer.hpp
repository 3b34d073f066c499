// The answer to one question: what was understood, counts with intervals, quotes; each with its reviews.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/view.hpp"

namespace attune::ui {

// The question of a suggestion that was pressed.
[[nodiscard]] std::optional<std::string> draw_ask_answer(Frame& frame, const std::string& question);
// Questions one below the other; the one that was pressed.
[[nodiscard]] std::optional<std::string> draw_questions(std::span<const std::string> questions,
                                                        std::string_view id_prefix);

}  // namespace attune::ui
