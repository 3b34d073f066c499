#include "chart/marks_text.hpp"

#include <array>
#include <cstdio>

namespace attune::chart {
namespace {

std::string number(double value) {
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  const std::string digits = text.data();
  return digits == "-0.0" ? "0.0" : digits;
}

std::string at(Point point) { return number(point.x) + "," + number(point.y); }

std::string box(const Rect& rect) {
  return at({rect.x, rect.y}) + " " + number(rect.width) + "x" + number(rect.height);
}

std::string ink_text(const Ink& ink) {
  static constexpr std::array<const char*, 13> kNames{
      "surface", "grid",     "axis",    "text",     "muted-text", "accent",   "muted",
      "series",  "positive", "neutral", "negative", "sequential", "diverging"};
  std::string text = kNames[static_cast<std::size_t>(ink.role)];
  if (ink.role == Role::Series) text += std::to_string(static_cast<int>(ink.value));
  if (ink.role == Role::Sequential || ink.role == Role::Diverging)
    text += " " + number(ink.value * 100) + "%";
  if (ink.opacity < 1) text += " opacity " + number(ink.opacity * 100) + "%";
  return text;
}

std::string dash_text(Dash dash) {
  return dash == Dash::Solid ? "" : dash == Dash::Dashed ? " dashed" : " dotted";
}

struct Lines {
  std::string text;

  void operator()(const PathMark& mark) {
    text += "path " + ink_text(mark.stroke) + " width " + number(mark.width) + dash_text(mark.dash) + ":";
    for (const Point& point : mark.points) text += " " + at(point);
    text += "\n";
  }
  void operator()(const AreaMark& mark) {
    text += "area " + ink_text(mark.fill) + ":";
    for (std::size_t i = 0; i < mark.x.size(); ++i)
      text += " " + at({mark.x[i], mark.low[i]}) + ".." + number(mark.high[i]);
    text += "\n";
  }
  void operator()(const RectMark& mark) {
    text += "rect " + box(mark.box) + " " + ink_text(mark.fill) +
            (mark.stroke ? " edge " + ink_text(*mark.stroke) : "") + "\n";
  }
  void operator()(const PointMark& mark) {
    static constexpr std::array<const char*, 4> kShapes{"circle", "square", "triangle", "diamond"};
    text += std::string{kShapes[static_cast<std::size_t>(mark.shape)]} + " " + at(mark.at) + " radius " +
            number(mark.radius) + " " + ink_text(mark.fill) + "\n";
  }
  void operator()(const TextMark& mark) {
    static constexpr std::array<const char*, 3> kAligns{"start", "middle", "end"};
    text += std::string{"text "} + kAligns[static_cast<std::size_t>(mark.align)] + " " + at(mark.at) +
            " size " + number(mark.style.size) + (mark.style.bold ? " bold " : " ") +
            (mark.backdrop ? "on " + ink_text(*mark.backdrop) : ink_text(mark.ink)) +
            (mark.has_halo ? " halo \"" : " \"") + mark.text + "\"\n";
  }
  void operator()(const RuleMark& mark) {
    text += "rule " + at(mark.from) + " " + at(mark.to) + " " + ink_text(mark.stroke) + " width " +
            number(mark.width) + dash_text(mark.dash) + "\n";
  }
};

std::string joined(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) text += (text.empty() ? "" : " | ") + cell;
  return text;
}

}  // namespace

std::string text_from_chart(const Chart& chart) {
  Lines lines;
  lines.text = "size " + number(chart.size.width) + "x" + number(chart.size.height) + "\nplot " +
               box(chart.plot) + "\n";
  for (const Mark& mark : chart.marks) std::visit(lines, mark);
  static constexpr std::array<const char*, 3> kReaches{"box", "near", "column"};
  for (const HitRegion& hit : chart.hits) {
    lines.text += "hit " + std::to_string(hit.series) + ":" + std::to_string(hit.index) + " " +
                  kReaches[static_cast<std::size_t>(hit.reach)] + " " + box(hit.box) + " at " +
                  at(hit.anchor) + " \"" + joined(hit.lines) + "\"\n";
  }
  lines.text += "title " + chart.description.title + "\nsummary " + chart.description.summary + "\n";
  lines.text += "table " + joined(chart.description.table.columns) + "\n";
  for (const auto& row : chart.description.table.rows) lines.text += "row " + joined(row) + "\n";
  return std::move(lines.text);
}

}  // namespace attune::chart
