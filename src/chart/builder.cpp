#include "chart/builder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "chart/words.hpp"

namespace attune::chart {
namespace {

constexpr double kLegendKey = 10;
constexpr double kBareMargin = 5;     // around a plot without labels: half a dot
constexpr double kPixelsPerRow = 44;  // between horizontal grid lines

std::size_t row_ticks(double height) noexcept {
  return static_cast<std::size_t>(std::clamp(height / kPixelsPerRow, 2.0, 8.0));
}

double least_step(const ValueFormat& format) noexcept { return format.unit == Unit::Count ? 1 : 0; }

Interval widened(const AxisSpec& spec, std::size_t most) {
  const Scale usable{spec.kind, spec.domain, {0, 1}};
  if (!spec.is_widened || spec.kind != Scale::Kind::Linear) return usable.domain();
  return nice_domain(usable.domain(), most, least_step(spec.format));
}

}  // namespace

ChartBuilder::ChartBuilder(const Surface& surface, const Caption& caption)
    : surface_{surface}, area_{0, 0, std::max(0.0, surface.size.width), std::max(0.0, surface.size.height)} {
  chart_.size = {area_.width, area_.height};
  chart_.description.title = caption.title;
  if (!surface.shows_title) return;
  for (std::string& line : wrap_text(measure(), caption.title, area_.width, kTitleText, 2)) {
    if (area_.height < 4 * line_height(kTitleText)) break;
    text(std::move(line), {area_.x, area_.y + line_height(kTitleText) / 2}, Align::Start, kTitleText);
    area_.y += line_height(kTitleText);
    area_.height -= line_height(kTitleText);
  }
  const double gap = area_.y > 0 ? kGap : 0;
  area_.y += gap;
  area_.height -= gap;
  const std::vector<std::string> note = wrap_text(measure(), caption.note, area_.width, kSmallText, 3);
  const double note_height = real(note.size()) * line_height(kSmallText);
  if (note.empty() || area_.height < note_height + 60) return;
  area_.height -= note_height + kGap;
  double y = area_.bottom() + kGap + line_height(kSmallText) / 2;
  for (const std::string& line : note) {
    text(line, {area_.x, y}, Align::Start, kSmallText, {Role::MutedText});
    y += line_height(kSmallText);
  }
}

double ChartBuilder::width_of(std::string_view text, TextStyle style) const {
  return measure().width(text, style);
}

void ChartBuilder::add(Mark mark) { chart_.marks.push_back(std::move(mark)); }

void ChartBuilder::text(std::string text, Point at, Align align, TextStyle style, Ink ink) {
  TextMark mark{std::move(text), at, align, style, ink};
  text_boxes_.push_back(box_of(mark, measure()));
  add(std::move(mark));
}

bool ChartBuilder::is_free(const Rect& box) const noexcept {
  const bool is_inside =
      box.x >= 0 && box.y >= 0 && box.right() <= chart_.size.width && box.bottom() <= chart_.size.height;
  return is_inside && std::none_of(text_boxes_.begin(), text_boxes_.end(),
                                   [&](const Rect& other) { return other.intersects(box); });
}

bool ChartBuilder::text_where_free(const TextMark& mark, std::span<const Point> places) {
  TextMark candidate = mark;
  for (const Point& place : places) {
    candidate.at = place;
    const Rect box = box_of(candidate, measure());
    if (!is_free(box)) continue;
    text_boxes_.push_back(box);
    add(std::move(candidate));
    return true;
  }
  return false;
}

void ChartBuilder::add_legend(std::span<const LegendEntry> entries) {
  constexpr std::size_t kMostLines = 3;
  const double line = line_height(kLabelText) + 3;
  double x = area_.x;
  std::size_t lines = 0;
  for (const LegendEntry& entry : entries) {
    const std::string label = fit_text(measure(), entry.label, area_.width - kLegendKey - 6, kLabelText);
    if (label.empty()) continue;
    const double width = kLegendKey + 6 + width_of(label);
    if (lines == 0 || x + width > area_.right()) {
      if (lines == kMostLines || area_.height < 3 * line) break;
      ++lines;
      x = area_.x;
      area_.y += line;
      area_.height -= line;
    }
    const Point key{x + kLegendKey / 2, area_.y - line + kHalfLine};
    if (entry.is_line) {
      add(RuleMark{{x, key.y}, {x + kLegendKey, key.y}, entry.ink, 3});
    } else {
      add(PointMark{key, kLegendKey / 2, entry.shape, entry.ink});
    }
    text(label, {x + kLegendKey + 6, key.y}, Align::Start);
    x += width + 16;
  }
  if (lines > 0) {
    area_.y += kGap / 2;
    area_.height -= kGap / 2;
  }
}

void ChartBuilder::add_y_title(const std::string& title) {
  const std::string fitted = fit_text(measure(), title, area_.width, kSmallText);
  if (fitted.empty() || area_.height < 90) return;
  text(fitted, {area_.x, area_.y + line_height(kSmallText) / 2}, Align::Start, kSmallText, {Role::MutedText});
  area_.y += line_height(kSmallText) + 4;
  area_.height -= line_height(kSmallText) + 4;
}

void ChartBuilder::add_x_title(const std::string& title, const Rect& plot) {
  const std::string fitted = fit_text(measure(), title, plot.width, kSmallText);
  if (fitted.empty()) return;
  const double y = plot.bottom() + kGap + line_height(kLabelText) + 2 + line_height(kSmallText) / 2;
  text(fitted, {plot.right(), y}, Align::End, kSmallText, {Role::MutedText});
}

std::vector<Tick> ChartBuilder::fitting_ticks(const Scale& scale, const AxisSpec& spec,
                                              const Rect& plot) const {
  constexpr double kBetween = 12;
  const auto most_wanted = static_cast<std::size_t>(std::clamp(plot.width / 60, 1.0, 14.0));
  for (std::size_t most = most_wanted; most > 0; --most) {
    std::vector<Tick> ticks = ticks_for(scale, most, spec.format, locale());
    double end = -kBetween;
    bool fits = true;
    for (const Tick& tick : ticks) {
      const double width = width_of(tick.label);
      const double left =
          std::clamp(scale.at(tick.value) - width / 2, 0.0, std::max(0.0, chart_.size.width - width));
      fits = fits && left >= end + kBetween && left + width <= chart_.size.width;
      end = left + width;
    }
    if (fits && !ticks.empty()) return ticks;
  }
  return {};
}

void ChartBuilder::add_horizontal_axis(const Rect& plot, const Scale& scale, const AxisSpec& spec,
                                       bool has_grid) {
  for (const Tick& tick : fitting_ticks(scale, spec, plot)) {
    const double x = scale.at(tick.value);
    if (has_grid) {
      const bool is_zero = tick.value == 0 && scale.kind() != Scale::Kind::Time;
      add(RuleMark{{x, plot.y}, {x, plot.bottom()}, {is_zero ? Role::Axis : Role::Grid}});
    } else {
      add(RuleMark{{x, plot.bottom()}, {x, plot.bottom() + 4}, {Role::Axis}});
    }
    const double half = width_of(tick.label) / 2;
    const double center = std::clamp(x, half, std::max(half, chart_.size.width - half));
    text(tick.label, {center, plot.bottom() + kGap + kHalfLine}, Align::Middle, kLabelText,
         {Role::MutedText});
  }
}

ChartBuilder::Axes ChartBuilder::add_axes(const AxisSpec& x, const AxisSpec& y, double right) {
  add_y_title(y.title);
  const bool has_x_title = !x.title.empty() && area_.height >= 120;
  const double below = kGap + line_height(kLabelText) + (has_x_title ? line_height(kSmallText) + 2 : 0);
  const bool has_ticks = area_.height >= below + kHalfLine + 24;
  const double top = area_.y + (has_ticks ? kHalfLine : std::min(kBareMargin, area_.height / 3));
  const double bottom = area_.bottom() - (has_ticks ? below : std::min(kBareMargin, area_.height / 3));

  const std::size_t most = row_ticks(bottom - top);
  const Scale y_scale{y.kind, widened(y, most), {bottom, top}};
  const std::vector<Tick> y_ticks =
      has_ticks ? ticks_for(y_scale, most, y.format, locale()) : std::vector<Tick>{};
  double left = 0;
  for (const Tick& tick : y_ticks) left = std::max(left, width_of(tick.label));
  const bool has_y_labels = left > 0 && left + kGap < area_.width * 0.4;
  left = area_.x + (has_y_labels ? left + kGap : std::min(kBareMargin, area_.width / 3));
  right = std::clamp(right, 0.0, std::max(0.0, (area_.right() - left) / 2));
  const Rect plot{left, top, std::max(1.0, area_.right() - right - left), std::max(1.0, bottom - top)};

  for (const Tick& tick : y_ticks) {
    const double at = y_scale.at(tick.value);
    const bool is_zero = tick.value == 0 && y.kind == Scale::Kind::Linear;
    add(RuleMark{{plot.x, at}, {plot.right(), at}, {is_zero ? Role::Axis : Role::Grid}});
    const TextMark label{tick.label, {left - kGap, at}, Align::End, kLabelText, {Role::MutedText}};
    if (has_y_labels) text_where_free(label, std::array{label.at});
  }
  const auto x_most = static_cast<std::size_t>(std::clamp(plot.width / 60, 2.0, 14.0));
  const Scale x_scale{x.kind, widened(x, x_most), {plot.x, plot.right()}};
  if (has_ticks) add_horizontal_axis(plot, x_scale, x, false);
  if (has_ticks && has_x_title) add_x_title(x.title, plot);

  chart_.plot = plot;
  chart_.x = x_scale;
  chart_.y = y_scale;
  return {plot, x_scale, y_scale};
}

void ChartBuilder::add_empty_note() {
  const std::string note{phrase(Phrase::NothingToDraw, locale().language)};
  description().summary = note;
  chart_.plot = area_;
  const std::string fitted = fit_text(measure(), note, area_.width, kLabelText);
  if (!fitted.empty() && area_.height >= line_height(kLabelText)) {
    text(fitted, area_.center(), Align::Middle, kLabelText, {Role::MutedText});
  }
}

HitRegion& ChartBuilder::hit(HitRegion region) { return chart_.hits.emplace_back(std::move(region)); }

Chart ChartBuilder::finish() && {
  return surface_.is_right_to_left ? mirrored(std::move(chart_)) : std::move(chart_);
}

std::vector<double> spread_apart(std::vector<double> centers, double distance, Interval range) {
  const double room = range.high() - range.low();
  const auto most = static_cast<std::size_t>(std::floor(room / distance + 1e-9)) + 1;
  if (centers.size() > most) centers.resize(most);
  std::vector<std::size_t> order(centers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return centers[a] < centers[b]; });
  double floor = range.low();
  for (const std::size_t i : order) {
    centers[i] = std::max(centers[i], floor);
    floor = centers[i] + distance;
  }
  double ceiling = range.high();
  for (auto i = order.rbegin(); i != order.rend(); ++i) {
    centers[*i] = std::min(centers[*i], ceiling);
    ceiling = centers[*i] - distance;
  }
  return centers;
}

}  // namespace attune::chart
