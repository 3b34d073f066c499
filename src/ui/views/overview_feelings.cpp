#include "ui/views/overview_feelings.hpp"

#include <array>
#include <string>
#include <utility>

#include "chart/plots/bar.hpp"
#include "chart/plots/diverging.hpp"
#include "ui/state/sentences.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

using protocol::SentimentFilter;
using snapshot::Estimate;
using snapshot::Overview;
using snapshot::SentimentCounts;

constexpr std::array kFeelings{SentimentFilter::Negative, SentimentFilter::Neutral,
                               SentimentFilter::Positive};
constexpr std::array kTones{Tone::Negative, Tone::Neutral, Tone::Positive};
constexpr float kFeelingsHeight = 64;
constexpr float kStarsHeight = 190;

std::array<std::uint64_t, 3> counts_of(const SentimentCounts& counts) {
  return {counts.negative, counts.neutral, counts.positive};
}

chart::DivergingSpec feelings_spec(const Overview& overview, const Strings& strings) {
  chart::DivergingSpec spec{.caption = {.title = strings.say(Text::HowTheyFeel)}, .levels = {}, .rows = {}};
  constexpr std::array kRoles{chart::Role::Negative, chart::Role::Neutral, chart::Role::Positive};
  chart::DivergingRow row{.name = strings.say(Text::AllReviews), .counts = {}};
  const auto counts = counts_of(overview.sentiment);
  for (std::size_t i = 0; i < kFeelings.size(); ++i) {
    spec.levels.push_back({.name = feeling_text(kFeelings[i], strings), .ink = {kRoles[i]}});
    row.counts.push_back(static_cast<std::int64_t>(counts[i]));
  }
  spec.rows.push_back(std::move(row));
  return spec;
}

// One feeling in figures, with the way to its reviews.
void draw_share(Frame& frame, std::size_t feeling, const Estimate& share) {
  const Strings& strings = frame.strings;
  const std::uint64_t n = counts_of(frame.snapshot->overview.sentiment)[feeling];
  pill(feeling_text(kFeelings[feeling], strings), kTones[feeling]);
  label(share.n > 0 ? share_text(share.value, strings) : "–",
        {.size = TextSize::Title, .face = Face::Semibold});
  const std::string id{protocol::name_of(kFeelings[feeling])};
  if (link(review_count(n, strings) + "###feeling-" + id)) show_reviews(frame, kFeelings[feeling]);
}

// Reviews that hold both, that the model is not sure about, or that it has not come to.
void draw_rest(Frame& frame) {
  const Strings& strings = frame.strings;
  const SentimentCounts& counts = frame.snapshot->overview.sentiment;
  const std::array rest{std::pair{SentimentFilter::Mixed, counts.mixed},
                        std::pair{SentimentFilter::Unsure, counts.unsure},
                        std::pair{SentimentFilter::Pending, counts.pending}};
  bool is_first = true;
  for (const auto& [feeling, n] : rest) {
    if (n == 0) continue;
    if (is_first) {
      space(kSpace3);
      label(strings.say(Text::AmongThem), kCaption);
    }
    const std::string text = feeling_text(feeling, strings) + ": " + number_text(n, strings);
    const std::string name = text + "###feeling-" + std::string{protocol::name_of(feeling)};
    if (is_first ? filter_chip(name, false) : flow_chip(name, false)) show_reviews(frame, feeling);
    is_first = false;
  }
}

}  // namespace

void show_reviews(Frame& frame, protocol::RowsFilter filter) {
  frame.view.page = PageName::Reviews;
  frame.view.filter = std::move(filter);
  frame.view.open_row.reset();
}

void show_reviews(Frame& frame, SentimentFilter feeling) {
  protocol::RowsFilter filter;
  filter.sentiments = {feeling};
  show_reviews(frame, std::move(filter));
}

bool can_have_feelings(const snapshot::Snapshot& snapshot) noexcept {
  return snapshot.model_loaded || understood(snapshot.overview.sentiment) > 0;
}

std::uint64_t data_revision(const snapshot::Snapshot& snapshot) noexcept {
  return (std::uint64_t{snapshot.run} << 32U) | snapshot.revision;
}

void OverviewFeelings::draw(Frame& frame) {
  const bool has_stars = frame.snapshot->overview.rated > 0;
  const bool has_feelings = can_have_feelings(*frame.snapshot);
  Columns columns("feelings", {.min_width = 340,
                               .max_count = has_stars && has_feelings ? std::size_t{2} : std::size_t{1}});
  if (has_feelings) {
    columns.next();
    draw_feelings(frame);
  }
  if (has_stars) {
    columns.next();
    draw_stars(frame);
  }
}

void OverviewFeelings::draw_feelings(Frame& frame) {
  const Overview& overview = frame.snapshot->overview;
  const Strings& strings = frame.strings;
  const std::string title = strings.say(Text::HowTheyFeel);
  const std::string caption =
      overview.sentiment.pending > 0
          ? understood_text(overview.sentiment, strings)
          : strings.say(Text::PerceivedIn, {review_count(understood(overview.sentiment), strings)});
  const Card card(title, {.caption = caption});
  if (understood(overview.sentiment) == 0) {
    paragraph(strings.say(Text::FeelingsOnTheirWay), kSoft);
    return;
  }
  const ChartResponse response = feelings_.draw(
      title + "###feelings", kFeelingsHeight, data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) {
        return chart::diverging_bar(feelings_spec(overview, strings), surface);
      },
      strings.locale());
  if (response.is_pressed && response.hovered != nullptr && response.hovered->series < kFeelings.size()) {
    show_reviews(frame, kFeelings[response.hovered->series]);
  }
  space(kSpace3);
  {
    const std::array shares{overview.negative_share, overview.neutral_share, overview.positive_share};
    Columns columns("shares", {.min_width = 92, .max_count = 3, .is_equal_height = false});
    for (std::size_t i = 0; i < kFeelings.size(); ++i) {
      columns.next();
      draw_share(frame, i, shares[i]);
    }
  }
  draw_rest(frame);
}

void OverviewFeelings::draw_stars(Frame& frame) {
  const Overview& overview = frame.snapshot->overview;
  const Strings& strings = frame.strings;
  const std::string title = strings.say(Text::StarsGiven);
  const std::string caption = strings.count(Text::OneRating, Text::ManyRatings, overview.rated);
  const Card card(title, {.caption = caption});
  const ChartResponse response = stars_.draw(
      title + "###stars", kStarsHeight, data_revision(*frame.snapshot),
      [&](const chart::Surface& surface) {
        chart::StarSpec spec{.caption = {.title = title}, .counts = {}};
        for (const std::uint64_t n : overview.stars) spec.counts.push_back(static_cast<std::int64_t>(n));
        return chart::star_histogram(spec, surface);
      },
      strings.locale());
  if (response.is_pressed && response.hovered != nullptr && response.hovered->index < overview.stars.size()) {
    protocol::RowsFilter filter;
    filter.ratings = {5 - static_cast<int>(response.hovered->index)};  // the chart runs from five stars down
    show_reviews(frame, std::move(filter));
  }
}

}  // namespace attune::ui
