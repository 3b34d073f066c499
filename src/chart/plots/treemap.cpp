#include "chart/plots/treemap.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

// The worst side ratio in a row of areas laid along a side of this length.
double worst_ratio(double smallest, double largest, double sum, double side) noexcept {
  const double square = side * side;
  return std::max(square * largest / (sum * sum), sum * sum / (square * smallest));
}

}  // namespace

std::vector<Rect> squarified(std::span<const double> values, Rect area) {
  const double total = std::accumulate(values.begin(), values.end(), 0.0);
  const double scale = total > 0 ? area.width * area.height / total : 0;
  std::vector<Rect> boxes;
  for (std::size_t first = 0; first < values.size();) {
    const bool is_wide = area.width >= area.height;
    const double side = is_wide ? area.height : area.width;
    double sum = 0;
    double ratio = HUGE_VAL;
    std::size_t end = first;
    for (; end < values.size(); ++end) {
      const double next_sum = sum + values[end] * scale;
      const double next_ratio = worst_ratio(values[end] * scale, values[first] * scale, next_sum, side);
      if (next_ratio > ratio) break;
      sum = next_sum;
      ratio = next_ratio;
    }
    end = std::max(end, first + 1);
    const double thickness = side > 0 ? sum / side : 0;
    double along = 0;
    for (std::size_t i = first; i < end; ++i) {
      const double length = thickness > 0 ? values[i] * scale / thickness : 0;
      boxes.push_back(is_wide ? Rect{area.x, area.y + along, thickness, length}
                              : Rect{area.x + along, area.y, length, thickness});
      along += length;
    }
    if (is_wide) {
      area.x += thickness;
      area.width = std::max(0.0, area.width - thickness);
    } else {
      area.y += thickness;
      area.height = std::max(0.0, area.height - thickness);
    }
    first = end;
  }
  return boxes;
}

Chart treemap(const TreemapSpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const Locale locale = builder.locale();
  std::vector<std::size_t> order;
  double total = 0;
  for (std::size_t i = 0; i < spec.nodes.size(); ++i) {
    if (!std::isfinite(spec.nodes[i].value) || spec.nodes[i].value <= 0) continue;
    order.push_back(i);
    total += spec.nodes[i].value;
  }
  if (order.empty()) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return spec.nodes[a].value > spec.nodes[b].value; });
  std::vector<double> values;
  for (const std::size_t node : order) values.push_back(spec.nodes[node].value);
  const std::vector<Rect> boxes = squarified(values, builder.area());
  builder.chart().plot = builder.area();

  std::vector<Datum> data;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const TreemapNode& node = spec.nodes[order[i]];
    const Rect& box = boxes[i];
    const double share = node.value / total;
    const Ink ink = node.tone ? Ink{Role::Diverging, *node.tone}
                              : Ink{Role::Sequential, 0.25 + 0.6 * node.value / values.front()};
    builder.add(RectMark{{box.x, box.y, std::max(0.0, box.width - 2), std::max(0.0, box.height - 2)},
                         ink,
                         std::min({3.0, box.width / 4, box.height / 4})});
    const std::string value = format_value(node.value, spec.format, locale);
    const std::string share_text = format_value(share, kPercentFormat, locale);
    const std::string name = fit_text(builder.measure(), node.name, box.width - 14, kStrongText);
    const bool has_name = name.size() >= std::min<std::size_t>(node.name.size(), 5) &&
                          box.height >= line_height(kStrongText) + 6;
    if (has_name && !name.empty()) {
      TextMark text{name, {}, Align::Start, kStrongText, {Role::Text}, ink};
      builder.text_where_free(text, std::array{Point{box.x + 6, box.y + 4 + line_height(kStrongText) / 2}});
      TextMark number{value + " · " + share_text, {}, Align::Start, kSmallText, {Role::Text}, ink};
      if (builder.width_of(number.text, kSmallText) > box.width - 14) number.text = share_text;
      const double y = box.y + 4 + line_height(kStrongText) + line_height(kSmallText) / 2;
      if (builder.width_of(number.text, kSmallText) <= box.width - 14 &&
          y + line_height(kSmallText) / 2 <= box.bottom() - 4) {
        builder.text_where_free(number, std::array{Point{box.x + 6, y}});
      }
    }
    data.push_back({{}, node.name, value, share_text, node.count});
    builder.hit({0, order[i], Reach::Box, box, box.center(), tooltip_lines(data.back(), locale)});
  }
  builder.description().summary =
      phrase(Phrase::ShareSummary, locale.language,
             {spec.nodes[order[0]].name, format_value(values[0] / total, kPercentFormat, locale),
              format_value(total, spec.format, locale)});
  builder.description().table = table_of(data, phrase(Phrase::Name, locale.language), locale);
  if (builder.description().table.columns.size() > 2)
    builder.description().table.columns[2] = phrase(Phrase::Share, locale.language);
  return std::move(builder).finish();
}

}  // namespace attune::chart
