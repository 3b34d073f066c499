// Text in any script, in the four sizes: one line, paragraphs, headings.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ui/text/fonts.hpp"

namespace attune::ui {

enum class TextSize : std::uint8_t { Small, Body, Title, Display };
enum class Ink : std::uint8_t { Normal, Soft, Faint, Accent, OnAccent, Neutral, Positive, Negative, Warning };

struct TextStyle {
  TextSize size = TextSize::Body;
  Ink ink = Ink::Normal;
  Face face = Face::Regular;
};
inline constexpr TextStyle kBody{};
inline constexpr TextStyle kSoft{.ink = Ink::Soft};
inline constexpr TextStyle kStrong{.face = Face::Semibold};
inline constexpr TextStyle kCaption{.size = TextSize::Small, .ink = Ink::Soft};

// Words set apart inside a paragraph: UTF-8 byte range, and the feeling they carry (-1..1; 0: only marked).
struct TextSpan {
  std::uint32_t begin = 0, end = 0;
  float weight = 0;
};

struct ParagraphOptions {
  int max_lines = 0;    // 0: as many as it takes; else the last one is cut with an ellipsis
  float max_width = 0;  // CSS pixels; 0: what is available
  std::span<const TextSpan> spans = {};
  bool is_centred = false;
  bool is_quoted = false;  // a customer's words: they stand on the side they are written from
};

// --- submitted to the layout, and to the mirror ---
void label(std::string_view utf8,
           TextStyle style = {});  // one line, cut with an ellipsis where it does not fit
void paragraph(std::string_view utf8, TextStyle style = {}, const ParagraphOptions& options = {});
// 1: of the page, 2: of a section or card, 3: inside one. `look`: the level whose size it has, 0: its own.
void heading(std::string_view utf8, int level, int look = 0);

// --- for widgets: measure and draw without layout or mirror; sizes in device pixels ---
[[nodiscard]] float text_pixels(TextSize size);  // font size
[[nodiscard]] ImU32 ink_colour(Ink ink);
[[nodiscard]] float text_width(std::string_view utf8, TextStyle style = {});
// The same for letters of any size, in device pixels: charts.
[[nodiscard]] float letters_width(std::string_view utf8, Face face, float pixels);
void draw_letters(ImDrawList& list, ImVec2 position, std::string_view utf8, Face face, float pixels,
                  ImU32 colour);
// Whether a text belongs at the end of its line, because it is written against the interface. In one from
// right to left that is so only for what is quoted: its own sentences may begin with a Latin name.
[[nodiscard]] bool stands_at_end(std::string_view utf8, bool is_quoted);
// The top left of the em box.
void draw_text(ImDrawList& list, ImVec2 position, std::string_view utf8, TextStyle style, ImU32 colour);
// Vertically centred in the rectangle, cut with an ellipsis if too wide. `align` 0: left, 0.5: middle, 1:
// right.
void draw_text_in(ImDrawList& list, ImVec2 low, ImVec2 high, std::string_view utf8, TextStyle style,
                  ImU32 colour, float align = 0);

struct ParagraphLine {
  std::uint32_t begin = 0, end = 0;  // bytes
  float width = 0;
};
struct ParagraphLayout {
  std::vector<ParagraphLine> lines;
  float width = 0, height = 0;  // device pixels
  bool is_right_to_left = false;
  bool is_cut = false;  // the last line goes on with an ellipsis
};
[[nodiscard]] ParagraphLayout lay_out(std::string_view utf8, float width, TextStyle style, int max_lines = 0);
void draw_paragraph(ImDrawList& list, ImVec2 position, std::string_view utf8, const ParagraphLayout& layout,
                    float width, TextStyle style, const ParagraphOptions& options = {});

}  // namespace attune::ui
