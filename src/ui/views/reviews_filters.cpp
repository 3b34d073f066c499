#include "ui/views/reviews_filters.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/insight_sentences.hpp"
#include "ui/state/reading_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"

namespace attune::ui {
namespace {

using protocol::RowsFilter;
using protocol::SentimentFilter;
using snapshot::FacetValue;

constexpr float kSearchWidth = 320;
constexpr float kListWidth = 190;

std::size_t active_filters(const RowsFilter& filter) {
  return filter.sentiments.size() + filter.ratings.size() + filter.sources.size() + filter.products.size() +
         filter.topics.size() + filter.aspects.size() + filter.entities.size() + filter.emotions.size() +
         filter.intents.size() + filter.custom_intents.size() + filter.languages.size() +
         filter.places.size() + filter.segments.size() + (filter.rows.empty() ? 0U : 1U) +
         (filter.from || filter.to ? 1U : 0U);
}

void draw_search(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string placeholder = strings.say(Text::SearchPlaceholder);
  std::string search = frame.view.filter.search;
  const FieldOptions options{
      .width = is_phone_width() ? 0 : kSearchWidth, .placeholder = placeholder, .shows_label = false};
  if (search_box(strings.label(Text::SearchReviews, "search"), search, options)) {
    search.resize(utf8::prefix_within(search, kMaxSearchBytes));
    frame.view.filter.search = std::move(search);
  }
}

bool has_list(const std::vector<FacetValue>& facet, const std::vector<std::string>& chosen) {
  return facet.size() > 1 || !chosen.empty();
}

using ValueText = std::string (*)(std::string_view value, const Strings& strings);

std::string as_it_is(std::string_view value, const Strings&) { return std::string{value}; }

std::vector<FacetValue> facet_of(const std::vector<snapshot::LabelCount>& counts) {
  std::vector<FacetValue> facet;
  for (const snapshot::LabelCount& count : counts) facet.push_back({count.label, count.n});
  return facet;
}

// Several of the values that the data has; what is chosen but not in the data stays in the filter.
void draw_list(Frame& frame, Text name, std::string_view id, const std::vector<FacetValue>& facet,
               std::vector<std::string>& chosen, ValueText text_of = as_it_is) {
  const Strings& strings = frame.strings;
  std::array<bool, kMaxFilterValues> is_chosen{};
  Choices choices;
  const std::size_t count = std::min(facet.size(), is_chosen.size());
  for (std::size_t i = 0; i < count; ++i) {
    choices.add(text_of(facet[i].value, strings) + " (" + number_text(facet[i].n, strings) + ")###" +
                facet[i].value);
    is_chosen[i] = std::ranges::find(chosen, facet[i].value) != chosen.end();
  }
  const auto before = is_chosen;
  multi_select(strings.label(name, id), choices.list(), std::span{is_chosen}.first(count),
               {.width = kListWidth});
  for (std::size_t i = 0; i < count; ++i) {
    if (is_chosen[i] != before[i]) toggle_in(chosen, facet[i].value);
  }
}

}  // namespace

void ReviewsFilters::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  draw_search(frame);
  std::string name = strings.say(Text::Filters);
  if (const std::size_t active = active_filters(frame.view.filter); active > 0) {
    name += " (" + number_text(active, strings) + ")";
  }
  if (flow_button(name + "###filters", {.icon = Icon::Filter})) are_lists_shown_ = !are_lists_shown_;
  if (!is_open(frame.view.filter)) {
    if (flow_button(strings.label(Text::ClearFilters, "clear-filters"), {.kind = ButtonKind::Quiet})) {
      frame.view.filter = {};
    }
  }
  if (are_lists_shown_) {
    space(kSpace3);
    draw_lists(frame);
    space(kSpace3);
  }
  if (!is_phone_width() || are_lists_shown_) draw_chips(frame);
  if (!are_lists_shown_) draw_chosen(frame);
}

