#include "ui/views/segment_movement.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "chart/plots/sankey.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::kRfmSegments;
using snapshot::Movement;
using snapshot::RfmSegment;

constexpr std::size_t kStates = kRfmSegments + 1;  // the last: no customer yet
constexpr float kHeight = 330;

// From the best state to the worst, and who was none yet.
constexpr std::array<std::size_t, kStates> kOrder{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, kRfmSegments};

chart::Ink ink_of(std::size_t state) {
  if (state == kRfmSegments) return {chart::Role::Muted};
  switch (tone_of_segment(static_cast<RfmSegment>(state))) {
    case Tone::Positive:
      return {chart::Role::Positive};
    case Tone::Negative:
      return {chart::Role::Negative};
    case Tone::Accent:
      return {chart::Role::Accent};
    default:
      return {chart::Role::Neutral};
  }
}

std::string name_of_state(std::size_t state, const Strings& strings) {
  return state == kRfmSegments ? strings.say(Text::NoCustomerYet)
                               : strings.say(title_of(static_cast<RfmSegment>(state)));
}

std::uint64_t moved(const Movement& movement, std::size_t from, std::size_t to) {
  return movement.customers[from * kStates + to];
}

// One column of nodes: only states that somebody was in.
struct Column {
  std::vector<chart::SankeyNode> nodes;
  std::array<std::size_t, kStates> place{};  // of each state among the nodes
};

Column column_of(const Movement& movement, bool is_from, const Strings& strings) {
  Column column;
  for (const std::size_t state : kOrder) {
    std::uint64_t n = 0;
    for (std::size_t other = 0; other < kStates; ++other) {
      n += is_from ? moved(movement, state, other) : moved(movement, other, state);
    }
    if (n == 0) continue;
    column.place[state] = column.nodes.size();
    column.nodes.push_back({.name = name_of_state(state, strings), .ink = ink_of(state)});
  }
  return column;
}

chart::SankeySpec ribbons_spec(const Movement& movement, const Strings& strings) {
  const Column from = column_of(movement, true, strings);
  const Column to = column_of(movement, false, strings);
  chart::SankeySpec spec{
      .caption = {.title = strings.say(Text::WhoMoved)},
      .stages = {day_text(*movement.from_day, strings), day_text(*movement.to_day, strings)},
      .columns = {from.nodes, to.nodes},
      .flows = {}};
  for (const std::size_t before : kOrder) {
    for (const std::size_t after : kOrder) {
      const std::uint64_t n = moved(movement, before, after);
      if (n > 0) spec.flows.push_back({0, from.place[before], to.place[after], static_cast<double>(n)});
    }
  }
  return spec;
}

}  // namespace

void SegmentMovement::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const Movement& movement = frame.snapshot->customers->segments.movement;
  const std::string title = strings.say(Text::WhoMoved);
  const bool is_known =
      movement.from_day && movement.to_day && movement.customers.size() == kStates * kStates;
  const std::string caption =
      is_known ? day_range_text(movement.from_day, movement.to_day, strings) : std::string{};
  const Card card(title + "###movement-card", {.caption = caption});
  if (!is_known) {
    paragraph(strings.say(Text::TooShortToMove), kSoft);
    return;
  }
  (void)ribbons_.draw(
      title + "###movement", kHeight, data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) {
        return chart::sankey_chart(ribbons_spec(movement, strings), surface);
      },
      strings.locale());
}

}  // namespace attune::ui
