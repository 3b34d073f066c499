// The words of a question, which of them have been understood, and how to look for others.
//
// Words are folded: lower case without accents. A list is "one|two|three"; a phrase is words in a row.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace attune::insight {

// Letters, digits, and - ' . : within. Articles and pronouns that French joins to a word are taken off:
// "l'attente" is attente, "sont-ils" is sont.
[[nodiscard]] std::vector<std::string> question_words(std::string_view text);

// One of its words as it stands in the question: "kuhlschrank" -> "Kühlschrank". Capital letters stay where
// a language writes its nouns with them (`keeps_capitals`).
[[nodiscard]] std::string written_word(std::string_view question, const std::string& word,
                                       bool keeps_capitals);

struct QuestionWords {
  std::vector<std::string> words;
  std::vector<bool> used;  // of each word: it has said what it says

  explicit QuestionWords(std::string_view text) : words{question_words(text)}, used(words.size(), false) {}

  [[nodiscard]] std::size_t size() const noexcept { return words.size(); }
  [[nodiscard]] std::string_view at(std::size_t place) const {  // "" beyond the end
    return place < words.size() ? std::string_view{words[place]} : std::string_view{};
  }
  [[nodiscard]] bool has(std::string_view list) const;
  [[nodiscard]] bool has_unused(std::string_view list) const;
  [[nodiscard]] bool has_phrase(std::string_view phrase) const;
  [[nodiscard]] bool has_any_phrase(std::initializer_list<std::string_view> phrases) const;
  void use(std::size_t begin, std::size_t count);
};

}  // namespace attune::insight
