// The ways of asking: what the words of a question say about the kind of answer, in English, German, French
// and Spanish.
#pragma once

#include "insight/question_words.hpp"

namespace attune::insight {

struct Asking {
  // What is asked for.
  bool count = false, share = false, trend = false, rating = false, when = false, why = false;
  bool comparison = false;
  bool feelings_of_some = false;  // "is there", "does anyone": a count, though no number is named
  bool to_be_shown = false;       // "show", "quote"
  bool what_is_said = false;      // "what do people say about"
  // How it is ranked.
  bool least = false, most = false, best = false;
  bool quality = false;   // "better", "rated": the rating, not how often it is mentioned
  bool mentions = false;  // "most mentioned"
};

// `names_two`: two products or sources are named, which "better" then compares.
[[nodiscard]] Asking read_asking(const QuestionWords& words, bool names_two);

}  // namespace attune::insight
