// Why: the subjects and words that set those who are asked for apart from the others.
#include "insight/answers_composer.hpp"
#include "insight/answers_concepts.hpp"

#include <algorithm>

namespace attune::insight {
std::vector<Composer::Contrast> Composer::contrasts() const {
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

bool Composer::is_subject(const ConceptCount& one) const {
  return std::any_of(question_.about.begin(), question_.about.end(),
                     [&one](const AboutTerm& term) { return term.search == one.search; });
}

void Composer::why() {
  const Polarity side = question_.polarity == Polarity::Any ? Polarity::Negative : question_.polarity;
  const auto share = share_of(total_.asked, total_.about);
  Question about = question_;
  about.polarity = Polarity::Any;
  const bool is_one = is_singular(total_.about, language_);
  const auto subject = [&](Clause place) { return scope(total_.about) + asked_clause(about, place, is_one); };
  if (question_.polarity != Polarity::Any) {
    say(total_.asked, Sentence::AskedAreOne, Sentence::AskedAreMany,
        {number(total_.asked), number(total_.about), subject(Clause::Inner),
         word_for(question_.polarity, is_singular(total_.asked, language_), language_), percent(share.value),
         share_interval_words(share, language_)});
  } else {
    say(total_.about, Sentence::ThereAreOne, Sentence::ThereAreMany,
        {number(total_.about), subject(Clause::Last)});
    say_feelings();
  }
  add_count("all", total_, true);
  if (total_.asked == 0) {
    answer_.confidence = 0.6;
    return;
  }
  const auto found = contrasts();
  const bool is_praise = side == Polarity::Positive;
  std::vector<std::string> named;
  for (std::size_t i = 0; i < std::min<std::size_t>(4, found.size()); ++i) {
    const ConceptCount& one = *found[i].subject;
    const std::string said = concept_named(one.label, language_);
    named.push_back(words(Sentence::SubjectWithCases,
                          {is_praise ? said : of_words(said, language_),
                           written_reviews(one.asked, language_), percent(found[i].asked.value)}));
    AnswerCount count{.label = concept_label(one.label, language_),
                      .n = one.asked,
                      .of = evidence_.concept_asked,
                      .share = found[i].asked,
                      .rating = {},
                      .rows = answer_.rows};
    if (!count.rows.search.empty()) count.rows.search += ' ';
    count.rows.search += one.search;
    answer_.counts.push_back(std::move(count));
  }
  if (!named.empty()) say(is_praise ? Sentence::TheyPraise : Sentence::TheySpeakOf, {listed(named)});
  std::vector<std::string> apart;
  for (const Phrase& phrase : is_praise ? evidence_.phrases.praises : evidence_.phrases.complaints) {
    if (apart.size() == 5) break;
    apart.push_back(words(Sentence::WordWithCases, {quoted(phrase.text, language_),
                                                    number(is_praise ? phrase.praises : phrase.complaints)}));
  }
  if (!apart.empty()) say(Sentence::WordsApart, {listed(apart)});
  if (named.empty() && apart.empty()) {
    say(Sentence::NothingApart);
    answer_.confidence *= 0.7;
  }
}

}  // namespace attune::insight
