#include "chart/svg_painter.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "base/utf8.hpp"

namespace attune::chart {
namespace {

// At most two decimals, no trailing zeros, never "-0".
std::string number(double value) {
  if (!std::isfinite(value)) return "0";
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  std::string digits = text.data();
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return digits == "-0" ? "0" : digits;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string{name} + "=\"" + std::string{value} + "\"";
}

std::string attribute(std::string_view name, double value) { return attribute(name, number(value)); }

std::string point_text(Point point) { return number(point.x) + "," + number(point.y); }

const char* anchor_of(Align align) noexcept {
  switch (align) {
    case Align::Start:
      return "start";
    case Align::Middle:
      return "middle";
    case Align::End:
      break;
  }
  return "end";
}

class SvgWriter {
 public:
  explicit SvgWriter(const Palette& palette) noexcept : palette_{palette} {}
  [[nodiscard]] std::string& text() noexcept { return text_; }

  void operator()(const PathMark& mark) {
    if (mark.points.empty()) return;
    text_ += "<polyline" + attribute("points", joined(mark.points)) + " fill=\"none\"" +
             paint("stroke", mark.stroke) + attribute("stroke-width", mark.width) +
             " stroke-linejoin=\"round\" stroke-linecap=\"round\"" + dash(mark.dash, mark.width) + "/>\n";
  }

  void operator()(const AreaMark& mark) {
    if (mark.x.empty()) return;
    std::vector<Point> outline;
    outline.reserve(mark.x.size() * 2);
    for (std::size_t i = 0; i < mark.x.size(); ++i) outline.push_back({mark.x[i], mark.high[i]});
    for (std::size_t i = mark.x.size(); i-- > 0;) outline.push_back({mark.x[i], mark.low[i]});
    text_ += "<polygon" + attribute("points", joined(outline)) + paint("fill", mark.fill) + "/>\n";
  }

  void operator()(const RectMark& mark) {
    text_ += "<rect" + attribute("x", mark.box.x) + attribute("y", mark.box.y) +
             attribute("width", mark.box.width) + attribute("height", mark.box.height) +
             (mark.radius > 0 ? attribute("rx", mark.radius) : "") + paint("fill", mark.fill) +
             (mark.stroke ? paint("stroke", *mark.stroke) : "") + "/>\n";
  }

  void operator()(const PointMark& mark) {
    const std::string inks = paint("fill", mark.fill) +
                             (mark.outline ? paint("stroke", *mark.outline) + " stroke-width=\"1.5\"" : "") +
                             "/>\n";
    const double r = mark.radius;
    const auto [x, y] = mark.at;
    switch (mark.shape) {
      case Shape::Circle:
        text_ += "<circle" + attribute("cx", x) + attribute("cy", y) + attribute("r", r) + inks;
        return;
      case Shape::Square:
        text_ += "<rect" + attribute("x", x - r) + attribute("y", y - r) + attribute("width", 2 * r) +
                 attribute("height", 2 * r) + attribute("rx", r / 4) + inks;
        return;
      case Shape::Triangle:
        text_ += "<polygon" +
                 attribute("points", joined({{x, y - r * 1.1}, {x + r, y + r * 0.8}, {x - r, y + r * 0.8}})) +
                 inks;
        return;
      case Shape::Diamond:
        text_ += "<polygon" +
                 attribute("points",
                           joined({{x, y - r * 1.2}, {x + r * 1.2, y}, {x, y + r * 1.2}, {x - r * 1.2, y}})) +
                 inks;
        return;
    }
  }

  void operator()(const TextMark& mark) {
    const Colour colour = colour_of(mark, palette_);
    // Lower-case letters look centred when the baseline lies 0.35 em below the middle.
    text_ += "<text" + attribute("x", mark.at.x) + attribute("y", mark.at.y + 0.35 * mark.style.size) +
             attribute("font-size", mark.style.size) + (mark.style.bold ? " font-weight=\"600\"" : "") +
             (mark.align == Align::Start ? "" : attribute("text-anchor", anchor_of(mark.align))) +
             (mark.has_halo ? " paint-order=\"stroke\" stroke-width=\"3\" stroke-linejoin=\"round\"" +
                                  paint("stroke", {Role::Surface})
                            : "") +
             attribute("fill", hex_from_colour(colour)) + ">" + xml_escaped(mark.text) + "</text>\n";
  }

  void operator()(const RuleMark& mark) {
    text_ += "<line" + attribute("x1", mark.from.x) + attribute("y1", mark.from.y) +
             attribute("x2", mark.to.x) + attribute("y2", mark.to.y) + paint("stroke", mark.stroke) +
             attribute("stroke-width", mark.width) + dash(mark.dash, mark.width) + "/>\n";
  }

 private:
  static std::string joined(const std::vector<Point>& points) {
    std::string text;
    for (const Point& point : points) text += (text.empty() ? "" : " ") + point_text(point);
    return text;
  }

  static std::string dash(Dash dash, double width) {
    if (dash == Dash::Solid) return "";
    const double on = dash == Dash::Dashed ? 4 : 1;
    return attribute("stroke-dasharray",
                     number(on * std::max(1.0, width)) + " " + number(3 * std::max(1.0, width)));
  }

  [[nodiscard]] std::string paint(std::string_view property, const Ink& ink) const {
    const Colour colour = colour_of(ink, palette_);
    std::string text = attribute(property, hex_from_colour(colour));
    if (colour.opacity < 1) text += attribute(std::string{property} + "-opacity", colour.opacity);
    return text;
  }

  const Palette& palette_;
  std::string text_;
};

// Neither control characters (but tab and line feed) nor U+FFFE and U+FFFF may stand in XML 1.0.
bool is_allowed(char32_t code) noexcept {
  return (code >= 0x20 || code == '\n' || code == '\t') && code != 0xFFFE && code != 0xFFFF;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint code = utf8::read_at(text, at);
    at += code.size_bytes;
    switch (code.value) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        utf8::append(escaped, is_allowed(code.value) ? code.value : U' ');
    }
  }
  return escaped;
}

std::string svg_from_chart(const Chart& chart, const SvgOptions& options) {
  const Palette& palette = palette_of(options.theme);
  SvgWriter writer{palette};
  const std::string prefix = xml_escaped(options.id_prefix);
  const double margin = options.margin;
  const Rect all{-margin, -margin, chart.size.width + 2 * margin, chart.size.height + 2 * margin};
  const std::string width = number(all.width);
  const std::string height = number(all.height);
  const std::string corner = number(all.x) + " " + number(all.y) + " ";
  writer.text() =
      "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("viewBox", corner + width + " " + height) +
      attribute("width", width) + attribute("height", height) +
      attribute("font-family", xml_escaped(options.font_family)) + " role=\"img\"" +
      attribute("aria-labelledby", prefix + "-title " + prefix + "-text") + ">\n<title" +
      attribute("id", prefix + "-title") + ">" + xml_escaped(chart.description.title) + "</title>\n<desc" +
      attribute("id", prefix + "-text") + ">" + xml_escaped(chart.description.summary) + "</desc>\n";
  if (options.has_background) {
    writer(RectMark{all, {Role::Surface}});
  }
  for (const Mark& mark : chart.marks) std::visit(writer, mark);
  writer.text() += "</svg>\n";
  return std::move(writer.text());
}

}  // namespace attune::chart
