// How many, what rating, what is said: one figure and how sure it is.
#include "insight/answers_composer.hpp"

namespace attune::insight {
void Composer::how_many() {
  if (!is_narrowed()) {
    const auto share = share_of(total_.scope, evidence_.everything);
    if (question_.filter == QuestionFilter{}) {
      say(total_.scope, Sentence::ReviewsInFilesOne, Sentence::ReviewsInFilesMany,
          {written_reviews(total_.scope, language_)});
    } else {
      say(total_.scope, Sentence::ThereAreOfAllOne, Sentence::ThereAreOfAllMany,
          {number(total_.scope), scope(total_.scope), percent(share.value), number(evidence_.everything)});
    }
    add_count("all", total_, false);
    if (total_.rating.count() > 1)
      say(Sentence::TheirMeanRating, {rating_words(total_.rating.estimate(1, 5), language_)});
    return;
  }
  const auto share = share_of(total_.asked, total_.scope);
  say(Sentence::AskedOfScope, {number(total_.asked), number(total_.scope), scope(total_.scope),
                               asked_words(question_, is_singular(total_.asked, language_)),
                               percent(share.value), share_interval_words(share, language_)});
  add_count("all", total_, true);
  if (!question_.about.empty() && question_.polarity != Polarity::Any && total_.about > 0) {
    const auto among = share_of(total_.asked, total_.felt());
    say(total_.about, Sentence::MentionAtAllOne, Sentence::MentionAtAllMany,
        {number(total_.about), percent(among.value), word_for(question_.polarity, false, language_),
         share_interval_words(among, language_)});
  } else if (!question_.about.empty()) {
    say_feelings();
  }
}

void Composer::rating() {
  const auto mean = total_.rating.estimate(1, 5);
  if (mean.n == 0) {
    answer_.confidence = 0.5;
    say(Sentence::NoneIsRated);
    say_feelings();
    add_count("all", total_, true);
    return;
  }
  std::string subject = scope_words(question_);
  if (!question_.about.empty()) subject += asked_clause(question_, Clause::Inner);
  say(Sentence::MeanRatingOf, {subject, rating_words(mean, language_)});
  if (mean.n < kFewest) answer_.confidence *= 0.7;
  say_feelings();
  add_count("all", total_, true);
}

void Composer::quote() {
  const auto share = share_of(total_.asked, total_.scope);
  if (is_narrowed()) {
    say(Sentence::AskedOfScopeShort,
        {number(total_.asked), number(total_.scope), scope(total_.scope),
         asked_words(question_, is_singular(total_.asked, language_)), percent(share.value)});
  } else {
    say(total_.scope, Sentence::ThereAreOne, Sentence::ThereAreMany,
        {number(total_.scope), scope(total_.scope)});
  }
  if (total_.rating.count() > 1)
    say(Sentence::TheirMeanRating, {rating_words(total_.rating.estimate(1, 5), language_)});
  if (question_.polarity == Polarity::Any) say_feelings();
  add_count("all", total_, true);
}

}  // namespace attune::insight
