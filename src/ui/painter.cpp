#include "ui/painter.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "chart/interaction.hpp"
#include "chart/svg_painter.hpp"
#include "chart/words.hpp"
#include "ui/context.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

chart::Colour chart_colour(Colour colour) {
  return {colour.red, colour.green, colour.blue, colour.alpha / 255.0};
}

ImU32 packed(chart::Colour colour) {
  return IM_COL32(colour.red, colour.green, colour.blue, static_cast<int>(std::lround(colour.opacity * 255)));
}

Face face_of(chart::TextStyle style) { return style.bold ? Face::Semibold : Face::Regular; }

class Painter {
 public:
  Painter(ImDrawList& list, ImVec2 origin) : list_{list}, origin_{origin}, palette_{chart_palette()} {}

  void operator()(const chart::PathMark& mark) const {
    if (mark.points.size() < 2) return;
    if (mark.dash != chart::Dash::Solid) {
      paint_dashes(mark.points, mark.stroke, mark.width, mark.dash);
      return;
    }
    ImVector<ImVec2> points;
    points.reserve(static_cast<int>(mark.points.size()));
    for (const chart::Point& point : mark.points) points.push_back(at(point));
    list_.AddPolyline(points.Data, points.Size, colour(mark.stroke), ImDrawFlags_None, length(mark.width));
  }

  // One strip of triangles; the shape need not be convex.
  void operator()(const chart::AreaMark& mark) const {
    if (mark.x.size() < 2) return;
    const ImU32 fill = colour(mark.fill);
    const ImVec2 white = list_._Data->TexUvWhitePixel;
    const auto columns = static_cast<int>(mark.x.size());
    list_.PrimReserve((columns - 1) * 6, columns * 2);
    const auto first = static_cast<ImDrawIdx>(list_._VtxCurrentIdx);
    for (std::size_t i = 0; i < mark.x.size(); ++i) {
      list_.PrimWriteVtx(at({mark.x[i], mark.low[i]}), white, fill);
      list_.PrimWriteVtx(at({mark.x[i], mark.high[i]}), white, fill);
    }
    for (int i = 0; i + 1 < columns; ++i) {
      const auto corner = static_cast<ImDrawIdx>(first + static_cast<ImDrawIdx>(i) * 2);
      for (const int offset : {0, 1, 2, 2, 1, 3}) list_.PrimWriteIdx(static_cast<ImDrawIdx>(corner + offset));
    }
  }

  void operator()(const chart::RectMark& mark) const {
    const ImVec2 low = at({mark.box.x, mark.box.y});
    const ImVec2 high = at({mark.box.right(), mark.box.bottom()});
    const float radius = std::min(length(mark.radius), std::min(high.x - low.x, high.y - low.y) / 2);
    list_.AddRectFilled(low, high, colour(mark.fill), radius);
    if (mark.stroke) list_.AddRect(low, high, colour(*mark.stroke), radius, ImDrawFlags_None, length(1));
  }

  void operator()(const chart::PointMark& mark) const {
    const ImVec2 middle = at(mark.at);
    const float r = length(mark.radius);
    if (mark.outline) list_.AddCircleFilled(middle, r + length(1.5), colour(*mark.outline));
    const ImU32 fill = colour(mark.fill);
    switch (mark.shape) {
      case chart::Shape::Circle:
        list_.AddCircleFilled(middle, r, fill);
        return;
      case chart::Shape::Square:
        list_.AddRectFilled(middle - ImVec2(r, r), middle + ImVec2(r, r), fill, r / 4);
        return;
      case chart::Shape::Triangle:
        list_.AddTriangleFilled(middle - ImVec2(0, r * 1.1F), middle + ImVec2(r, r * 0.8F),
                                middle + ImVec2(-r, r * 0.8F), fill);
        return;
      case chart::Shape::Diamond:
        list_.AddQuadFilled(middle - ImVec2(0, r * 1.2F), middle + ImVec2(r * 1.2F, 0),
                            middle + ImVec2(0, r * 1.2F), middle - ImVec2(r * 1.2F, 0), fill);
        return;
    }
  }

