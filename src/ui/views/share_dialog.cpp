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

constexpr float kWidth = 560;
constexpr std::size_t kShortestPassphrase = 12;  // letters; below, guessing takes days instead of years

void draw_heading(const Strings& strings, Text what, Text holds) {
  heading(strings.say(what), 3);
  space(kSpace1);
  paragraph(strings.say(holds), kSoft);
  space(kSpace3);
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
  end_section();
  draw_heading(strings, Text::ShareReviews, Text::ShareReviewsHold);
  const auto save_reviews = [&](bool redacts) {
    frame.commands.emplace_back(protocol::SaveExport{"rows.csv", redacts});
    dialog.close();
  };
  if (button(strings.label(Text::SaveRedacted, "share-redacted"), {.icon = Icon::Download}))
    save_reviews(true);
  if (flow_button(strings.label(Text::SaveWhole, "share-reviews"))) save_reviews(false);
  end_section();
  draw_heading(strings, Text::ShareLink, Text::ShareLinkHolds);
  if (button(strings.label(Text::CopyLinkShort, "share-link"), {.icon = Icon::Link})) {
    copy_link(frame);
    dialog.close();
  }
  if (flow_button(strings.label(Text::Close, "close-share"))) dialog.close();
}

}  // namespace attune::ui
