#include "engine/row_selection.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "engine/reading_test.hpp"
#include "feedback/search.hpp"
#include "insight/mention_summary.hpp"
#include "snapshot/customer_names.hpp"

namespace attune::engine {

using feedback::FeelingColumn;
using feedback::Reviews;
using feedback::Row;
using protocol::RowsFilter;
using protocol::RowsSort;
using protocol::SentimentFilter;
using protocol::SortKey;

namespace {

bool has_sentiment(const FeelingColumn& feelings, Row row, SentimentFilter wanted) {
  if (!feelings.is_known(row)) return wanted == SentimentFilter::Pending;
  const feedback::Feeling& feeling = feelings[row];
  switch (wanted) {
    case SentimentFilter::Negative:
      return feedback::sentiment_of(feeling) == feedback::Sentiment::Negative;
    case SentimentFilter::Neutral:
      return feedback::sentiment_of(feeling) == feedback::Sentiment::Neutral;
    case SentimentFilter::Positive:
      return feedback::sentiment_of(feeling) == feedback::Sentiment::Positive;
    case SentimentFilter::Mixed:
      return feedback::is_mixed(feeling);
    case SentimentFilter::Unsure:
      return feedback::is_unsure(feeling);
    case SentimentFilter::Pending:
      return false;
  }
  return false;
}

// One truth value a name, so that a row is a look-up. Empty: every name passes.
std::vector<bool> wanted_names(const feedback::NameList& names, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return {};
  std::vector<bool> passes(names.size());
  for (std::uint32_t id = 0; id < names.size(); ++id) {
    passes[id] = std::find(wanted.begin(), wanted.end(), names.name(id)) != wanted.end();
  }
  return passes;
}

// The same for the segments of writers; 0 is no segment.
std::vector<bool> wanted_segments(const std::vector<std::string>& wanted) {
  if (wanted.empty()) return {};
  std::vector<bool> passes(1 + snapshot::kRfmSegments);
  for (const std::string& code : wanted) {
    if (const auto segment = snapshot::rfm_segment_from_name(code))
      passes[1 + static_cast<std::size_t>(*segment)] = true;
  }
  return passes;
}

// What a filter asks of the values of a review and of who wrote it.
class ValueTest {
 public:
  ValueTest(const Reviews& reviews, const FeelingColumn& feelings, const insight::ReviewWriters& writers,
            const RowsFilter& filter)
      : reviews_{reviews},
        feelings_{feelings},
        writers_{writers},
        filter_{filter},
        sources_{wanted_names(reviews.sources, filter.sources)},
        products_{wanted_names(reviews.products, filter.products)},
        places_{wanted_names(reviews.places, filter.places)},
        segments_{wanted_segments(filter.segments)} {
    if (filter.rows.empty()) return;
    listed_.resize(reviews.size());
    for (const std::uint64_t row : filter.rows) {
      if (row < listed_.size()) listed_[static_cast<std::size_t>(row)] = true;
    }
  }

  [[nodiscard]] bool passes(Row row) const {
    return (listed_.empty() || listed_[row]) && passes_sentiment(row) && passes_rating(row) &&
           passes_date(row) && (sources_.empty() || sources_[reviews_.source_ids[row]]) &&
           (products_.empty() || products_[reviews_.product_ids[row]]) &&
           (places_.empty() || places_[reviews_.place_ids[row]]) && passes_segment(row);
  }

 private:
  [[nodiscard]] bool passes_sentiment(Row row) const {
    const auto& wanted = filter_.sentiments;
    return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](SentimentFilter one) {
             return has_sentiment(feelings_, row, one);
           });
  }
  [[nodiscard]] bool passes_rating(Row row) const {
    if (filter_.ratings.empty()) return true;
    const float rating = reviews_.ratings[row];
    if (rating <= 0) return false;
    const int star = std::clamp(static_cast<int>(std::floor(rating + 0.5F)), 1, 5);
    return std::find(filter_.ratings.begin(), filter_.ratings.end(), star) != filter_.ratings.end();
  }
  [[nodiscard]] bool passes_segment(Row row) const {
    return segments_.empty() || (row < writers_.segments.size() && segments_[writers_.segments[row]]);
  }
  [[nodiscard]] bool passes_date(Row row) const {
    if (!filter_.from && !filter_.to) return true;
    const Days day = reviews_.days[row];
    return day != Reviews::kNoDay && day >= filter_.from.value_or(day) && day <= filter_.to.value_or(day);
  }

  const Reviews& reviews_;
  const FeelingColumn& feelings_;
  const insight::ReviewWriters& writers_;
  const RowsFilter& filter_;
  std::vector<bool> sources_, products_, places_;
  std::vector<bool> segments_;  // by 1 + segment
  std::vector<bool> listed_;    // of filter_.rows
};

// What a review speaks of: topics, aspects and names.
class MeaningTest {
 public:
  MeaningTest(const Reviews& reviews, const feedback::Readings& readings, const insight::TopicIndex* topics,
              const RowsFilter& filter)
      : reviews_{reviews}, readings_{readings}, topics_{topics}, names_topics_{!filter.topics.empty()} {
    if (topics != nullptr) {
      for (const std::string& id : filter.topics) {
        if (id == "other") wants_other_ = true;
        const std::size_t topic = topics->find(id);
        if (topic < topics->rules.topics.size()) wanted_topics_.push_back(topic);
      }
    }
    for (const std::string& aspect : filter.aspects) aspects_.push_back(insight::mention_key(aspect));
    for (const std::string& entity : filter.entities) entities_.push_back(insight::mention_key(entity));
  }

