#include "ui/widgets/navigation.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/context.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

constexpr float kRailWidth = 224;
constexpr float kRailNarrow = 72;
constexpr float kBarHeight = 64;
constexpr float kMaxContentWidth = 1320;
constexpr ImGuiWindowFlags kPage = ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoDecoration |
                                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_NoBringToFrontOnFocus |
                                   ImGuiWindowFlags_NoScrollWithMouse;
constexpr ImGuiWindowFlags kStill = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;

// The mark: three bars that swing around a line, like a string being tuned.
void draw_mark(ImDrawList& list, ImVec2 centre, float size) {
  const Palette& colours = palette();
  list.AddRectFilled(centre - ImVec2(size, size) * 0.5F, centre + ImVec2(size, size) * 0.5F,
                     colours.accent.packed(), size * 0.3F);
  constexpr std::array kHeights{0.28F, 0.56F, 0.4F};
  const float bar = size * 0.11F;
  for (std::size_t at = 0; at < kHeights.size(); ++at) {
    const float x = centre.x + (static_cast<float>(at) - 1) * size * 0.21F;
    const float half = size * kHeights[at] / 2;
    list.AddRectFilled({x - bar / 2, centre.y - half}, {x + bar / 2, centre.y + half},
                       colours.on_accent.packed(), bar / 2);
  }
}

struct RailLayout {
  bool shows_text;
  bool is_bar;  // at the bottom, text below the icon
};

Press draw_destination(const Destination& destination, bool is_selected, ImVec2 size, RailLayout layout) {
  const Press press = press_area(destination.label, size);
  context().semantics.describe(press.id, {.role = Role::Link,
                                          .name = destination.label,
                                          .states = is_selected ? state::kCurrent : 0U,
                                          .description = destination.badge});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& colours = palette();
  const float radius = px(kRadiusControl);
  const Colour ink = is_selected ? colours.accent_text : colours.text_soft;
  if (is_selected && !layout.is_bar) {
    const bool is_seen = colours.accent_soft != colours.surface;  // not with high contrast
    draw_surface(list, press.rect.Min, press.rect.Max, radius, colours.accent_soft,
                 is_seen ? colours.accent_soft : colours.accent);
  }
  draw_press_layer(list, press, radius);
  const float icon = px(20);
  const std::string_view text = visible_part(destination.label);
  if (layout.is_bar) {
    const float x = press.rect.GetCenter().x;
    if (is_selected) {
      const ImVec2 half = px(26, 14);
      const ImVec2 centre(x, press.rect.Min.y + px(21));
      list.AddRectFilled(centre - half, centre + half, colours.accent_soft.packed(), half.y);
    }
    draw_icon(list, destination.icon, {x, press.rect.Min.y + px(21)}, icon, ink.packed());
    const TextStyle style{.size = TextSize::Small, .face = is_selected ? Face::Semibold : Face::Regular};
    draw_text_in(list, {press.rect.Min.x, press.rect.Max.y - px(24)},
                 {press.rect.Max.x, press.rect.Max.y - px(4)}, text, style, ink.packed(), 0.5F);
  } else {
    const float middle = std::floor(press.rect.GetCenter().y);
    const float x = layout.shows_text ? press.rect.Min.x + px(kSpace3) + icon / 2 : press.rect.GetCenter().x;
    draw_icon(list, destination.icon, {x, middle}, icon, ink.packed());
    if (layout.shows_text) {
      const TextStyle style{.face = is_selected ? Face::Semibold : Face::Regular};
      draw_text_in(list, {press.rect.Min.x + px(kSpace3) + icon + px(kSpace3), press.rect.Min.y},
                   press.rect.Max, text, style, ink.packed());
      if (!destination.badge.empty()) {
        const float width = pill_width(destination.badge);
        draw_pill(list, {press.rect.Max.x - width - px(kSpace2), middle - px(11)},
                  {press.rect.Max.x - px(kSpace2), middle + px(11)}, destination.badge, Tone::Neutral);
      }
    }
  }
  draw_focus_ring(list, press, radius);
  if (!layout.shows_text && !layout.is_bar) tooltip_for_last_item(text);
  return press;
}

}  // namespace

