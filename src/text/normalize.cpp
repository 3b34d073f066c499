#include "text/normalize.hpp"

#include <limits>

#include "base/utf8.hpp"
#include "text/unicode.hpp"

namespace attune::text {
namespace {

void append(FoldedText& folded, char32_t point, std::size_t begin, std::size_t end) {
  folded.points.push_back(point);
  folded.begins.push_back(static_cast<std::uint32_t>(begin));
  folded.ends.push_back(static_cast<std::uint32_t>(end));
}

// A combining mark joins the letter before it where the two are one code point, and is dropped where not.
void append_mark(FoldedText& folded, char32_t mark, std::size_t end) {
  if (folded.points.empty() || class_of(folded.points.back()) != CharacterClass::Letter) return;
  if (const char32_t composed = compose(folded.points.back(), mark); composed != 0) {
    folded.points.back() = composed;
  }
  folded.ends.back() = static_cast<std::uint32_t>(end);
}

}  // namespace

void fold_text(std::string_view text, FoldedText& folded) {
  folded.clear();
  text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  folded.points.reserve(text.size());
  folded.begins.reserve(text.size());
  folded.ends.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t begin = at;
    if (byte >= 0x20 && byte < 0x7F && byte != '`') {  // nothing to replace
      append(folded, byte, begin, ++at);
      continue;
    }
    const utf8::CodePoint read = utf8::read_at(text, at);
    at += read.size_bytes;
    std::uint32_t single = 0;
    for (const std::uint32_t point : fold(read.value, single)) {
      if (point >= 0x300 && point <= 0x36F) {
        append_mark(folded, point, at);
      } else {
        append(folded, point, begin, at);
      }
    }
  }
}

}  // namespace attune::text
