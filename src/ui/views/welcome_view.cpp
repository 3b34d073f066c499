#include "ui/views/welcome_view.hpp"

#include <array>
#include <string>

#include "ui/state/engine_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

constexpr float kWelcomeWidth = 760;  // CSS pixels

struct Promise {
  Icon icon;
  Text title, text;
};
constexpr std::array kPromises{
    Promise{Icon::Shield, Text::PrivacyTitle, Text::PrivacySentence},
    Promise{Icon::Files, Text::FilesThatWorkTitle, Text::FilesThatWork},
    Promise{Icon::Reviews, Text::WhatYouSeeTitle, Text::WhatYouSee},
};

void draw_drop_zone(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string title = strings.say(frame.is_file_over ? Text::DropNow : Text::DropHere);
  const std::string hint = strings.say(Text::DropHint);
  const DropZoneSurface zone({.title = title, .hint = hint, .is_file_over = frame.is_file_over});

  const std::string files = strings.label(Text::ChooseFiles, "choose-files");
  const std::string folder = strings.label(Text::ChooseFolder, "choose-folder");
  const std::string sample = strings.label(Text::TrySample, "sample");
  const bool is_phone = is_phone_width();
  const ButtonOptions primary{.kind = ButtonKind::Primary, .icon = Icon::Upload, .fills_width = is_phone};
  const ButtonOptions second{.icon = Icon::Folder, .fills_width = is_phone};
  const ButtonOptions third{.kind = ButtonKind::Quiet, .icon = Icon::Sparkle, .fills_width = is_phone};
  if (!is_phone) centre_buttons({{files, primary}, {folder, second}, {sample, third}});
  if (button(files, primary)) frame.commands.emplace_back(protocol::PickFiles{});
  if (!is_phone) flow(css_button_width(folder, second));
  if (button(folder, second)) frame.commands.emplace_back(protocol::PickFolder{});
  if (!is_phone) flow(css_button_width(sample, third));
  if (button(sample, third)) frame.commands.emplace_back(protocol::OpenSample{});
}

// What was open the last time, where the user has had it kept.
void draw_kept(Frame& frame) {
  if (frame.kept.files.empty()) return;
  const Strings& strings = frame.strings;
  const std::string again = strings.say(Text::OpenKept, {files_text(frame.kept.files, strings)});
  space(kSpace4);
  const ButtonOptions options{.icon = Icon::Files, .fills_width = is_phone_width()};
  const std::string id = again + "###open-kept";
  if (!is_phone_width()) centre_buttons({{id, options}});
  if (button(id, options)) frame.commands.emplace_back(protocol::OpenKept{});
}

void draw_promises(const Strings& strings) {
  Columns columns("promises", {.min_width = 210, .max_count = 3});
  for (const Promise& promise : kPromises) {
    columns.next();
    icon_badge(promise.icon);
    space(kSpace2);
    heading(strings.say(promise.title), 2, 3);
    paragraph(strings.say(promise.text), kSoft);
  }
}

}  // namespace

void WelcomeView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const PageColumn column(kWelcomeWidth, 0.5F);
  space(is_phone_width() ? kSpace2 : kSpace6);
  heading(strings.say(Text::WelcomeTitle), 1);
  paragraph(strings.say(Text::WelcomeSentence), kSoft);
  space(kSpace5);
  draw_drop_zone(frame);
  draw_kept(frame);
  if (frame.run.phase == RunPhase::Failed && !frame.run.message.empty()) {
    space(kSpace3);
    banner(engine_sentence(frame.run.message, strings), Tone::Negative);
  }
  space(kSpace6);
  draw_promises(strings);
}

}  // namespace attune::ui
