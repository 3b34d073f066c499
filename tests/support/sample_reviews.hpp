// Reviews from plain values, for tests: owns the columns that the reviews point into.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "feedback/reviews.hpp"
#include "feedback/sentiment.hpp"

namespace attune::tests {

struct SampleReview {
  std::string text;
  float rating = 0;  // 0: none
  Days day = feedback::Reviews::kNoDay;
  std::string source = {}, product = {}, place = {};
};

class SampleReviews {
 public:
  explicit SampleReviews(const std::vector<SampleReview>& rows) {
    feedback::Part part;
    part.texts = {texts_.get()};
    for (const SampleReview& row : rows) {
      part.table_rows.push_back(static_cast<std::uint32_t>(texts_->size()));
      texts_->append(row.text);
      reviews.ratings.push_back(row.rating);
      reviews.days.push_back(row.day);
      reviews.source_ids.push_back(reviews.sources.id_of(row.source));
      reviews.product_ids.push_back(reviews.products.id_of(row.product));
      reviews.place_ids.push_back(reviews.places.id_of(row.place));
    }
    reviews.parts.push_back(std::move(part));
    feelings.resize(rows.size());
  }

  feedback::Reviews reviews;
  feedback::FeelingColumn feelings;

 private:
  std::unique_ptr<table::StringColumn> texts_ = std::make_unique<table::StringColumn>();
};

// A feeling with the given probabilities; score and stars follow from them.
inline feedback::Feeling feeling_of(float negative, float positive) {
  const float score = positive - negative;
  return {.p = {negative, 1 - negative - positive, positive}, .score = score, .stars = 3 + 2 * score};
}

}  // namespace attune::tests
