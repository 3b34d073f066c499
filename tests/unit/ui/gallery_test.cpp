#include "ui/gallery/gallery.hpp"

#include <set>

#include <catch_amalgamated.hpp>

#include "support/headless_canvas.hpp"

using namespace attune::ui;
using attune::test::HeadlessCanvas;

namespace {

struct Size {
  float width, height, scale;
};

}  // namespace

TEST_CASE(
    "the gallery draws every page at every size in every appearance, with unique ids and nothing cut off",
    "[ui][gallery]") {
  const Size size =
      GENERATE(Size{1280, 720, 1}, Size{1920, 1080, 2}, Size{390, 844, 3}, Size{360, 640, 1.25F});
  HeadlessCanvas canvas(size.width, size.height, size.scale);
  Gallery gallery;
  const auto draw = [&] { gallery.draw(); };
  for (const Appearance appearance : {Appearance::Light, Appearance::Dark, Appearance::DarkHighContrast}) {
    canvas.canvas.set_appearance(appearance, false);
    for (const char* page : {"Controls", "Cards", "Table", "Text", "Colours"}) {
      canvas.settle(draw);
      REQUIRE(canvas.press(Role::Link, page, draw));
      INFO(page << " at " << size.width);
      std::set<std::uint32_t> ids;
      for (const MirrorItem& item : canvas.semantics().items()) {
        INFO(canvas.semantics().text(item.name));
        CHECK(ids.insert(item.id).second);
        const bool is_row = item.role == Role::Row || item.role == Role::Cell;
        if (!is_row) CHECK(item.x + item.width <= size.width * size.scale + 1);
        CHECK(item.x >= -1);
      }
    }
  }
}

TEST_CASE("every control of the gallery has a name", "[ui][gallery]") {
  HeadlessCanvas canvas;
  Gallery gallery;
  const auto draw = [&] { gallery.draw(); };
  canvas.settle(draw);
  for (const MirrorItem& item : canvas.semantics().items()) {
    const bool is_box = item.role == Role::Generic || item.role == Role::Row;
    INFO(static_cast<int>(item.role));
    if (!is_box) CHECK_FALSE(canvas.semantics().text(item.name).empty());
  }
}

TEST_CASE("what is copied from the gallery's table is handed to the page, and what the page answers is shown",
          "[ui][gallery]") {
  HeadlessCanvas canvas(1280, 800);
  Gallery gallery;
  const auto draw = [&] { gallery.draw(); };
  canvas.settle(draw);
  REQUIRE(canvas.press(Role::Link, "Table", draw));
  REQUIRE(canvas.focus(Role::Table, "Reviews", draw));
  canvas.key("ArrowDown", draw);
  canvas.canvas.press_key("KeyC", true, {.control = true});
  canvas.settle(draw);
  const std::vector<std::string> commands = gallery.take_commands();
  REQUIRE(commands.size() == 1);
  CHECK(commands.front().find(R"("type":"copyTable")") != std::string::npos);
  CHECK(gallery.take_commands().empty());
  REQUIRE(gallery.receive_event(R"({"type":"notice","says":"copied","message":""})"));
  canvas.settle(draw);
  CHECK_FALSE(canvas.mirror.announcements.empty());
}

TEST_CASE("the gallery reads from right to left when it is told so", "[ui][gallery]") {
  HeadlessCanvas canvas(1280, 800);
  Gallery gallery;
  const auto draw = [&] { gallery.draw(); };
  canvas.settle(draw);
  CHECK(canvas.find(Role::Link, "Table")->x < 640);
  REQUIRE(gallery.receive_event(R"({"type":"language","language":"en-XB"})"));
  canvas.settle(draw);
  CHECK(canvas.find(Role::Link, "Table")->x > 640);
}
