#include "ui/state/fuzzy.hpp"

#include <algorithm>
#include <cstddef>

#include "base/latin.hpp"
#include "base/utf8.hpp"

namespace attune::ui {
namespace {

constexpr int kLetter = 1;
constexpr int kWordStart = 8;
constexpr int kTextStart = 4;
constexpr int kNeighbour = 10;
constexpr int kNothing = -1'000'000;
constexpr std::size_t kMostTyped = 32;  // letters of a word; more are not compared

struct Letter {
  char32_t value = 0;
  std::uint32_t at = 0;  // bytes
  bool begins_word = false;
};

char32_t folded(char32_t letter) noexcept {
  if (letter >= U'A' && letter <= U'Z') return letter + 32;
  return letter == U'’' ? U'\'' : without_accent(letter);
}

bool is_blank(char32_t letter) noexcept { return letter == U' ' || letter == 0xA0 || letter == 0x202F; }

bool is_word_letter(char32_t letter) noexcept {
  return letter >= 0x80 || (letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9');
}

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  bool is_inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::read_at(text, at);
    const char32_t value = folded(point.value);
    const bool is_inner = is_word_letter(value) && !is_blank(value);
    letters.push_back({value, static_cast<std::uint32_t>(at), is_inner && !is_inside});
    is_inside = is_inner;
    at += point.size_bytes;
  }
  return letters;
}

// The best way to find `word` in `text`, letter by letter: best[i][j] ends with letter i of the word at
// letter j.
std::optional<Fit> fit_word(const std::vector<Letter>& word, const std::vector<Letter>& text) {
  const std::size_t columns = text.size();
  std::vector<int> best(word.size() * columns, kNothing);
  std::vector<std::size_t> from(word.size() * columns, columns);
  for (std::size_t i = 0; i < word.size(); ++i) {
    int reached = kNothing;  // the best end of the letters before, anywhere to the left
    std::size_t reached_at = columns;
    for (std::size_t j = 0; j < columns; ++j) {
      const std::size_t cell = i * columns + j;
      if (word[i].value == text[j].value) {
        const int own = kLetter + (text[j].begins_word ? kWordStart : 0) + (j == 0 ? kTextStart : 0);
        const int beside = i > 0 && j > 0 ? best[cell - columns - 1] : kNothing;
        if (i == 0) {
          best[cell] = own;
        } else if (beside > kNothing && beside + kNeighbour >= reached) {
          best[cell] = beside + kNeighbour + own;
          from[cell] = j - 1;
        } else if (reached > kNothing) {
          best[cell] = reached + own;
          from[cell] = reached_at;
        }
      }
      if (i > 0 && best[cell - columns] > reached) {
        reached = best[cell - columns];
        reached_at = j;
      }
    }
  }
  const auto last = best.end() - static_cast<std::ptrdiff_t>(columns);
  const auto found = std::max_element(last, best.end());
  if (found == best.end() || *found == kNothing) return std::nullopt;
  Fit fit{.score = *found, .letters = {}};
  auto at = static_cast<std::size_t>(found - last);
  for (std::size_t i = word.size(); i-- > 0;) {
    fit.letters.push_back(text[at].at);
    at = from[i * columns + at];
  }
  return fit;
}

}  // namespace

std::optional<Fit> fit(std::string_view typed, std::string_view text) {
  const std::vector<Letter> in = letters_of(text);
  Fit whole;
  std::vector<Letter> word;
  const auto take = [&] {
    if (word.empty()) return true;
    word.resize(std::min(word.size(), kMostTyped));
    const auto found = fit_word(word, in);
    word.clear();
    if (!found) return false;
    whole.score += found->score;
    whole.letters.insert(whole.letters.end(), found->letters.begin(), found->letters.end());
    return true;
  };
  for (const Letter& letter : letters_of(typed)) {
    if (!is_blank(letter.value)) {
      word.push_back(letter);
    } else if (!take()) {
      return std::nullopt;
    }
  }
  if (!take()) return std::nullopt;
  std::ranges::sort(whole.letters);
  const auto repeated = std::ranges::unique(whole.letters);
  whole.letters.erase(repeated.begin(), repeated.end());
  return whole;
}

}  // namespace attune::ui
