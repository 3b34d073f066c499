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

void Composer::trend() {
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

}  // namespace attune::insight
