#include <catch_amalgamated.hpp>

#include "support/headless_canvas.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/data_table.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/surfaces.hpp"

using namespace attune::ui;
using attune::test::HeadlessCanvas;

TEST_CASE("an idle canvas asks for no frame", "[ui][platform]") {
  HeadlessCanvas canvas;
  const auto draw = HeadlessCanvas::in_window([] { button("Go"); });
  canvas.settle(draw);
  CHECK(canvas.frame(draw) == kNever);
  canvas.canvas.move_pointer(20, 20, false);
  canvas.settle(draw);
  CHECK(canvas.frame(draw) == kNever);
}

TEST_CASE("a lost context draws nothing until it is back", "[ui][platform]") {
  HeadlessCanvas canvas;
  const auto draw = HeadlessCanvas::in_window([] { button("Go"); });
  canvas.settle(draw);
  const int frames = canvas.canvas.figures().frames;
  canvas.canvas.set_context_alive(false);
  canvas.settle(draw);
  CHECK(canvas.canvas.figures().frames == frames);
  canvas.canvas.set_context_alive(true);
  canvas.settle(draw);
  CHECK(canvas.canvas.figures().frames > frames);
}

TEST_CASE("another pixel ratio scales the widgets", "[ui][platform]") {
  HeadlessCanvas canvas(800, 600, 1);
  const auto draw = HeadlessCanvas::in_window([] { button("Go"); });
  canvas.settle(draw);
  const float height = canvas.find(Role::Button, "Go")->height;
  canvas.canvas.resize(1600, 1200, 2);
  canvas.settle(draw);
  CHECK(canvas.find(Role::Button, "Go")->height == 2 * height);
}

TEST_CASE("a button is pressed by pointer, Enter and Space", "[ui][widgets]") {
  HeadlessCanvas canvas;
  int presses = 0;
  const auto draw = HeadlessCanvas::in_window([&] {
    if (button("Go")) ++presses;
  });
  canvas.settle(draw);
  canvas.press(Role::Button, "Go", draw);
  CHECK(presses == 1);
  canvas.focus(Role::Button, "Go", draw);
  canvas.key("Enter", draw);
  CHECK(presses == 2);
  canvas.key("Space", draw);
  CHECK(presses == 3);
}

TEST_CASE("a tooltip comes when the pointer rests, and the canvas asks for the frames until then",
          "[ui][widgets]") {
  HeadlessCanvas canvas;
  const auto draw = HeadlessCanvas::in_window([] { button("Go", {.tooltip = "Begins the analysis"}); });
  canvas.settle(draw);
  const MirrorItem* item = canvas.find(Role::Button, "Go");
  CHECK(canvas.semantics().text(item->description) == "Begins the analysis");
  const int vertices = canvas.renderer.vertices;
  canvas.canvas.move_pointer(item->x + 5, item->y + 5, false);
  for (int tries = 0; tries < 20 && canvas.frame(draw) < kNever; ++tries) canvas.now += 90;
  CHECK(canvas.renderer.vertices > vertices + 4 * 19);  // at least a letter each
  CHECK(canvas.frame(draw) == kNever);
}

TEST_CASE("checkbox, toggle and chip change and tell their state", "[ui][widgets]") {
  HeadlessCanvas canvas;
  bool is_checked = false;
  bool is_on = true;
  bool is_chosen = false;
  const auto draw = HeadlessCanvas::in_window([&] {
    checkbox("Check", is_checked);
    toggle("Toggle", is_on);
    if (filter_chip("Chip", is_chosen)) is_chosen = !is_chosen;
  });
  canvas.settle(draw);
  canvas.press(Role::Checkbox, "Check", draw);
  canvas.press(Role::Switch, "Toggle", draw);
  canvas.press(Role::Checkbox, "Chip", draw);
  CHECK(is_checked);
  CHECK_FALSE(is_on);
  CHECK(is_chosen);
  CHECK(canvas.find(Role::Checkbox, "Check")->states == state::kChecked);
  CHECK(canvas.find(Role::Switch, "Toggle")->states == 0);
}

