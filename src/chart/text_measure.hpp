// How wide a piece of text will be, asked before it is drawn.
//
// The canvas answers with the browser's own text engine; EstimatedTextMeasure answers where there is none
// (report, command line, tests).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::chart {

struct TextStyle {
  double size = 13;  // CSS pixels
  bool bold = false;
  bool operator==(const TextStyle&) const = default;
};

inline constexpr TextStyle kSmallText{12, false};
inline constexpr TextStyle kLabelText{13, false};
inline constexpr TextStyle kStrongText{13, true};
inline constexpr TextStyle kTitleText{15, true};

[[nodiscard]] constexpr double line_height(TextStyle style) noexcept { return style.size * 1.25; }

class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  // CSS pixels of one line of UTF-8 text. Never negative.
  [[nodiscard]] virtual double width(std::string_view text, TextStyle style) const = 0;
};

// Advance widths of Helvetica (Adobe Font Metrics, 1989) for ASCII, rounded guesses beyond it. The SVG
// painter asks for a font of these widths (Helvetica, Arial, Liberation Sans).
class EstimatedTextMeasure final : public TextMeasure {
 public:
  // `stretch` makes all text wider, e.g. 1.4 to see how a layout bears a wordier language.
  explicit EstimatedTextMeasure(double stretch = 1.0) noexcept : stretch_{stretch} {}
  [[nodiscard]] double width(std::string_view text, TextStyle style) const override;

 private:
  double stretch_;
};

// The text itself if it fits into `width`, else as much as fits followed by "…"; empty if not even that fits.
[[nodiscard]] std::string fit_text(const TextMeasure& measure, std::string_view text, double width,
                                   TextStyle style);

// Lines broken at spaces, at most `most_lines`; what does not fit into the last one ends in "…".
[[nodiscard]] std::vector<std::string> wrap_text(const TextMeasure& measure, std::string_view text,
                                                 double width, TextStyle style, std::size_t most_lines);

}  // namespace attune::chart
