// Which of the series is looked at: by measure, topic and length of the periods; kept in the link.
#pragma once

#include "ui/view.hpp"

namespace attune::ui {

// The series that the link asks for, or the first; null if there are none.
[[nodiscard]] const snapshot::Series* chosen_series(Frame& frame);
// The lists to choose it from.
void draw_series_choice(Frame& frame, const snapshot::Series& series);

// "Mean rating", or the topic's name.
[[nodiscard]] std::string series_name(const Frame& frame, const snapshot::Series& series);
// "4.3", "12%", "1,204", by the measure.
[[nodiscard]] std::string measured_text(snapshot::Measure measure, const snapshot::Estimate& figure,
                                        const Strings& strings);
[[nodiscard]] chart::ValueFormat format_of(snapshot::Measure measure);

}  // namespace attune::ui
