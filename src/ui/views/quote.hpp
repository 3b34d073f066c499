// One quote of the snapshot as a card that opens its review.
#pragma once

#include <span>
#include <string_view>

#include "ui/view.hpp"
#include "ui/widgets/controls.hpp"

namespace attune::ui {

struct QuoteLook {
  Tone tone = Tone::Neutral;
  int max_lines = 5;
};

void draw_quote(Frame& frame, const snapshot::Quote& quote, const QuoteLook& look,
                std::string_view id_prefix = "quote-");
// The first of them, one below the other, each in the tone of its own score.
void draw_quotes_of(Frame& frame, std::span<const snapshot::Quote> quotes, std::size_t most,
                    std::string_view id_prefix);

[[nodiscard]] Tone tone_of_score(double score) noexcept;  // -1 to 1
// Beside the list, with whatever filter it has.
void open_review(Frame& frame, std::uint64_t row);

}  // namespace attune::ui
