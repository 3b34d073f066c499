#include "insight/answers_compose.hpp"

#include <algorithm>

#include "insight/answers_composer.hpp"

namespace attune::insight {
namespace {

QuestionFilter joined(const QuestionFilter& base, const QuestionFilter& more) {
  QuestionFilter both = base;
  if (more.from && (!both.from || *more.from > *both.from)) both.from = more.from;
  if (more.to && (!both.to || *more.to < *both.to)) both.to = more.to;
  if (!more.ratings.empty()) both.ratings = more.ratings;
  if (!more.sources.empty()) both.sources = more.sources;
  if (!more.products.empty()) both.products = more.products;
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

std::string rating_words(const snapshot::Estimate& rating) {
  std::string words = written_number(rating.value, 2) + " stars";
  if (rating.n < 2) return words + " (one rating only)";
  return words + " (95 % interval " + written_number(rating.low, 2) + " to " +
         written_number(rating.high, 2) + ", " + grouped_number(rating.n) + " rated)";
}

Answer Composer::compose() {
  answer_.rows = {question_.filter, search_of(question_), question_.polarity};
  answer_.understood = understood();
  answer_.confidence = 0.9;
  if (is_beyond()) return unknown("Reviews do not tell about " + written_list(question_.beyond, "or") + ".");
  if (question_.intent == Intent::Unknown) return unknown("I did not understand what is asked.");
  if (total_.scope == 0) return unknown("There are no " + scope_words(question_) + ".");
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
    say("With so few reviews this is an anecdote, not a figure.");
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
  std::vector<std::string> alone;
  for (std::size_t i = 0; i < question_.about.size(); ++i) {
    if (evidence_.term_rows[i] > 0)
      alone.push_back(question_.about[i].label + " in " + grouped_number(evidence_.term_rows[i]));
  }
  std::vector<std::string> labels;
  for (const AboutTerm& term : question_.about) labels.push_back('"' + term.label + '"');
  say("None of the " + grouped_number(total_.scope) + ' ' + scope_words(question_) + " mentions " +
      (labels.size() > 1 ? "all of " : "") + written_list(labels) + '.');
  if (!alone.empty()) say("By itself, " + written_list(alone) + ".");
  if (is_count) {
    say("Were it a random sample, the share would be below " +
        written_percent(share_of(0, total_.scope).high) + " (95 %).");
    add_count("all", total_, true);
    answer_.confidence = 0.8;
    return false;
  }
  answer_.is_unknown = alone.empty();
  answer_.confidence = alone.empty() ? 0.1 : 0.4;
  if (!evidence_.nearest.empty()) {
    say("The reviews closest in meaning are quoted below; they may be about something else.");
    quote_rows({evidence_.nearest.begin(),
                evidence_.nearest.begin() +
                    static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, evidence_.nearest.size()))});
  }
  suggest();
  return false;
}

Answer Composer::unknown(std::string sentence) {
  say(std::move(sentence));
  say("I only answer from the reviews in these files.");
  answer_.is_unknown = true;
  answer_.confidence = 0.05;
  suggest();
  return std::move(answer_);
}

void Composer::suggest() {
  answer_.suggestions = {"What do people complain about?", "What do people praise?"};
  if (reviews_.products.size() > 2) answer_.suggestions.emplace_back("Which product is rated best?");
  if (evidence_.months.size() > 2)
    answer_.suggestions.emplace_back("Are the ratings getting better over time?");
  const auto most =
      std::max_element(evidence_.concepts.begin(), evidence_.concepts.end(),
                       [](const ConceptCount& a, const ConceptCount& b) { return a.asked < b.asked; });
  if (most != evidence_.concepts.end() && most->asked >= kFewest)
    answer_.suggestions.push_back("How many reviews mention " + std::string{most->label} + '?');
}

std::string Composer::understood() const {
  std::string words;
  switch (question_.intent) {
    case Intent::HowMany:
      words = "How many";
      break;
    case Intent::Why:
      words = "What is said in";
      break;
    case Intent::Which:
      words = question_.group_by == GroupBy::Source ? "Which source, among" : "Which product, among";
      break;
    case Intent::When:
      words = "When, among";
      break;
    case Intent::Compare:
      words = "Compared among";
      break;
    case Intent::Trend:
      words = "The course of";
      break;
    case Intent::Rating:
      words = "The rating of";
      break;
    case Intent::Quote:
      words = "What is said in";
      break;
    case Intent::Unknown:
      return "The question was not understood";
  }
  words += ' ' + scope_words(question_);
  if (const std::string asked = asked_words(question_, false); !asked.empty()) words += " that " + asked;
  for (std::size_t i = 0; i < question_.compared.size(); ++i)
    words += (i == 0 ? ": " : " / ") + question_.compared[i].label;
  return words;
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
  say("Of these, " + written_percent(positive.value) + " are positive and " +
      written_percent(negative.value) + " negative.");
}

snapshot::Estimate Composer::measured(const GroupEvidence& group, Measure measure) const {
  if (measure == Measure::Rating) return group.rating.estimate(1, 5);
  if (measure == Measure::Count) return share_of(group.asked, total_.asked);
  // A share of feelings is one of the reviews about it; a share of mentions one of all in the group.
  return is_share_of_about() ? share_of(group.asked, group.felt()) : share_of(group.asked, group.scope);
}

std::string Composer::written(const snapshot::Estimate& value, Measure measure,
                              const GroupEvidence& group) const {
  if (measure == Measure::Rating) return rating_words(value);
  if (measure == Measure::Count) return written_reviews(group.asked);
  return written_percent(value.value) + ' ' + share_interval_words(value) + ", " +
         grouped_number(group.asked) + " of " +
         grouped_number(is_share_of_about() ? group.felt() : group.scope);
}

// Whether two groups differ by more than chance; true if so.
bool Composer::say_difference(const GroupEvidence& a, const GroupEvidence& b, Measure measure) {
  const stats::Interval difference = difference_of(a, b, measure);
  const double apart = measured(a, measure).value - measured(b, measure).value;
  const bool is_beyond_chance = difference.low > 0 || difference.high < 0;
  const auto value = [measure](double one) {
    return measure == Measure::Rating ? written_number(one, 2) : written_number(one * 100, 1);
  };
  say("The difference is " + value(apart) + (measure == Measure::Rating ? " stars" : " percentage points") +
      " (95 % interval " + value(difference.low) + " to " + value(difference.high) +
      "): " + (is_beyond_chance ? "more than chance explains." : "it could be chance."));
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
