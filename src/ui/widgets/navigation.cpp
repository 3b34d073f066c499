#include "ui/widgets/navigation.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/context.hpp"
#include "ui/platform/reflection.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

constexpr float kRailWidth = 240;
constexpr float kRailNarrow = 72;
constexpr float kBarHeight = 64;
constexpr float kMoreWidth = 360;
constexpr float kRowMost = 42;
constexpr float kRowLeast = 28;  // then the rail scrolls
constexpr float kRowGap = 2;
constexpr float kGroupHeight = 30;
constexpr float kMaxContentWidth = 1320;
constexpr ImGuiWindowFlags kPage = ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoDecoration |
                                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_NoBringToFrontOnFocus |
                                   ImGuiWindowFlags_NoScrollWithMouse;
constexpr ImGuiWindowFlags kStill = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;

// The mark: three bars that swing around a line, like a string being tuned.
void draw_mark(ImDrawList& list, ImVec2 centre, float size) {
  const Upright upright(list, centre.x - size / 2, centre.x + size / 2);
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

std::string_view stable_part(std::string_view label) {
  const std::size_t at = label.find("###");
  return at == std::string_view::npos ? label : label.substr(at + 3);
}

struct RailLayout {
  bool shows_text;
  bool is_bar;  // at the bottom, text below the icon
  bool opens_menu = false;
};

Press draw_destination(const Destination& destination, bool is_selected, ImVec2 size, RailLayout layout) {
  const Press press = press_area(destination.label, size);
  const std::uint32_t menu = layout.opens_menu ? state::kHasPopup : 0U;
  context().semantics.describe(press.id, {.role = layout.opens_menu ? Role::Button : Role::Link,
                                          .name = destination.label,
                                          .states = (is_selected ? state::kCurrent : 0U) | menu,
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

// The window that holds the destinations: the ground, and a line towards the content.
void begin_navigation(const ShellTexts& texts, ImVec2 corner, ImVec2 size, ImVec2 padding,
                      ImGuiWindowFlags flags) {
  ImGui::GetCurrentWindow()->DC.CursorPos = corner;
  ImGui::PushStyleColor(ImGuiCol_ChildBg, palette().surface.packed());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  ImGui::BeginChild("###navigation", size,
                    ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened, flags);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  context().semantics.describe_window({.role = Role::Navigation, .name = texts.menu});
}

// Of the group that begins here: its name, or a line where there is no room for words.
void draw_group(std::string_view name, bool shows_text) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVec2 low = window->DC.CursorPos;
  const float height = px(shows_text ? kGroupHeight : kSpace4);
  const ImRect place(low, {low.x + available_width(), low.y + height});
  ImGui::ItemSize(place.GetSize());
  if (!ImGui::ItemAdd(place, 0)) return;
  if (!shows_text) {
    const float middle = std::floor(place.GetCenter().y);
    window->DrawList->AddRectFilled({place.Min.x, middle},
                                    {place.Max.x, middle + std::max(1.0F, px(kBorder))},
                                    palette().border.packed());
    return;
  }
  context().semantics.add(place, {.role = Role::Heading, .name = name, .level = 2}, name);
  const TextStyle style{.size = TextSize::Small, .ink = Ink::Faint, .face = Face::Semibold};
  const float top = place.Max.y - text_pixels(style.size) - px(kSpace1);
  draw_text_in(*window->DrawList, {place.Min.x + px(kSpace3), top}, {place.Max.x, place.Max.y - px(kSpace1)},
               name, style, ink_colour(style.ink));
}

// Rows as high as there is room for; beyond that the rail scrolls.
float row_height(std::span<const Destination> destinations, bool shows_text, float room) {
  std::size_t groups = 0;
  for (std::size_t at = 1; at < destinations.size(); ++at) {
    if (destinations[at].group != destinations[at - 1].group) ++groups;
  }
  const float headings = static_cast<float>(groups) * px(shows_text ? kGroupHeight : kSpace4);
  const float each = (room - headings) / static_cast<float>(destinations.size()) - px(kRowGap);
  return std::clamp(std::floor(each), px(kRowLeast), px(kRowMost));
}

void draw_rail(const ShellTexts& texts, std::span<const Destination> destinations, float width,
               std::size_t& selected) {
  const float height = ImGui::GetIO().DisplaySize.y;
  const RailLayout layout{.shows_text = !is_narrow_width(), .is_bar = false};
  begin_navigation(texts, {0, 0}, {width, height}, px(kSpace3, kSpace4), ImGuiWindowFlags_NoScrollbar);
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  window->DrawList->AddRectFilled({width - std::max(1.0F, px(kBorder)), 0}, {width, height},
                                  palette().border.packed());
  const float mark = px(30);
  const float top = px(kSpace5) - window->Scroll.y;
  const float left = layout.shows_text ? px(kSpace3 + kSpace2) + mark / 2 : width / 2;
  draw_mark(*window->DrawList, {left, top + mark / 2}, mark);
  if (layout.shows_text) {
    const TextStyle style{.size = TextSize::Title, .face = Face::Semibold};
    draw_text_in(*window->DrawList, {left + mark / 2 + px(kSpace2) + px(2), top}, {width, top + mark},
                 texts.product, style, palette().text.packed());
  }
  const float head = px(kSpace5) + mark + px(kSpace4);
  window->DC.CursorPos.y = head - window->Scroll.y;
  const ImVec2 size(available_width(),
                    row_height(destinations, layout.shows_text, height - head - px(kSpace4)));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, px(0, kRowGap));
  const std::size_t current = selected;
  for (std::size_t at = 0; at < destinations.size(); ++at) {
    const Destination& destination = destinations[at];
    if (at > 0 && destination.group != destinations[at - 1].group)
      draw_group(destination.group, layout.shows_text);
    if (draw_destination(destination, at == current, size, layout).is_pressed) selected = at;
  }
  ImGui::PopStyleVar();
  ImGui::EndChild();
}

// The destinations that are not on the bar, by group.
void draw_more(const ShellTexts& texts, std::span<const Destination> destinations, std::size_t& selected) {
  const Dialog dialog(texts.more, kMoreWidth);
  if (!dialog.is_open()) return;
  const RailLayout layout{.shows_text = true, .is_bar = false};
  std::string_view group;
  const std::size_t current = selected;
  for (std::size_t at = 0; at < destinations.size(); ++at) {
    if (destinations[at].is_on_bar) continue;
    if (destinations[at].group != group) draw_group(destinations[at].group, true);
    group = destinations[at].group;
    const ImVec2 size(available_width(), px(kRowMost));
    if (!draw_destination(destinations[at], at == current, size, layout).is_pressed) continue;
    selected = at;
    dialog.close();
  }
}

void draw_bar(const ShellTexts& texts, std::span<const Destination> destinations, float height,
              std::size_t& selected) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const auto on_bar = std::ranges::count_if(destinations, &Destination::is_on_bar);
  const bool has_more = on_bar < std::ssize(destinations);
  begin_navigation(texts, {0, display.y - height}, {display.x, height}, {0, 0}, kStill);
  ImGui::GetWindowDrawList()->AddRectFilled({0, display.y - height},
                                            {display.x, display.y - height + std::max(1.0F, px(kBorder))},
                                            palette().border.packed());
  const RailLayout layout{.shows_text = true, .is_bar = true};
  const ImVec2 size(std::floor(display.x / static_cast<float>(on_bar + (has_more ? 1 : 0))), height);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  const std::size_t current = selected;
  bool opens_more = false;
  for (std::size_t at = 0; at < destinations.size(); ++at) {
    if (!destinations[at].is_on_bar) continue;
    if (draw_destination(destinations[at], at == current, size, layout).is_pressed) selected = at;
    ImGui::SameLine(0, 0);
  }
  if (has_more) {
    const Destination more{.label = texts.more, .icon = Icon::Menu};
    const RailLayout menu{.shows_text = true, .is_bar = true, .opens_menu = true};
    opens_more = draw_destination(more, !destinations[current].is_on_bar, size, menu).is_pressed;
  }
  ImGui::PopStyleVar();
  ImGui::EndChild();
  if (opens_more) open_dialog(stable_part(texts.more));
  draw_more(texts, destinations, selected);
}

}  // namespace