  void operator()(const chart::TextMark& mark) const {
    const float pixels = length(mark.style.size);
    const float width = letters_width(mark.text, face_of(mark.style), pixels);
    ImVec2 place = at(mark.at);
    place.x -= mark.align == chart::Align::Start ? 0 : mark.align == chart::Align::Middle ? width / 2 : width;
    place = ImVec2(std::round(place.x), std::round(place.y - pixels / 2));
    if (mark.has_halo) paint_halo(place, width, pixels);
    const ImU32 ink = packed(chart::colour_of(mark, palette_));
    draw_letters(list_, place, mark.text, face_of(mark.style), pixels, ink);
  }

  // Rules along an axis lie on whole device pixels, so that hairlines are crisp.
  void operator()(const chart::RuleMark& mark) const {
    if (mark.dash != chart::Dash::Solid) {
      paint_dashes(std::array{mark.from, mark.to}, mark.stroke, mark.width, mark.dash);
      return;
    }
    const ImVec2 from = at(mark.from);
    const ImVec2 to = at(mark.to);
    const float width = std::max(1.0F, std::round(length(mark.width)));
    if (from.x == to.x || from.y == to.y) {
      const ImVec2 half = from.x == to.x ? ImVec2(width / 2, 0) : ImVec2(0, width / 2);
      const ImVec2 low(std::round(std::min(from.x, to.x) - half.x),
                       std::round(std::min(from.y, to.y) - half.y));
      const ImVec2 size(from.x == to.x ? width : std::abs(to.x - from.x),
                        from.x == to.x ? std::abs(to.y - from.y) : width);
      list_.AddRectFilled(low, low + size, colour(mark.stroke));
      return;
    }
    list_.AddLine(from, to, colour(mark.stroke), width);
  }

 private:
  [[nodiscard]] static float length(double css) { return static_cast<float>(css) * context().scale; }
  [[nodiscard]] ImVec2 at(chart::Point point) const {
    return origin_ + ImVec2(length(point.x), length(point.y));
  }
  [[nodiscard]] ImU32 colour(const chart::Ink& ink) const { return packed(chart::colour_of(ink, palette_)); }

  // A soft plate instead of an outline: cheap, and as readable.
  void paint_halo(ImVec2 place, float width, float pixels) const {
    const ImVec2 margin(length(2), 0);
    list_.AddRectFilled(place - margin, place + ImVec2(width, pixels) + margin,
                        colour({chart::Role::Surface, 0, 0.8}), length(3));
  }

  void paint_dashes(std::span<const chart::Point> points, const chart::Ink& ink, double width,
                    chart::Dash dash) const {
    const double on = dash == chart::Dash::Dashed ? 4 : 1.5;
    constexpr double kOff = 3;
    double walked = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
      const chart::Point from = points[i - 1];
      const chart::Point to = points[i];
      const double segment = std::hypot(to.x - from.x, to.y - from.y);
      for (double along = 0; along < segment;) {
        const double phase = std::fmod(walked + along, on + kOff);
        const double until = std::min(segment, along + (phase < on ? on - phase : on + kOff - phase) + 1e-6);
        const auto point = [&](double distance) {
          return at(
              {std::lerp(from.x, to.x, distance / segment), std::lerp(from.y, to.y, distance / segment)});
        };
        if (phase < on) list_.AddLine(point(along), point(until), colour(ink), length(width));
        along = until;
      }
      walked += segment;
    }
  }

  ImDrawList& list_;
  ImVec2 origin_;
  chart::Palette palette_;
};

// The numbers behind the picture, for those who read it instead. Bounded: the mirror stays cheap.
void mirror_table(const chart::Chart& chart, const Figure& place) {
  constexpr std::size_t kMostCells = 300;
  const chart::DataTable& table = chart.description.table;
  if (table.columns.empty()) return;
  Semantics& semantics = context().semantics;
  const ImRect box(place.low, place.high);
  semantics.push({.role = Role::PlainTable,
                  .name = chart.description.title,
                  .set_size = static_cast<std::int32_t>(table.rows.size() + 1)},
                 "table");
  const auto add_row = [&](const std::vector<std::string>& cells, Role role, std::size_t number) {
    semantics.push({.role = Role::Row, .level = static_cast<std::int32_t>(number)});
    for (std::size_t column = 0; column < cells.size(); ++column) {
      semantics.add(box,
                    {.role = role, .name = cells[column], .level = static_cast<std::int32_t>(column + 1)});
    }
    semantics.pop();
  };
  add_row(table.columns, Role::ColumnHeader, 1);
  const std::size_t rows = std::min(table.rows.size(), kMostCells / table.columns.size());
  for (std::size_t row = 0; row < rows; ++row) add_row(table.rows[row], Role::PlainCell, row + 2);
  semantics.pop();
}

