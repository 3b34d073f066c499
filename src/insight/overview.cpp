#include "insight/overview.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/intervals.hpp"

namespace attune::insight {
namespace {

constexpr std::size_t kFacetValues = 200;

snapshot::Estimate share(std::uint64_t successes, std::uint64_t n) {
  if (n == 0) return {};
  const stats::Interval interval = stats::share_interval(successes, n);
  return {.value = static_cast<double>(successes) / static_cast<double>(n),
          .low = interval.low,
          .high = interval.high,
          .n = n};
}

// Most frequent first, then by name; "no name" is not listed.
std::vector<snapshot::FacetValue> facet(const feedback::NameList& names,
                                        const std::vector<std::uint64_t>& counts) {
  std::vector<std::uint32_t> ids;
  for (std::uint32_t id = 1; id < counts.size(); ++id) {
    if (counts[id] > 0) ids.push_back(id);
  }
  const std::size_t shown = std::min(ids.size(), kFacetValues);
  std::partial_sort(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(shown), ids.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      return counts[a] != counts[b] ? counts[a] > counts[b] : names.name(a) < names.name(b);
                    });
  std::vector<snapshot::FacetValue> values;
  for (std::size_t i = 0; i < shown; ++i) values.push_back({names.name(ids[i]), counts[ids[i]]});
  return values;
}

int whole_star(double stars) noexcept { return std::clamp(static_cast<int>(std::floor(stars + 0.5)), 1, 5); }

// By the feeling, or by the rating where there is none yet.
Side side_of(double rating, const feedback::Feeling* feeling) {
  if (feeling == nullptr)
    return rating <= 0   ? Side::Neither
           : rating <= 2 ? Side::Complaint
           : rating >= 4 ? Side::Praise
                         : Side::Neither;
  switch (feedback::sentiment_of(*feeling)) {
    case feedback::Sentiment::Negative:
      return Side::Complaint;
    case feedback::Sentiment::Positive:
      return Side::Praise;
    case feedback::Sentiment::Neutral:
      break;
  }
  return Side::Neither;
}

std::vector<snapshot::PhraseCount> counts_of(const std::vector<Phrase>& phrases) {
  std::vector<snapshot::PhraseCount> counts;
  for (const Phrase& phrase : phrases) {
    counts.push_back({.text = phrase.text,
                      .complaints = phrase.complaints,
                      .praises = phrase.praises,
                      .others = phrase.others,
                      .examples = phrase.examples});
  }
  return counts;
}

}  // namespace

OverviewBuilder::OverviewBuilder(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings,
                                 bool awaits_model)
    : reviews_{reviews},
      feelings_{feelings},
      awaits_model_{awaits_model},
      rows_by_source_(reviews.sources.size()),
      rows_by_product_(reviews.products.size()) {
  for (const Days day : reviews.days) {
    if (day == feedback::Reviews::kNoDay) continue;
    overview_.first_day = std::min(overview_.first_day.value_or(day), day);
    overview_.last_day = std::max(overview_.last_day.value_or(day), day);
  }
  if (overview_.first_day) trend_ = TrendBuilder{*overview_.first_day, *overview_.last_day};
  overview_.granularity = trend_.granularity();
}

bool OverviewBuilder::advance(std::size_t rows) {
  const std::size_t end = std::min(next_ + rows, reviews_.size());
  for (; next_ < end; ++next_) add(static_cast<feedback::Row>(next_));
  return next_ < reviews_.size();
}

void OverviewBuilder::add(feedback::Row row) {
  const std::string_view text = reviews_.text(row, scratch_);
  const double rating = reviews_.ratings[row];
  const feedback::Feeling* feeling = feelings_.is_known(row) ? &feelings_[row] : nullptr;
  const bool is_pending = feeling == nullptr && awaits_model_ && reviews_.has_text(row);

  if (rating > 0) {
    ++overview_.rated;
    rating_.add(rating);
    ++overview_.stars[static_cast<std::size_t>(whole_star(rating) - 1)];
  }
  if (feeling != nullptr) {
    score_.add(feeling->score);
    count_feeling(*feeling, overview_.sentiment);
  }
  if (is_pending) ++overview_.sentiment.pending;
  if (feeling != nullptr && rating > 0) {
    const int apart = std::abs(whole_star(rating) - whole_star(feeling->stars));
    ++compared_;
    if (apart == 0) ++same_star_;
    if (apart <= 1) ++within_one_star_;
  }
  if (const Days day = reviews_.days[row]; day != feedback::Reviews::kNoDay) {
    ++overview_.dated;
    trend_.add(day, rating, feeling, is_pending);
  }
  ++rows_by_source_[reviews_.source_ids[row]];
  ++rows_by_product_[reviews_.product_ids[row]];
  praise_.consider(row, text, rating, feeling);
  complaints_.consider(row, text, rating, feeling);
  add_phrases(row, text, rating, feeling);
}

void OverviewBuilder::add_phrases(feedback::Row row, std::string_view text, double rating,
                                  const feedback::Feeling* feeling) {
  const std::size_t stride = 1 + reviews_.size() / kPhraseReviews;
  if (row % stride != 0 || text.empty()) return;
  phrases_.add(row, words_.read(text), side_of(rating, feeling));
}

snapshot::Overview OverviewBuilder::finish() {
  const snapshot::SentimentCounts& felt = overview_.sentiment;
  const std::uint64_t understood = felt.negative + felt.neutral + felt.positive;
  overview_.reviews = reviews_.size();
  overview_.rating = rating_.estimate(1, 5);
  overview_.score = score_.estimate(-1, 1);
  overview_.negative_share = share(felt.negative, understood);
  overview_.neutral_share = share(felt.neutral, understood);
  overview_.positive_share = share(felt.positive, understood);
  overview_.trend = trend_.finish();
  overview_.praise = praise_.pick(reviews_, feelings_);
  overview_.complaints = complaints_.pick(reviews_, feelings_);
  const DistinctivePhrases found = phrases_.find();
  overview_.praised_for = counts_of(found.praises);
  overview_.complained_about = counts_of(found.complaints);
  overview_.sources = facet(reviews_.sources, rows_by_source_);
  overview_.products = facet(reviews_.products, rows_by_product_);
  overview_.agreement = {.exact = share(same_star_, compared_),
                         .within_one = share(within_one_star_, compared_)};
  return std::move(overview_);
}

}  // namespace attune::insight
