#include "insight/answers_compose.hpp"

#include <algorithm>
#include <cmath>

#include "insight/answers_composer.hpp"
#include "insight/answers_concepts.hpp"

namespace attune::insight {
namespace {

QuestionFilter joined(const QuestionFilter& base, const QuestionFilter& more) {
  QuestionFilter both = base;
  if (more.from && (!both.from || *more.from > *both.from)) both.from = more.from;
  if (more.to && (!both.to || *more.to < *both.to)) both.to = more.to;
  if (!more.ratings.empty()) both.ratings = more.ratings;
  if (!more.sources.empty()) both.sources = more.sources;
  if (!more.products.empty()) both.products = more.products;
  if (!more.places.empty()) both.places = more.places;
  if (!more.segments.empty()) both.segments = more.segments;
  return both;
}

}  // namespace

snapshot::Estimate share_of(std::uint64_t n, std::uint64_t of) {
  if (of == 0) return {};
  const stats::Interval interval = stats::share_interval(n, of);
  return {.value = static_cast<double>(n) / static_cast<double>(of),
          .low = interval.low,
          .high = interval.high,
          .n = of};
}

Answer Composer::compose() {
  answer_.rows = {question_.filter, search_of(question_), question_.polarity};
  answer_.understood = understood();
  answer_.confidence = 0.9;
  if (is_beyond()) return beyond();
  if (question_.intent == Intent::Unknown) return unknown(Sentence::NotUnderstood);
  const bool asks_for_writers = !question_.filter.segments.empty() || question_.group_by == GroupBy::Segment;
  if (asks_for_writers && !evidence_.knows_writers) return unknown(Sentence::NoWriters);
  if (question_.group_by == GroupBy::Place && reviews_.places.size() < 2) return unknown(Sentence::NoPlaces);
  if (total_.scope == 0) return unknown(Sentence::NoSuchReviews, {scope_words(question_)});
  if (!knows_subject()) return std::move(answer_);
  switch (question_.intent) {
    case Intent::HowMany:
      how_many();
      break;
    case Intent::Why:
      why();
      break;
    case Intent::Which:
      which();
      break;
    case Intent::When:
      when();
      break;
    case Intent::Compare:
      compare();
      break;
    case Intent::Trend:
      trend();
      break;
    case Intent::Rating:
      rating();
      break;
    case Intent::Quote:
      quote();
      break;
    case Intent::Unknown:
      break;
  }
  if (total_.asked > 0 && total_.asked < kFewest) {
    answer_.confidence *= 0.7;
    say(Sentence::Anecdote);
  }
  add_quotes();
  return std::move(answer_);
}

// Words that no review knows: then there is nothing to say, but that a count is nought.
bool Composer::knows_subject() {
  if (total_.about > 0) return true;
  const bool is_count =
      question_.intent == Intent::HowMany &&
      (question_.counts_mentions || question_.polarity != Polarity::Any || question_.about.size() == 1);
  std::vector<std::string> alone, sought;
  for (std::size_t i = 0; i < question_.about.size(); ++i) {
    const AboutTerm& term = question_.about[i];
    if (evidence_.term_rows[i] > 0)
      alone.push_back(words(Sentence::TermInReviews, {term.named, number(evidence_.term_rows[i])}));
    sought.push_back(quoted(term.label, language_));
  }
  const Sentence none = sought.size() > 1   ? Sentence::NoneMentionsAll
                        : total_.scope == 1 ? Sentence::OneMentionsNone
                                            : Sentence::NoneMentions;
  say(none, {number(total_.scope), scope(total_.scope), listed(sought)});
  if (!alone.empty()) say(Sentence::ByItself, {listed(alone)});
  if (is_count) {
    say(Sentence::WouldBeBelow, {percent(share_of(0, total_.scope).high)});
    add_count("all", total_, true);
    answer_.confidence = 0.8;
    return false;
  }
  answer_.is_unknown = alone.empty();
  answer_.confidence = alone.empty() ? 0.1 : 0.4;
  if (!evidence_.nearest.empty()) {
    say(Sentence::ClosestAreQuoted);
    quote_rows({evidence_.nearest.begin(),
                evidence_.nearest.begin() +
                    static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, evidence_.nearest.size()))});
  }
  suggest();
  return false;
}

// "this" and "we" ask for it without naming it.
Answer Composer::beyond() {
  std::vector<std::string> named;
  bool is_named = true;
  for (const std::string& word : question_.beyond) {
    is_named = is_named && word != "that" && word != "we";
    named.push_back(language_ == AnswerLanguage::English ? word : quoted(word, language_));
  }
  return unknown(is_named ? Sentence::DoNotTell : Sentence::DoNotTellThat, {listed(named, Joiner::Or)});
}

Answer Composer::unknown(Sentence sentence, Parts parts) {
  say(sentence, parts);
  say(Sentence::OnlyFromReviews);
  answer_.is_unknown = true;
  answer_.confidence = 0.05;
  suggest();
  return std::move(answer_);
}

