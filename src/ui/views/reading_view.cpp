#include "ui/views/reading_view.hpp"

#include <string>

#include "ui/state/sentences.hpp"
#include "ui/views/language_model_card.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Estimate;

void draw_figure(const std::string& name, const Estimate& share, const Strings& strings) {
  label(name, kCaption);
  label(share_text(share.value, strings), {.size = TextSize::Display, .face = Face::Semibold});
  paragraph(share_interval(share, strings), kCaption);
}

// Stars as this shop's customers give them: worth it only where it was tried on reviews left out.
void draw_shop_stars(Frame& frame) {
  const Strings& strings = frame.strings;
  const snapshot::StarRecalibration& stars = frame.snapshot->understanding.stars;
  space(kSpace4);
  if (stars.kind.empty() || stars.kind == "as-is") {
    paragraph(strings.say(Text::ShopStarsNoGain), kSoft);
    return;
  }
  bool is_on = stars.in_use;
  if (toggle(strings.label(Text::ShopStars, "shop-stars"), is_on))
    frame.commands.emplace_back(
        protocol::AskEngine{{.id = 0, .body = protocol::RecalibrateQuery{.use = is_on}}});
  space(kSpace1);
  paragraph(strings.say(Text::ShopStarsGain,
                        {number_text(stars.n, strings), share_text(stars.exact_after.value, strings),
                         share_text(stars.exact_before.value, strings)}),
            kSoft);
}

void draw_agreement(Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& agreement = frame.snapshot->overview.agreement;
  const std::string hint = strings.say(Text::MeasuredOnYoursHint);
  const Card card(strings.label(Text::MeasuredOnYours, "agreement"), {.caption = hint});
  if (agreement.within_one.n == 0) return paragraph(strings.say(Text::NothingToMeasureOn), kSoft);
  {
    Columns columns("agreement-figures", {.min_width = 150, .max_count = 2, .is_equal_height = false});
    columns.next();
    draw_figure(strings.say(Text::WithinOneStar), agreement.within_one, strings);
    columns.next();
    draw_figure(strings.say(Text::ExactStars), agreement.exact, strings);
  }
  draw_shop_stars(frame);
}

void draw_taught(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::uint64_t corrected = frame.snapshot->understanding.corrected;
  const bool has_taught = corrected > 0 || !frame.snapshot->understanding.custom_intents.empty();
  const Card card(strings.label(Text::WhatYouTaught, "taught"));
  paragraph(corrected > 0 ? strings.count(Text::OneCorrected, Text::ManyCorrected, corrected)
                          : strings.say(Text::NothingTaught),
            kBody);
  space(kSpace2);
  paragraph(strings.say(Text::TaughtFileHint), kSoft);
  space(kSpace3);
  if (button(strings.label(Text::SaveTaught, "save-taught"),
             {.icon = Icon::Download, .is_enabled = has_taught}))
    frame.commands.emplace_back(protocol::SaveExport{"knowledge.json"});
  if (flow_button(strings.label(Text::LoadTaught, "load-taught"), {.icon = Icon::Upload}))
    frame.commands.emplace_back(protocol::PickKnowledge{});
}

}  // namespace

void ReadingView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Reading, files_text(frame.run.files, strings));
  if (frame.snapshot == nullptr) return paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
  paragraph(strings.say(Text::ReadingShow), kSoft);
  space(kSpace3);
  {
    Columns columns("reading", {.min_width = 380, .max_count = 2, .is_equal_height = false});
    columns.next();
    draw_agreement(frame);
    space(kSpace4);
    draw_taught(frame);
    columns.next();
    intents_.draw(frame);
    space(kSpace4);
    draw_language_model(frame);
  }
  space(kSpace4);
  audit_.draw(frame);
}

}  // namespace attune::ui
