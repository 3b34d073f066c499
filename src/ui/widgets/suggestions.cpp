#include "ui/widgets/suggestions.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.hpp"
#include "ui/context.hpp"
#include "ui/platform/reflection.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

constexpr float kRowHeight = 44;
constexpr std::array kOwnedKeys{ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown};

// Keys that the field gets, which is above the list and keeps the focus. True if they moved the mark.
bool walk(SuggestState& state, std::size_t count, std::size_t rows, ImGuiID owner) {
  // Held for the next frame: ImGui's own navigation would otherwise leave the field with them.
  for (const ImGuiKey key : kOwnedKeys) ImGui::SetKeyOwner(key, owner);
  const auto is_pressed = [&](ImGuiKey key) {
    return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, owner);
  };
  const std::size_t before = state.marked;
  if (is_pressed(ImGuiKey_DownArrow)) state.marked = (state.marked + 1) % count;
  if (is_pressed(ImGuiKey_UpArrow)) state.marked = (state.marked + count - 1) % count;
  if (is_pressed(ImGuiKey_PageDown)) state.marked = std::min(state.marked + rows, count - 1);
  if (is_pressed(ImGuiKey_PageUp)) state.marked -= std::min(state.marked, rows);
  return state.marked != before;
}

// The letters that fit are strong, the rest is not.
void draw_label(ImDrawList& list, ImVec2 low, ImVec2 high, const Suggestion& suggestion, ImU32 ink) {
  const std::string_view text = visible_part(suggestion.label);
  if (suggestion.letters.empty() || needs_run(text)) return draw_text_in(list, low, high, text, kBody, ink);
  const float top = std::floor((low.y + high.y - text_pixels(TextSize::Body)) / 2);
  list.PushClipRect(low, high, true);
  const Upright upright(list, low.x, std::min(high.x, low.x + text_width(text, kStrong)));
  float x = low.x;
  std::size_t begin = 0;
  bool is_strong = false;
  const auto draw_piece = [&](std::size_t end) {
    const std::string_view piece = text.substr(begin, end - begin);
    const TextStyle style = is_strong ? kStrong : kBody;
    draw_text(list, {x, top}, piece, style, ink);
    x += text_width(piece, style);
    begin = end;
  };
  for (std::size_t at = 0; at < text.size(); at += utf8::read_at(text, at).size_bytes) {
    const bool fits = std::ranges::binary_search(suggestion.letters, static_cast<std::uint32_t>(at));
    if (fits == is_strong) continue;
    draw_piece(at);
    is_strong = fits;
  }
  draw_piece(text.size());
  list.PopClipRect();
}

Press draw_suggestion(const Suggestion& suggestion, bool is_marked) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVec2 low = window->DC.CursorPos;
  const ImRect place(low, low + ImVec2(available_width(), px(kRowHeight)));
  ImGui::ItemSize(place.GetSize());
  const ImGuiID id =
      window->GetID(suggestion.label.data(), suggestion.label.data() + suggestion.label.size());
  const Press press = press_at(id, place, true, ImGuiItemFlags_NoNav);
  context().semantics.describe(id, {.role = Role::Suggestion,
                                    .name = suggestion.label,
                                    .states = is_marked ? state::kSelected : 0U,
                                    .description = suggestion.note});
  if (!press.is_visible) return press;
  ImDrawList& list = *window->DrawList;
  const Palette& colours = palette();
  const float radius = px(kRadiusControl);
  if (is_marked) {
    const bool is_seen = colours.accent_soft != colours.surface;  // not with high contrast
    draw_surface(list, place.Min, place.Max, radius, colours.accent_soft,
                 is_seen ? colours.accent_soft : colours.accent);
  }
  draw_press_layer(list, press, radius);
  const float icon = px(20);
  const ImU32 soft = (is_marked ? colours.accent_text : colours.text_soft).packed();
  draw_icon(list, suggestion.icon, {place.Min.x + px(kSpace3) + icon / 2, std::floor(place.GetCenter().y)},
            icon, soft);
  const float left = place.Min.x + px(kSpace3) * 2 + icon;
  const float right = place.Max.x - px(kSpace3);
  const float note = std::min(text_width(suggestion.note, kCaption), (right - left) * 0.4F);
  const float wanted = text_width(visible_part(suggestion.label), kStrong);
  const bool has_room = left + wanted + px(kSpace4) + note <= right;  // what it is called comes first
  const float label_right = has_room ? right - note - px(kSpace4) : right;
  draw_label(list, {left, place.Min.y}, {label_right, place.Max.y}, suggestion,
             (is_marked ? colours.accent_text : colours.text).packed());
  if (has_room)
    draw_text_in(list, {right - note, place.Min.y}, {right, place.Max.y}, suggestion.note, kCaption, soft, 1);
  return press;
}

void keep_in_view(std::size_t row) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const float top = static_cast<float>(row) * px(kRowHeight);
  const float height = window->InnerRect.GetHeight();
  ImGui::SetScrollY(window, std::clamp(window->Scroll.y, top + px(kRowHeight) - height, top));
}

}  // namespace

std::optional<std::size_t> suggestion_list(std::string_view label, std::span<const Suggestion> suggestions,
                                           SuggestState& state, const SuggestionListOptions& options) {
  const ImGuiID field = ImGui::GetItemID();
  const bool is_taken = is_field_submitted();
  const ImGuiID list_before = state.list;
  const ImGuiID marked_before = state.marked_item;
  state.list = state.marked_item = 0;
  std::optional<std::size_t> chosen;
  bool is_walked = false;
  if (!suggestions.empty()) {
    state.marked = std::min(state.marked, suggestions.size() - 1);
    is_walked = walk(state, suggestions.size(), options.rows, field);
    if (is_taken) chosen = state.marked;
  }
  const std::string name{label};
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::BeginChild(name.c_str(), {available_width(), px(kRowHeight) * static_cast<float>(options.rows)},
                    ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoSavedSettings);
  if (!suggestions.empty()) {
    state.list = ImGui::GetCurrentWindow()->ID;
    context().semantics.describe_window({.role = Role::Listbox, .name = label});
  }
  if (is_walked) keep_in_view(state.marked);
  if (suggestions.empty()) {
    space(kSpace4);
    paragraph(options.nothing, kSoft);
    if (!state.has_none) context().semantics.announce(options.nothing);
  }
  state.has_none = suggestions.empty();
  for (std::size_t at = 0; at < suggestions.size(); ++at) {
    const Press press = draw_suggestion(suggestions[at], at == state.marked);
    if (at == state.marked) state.marked_item = press.id;
    if (press.is_pressed) chosen = at;
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  if (state.list != list_before || state.marked_item != marked_before) context().wants_frame = true;
  return chosen;
}

}  // namespace attune::ui