void Composer::suggest() {
  answer_.suggestions = {words(Sentence::AskComplaints), words(Sentence::AskPraise)};
  if (reviews_.products.size() > 2) answer_.suggestions.push_back(words(Sentence::AskBestProduct));
  if (evidence_.months.size() > 2) answer_.suggestions.push_back(words(Sentence::AskTrend));
  const auto most =
      std::max_element(evidence_.concepts.begin(), evidence_.concepts.end(),
                       [](const ConceptCount& a, const ConceptCount& b) { return a.asked < b.asked; });
  if (most != evidence_.concepts.end() && most->asked >= kFewest)
    answer_.suggestions.push_back(words(Sentence::AskMentions, {concept_object(most->label, language_)}));
}

Sentence Composer::understood_as() const {
  switch (question_.intent) {
    case Intent::HowMany:
      return Sentence::UnderstoodHowMany;
    case Intent::Why:
    case Intent::Quote:
      return Sentence::UnderstoodSaid;
    case Intent::Which:
      return question_.group_by == GroupBy::Source    ? Sentence::UnderstoodWhichSource
             : question_.group_by == GroupBy::Place   ? Sentence::UnderstoodWhichPlace
             : question_.group_by == GroupBy::Segment ? Sentence::UnderstoodWhichSegment
                                                      : Sentence::UnderstoodWhichProduct;
    case Intent::When:
      return Sentence::UnderstoodWhen;
    case Intent::Compare:
      return Sentence::UnderstoodCompared;
    case Intent::Trend:
      return Sentence::UnderstoodTrend;
    case Intent::Rating:
      return Sentence::UnderstoodRating;
    case Intent::Unknown:
      break;
  }
  return Sentence::UnderstoodNothing;
}

std::string Composer::understood() const {
  std::string said = words(understood_as(), {scope_words(question_), asked_clause(question_, Clause::Last)});
  if (question_.intent == Intent::Unknown) return said;
  for (std::size_t i = 0; i < question_.compared.size(); ++i)
    said += (i > 0                                 ? " / "
             : language_ == AnswerLanguage::French ? " : "
                                                   : ": ") +
            question_.compared[i].label;
  return said;
}

// The share of a group that is asked for, with its rating; for a question without subject, of all reviews.
void Composer::add_count(std::string label, const GroupEvidence& group, bool is_of_scope) {
  AnswerCount count{.label = std::move(label),
                    .n = group.asked,
                    .of = is_of_scope ? group.scope : evidence_.everything,
                    .share = {},
                    .rating = group.rating.estimate(1, 5),
                    .rows = {}};
  count.share = share_of(count.n, count.of);
  count.rows = {joined(question_.filter, group.filter), search_of(question_), question_.polarity};
  answer_.counts.push_back(std::move(count));
}

void Composer::say_feelings() {
  if (total_.felt() == 0) return;
  const auto negative = share_of(total_.negative, total_.felt()),
             positive = share_of(total_.positive, total_.felt());
  say(Sentence::OfTheseFeel, {percent(positive.value), percent(negative.value)});
}

snapshot::Estimate Composer::measured(const GroupEvidence& group, Measure measure) const {
  if (measure == Measure::Rating) return group.rating.estimate(1, 5);
  if (measure == Measure::Count) return share_of(group.asked, total_.asked);
  // A share of feelings is one of the reviews about it; a share of mentions one of all in the group.
  return is_share_of_about() ? share_of(group.asked, group.felt()) : share_of(group.asked, group.scope);
}

std::string Composer::written(const snapshot::Estimate& value, Measure measure,
                              const GroupEvidence& group) const {
  if (measure == Measure::Rating) return rating_words(value, language_);
  if (measure == Measure::Count) return written_reviews(group.asked, language_);
  return words(Sentence::ShareWithCases,
               {percent(value.value), share_interval_words(value, language_), number(group.asked),
                number(is_share_of_about() ? group.felt() : group.scope)});
}

// Whether two groups differ by more than chance; true if so.
bool Composer::say_difference(const GroupEvidence& a, const GroupEvidence& b, Measure measure) {
  const stats::Interval difference = difference_of(a, b, measure);
  const double apart = measured(a, measure).value - measured(b, measure).value;
  const bool is_beyond_chance = difference.low > 0 || difference.high < 0;
  const bool is_rating = measure == Measure::Rating;
  const auto value = [&](double one) {
    return is_rating ? written_number(one, 2, language_) : written_number(one * 100, 1, language_);
  };
  const bool is_small = std::abs(is_rating ? apart : apart * 100) < 2;  // singular in French
  const Sentence unit = is_rating ? (is_small ? Sentence::StarsOne : Sentence::StarsMany)
                                  : (is_small ? Sentence::PointsOne : Sentence::PointsMany);
  say(is_beyond_chance ? Sentence::Difference : Sentence::DifferenceByChance,
      {words(unit, {value(apart)}), value(difference.low), value(difference.high)});
  return is_beyond_chance;
}

stats::Interval Composer::difference_of(const GroupEvidence& a, const GroupEvidence& b,
                                        Measure measure) const {
  if (measure == Measure::Rating)
    return stats::mean_difference_interval(a.rating.summary(), b.rating.summary());
  return is_share_of_about() ? stats::share_difference_interval(a.asked, a.felt(), b.asked, b.felt())
                             : stats::share_difference_interval(a.asked, a.scope, b.asked, b.scope);
}

Answer compose_answer(const Evidence& evidence, const feedback::Reviews& reviews) {
  return Composer{evidence, reviews}.compose();
}

}  // namespace attune::insight
