#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include <catch_amalgamated.hpp>

#include "chart/plots/line.hpp"
#include "support/headless_canvas.hpp"
#include "ui/painter.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/icon.hpp"
#include "ui/widgets/text.hpp"

using namespace attune::ui;
using attune::test::HeadlessCanvas;

namespace {

constexpr float kWidth = 1000;
constexpr std::string_view kArabic = "\xD9\x85\xD9\x85\xD8\xAA\xD8\xA7\xD8\xB2";  // "excellent"

struct Span {
  float left = 0, right = 0;
};

// The quads of a frame that show something of the atlas, in the order in which they were drawn: letters and
// runs.
struct Drawn {
  std::vector<Span> letters;
};

Drawn drawn_of(const ImDrawData& data) {
  Drawn drawn;
  for (const ImDrawList* list : data.CmdLists) {
    const ImVec2 white = list->_Data->TexUvWhitePixel;
    const auto& vertices = list->VtxBuffer;
    for (int at = 0; at + 3 < vertices.Size; ++at) {
      const ImDrawVert* v = &vertices[at];
      const bool is_quad = v[0].uv.x != white.x && v[0].uv.x == v[3].uv.x && v[1].uv.x == v[2].uv.x &&
                           v[0].uv.y == v[1].uv.y && v[2].uv.y == v[3].uv.y && v[0].uv.x < v[1].uv.x;
      if (!is_quad) continue;
      drawn.letters.push_back({v[0].pos.x, v[1].pos.x});
      at += 3;
    }
  }
  return drawn;
}

// One frame at rest, read in this direction.
Drawn draw_frame(HeadlessCanvas& canvas, bool is_right_to_left, const HeadlessCanvas::Draw& content) {
  Drawn drawn;
  canvas.canvas.context().is_right_to_left = is_right_to_left;
  const auto draw = HeadlessCanvas::in_window(content);
  canvas.settle(draw);
  canvas.renderer.look = [&](const ImDrawData& data) { drawn = drawn_of(data); };
  canvas.frame(draw);
  canvas.renderer.look = nullptr;
  return drawn;
}

Drawn draw_once(bool is_right_to_left, const HeadlessCanvas::Draw& content) {
  HeadlessCanvas canvas(kWidth, 600);
  return draw_frame(canvas, is_right_to_left, content);
}

Span extent(const Drawn& drawn) {
  Span span{1e9F, -1e9F};
  for (const Span& quad : drawn.letters) {
    span.left = std::min({span.left, quad.left, quad.right});
    span.right = std::max({span.right, quad.left, quad.right});
  }
  return span;
}

}  // namespace

TEST_CASE("right to left, a label lies as far from the right edge as it lay from the left", "[ui][rtl]") {
  const auto draw = [] { label("Reviews"); };
  const Span before = extent(draw_once(false, draw));
  const Span after = extent(draw_once(true, draw));
  CHECK(after.right == kWidth - before.left);
  CHECK(after.left == kWidth - before.right);
}

TEST_CASE("right to left, letters stay upright, in their order and on whole pixels", "[ui][rtl]") {
  const auto draw = [] { label("abcdef"); };
  const Drawn before = draw_once(false, draw);
  const Drawn after = draw_once(true, draw);
  REQUIRE(before.letters.size() == 6);
  REQUIRE(after.letters.size() == 6);
  const float shift = after.letters[0].left - before.letters[0].left;
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(after.letters[i].left < after.letters[i].right);  // not in a looking glass
    CHECK(after.letters[i].left == before.letters[i].left + shift);
    CHECK(after.letters[i].left == std::round(after.letters[i].left));
  }
}

TEST_CASE("right to left, a whole run in Arabic is an upright picture", "[ui][rtl]") {
  const Drawn after = draw_once(true, [] { label(kArabic); });
  REQUIRE(after.letters.size() == 1);
  CHECK(after.letters[0].left < after.letters[0].right);
  CHECK(after.letters[0].right == kWidth);
}

TEST_CASE("right to left, the part of a cut text that is in view is its beginning", "[ui][rtl]") {
  const Drawn after = draw_once(true, [] {
    draw_text_in(*ImGui::GetWindowDrawList(), {0, 0}, {80, 20}, "abcdefghijklmnopqrstuvwxyz", kBody, ~0U);
  });
  const Span all = extent(after);
  CHECK(all.left >= kWidth - 80);
  CHECK(all.right <= kWidth);
}

