// What needs an answer, the most urgent first; a draft beside it to edit and copy. Nothing is ever sent.
// Put together from the files inbox_* and reply_*.
#pragma once

#include "ui/view.hpp"
#include "ui/views/inbox_filters.hpp"
#include "ui/views/inbox_table.hpp"
#include "ui/views/reply_editor.hpp"

namespace attune::ui {

class InboxView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  bool draw_drawer(Frame& frame);  // true if it covers the page

  InboxTable table_;
  ReplyEditor editor_;
};

}  // namespace attune::ui
