#include "ui/views/segments_view.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "chart/plots/heat_map.hpp"
#include "snapshot/customer_names.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/page_top.hpp"
#include "ui/views/people.hpp"
#include "ui/views/segment_card.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

using snapshot::RfmSegment;
using snapshot::Segments;

constexpr float kGridHeight = 330;
constexpr std::size_t kScores = 5;

// The chart runs from the most frequent row down, and from long ago to just now.
const snapshot::RfmCell& cell_at(const Segments& segments, std::size_t row, std::size_t column) {
  return segments.grid[column][kScores - 1 - row];
}

chart::RfmSpec grid_spec(const Segments& segments, const Strings& strings) {
  chart::RfmSpec spec{.caption = {.title = strings.say(Text::RecencyAndFrequency)},
                      .customers = {},
                      .segments = {},
                      .recency_title = strings.say(Text::RecencyAxis),
                      .frequency_title = strings.say(Text::FrequencyAxis)};
  for (std::size_t row = 0; row < kScores; ++row) {
    for (std::size_t column = 0; column < kScores; ++column) {
      const snapshot::RfmCell& cell = cell_at(segments, row, column);
      spec.customers.push_back(static_cast<std::int64_t>(cell.n));
      spec.segments.push_back(strings.say(title_of(cell.segment)));
    }
  }
  return spec;
}

}  // namespace

void SegmentsView::draw(Frame& frame) {
  const snapshot::Customers* customers = customers_with_orders(frame);
  const Strings& strings = frame.strings;
  const std::string caption = customers != nullptr ? customer_count(customers->counts.with_orders, strings)
                                                   : files_text(frame.run.files, strings);
  draw_page_top(frame, Text::Segments, caption);
  if (customers == nullptr) return draw_missing_data(frame, DataNeed::Orders, Text::SegmentsShow);
  {
    Columns columns("segments-top", {.min_width = 420, .max_count = 2});
    columns.next();
    draw_grid(frame);
    columns.next();
    movement_.draw(frame);
  }
  space(kSpace4);
  draw_cards(frame);
  space(kSpace4);
  rules_.draw(frame);
  space(kSpace4);
  groups_.draw(frame);
}

void SegmentsView::draw_grid(Frame& frame) {
  const Strings& strings = frame.strings;
  const Segments& segments = frame.snapshot->customers->segments;
  const std::string title = strings.say(Text::RecencyAndFrequency);
  const std::string caption = strings.say(Text::RecencyAndFrequencyHint);
  const Card card(title + "###rfm-card", {.caption = caption});
  const ChartResponse response = grid_.draw(
      title + "###rfm", kGridHeight, data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) { return chart::rfm_grid(grid_spec(segments, strings), surface); },
      strings.locale());
  if (response.is_pressed && response.hovered != nullptr && response.hovered->series < kScores &&
      response.hovered->index < kScores) {
    show_segment(frame, cell_at(segments, response.hovered->series, response.hovered->index).segment);
  }
}

void SegmentsView::draw_cards(Frame& frame) {
  const Segments& segments = frame.snapshot->customers->segments;
  const std::string& currency = frame.snapshot->customers->counts.currency;
  Columns columns("segment-cards", {.min_width = 290, .max_count = 4});
  for (std::size_t i = 0; i < segments.named.size(); ++i) {
    if (segments.named[i].n == 0) continue;
    const auto segment = static_cast<RfmSegment>(i);
    columns.next();
    const std::string title = frame.strings.say(title_of(segment));
    const std::string meaning = frame.strings.say(meaning_of(segment));
    protocol::CustomersFilter filter;
    filter.segments = {std::string{snapshot::name_of(segment)}};
    draw_segment_card(frame, {.title = title,
                              .meaning = meaning,
                              .id = snapshot::name_of(segment),
                              .tone = tone_of_segment(segment),
                              .profile = segments.named[i],
                              .currency = currency,
                              .filter = filter});
  }
  for (const snapshot::UserSegment& own : segments.user_made) {
    columns.next();
    protocol::CustomersFilter filter;
    filter.user_segment = own.name;
    draw_segment_card(frame, {.title = own.name,
                              .meaning = frame.strings.say(Text::YourOwnRule),
                              .id = own.name,
                              .tone = Tone::Accent,
                              .profile = own.profile,
                              .currency = currency,
                              .filter = filter});
  }
}

}  // namespace attune::ui