  [[nodiscard]] bool passes(Row row) const {
    return passes_topics(row) &&
           passes_mentions(row, aspects_, readings_.aspects[row], &feedback::Aspect::term) &&
           passes_mentions(row, entities_, readings_.entities[row], &feedback::Entity::text);
  }

 private:
  [[nodiscard]] bool passes_topics(Row row) const {
    if (!names_topics_) return true;
    if (topics_ == nullptr || row >= topics_->assignment.size()) return false;
    if (wants_other_ && topics_->assignment.of(row).empty() && reviews_.has_text(row)) return true;
    return std::any_of(wanted_topics_.begin(), wanted_topics_.end(),
                       [&](std::size_t topic) { return topics_->belongs(row, topic); });
  }
  template <class Item>
  [[nodiscard]] bool passes_mentions(Row row, const std::vector<std::string>& wanted,
                                     std::span<const Item> items, feedback::Stretch Item::*where) const {
    if (wanted.empty()) return true;
    if (items.empty()) return false;
    std::string text;
    reviews_.write_understood_text(row, text);
    return std::any_of(items.begin(), items.end(), [&](const Item& item) {
      const std::string key = insight::mention_key((item.*where).of(text));
      return std::find(wanted.begin(), wanted.end(), key) != wanted.end();
    });
  }

  const Reviews& reviews_;
  const feedback::Readings& readings_;
  const insight::TopicIndex* topics_;
  bool names_topics_;
  bool wants_other_ = false;
  std::vector<std::size_t> wanted_topics_;
  std::vector<std::string> aspects_, entities_;
};

// True if all that passes `narrow` also passes `wide`: the same but for more letters in the search.
bool is_narrower(const RowsFilter& narrow, const RowsFilter& wide) {
  RowsFilter same = narrow;
  same.search = wide.search;
  return same == wide && narrow.search.starts_with(wide.search) &&
         narrow.search.find_first_of("\"|") == std::string::npos;
}

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

float key_of(const Reviews& reviews, const FeelingColumn& feelings, SortKey by, Row row) {
  switch (by) {
    case SortKey::Row:
      return 0;
    // Days of any year that a date can have are exact in a float.
    case SortKey::Date:
      return reviews.days[row] == Reviews::kNoDay ? kNone : static_cast<float>(reviews.days[row]);
    case SortKey::Rating:
      return reviews.ratings[row] > 0 ? reviews.ratings[row] : kNone;
    case SortKey::Score:
      return feelings.is_known(row) ? feelings[row].score : kNone;
    case SortKey::Stars:
      return feelings.is_known(row) ? feelings[row].stars : kNone;
  }
  return kNone;
}

}  // namespace

const std::vector<Row>& RowSelection::select(const SelectedFrom& from, std::uint64_t revision,
                                             const RowsFilter& filter, const RowsSort& sort) {
  const Reviews& reviews = from.reviews;
  const FeelingColumn& feelings = from.readings.feelings;
  const bool is_current = revision_ == revision;
  if (!is_current || !(filter == filter_)) {
    if (!is_current || !is_narrower(filter, filter_)) {
      matching_.resize(reviews.size());
      for (Row row = 0; row < matching_.size(); ++row) matching_[row] = row;
    }
    filter_rows(from, filter);
    sort_rows(reviews, feelings, sort);
  } else if (!(sort == sort_)) {
    sort_rows(reviews, feelings, sort);
  }
  revision_ = revision;
  filter_ = filter;
  sort_ = sort;
  return ordered_;
}

void RowSelection::filter_rows(const SelectedFrom& from, const RowsFilter& filter) {
  const Reviews& reviews = from.reviews;
  const ValueTest values{reviews, from.readings.feelings, from.writers, filter};
  const ReadingTest read{from.readings, from.taught, filter};
  const MeaningTest meaning{reviews, from.readings, from.topics, filter};
  const feedback::Search search{filter.search};
  std::string scratch;
  std::string folded;
  const auto fails = [&](Row row) {
    if (!values.passes(row) || !read.passes(row) || !meaning.passes(row)) return true;
    if (search.matches_everything()) return false;
    folded.clear();
    feedback::append_folded(reviews.title(row), folded);
    folded += '\n';
    feedback::append_folded(reviews.text(row, scratch), folded);
    return !search.matches(folded);
  };
  matching_.erase(std::remove_if(matching_.begin(), matching_.end(), fails), matching_.end());
}

void RowSelection::sort_rows(const Reviews& reviews, const FeelingColumn& feelings, const RowsSort& sort) {
  ordered_ = matching_;
  if (sort.by == SortKey::Row) {
    if (sort.descending) std::reverse(ordered_.begin(), ordered_.end());
    return;
  }
  struct Keyed {
    float key;
    Row row;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(ordered_.size());
  for (const Row row : ordered_) {
    const float key = key_of(reviews, feelings, sort.by, row);
    // Absent values come last in both directions.
    keyed.push_back(
        {std::isnan(key) ? std::numeric_limits<float>::infinity() : (sort.descending ? -key : key), row});
  }
  std::sort(keyed.begin(), keyed.end(),
            [](const Keyed& a, const Keyed& b) { return a.key != b.key ? a.key < b.key : a.row < b.row; });
  for (std::size_t i = 0; i < keyed.size(); ++i) ordered_[i] = keyed[i].row;
}

}  // namespace attune::engine