TEST_CASE("right to left, the mirror's boxes are where things are drawn", "[ui][rtl]") {
  HeadlessCanvas canvas(kWidth, 600);
  const Drawn after = draw_frame(canvas, true, [] { label("Reviews"); });
  const MirrorItem* item = canvas.find(Role::Text, "Reviews");
  REQUIRE(item != nullptr);
  const Span letters = extent(after);
  CHECK(item->x == letters.left);
  CHECK(item->x + item->width == letters.right);
}

TEST_CASE("right to left, what is cut off at one side is told of that side", "[ui][rtl]") {
  HeadlessCanvas canvas(kWidth, 600);
  draw_frame(canvas, true, [] {
    ImGui::PushClipRect({0, 0}, {300, 100}, false);
    context().semantics.add(ImRect(100, 10, 400, 40), {.role = Role::Text, .name = "Half"});
    ImGui::PopClipRect();
  });
  const MirrorItem* item = canvas.find(Role::Text, "Half");
  REQUIRE(item != nullptr);
  CHECK(item->x == 600);
  CHECK(item->clip_left == 100);
  CHECK(item->clip_right == 0);
}

TEST_CASE("right to left, a press at the reflected place presses, and one at the old place does not",
          "[ui][rtl]") {
  HeadlessCanvas canvas(kWidth, 600);
  int presses = 0;
  const auto content = [&] { presses += button("Go") ? 1 : 0; };
  draw_frame(canvas, true, content);
  const auto draw = HeadlessCanvas::in_window(content);
  const MirrorItem* item = canvas.find(Role::Button, "Go");
  REQUIRE(item != nullptr);
  CHECK(item->x + item->width == kWidth);
  REQUIRE(canvas.press(Role::Button, "Go", draw));
  CHECK(presses == 1);
  canvas.canvas.move_pointer(item->width / 2, 10, false);
  canvas.frame(draw);
  canvas.canvas.press_button(0, true);
  canvas.frame(draw);
  canvas.canvas.press_button(0, false);
  canvas.settle(draw);
  CHECK(presses == 1);
}

TEST_CASE("right to left, the left arrow goes on and the right one back", "[ui][rtl]") {
  HeadlessCanvas canvas(kWidth, 600);
  std::size_t chosen = 0;
  const auto content = [&] {
    constexpr std::array<std::string_view, 3> kChoices{"One", "Two", "Three"};
    segmented("Which", kChoices, chosen);
  };
  draw_frame(canvas, true, content);
  const auto draw = HeadlessCanvas::in_window(content);
  REQUIRE(canvas.focus(Role::Radio, "One", draw));
  canvas.key("ArrowLeft", draw);
  CHECK(chosen == 1);
  canvas.key("ArrowRight", draw);
  CHECK(chosen == 0);
}

TEST_CASE("a quote stands on the side it is written from, whatever the interface", "[ui][rtl]") {
  struct Case {
    std::string_view text;
    bool is_right_to_left;
    bool is_at_right;
  };
  const Case one =
      GENERATE(Case{"excellent", false, false}, Case{kArabic, false, true}, Case{"excellent", true, false},
               Case{kArabic, true, true}, Case{"12", false, false}, Case{"12", true, true});
  const Span span =
      extent(draw_once(one.is_right_to_left, [&] { paragraph(one.text, kBody, {.is_quoted = true}); }));
  INFO(one.text);
  CHECK((span.right > kWidth - 2) == one.is_at_right);
  CHECK((span.left < 2) == !one.is_at_right);
}

TEST_CASE("right to left, the interface's own sentences begin at the right, whatever they begin with",
          "[ui][rtl]") {
  CHECK(extent(draw_once(true, [] { paragraph("CSV files"); })).right > kWidth - 2);
}