Shell::Shell(std::string_view product, std::span<const Destination> destinations, std::size_t& selected) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const Palette& colours = palette();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(display);
  ImGui::Begin("###page", nullptr, kPage);
  const bool is_phone = is_phone_width();
  const bool is_rail = !is_phone && !destinations.empty();
  const float rail = is_rail ? px(is_narrow_width() ? kRailNarrow : kRailWidth) : 0;
  const float bar = is_phone && !destinations.empty() ? px(kBarHeight) : 0;
  const RailLayout layout{.shows_text = !is_narrow_width(), .is_bar = is_phone};
  ImGuiWindow* page = ImGui::GetCurrentWindow();

  const auto draw_rail = [&] {
    page->DC.CursorPos = is_phone ? ImVec2(0, display.y - bar) : ImVec2(0, 0);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, colours.surface.packed());
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, is_phone ? ImVec2(0, 0) : px(kSpace3, kSpace4));
    ImGui::BeginChild("###navigation", is_phone ? ImVec2(display.x, bar) : ImVec2(rail, display.y),
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened, kStill);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    context().semantics.describe_window({.role = Role::Navigation, .name = "Main"});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float line = std::max(1.0F, px(kBorder));
    if (is_phone) {
      list.AddRectFilled({0, display.y - bar}, {display.x, display.y - bar + line}, colours.border.packed());
    } else {
      list.AddRectFilled({rail - line, 0}, {rail, display.y}, colours.border.packed());
      const float mark = px(30);
      const float left = layout.shows_text ? px(kSpace3 + kSpace2) + mark / 2 : rail / 2;
      draw_mark(list, {left, px(kSpace5) + mark / 2}, mark);
      if (layout.shows_text) {
        const TextStyle style{.size = TextSize::Title, .face = Face::Semibold};
        draw_text_in(list, {left + mark / 2 + px(kSpace2) + px(2), px(kSpace5)}, {rail, px(kSpace5) + mark},
                     product, style, colours.text.packed());
      }
      ImGui::GetCurrentWindow()->DC.CursorPos.y = px(kSpace5) + mark + px(kSpace6);
    }
    const auto count = static_cast<float>(destinations.size());
    const ImVec2 size =
        is_phone ? ImVec2(std::floor(display.x / count), bar) : ImVec2(available_width(), px(42));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, is_phone ? ImVec2(0, 0) : px(0, kSpace1));
    for (std::size_t at = 0; at < destinations.size(); ++at) {
      if (is_phone && at > 0) ImGui::SameLine(0, 0);
      if (!draw_destination(destinations[at], at == selected, size, layout).is_pressed || at == selected)
        continue;
      selected = at;
      is_changed_ = true;
      context().wants_frame = true;
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
  };
  if (is_rail || bar > 0) draw_rail();

  page->DC.CursorPos = ImVec2(rail, 0);
  const float width = display.x - rail;
  const float side = is_phone ? px(kSpace4)
                              : std::max(px(is_narrow_width() ? kSpace5 : 40),
                                         std::floor((width - px(kMaxContentWidth)) / 2));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(side, is_phone ? px(kSpace4) : px(kSpace6)));
  const std::string name = destinations.empty()
                               ? std::string{"###main"}
                               : std::string{"###main/"}.append(visible_part(destinations[selected].label));
  ImGui::BeginChild(name.c_str(), ImVec2(width, display.y - bar),
                    ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
  ImGui::PopStyleVar();
  // The scroll bar lies over the margin: content does not move when it comes.
  ImGuiWindow* content = ImGui::GetCurrentWindow();
  content->ContentRegionRect.Max.x += content->ScrollbarSizes.x;
  content->WorkRect.Max.x += content->ScrollbarSizes.x;
  context().semantics.describe_window(
      {.role = Role::Main,
       .name = destinations.empty() ? product : visible_part(destinations[selected].label)});
}

Shell::~Shell() {
  ImGui::EndChild();
  ImGui::End();
}

PageHeader::PageHeader(std::string_view title, std::string_view caption, float actions_width_css) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVec2 corner = window->DC.CursorPos;
  const float width = available_width();
  const float actions = px(actions_width_css);
  const bool is_beside = actions > 0 && width - actions > px(280);
  {
    const Area text(corner, is_beside ? width - actions - px(kSpace4) : width);
    heading(title, 1);
    if (!caption.empty()) paragraph(caption, kSoft);
    bottom_ = corner.y + text.size().y;
  }
  if (actions > 0)
    window->DC.CursorPos =
        is_beside ? ImVec2(corner.x + width - actions, corner.y) : ImVec2(corner.x, bottom_ + px(kSpace3));
}

PageHeader::~PageHeader() {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const float bottom = std::max(bottom_, window->DC.CursorPosPrevLine.y + window->DC.PrevLineSize.y);
  window->DC.CursorPos = {window->DC.CursorStartPos.x, bottom};
  ImGui::ItemSize(ImVec2(1, px(kSpace3)));
}

}  // namespace attune::ui
