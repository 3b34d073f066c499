#include "ui/views/share_dialog.hpp"

#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/page.hpp"

namespace attune::ui {
namespace {

constexpr float kWidth = 860;
constexpr float kColumnWidth = 340;              // two beside each other, or all below each other on a phone
constexpr std::size_t kShortestPassphrase = 12;  // letters; below, guessing takes days instead of years

void draw_heading(const Strings& strings, Text what, Text holds) {
  heading(strings.say(what), 3);
  space(kSpace1);
  paragraph(strings.say(holds), kSoft);
  space(kSpace3);
}

void draw_reviews(Frame& frame, const Dialog& dialog) {
  const Strings& strings = frame.strings;
  draw_heading(strings, Text::ShareReviews, Text::ShareReviewsHold);
  const auto save = [&](bool redacts) {
    frame.commands.emplace_back(protocol::SaveExport{"rows.csv", redacts});
    dialog.close();
  };
  if (button(strings.label(Text::SaveRedacted, "share-redacted"), {.icon = Icon::Download})) save(true);
  if (flow_button(strings.label(Text::SaveWhole, "share-reviews"))) save(false);
}

void draw_link(Frame& frame, const Dialog& dialog) {
  const Strings& strings = frame.strings;
  draw_heading(strings, Text::ShareLink, Text::ShareLinkHolds);
  if (!button(strings.label(Text::CopyLinkShort, "share-link"), {.icon = Icon::Link})) return;
  copy_link(frame);
  dialog.close();
}

void end_section() {
  space(kSpace4);
  divider();
  space(kSpace4);
}

}  // namespace

std::string_view report_name(const Strings& strings) noexcept {
  static constexpr std::array<std::string_view, 4> kReports{"report.html", "report-de.html", "report-fr.html",
                                                            "report-es.html"};
  return kReports[static_cast<std::size_t>(strings.locale().language)];
}

void ShareDialog::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const Dialog dialog(strings.label(Text::ShareTitle, kShareDialog), kWidth);
  if (!dialog.is_open()) {
    passphrase_.clear();
    return;
  }
  {
    Columns columns("share", {.min_width = kColumnWidth, .max_count = 2, .gap = kSpace6});
    columns.next();
    draw_report(frame, dialog);
    if (columns.count() == 1) end_section();
    columns.next();
    draw_reviews(frame, dialog);
    end_section();
    draw_link(frame, dialog);
  }
  space(kSpace4);
  if (button(strings.label(Text::Close, "close-share"))) dialog.close();
}

void ShareDialog::draw_report(Frame& frame, const Dialog& dialog) {
  const Strings& strings = frame.strings;
  const std::string report{report_name(strings)};
  draw_heading(strings, Text::ShareReport, Text::ShareReportHolds);
  if (button(strings.label(Text::SaveReportShort, "share-report"), {.icon = Icon::Report})) {
    frame.commands.emplace_back(protocol::SaveExport{report});
    dialog.close();
  }
  space(kSpace4);
  text_field(strings.label(Text::Passphrase, "passphrase"), passphrase_);
  space(kSpace1);
  const bool is_long = utf8::count_code_points(passphrase_) >= kShortestPassphrase;
  paragraph(strings.say(Text::PassphraseHint), kSoft);
  space(kSpace2);
  if (button(strings.label(Text::SaveProtected, "share-protected"),
             {.icon = Icon::Shield, .is_enabled = is_long})) {
    frame.commands.emplace_back(protocol::SaveProtected{report, std::exchange(passphrase_, {})});
    dialog.close();
  }
}

}  // namespace attune::ui
