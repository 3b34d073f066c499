#include "ui/state/engine_sentences.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "chart/format.hpp"
#include "ui/state/column_words.hpp"

namespace attune::ui {
namespace {

constexpr std::size_t kLanguages = 4;
constexpr std::size_t kMarkSize = 3;  // "{0}"
constexpr int kDeepest = 3;           // a part of a part of a sentence

struct Sentence {
  std::string_view pattern;
  std::array<std::string_view, kLanguages> said;  // by chart::Language
};
constexpr Sentence kSentences[] = {
#define ATTUNE_SENTENCE(pattern, english, german, french, spanish) \
  {pattern, {english, german, french, spanish}},
#include "ui/state/engine_sentences.inc"
#undef ATTUNE_SENTENCE
};

// What stands for {0}, {1}, ... in the pattern; nullopt if the text is another sentence. The parts between
// them are looked for from the end, since what is filled in may hold commas and full stops.
std::optional<std::vector<std::string_view>> filled_in(std::string_view text, std::string_view pattern) {
  std::vector<std::string_view> parts;
  for (std::size_t mark = pattern.find('{'); mark != std::string_view::npos; mark = pattern.find('{')) {
    parts.push_back(pattern.substr(0, mark));
    pattern.remove_prefix(mark + kMarkSize);
  }
  if (parts.empty()) return text == pattern ? std::optional{parts} : std::nullopt;
  if (!text.starts_with(parts.front()) || text.size() < parts.front().size() + pattern.size() ||
      !text.ends_with(pattern))
    return std::nullopt;
  text.remove_prefix(parts.front().size());
  text.remove_suffix(pattern.size());
  std::vector<std::string_view> arguments(parts.size());
  for (std::size_t i = parts.size(); i-- > 1;) {
    const std::size_t at = text.rfind(parts[i]);
    if (at == std::string_view::npos) return std::nullopt;
    arguments[i] = text.substr(at + parts[i].size());
    text = text.substr(0, at);
  }
  arguments[0] = text;
  return arguments;
}

// "12,345" of English as the language writes it; nullopt for what is no whole number.
std::optional<std::string> number_in(std::string_view text, const Strings& strings) {
  constexpr std::size_t kMostDigits = 15;
  std::int64_t number = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == ',' && digits > 0) continue;
    if (c < '0' || c > '9' || ++digits > kMostDigits) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  if (digits == 0) return std::nullopt;
  return chart::format_count(number, strings.locale());
}

std::string said(std::string_view english, const Strings& strings, int depth) {
  if (depth > kDeepest) return std::string{english};
  if (auto number = number_in(english, strings)) return *std::move(number);
  for (const Sentence& sentence : kSentences) {
    const auto arguments = filled_in(english, sentence.pattern);
    if (!arguments) continue;
    const std::string_view form = sentence.said[static_cast<std::size_t>(strings.locale().language)];
    std::string text;
    for (std::size_t at = 0; at < form.size();) {
      if (form[at] != '{') {
        text += form[at++];
        continue;
      }
      const auto which = static_cast<std::size_t>(form[at + 1] - '0');
      if (which < arguments->size()) text += said((*arguments)[which], strings, depth + 1);
      at += kMarkSize;
    }
    return text;
  }
  return role_text(english, strings);
}

}  // namespace

std::string engine_sentence(std::string_view english, const Strings& strings) {
  return said(english, strings, 0);
}

}  // namespace attune::ui