TEST_CASE("a segmented control holds exactly one choice", "[ui][widgets]") {
  HeadlessCanvas canvas;
  std::size_t selected = 0;
  int changes = 0;
  constexpr std::array<std::string_view, 3> kChoices{"One", "Two", "Three"};
  const auto draw = HeadlessCanvas::in_window([&] {
    if (segmented("Number", kChoices, selected)) ++changes;
  });
  canvas.settle(draw);
  canvas.press(Role::Radio, "Three", draw);
  CHECK(selected == 2);
  canvas.press(Role::Radio, "Three", draw);
  CHECK(changes == 1);
  CHECK(canvas.find(Role::Radio, "One")->states == 0);
  CHECK(canvas.find(Role::Radio, "Three")->states == state::kChecked);
}

TEST_CASE("arrow keys choose in a segmented control, around its ends", "[ui][widgets]") {
  HeadlessCanvas canvas;
  std::size_t selected = 0;
  constexpr std::array<std::string_view, 3> kChoices{"One", "Two", "Three"};
  const auto draw = HeadlessCanvas::in_window([&] { segmented("Number", kChoices, selected); });
  canvas.settle(draw);
  canvas.focus(Role::Radio, "One", draw);
  canvas.key("ArrowRight", draw);
  CHECK(selected == 1);
  CHECK(canvas.mirror.focus == canvas.find(Role::Radio, "Two")->id);
  canvas.key("ArrowLeft", draw);
  canvas.key("ArrowLeft", draw);
  CHECK(selected == 2);
}

TEST_CASE("a select opens a list, takes the choice and closes", "[ui][widgets]") {
  HeadlessCanvas canvas;
  std::size_t selected = 0;
  constexpr std::array<std::string_view, 3> kChoices{"One", "Two", "Three"};
  const auto draw = HeadlessCanvas::in_window([&] { select("Number", kChoices, selected); });
  canvas.settle(draw);
  CHECK(canvas.find(Role::Option, "Two") == nullptr);
  canvas.press(Role::Combobox, "Number", draw);
  CHECK((canvas.find(Role::Combobox, "Number")->states & state::kExpanded) != 0);
  REQUIRE(canvas.press(Role::Option, "Two", draw));
  CHECK(selected == 1);
  CHECK(canvas.find(Role::Option, "Two") == nullptr);
  CHECK(canvas.value_of(*canvas.find(Role::Combobox, "Number")) == "Two");
}

TEST_CASE("a multi-select stays open while several are chosen", "[ui][widgets]") {
  HeadlessCanvas canvas;
  std::array<bool, 2> chosen{};
  constexpr std::array<std::string_view, 2> kChoices{"One", "Two"};
  const auto draw = HeadlessCanvas::in_window([&] { multi_select("Numbers", kChoices, chosen); });
  canvas.settle(draw);
  CHECK(canvas.value_of(*canvas.find(Role::Combobox, "Numbers")) == "All");
  canvas.press(Role::Combobox, "Numbers", draw);
  canvas.press(Role::Option, "One", draw);
  REQUIRE(canvas.press(Role::Option, "Two", draw));
  CHECK(chosen == std::array{true, true});
}

TEST_CASE("a slider follows the page and keeps to its steps", "[ui][widgets]") {
  HeadlessCanvas canvas;
  float value = 10;
  const auto draw =
      HeadlessCanvas::in_window([&] { slider("Days", value, {.minimum = 0, .maximum = 100, .step = 5}); });
  canvas.settle(draw);
  canvas.semantics().set_number_from_page(canvas.find(Role::Slider, "Days")->id, 33);
  canvas.settle(draw);
  CHECK(value == 35);
  canvas.semantics().set_number_from_page(canvas.find(Role::Slider, "Days")->id, 900);
  canvas.settle(draw);
  CHECK(value == 100);
}

