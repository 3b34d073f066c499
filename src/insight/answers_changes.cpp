// Comparisons and courses over time.
#include "insight/answers_composer.hpp"

#include <algorithm>

namespace attune::insight {
void Composer::compare() {
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
      say(Sentence::SideIsEmpty, {one.label});
      continue;
    }
    say(Sentence::SideIs, {one.label, written(value, measure, one)});
    sides.push_back(&one);
  }
  if (sides.size() < 2) {
    answer_.confidence = 0.3;
    return;
  }
  std::stable_sort(sides.begin(), sides.end(), [&](const GroupEvidence* a, const GroupEvidence* b) {
    return measured(*a, measure).value > measured(*b, measure).value;
  });
  const bool is_of_time = !question_.compared.empty() && question_.compared.front().is_period;
  const auto side = [&](const GroupEvidence& one) {
    return is_of_time ? one.label : of_words(one.named, language_);
  };
  say(is_of_time ? Sentence::IsHigherInTime : Sentence::IsHigher,
      {side(*sides.front()), side(*sides.back())});
  say_difference(*sides.front(), *sides.back(), measure);
}

void Composer::trend() {
  if (evidence_.compared.size() < 2 || evidence_.months.empty()) {
    say(Sentence::NoCourse);
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
    say(Sentence::OneSideIsEmpty);
    answer_.confidence = 0.3;
    return;
  }
  const std::string clause = asked_clause(question_, Clause::Inner);
  const std::string what = measure != Measure::Rating ? words(Sentence::TheShareThat, {clause})
                           : question_.about.empty()  ? words(Sentence::TheMeanRating)
                                                      : words(Sentence::TheMeanRatingThat, {clause});
  const stats::Interval difference = difference_of(after, before, measure);
  const bool is_up = difference.low > 0, is_down = difference.high < 0;
  say(is_up     ? Sentence::HasRisen
      : is_down ? Sentence::HasFallen
                : Sentence::HasNotChanged,
      {what, written(was, measure, before), before.label, written(is, measure, after), after.label});
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
    say(measure == Measure::Rating ? Sentence::LowestMonth : Sentence::HighestMonth,
        {peak->label, written(measured(*peak, measure), measure, *peak)});
  for (const GroupEvidence& one : evidence_.months) add_count(one.label, one, true);
}

}  // namespace attune::insight
