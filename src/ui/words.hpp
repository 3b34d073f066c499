// The few words that widgets say of their own accord, in the language of the interface. Whoever draws on the
// canvas puts them into its context: state/widget_words.hpp takes them from the catalogue.
#pragma once

#include <string>

#include "chart/format.hpp"

namespace attune::ui {

struct Words {
  chart::Locale locale;
  // Labels of what is pressed or edited: "Close###close".
  std::string close, dismiss, cancel, clear, from, to;
  std::string copy_picture, save_picture, save_drawing, copy_numbers, save_numbers;  // of a chart's menu
  std::string copy_row, copy_table;                                                  // of a table's
  // Only said.
  std::string all, chosen;  // of a list in which several are chosen: none of them; after their number
  std::string loading, message, start, end;
  std::string sorts_by_column, removes_filter, opens_review;
  std::string stars_of_five;  // {0} is their number
  std::string copy_or_save;   // {0} is the chart
};

}  // namespace attune::ui
