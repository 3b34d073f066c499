#include "ui/widgets/page.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/context.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {

PageColumn::PageColumn(float width_css, float align) {
  const float width = std::min(px(width_css), available_width());
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  area_.emplace(ImVec2(corner.x + std::floor((available_width() - width) * align), corner.y), width);
}

void icon_badge(Icon icon, Tone tone) {
  const float disc = px(40);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::ItemSize(ImVec2(disc, disc));
  const ImVec2 centre(corner.x + disc / 2, corner.y + disc / 2);
  const ToneColours colours = colours_of(tone);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled(centre, disc / 2, colours.soft.packed());
  draw_icon(list, icon, centre, px(20), colours.text.packed());
}

void banner(std::string_view sentence, Tone tone) {
  const float padding = px(kSpace4);
  const float icon = px(20);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = available_width();
  const float text_left = padding + icon + px(kSpace3);
  const ParagraphLayout layout = lay_out(sentence, width - text_left - padding, kBody);
  const ImVec2 high(corner.x + width, corner.y + layout.height + padding * 2);
  const ImRect place(corner, high);
  ImGui::ItemSize(place.GetSize());
  if (!ImGui::ItemAdd(place, 0)) return;
  context().semantics.add(place, {.role = Role::Status, .name = sentence}, sentence);
  const ToneColours colours = colours_of(tone);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_surface(list, corner, high, px(kRadiusControl), colours.soft, colours.soft);
  const Icon sign = tone == Tone::Negative || tone == Tone::Warning ? Icon::Warning : Icon::Info;
  draw_icon(list, sign,
            {corner.x + padding + icon / 2, corner.y + padding + text_pixels(TextSize::Body) * 0.75F}, icon,
            colours.text.packed());
  draw_paragraph(list, {corner.x + text_left, corner.y + padding}, sentence, layout,
                 width - text_left - padding, kBody);
}

float css_scale() { return context().scale; }

float css_button_width(std::string_view label, const ButtonOptions& options) {
  return button_width(label, options) / context().scale;
}

bool flow_button(std::string_view label, const ButtonOptions& options) {
  flow(css_button_width(label, options));
  return button(label, options);
}

void centre_buttons(std::initializer_list<std::pair<std::string_view, ButtonOptions>> row) {
  float width = px(kSpace2) * static_cast<float>(row.size() - 1);
  for (const auto& [label, options] : row) width += button_width(label, options);
  if (width <= available_width()) centre_next(width);
}

bool flow_chip(std::string_view label, bool is_on, bool is_removable) {
  const float text = text_width(visible_part(label), kBody) / context().scale;
  flow(text + kSpace3 * 2 + (is_on ? kIconSize + kSpace2 : 0), kSpace2);
  return filter_chip(label, is_on, is_removable);
}

void flow_pill(std::string_view text, Tone tone) {
  flow(pill_width(text) / context().scale);
  pill(text, tone);
}

void flow_label(std::string_view utf8, TextStyle style) {
  flow(text_width(utf8, style) / context().scale);
  label(utf8, style);
}

}  // namespace attune::ui
