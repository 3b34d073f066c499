#include "ui/widgets/table_columns.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <catch_amalgamated.hpp>

#include "support/headless_canvas.hpp"

using namespace attune::ui;
using attune::test::HeadlessCanvas;

namespace {

class Numbers final : public TableSource {
 public:
  [[nodiscard]] std::size_t row_count() const override { return 40; }
  [[nodiscard]] bool has_row(std::size_t) const override { return true; }
  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    return {.text = std::string(1, static_cast<char>('a' + column)) + std::to_string(row)};
  }
  void want(std::size_t, std::size_t) override {}
};

constexpr std::array<TableColumn, 6> kSix{{{.id = "name", .title = "Name", .width = 160, .stretch = 1},
                                           {.id = "b", .title = "B", .width = 200, .is_sortable = true},
                                           {.id = "c", .title = "C", .width = 200, .is_sortable = true},
                                           {.id = "d", .title = "D", .width = 200, .is_sortable = true},
                                           {.id = "e", .title = "E", .width = 200, .is_sortable = true},
                                           {.id = "f", .title = "F", .width = 200, .is_sortable = true}}};

struct Six {
  explicit Six(float width) : canvas(width, 600) { canvas.settle(draw); }
  const MirrorItem& cell(std::string_view text) {
    const MirrorItem* item = canvas.find(Role::Cell, text);
    REQUIRE(item != nullptr);
    return *item;
  }
  void wheel(float pixels) {
    canvas.canvas.move_pointer(400, 300, false);
    canvas.frame(draw);
    canvas.canvas.scroll(pixels, 0, true);
    canvas.settle(draw);
  }
  HeadlessCanvas canvas;
  Numbers source;
  TableState state;
  HeadlessCanvas::Draw draw = HeadlessCanvas::in_window([this] { data_table("Six", kSix, source, state); });
};

bool is_clipped(const MirrorItem& item) { return (item.states & state::kClipped) != 0; }

}  // namespace

TEST_CASE("columns share what is left over, and none is narrower than it asks for", "[ui][table]") {
  HeadlessCanvas canvas;
  canvas.frame(HeadlessCanvas::in_window([] {
    const ColumnPlaces wide = place_columns(kSix, {}, 1260);
    CHECK_FALSE(wide.is_wider());
    CHECK(wide.shown[0].width == 260);
    CHECK(wide.max_scroll() == 0);
    const ColumnPlaces narrow = place_columns(kSix, {}, 700);
    CHECK(narrow.is_wider());
    CHECK(narrow.pinned_width() == 160);
    CHECK(std::ranges::all_of(narrow.shown,
                              [](const ShownColumn& c) { return c.width >= kSix[c.index].width; }));
    CHECK(narrow.max_scroll() == 1160 - 700);
  }));
}

TEST_CASE("the first column never takes more than half, so that there is something to scroll in",
          "[ui][table]") {
  HeadlessCanvas canvas;
  canvas.frame(HeadlessCanvas::in_window([] {
    constexpr std::array kWidths{900.0F};
    CHECK(place_columns(kSix, kWidths, 700).pinned_width() == 350);
  }));
}

TEST_CASE("a table too wide for its place scrolls sideways under its first column", "[ui][table]") {
  Six six(700);
  const float name = six.cell("a1").x;
  const float second = six.cell("b1").x;
  CHECK(is_clipped(six.cell("f1")));
  six.wheel(150);
  CHECK(six.cell("a1").x == name);
  CHECK(six.cell("b1").x == second - 150);
  CHECK(six.cell("b1").clip_left > 0);  // what lies under the name is cut off, in the mirror too
  six.wheel(5000);
  CHECK(six.cell("a1").x == name);
  CHECK(is_clipped(six.cell("b1")));
  CHECK_FALSE(is_clipped(six.cell("f1")));
  CHECK(six.cell("f1").x + six.cell("f1").width <= 700);
}

TEST_CASE("a table that fits does not scroll sideways", "[ui][table]") {
  Six six(1280);
  const float second = six.cell("b1").x;
  six.wheel(300);
  CHECK(six.cell("b1").x == second);
}

TEST_CASE("arrow keys go from column to column in a table that is too wide, and rows as ever",
          "[ui][table]") {
  Six six(700);
  REQUIRE(six.canvas.focus(Role::Table, "Six", six.draw));
  six.canvas.key("ArrowRight", six.draw);
  CHECK(six.state.scroll_x == 200);
  six.canvas.key("ArrowRight", six.draw);
  CHECK(six.state.scroll_x == 400);
  six.canvas.key("ArrowLeft", six.draw);
  CHECK(six.state.scroll_x == 200);
  six.canvas.key("ArrowDown", six.draw);
  CHECK(six.state.selected == 0U);
  CHECK(six.state.scroll_x == 200);
}

TEST_CASE("a header that gets the keyboard comes into view", "[ui][table]") {
  Six six(700);
  REQUIRE(is_clipped(*six.canvas.find(Role::ColumnHeader, "F")));
  REQUIRE(six.canvas.focus(Role::ColumnHeader, "F", six.draw));
  CHECK_FALSE(is_clipped(*six.canvas.find(Role::ColumnHeader, "F")));
  CHECK(six.canvas.find(Role::ColumnHeader, "Name")->x == 1);
}

TEST_CASE("where rows become cards nothing scrolls sideways", "[ui][table]") {
  Six six(390);
  six.wheel(200);
  CHECK(six.state.scroll_x == 0);
}
