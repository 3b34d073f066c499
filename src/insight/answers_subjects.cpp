#include "insight/answers_subjects.hpp"

#include <array>
#include <cmath>
#include <vector>

#include "insight/answers_segments.hpp"
#include "insight/answers_words.hpp"

namespace attune::insight {
namespace {

// The sentence for many of something stands behind the one for one.
Sentence of_number(Sentence one, bool is_one) {
  return is_one ? one : static_cast<Sentence>(static_cast<int>(one) + 1);
}

// What reviews are about, behind "mention".
std::string objects(const Question& question) {
  std::vector<std::string> named;
  for (const AboutTerm& term : question.about) named.push_back(term.object);
  return written_list(named, question.language);
}

}  // namespace

std::string written_reviews(std::uint64_t number, AnswerLanguage language) {
  return worded(of_number(Sentence::ReviewsOne, is_singular(number, language)), language,
                {grouped_number(number, language)});
}

std::string share_interval_words(const snapshot::Estimate& share, AnswerLanguage language) {
  return worded(Sentence::ShareInterval, language,
                {written_percent(share.low, language), written_percent(share.high, language)});
}

std::string rating_words(const snapshot::Estimate& rating, AnswerLanguage language) {
  const auto number = [language](double value) { return written_number(value, 2, language); };
  const std::string stars =
      worded(of_number(Sentence::StarsOne, std::abs(rating.value) < 2), language, {number(rating.value)});
  if (rating.n < 2) return worded(Sentence::OneRatingOnly, language, {stars});
  return worded(Sentence::RatingWithInterval, language,
                {stars, number(rating.low), number(rating.high), grouped_number(rating.n, language)});
}

std::string word_for(Polarity polarity, bool is_one, AnswerLanguage language) {
  switch (polarity) {
    case Polarity::Negative:
      return worded(of_number(Sentence::NegativeOne, is_one), language);
    case Polarity::Neutral:
      return worded(of_number(Sentence::NeutralOne, is_one), language);
    case Polarity::Positive:
      return worded(of_number(Sentence::PositiveOne, is_one), language);
    case Polarity::Mixed:
      return worded(of_number(Sentence::MixedOne, is_one), language);
    case Polarity::Any:
      break;
  }
  return {};
}

std::string scope_words(const Question& question, bool is_one) {
  const QuestionFilter& filter = question.filter;
  const AnswerLanguage language = question.language;
  std::string words = worded(is_one ? Sentence::Review : Sentence::Reviews, language);
  const auto narrow = [&](Sentence how, const std::vector<std::string>& names) {
    if (!names.empty()) words = worded(how, language, {words, written_list(names, language)});
  };
  if (!filter.ratings.empty()) {
    std::vector<std::string> stars;
    for (const int star : filter.ratings) stars.push_back(std::to_string(star));
    const bool is_star = filter.ratings == std::vector<int>{1};
    words = worded(is_star ? Sentence::WithStar : Sentence::WithStars, language,
                   {words, written_list(stars, language, Joiner::Or)});
  }
  narrow(Sentence::OfProducts, filter.products);
  std::vector<std::string> writers;
  for (const std::string& code : filter.segments) writers.push_back(segment_writers(code, language));
  narrow(Sentence::ByWriters, writers);
  narrow(Sentence::OnSources, filter.sources);
  narrow(Sentence::InPlaces, filter.places);
  if (!question.period.empty()) words += ' ' + question.period;
  return words;
}

std::string asked_words(const Question& question, bool is_one) {
  const std::string feeling = word_for(question.polarity, is_one, question.language);
  if (question.about.empty())
    return feeling.empty() ? std::string{}
                           : worded(of_number(Sentence::FeelOne, is_one), question.language, {feeling});
  if (feeling.empty())
    return worded(of_number(Sentence::MentionOne, is_one), question.language, {objects(question)});
  return worded(of_number(Sentence::MentionAndFeelOne, is_one), question.language,
                {objects(question), feeling});
}

std::string asked_clause(const Question& question, Clause place, bool is_one) {
  const std::string feeling = word_for(question.polarity, is_one, question.language);
  if (question.about.empty() && feeling.empty()) return {};
  std::string clause =
      question.about.empty() ? worded(of_number(Sentence::ThatFeelsOne, is_one), question.language, {feeling})
      : feeling.empty()
          ? worded(of_number(Sentence::ThatMentionsOne, is_one), question.language, {objects(question)})
          : worded(of_number(Sentence::ThatMentionsAndFeelsOne, is_one), question.language,
                   {objects(question), feeling});
  if (place == Clause::Inner && question.language == AnswerLanguage::German) clause += ',';
  return clause;
}

std::string search_of(const Question& question) {
  std::string search;
  for (const AboutTerm& term : question.about) {
    if (!search.empty()) search += ' ';
    search += term.search;
  }
  return search;
}

}  // namespace attune::insight
