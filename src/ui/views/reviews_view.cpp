#include "ui/views/reviews_view.hpp"

#include <string>

#include "ui/state/sentences.hpp"
#include "ui/views/drawer_steps.hpp"
#include "ui/views/page_top.hpp"
#include "ui/views/review_detail_view.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

std::string caption_text(const Frame& frame) {
  const Strings& strings = frame.strings;
  if (frame.snapshot == nullptr) return files_text(frame.run.files, strings);
  const std::uint64_t all = frame.snapshot->overview.reviews;
  if (!frame.rows.total() || *frame.rows.total() == all) return review_count(all, strings);
  return strings.say(Text::RowsOf, {number_text(*frame.rows.total(), strings), number_text(all, strings)});
}

}  // namespace

void ReviewsView::draw(Frame& frame) {
  if (draw_drawer(frame)) return;
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Reviews, caption_text(frame));
  if (frame.snapshot == nullptr) {
    paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
    return;
  }
  filters_.draw(frame);
  space(kSpace3);
  if (!frame.rows.failure().empty()) {
    banner(frame.rows.failure(), Tone::Negative);
    return;
  }
  if (frame.rows.total() == std::uint64_t{0}) {
    const bool is_filtered = !is_open(frame.view.filter);
    const std::string title = strings.say(is_filtered ? Text::NothingMatches : Text::NoReviewsFound);
    const std::string hint = strings.say(is_filtered ? Text::NothingMatchesHint : Text::NoReviewsHint);
    const std::string action = is_filtered ? strings.label(Text::ClearFilters, "clear")
                                           : strings.label(Text::ShowColumns, "show-columns");
    if (empty_state({.icon = Icon::Search, .title = title, .hint = hint, .action = action})) {
      if (is_filtered) {
        frame.view.filter = {};
      } else {
        frame.view.page = PageName::Files;
      }
    }
    (void)frame.rows.find(0);
    return;
  }
  table_.draw(frame);
}

// True if the open review covers the page.
bool ReviewsView::draw_drawer(Frame& frame) {
  if (!frame.view.open_row || frame.snapshot == nullptr) return false;
  const Strings& strings = frame.strings;
  bool is_shown = true;
  bool covers_page = false;
  {
    const Drawer drawer(strings.label(Text::Review, "review-detail"), is_shown);
    drawer_steps(frame, table_);
    space(kSpace4);
    draw_review_detail(frame);
    covers_page = drawer.covers_page();
  }
  if (!is_shown) frame.view.open_row.reset();
  return covers_page;
}

}  // namespace attune::ui