// Sources, products and dates, where the data has them.
void ReviewsFilters::draw_lists(Frame& frame) const {
  const auto& overview = frame.snapshot->overview;
  const Strings& strings = frame.strings;
  RowsFilter& filter = frame.view.filter;
  Columns columns("filter-lists", {.min_width = kListWidth, .max_count = 4, .is_equal_height = false});
  if (has_list(overview.sources, filter.sources)) {
    columns.next();
    draw_list(frame, Text::Source, "filter-source", overview.sources, filter.sources);
  }
  if (has_list(overview.products, filter.products)) {
    columns.next();
    draw_list(frame, Text::Product, "filter-product", overview.products, filter.products);
  }
  const snapshot::Understanding& understanding = frame.snapshot->understanding;
  const auto read_list = [&](Text name, std::string_view id, const std::vector<FacetValue>& facet,
                             std::vector<std::string>& chosen, ValueText text_of) {
    if (!has_list(facet, chosen)) return;
    columns.next();
    draw_list(frame, name, id, facet, chosen, text_of);
  };
  read_list(Text::Emotion, "filter-emotion", facet_of(understanding.emotions), filter.emotions, emotion_text);
  read_list(Text::Intention, "filter-intent", facet_of(understanding.intents), filter.intents, intent_text);
  read_list(Text::LanguageName, "filter-language", overview.languages, filter.languages, language_name);
  if (overview.dated == 0) return;
  columns.next(2);
  DayRange days{.from = filter.from, .to = filter.to};
  if (date_range(strings.label(Text::Dates, "filter-dates"), days, overview.first_day, overview.last_day)) {
    filter.from = days.from;
    filter.to = days.to;
  }
}

// What is chosen in the lists stays in sight while they are folded away.
void ReviewsFilters::draw_chosen(Frame& frame) const {
  RowsFilter& filter = frame.view.filter;
  bool is_first = is_phone_width();
  const auto chip = [&is_first](const std::string& text) {
    const bool is_pressed = is_first ? filter_chip(text, true, true) : flow_chip(text, true, true);
    is_first = false;
    return is_pressed;
  };
  if (filter.from || filter.to) {
    if (chip(day_range_text(filter.from, filter.to, frame.strings) + "###chosen-dates")) {
      filter.from.reset();
      filter.to.reset();
    }
  }
  const auto values = [&](std::vector<std::string>& chosen, const char* kind, ValueText text_of = as_it_is) {
    const std::vector<std::string> shown = chosen;
    for (const std::string& value : shown) {
      if (chip(text_of(value, frame.strings) + "###chosen-" + kind + value)) toggle_in(chosen, value);
    }
  };
  values(filter.sources, "source-");
  values(filter.products, "product-");
  values(filter.places, "place-");
  values(filter.segments, "writer-", segment_text);
  const std::vector<std::string> topics = filter.topics;
  for (const std::string& topic : topics) {
    const auto found = std::ranges::find(frame.snapshot->insight.topics.topics, topic, &snapshot::Topic::id);
    const bool is_known = found != frame.snapshot->insight.topics.topics.end();
    const std::string shown = is_known ? topic_name(*found, frame.strings) : topic;
    if (chip(shown + "###chosen-topic-" + topic)) toggle_in(filter.topics, topic);
  }
  values(filter.aspects, "aspect-");
  values(filter.entities, "name-");
  values(filter.emotions, "emotion-", emotion_text);
  values(filter.intents, "intent-", intent_text);
  values(filter.custom_intents, "own-intent-");
  values(filter.languages, "language-", language_name);
  if (!filter.rows.empty()) {
    const std::string text =
        frame.strings.count(Text::OneChosenReview, Text::ManyChosenReviews, filter.rows.size());
    if (chip(text + "###chosen-rows")) filter.rows.clear();
  }
}

void ReviewsFilters::draw_chips(Frame& frame) const {
  const auto& overview = frame.snapshot->overview;
  const auto& counts = overview.sentiment;
  const Strings& strings = frame.strings;
  RowsFilter& filter = frame.view.filter;
  const std::array feelings{std::pair{SentimentFilter::Negative, counts.negative},
                            std::pair{SentimentFilter::Neutral, counts.neutral},
                            std::pair{SentimentFilter::Positive, counts.positive},
                            std::pair{SentimentFilter::Mixed, counts.mixed},
                            std::pair{SentimentFilter::Unsure, counts.unsure},
                            std::pair{SentimentFilter::Pending, counts.pending}};
  bool is_first = true;
  for (const auto& [feeling, n] : feelings) {
    const bool is_on = std::ranges::find(filter.sentiments, feeling) != filter.sentiments.end();
    if ((n == 0 || !can_have_feelings(*frame.snapshot)) && !is_on) continue;
    const std::string text =
        feeling_text(feeling, strings) + "###chip-" + std::string{protocol::name_of(feeling)};
    if (is_first ? filter_chip(text, is_on) : flow_chip(text, is_on)) toggle_in(filter.sentiments, feeling);
    is_first = false;
  }
  if (overview.rated == 0) return;
  for (int star = 5; star >= 1; --star) {
    const bool is_on = std::ranges::find(filter.ratings, star) != filter.ratings.end();
    const std::string text = stars_text(star, strings) + "###chip-star-" + std::to_string(star);
    if (is_first ? filter_chip(text, is_on) : flow_chip(text, is_on)) toggle_in(filter.ratings, star);
    is_first = false;
  }
}

}  // namespace attune::ui
