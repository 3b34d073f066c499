// The words by which a question about reviews is understood: what is asked, how people feel, and the things
// that people have many words for.
//
// English first, with the usual words of German, French and Spanish. All words are folded
// (feedback/search.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::insight {

// A thing that people name in several ways. `search` finds reviews about it (feedback::Search, one term).
struct Concept {
  std::string_view label;
  std::string_view triggers;  // what a question calls it: whole words or two-word phrases, separated by '|'
  std::string_view search;
};

[[nodiscard]] std::span<const Concept> concepts() noexcept;

// The concept that the words name, longest trigger first; `used` says how many of them it took. Null: none.
[[nodiscard]] const Concept* find_concept(const std::vector<std::string>& words, std::size_t at,
                                          std::size_t& used);

enum class WordClass : std::uint8_t {
  None,      // says what the question is about
  Filler,    // "the", "do", "people": says nothing here
  Negative,  // "unhappy", "complain"
  Positive,  // "happy", "love"
  Neutral,
  Mixed,
};
[[nodiscard]] WordClass class_of(std::string_view word) noexcept;

// A search term for a word of the question: its stem where that is safe, whole forms where it is short.
[[nodiscard]] std::string search_for(std::string_view word);

// 1 to 12 by its name or usual short form in the four languages; 0: none.
[[nodiscard]] int month_of(std::string_view word) noexcept;
// 0 Monday to 6 Sunday; -1: none.
[[nodiscard]] int weekday_of(std::string_view word) noexcept;
// 0 to 20, as digits or in English, German, French or Spanish words; -1: none.
[[nodiscard]] int small_number(std::string_view word) noexcept;

// Whether `word` stands in a list separated by '|'.
[[nodiscard]] bool is_one_of(std::string_view word, std::string_view list) noexcept;

}  // namespace attune::insight
