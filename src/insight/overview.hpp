// The first page of an analysis: how many, how good, how they feel, since when, in whose words.
//
// Rows are added one after the other, so that a caller can stop between any two. finish() takes some 0.1 s
// where there are many texts: phrases are looked for in an even sample of at most kPhraseReviews of them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "feedback/review_words.hpp"
#include "feedback/reviews.hpp"
#include "feedback/sentiment.hpp"
#include "insight/phrases.hpp"
#include "insight/quotes.hpp"
#include "insight/trend.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::insight {

class OverviewBuilder {
 public:
  static constexpr std::size_t kPhraseReviews = 20'000;

  // Both must outlive it. `awaits_model`: texts without a feeling are counted as pending.
  OverviewBuilder(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings,
                  bool awaits_model);

  // Counts up to `rows` more; false when all are counted.
  bool advance(std::size_t rows);
  [[nodiscard]] std::size_t rows_done() const noexcept { return next_; }
  // After advance() has returned false.
  [[nodiscard]] snapshot::Overview finish();

 private:
  void add(feedback::Row row);
  void add_phrases(feedback::Row row, std::string_view text, double rating, const feedback::Feeling* feeling);

  const feedback::Reviews& reviews_;
  const feedback::FeelingColumn& feelings_;
  bool awaits_model_;
  std::size_t next_ = 0;
  std::string scratch_;

  snapshot::Overview overview_;
  TrendBuilder trend_;
  RunningMean rating_, score_;
  QuotePicker praise_{QuotePicker::Side::Praise}, complaints_{QuotePicker::Side::Complaint};
  feedback::ReviewWords words_;
  PhraseFinder phrases_;
  std::vector<std::uint64_t> rows_by_source_, rows_by_product_;
  std::uint64_t compared_ = 0, same_star_ = 0, within_one_star_ = 0;
};

}  // namespace attune::insight
