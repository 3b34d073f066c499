#include "ui/semantics/semantics.hpp"

#include <imgui_internal.h>

#include <catch_amalgamated.hpp>

#include "support/headless_canvas.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/surfaces.hpp"

using namespace attune::ui;
using attune::test::HeadlessCanvas;

TEST_CASE("the mirror is told once, and not again while nothing changes", "[ui][semantics]") {
  HeadlessCanvas canvas;
  std::string name = "Analyse###go";
  const auto draw = HeadlessCanvas::in_window([&] { button(name); });
  canvas.settle(draw);
  const int told = canvas.mirror.synchronisations;
  CHECK(told >= 1);
  canvas.settle(draw);
  CHECK(canvas.mirror.synchronisations == told);
  name = "Stop###go";
  canvas.settle(draw);
  CHECK(canvas.mirror.synchronisations == told + 1);
}

TEST_CASE("a label may change while its item stays the same", "[ui][semantics]") {
  HeadlessCanvas canvas;
  std::string name = "Analyse###go";
  const auto draw = HeadlessCanvas::in_window([&] { button(name); });
  canvas.settle(draw);
  const auto id = canvas.find(Role::Button, "Analyse")->id;
  name = "Stop###go";
  canvas.settle(draw);
  REQUIRE(canvas.find(Role::Button, "Stop") != nullptr);
  CHECK(canvas.find(Role::Button, "Stop")->id == id);
}

TEST_CASE("texts keep their elements when another kind of item appears before them", "[ui][semantics]") {
  HeadlessCanvas canvas;
  bool has_button = false;
  const auto draw = HeadlessCanvas::in_window([&] {
    if (has_button) button("New");
    label("Stays");
  });
  canvas.settle(draw);
  const auto id = canvas.find(Role::Text, "Stays")->id;
  has_button = true;
  canvas.settle(draw);
  CHECK(canvas.find(Role::Text, "Stays")->id == id);
}

TEST_CASE("activation from the page presses exactly once", "[ui][semantics]") {
  HeadlessCanvas canvas;
  int presses = 0;
  const auto draw = HeadlessCanvas::in_window([&] {
    if (button("Go")) ++presses;
  });
  canvas.settle(draw);
  canvas.semantics().activate_from_page(canvas.find(Role::Button, "Go")->id);
  canvas.settle(draw);
  CHECK(presses == 1);
}

TEST_CASE("a disabled button is told as such and cannot be pressed", "[ui][semantics]") {
  HeadlessCanvas canvas;
  int presses = 0;
  const auto draw = HeadlessCanvas::in_window([&] {
    if (button("Go", {.is_enabled = false})) ++presses;
  });
  canvas.settle(draw);
  CHECK((canvas.find(Role::Button, "Go")->states & state::kDisabled) != 0);
  canvas.press(Role::Button, "Go", draw);
  canvas.semantics().activate_from_page(canvas.find(Role::Button, "Go")->id);
  canvas.settle(draw);
  CHECK(presses == 0);
}

TEST_CASE("what the page types reaches the field, and only once", "[ui][semantics]") {
  HeadlessCanvas canvas;
  std::string text = "old";
  int changes = 0;
  const auto draw = HeadlessCanvas::in_window([&] {
    if (text_field("Name", text)) ++changes;
  });
  canvas.settle(draw);
  const MirrorItem* item = canvas.find(Role::TextBox, "Name");
  REQUIRE(item != nullptr);
  CHECK(canvas.value_of(*item) == "old");
  canvas.semantics().set_text_from_page(item->id,
                                        "Gr\xC3\xBC\xC3\x9F"
                                        "e");
  canvas.settle(draw);
  CHECK(text ==
        "Gr\xC3\xBC\xC3\x9F"
        "e");
  CHECK(changes == 1);
}

TEST_CASE("focus from the page reaches ImGui and shows the ring", "[ui][semantics]") {
  HeadlessCanvas canvas;
  const auto draw = HeadlessCanvas::in_window([] {
    button("First");
    button("Second");
  });
  canvas.settle(draw);
  REQUIRE(canvas.focus(Role::Button, "Second", draw));
  CHECK(ImGui::GetCurrentContext()->NavId == canvas.find(Role::Button, "Second")->id);
  CHECK(ImGui::GetCurrentContext()->NavCursorVisible);
}

