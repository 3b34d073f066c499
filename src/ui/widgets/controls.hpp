// Things one presses or chooses from. Each returns true in the frame its user did something. Labels are
// "Shown text###stable-id"; the part before ### may change, the id may not.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ui/widgets/icon.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {

enum class Tone : std::uint8_t { Neutral, Positive, Negative, Warning, Accent };
enum class ButtonKind : std::uint8_t { Secondary, Primary, Quiet, Danger };

struct ButtonOptions {
  ButtonKind kind = ButtonKind::Secondary;
  Icon icon = Icon::None;
  bool is_enabled = true;
  bool is_small = false;
  bool fills_width = false;
  bool shows_label = true;  // false: the icon alone, the label is spoken and shown as a tooltip
  std::string_view tooltip = {};
};
bool button(std::string_view label, const ButtonOptions& options = {});
bool icon_button(std::string_view label, Icon icon, bool is_enabled = true);

bool link(std::string_view label, TextStyle style = {.ink = Ink::Accent});

bool checkbox(std::string_view label, bool& is_checked, bool is_enabled = true);
bool toggle(std::string_view label, bool& is_on);  // a switch: takes effect at once

// One of a few, side by side. `choices` are "Text###id"; `selected` is an index into them.
bool segmented(std::string_view label, std::span<const std::string_view> choices, std::size_t& selected);

struct SelectOptions {
  float width = 220;  // CSS pixels; 0: what is available
  bool shows_label = true;
  bool is_enabled = true;
};
// One of many, in a list that opens.
bool select(std::string_view label, std::span<const std::string_view> choices, std::size_t& selected,
            const SelectOptions& options = {});
// Several of many; `is_chosen` has as many entries as `choices`. Stays open.
bool multi_select(std::string_view label, std::span<const std::string_view> choices,
                  std::span<bool> is_chosen, const SelectOptions& options = {});

struct SliderOptions {
  float minimum = 0, maximum = 1;
  float step = 0;                    // 0: continuous
  std::string_view value_text = {};  // "30 days"; "" shows the number
  float width = 220;
};
bool slider(std::string_view label, float& value, const SliderOptions& options = {});

// A filter that is on or off; with `is_removable` it carries a cross and returns true when that is pressed.
bool filter_chip(std::string_view label, bool is_on, bool is_removable = false);

// Not pressable: a short word in its colour, e.g. a feeling.
void pill(std::string_view text, Tone tone, Icon icon = Icon::None);

// A question mark or any item before it explains itself: shown on hover and focus, spoken as its description.
void tooltip_for_last_item(std::string_view utf8);

[[nodiscard]] float button_width(std::string_view label, const ButtonOptions& options = {});

}  // namespace attune::ui
