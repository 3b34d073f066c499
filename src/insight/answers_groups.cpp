// Which and when: groups and months in order, and whether the first differs from the next by more than
// chance.
#include "insight/answers_composer.hpp"

#include <algorithm>

namespace attune::insight {
namespace {

constexpr std::size_t kMostGroups = 12;  // shown

}  // namespace

Composer::Measure Composer::measure_for_groups() const {
  if (question_.counts_mentions && question_.about.empty() && question_.polarity == Polarity::Any)
    return Measure::Count;
  if (!question_.about.empty() && question_.polarity == Polarity::Any) return Measure::Share;
  const bool has_ratings = total_.rating.count() * 2 >= total_.about;
  if (question_.asks_for_least || question_.wants_best) return has_ratings ? Measure::Rating : Measure::Share;
  return question_.polarity == Polarity::Any
             ? (has_ratings && !question_.asks_for_most ? Measure::Rating : Measure::Count)
             : Measure::Share;
}

void Composer::which() {
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
    say(Sentence::NoGroupHasEnough, {number(kFewest)});
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
  const bool is_plural = question_.group_by == GroupBy::Segment;
  const Sentence has = measure == Measure::Rating
                           ? (ascending ? Sentence::WhichLowestRating : Sentence::WhichBestRating)
                       : measure == Measure::Count ? (ascending ? Sentence::WhichFewest : Sentence::WhichMost)
                       : ascending                 ? Sentence::WhichSmallestShare
                                                   : Sentence::WhichLargestShare;
  const std::string value = written(measured(first, measure), measure, first);
  answer_.sentences.push_back(words(has, {is_plural ? capitalised(first.named) : first.named,
                                          words(is_plural ? Sentence::Have : Sentence::Has), value,
                                          asked_clause(question_, Clause::Last)}));
  if (groups.size() > 1) {
    const GroupEvidence& second = *groups[1];
    say(is_plural ? Sentence::NextComesMany : Sentence::NextComesOne,
        {second.named, written(measured(second, measure), measure, second)});
    if (measure != Measure::Count) say_difference(first, second, measure);
  }
  if (left_out > 0)
    say(left_out, Sentence::LeftOutOne, Sentence::LeftOutMany, {number(left_out), number(kFewest)});
}

void Composer::say_first_and_latest() {
  const std::string first = written_day(*evidence_.first_day, language_);
  if (total_.asked == 1)
    say(Sentence::OnlyOneIsOf, {number(1), scope(1) + asked_clause(question_, Clause::Last, true), first});
  else
    say(Sentence::FirstAndLatest,
        {number(total_.asked), scope_words(question_) + asked_clause(question_, Clause::Inner), first,
         written_day(*evidence_.last_day, language_)});
}

void Composer::when() {
  const bool by_weekday = question_.group_by == GroupBy::Weekday;
  const std::vector<GroupEvidence>& parts = by_weekday ? evidence_.groups : evidence_.months;
  if (parts.empty() || !evidence_.first_day) {
    say(Sentence::NoneIsDated);
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
  if (!question_.about.empty() && !by_weekday) say_first_and_latest();
  if (peak != nullptr) {
    const Sentence what =
        measure == Measure::Rating  ? (ascending ? Sentence::PeakLowestRating : Sentence::PeakBestRating)
        : measure == Measure::Count ? (ascending ? Sentence::PeakFewest : Sentence::PeakMost)
        : ascending                 ? Sentence::PeakSmallestShare
                                    : Sentence::PeakLargestShare;
    const std::string in_it =
        by_weekday ? on_weekday(peak->label, language_) : words(Sentence::InMonth, {peak->label});
    say(what,
        {in_it, written(measured(*peak, measure), measure, *peak), asked_clause(question_, Clause::Inner)});
    const auto whole = measured(total_, measure);
    if (measure != Measure::Count) say(Sentence::OverWholeTime, {written(whole, measure, total_)});
  }
  for (const GroupEvidence& one : parts) add_count(one.label, one, true);
}

}  // namespace attune::insight
