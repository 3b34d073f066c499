#include "ui/widgets/surfaces.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/context.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

constexpr int kBackground = 0;
constexpr int kContent = 1;

// Ends a surface whose height is that of what was drawn on it: grows it to the row's height, moves the layout
// on.
ImVec2 finish_surface(ImVec2 corner, float width, float natural_height, float wanted_height) {
  Context& ui = context();
  const float height = std::max(natural_height, wanted_height);
  ui.cell_stretch = height - natural_height;
  ui.cell_height = wanted_height;
  ImGui::GetCurrentWindow()->DC.CursorPos = corner;
  ImGui::ItemSize(ImVec2(width, height));
  return corner + ImVec2(width, height);
}

void draw_star(ImDrawList& list, ImVec2 centre, float radius, ImU32 colour) {
  constexpr int kPoints = 10;
  std::array<ImVec2, kPoints> points;
  for (int at = 0; at < kPoints; ++at) {
    const float angle = (static_cast<float>(at) * 36 - 90) * IM_PI / 180;
    const float r = at % 2 == 0 ? radius : radius * 0.45F;
    points[static_cast<std::size_t>(at)] = centre + ImVec2(std::cos(angle), std::sin(angle)) * r;
  }
  list.AddConcavePolyFilled(points.data(), kPoints, colour);
}

TextStyle tile_value_style(std::string_view value) {
  TextStyle style{.size = TextSize::Display, .face = Face::Semibold};
  if (text_width(value, style) > available_width()) style.size = TextSize::Title;
  return style;
}

std::string stars_text(double rating) {
  const Words& words = context().words;
  const double tenths = std::round(rating * 10) / 10;
  std::string text = words.stars_of_five;
  const std::size_t slot = text.find("{0}");
  if (slot == std::string::npos) return text;
  return text.replace(slot, 3,
                      chart::format_number(tenths, tenths == std::round(tenths) ? 0 : 1, words.locale));
}

}  // namespace

Card::Card(std::string_view title, const CardOptions& options) : options_{options} {
  Context& ui = context();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  ImGui::PushID(title.data(), title.data() + title.size());
  corner_ = window->DC.CursorPos;
  width_ = available_width();
  padding_ = px(is_phone_width() ? std::min(options.padding, kSpace4) : options.padding);
  wanted_height_ = ui.cell_height;
  ui.cell_height = 0;
  splitter_.Split(window->DrawList, 2);
  splitter_.SetCurrentChannel(window->DrawList, kContent);
  const std::string_view shown = visible_part(title);
  ui.semantics.push({.role = shown.empty() ? Role::Generic : Role::Group, .name = shown}, title);
  area_.emplace(corner_ + ImVec2(padding_, padding_), width_ - padding_ * 2);
  if (!shown.empty()) {
    heading(shown, ui.card_depth > 0 ? 3 : 2, 3);
    if (!options.caption.empty()) paragraph(options.caption, kCaption);
    space(kSpace3);
    ++ui.card_depth;
    has_title_ = true;
  }
}

Card::~Card() {
  if (has_title_) --context().card_depth;
  const float natural = area_->size().y + padding_ * 2;
  area_.reset();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 high = finish_surface(corner_, width_, natural, wanted_height_);
  splitter_.SetCurrentChannel(list, kBackground);
  const Palette& colours = palette();
  const float radius = px(kRadiusCard);
  if (options_.is_flat) {
    draw_surface(*list, corner_, high, radius, colours.sunken, colours.sunken);
  } else {
    draw_shadow(*list, corner_, high, radius, 1);
    draw_surface(*list, corner_, high, radius, colours.surface, colours.border);
  }
  splitter_.Merge(list);
  context().semantics.pop();
  ImGui::PopID();
}

void tile_value(std::string_view value, Ink ink) {
  TextStyle style = tile_value_style(value);
  style.ink = ink;
  label(value, style);
}

