#include "ui/views/segment_groups.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "chart/plots/scatter.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/people.hpp"
#include "ui/views/segment_card.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::ClusterGroup;
using snapshot::Clusters;

constexpr float kPlaneHeight = 420;
constexpr std::size_t kLoadingsNamed = 2;
constexpr double kLeastLoading = 0.3;  // of an axis's strongest, to be named
constexpr std::size_t kTraitsNamed = 2;

std::string trait_text(double distance, const std::string& feature, const Strings& strings) {
  return strings.say(distance >= 0 ? Text::TraitMore : Text::TraitLess, {feature});
}

// "more orders, fewer days since the last order; 46% of the differences"
std::string axis_text(const snapshot::PlotAxis& axis, const Clusters& clusters, const Strings& strings) {
  std::string text;
  const double strongest = axis.loadings.empty() ? 0 : std::abs(axis.loadings.front().weight);
  for (std::size_t i = 0; i < std::min(axis.loadings.size(), kLoadingsNamed); ++i) {
    const snapshot::Loading& loading = axis.loadings[i];
    if (std::abs(loading.weight) < kLeastLoading * strongest || loading.feature >= clusters.features.size())
      continue;
    const std::string feature = feature_text(clusters.features[loading.feature], strings);
    text += (text.empty() ? "" : ", ") + trait_text(loading.weight, feature, strings);
  }
  return strings.say(Text::AxisExplains, {text, share_text(axis.explained_share, strings)});
}

std::string group_name(const ClusterGroup& group, std::size_t number, const Clusters& clusters,
                       const Strings& strings) {
  std::string traits;
  for (std::size_t i = 0; i < std::min(group.traits.size(), kTraitsNamed); ++i) {
    if (group.traits[i].feature >= clusters.features.size()) continue;
    const std::string feature = feature_text(clusters.features[group.traits[i].feature], strings);
    traits += (traits.empty() ? "" : ", ") + trait_text(group.traits[i].distance, feature, strings);
  }
  const std::string name = strings.say(Text::GroupNumber, {std::to_string(number + 1)});
  return traits.empty() ? name : name + ": " + traits;
}

std::string rule_text(const ClusterGroup& group, const Clusters& clusters, const Strings& strings) {
  if (group.rule.empty()) return strings.say(Text::NoRule);
  std::string rule;
  for (const snapshot::Condition& condition : group.rule) {
    rule += (rule.empty() ? "" : "; ") + condition_text(condition, clusters, strings);
  }
  return strings.say(Text::RuleHolds, {rule, share_text(group.rule_precision, strings),
                                       share_text(group.rule_recall, strings)});
}

// Points by group; kept while the chart is laid out.
std::vector<std::vector<chart::Point>> points_by_group(const Clusters& clusters) {
  std::vector<std::vector<chart::Point>> points(clusters.groups.size());
  for (const snapshot::ScatterPoint& point : clusters.points) {
    if (point.cluster < points.size()) points[point.cluster].push_back({point.x, point.y});
  }
  return points;
}

}  // namespace

void SegmentGroups::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const Clusters& clusters = frame.snapshot->customers->segments.clusters;
  if (!clusters.is_made) {
    const Card card(strings.label(Text::GroupsInData, "groups-card"));
    paragraph(clusters.remark.empty() ? strings.say(Text::NoGroups) : clusters.remark, kSoft);
    return;
  }
  draw_plane(frame);
  space(kSpace4);
  Columns columns("group-cards", {.min_width = 290, .max_count = 4});
  for (std::size_t i = 0; i < clusters.groups.size(); ++i) {
    columns.next();
    protocol::CustomersFilter filter;
    filter.clusters = {static_cast<std::uint32_t>(i)};
    const std::string id = "group-" + std::to_string(i + 1);
    draw_segment_card(frame, {.title = group_name(clusters.groups[i], i, clusters, strings),
                              .meaning = rule_text(clusters.groups[i], clusters, strings),
                              .id = id,
                              .tone = Tone::Accent,
                              .profile = clusters.groups[i].profile,
                              .currency = frame.snapshot->customers->counts.currency,
                              .filter = filter});
  }
}

void SegmentGroups::draw_plane(Frame& frame) {
  const Strings& strings = frame.strings;
  const Clusters& clusters = frame.snapshot->customers->segments.clusters;
  const std::string title = strings.say(Text::GroupsInData);
  const std::string caption = strings.say(clusters.is_stable ? Text::GroupsAreStable : Text::GroupsAreLoose,
                                          {std::to_string(clusters.groups.size()),
                                           chart::format_number(clusters.silhouette, 2, strings.locale())});
  const Card card(title + "###groups-card", {.caption = caption});
  if (!clusters.remark.empty()) paragraph(clusters.remark, kSoft);
  const ChartResponse response = plane_.draw(
      title + "###groups", kPlaneHeight, data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) {
        const auto points = points_by_group(clusters);
        chart::ScatterSpec spec{.caption = {.title = title}, .series = {}};
        for (std::size_t i = 0; i < points.size(); ++i) {
          spec.series.push_back(
              {.name = strings.say(Text::GroupNumber, {std::to_string(i + 1)}), .points = points[i]});
        }
        if (!clusters.axes.empty()) spec.x_title = axis_text(clusters.axes[0], clusters, strings);
        if (clusters.axes.size() > 1) spec.y_title = axis_text(clusters.axes[1], clusters, strings);
        return chart::scatter_chart(spec, surface);
      },
      strings.locale());
  if (response.is_pressed && response.hovered != nullptr &&
      response.hovered->series < clusters.groups.size()) {
    protocol::CustomersFilter filter;
    filter.clusters = {static_cast<std::uint32_t>(response.hovered->series)};
    show_people(frame, filter);
  }
}

}  // namespace attune::ui
