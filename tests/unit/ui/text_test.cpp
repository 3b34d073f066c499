#include "ui/widgets/text.hpp"

#include <catch_amalgamated.hpp>

#include "support/headless_canvas.hpp"
#include "ui/text/run_cache.hpp"

using namespace attune::ui;
using attune::test::HeadlessCanvas;

namespace {

std::vector<std::string> lines_of(std::string_view text, float width, int max_lines = 0) {
  HeadlessCanvas canvas;
  std::vector<std::string> lines;
  canvas.frame(HeadlessCanvas::in_window([&] {
    lines.clear();
    for (const ParagraphLine& line : lay_out(text, width, kBody, max_lines).lines) {
      lines.emplace_back(text.substr(line.begin, line.end - line.begin));
    }
  }));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

// A letter is 7 pixels wide: 15 / 2, rounded down.

TEST_CASE("a paragraph breaks between words and drops the space there", "[ui][text]") {
  CHECK(lines_of("one two three", 7 * 8) == Lines{"one two", "three"});
  CHECK(lines_of("one  two", 7 * 8) == Lines{"one  two"});
  CHECK(lines_of("", 70).empty());
}

TEST_CASE("a paragraph keeps its own line breaks", "[ui][text]") {
  CHECK(lines_of("one\ntwo\n\nthree", 700) == Lines{"one", "two", "", "three"});
}

TEST_CASE("a compound may break after its hyphen", "[ui][text]") {
  CHECK(lines_of("well-known", 7 * 6) == Lines{"well-", "known"});
}

TEST_CASE("a word wider than the line is broken inside, between code points", "[ui][text]") {
  CHECK(lines_of("\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4", 7 * 2) ==
        Lines{"\xC3\xA4\xC3\xA4", "\xC3\xA4\xC3\xA4", "\xC3\xA4"});
  CHECK(lines_of("abc", 1) == Lines{"a", "b", "c"});
}

TEST_CASE("Chinese breaks between signs but not before a full stop", "[ui][text]") {
  // Four signs and an ideographic full stop, room for four.
  CHECK(lines_of("\xE4\xBD\xA0\xE5\xA5\xBD\xE4\xB8\x96\xE7\x95\x8C\xE3\x80\x82", 7 * 4) ==
        Lines{"\xE4\xBD\xA0\xE5\xA5\xBD\xE4\xB8\x96", "\xE7\x95\x8C\xE3\x80\x82"});
}

TEST_CASE("what does not fit the allowed lines is cut at a word, with room for an ellipsis", "[ui][text]") {
  CHECK(lines_of("one two three four", 7 * 9, 2) == Lines{"one two", "three"});
  CHECK(lines_of("one two", 7 * 9, 2) == Lines{"one two"});
  CHECK(lines_of("one twotwotw three", 7 * 9, 2) == Lines{"one", "twotwotw"});
}

TEST_CASE("scripts that combine, join or reorder are drawn as whole runs", "[ui][text]") {
  CHECK_FALSE(
      needs_run("Gr\xC3\xBC\xC3\x9F"
                "e"));
  CHECK_FALSE(needs_run("\xE4\xBD\xA0\xE5\xA5\xBD"));
  CHECK(needs_run("\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7"));  // Arabic
  CHECK(needs_run("\xE0\xA4\xB9\xE0\xA4\xBF"));                  // Devanagari
  CHECK(needs_run("thanks \xF0\x9F\x98\x80"));                   // emoji
  CHECK(needs_run("e\xCC\x81"));                                 // combining accent
}

TEST_CASE("the first letter with a direction decides that of the line", "[ui][text]") {
  CHECK(is_right_to_left("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D abc"));
  CHECK(is_right_to_left("12 \xD7\xA9"));
  CHECK_FALSE(is_right_to_left("abc \xD7\xA9"));
  CHECK_FALSE(is_right_to_left("123"));
}

TEST_CASE("broken UTF-8 is measured and drawn without harm", "[ui][text]") {
  HeadlessCanvas canvas;
  const auto draw = HeadlessCanvas::in_window([] {
    paragraph("\xFF\xC3 \xE4\xBD, \xF0\x9F\x98", {}, {.max_lines = 1});
    label("\x80\x80\x80");
  });
  canvas.settle(draw);
  CHECK(canvas.renderer.vertices > 0);
}

TEST_CASE("runs are drawn once and shown again", "[ui][text]") {
  HeadlessCanvas canvas;
  const auto draw = HeadlessCanvas::in_window([] { label("\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7"); });
  canvas.settle(draw);
  const int drawn = canvas.letters.drawn;
  canvas.settle(draw);
  CHECK(drawn > 0);
  CHECK(canvas.letters.drawn == drawn);
  CHECK(canvas.canvas.context().runs.size() == 1);
}

TEST_CASE("the run cache throws away what is no longer shown", "[ui][text]") {
  HeadlessCanvas canvas;
  int serial = 0;
  const auto draw = HeadlessCanvas::in_window([&] {
    for (int at = 0; at < 20; ++at)
      label("\xD9\x85\xD8\xB1 " + std::string(40, 'x') + std::to_string(serial++));
  });
  for (int at = 0; at < 60; ++at) canvas.frame(draw);
  CHECK(serial == 1200);
  CHECK(canvas.canvas.context().runs.size() < 400);
}

TEST_CASE("letters that were prepared in idle moments are not drawn again when they are shown",
          "[ui][text]") {
  HeadlessCanvas canvas;
  const auto nothing = HeadlessCanvas::in_window([] {});
  CHECK_FALSE(canvas.canvas.prepare(4));  // not before the first frame
  canvas.settle(nothing);
  const int before = canvas.letters.drawn;
  CHECK(canvas.canvas.prepare(4));
  const int prepared = canvas.letters.drawn;
  CHECK(prepared > before + 100);
  canvas.settle(HeadlessCanvas::in_window([] {
    label("Reviews 4.5", kBody);
    label("Sourdough", kCaption);
    heading("Overview", 1);
  }));
  CHECK(canvas.letters.drawn == prepared);
  CHECK(canvas.canvas.prepare(4));
  CHECK(canvas.letters.drawn == prepared);
  canvas.canvas.resize(2560, 1440, 2);  // other sizes of letters
  CHECK(canvas.canvas.prepare(4));
  CHECK(canvas.letters.drawn > prepared);
}