void kpi_tile(const KpiTile& tile) {
  const Card card(std::string{"###"}.append(tile.label), {.padding = kSpace4 + kSpace1});
  Context& ui = context();
  ui.semantics.push({.role = Role::Group, .name = tile.label});
  label(tile.label, {.size = TextSize::Small, .ink = Ink::Soft, .face = Face::Semibold});
  if (!tile.help.empty()) tooltip_for_last_item(tile.help);
  space(kSpace3);
  const ImVec2 value_corner = ImGui::GetCursorScreenPos();
  const float right = value_corner.x + available_width();
  const bool is_known = !tile.value.empty();
  const TextStyle style = tile_value_style(tile.value);
  tile_value(is_known ? tile.value : std::string_view{"\xE2\x80\x93"}, is_known ? Ink::Normal : Ink::Faint);
  const float value_right = ImGui::GetItemRectMax().x;
  if (!tile.unit.empty()) {
    same_line(kSpace2);
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float drop = text_pixels(style.size) - text_pixels(TextSize::Body) - px(4);
    window->DC.CursorPos.y += drop;
    const ImVec2 low = window->DC.CursorPos;
    const float width = text_width(tile.unit, kSoft);
    ImGui::ItemSize(ImVec2(width, text_pixels(TextSize::Body)));
    const ImRect place(low, low + ImVec2(width, text_pixels(TextSize::Body)));
    ui.semantics.add(place, {.role = Role::Text, .name = tile.unit});
    if (ImGui::ItemAdd(place, 0)) draw_text(*window->DrawList, low, tile.unit, kSoft, ink_colour(Ink::Soft));
  }
  if (tile.sparkline) {
    const float width = std::min(px(96), right - value_right - px(kSpace7));
    if (width > px(32)) {
      const ImRect slot({right - width, value_corner.y},
                        {right, value_corner.y + text_pixels(TextSize::Display)});
      ui.semantics.add(slot, {.role = Role::Image, .name = tile.sparkline_summary});
      tile.sparkline(*ImGui::GetWindowDrawList(), slot.Min, slot.Max);
    }
  }
  if (!tile.change.empty()) {
    space(kSpace2);
    const ToneColours tone = colours_of(tile.change_tone);
    (void)tone;
    pill(tile.change, tile.change_tone);
  }
  if (!tile.interval.empty()) {
    space(kSpace3);
    paragraph(tile.interval, {.size = TextSize::Small, .ink = Ink::Faint});
  }
  ui.semantics.pop();
}

void draw_stars(ImDrawList& list, ImVec2 position, double rating, float size) {
  const Palette& colours = palette();
  const float gap = std::floor(size * 0.12F);
  for (int star = 0; star < 5; ++star) {
    const ImVec2 low(position.x + static_cast<float>(star) * (size + gap), position.y);
    const ImVec2 centre = low + ImVec2(size, size) * 0.5F;
    draw_star(list, centre, size / 2, colours.border_strong.with_alpha(90).packed());
    const auto share = static_cast<float>(std::clamp(rating - star, 0.0, 1.0));
    if (share <= 0) continue;
    list.PushClipRect(low, {low.x + size * share, low.y + size}, true);
    draw_star(list, centre, size / 2, colours.warning.mark.packed());
    list.PopClipRect();
  }
}

void stars(double rating, float size_css) {
  const float size = px(size_css);
  const float width = size * 5 + std::floor(size * 0.12F) * 4;
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVec2 low = window->DC.CursorPos + ImVec2(0, window->DC.CurrLineTextBaseOffset);
  ImGui::ItemSize(ImVec2(width, size), 0.0F);
  const ImRect place(low, low + ImVec2(width, size));
  context().semantics.add(place, {.role = Role::Image, .name = stars_text(rating)});
  if (ImGui::ItemAdd(place, 0)) draw_stars(*window->DrawList, low, rating, size);
}

bool quote_card(std::string_view id, const QuoteCard& quote) {
  Context& ui = context();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const Palette& colours = palette();
  const ImVec2 corner = window->DC.CursorPos;
  const float width = available_width();
  const float wanted = ui.cell_height;
  const float padding = px(kSpace4);
  const float bar = px(3);
  const float inner = width - padding * 2 - bar;
  const float gap = px(kSpace2);
  const ParagraphLayout text = lay_out(quote.text, inner, kBody, quote.max_lines);
  const bool has_foot = quote.rating.has_value() || !quote.source.empty();
  const float foot = has_foot ? text_pixels(TextSize::Small) + gap : 0;
  const float height = std::max(text.height + foot + padding * 2, wanted);
  ui.cell_stretch = height - (text.height + foot + padding * 2);
  const ImGuiID item = window->GetID(id.data(), id.data() + id.size());
  ImGui::ItemSize(ImVec2(width, height));
  const Press press = press_at(item, ImRect(corner, corner + ImVec2(width, height)));
  std::string spoken = std::string{quote.text};
  if (quote.rating) spoken.append(", ").append(stars_text(*quote.rating));
  if (!quote.source.empty()) spoken.append(", ").append(quote.source);
  ui.semantics.describe(item, {.role = Role::Button, .name = spoken, .description = ui.words.opens_review});
  if (!press.is_visible) return press.is_pressed;

  ImDrawList& list = *window->DrawList;
  const float radius = px(kRadiusControl) + px(2);
  draw_surface(list, press.rect.Min, press.rect.Max, radius, colours.surface, colours.border);
  draw_press_layer(list, press, radius);
  const ToneColours tone = colours_of(quote.tone);
  list.AddRectFilled({corner.x + padding * 0.5F, corner.y + padding},
                     {corner.x + padding * 0.5F + bar, press.rect.Max.y - padding}, tone.mark.packed(),
                     bar / 2);
  const ImVec2 text_corner(corner.x + padding + bar, corner.y + padding);
  draw_paragraph(list, text_corner, quote.text, text, inner, kBody,
                 {.spans = quote.highlights, .is_quoted = true});
  float x = text_corner.x;
  const float y = press.rect.Max.y - padding - text_pixels(TextSize::Small);
  if (quote.rating) {
    draw_stars(list, {x, y}, *quote.rating, text_pixels(TextSize::Small));
    x += text_pixels(TextSize::Small) * 5.6F + px(kSpace2);
  }
  draw_text_in(list, {x, y}, {press.rect.Max.x - padding, y + text_pixels(TextSize::Small)}, quote.source,
               kCaption, colours.text_faint.packed());
  draw_focus_ring(list, press, radius);
  return press.is_pressed;
}

