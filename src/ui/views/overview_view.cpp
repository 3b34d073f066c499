#include "ui/views/overview_view.hpp"

#include <algorithm>
#include <string>

#include "ui/state/engine_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/customers_figures.hpp"
#include "ui/views/overview_figures.hpp"
#include "ui/views/overview_priorities.hpp"
#include "ui/views/overview_quotes.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

constexpr std::size_t kMaxFilesShown = 6;

std::string caption_text(const Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string files = files_text(frame.run.files, strings);
  return frame.run.is_sample ? strings.say(Text::SampleCaption, {files}) : files;
}

void draw_file(const snapshot::FileSummary& file, const Strings& strings) {
  label(file.name, kStrong);
  if (file.failed) {
    flow_label(engine_sentence(file.sentence, strings), {.ink = Ink::Negative});
    return;
  }
  std::string text = file.sentence.empty() ? strings.count(Text::OneRowUsed, Text::RowsUsed, file.rows)
                                           : engine_sentence(file.sentence, strings);
  if (file.rejected > 0) text += ", " + strings.count(Text::OneRejected, Text::ManyRejected, file.rejected);
  paragraph(text, kSoft);
}

void draw_files(Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& files = frame.snapshot->files;
  const std::string title = strings.say(Text::HowItWasRead);
  const Card card(title);
  const std::size_t shown = std::min(files.size(), kMaxFilesShown);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) divider();
    draw_file(files[i], strings);
  }
  if (files.size() > shown) {
    paragraph(strings.count(Text::AndOneMoreFile, Text::AndMoreFiles, files.size() - shown), kSoft);
  }
  space(kSpace3);
  const bool has_rejected = frame.snapshot->rejected_rows > 0;
  const std::string action =
      strings.label(has_rejected ? Text::SeeRejected : Text::CheckColumns, "see-files");
  if (button(action, {.icon = Icon::ChevronRight})) frame.view.page = PageName::Files;
}

// With baskets alone, what goes together is where to look.
void draw_baskets_alone(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string title = strings.say(Text::BasketsWithoutReviews);
  const std::string hint = strings.say(Text::BasketsWithoutReviewsHint);
  const std::string action = strings.label(Text::SeeWhatGoesTogether, "see-recommendations");
  if (empty_state({.icon = Icon::Files, .title = title, .hint = hint, .action = action}))
    frame.view.page = PageName::Recommendations;
}

// With orders alone the customers are where to look; else a column of reviews may have been missed.
void draw_without_reviews(Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& customers = frame.snapshot->customers;
  const bool has_customers = customers && customers->counts.customers > 0;
  if (!has_customers && customers && customers->recommendations.is_made) return draw_baskets_alone(frame);
  const std::string title = strings.say(has_customers ? Text::OrdersWithoutReviews : Text::NoReviewsFound);
  const std::string hint = strings.say(has_customers ? Text::OrdersWithoutReviewsHint : Text::NoReviewsHint);
  const std::string action = has_customers ? strings.label(Text::SeeCustomers, "see-customers")
                                           : strings.label(Text::ShowColumns, "show-columns");
  const Icon icon = has_customers ? Icon::People : Icon::Files;
  if (has_customers) draw_customer_figures(frame);
  if (empty_state({.icon = icon, .title = title, .hint = hint, .action = action}))
    frame.view.page = has_customers ? PageName::Customers : PageName::Files;
}

}  // namespace

void OverviewView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Overview, caption_text(frame));
  if (frame.snapshot == nullptr) {
    if (frame.run.is_working()) paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
    return;
  }
  // Once the customers are known, all files are read.
  if (frame.snapshot->overview.reviews == 0 && (!frame.run.is_working() || frame.snapshot->customers)) {
    draw_without_reviews(frame);
    draw_files(frame);
    return;
  }
  draw_priorities(frame);
  draw_key_figures(frame);
  space(kSpace4);
  feelings_.draw(frame);
  space(kSpace4);
  trend_.draw(frame);
  space(kSpace4);
  const auto& overview = frame.snapshot->overview;
  if (can_have_feelings(*frame.snapshot) || !overview.praise.empty() || !overview.complaints.empty()) {
    draw_quotes(frame);
    space(kSpace4);
  }
  draw_files(frame);
}

}  // namespace attune::ui