TEST_CASE("the cross of a search box empties it", "[ui][widgets]") {
  HeadlessCanvas canvas;
  std::string text = "bread";
  const auto draw = HeadlessCanvas::in_window([&] { search_box("Search", text); });
  canvas.settle(draw);
  canvas.press(Role::Button, "Clear", draw);
  CHECK(text.empty());
  CHECK(canvas.find(Role::Button, "Clear") == nullptr);
}

TEST_CASE("days are written and read as ISO dates, and nothing else is read", "[ui][widgets]") {
  CHECK(text_from_day(0) == "1970-01-01");
  CHECK(text_from_day(19782) == "2024-02-29");
  CHECK(day_from_text("2024-02-29") == 19782);
  for (const char* wrong :
       {"", "2023-02-29", "2024-13-01", "0020-01-01", "2024/02/29", "2024-2-29", "20240229xx"}) {
    CHECK_FALSE(day_from_text(wrong).has_value());
  }
}

TEST_CASE("a date range takes days from the page and forgets them when they are emptied", "[ui][widgets]") {
  HeadlessCanvas canvas;
  DayRange range;
  const auto draw = HeadlessCanvas::in_window([&] { date_range("Period", range); });
  canvas.settle(draw);
  const auto from = canvas.find(Role::DateBox, "From")->id;
  canvas.semantics().set_text_from_page(from, "2024-02-29");
  canvas.settle(draw);
  CHECK(range.from == 19782);
  canvas.semantics().set_text_from_page(from, "");
  canvas.settle(draw);
  CHECK_FALSE(range.from.has_value());
}

TEST_CASE("columns wrap by width and cards in a row are equally high", "[ui][layout]") {
  for (const auto& [width, expected] : {std::pair{1280.0F, 3}, std::pair{700.0F, 2}, std::pair{360.0F, 1}}) {
    HeadlessCanvas canvas(width, 900);
    std::size_t count = 0;
    const auto draw = HeadlessCanvas::in_window([&] {
      Columns columns("c", {.min_width = 300, .max_count = 3});
      count = columns.count();
      columns.next();
      {
        const Card card("Short");
        label("a");
      }
      columns.next();
      {
        const Card card("Long");
        for (int at = 0; at < 5; ++at) label("line " + std::to_string(at));
      }
    });
    canvas.settle(draw);
    CHECK(count == static_cast<std::size_t>(expected));
    if (expected == 1) continue;
    const MirrorItem* low = canvas.find(Role::Group, "Short");
    const MirrorItem* high = canvas.find(Role::Group, "Long");
    CHECK(low->y == high->y);
    CHECK(low->x + low->width <= high->x);
  }
}

namespace {

class CountingRows final : public TableSource {
 public:
  [[nodiscard]] std::size_t row_count() const override { return count; }
  [[nodiscard]] bool has_row(std::size_t row) const override { return row % 10 != 9; }
  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    ++cells;
    return {.text = (column == 0 ? "row " : "text ") + std::to_string(row)};
  }
  void want(std::size_t first, std::size_t wanted) override {
    first_wanted = first, last_wanted = first + wanted;
  }
  std::size_t count = 1'000'000;
  mutable int cells = 0;
  std::size_t first_wanted = 0, last_wanted = 0;
};

struct TableFixture {
  std::array<TableColumn, 2> columns{
      {{.id = "a", .title = "First", .is_sortable = true}, {.id = "b", .title = "Second", .stretch = 1}}};
  CountingRows rows;
  TableState state;
  TableResult last;
  int opened = 0;
  HeadlessCanvas::Draw draw = HeadlessCanvas::in_window([this] {
    last = data_table("Reviews", columns, rows, state, {.row_height = 40});
    opened += last.is_opened ? 1 : 0;
  });
};

}  // namespace

