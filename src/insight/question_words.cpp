#include "insight/question_words.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "feedback/search.hpp"
#include "insight/answers_lexicon.hpp"

namespace attune::insight {
namespace {

bool is_letter(char byte) noexcept {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

// What French joins to a word: "l'", "qu'" before it, "-ils", "-t-elle", "-nous" after it.
void take_off_joined(std::string& word) {
  constexpr std::string_view kBefore = "ldsncjmt";
  if (word.size() > 4 && word[1] == '\'' && kBefore.find(word[0]) != std::string_view::npos) word.erase(0, 2);
  if (word.size() > 5 && word.starts_with("qu'") && word != "qu'est-ce") word.erase(0, 3);
  constexpr std::array<std::string_view, 13> kAfter{"-t-elles", "-t-ils", "-t-elle", "-t-il", "-t-on",
                                                    "-elles",   "-elle",  "-ils",    "-il",   "-on",
                                                    "-nous",    "-vous",  "-moi"};
  for (const std::string_view ending : kAfter) {
    if (word.size() <= ending.size() || !word.ends_with(ending)) continue;
    word.resize(word.size() - ending.size());
    return;
  }
}

}  // namespace

std::vector<std::string> question_words(std::string_view text) {
  std::string folded = feedback::fold(text);
  // Spanish and typographic marks are no letters.
  for (const std::string_view mark : {"\u00BF", "\u00A1", "\u201C", "\u201D", "\u201E", "\u2018", "\u00AB",
                                      "\u00BB", "\u2013", "\u2014", "\u2026", "\u00A0"}) {
    for (std::size_t at = folded.find(mark); at != std::string::npos; at = folded.find(mark, at))
      folded.replace(at, mark.size(), " ");
  }
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_letter(folded[at])) {
      if (folded[at] == '%') words.emplace_back("%");
      ++at;
      continue;
    }
    std::size_t end = at;
    const auto joins = [&folded](std::size_t i) {
      return (folded[i] == '-' || folded[i] == '\'' || folded[i] == '.' || folded[i] == ':') &&
             i + 1 < folded.size() && is_letter(folded[i + 1]);
    };
    while (end < folded.size() && (is_letter(folded[end]) || joins(end))) ++end;
    words.push_back(folded.substr(at, end - at));
    // "Google's" is Google.
    if (words.back().size() > 3 && words.back().ends_with("'s") && words.back() != "what's" &&
        words.back() != "it's")
      words.back().resize(words.back().size() - 2);
    take_off_joined(words.back());
    at = end;
  }
  return words;
}

std::string written_word(std::string_view question, const std::string& word, bool keeps_capitals) {
  for (const text::ByteRange& range : feedback::Search{word}.find_in(question)) {
    const std::string_view written = question.substr(range.begin, range.end - range.begin);
    if (feedback::fold(written) == word) return keeps_capitals ? std::string{written} : ascii_lower(written);
  }
  return word;
}

bool QuestionWords::has(std::string_view list) const {
  return std::any_of(words.begin(), words.end(),
                     [list](const std::string& one) { return is_one_of(one, list); });
}

bool QuestionWords::has_unused(std::string_view list) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!used[i] && is_one_of(words[i], list)) return true;
  }
  return false;
}

bool QuestionWords::has_phrase(std::string_view phrase) const {
  const std::vector<std::string> wanted = question_words(phrase);
  return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

bool QuestionWords::has_any_phrase(std::initializer_list<std::string_view> phrases) const {
  return std::any_of(phrases.begin(), phrases.end(),
                     [this](std::string_view one) { return has_phrase(one); });
}

void QuestionWords::use(std::size_t begin, std::size_t count) {
  for (std::size_t i = begin; i < begin + count && i < used.size(); ++i) used[i] = true;
}

}  // namespace attune::insight
