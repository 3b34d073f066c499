#include "ui/views/settings_dialog.hpp"

#include <array>
#include <string>
#include <string_view>

#include "ui/views/choices.hpp"
#include "ui/views/keeping.hpp"
#include "ui/views/keyboard_help.hpp"
#include "ui/views/languages.hpp"
#include "ui/views/page_top.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/page.hpp"

namespace attune::ui {
namespace {

void draw_theme(Frame& frame) {
  const Strings& strings = frame.strings;
  Choices themes(strings, {Text::ThemeSystem, Text::ThemeLight, Text::ThemeDark, Text::ThemeContrast});
  auto selected = static_cast<std::size_t>(frame.theme);
  label(strings.say(Text::Appearance), kStrong);
  if (segmented(strings.label(Text::Appearance, "theme"), themes.list(), selected)) {
    frame.commands.emplace_back(protocol::SetTheme{static_cast<protocol::ThemeChoice>(selected)});
  }
}

void draw_language(Frame& frame) {
  const Strings& strings = frame.strings;
  auto selected = static_cast<std::size_t>(strings.locale().language);
  if (select(strings.label(Text::LanguageName, "language"), kLanguages, selected)) {
    frame.commands.emplace_back(protocol::SetLanguage{std::string{kLanguageTags[selected]}});
  }
}

}  // namespace

void draw_settings_dialog(Frame& frame) {
  const Strings& strings = frame.strings;
  bool wants_keys = false;
  {
    const Dialog dialog(strings.label(Text::Settings, kSettingsDialog));
    if (!dialog.is_open()) return;
    draw_theme(frame);
    space(kSpace4);
    draw_language(frame);
    space(kSpace4);
    wants_keys = button(strings.label(Text::KeyboardHelp, "keys"), {.icon = Icon::Info});
    if (wants_keys) dialog.close();
    space(kSpace4);
    divider();
    space(kSpace4);
    draw_keeping(frame);
    space(kSpace4);
    divider();
    space(kSpace4);
    paragraph(strings.say(Text::ForgetSentence), kSoft);
    space(kSpace3);
    if (button(strings.label(Text::ForgetEverything, "forget"), {.kind = ButtonKind::Danger})) {
      frame.commands.emplace_back(protocol::ForgetAll{});
      dialog.close();
    }
    if (flow_button(strings.label(Text::Close, "close-settings"))) dialog.close();
  }
  if (wants_keys) open_dialog(kKeyboardHelp);  // in its place
}

}  // namespace attune::ui
