// How many, what rating, what is said: one figure and how sure it is.
#include "insight/answers_composer.hpp"

#include <algorithm>

namespace attune::insight {
void Composer::how_many() {
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

void Composer::rating() {
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

void Composer::quote() {
  const auto share = share_of(total_.asked, total_.scope);
  if (is_narrowed()) {
    say(grouped_number(total_.asked) + " of " + grouped_number(total_.scope) + ' ' + scope_words(question_) +
        ' ' + asked_words(question_, total_.asked == 1) + " (" + written_percent(share.value) + ").");
  } else {
    say("There are " + grouped_number(total_.scope) + ' ' + scope_words(question_) + '.');
  }
  if (total_.rating.count() > 1)
    say("Their mean rating is " + rating_words(total_.rating.estimate(1, 5)) + '.');
  if (question_.polarity == Polarity::Any) say_feelings();
  add_count("all", total_, true);
}

}  // namespace attune::insight