TEST_CASE("a field is edited in the direction of its text, and while it is empty in that of the interface",
          "[ui][rtl]") {
  HeadlessCanvas canvas(kWidth, 600);
  std::string english = "good", arabic{kArabic}, empty;
  const auto content = [&] {
    text_field("English", english);
    text_field("Arabic", arabic);
    search_box("Empty", empty);
  };
  const auto is_reversed = [&](Role role, std::string_view name) {
    const MirrorItem* item = canvas.find(role, name);
    REQUIRE(item != nullptr);
    return (item->states & state::kRightToLeft) != 0;
  };
  draw_frame(canvas, true, content);
  CHECK_FALSE(is_reversed(Role::TextBox, "English"));
  CHECK(is_reversed(Role::TextBox, "Arabic"));
  CHECK(is_reversed(Role::SearchBox, "Empty"));
  const MirrorItem* search = canvas.find(Role::SearchBox, "Empty");
  CHECK(search->maximum > search->minimum);  // the magnifier is at the right now
  draw_frame(canvas, false, content);
  CHECK_FALSE(is_reversed(Role::SearchBox, "Empty"));
}

TEST_CASE("right to left, a magnifier keeps its form and an arrow points on", "[ui][rtl]") {
  const auto places = [](Icon icon, bool is_right_to_left) {
    std::vector<float> x;
    HeadlessCanvas canvas(kWidth, 600);
    canvas.canvas.context().is_right_to_left = is_right_to_left;
    const auto draw = HeadlessCanvas::in_window([&] {
      draw_icon(*ImGui::GetWindowDrawList(), icon, {100, 100}, 24, ~0U);
    });
    canvas.settle(draw);
    canvas.renderer.look = [&](const ImDrawData& data) {
      x.clear();
      for (const ImDrawList* list : data.CmdLists)
        for (const ImDrawVert& vertex : list->VtxBuffer)
          if (vertex.pos.y > 80 && vertex.pos.y < 120) x.push_back(vertex.pos.x);  // not the window
    };
    canvas.frame(draw);
    return x;
  };
  const auto is_moved_only = [&](Icon icon) {
    const std::vector<float> before = places(icon, false);
    const std::vector<float> after = places(icon, true);
    REQUIRE(before.size() == after.size());
    REQUIRE_FALSE(before.empty());
    return std::ranges::equal(before, after,
                              [](float b, float a) { return std::abs(a - b - (kWidth - 200)) < 0.01F; });
  };
  CHECK(is_moved_only(Icon::Search));
  CHECK(is_moved_only(Icon::Check));
  CHECK_FALSE(is_moved_only(Icon::ChevronRight));
  CHECK_FALSE(is_moved_only(Icon::Undo));
}

TEST_CASE(
    "right to left, a chart runs to the left with its hover and its tooltip, and so does its saved picture",
    "[ui][rtl]") {
  HeadlessCanvas canvas(kWidth, 600);
  canvas.canvas.context().is_right_to_left = true;
  ChartPlace place;
  std::optional<std::size_t> hovered;
  const auto draw = HeadlessCanvas::in_window([&] {
    attune::chart::LineSpec spec;
    spec.caption.title = "Rating";
    spec.series.push_back(
        {.name = "Rating", .points = {{.x = 0, .y = 1}, {.x = 1, .y = 2}, {.x = 2, .y = 3}}});
    const ChartResponse response =
        place.draw("Rating###r", 300, 1, [&](const attune::chart::Surface& surface) {
          CHECK_FALSE(surface.is_right_to_left);  // once is enough
          return attune::chart::line_chart(spec, surface);
        });
    hovered = response.hovered != nullptr ? std::optional{response.hovered->index} : std::nullopt;
  });
  canvas.settle(draw);
  REQUIRE(place.chart());
  const auto& hits = place.chart()->hits;
  REQUIRE(hits.size() >= 2);
  const attune::chart::Rect& first = hits.front().box;
  canvas.canvas.move_pointer(kWidth - static_cast<float>(first.x + first.width / 2),
                             static_cast<float>(first.y + first.height / 2), false);
  canvas.settle(draw);
  CHECK(hovered == hits.front().index);
  CHECK(hits.front().anchor.x < hits.back().anchor.x);  // so the first one is drawn furthest to the right
}

TEST_CASE("a pseudo-language reads from right to left, in any of the languages", "[ui][rtl]") {
  CHECK(strings_from_tag("de-XB").is_right_to_left());
  CHECK(strings_from_tag("de-XB").say(Text::Close) == strings_from_tag("de").say(Text::Close));
  CHECK_FALSE(strings_from_tag("de-AT").is_right_to_left());
  CHECK_FALSE(strings_from_tag("ar").is_right_to_left());  // shown in English until it is translated
  CHECK(strings_from_tag("fr-XA").say(Text::Close).size() > strings_from_tag("fr").say(Text::Close).size());
}
