#include "chart/plots/sankey.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "chart/builder.hpp"
#include "chart/describe.hpp"
#include "chart/words.hpp"

namespace attune::chart {
namespace {

constexpr double kNodeWidth = 10;
constexpr int kCurveSteps = 24;

struct PlacedNode {
  double value = 0;  // the larger of what comes in and what goes out
  double top = 0;
  double height = 0;
  double used_in = 0;  // of the height, by ribbons drawn so far
  double used_out = 0;
};

using Placed = std::vector<std::vector<PlacedNode>>;

bool is_sound(const SankeySpec& spec, const SankeyFlow& flow) {
  return flow.stage + 1 < spec.columns.size() && flow.from < spec.columns[flow.stage].size() &&
         flow.to < spec.columns[flow.stage + 1].size() && std::isfinite(flow.value) && flow.value > 0;
}

std::vector<std::size_t> sound_flows(const SankeySpec& spec) {
  std::vector<std::size_t> flows;
  for (std::size_t i = 0; i < spec.flows.size(); ++i) {
    if (is_sound(spec, spec.flows[i])) flows.push_back(i);
  }
  std::stable_sort(flows.begin(), flows.end(), [&](std::size_t a, std::size_t b) {
    const SankeyFlow& first = spec.flows[a];
    const SankeyFlow& second = spec.flows[b];
    return std::array{first.stage, first.from, first.to} < std::array{second.stage, second.from, second.to};
  });
  return flows;
}

Placed place_nodes(const SankeySpec& spec, const std::vector<std::size_t>& flows, const Rect& area) {
  Placed placed;
  for (const auto& column : spec.columns) placed.emplace_back(column.size());
  std::vector<std::vector<std::array<double, 2>>> sums;
  for (const auto& column : spec.columns) sums.emplace_back(column.size());
  for (const std::size_t i : flows) {
    const SankeyFlow& flow = spec.flows[i];
    sums[flow.stage][flow.from][1] += flow.value;
    sums[flow.stage + 1][flow.to][0] += flow.value;
  }
  double largest = 0;
  std::size_t most_nodes = 1;
  for (std::size_t c = 0; c < placed.size(); ++c) {
    double total = 0;
    for (std::size_t n = 0; n < placed[c].size(); ++n) {
      placed[c][n].value = std::max(sums[c][n][0], sums[c][n][1]);
      total += placed[c][n].value;
    }
    largest = std::max(largest, total);
    most_nodes = std::max(most_nodes, placed[c].size());
  }
  const double gap = std::min(14.0, area.height * 0.3 / real(most_nodes));
  const double scale = (area.height - gap * real(most_nodes - 1)) / largest;
  for (auto& column : placed) {
    double y = area.y;
    for (PlacedNode& node : column) {
      node.top = y;
      node.height = node.value * scale;
      y += node.height + gap;
    }
  }
  return placed;
}

std::size_t colour_of_name(const SankeySpec& spec, const std::string& name) {
  std::vector<std::string> seen;
  for (const auto& column : spec.columns) {
    for (const SankeyNode& node : column) {
      if (std::find(seen.begin(), seen.end(), node.name) == seen.end()) seen.push_back(node.name);
    }
  }
  return static_cast<std::size_t>(std::find(seen.begin(), seen.end(), name) - seen.begin());
}

Ink ink_of(const SankeySpec& spec, std::size_t column, std::size_t node) {
  const SankeyNode& named = spec.columns[column][node];
  return named.ink.value_or(series_ink(colour_of_name(spec, named.name)));
}

AreaMark ribbon(double x0, double y0, double x1, double y1, double height, Ink ink) {
  AreaMark area{{}, {}, {}, with_opacity(ink, 0.35)};
  for (int step = 0; step <= kCurveSteps; ++step) {
    const double t = real(step) / kCurveSteps;
    const double ease = t * t * (3 - 2 * t);
    area.x.push_back(std::lerp(x0, x1, t));
    area.high.push_back(std::lerp(y0, y1, ease));
    area.low.push_back(std::lerp(y0, y1, ease) + height);
  }
  return area;
}

Datum datum_of(const SankeySpec& spec, const SankeyFlow& flow, Locale locale) {
  return {spec.columns[flow.stage][flow.from].name + " → " + spec.columns[flow.stage + 1][flow.to].name,
          {},
          format_value(flow.value, spec.format, locale),
          {},
          0};
}

void describe(ChartBuilder& builder, const SankeySpec& spec, const std::vector<std::size_t>& flows) {
  const Locale locale = builder.locale();
  std::vector<Datum> data;
  const SankeyFlow* largest = &spec.flows[flows.front()];
  for (const std::size_t i : flows) {
    data.push_back(datum_of(spec, spec.flows[i], locale));
    const SankeyFlow& flow = spec.flows[i];
    // What stays where it was is no news.
    const auto stays = [&](const SankeyFlow& f) {
      return spec.columns[f.stage][f.from].name == spec.columns[f.stage + 1][f.to].name;
    };
    if (std::pair{!stays(flow), flow.value} > std::pair{!stays(*largest), largest->value}) largest = &flow;
  }
  builder.description().summary = phrase(
      Phrase::LargestFlow, locale.language,
      {spec.columns[largest->stage][largest->from].name, spec.columns[largest->stage + 1][largest->to].name,
       format_value(largest->value, spec.format, locale)});
  builder.description().table = table_of(data, phrase(Phrase::Name, locale.language), locale);
}

double widest_name(const ChartBuilder& builder, const std::vector<SankeyNode>& column) {
  double width = 0;
  for (const SankeyNode& node : column) width = std::max(width, builder.width_of(node.name));
  return width;
}

}  // namespace

Chart sankey_chart(const SankeySpec& spec, const Surface& surface) {
  ChartBuilder builder{surface, spec.caption};
  const std::vector<std::size_t> flows = sound_flows(spec);
  if (flows.empty()) {
    builder.add_empty_note();
    return std::move(builder).finish();
  }
  const Locale locale = builder.locale();
  Rect area = builder.area();
  const double heading = line_height(kSmallText) + 4;
  const bool has_headings = !spec.stages.empty() && area.height > 100;
  if (has_headings) {
    area.y += heading;
    area.height -= heading;
  }
  area.y += kHalfLine;
  area.height = std::max(1.0, area.height - 2 * kHalfLine);
  const double left = std::min(widest_name(builder, spec.columns.front()) + 6, area.width * 0.3);
  const double right = std::min(widest_name(builder, spec.columns.back()) + 6, area.width * 0.3);
  const Interval across{area.x + left, std::max(area.x + left + 1, area.right() - right - kNodeWidth)};
  const auto column_x = [&](std::size_t column) {
    return across.from + across.length() * real(column) / real(spec.columns.size() - 1);
  };
  builder.chart().plot = {across.from, area.y, across.length() + kNodeWidth, area.height};
  Placed placed = place_nodes(spec, flows, area);

  const auto total_height = [&](std::size_t i) {
    const SankeyFlow& flow = spec.flows[i];
    const PlacedNode& node = placed[flow.stage][flow.from];
    return node.value > 0 ? flow.value / node.value * node.height : 0;
  };
  for (const std::size_t i : flows) {
    const SankeyFlow& flow = spec.flows[i];
    PlacedNode& from = placed[flow.stage][flow.from];
    PlacedNode& to = placed[flow.stage + 1][flow.to];
    const double height = total_height(i);
    const double x0 = column_x(flow.stage) + kNodeWidth;
    const double x1 = column_x(flow.stage + 1);
    AreaMark area_mark = ribbon(x0, from.top + from.used_out, x1, to.top + to.used_in, height,
                                ink_of(spec, flow.stage, flow.from));
    const std::size_t half = area_mark.x.size() / 2;
    const Point anchor{area_mark.x[half], (area_mark.low[half] + area_mark.high[half]) / 2};
    const double reach = std::max(height, 8.0);
    builder.hit({flow.stage,
                 i,
                 Reach::Box,
                 {anchor.x - (x1 - x0) / 3, anchor.y - reach / 2, (x1 - x0) * 2 / 3, reach},
                 anchor,
                 tooltip_lines(datum_of(spec, flow, locale), locale)});
    builder.add(std::move(area_mark));
    from.used_out += height;
    to.used_in += height;
  }
  for (std::size_t c = 0; c < placed.size(); ++c) {
    const bool is_first = c == 0;
    const bool is_last = c + 1 == placed.size();
    std::vector<double> centers;
    for (std::size_t n = 0; n < placed[c].size(); ++n) {
      const PlacedNode& node = placed[c][n];
      if (node.value > 0)
        builder.add(
            RectMark{{column_x(c), node.top, kNodeWidth, std::max(1.0, node.height)}, ink_of(spec, c, n), 1});
      centers.push_back(node.top + node.height / 2);
    }
    const std::vector<double> rows = spread_apart(centers, line_height(kLabelText), {area.y, area.bottom()});
    for (std::size_t n = 0; n < rows.size(); ++n) {
      const std::string& name = spec.columns[c][n].name;
      const double room = is_first  ? left - 6
                          : is_last ? right - 6
                                    : across.length() / real(spec.columns.size() - 1) / 2;
      const std::string fitted = fit_text(builder.measure(), name, room, kLabelText);
      const double x = is_first ? column_x(c) - 6 : column_x(c) + kNodeWidth + 6;
      if (!fitted.empty() && placed[c][n].value > 0) {
        builder.text_where_free({fitted, {}, is_first ? Align::End : Align::Start, kLabelText, {Role::Text}},
                                std::array{Point{x, rows[n]}});
      }
    }
    if (has_headings && c < spec.stages.size()) {
      const Align align = is_first ? Align::Start : is_last ? Align::End : Align::Middle;
      const double x = is_first ? area.x : is_last ? area.right() : column_x(c) + kNodeWidth / 2;
      const std::string title =
          fit_text(builder.measure(), spec.stages[c], area.width / real(spec.columns.size()) - 8, kSmallText);
      if (!title.empty()) {
        builder.text_where_free({title, {}, align, kSmallText, {Role::MutedText}},
                                std::array{Point{x, builder.area().y + line_height(kSmallText) / 2}});
      }
    }
  }
  describe(builder, spec, flows);
  return std::move(builder).finish();
}

}  // namespace attune::chart