Shell::Shell(const ShellTexts& texts, std::span<const Destination> destinations, std::size_t& selected) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(display);
  ImGui::Begin("###page", nullptr, kPage);
  const bool is_phone = is_phone_width();
  const bool has_rail = !is_phone && !destinations.empty();
  const float rail = has_rail ? px(is_narrow_width() ? kRailNarrow : kRailWidth) : 0;
  const float bar = is_phone && !destinations.empty() ? px(kBarHeight) : 0;
  const std::size_t before = selected;
  if (has_rail) draw_rail(texts, destinations, rail, selected);
  if (bar > 0) draw_bar(texts, destinations, bar, selected);
  is_changed_ = selected != before;
  if (is_changed_) context().wants_frame = true;

  ImGui::GetCurrentWindow()->DC.CursorPos = ImVec2(rail, 0);
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
  content_ = content->ID;
  content->ContentRegionRect.Max.x += content->ScrollbarSizes.x;
  content->WorkRect.Max.x += content->ScrollbarSizes.x;
  context().semantics.describe_window(
      {.role = Role::Main,
       .name = destinations.empty() ? texts.product : visible_part(destinations[selected].label)});
}

void Shell::focus_content() const {
  ImGui::SetNavCursorVisible(false);  // no control of it has the focus
  context().semantics.move_focus(content_);
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
