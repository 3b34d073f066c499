#include "text/month_names.hpp"

#include <array>

namespace attune::text {
namespace {

struct Entry {
  std::string_view name;
  MonthName month;
};

constexpr MonthName english(int month) {
  return {.month = month, .is_short = false, .is_english = true, .is_ambiguous = false};
}
constexpr MonthName common(int month) {
  return {.month = month, .is_short = false, .is_english = true, .is_ambiguous = true};
}
constexpr MonthName shortened(int month, bool is_english = true) {
  return {.month = month, .is_short = true, .is_english = is_english, .is_ambiguous = false};
}
constexpr MonthName other(int month) {
  return {.month = month, .is_short = false, .is_english = false, .is_ambiguous = false};
}

constexpr std::array kMonths = {
    // English, with what German shares
    Entry{"january", english(1)},
    Entry{"february", english(2)},
    Entry{"march", common(3)},
    Entry{"april", english(4)},
    Entry{"may", common(5)},
    Entry{"june", english(6)},
    Entry{"july", english(7)},
    Entry{"august", common(8)},
    Entry{"september", english(9)},
    Entry{"october", english(10)},
    Entry{"november", english(11)},
    Entry{"december", english(12)},
    Entry{"jan", shortened(1)},
    Entry{"feb", shortened(2)},
    Entry{"mar", {.month = 3, .is_short = true, .is_english = true, .is_ambiguous = true}},
    Entry{"apr", shortened(4)},
    Entry{"jun", shortened(6)},
    Entry{"jul", shortened(7)},
    Entry{"aug", shortened(8)},
    Entry{"sep", shortened(9)},
    Entry{"sept", shortened(9)},
    Entry{"oct", shortened(10)},
    Entry{"nov", shortened(11)},
    Entry{"dec", shortened(12)},
    // German
    Entry{"januar", other(1)},
    Entry{"jänner", other(1)},
    Entry{"februar", other(2)},
    Entry{"märz", other(3)},
    Entry{"mai", other(5)},
    Entry{"juni", other(6)},
    Entry{"juli", other(7)},
    Entry{"oktober", other(10)},
    Entry{"dezember", other(12)},
    Entry{"okt", shortened(10, false)},
    Entry{"dez", shortened(12, false)},
    // French
    Entry{"janvier", other(1)},
    Entry{"février", other(2)},
    Entry{"mars", other(3)},
    Entry{"avril", other(4)},
    Entry{"juin", other(6)},
    Entry{"juillet", other(7)},
    Entry{"août", other(8)},
    Entry{"septembre", other(9)},
    Entry{"octobre", other(10)},
    Entry{"novembre", other(11)},
    Entry{"décembre", other(12)},
    // Spanish
    Entry{"enero", other(1)},
    Entry{"febrero", other(2)},
    Entry{"marzo", other(3)},
    Entry{"abril", other(4)},
    Entry{"mayo", other(5)},
    Entry{"junio", other(6)},
    Entry{"julio", other(7)},
    Entry{"agosto", other(8)},
    Entry{"septiembre", other(9)},
    Entry{"octubre", other(10)},
    Entry{"noviembre", other(11)},
    Entry{"diciembre", other(12)},
    // Italian
    Entry{"gennaio", other(1)},
    Entry{"febbraio", other(2)},
    Entry{"aprile", other(4)},
    Entry{"maggio", other(5)},
    Entry{"giugno", other(6)},
    Entry{"luglio", other(7)},
    Entry{"settembre", other(9)},
    Entry{"ottobre", other(10)},
    Entry{"dicembre", other(12)},
    // Portuguese
    Entry{"janeiro", other(1)},
    Entry{"fevereiro", other(2)},
    Entry{"março", other(3)},
    Entry{"maio", other(5)},
    Entry{"junho", other(6)},
    Entry{"julho", other(7)},
    Entry{"setembro", other(9)},
    Entry{"outubro", other(10)},
    Entry{"novembro", other(11)},
    Entry{"dezembro", other(12)},
    // Dutch
    Entry{"januari", other(1)},
    Entry{"februari", other(2)},
    Entry{"maart", other(3)},
    Entry{"mei", other(5)},
    Entry{"augustus", other(8)},
};

// ASCII alone: the accented letters of months are small inside a word, but for "MÄRZ".
bool equals_ignoring_case(std::string_view word, std::string_view name) noexcept {
  if (word.size() != name.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char small = word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + 32) : word[i];
    if (small != name[i]) return false;
  }
  return true;
}

}  // namespace

MonthName month_named(std::string_view word) noexcept {
  constexpr std::string_view kFirstLetters = "adefgjlmnosADEFGJLMNOS";
  if (word.size() < 3 || kFirstLetters.find(word.front()) == std::string_view::npos) return {};
  for (const Entry& entry : kMonths) {
    if (equals_ignoring_case(word, entry.name)) return entry.month;
  }
  return {};
}

}  // namespace attune::text
