#include "chart/text_measure.hpp"

#include <array>
#include <cstdint>

namespace attune::chart {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

// Thousandths of the font size, for the characters from space to tilde.
constexpr std::array<std::uint16_t, 95> kAsciiWidths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

bool is_continuation(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The code point at `at`, which moves past it. Broken bytes count as one character each.
char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80U) return first;
  char32_t code = first >= 0xF0U ? first & 0x07U : first >= 0xE0U ? first & 0x0FU : first & 0x1FU;
  while (at < text.size() && is_continuation(text[at])) {
    code = (code << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return code;
}

double thousandths(char32_t code) noexcept {
  if (code >= 0x20 && code < 0x7F) return kAsciiWidths[code - 0x20];
  if (code < 0x20 || (code >= 0x300 && code < 0x370) || code == 0x200B || code == 0x200D) return 0;
  if (code == 0x202F || code == 0x2009) return 200;                       // narrow spaces
  if (code == 0xA0 || code == 0xB7) return 278;                           // no-break space, middle dot
  if (code >= 0x2500 && code < 0x2800) return 1000;                       // stars, arrows and other signs
  if (code == 0x2014 || code == 0x2026) return 1000;                      // em dash, ellipsis
  if (code >= 0x1100 && !(code >= 0x1E00 && code < 0x2E80)) return 1000;  // CJK, emoji and their kin
  return 584;
}

// The longest prefix, cut between characters, that `fits` accepts.
template <class Fits>
std::size_t longest_prefix(std::string_view text, Fits fits) {
  std::vector<std::size_t> ends{0};
  for (std::size_t at = 1; at <= text.size(); ++at) {
    if (at == text.size() || !is_continuation(text[at])) ends.push_back(at);
  }
  std::size_t low = 0;
  std::size_t high = ends.size() - 1;
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (fits(text.substr(0, ends[middle]))) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return ends[low];
}

std::string_view without_trailing_spaces(std::string_view text) noexcept {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

double EstimatedTextMeasure::width(std::string_view text, TextStyle style) const {
  double sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += thousandths(next_code_point(text, at));
  return sum / 1000 * style.size * (style.bold ? 1.07 : 1.0) * stretch_;
}

std::string fit_text(const TextMeasure& measure, std::string_view text, double width, TextStyle style) {
  if (measure.width(text, style) <= width) return std::string{text};
  const auto with_ellipsis = [](std::string_view prefix) {
    return std::string{without_trailing_spaces(prefix)} + std::string{kEllipsis};
  };
  const std::size_t end = longest_prefix(
      text, [&](std::string_view prefix) { return measure.width(with_ellipsis(prefix), style) <= width; });
  return end == 0 ? std::string{} : with_ellipsis(text.substr(0, end));
}

std::vector<std::string> wrap_text(const TextMeasure& measure, std::string_view text, double width,
                                   TextStyle style, std::size_t most_lines) {
  std::vector<std::string> lines;
  while (!text.empty() && lines.size() < most_lines) {
    if (measure.width(text, style) <= width || lines.size() + 1 == most_lines) {
      if (std::string line = fit_text(measure, text, width, style); !line.empty())
        lines.push_back(std::move(line));
      break;
    }
    std::size_t end =
        longest_prefix(text, [&](std::string_view prefix) { return measure.width(prefix, style) <= width; });
    if (end == 0) break;
    if (const std::size_t space = text.rfind(' ', end); space != std::string_view::npos && space > 0)
      end = space;
    lines.emplace_back(without_trailing_spaces(text.substr(0, end)));
    text.remove_prefix(end);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  return lines;
}

}  // namespace attune::chart
