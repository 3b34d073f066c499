// Why: the subjects and words that set those who are asked for apart from the others.
#include "insight/answers_composer.hpp"

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

}  // namespace attune::insight
