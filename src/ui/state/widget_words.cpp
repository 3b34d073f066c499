#include "ui/state/widget_words.hpp"

namespace attune::ui {

Words widget_words(const Strings& strings) {
  return {.locale = strings.locale(),
          .close = strings.label(Text::Close, "close"),
          .dismiss = strings.label(Text::Dismiss, "dismiss"),
          .cancel = strings.label(Text::Cancel, "cancel"),
          .clear = strings.label(Text::Clear, "clear"),
          .from = strings.label(Text::FromDay, "from"),
          .to = strings.label(Text::ToDay, "to"),
          .copy_picture = strings.label(Text::CopyPicture, "copy-picture"),
          .save_picture = strings.label(Text::SavePicture, "save-picture"),
          .save_drawing = strings.label(Text::SaveDrawing, "save-drawing"),
          .copy_numbers = strings.label(Text::CopyNumbers, "copy-numbers"),
          .save_numbers = strings.label(Text::SaveNumbers, "save-numbers"),
          .copy_row = strings.label(Text::CopyRow, "copy-row"),
          .copy_table = strings.label(Text::CopyTable, "copy-table"),
          .all = strings.say(Text::All),
          .chosen = strings.say(Text::Chosen),
          .loading = strings.say(Text::Loading),
          .message = strings.say(Text::Message),
          .start = strings.say(Text::PeriodStart),
          .end = strings.say(Text::PeriodEnd),
          .sorts_by_column = strings.say(Text::SortsByColumn),
          .removes_filter = strings.say(Text::RemovesFilter),
          .opens_review = strings.say(Text::OpensReview),
          .stars_of_five = strings.say(Text::StarsOfFive),
          .copy_or_save = strings.say(Text::CopyOrSave)};
}

}  // namespace attune::ui
