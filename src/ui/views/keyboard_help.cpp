#include "ui/views/keyboard_help.hpp"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "ui/widgets/controls.hpp"
#include "ui/widgets/keycap.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/page.hpp"

namespace attune::ui {
namespace {

constexpr float kSheetWidth = 520;

std::vector<KeyLine> key_lines(const Strings& strings) {
  std::vector<KeyLine> lines;
  const auto say = [&](Text text) { return strings.say(text); };
  const auto add = [&](Text what, std::initializer_list<std::string> keys) {
    lines.push_back({keys, say(what)});
  };
  const std::string held = has_command_key() ? "⌘" : say(Text::KeyControl);
  add(Text::FindCommand, {held, "K"});
  add(Text::HelpSheet, {"?"});
  add(Text::HelpClose, {say(Text::KeyEscape)});
  add(Text::HelpTab, {say(Text::KeyTab)});
  add(Text::HelpTabBack, {say(Text::KeyShift), say(Text::KeyTab)});
  add(Text::HelpPress, {say(Text::KeyEnter), say(Text::KeySpace)});
  add(Text::HelpArrows, {"←", "→"});
  add(Text::HelpRows, {"↑", "↓"});
  add(Text::HelpScreens, {say(Text::KeyPageUp), say(Text::KeyPageDown)});
  add(Text::HelpEnds, {say(Text::KeyHome), say(Text::KeyEnd)});
  add(Text::HelpOpen, {say(Text::KeyEnter)});
  add(Text::HelpCopy, {held, "C"});
  return lines;
}

}  // namespace

void draw_keyboard_help(Frame& frame) {
  const Strings& strings = frame.strings;
  const Dialog dialog(strings.label(Text::KeyboardHelp, kKeyboardHelp), kSheetWidth);
  if (!dialog.is_open()) return;
  key_table(strings.say(Text::KeyboardHelp), strings.say(Text::HelpKeys), strings.say(Text::HelpWhat),
            key_lines(strings));
  space(kSpace3);
  if (button(strings.label(Text::Close, "close-keyboard-help"))) dialog.close();
}

}  // namespace attune::ui