void paint_tooltip(const Figure& place, const chart::HitRegion& hit) {
  const CanvasTextMeasure measure;
  const float padding = px(kSpace3);
  const float line = px(20);
  float width = 0;
  for (const std::string& text : hit.lines) {
    width = std::max(width, static_cast<float>(measure.width(text, chart::kStrongText)) * context().scale);
  }
  const ImVec2 size(width + 2 * padding, line * static_cast<float>(hit.lines.size()) + 2 * px(kSpace2));
  const ImVec2 anchor =
      place.low +
      ImVec2(static_cast<float>(hit.anchor.x), static_cast<float>(hit.anchor.y)) * context().scale;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImVec2 corner(anchor.x + px(kSpace3), anchor.y - size.y - px(kSpace2));
  if (corner.x + size.x > screen.x - px(kSpace1)) corner.x = anchor.x - size.x - px(kSpace3);
  corner.x = std::clamp(corner.x, 0.0F, std::max(0.0F, screen.x - size.x));
  if (corner.y < px(kSpace1)) corner.y = anchor.y + px(kSpace3);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled(corner, corner + size, palette().text.packed(), px(kRadiusControl));
  // The tooltip is inverse: the text in the surface's colour.
  const chart::TextMark head{{}, {}, chart::Align::Start, chart::kStrongText, {chart::Role::Surface}};
  for (std::size_t i = 0; i < hit.lines.size(); ++i) {
    chart::TextMark text = head;
    text.text = hit.lines[i];
    text.style.bold = i == 0;
    Painter{list, corner + ImVec2(padding, px(kSpace2) + line * (static_cast<float>(i) + 0.5F))}(text);
  }
}

// What a chart can be taken along as, in the order of the menu.
enum class TakeAlong : std::uint8_t { CopyPicture, SavePicture, SaveDrawing, CopyNumbers, SaveNumbers };

// Laid out anew with its title and note, on paper: it stands alone where it is pasted.
PictureClip picture_of(const chart::Chart& shown, PictureClip::Way way, const ChartPlace::LayOut& lay_out,
                       const chart::Surface& surface) {
  constexpr double kTitleRoom = 34;
  constexpr double kMargin = 16;
  chart::Surface alone = surface;
  alone.shows_title = true;
  alone.is_right_to_left = context().is_right_to_left;  // as it stands on the reflected stage
  alone.size.height += kTitleRoom;
  const chart::Chart chart = lay_out(alone);
  const chart::SvgOptions options{.has_background = true, .margin = kMargin, .font_family = kSansFamily};
  return {way,
          file_name_from(shown.description.title),
          chart::svg_from_chart(chart, options),
          {chart.size.width + 2 * kMargin, chart.size.height + 2 * kMargin}};
}

struct ChartMenu {
  explicit ChartMenu(std::string_view chart_label)
      : label{chart::filled(context().words.copy_or_save, {visible_part(chart_label)})} {
    label.append("###").append(chart_label).append("/menu");
  }
  [[nodiscard]] static std::array<MenuEntry, 5> entries() {
    const Words& words = context().words;
    return {{{words.copy_picture, Icon::Copy},
             {words.save_picture, Icon::Picture},
             {words.save_drawing, Icon::Picture},
             {words.copy_numbers, Icon::Table},
             {words.save_numbers, Icon::Download}}};
  }
  std::string label;
};

