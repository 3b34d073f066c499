#include "insight/answers_compose.hpp"

#include <algorithm>
#include <cmath>

#include "feedback/search.hpp"
#include "insight/answers_words.hpp"
#include "insight/quotes.hpp"
#include "stats/intervals.hpp"
#include "text/sentences.hpp"

namespace attune::insight {
namespace {

constexpr std::uint64_t kFewest = 5;     // a group of fewer says nothing by itself
constexpr std::size_t kMostGroups = 12;  // shown
constexpr std::size_t kQuotesShown = 5;

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

QuestionFilter joined(const QuestionFilter& base, const QuestionFilter& more) {
  QuestionFilter both = base;
  if (more.from && (!both.from || *more.from > *both.from)) both.from = more.from;
  if (more.to && (!both.to || *more.to < *both.to)) both.to = more.to;
  if (!more.ratings.empty()) both.ratings = more.ratings;
  if (!more.sources.empty()) both.sources = more.sources;
  if (!more.products.empty()) both.products = more.products;
  return both;
}

class Composer {
 public:
  Composer(const Evidence& evidence, const feedback::Reviews& reviews)
      : evidence_{evidence}, question_{evidence.question}, reviews_{reviews}, total_{evidence.total} {}

  Answer compose() {
    answer_.rows = {question_.filter, search_of(question_), question_.polarity};
    answer_.understood = understood();
    answer_.confidence = 0.9;
    if (is_beyond())
      return unknown("Reviews do not tell about " + written_list(question_.beyond, "or") + ".");
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

 private:
  void say(std::string sentence) { answer_.sentences.push_back(std::move(sentence)); }

  [[nodiscard]] bool is_beyond() const { return !question_.beyond.empty() && !question_.counts_mentions; }

  // Words that no review knows: then there is nothing to say, but that a count is nought.
  bool knows_subject() {
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

  Answer unknown(std::string sentence) {
    say(std::move(sentence));
    say("I only answer from the reviews in these files.");
    answer_.is_unknown = true;
    answer_.confidence = 0.05;
    suggest();
    return std::move(answer_);
  }

  void suggest() {
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

  [[nodiscard]] std::string understood() const {
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
  void add_count(std::string label, const GroupEvidence& group, bool is_of_scope) {
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

  [[nodiscard]] bool is_narrowed() const {
    return !question_.about.empty() || question_.polarity != Polarity::Any;
  }

  void say_feelings() {
    if (total_.felt() == 0) return;
    const auto negative = share_of(total_.negative, total_.felt()),
               positive = share_of(total_.positive, total_.felt());
    say("Of these, " + written_percent(positive.value) + " are positive and " +
        written_percent(negative.value) + " negative.");
  }

  void how_many() {
    if (!is_narrowed()) {
      const auto share = share_of(total_.scope, evidence_.everything);
      if (question_.filter == QuestionFilter{}) {
        say("There are " + written_reviews(total_.scope) + " in these files.");
      } else {
        say("There are " + grouped_number(total_.scope) + ' ' + scope_words(question_) + ", " +
            written_percent(share.value) + " of all " + grouped_number(evidence_.everything) + '.');
      }
      add_count("all", total_, false);
      if (total_.rating.count() > 1)
        say("Their mean rating is " + rating_words(total_.rating.estimate(1, 5)) + '.');
      return;
    }
    const auto share = share_of(total_.asked, total_.scope);
    say(grouped_number(total_.asked) + " of " + grouped_number(total_.scope) + ' ' + scope_words(question_) +
        ' ' + asked_words(question_, total_.asked == 1) + ": " + written_percent(share.value) + ' ' +
        share_interval_words(share) + '.');
    add_count("all", total_, true);
    if (!question_.about.empty() && question_.polarity != Polarity::Any && total_.about > 0) {
      const auto among = share_of(total_.asked, total_.felt());
      say(grouped_number(total_.about) + " mention it at all; " + written_percent(among.value) +
          " of those are " + word_for(question_.polarity) + ' ' + share_interval_words(among) + '.');
    } else if (!question_.about.empty()) {
      say_feelings();
    }
  }

  void rating() {
    const auto mean = total_.rating.estimate(1, 5);
    if (mean.n == 0) {
      answer_.confidence = 0.5;
      say("None of these reviews carries a rating.");
      say_feelings();
      add_count("all", total_, true);
      return;
    }
    std::string subject = scope_words(question_);
    if (!question_.about.empty()) subject += " that " + asked_words(question_, false);
    say("The mean rating of " + subject + " is " + rating_words(mean) + '.');
    if (mean.n < kFewest) answer_.confidence *= 0.7;
    say_feelings();
    add_count("all", total_, true);
  }

  void quote() {
    const auto share = share_of(total_.asked, total_.scope);
    if (is_narrowed()) {
      say(grouped_number(total_.asked) + " of " + grouped_number(total_.scope) + ' ' +
          scope_words(question_) + ' ' + asked_words(question_, total_.asked == 1) + " (" +
          written_percent(share.value) + ").");
    } else {
      say("There are " + grouped_number(total_.scope) + ' ' + scope_words(question_) + '.');
    }
    if (total_.rating.count() > 1)
      say("Their mean rating is " + rating_words(total_.rating.estimate(1, 5)) + '.');
    if (question_.polarity == Polarity::Any) say_feelings();
    add_count("all", total_, true);
  }

  // The subjects that are more frequent among those asked for than among the others, by more than chance.
  struct Contrast {
    const ConceptCount* subject;
    snapshot::Estimate asked;
    double least;  // the low end of the difference in shares
  };
  [[nodiscard]] std::vector<Contrast> contrasts() const {
    std::vector<Contrast> found;
    for (const ConceptCount& one : evidence_.concepts) {
      if (one.asked < 3 || is_subject(one)) continue;
      const auto difference = stats::share_difference_interval(one.asked, evidence_.concept_asked, one.others,
                                                               evidence_.concept_others);
      const double least = evidence_.concept_others == 0
                               ? static_cast<double>(one.asked) / static_cast<double>(evidence_.concept_asked)
                               : difference.low;
      if (least > 0) found.push_back({&one, share_of(one.asked, evidence_.concept_asked), least});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Contrast& a, const Contrast& b) { return a.least > b.least; });
    return found;
  }
  [[nodiscard]] bool is_subject(const ConceptCount& one) const {
    return std::any_of(question_.about.begin(), question_.about.end(),
                       [&one](const AboutTerm& term) { return term.search == one.search; });
  }

  void why() {
    const Polarity side = question_.polarity == Polarity::Any ? Polarity::Negative : question_.polarity;
    const auto share = share_of(total_.asked, total_.about);
    std::string subject = scope_words(question_);
    if (!question_.about.empty()) {
      Question about = question_;
      about.polarity = Polarity::Any;
      subject += " that " + asked_words(about, false);
    }
    if (question_.polarity != Polarity::Any) {
      say(grouped_number(total_.asked) + " of " + grouped_number(total_.about) + ' ' + subject + " are " +
          word_for(question_.polarity) + ": " + written_percent(share.value) + ' ' +
          share_interval_words(share) + '.');
    } else {
      say("There are " + grouped_number(total_.about) + ' ' + subject + '.');
      say_feelings();
    }
    add_count("all", total_, true);
    if (total_.asked == 0) {
      answer_.confidence = 0.6;
      return;
    }
    const auto found = contrasts();
    std::vector<std::string> named;
    for (std::size_t i = 0; i < std::min<std::size_t>(4, found.size()); ++i) {
      const ConceptCount& one = *found[i].subject;
      named.push_back(std::string{one.label} + " (" + written_reviews(one.asked) + ", " +
                      written_percent(found[i].asked.value) + ')');
      AnswerCount count{.label = std::string{one.label},
                        .n = one.asked,
                        .of = evidence_.concept_asked,
                        .share = found[i].asked,
                        .rating = {},
                        .rows = answer_.rows};
      if (!count.rows.search.empty()) count.rows.search += ' ';
      count.rows.search += one.search;
      answer_.counts.push_back(std::move(count));
    }
    const bool is_praise = side == Polarity::Positive;
    if (!named.empty())
      say(std::string{is_praise ? "What they praise more than others mention it: "
                                : "More often than the other reviews they speak of "} +
          written_list(named) + '.');
    std::vector<std::string> words;
    for (const Phrase& phrase : is_praise ? evidence_.phrases.praises : evidence_.phrases.complaints) {
      if (words.size() == 5) break;
      words.push_back('"' + phrase.text + "\" (" +
                      grouped_number(is_praise ? phrase.praises : phrase.complaints) + ')');
    }
    if (!words.empty()) say("The words that set them apart: " + written_list(words) + '.');
    if (named.empty() && words.empty()) {
      say("No subject or word sets them apart from the others by more than chance; the clearest are quoted "
          "below.");
      answer_.confidence *= 0.7;
    }
  }

  enum class Measure { Rating, Share, Count };

  [[nodiscard]] snapshot::Estimate measured(const GroupEvidence& group, Measure measure) const {
    if (measure == Measure::Rating) return group.rating.estimate(1, 5);
    if (measure == Measure::Count) return share_of(group.asked, total_.asked);
    // A share of feelings is one of the reviews about it; a share of mentions one of all in the group.
    return is_share_of_about() ? share_of(group.asked, group.felt()) : share_of(group.asked, group.scope);
  }
  // Where nothing but feelings is asked for, the share is one of the reviews whose feeling is known.
  [[nodiscard]] bool is_share_of_about() const {
    return question_.polarity != Polarity::Any && question_.about.empty();
  }

  [[nodiscard]] std::string written(const snapshot::Estimate& value, Measure measure,
                                    const GroupEvidence& group) const {
    if (measure == Measure::Rating) return rating_words(value);
    if (measure == Measure::Count) return written_reviews(group.asked);
    return written_percent(value.value) + ' ' + share_interval_words(value) + ", " +
           grouped_number(group.asked) + " of " +
           grouped_number(is_share_of_about() ? group.felt() : group.scope);
  }

  [[nodiscard]] Measure measure_for_groups() const {
    if (question_.counts_mentions && question_.about.empty() && question_.polarity == Polarity::Any)
      return Measure::Count;
    if (!question_.about.empty() && question_.polarity == Polarity::Any) return Measure::Share;
    const bool has_ratings = total_.rating.count() * 2 >= total_.about;
    if (question_.asks_for_least || question_.wants_best)
      return has_ratings ? Measure::Rating : Measure::Share;
    return question_.polarity == Polarity::Any
               ? (has_ratings && !question_.asks_for_most ? Measure::Rating : Measure::Count)
               : Measure::Share;
  }

  void which() {
    const Measure measure = measure_for_groups();
    std::vector<const GroupEvidence*> groups;
    std::uint64_t left_out = 0;
    for (const GroupEvidence& one : evidence_.groups) {
      const std::uint64_t cases = measure == Measure::Count ? one.scope : measured(one, measure).n;
      if (cases >= kFewest)
        groups.push_back(&one);
      else
        ++left_out;
    }
    if (groups.empty()) {
      say("No group has the " + std::to_string(kFewest) + " reviews that a comparison needs.");
      answer_.is_unknown = true;
      answer_.confidence = 0.2;
      return;
    }
    const bool ascending =
        measure == Measure::Rating
            ? question_.asks_for_least || (question_.polarity == Polarity::Negative && !question_.wants_best)
            : question_.asks_for_least && question_.polarity == Polarity::Any;
    std::stable_sort(groups.begin(), groups.end(), [&](const GroupEvidence* a, const GroupEvidence* b) {
      const double x = measured(*a, measure).value, y = measured(*b, measure).value;
      return ascending ? x < y : x > y;
    });
    for (std::size_t i = 0; i < std::min(groups.size(), kMostGroups); ++i) {
      add_count(groups[i]->label, *groups[i], true);
      if (measure == Measure::Share) answer_.counts.back().share = measured(*groups[i], measure);
    }
    const GroupEvidence& first = *groups[0];
    const std::string what = measure == Measure::Rating ? (ascending ? "lowest rating" : "best rating")
                             : measure == Measure::Count
                                 ? (ascending ? "fewest reviews" : "most reviews")
                                 : std::string{ascending ? "smallest" : "largest"} +
                                       " share of reviews that " + asked_words(question_, false);
    say(first.label + " has the " + what + ": " + written(measured(first, measure), measure, first) + '.');
    if (groups.size() > 1) {
      const GroupEvidence& second = *groups[1];
      say("Next comes " + second.label + ": " + written(measured(second, measure), measure, second) + '.');
      if (measure != Measure::Count) say_difference(first, second, measure);
    }
    if (left_out > 0)
      say(std::to_string(left_out) + (left_out == 1 ? " group" : " groups") + " with fewer than " +
          std::to_string(kFewest) + " reviews " + (left_out == 1 ? "is" : "are") + " left out.");
  }

  // Whether two groups differ by more than chance; true if so.
  bool say_difference(const GroupEvidence& a, const GroupEvidence& b, Measure measure) {
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
  [[nodiscard]] stats::Interval difference_of(const GroupEvidence& a, const GroupEvidence& b,
                                              Measure measure) const {
    if (measure == Measure::Rating)
      return stats::mean_difference_interval(a.rating.summary(), b.rating.summary());
    return is_share_of_about() ? stats::share_difference_interval(a.asked, a.felt(), b.asked, b.felt())
                               : stats::share_difference_interval(a.asked, a.scope, b.asked, b.scope);
  }

  void when() {
    const bool by_weekday = question_.group_by == GroupBy::Weekday;
    const std::vector<GroupEvidence>& parts = by_weekday ? evidence_.groups : evidence_.months;
    if (parts.empty() || !evidence_.first_day) {
      say("None of these reviews carries a date.");
      answer_.is_unknown = true;
      answer_.confidence = 0.2;
      return;
    }
    const bool wants_rating =
        !is_narrowed() && (question_.asks_for_least || question_.wants_best) && !question_.counts_mentions;
    const Measure measure =
        wants_rating || (question_.wants_best && question_.about.empty()) ||
                (question_.asks_for_least && question_.about.empty() && !question_.counts_mentions)
            ? Measure::Rating
        : is_narrowed() ? Measure::Share
                        : Measure::Count;
    const bool ascending = measure == Measure::Rating
                               ? question_.asks_for_least
                               : question_.asks_for_least && question_.polarity == Polarity::Any;
    const GroupEvidence* peak = nullptr;
    for (const GroupEvidence& one : parts) {
      const auto value = measured(one, measure);
      if ((measure == Measure::Count ? one.scope : value.n) < (measure == Measure::Count ? 1 : kFewest))
        continue;
      if (peak == nullptr || (ascending ? value.value < measured(*peak, measure).value
                                        : value.value > measured(*peak, measure).value))
        peak = &one;
    }
    const std::string asked = asked_words(question_, false);
    if (!question_.about.empty() && !by_weekday) {
      say("The first of the " + grouped_number(total_.asked) + ' ' + scope_words(question_) + " that " +
          asked + " is of " + written_day(*evidence_.first_day) + ", the latest of " +
          written_day(*evidence_.last_day) + '.');
    }
    if (peak != nullptr) {
      const std::string what =
          measure == Measure::Rating ? (ascending ? "The lowest rating" : "The best rating")
          : measure == Measure::Count
              ? (ascending ? "The fewest reviews" : "The most reviews")
              : std::string{ascending ? "The smallest" : "The largest"} + " share of reviews that " + asked;
      say(what + " is in " + peak->label + ": " + written(measured(*peak, measure), measure, *peak) + '.');
      if (by_weekday)
        answer_.sentences.back() =
            what + " is on " + peak->label + ": " + written(measured(*peak, measure), measure, *peak) + '.';
      const auto whole = measured(total_, measure);
      if (measure != Measure::Count)
        say("Over the whole time it is " + written(whole, measure, total_) + '.');
    }
    for (const GroupEvidence& one : parts) add_count(one.label, one, true);
  }

  void compare() {
    const Measure measure = question_.polarity == Polarity::Any &&
                                    (question_.about.empty() || !question_.counts_mentions) &&
                                    total_.rating.count() > 1
                                ? Measure::Rating
                                : Measure::Share;
    std::vector<const GroupEvidence*> sides;
    for (const GroupEvidence& one : evidence_.compared) {
      add_count(one.label, one, true);
      const auto value = measured(one, measure);
      if (value.n == 0) {
        say(one.label + ": no reviews.");
        continue;
      }
      say(one.label + ": " + written(value, measure, one) + '.');
      sides.push_back(&one);
    }
    if (sides.size() < 2) {
      answer_.confidence = 0.3;
      return;
    }
    std::stable_sort(sides.begin(), sides.end(), [&](const GroupEvidence* a, const GroupEvidence* b) {
      return measured(*a, measure).value > measured(*b, measure).value;
    });
    say(sides.front()->label + " is higher than " + sides.back()->label + '.');
    say_difference(*sides.front(), *sides.back(), measure);
  }

  void trend() {
    if (evidence_.compared.size() < 2 || evidence_.months.empty()) {
      say("These reviews carry no dates, so that no course can be told.");
      answer_.is_unknown = true;
      answer_.confidence = 0.2;
      return;
    }
    const bool is_share = !question_.about.empty() || question_.polarity != Polarity::Any;
    const bool wants_rating = question_.wants_quality || !is_share;
    const Measure measure = wants_rating && total_.rating.count() > 1 ? Measure::Rating : Measure::Share;
    const GroupEvidence &before = evidence_.compared[0], &after = evidence_.compared[1];
    add_count(before.label, before, true);
    add_count(after.label, after, true);
    const auto was = measured(before, measure), is = measured(after, measure);
    if (was.n == 0 || is.n == 0) {
      say("There are no reviews on one side of the comparison.");
      answer_.confidence = 0.3;
      return;
    }
    const std::string what =
        measure == Measure::Rating ? "mean rating" : "share of reviews that " + asked_words(question_, false);
    std::string subject = measure == Measure::Rating && !question_.about.empty()
                              ? " of reviews that " + asked_words(question_, false)
                              : "";
    const stats::Interval difference = difference_of(after, before, measure);
    const bool is_up = difference.low > 0, is_down = difference.high < 0;
    say("The " + what + subject +
        (is_up     ? " has risen"
         : is_down ? " has fallen"
                   : " has not changed by more than chance") +
        ": " + written(was, measure, before) + ' ' + before.label + ", " + written(is, measure, after) + ' ' +
        after.label + '.');
    say_difference(after, before, measure);
    const GroupEvidence* peak = nullptr;
    for (const GroupEvidence& one : evidence_.months) {
      const auto value = measured(one, measure);
      if (value.n < kFewest) continue;
      const bool is_further =
          peak == nullptr || (measure == Measure::Rating ? value.value < measured(*peak, measure).value
                                                         : value.value > measured(*peak, measure).value);
      if (is_further) peak = &one;
    }
    if (peak != nullptr)
      say(std::string{measure == Measure::Rating ? "The lowest month was " : "The highest month was "} +
          peak->label + ": " + written(measured(*peak, measure), measure, *peak) + '.');
    for (const GroupEvidence& one : evidence_.months) add_count(one.label, one, true);
  }

  // --- quotes ---
  void add_quotes() {
    // Words and meaning agree on what is worth reading: reciprocal rank fusion (Cormack, Clarke, Buettcher
    // 2009).
    std::vector<std::pair<double, feedback::Row>> fused;
    for (std::size_t i = 0; i < evidence_.best.size(); ++i)
      fused.emplace_back(1.0 / (60.0 + static_cast<double>(i)), evidence_.best[i]);
    std::sort(fused.begin(), fused.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (std::size_t i = 0; i < evidence_.nearest.size(); ++i) {
      const auto at = std::lower_bound(fused.begin(), fused.end(), evidence_.nearest[i],
                                       [](const auto& one, feedback::Row row) { return one.second < row; });
      if (at != fused.end() && at->second == evidence_.nearest[i])
        at->first += 1.0 / (60.0 + static_cast<double>(i));
    }
    std::sort(fused.begin(), fused.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<feedback::Row> rows;
    for (const auto& [score, row] : fused) rows.push_back(row);
    quote_rows(rows);
  }

  void quote_rows(const std::vector<feedback::Row>& rows) {
    const feedback::Search search{search_of(question_)};
    std::vector<std::string> openings;
    std::string scratch;
    for (const feedback::Row row : rows) {
      if (answer_.quotes.size() == kQuotesShown) break;
      const std::string_view whole = reviews_.text(row, scratch);
      if (whole.empty()) continue;
      AnswerQuote quote{.row = row, .text = part_to_quote(whole, search), .highlights = {}};
      // The same sentence twice teaches nothing.
      const std::string opening = feedback::fold(quote.text).substr(0, 24);
      if (std::find(openings.begin(), openings.end(), opening) != openings.end()) continue;
      openings.push_back(opening);
      quote.highlights = search.find_in(quote.text);
      answer_.quotes.push_back(std::move(quote));
    }
  }

  // A readable part that holds what was looked for.
  static std::string part_to_quote(std::string_view whole, const feedback::Search& search) {
    if (whole.size() <= kQuoteBytes) return excerpt(whole, kQuoteBytes);
    const auto found = search.find_in(whole);
    if (found.empty()) return excerpt(whole, kQuoteBytes);
    std::size_t begin = 0;
    for (const text::ByteRange& sentence : text::split_sentences(whole)) {
      if (sentence.begin <= found.front().begin) begin = sentence.begin;
    }
    return (begin > 0 ? "… " : "") + excerpt(whole.substr(begin), kQuoteBytes);
  }

  const Evidence& evidence_;
  const Question& question_;
  const feedback::Reviews& reviews_;
  const GroupEvidence& total_;
  Answer answer_;
};

}  // namespace

Answer compose_answer(const Evidence& evidence, const feedback::Reviews& reviews) {
  return Composer{evidence, reviews}.compose();
}

}  // namespace attune::insight