bool empty_state(const EmptyState& state_in) {
  const float width = available_width();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  space(kSpace6);
  const ImVec2 corner = window->DC.CursorPos;
  const float disc = px(56);
  ImGui::ItemSize(ImVec2(width, disc));
  const ImVec2 centre(corner.x + std::floor(width / 2), corner.y + disc / 2);
  ImDrawList& list = *window->DrawList;
  list.AddCircleFilled(centre, disc / 2, palette().accent_soft.packed());
  draw_icon(list, state_in.icon, centre, px(26), palette().accent_text.packed());
  space(kSpace4);
  paragraph(state_in.title, {.size = TextSize::Title, .face = Face::Semibold}, {.is_centred = true});
  if (!state_in.hint.empty()) {
    space(kSpace2);
    paragraph(state_in.hint, kSoft, {.is_centred = true});
  }
  bool is_pressed = false;
  if (!state_in.action.empty()) {
    space(kSpace4);
    window->DC.CursorPos.x += std::floor((width - button_width(state_in.action)) / 2);
    is_pressed = button(state_in.action);
  }
  space(kSpace6);
  ImGui::ItemSize(ImVec2(1, 1));
  return is_pressed;
}

Figure figure(std::string_view label_in, std::string_view summary, float height_css) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVec2 low = window->DC.CursorPos;
  const ImVec2 size(available_width(), px(height_css));
  const ImGuiID id = window->GetID(label_in.data(), label_in.data() + label_in.size());
  ImGui::ItemSize(size);
  const ImRect place(low, low + size);
  const bool is_visible = ImGui::ItemAdd(place, id, nullptr, ImGuiItemFlags_NoNav);
  context().semantics.describe(id, {.role = Role::Figure, .name = label_in, .description = summary});
  return {place.Min, place.Max, is_visible,
          is_visible && ImGui::ItemHoverable(place, id, ImGuiItemFlags_NoNav)};
}

DropZoneSurface::DropZoneSurface(const DropZone& zone)
    : padding_{px(is_phone_width() ? kSpace4 : kSpace6)}, is_lit_{zone.is_file_over} {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  corner_ = window->DC.CursorPos;
  width_ = available_width();
  splitter_.Split(window->DrawList, 2);
  splitter_.SetCurrentChannel(window->DrawList, kContent);
  context().semantics.push({.role = Role::Region, .name = zone.title}, "drop zone");
  area_.emplace(corner_ + ImVec2(padding_, padding_), width_ - padding_ * 2);
  const float inner = width_ - padding_ * 2;
  const float disc = px(64);
  const ImVec2 top = window->DC.CursorPos;
  ImGui::ItemSize(ImVec2(inner, disc));
  const ImVec2 centre(top.x + std::floor(inner / 2), top.y + disc / 2);
  window->DrawList->AddCircleFilled(centre, disc / 2, palette().accent_soft.packed());
  draw_icon(*window->DrawList, Icon::Upload, centre, px(30), palette().accent_text.packed());
  space(kSpace4);
  paragraph(zone.title, {.size = TextSize::Title, .face = Face::Semibold}, {.is_centred = true});
  space(kSpace2);
  paragraph(zone.hint, kSoft, {.is_centred = true});
  space(kSpace5);
}

DropZoneSurface::~DropZoneSurface() {
  const float height = area_->size().y + padding_ * 2;
  area_.reset();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 high = finish_surface(corner_, width_, height, 0);
  splitter_.SetCurrentChannel(list, kBackground);
  const Palette& colours = palette();
  const float radius = px(kRadiusCard);
  list->AddRectFilled(corner_, high, (is_lit_ ? colours.accent_soft : colours.surface).packed(), radius);
  // Dashes along the outline.
  const ImU32 ink = (is_lit_ ? colours.accent : colours.border_strong).packed();
  list->PathRect(corner_ + px(1, 1), high - px(1, 1), radius);
  const ImVector<ImVec2> outline = list->_Path;
  list->PathClear();
  const float dash = px(7);
  float travelled = 0;
  for (int at = 0; at < outline.Size; ++at) {
    const ImVec2 from = outline[at];
    const ImVec2 to = outline[(at + 1) % outline.Size];
    const ImVec2 way = to - from;
    const float length = std::sqrt(way.x * way.x + way.y * way.y);
    for (float done = 0; done < length;) {
      const float rest = dash - std::fmod(travelled, dash);
      const float step = std::min(rest, length - done);
      const bool is_ink = static_cast<int>(travelled / dash) % 2 == 0;
      if (is_ink)
        list->AddLine(from + way * (done / length), from + way * ((done + step) / length), ink,
                      px(is_lit_ ? 2 : 1.5F));
      done += std::max(step, 0.01F);
      travelled += std::max(step, 0.01F);
    }
  }
  splitter_.Merge(list);
  context().semantics.pop();
}

}  // namespace attune::ui