Clipping clipping_of(const chart::Chart& shown, TakeAlong chosen, const ChartPlace::LayOut& lay_out,
                     const chart::Surface& surface) {
  using enum TakeAlong;
  if (chosen == CopyNumbers) return TableClip{shown.description.table};
  if (chosen == SaveNumbers) {
    const char delimiter = surface.locale.language == chart::Language::English ? ',' : ';';
    return NumbersClip{file_name_from(shown.description.title), shown.description.table, delimiter};
  }
  const auto way = chosen == CopyPicture   ? PictureClip::Way::Copy
                   : chosen == SavePicture ? PictureClip::Way::SavePicture
                                           : PictureClip::Way::SaveDrawing;
  return picture_of(shown, way, lay_out, surface);
}

}  // namespace

chart::Palette chart_palette() {
  const Palette& theme = palette();
  chart::Palette colours{
      .surface = chart_colour(theme.surface),
      .grid = chart_colour(theme.border),
      .axis = chart_colour(theme.border_strong),
      .text = chart_colour(theme.text),
      .muted_text = chart_colour(theme.text_faint),
      .accent = chart_colour(theme.accent),
      .muted = chart::mixed(chart_colour(theme.border), chart_colour(theme.border_strong), 0.5),
      .series = {},
      .negative = chart_colour(theme.negative.mark),
      .neutral = chart_colour(theme.neutral.mark),
      .positive = chart_colour(theme.positive.mark),
      .sequential = {chart_colour(theme.sequence.front()), chart_colour(theme.sequence[3]),
                     chart_colour(theme.sequence.back())},
      .diverging_middle = chart_colour(theme.diverging[3])};
  std::transform(theme.categories.begin(), theme.categories.end(), colours.series.begin(), chart_colour);
  return colours;
}

double CanvasTextMeasure::width(std::string_view utf8, chart::TextStyle style) const {
  const float scale = context().scale;
  return letters_width(utf8, face_of(style), static_cast<float>(style.size) * scale) / scale;
}

void paint(ImDrawList& list, ImVec2 origin, std::span<const chart::Mark> marks) {
  const Painter painter{list, ImVec2(std::round(origin.x), std::round(origin.y))};
  for (const chart::Mark& mark : marks) std::visit(painter, mark);
}

void paint(ImDrawList& list, ImVec2 origin, const chart::Chart& chart) { paint(list, origin, chart.marks); }

ChartResponse ChartPlace::draw(std::string_view label, float height_css, std::uint64_t revision,
                               const LayOut& lay_out, chart::Locale locale) {
  Context& ui = context();
  const chart::Size size{available_width_css(), height_css};
  const CanvasTextMeasure measure;
  const chart::Surface surface{size, measure, locale};
  const bool is_current = chart_ && chart_->size == size && revision == revision_ && scale_ == ui.scale &&
                          language_ == locale.language;
  if (!is_current) {
    chart_ = lay_out(surface);
    chart_->size = size;
    revision_ = revision;
    scale_ = ui.scale;
    language_ = locale.language;
  }
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ChartMenu chart_menu(label);
  CornerMenu menu(chart_menu.label, ImRect(low, low + ImVec2(available_width(), px(height_css))));
  const Figure place = figure(label, chart_->description.summary, height_css);
  if (!place.is_visible) return {};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  paint(list, place.low, *chart_);
  mirror_table(*chart_, place);
  if (const auto chosen = menu.draw(ChartMenu::entries()))
    ui.clippings.push_back(clipping_of(*chart_, static_cast<TakeAlong>(*chosen), lay_out, surface));
  ChartResponse response{.chart = &*chart_, .low = place.low, .is_hovered = place.is_hovered};
  if (!place.is_hovered) return response;
  const ImVec2 mouse = (ImGui::GetIO().MousePos - place.low) / ui.scale;
  const chart::HitRegion* hit = chart::hit_at(*chart_, {mouse.x, mouse.y});
  if (hit == nullptr) return response;
  paint(list, place.low, chart::highlight_of(*chart_, *hit));
  paint_tooltip(place, *hit);
  response.hovered = hit;
  response.is_pressed = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  const ImGuiIO& io = ImGui::GetIO();
  const bool is_drag = io.MouseDragMaxDistanceSqr[0] > io.MouseDragThreshold * io.MouseDragThreshold;
  response.is_released = ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !is_drag;
  return response;
}

}  // namespace attune::ui
