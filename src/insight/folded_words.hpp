// Words brought to a form in which "Waiters", "waiter" and "waiter's" are the same: what topics count by.
//
// Not a stemmer: only endings of the plural and the genitive go, by a few rules that need no dictionary and
// do no harm in languages they were not made for (both sides of every comparison are folded alike).
#pragma once

#include <string>
#include <string_view>

namespace attune::insight {

// `word` in lower case, as feedback/review_words.hpp gives it.
[[nodiscard]] std::string folded_word(std::string_view word);

// Whether a word names nothing by itself though it is a noun or a verb: "thing", "place", "day", "went".
[[nodiscard]] bool is_generic_word(std::string_view word);

// How the words after it are read: whether it opens a noun phrase, and at which end of it the noun stands.
enum class Opener : unsigned char { None, NounLast, NounFirst };
[[nodiscard]] Opener opener_of(std::string_view word);

}  // namespace attune::insight
