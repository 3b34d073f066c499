#include "ui/widgets/keycap.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "ui/context.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

constexpr float kCapHeight = 26;
constexpr float kCapWidth = 28;  // at least
constexpr TextStyle kCapText{.size = TextSize::Small, .ink = Ink::Soft, .face = Face::Semibold};

float cap_width(std::string_view key) {
  return std::max(px(kCapWidth), text_width(key, kCapText) + px(kSpace2) * 2);
}

float caps_width(const KeyLine& line) {
  float width = 0;
  for (const std::string& key : line.keys) width += cap_width(key) + px(kSpace1);
  return width;
}

void draw_cap(ImDrawList& list, ImVec2 low, std::string_view key) {
  const Palette& colours = palette();
  const ImVec2 high = low + ImVec2(cap_width(key), px(kCapHeight));
  const float radius = px(kRadiusSmall) + px(1);
  const ImVec2 edge(0, px(2));  // the cap stands on its edge
  list.AddRectFilled(low + edge, high + edge, colours.border_strong.with_alpha(110).packed(), radius);
  draw_surface(list, low, high, radius, colours.sunken, colours.border_strong.with_alpha(150));
  draw_text_in(list, low, high, key, kCapText, ink_colour(Ink::Normal), 0.5F);
}

// Calls `place` with each key and where it stands in a column of that width; returns how high they are
// together.
template <class Place>
float lay_caps(const KeyLine& line, float width, Place&& place) {
  ImVec2 at(0, 0);
  for (const std::string& key : line.keys) {
    if (at.x > 0 && at.x + cap_width(key) > width) at = {0, at.y + px(kCapHeight + kSpace1)};
    place(key, at);
    at.x += cap_width(key) + px(kSpace1);
  }
  return at.y + px(kCapHeight);
}

void add_row(std::string_view first, std::string_view second, const ImRect& place, float middle, Role role,
             std::int32_t number) {
  Semantics& semantics = context().semantics;
  semantics.push({.role = Role::Row, .level = number});
  semantics.add(ImRect(place.Min, {middle, place.Max.y}), {.role = role, .name = first, .level = 1});
  semantics.add(ImRect({middle, place.Min.y}, place.Max), {.role = role, .name = second, .level = 2});
  semantics.pop();
}

}  // namespace

bool has_command_key() { return context().has_command_key; }

void key_table(std::string_view label, std::string_view keys, std::string_view what,
               std::span<const KeyLine> lines) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const float width = available_width();
  float left = 0;
  for (const KeyLine& line : lines) left = std::max(left, caps_width(line));
  left = std::min(left + px(kSpace3), std::floor(width * 0.5F));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  context().semantics.push({.role = Role::PlainTable,
                            .name = label,
                            .level = 2,
                            .set_size = static_cast<std::int32_t>(lines.size() + 1)},
                           label);
  const ImVec2 top = window->DC.CursorPos;
  add_row(keys, what, ImRect(top, top + ImVec2(width, 1)), top.x + left, Role::ColumnHeader, 1);
  std::int32_t number = 1;
  for (const KeyLine& line : lines) {
    const ImVec2 low = window->DC.CursorPos;
    const ParagraphLayout text = lay_out(line.what, width - left, kBody);
    const float keys_width = left - px(kSpace3);
    const float caps = lay_caps(line, keys_width, [](const std::string&, ImVec2) {});
    const float height = std::max(caps, text.height) + px(kSpace2) + px(2);
    const ImRect place(low, low + ImVec2(width, height));
    ImGui::ItemSize(place.GetSize());
    std::string spoken;
    for (const std::string& key : line.keys) spoken.append(spoken.empty() ? "" : " ").append(key);
    add_row(spoken, line.what, place, low.x + left, Role::PlainCell, ++number);
    if (!ImGui::ItemAdd(place, 0)) continue;
    lay_caps(line, keys_width, [&](const std::string& key, ImVec2 at) {
      draw_cap(*window->DrawList, low + at + ImVec2(0, px(2)), key);
    });
    const float y = low.y + px(2) + std::max(0.0F, std::floor((px(kCapHeight) - text.height) / 2));
    draw_paragraph(*window->DrawList, {low.x + left, y}, line.what, text, width - left, kBody);
  }
  context().semantics.pop();
  ImGui::PopStyleVar();
}

}  // namespace attune::ui