TEST_CASE("a table asks for and draws only the rows in view, and tells how many there are", "[ui][table]") {
  HeadlessCanvas canvas;
  TableFixture table;
  canvas.settle(table.draw);
  table.rows.cells = 0;
  canvas.frame(table.draw);
  CHECK(table.rows.cells < 100);
  CHECK(table.rows.last_wanted < 30);
  const MirrorItem* item = canvas.find(Role::Table, "Reviews");
  REQUIRE(item != nullptr);
  CHECK(item->set_size == 1'000'001);  // with the header
  CHECK(canvas.find(Role::Cell, "row 3") != nullptr);
  CHECK(canvas.find(Role::Cell, "Loading") != nullptr);
}

TEST_CASE("a table is worked by keys", "[ui][table]") {
  HeadlessCanvas canvas;
  TableFixture table;
  canvas.settle(table.draw);
  REQUIRE(canvas.focus(Role::Table, "Reviews", table.draw));
  canvas.key("ArrowDown", table.draw);
  CHECK(table.state.selected == 0U);
  canvas.key("ArrowDown", table.draw);
  CHECK(table.state.selected == 1U);
  canvas.key("End", table.draw);
  CHECK(table.state.selected == 999'999U);
  CHECK(table.rows.last_wanted == 1'000'000U);
  CHECK(canvas.find(Role::Cell, "row 999998") != nullptr);
  canvas.key("Enter", table.draw);
  CHECK(table.opened == 1);
  canvas.key("Home", table.draw);
  CHECK(table.state.selected == 0U);
}

TEST_CASE("keys that come before the frame that brings the focus are for what gets it", "[ui][table]") {
  HeadlessCanvas canvas;
  TableFixture table;
  canvas.settle(table.draw);
  canvas.semantics().focus_from_page(canvas.find(Role::Table, "Reviews")->id);
  for (const std::string_view code : {"End", "ArrowUp"}) {
    canvas.canvas.press_key(code, true, {});
    canvas.canvas.press_key(code, false, {});
  }
  for (int at = 0; at < 12; ++at) canvas.frame(table.draw);
  CHECK(table.state.selected == 999'998U);
}

TEST_CASE("a table whose rows become cards keeps the chosen row in view", "[ui][table]") {
  HeadlessCanvas canvas;
  TableFixture table;
  canvas.settle(table.draw);
  REQUIRE(canvas.focus(Role::Table, "Reviews", table.draw));
  canvas.key("End", table.draw);
  canvas.canvas.resize(500, 720, 1);
  canvas.settle(table.draw);
  CHECK(canvas.find(Role::Cell, "row 999998") != nullptr);
  CHECK(table.rows.last_wanted == 1'000'000U);
  canvas.canvas.resize(1280, 720, 1);
  canvas.settle(table.draw);
  CHECK(canvas.find(Role::Cell, "row 999998") != nullptr);
}

TEST_CASE("a press selects a row and a second one opens it", "[ui][table]") {
  HeadlessCanvas canvas;
  TableFixture table;
  canvas.settle(table.draw);
  canvas.press(Role::Cell, "text 4", table.draw);
  CHECK(table.state.selected == 4U);
  CHECK(table.opened == 0);
  canvas.press(Role::Cell, "text 4", table.draw);
  CHECK(table.opened == 1);
}

TEST_CASE("a header sorts up, down and not at all", "[ui][table]") {
  HeadlessCanvas canvas;
  TableFixture table;
  canvas.settle(table.draw);
  canvas.press(Role::ColumnHeader, "First", table.draw);
  CHECK(table.state.sort == TableSort{"a", false});
  canvas.press(Role::ColumnHeader, "First", table.draw);
  CHECK(table.state.sort == TableSort{"a", true});
  CHECK((canvas.find(Role::ColumnHeader, "First")->states & state::kSortDescending) != 0);
  canvas.press(Role::ColumnHeader, "First", table.draw);
  CHECK(table.state.sort == TableSort{});
}

TEST_CASE("the wheel scrolls a table, and an empty one draws nothing", "[ui][table]") {
  HeadlessCanvas canvas;
  TableFixture table;
  canvas.settle(table.draw);
  canvas.canvas.move_pointer(300, 300, false);
  canvas.frame(table.draw);
  canvas.canvas.scroll(0, 400, true);
  canvas.settle(table.draw);
  CHECK(table.state.scroll == 400);
  table.rows.count = 0;
  canvas.settle(table.draw);
  CHECK(table.state.scroll == 0);
  CHECK(canvas.find(Role::Table, "Reviews")->set_size == 1);
}

TEST_CASE("the keyboard leaves a table backwards as well as forwards", "[ui][table]") {
  HeadlessCanvas canvas;
  CountingRows rows;
  TableState state;
  int before = 0;
  int after = 0;
  constexpr std::array<TableColumn, 1> kColumns{{{.id = "a", .title = "First", .stretch = 1}}};
  const auto draw = HeadlessCanvas::in_window([&] {
    if (button("Before")) ++before;
    data_table("Reviews", kColumns, rows, state, {.height = 300});
    if (button("After")) ++after;
  });
  canvas.settle(draw);
  for (const char* name : {"Before", "After"}) {
    REQUIRE(canvas.focus(Role::Table, "Reviews", draw));
    canvas.key("ArrowDown", draw);
    REQUIRE(state.selected.has_value());
    REQUIRE(canvas.focus(Role::Button, name, draw));
    CHECK(canvas.mirror.focus == 0);  // the page was not called back
    canvas.key("Enter", draw);
  }
  CHECK(before == 1);
  CHECK(after == 1);
}

TEST_CASE("once the details of a row are closed, keys go on from that row", "[ui][table]") {
  TableFixture table;
  HeadlessCanvas canvas;
  canvas.settle(table.draw);
  canvas.focus(Role::Table, "Reviews", table.draw);
  for (int times = 0; times < 3; ++times) canvas.key("ArrowDown", table.draw);
  REQUIRE(table.state.selected == 2U);
  table.state.selected.reset();  // as a view does that closes its details
  canvas.settle(table.draw);
  canvas.key("Enter", table.draw);
  CHECK(table.state.selected == 2U);
  table.state.selected.reset();
  canvas.settle(table.draw);
  canvas.key("ArrowDown", table.draw);
  CHECK(table.state.selected == 3U);
  table.state.selected.reset();
  table.rows.count = 2;  // others are there now
  canvas.settle(table.draw);
  canvas.key("ArrowDown", table.draw);
  CHECK(table.state.selected == 0U);
}

TEST_CASE("the wheel scrolls a page, smoothly and to its end", "[ui][platform]") {
  HeadlessCanvas canvas(600, 400);
  const auto draw = [&] {
    std::size_t page = 0;
    const Shell shell({.product = "Attune"}, {}, page);
    for (int at = 0; at < 60; ++at) label("line " + std::to_string(at));
  };
  canvas.settle(draw);
  const float before = canvas.find(Role::Text, "line 10")->y;
  canvas.canvas.move_pointer(300, 200, false);
  canvas.frame(draw);
  canvas.canvas.scroll(0, 100, false);
  CHECK(canvas.frame(draw) == 0);  // still moving
  for (int at = 0; at < 40; ++at) canvas.frame(draw);
  CHECK_THAT(before - canvas.find(Role::Text, "line 10")->y, Catch::Matchers::WithinAbs(100, 1.5));
}

TEST_CASE("destinations are links in a landmark; the chosen one is current", "[ui][navigation]") {
  for (const float width : {1280.0F, 800.0F, 390.0F}) {
    HeadlessCanvas canvas(width, 800);
    std::size_t page = 0;
    constexpr std::array<Destination, 2> kPages{{{"Overview", Icon::Overview}, {"Reviews", Icon::Reviews}}};
    const auto draw = [&] { const Shell shell({.product = "Attune", .menu = "Main"}, kPages, page); };
    canvas.settle(draw);
    CHECK(canvas.find(Role::Navigation, "Main") != nullptr);
    REQUIRE(canvas.find(Role::Main, "Overview") != nullptr);
    canvas.press(Role::Link, "Reviews", draw);
    CHECK(page == 1);
    CHECK(canvas.find(Role::Link, "Reviews")->states == state::kCurrent);
    CHECK(canvas.find(Role::Main, "Reviews") != nullptr);
  }
}

TEST_CASE("many destinations stand in groups, and on a phone behind a last button", "[ui][navigation]") {
  const auto draw_with = [](std::size_t& page) {
    constexpr std::array<Destination, 4> kPages{{{"Overview", Icon::Overview},
                                                 {"Reviews", Icon::Reviews, {}, "What they say"},
                                                 {"Topics", Icon::Topics, {}, "What they say", false},
                                                 {"Customers", Icon::People, {}, "Who they are", false}}};
    const Shell shell({.product = "Attune", .menu = "Pages", .more = "More###more-pages"}, kPages, page);
  };
  std::size_t page = 0;
  const auto draw = [&] { draw_with(page); };
  {
    HeadlessCanvas desk(1280, 800);
    desk.settle(draw);
    CHECK(desk.find(Role::Heading, "What they say") != nullptr);
    CHECK(desk.find(Role::Heading, "Who they are") != nullptr);
    CHECK(desk.find(Role::Link, "Topics") != nullptr);
  }
  HeadlessCanvas phone(390, 800);
  phone.settle(draw);
  CHECK(phone.find(Role::Link, "Topics") == nullptr);
  REQUIRE(phone.press(Role::Button, "More", draw));
  phone.settle(draw);
  CHECK(phone.find(Role::Dialog, "More") != nullptr);
  REQUIRE(phone.press(Role::Link, "Topics", draw));
  phone.settle(draw);
  CHECK(page == 2);
  CHECK(phone.find(Role::Dialog, "More") == nullptr);
  CHECK(phone.find(Role::Main, "Topics") != nullptr);
}

TEST_CASE("a rail with more destinations than fit scrolls", "[ui][navigation]") {
  std::vector<std::string> names;
  for (int at = 0; at < 30; ++at) names.push_back("Page " + std::to_string(at));
  std::vector<Destination> pages;
  for (const std::string& name : names) pages.push_back({.label = name, .icon = Icon::Files});
  std::size_t page = 0;
  HeadlessCanvas canvas(1280, 400);
  const auto draw = [&] { const Shell shell({.product = "Attune"}, pages, page); };
  canvas.settle(draw);
  const float before = canvas.find(Role::Link, "Page 3")->y;
  canvas.canvas.move_pointer(60, 200, false);
  canvas.frame(draw);
  canvas.canvas.scroll(0, 5000, true);
  canvas.settle(draw);
  CHECK(canvas.find(Role::Link, "Page 3")->y < before);
  const MirrorItem* last = canvas.find(Role::Link, "Page 29");
  REQUIRE(last != nullptr);
  CHECK(last->y + last->height <= 400);
}

TEST_CASE("a quote is pressed to read more and speaks its words, stars and source", "[ui][widgets]") {
  HeadlessCanvas canvas;
  int opened = 0;
  const auto draw = HeadlessCanvas::in_window([&] {
    if (quote_card("q", {.text = "Good bread", .source = "Google", .rating = 4.5})) ++opened;
  });
  canvas.settle(draw);
  REQUIRE(canvas.press(Role::Button, "Good bread, 4.5 of 5 stars, Google", draw));
  CHECK(opened == 1);
}
