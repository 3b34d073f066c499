#include "ui/widgets/fields.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "ui/context.hpp"
#include "ui/text/run_cache.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/press.hpp"

namespace attune::ui {
namespace {

constexpr TextStyle kFieldLabel{.size = TextSize::Small, .ink = Ink::Soft, .face = Face::Semibold};

struct FieldFrame {
  Role role = Role::TextBox;
  float padding_left = kSpace3, padding_right = kSpace3;  // CSS pixels
  Icon icon = Icon::None;                                 // at the left
  Icon icon_right = Icon::None;
  std::int32_t first_day = 0, last_day = 0;  // of a date; 0: open
  ImGuiID list = 0, marked = 0;              // of a suggest box
};

void field_label(std::string_view label) {
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const std::string_view text = visible_part(label);
  ImGui::ItemSize(
      ImVec2(std::min(text_width(text, kFieldLabel), available_width()), text_pixels(kFieldLabel.size)));
  draw_text(*ImGui::GetWindowDrawList(), low, text, kFieldLabel, ink_colour(kFieldLabel.ink));
  ImGui::GetCurrentWindow()->DC.CursorPos.y -= px(2);
}

void draw_field(const Press& press, std::string_view text, const FieldOptions& options,
                const FieldFrame& frame) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& colours = palette();
  const float radius = px(kRadiusControl);
  const bool is_edited = context().semantics.page_focus() == press.id;
  const Colour outline = !options.problem.empty() ? colours.negative.mark
                         : is_edited              ? colours.accent
                                     : colours.border_strong.with_alpha(press.is_hovered ? 255 : 150);
  draw_surface(list, press.rect.Min, press.rect.Max, radius, colours.surface, outline);
  const float icon = px(kIconSize);
  const float middle = press.rect.Min.y + px(kControlHeight) / 2;
  if (frame.icon != Icon::None) {
    draw_icon(list, frame.icon, {press.rect.Min.x + px(kSpace3) + icon / 2, middle}, icon,
              colours.text_faint.packed());
  }
  if (frame.icon_right != Icon::None && !is_edited) {
    draw_icon(list, frame.icon_right, {press.rect.Max.x - px(kSpace3) - icon / 2, middle}, icon,
              colours.text_faint.packed());
  }
  if (is_edited) {  // the browser paints text and caret
    list.AddRect(press.rect.Min - px(1, 1), press.rect.Max + px(1, 1), colours.focus.packed(), radius + px(1),
                 0, px(kFocusRing));
    return;
  }
  const bool is_empty = text.empty();
  const std::string_view shown = is_empty ? options.placeholder : text;
  const ImU32 ink = (is_empty || !options.is_enabled ? colours.text_faint : colours.text).packed();
  const ImVec2 low(press.rect.Min.x + px(frame.padding_left), press.rect.Min.y);
  const ImVec2 high(press.rect.Max.x - px(frame.padding_right), press.rect.Max.y);
  if (options.lines <= 1) {
    draw_text_in(list, low, high, shown, kBody, ink, !is_empty && stands_at_end(shown, true) ? 1.0F : 0.0F);
    return;
  }
  const TextStyle style{.ink = is_empty ? Ink::Faint : Ink::Normal};
  const ParagraphLayout layout = lay_out(shown, high.x - low.x, style, options.lines);
  draw_paragraph(list, {low.x, low.y + px(kSpace2)}, shown, layout, high.x - low.x, style,
                 {.is_quoted = !is_empty});
}

// By its first letter; while there is none, as the interface is read.
bool is_edited_right_to_left(std::string_view text) {
  const Direction direction = direction_of(text);
  return direction == Direction::None ? context().is_right_to_left : direction == Direction::RightToLeft;
}

bool field(std::string_view label, std::string& text, const FieldOptions& options, const FieldFrame& frame) {
  Context& ui = context();
  if (options.shows_label) field_label(label);
  const float width = options.width > 0 ? std::min(px(options.width), available_width()) : available_width();
  const float line = std::round(text_pixels(TextSize::Body) * kLineHeight);
  const float height =
      options.lines > 1 ? line * static_cast<float>(options.lines) + px(kSpace2) * 2 : px(kControlHeight);
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVec2 low = window->DC.CursorPos;
  ImGui::ItemSize(ImVec2(width, height), std::floor((px(kControlHeight) - text_pixels(TextSize::Body)) / 2));
  // A cross may lie over its end.
  const Press press =
      press_at(window->GetID(label.data(), label.data() + label.size()),
               ImRect(low, low + ImVec2(width, height)), options.is_enabled, ImGuiItemFlags_AllowOverlap);
  if (press.is_hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  bool is_changed = false;
  if (auto typed = ui.semantics.take_text(press.id); typed && *typed != text) {
    text = *std::move(typed);
    is_changed = true;
  }
  ui.semantics.describe(press.id,
                        {.role = options.lines > 1 ? Role::TextArea : frame.role,
                         .name = label,
                         .states = (options.problem.empty() ? 0U : state::kInvalid) |
                                   (is_edited_right_to_left(text) ? state::kRightToLeft : 0U),
                         .value = text,
                         .description = options.problem.empty() ? options.placeholder : options.problem,
                         .now = kTypeBody,
                         .minimum = ui.is_right_to_left ? frame.padding_right : frame.padding_left,
                         .maximum = ui.is_right_to_left ? frame.padding_left : frame.padding_right,
                         .level = frame.list != 0 ? static_cast<std::int32_t>(frame.list) : frame.first_day,
                         .set_size = frame.last_day,
                         .related = frame.marked});
  if (press.is_visible) draw_field(press, text, options, frame);
  if (!options.problem.empty()) paragraph(options.problem, {.size = TextSize::Small, .ink = Ink::Negative});
  return is_changed;
}

}  // namespace

bool text_field(std::string_view label, std::string& text, const FieldOptions& options) {
  return field(label, text, options, {});
}

bool suggest_field(std::string_view label, std::string& text, ImGuiID list, ImGuiID marked,
                   const FieldOptions& options) {
  return field(label, text, options,
               {.role = Role::SuggestBox,
                .padding_left = kSpace3 + kIconSize + kSpace2,
                .icon = Icon::Search,
                .list = list,
                .marked = marked});
}

bool is_field_submitted() {
  const ImGuiID id = ImGui::GetCurrentContext()->LastItemData.ID;
  return id != 0 && context().semantics.page_focus() == id &&
         (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
}

bool search_box(std::string_view label, std::string& text, const FieldOptions& options) {
  const bool has_text = !text.empty();
  FieldFrame frame{
      .role = Role::SearchBox, .padding_left = kSpace3 + kIconSize + kSpace2, .icon = Icon::Search};
  if (has_text) frame.padding_right = kControlHeight;
  bool is_changed = field(label, text, options, frame);
  if (!has_text) return is_changed;

  // The cross lies over the field's right end.
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImRect box = ImGui::GetCurrentContext()->LastItemData.Rect;
  ImGui::PushID(label.data(), label.data() + label.size());
  const float size = px(kControlHeightSmall);
  const float air = std::floor((box.GetHeight() - size) / 2);
  const ImRect place({box.Max.x - size - air, box.Min.y + air}, {box.Max.x - air, box.Max.y - air});
  const Press cross = press_at(window->GetID("clear"), place);
  context().semantics.describe(cross.id, {.role = Role::Button, .name = context().words.clear});
  if (cross.is_visible) {
    draw_press_layer(*window->DrawList, cross, px(kRadiusControl));
    draw_icon(*window->DrawList, Icon::Close, place.GetCenter(), px(16), palette().text_soft.packed());
    draw_focus_ring(*window->DrawList, cross, px(kRadiusControl));
  }
  if (cross.is_pressed) {
    text.clear();
    is_changed = true;
  }
  ImGui::PopID();
  return is_changed;
}

bool date_range(std::string_view label, DayRange& range, std::optional<std::int32_t> first,
                std::optional<std::int32_t> last) {
  ImGui::PushID(label.data(), label.data() + label.size());
  context().semantics.push({.role = Role::Group, .name = label}, label);
  FieldFrame frame{.role = Role::DateBox, .padding_right = kSpace3 + kIconSize, .icon_right = Icon::Calendar};
  frame.first_day = first.value_or(0);
  frame.last_day = last.value_or(0);
  bool is_changed = false;
  const auto day_field = [&](std::string_view name, std::optional<std::int32_t>& day,
                             std::string_view placeholder) {
    std::string text = day ? text_from_day(*day) : std::string{};
    const FieldOptions options{.width = 148, .placeholder = placeholder};
    ImGui::BeginGroup();
    if (field(name, text, options, frame)) {
      const auto chosen = day_from_text(text);
      is_changed |= chosen != day;
      day = chosen;
    }
    ImGui::EndGroup();
  };
  const Words& words = context().words;
  day_field(words.from, range.from, words.start);
  flow(148);
  day_field(words.to, range.to, words.end);
  context().semantics.pop();
  ImGui::PopID();
  return is_changed;
}

std::string text_from_day(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::optional<std::int32_t> day_from_text(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 1900 || month < 1 || day < 1)
    return std::nullopt;  // a year still being typed begins with noughts
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

}  // namespace attune::ui
