#include "feedback/review_words.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

namespace attune::feedback {
namespace {

// Symbols from U+2600 on and everything beyond the planes of letters. They say that something is good or bad,
// not what, so that they only part phrases.
bool is_emoji(std::string_view word) {
  const char32_t first = utf8::read_at(word, 0).value;
  return (first >= 0x2600 && first < 0x2800) || first >= 0x1F000;
}

}  // namespace

std::span<const std::string_view> ReviewWords::read(std::string_view text) {
  // Lower case first: it may change the length of a letter, and ranges have to fit.
  lower_.clear();
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::read_at(text, at);
    utf8::append(lower_, text::lower(point.value));
    at += point.size_bytes;
  }
  words_.clear();
  std::size_t after = 0;
  for (const auto& [begin, end] : text::find_words(lower_)) {
    const std::string_view between = std::string_view{lower_}.substr(after, begin - after);
    if (!words_.empty() && between.find_first_not_of(" \t\n") != std::string_view::npos)
      words_.emplace_back();
    const std::string_view word = std::string_view{lower_}.substr(begin, end - begin);
    words_.push_back(is_emoji(word) ? std::string_view{} : word);
    after = end;
  }
  return words_;
}

}  // namespace attune::feedback