TEST_CASE("the page follows when arrow keys move the focus", "[ui][semantics]") {
  HeadlessCanvas canvas;
  const auto draw = HeadlessCanvas::in_window([] {
    button("First");
    button("Second");
  });
  canvas.settle(draw);
  canvas.focus(Role::Button, "First", draw);
  canvas.key("ArrowDown", draw);
  CHECK(canvas.mirror.focus == canvas.find(Role::Button, "Second")->id);
}

TEST_CASE("an item out of view is told as clipped, and focus scrolls to it", "[ui][semantics]") {
  HeadlessCanvas canvas(600, 300);
  const auto draw = HeadlessCanvas::in_window([] {
    ImGui::BeginChild("scroll", {0, 0}, ImGuiChildFlags_NavFlattened);
    for (int at = 0; at < 50; ++at) button("Item " + std::to_string(at));
    ImGui::EndChild();
  });
  canvas.settle(draw);
  REQUIRE(canvas.find(Role::Button, "Item 49") != nullptr);
  CHECK((canvas.find(Role::Button, "Item 49")->states & state::kClipped) != 0);
  canvas.focus(Role::Button, "Item 49", draw);
  CHECK((canvas.find(Role::Button, "Item 49")->states & state::kClipped) == 0);
}

TEST_CASE("a card is a named group around its content", "[ui][semantics]") {
  HeadlessCanvas canvas;
  const auto draw = HeadlessCanvas::in_window([] {
    const Card card("Rating###r");
    label("4.3");
  });
  canvas.settle(draw);
  const MirrorItem* group = canvas.find(Role::Group, "Rating");
  const MirrorItem* text = canvas.find(Role::Text, "4.3");
  REQUIRE(group != nullptr);
  REQUIRE(text != nullptr);
  CHECK(&canvas.semantics().items()[static_cast<std::size_t>(text->parent)] == group);
  CHECK(group->height > text->height);
}

TEST_CASE("a dialog opens, is modal, and Escape closes it", "[ui][semantics]") {
  HeadlessCanvas canvas;
  const auto draw = HeadlessCanvas::in_window([] {
    if (button("Reset")) open_dialog("reset");
    if (const Dialog dialog{"Reset everything?###reset"}; dialog.is_open()) {
      if (button("Yes")) dialog.close();
    }
  });
  canvas.settle(draw);
  CHECK(canvas.find(Role::Dialog, "Reset everything?") == nullptr);
  canvas.press(Role::Button, "Reset", draw);
  const MirrorItem* dialog = canvas.find(Role::Dialog, "Reset everything?");
  REQUIRE(dialog != nullptr);
  CHECK((dialog->states & state::kModal) != 0);
  canvas.key("Escape", draw);
  CHECK(canvas.find(Role::Dialog, "Reset everything?") == nullptr);
  canvas.press(Role::Button, "Reset", draw);
  canvas.press(Role::Button, "Yes", draw);
  CHECK(canvas.find(Role::Dialog, "Reset everything?") == nullptr);
}

TEST_CASE("toasts are spoken, shown one after the other, and go by themselves unless they tell of a failure",
          "[ui][semantics]") {
  HeadlessCanvas canvas;
  Toasts toasts;
  const auto draw = HeadlessCanvas::in_window([&] { toasts.draw(); });
  canvas.frame(draw);
  toasts.show({.message = "Copied"});
  toasts.show({.message = "It failed", .tone = Tone::Negative});
  CHECK(canvas.mirror.announcements == std::vector<std::string>{"Copied", "It failed"});
  canvas.settle(draw);
  CHECK(canvas.find(Role::Text, "Copied") != nullptr);
  CHECK(canvas.frame(draw) <= 6000);  // asks to be drawn again when it is time
  canvas.now += 6100;
  canvas.settle(draw);
  CHECK(canvas.find(Role::Text, "Copied") == nullptr);
  REQUIRE(canvas.find(Role::Text, "It failed") != nullptr);
  canvas.now += 60000;
  canvas.settle(draw);
  CHECK(canvas.find(Role::Text, "It failed") != nullptr);
  canvas.press(Role::Button, "Dismiss", draw);
  CHECK(canvas.find(Role::Text, "It failed") == nullptr);
}
