#include <catch_amalgamated.hpp>

#include "chart/plots/bar.hpp"
#include "support/headless_canvas.hpp"
#include "ui/painter.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/data_table.hpp"

using namespace attune::ui;
using attune::test::HeadlessCanvas;

namespace {

class Topics final : public TableSource {
 public:
  [[nodiscard]] std::size_t row_count() const override { return 4; }
  [[nodiscard]] bool has_row(std::size_t row) const override { return row != 2; }
  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    return {.text = column == 0 ? "topic " + std::to_string(row) : std::to_string(row * 10)};
  }
  void want(std::size_t, std::size_t) override {}
};

struct TopicsTable {
  void draw() {
    static constexpr std::array<TableColumn, 2> kColumns{
        {{.id = "topic", .title = "Topic", .stretch = 1}, {.id = "n", .title = "Reviews"}}};
    data_table("Topics", kColumns, source, state);
  }
  Topics source;
  TableState state;
};

void copy(HeadlessCanvas& canvas, const HeadlessCanvas::Draw& draw) {
  canvas.canvas.press_key("KeyC", true, {.control = true});
  canvas.settle(draw);
  canvas.canvas.press_key("KeyC", false, {});
  canvas.settle(draw);
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("a file is called as the chart it holds", "[ui][clippings]") {
  CHECK(file_name_from("Rating by month") == "rating-by-month");
  CHECK(file_name_from("  Évaluation, 4.5 (moyenne) ") == "evaluation-4-5-moyenne");
  CHECK(file_name_from("評価") == "attune");
}

TEST_CASE("Ctrl-C copies the chosen row, or all the rows that are there", "[ui][clippings]") {
  HeadlessCanvas canvas;
  TopicsTable table;
  const auto draw = HeadlessCanvas::in_window([&] {
    button("Something else");
    table.draw();
  });
  canvas.settle(draw);
  canvas.focus(Role::Button, "Something else", draw);
  std::vector<Clipping>& clippings = canvas.canvas.context().clippings;
  copy(canvas, draw);
  CHECK(clippings.empty());  // something else has the keyboard

  canvas.focus(Role::Table, "Topics", draw);
  copy(canvas, draw);
  REQUIRE(clippings.size() == 1);
  const auto all = std::get<TableClip>(clippings.front()).table;
  CHECK(all.columns == std::vector<std::string>{"Topic", "Reviews"});
  CHECK(all.rows == Rows{{"topic 0", "0"}, {"topic 1", "10"}, {"topic 3", "30"}});

  clippings.clear();
  canvas.key("ArrowDown", draw);
  canvas.key("ArrowDown", draw);
  copy(canvas, draw);
  REQUIRE(clippings.size() == 1);
  const auto one = std::get<TableClip>(clippings.front()).table;
  CHECK(one.columns.empty());
  CHECK(one.rows == Rows{{"topic 1", "10"}});
}

TEST_CASE("the right button offers to copy the row under it", "[ui][clippings]") {
  HeadlessCanvas canvas;
  TopicsTable table;
  const auto draw = HeadlessCanvas::in_window([&] { table.draw(); });
  canvas.settle(draw);
  canvas.canvas.move_pointer(200, 40 + 44 * 3 + 20, false);  // the header, three rows, and a half
  canvas.frame(draw);
  canvas.canvas.press_button(1, true);
  canvas.frame(draw);
  canvas.canvas.press_button(1, false);
  canvas.settle(draw);
  REQUIRE(canvas.press(Role::MenuItem, "Copy this row", draw));
  const std::vector<Clipping>& clippings = canvas.canvas.context().clippings;
  REQUIRE(clippings.size() == 1);
  CHECK(std::get<TableClip>(clippings.front()).table.rows == Rows{{"topic 3", "30"}});
  CHECK(canvas.find(Role::MenuItem, "Copy this row") == nullptr);
  CHECK_FALSE(table.state.selected);  // the row is copied, not opened
}

TEST_CASE("a chart is taken along as picture, drawing or numbers", "[ui][clippings]") {
  HeadlessCanvas canvas;
  ChartPlace place;
  attune::chart::BarSpec spec;
  spec.caption.title = "Why they left";
  spec.categories = {"price", "delivery"};
  attune::chart::BarSeries& series = spec.series.emplace_back();
  series.name = "customers";
  series.values = {12, 30};
  const auto draw = HeadlessCanvas::in_window([&] {
    place.draw("Why they left###why", 200, 1,
               [&](const attune::chart::Surface& surface) { return bar_chart(spec, surface); });
  });
  canvas.settle(draw);
  std::vector<Clipping>& clippings = canvas.canvas.context().clippings;
  const auto choose = [&](std::string_view entry) {
    REQUIRE(canvas.press(Role::Button, "Copy or save: Why they left", draw));
    REQUIRE(canvas.press(Role::MenuItem, entry, draw));
    REQUIRE(clippings.size() == 1);
    Clipping clipping = std::move(clippings.front());
    clippings.clear();
    return clipping;
  };

  const auto picture = std::get<PictureClip>(choose("Copy as a picture"));
  CHECK(picture.way == PictureClip::Way::Copy);
  CHECK(picture.svg.starts_with("<svg"));
  CHECK(picture.svg.find(">Why they left</text>") != std::string::npos);  // it stands alone
  CHECK(picture.size.height > 200);
  CHECK(std::get<PictureClip>(choose("Save as a drawing (SVG)")).way == PictureClip::Way::SaveDrawing);
  const auto numbers = std::get<NumbersClip>(choose("Save the numbers (CSV)"));
  CHECK(numbers.name == "why-they-left");
  CHECK(numbers.table.rows.size() == 2);
  CHECK(std::get<TableClip>(choose("Copy the numbers")).table.rows == numbers.table.rows);
}
