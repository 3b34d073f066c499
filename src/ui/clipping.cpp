#include "ui/clipping.hpp"

#include "base/latin.hpp"
#include "base/utf8.hpp"

namespace attune::ui {

std::string file_name_from(std::string_view title) {
  constexpr std::size_t kLongest = 60;
  std::string name;
  for (std::size_t at = 0; at < title.size() && name.size() < kLongest;) {
    const utf8::CodePoint point = utf8::read_at(title, at);
    at += point.size_bytes;
    const char32_t letter = without_accent(point.value);
    const bool is_plain = (letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9');
    if (is_plain) {
      name += static_cast<char>(letter);
    } else if (letter >= U'A' && letter <= U'Z') {
      name += static_cast<char>(letter - U'A' + U'a');
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "attune" : name;
}

}  // namespace attune::ui
