#include "insight/answers_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "insight/answers_lexicon.hpp"
#include "insight/answers_periods.hpp"
#include "insight/answers_segments.hpp"
#include "insight/answers_words.hpp"
#include "snapshot/customer_names.hpp"

namespace attune::insight {

using feedback::Row;

namespace {

constexpr std::size_t kRanked = 400;          // kept to choose quotes from
constexpr std::size_t kMostCounted = 20'000;  // reviews that phrases and concepts are counted in

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

int star_of(float rating) noexcept { return std::clamp(static_cast<int>(std::floor(rating + 0.5F)), 1, 5); }

}  // namespace

std::vector<ConceptCount> all_concepts() {
  std::vector<ConceptCount> counts;
  for (const Concept& one : concepts()) counts.push_back({.label = one.label, .search = one.search});
  return counts;
}

EvidenceScan::EvidenceScan(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings,
                           Question question, EvidenceOptions options)
    : reviews_{reviews}, feelings_{feelings}, options_{std::move(options)} {
  evidence_.question = std::move(question);
  evidence_.everything = reviews.size();
  evidence_.knows_writers = options_.writers != nullptr && !options_.writers->segments.empty() &&
                            options_.writers->segments.size() == reviews.size();
  for (const AboutTerm& term : evidence_.question.about) terms_.emplace_back(term.search);
  evidence_.term_rows.resize(terms_.size());
  concept_counts_ = all_concepts();
  for (const ConceptCount& one : concept_counts_) concepts_.emplace_back(one.search);
  prepare_trend();
  prepare_groups();
}

void EvidenceScan::prepare_trend() {
  Question& question = evidence_.question;
  if (question.intent == Intent::Trend && question.compared.empty() && options_.oldest && options_.newest) {
    // "since May" is held against what was before; else the later half of the time against the earlier one.
    Days border = 0;
    std::string after = question.period, before = before_words(question.language);
    // A period that lasts until the newest day has no end that matters.
    if (question.filter.from && question.filter.to && *question.filter.to >= *options_.newest)
      question.filter.to.reset();
    if (question.filter.from && !question.filter.to) {
      border = *question.filter.from;
    } else {
      const Days from = question.filter.from.value_or(*options_.oldest),
                 to = question.filter.to.value_or(*options_.newest);
      border = from + (to - from + 1) / 2;
      after = from_day_words(border, question.language);
      before = related_words(Relation::Before, day_span_words(border, question.language), question.language);
    }
    question.compared = {{.label = before, .filter = {}, .about = std::nullopt},
                         {.label = after, .filter = {}, .about = std::nullopt}};
    question.compared[0].filter = {.from = question.filter.to ? question.filter.from : std::nullopt,
                                   .to = border - 1,
                                   .ratings = {},
                                   .sources = {},
                                   .products = {}};
    question.compared[1].filter = {
        .from = border, .to = question.filter.to, .ratings = {}, .sources = {}, .products = {}};
    if (question.filter.from && !question.filter.to) question.filter.from.reset();
  }
  for (const Comparand& side : question.compared) {
    evidence_.compared.push_back({.label = side.label, .filter = side.filter, .named = side.named});
    compared_terms_.emplace_back(side.about ? side.about->search : std::string{});
  }
}

void EvidenceScan::prepare_groups() {
  const auto by_name = [](const feedback::NameList& names, std::vector<std::string> QuestionFilter::*list) {
    std::vector<GroupEvidence> groups;
    for (std::uint32_t id = 0; id < names.size(); ++id) {
      groups.push_back({.label = names.name(id), .filter = {}, .named = names.name(id)});
      groups.back().filter.*list = {names.name(id)};
    }
    return groups;
  };
  by_product_ = by_name(reviews_.products, &QuestionFilter::products);
  by_source_ = by_name(reviews_.sources, &QuestionFilter::sources);
  by_place_ = by_name(reviews_.places, &QuestionFilter::places);
  const AnswerLanguage language = evidence_.question.language;
  for (std::size_t i = 0; i < snapshot::kRfmSegments; ++i) {
    const std::string code{snapshot::name_of(static_cast<snapshot::RfmSegment>(i))};
    by_segment_.push_back(
        {.label = segment_label(code, language), .filter = {}, .named = segment_named(code, language)});
    by_segment_.back().filter.segments = {code};
  }
  for (int weekday = 0; weekday < 7; ++weekday)
    by_weekday_.push_back({.label = std::string{weekday_name(weekday, language)}, .filter = {}});
  if (!options_.oldest || !options_.newest) return;
  first_month_ = period_of(*options_.oldest, snapshot::Granularity::Month);
  const std::int32_t last = period_of(*options_.newest, snapshot::Granularity::Month);
  for (std::int32_t month = first_month_; month <= last; ++month) {
    by_month_.push_back({.label = written_month(month / 12, month % 12 + 1, language), .filter = {}});
    by_month_.back().filter.from = first_day_of(month, snapshot::Granularity::Month);
    by_month_.back().filter.to = first_day_of(month + 1, snapshot::Granularity::Month) - 1;
  }
}

bool EvidenceScan::advance(std::size_t rows) {
  const std::size_t end = std::min(next_ + rows, reviews_.size());
  for (; next_ < end; ++next_) add(static_cast<Row>(next_));
  return next_ < reviews_.size();
}

bool EvidenceScan::passes(Row row, const QuestionFilter& filter) const {
  if (filter.from || filter.to) {
    const Days day = reviews_.days[row];
    if (day == feedback::Reviews::kNoDay || day < filter.from.value_or(day) || day > filter.to.value_or(day))
      return false;
  }
  if (!filter.ratings.empty()) {
    const float rating = reviews_.ratings[row];
    if (rating <= 0 ||
        std::find(filter.ratings.begin(), filter.ratings.end(), star_of(rating)) == filter.ratings.end())
      return false;
  }
  return (filter.sources.empty() || contains(filter.sources, reviews_.source(row))) &&
         (filter.products.empty() || contains(filter.products, reviews_.product(row))) &&
         (filter.places.empty() || contains(filter.places, reviews_.place(row))) &&
         (filter.segments.empty() || is_written_by(row, filter.segments));
}

std::size_t EvidenceScan::segment_of(Row row) const {
  return evidence_.knows_writers ? options_.writers->segments[row] : 0;
}

bool EvidenceScan::is_written_by(Row row, const std::vector<std::string>& segments) const {
  const std::size_t segment = segment_of(row);
  if (segment == 0) return false;
  return contains(segments, by_segment_[segment - 1].filter.segments.front());
}

int EvidenceScan::side_of(Row row) const {
  if (options_.has_model) {
    if (!feelings_.is_known(row)) return 2;
    return static_cast<int>(feedback::sentiment_of(feelings_[row])) -
           static_cast<int>(feedback::Sentiment::Neutral);
  }
  const float rating = reviews_.ratings[row];
  if (rating <= 0) return 2;
  const int star = star_of(rating);
  return star <= 2 ? -1 : star >= 4 ? 1 : 0;
}

bool EvidenceScan::feels_as_asked(Row row) const {
  switch (evidence_.question.polarity) {
    case Polarity::Any:
      return true;
    case Polarity::Negative:
      return side_of(row) == -1;
    case Polarity::Neutral:
      return side_of(row) == 0;
    case Polarity::Positive:
      return side_of(row) == 1;
    case Polarity::Mixed:
      return feelings_.is_known(row) && feedback::is_mixed(feelings_[row]);
  }
  return true;
}

void EvidenceScan::count(Row row, bool is_about, bool is_asked, GroupEvidence& group) const {
  ++group.scope;
  if (!is_about) return;
  ++group.about;
  if (is_asked) ++group.asked;
  const int side = side_of(row);
  if (side == -1) ++group.negative;
  if (side == 0) ++group.neutral;
  if (side == 1) ++group.positive;
  if (reviews_.ratings[row] > 0) group.rating.add(reviews_.ratings[row]);
}

void EvidenceScan::add(Row row) {
  const Question& question = evidence_.question;
  if (!passes(row, question.filter)) return;
  folded_.clear();
  feedback::append_folded(reviews_.title(row), folded_);
  folded_ += '\n';
  feedback::append_folded(reviews_.text(row, scratch_), folded_);
  scope_length_ += static_cast<double>(folded_.size());

  Candidate candidate{.row = row, .length = static_cast<std::uint32_t>(folded_.size()), .occurrences = {}};
  std::size_t known = 0;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const std::size_t occurs = terms_[i].occurrences(0, folded_);
    if (occurs > 0) ++known, ++evidence_.term_rows[i];
    candidate.occurrences.push_back(static_cast<std::uint16_t>(std::min<std::size_t>(occurs, 65'535)));
  }
  const bool is_about = known == terms_.size();
  const bool is_asked = is_about && feels_as_asked(row);

  count(row, is_about, is_asked, evidence_.total);
  if (question.group_by == GroupBy::Product && reviews_.product_ids[row] != 0)
    count(row, is_about, is_asked, by_product_[reviews_.product_ids[row]]);
  if (question.group_by == GroupBy::Source && reviews_.source_ids[row] != 0)
    count(row, is_about, is_asked, by_source_[reviews_.source_ids[row]]);
  if (question.group_by == GroupBy::Place && reviews_.place_ids[row] != 0)
    count(row, is_about, is_asked, by_place_[reviews_.place_ids[row]]);
  if (const std::size_t segment = segment_of(row); question.group_by == GroupBy::Segment && segment > 0)
    count(row, is_about, is_asked, by_segment_[segment - 1]);
  if (const auto day = reviews_.day(row)) {
    if (question.group_by == GroupBy::Weekday)
      count(row, is_about, is_asked, by_weekday_[static_cast<std::size_t>(weekday_from_days(*day))]);
    const std::int32_t month = period_of(*day, snapshot::Granularity::Month) - first_month_;
    if (month >= 0 && static_cast<std::size_t>(month) < by_month_.size())
      count(row, is_about, is_asked, by_month_[static_cast<std::size_t>(month)]);
    if (is_asked) {
      if (!evidence_.first_day || *day < *evidence_.first_day) evidence_.first_day = *day;
      if (!evidence_.last_day || *day > *evidence_.last_day) evidence_.last_day = *day;
    }
  }
  for (std::size_t side = 0; side < evidence_.compared.size(); ++side) {
    if (!passes(row, evidence_.compared[side].filter)) continue;
    const bool is_sides = is_about && compared_terms_[side].matches(folded_);
    count(row, is_sides, is_sides && is_asked, evidence_.compared[side]);
  }
  if (is_about) count_words(row, folded_, side_of(row));
  if (options_.similarity && feels_as_asked(row)) {
    similar_.emplace_back(static_cast<float>(options_.similarity(row)), row);
    if (similar_.size() >= 4 * kRanked) {
      const auto better = [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
      };
      std::nth_element(similar_.begin(), similar_.begin() + kRanked, similar_.end(), better);
      similar_.resize(kRanked);
    }
  }
  if (!is_asked) return;
  const float score = feelings_.is_known(row)     ? feelings_[row].score
                      : reviews_.ratings[row] > 0 ? (reviews_.ratings[row] - 3.0F) / 2.0F
                                                  : 0.0F;
  candidate.strength = question.polarity == Polarity::Negative   ? -score
                       : question.polarity == Polarity::Positive ? score
                                                                 : std::abs(score);
  candidates_.push_back(std::move(candidate));
}

// What the reviews speak of, and which words set complaints apart.
void EvidenceScan::count_words(Row row, std::string_view folded, int side) {
  if (evidence_.concept_asked + evidence_.concept_others >= kMostCounted) return;
  const bool is_asked = feels_as_asked(row);
  ++(is_asked ? evidence_.concept_asked : evidence_.concept_others);
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    if (concepts_[i].matches(folded)) ++(is_asked ? concept_counts_[i].asked : concept_counts_[i].others);
  }
  if (evidence_.question.intent != Intent::Why) return;
  text_.assign(reviews_.text(row, scratch_));
  phrases_.add(row, words_.read(text_),
               side == -1  ? Side::Complaint
               : side == 1 ? Side::Praise
                           : Side::Neither);
}

// Okapi BM25 (Robertson, Zaragoza 2009, "The Probabilistic Relevance Framework", eq. 3.15) with k1 = 1.2 and
// b = 0.75 over the terms of the question; where there are none, or ties, the stronger feeling comes first,
// and texts too short or too long to quote later.
void EvidenceScan::rank_by_words() {
  const auto scope = static_cast<double>(evidence_.total.scope);
  const double mean_length = scope > 0 ? std::max(1.0, scope_length_ / scope) : 1.0;
  std::vector<double> weight;
  for (const std::uint64_t rows : evidence_.term_rows) {
    const auto known = static_cast<double>(rows);
    weight.push_back(std::log(1.0 + (scope - known + 0.5) / (known + 0.5)));
  }
  struct Ranked {
    double score;
    Row row;
  };
  std::vector<Ranked> ranked;
  for (const Candidate& one : candidates_) {
    double score = 0;
    const double length = 1.2 * (0.25 + 0.75 * static_cast<double>(one.length) / mean_length);
    for (std::size_t i = 0; i < weight.size(); ++i) {
      const auto times = static_cast<double>(one.occurrences[i]);
      if (times > 0) score += weight[i] * times * 2.2 / (times + length);
    }
    // A text of 60 to 300 bytes reads well as a quote.
    const double size = static_cast<double>(one.length);
    const double readable = size < 60 ? size / 60 : size > 300 ? std::max(0.5, 300 / size) : 1.0;
    ranked.push_back({(score + 0.5 * static_cast<double>(one.strength)) * readable, one.row});
  }
  const auto better = [](const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.row < b.row;
  };
  const auto kept = std::min(ranked.size(), kRanked);
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(), better);
  for (std::size_t i = 0; i < kept; ++i) evidence_.best.push_back(ranked[i].row);
}

Evidence EvidenceScan::take() {
  rank_by_words();
  std::sort(similar_.begin(), similar_.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  for (std::size_t i = 0; i < std::min(similar_.size(), kRanked); ++i)
    evidence_.nearest.push_back(similar_[i].second);
  const auto keep = [](std::vector<GroupEvidence>& from) {
    std::erase_if(from, [](const GroupEvidence& one) { return one.scope == 0; });
    return std::move(from);
  };
  switch (evidence_.question.group_by) {
    case GroupBy::Product:
      evidence_.groups = keep(by_product_);
      break;
    case GroupBy::Source:
      evidence_.groups = keep(by_source_);
      break;
    case GroupBy::Weekday:
      evidence_.groups = keep(by_weekday_);
      break;
    case GroupBy::Place:
      evidence_.groups = keep(by_place_);
      break;
    case GroupBy::Segment:
      evidence_.groups = keep(by_segment_);
      break;
    case GroupBy::None:
    case GroupBy::Month:
    case GroupBy::Stars:
      break;
  }
  evidence_.months = keep(by_month_);
  if (evidence_.question.intent == Intent::Why) evidence_.phrases = phrases_.find();
  evidence_.concepts = std::move(concept_counts_);
  return std::move(evidence_);
}

}  // namespace attune::insight
