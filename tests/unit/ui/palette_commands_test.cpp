// The command palette and the keyboard sheet: opened by keys, worked by keys, and what they do.
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "support/page_layout.hpp"
#include "support/ui_page.hpp"
#include "ui/state/fuzzy.hpp"

using namespace attune;
using namespace attune::ui;
using namespace attune::test;

namespace {

constexpr std::string_view kPalette = "Find a page or a command";

void hold(Page& page, std::string_view code, Modifiers modifiers) {
  page.canvas.canvas.press_key(code, true, modifiers);
  page.settle();
  page.canvas.canvas.press_key(code, false, {});
  page.settle();
}

void open_palette(Page& page) { hold(page, "KeyK", {.control = true}); }

void key(Page& page, std::string_view code) { hold(page, code, {}); }

// As the page does: the field has the focus and what is typed in it is told.
void type(Page& page, std::string_view text) {
  const MirrorItem* field = page.canvas.find(Role::SuggestBox, kPalette);
  REQUIRE(field != nullptr);
  const ImGuiID id = field->id;
  page.canvas.semantics().focus_from_page(id);
  page.settle();
  page.canvas.semantics().set_text_from_page(id, std::string{text});
  page.settle();
}

std::vector<std::string> suggestions(Page& page) {
  std::vector<std::string> names;
  for (const MirrorItem& item : page.canvas.semantics().items()) {
    if (item.role == Role::Suggestion) names.emplace_back(page.canvas.semantics().text(item.name));
  }
  return names;
}

}  // namespace

TEST_CASE("letters fit in their order, best at the beginnings of words, whatever their case and accents",
          "[ui][commands]") {
  CHECK_FALSE(fit("xyz", "Overview"));
  CHECK_FALSE(fit("weiv", "View"));
  CHECK(fit("", "Overview")->score == 0);
  CHECK(fit("over", "Overview")->letters == std::vector<std::uint32_t>{0, 1, 2, 3});
  CHECK(fit("kf", "Key figures")->letters == std::vector<std::uint32_t>{0, 4});
  CHECK(fit("fig key", "Key figures")->letters == std::vector<std::uint32_t>{0, 1, 2, 4, 5, 6});
  CHECK(fit("uberblick", "Überblick")->letters.front() == 0);
  CHECK(fit("REGLAGES", "Réglages").has_value());
  CHECK_FALSE(fit("rev", "Overview"));
  CHECK(fit("ov", "Overview")->score > fit("ov", "Remove it")->score);
  CHECK(fit("csv", "All of it as CSV")->score > fit("csv", "Copy this view")->score);
  CHECK(fit("top", "Topics")->score > fit("top", "Stop the analysis")->score);
  CHECK(fit("rep", "Save the report")->score > fit("rep", "There is apple pie")->score);
  CHECK(fit("e", "\xFF\xFE e").has_value());  // broken bytes are letters of no word
}

TEST_CASE("Ctrl-K, a few letters and Enter lead to a page, which then has the keyboard", "[ui][commands]") {
  Page page;
  page.load(full_snapshot());
  open_palette(page);
  REQUIRE(page.shows(Role::Dialog, kPalette));
  CHECK(suggestions(page).front() == "Overview");
  type(page, "topi");
  REQUIRE(suggestions(page).front() == "Topics");
  const MirrorItem* field = page.canvas.find(Role::SuggestBox, kPalette);
  const MirrorItem* marked = page.canvas.find(Role::Suggestion, "Topics");
  CHECK(field->related == marked->id);
  CHECK((marked->states & state::kSelected) != 0);
  CHECK(static_cast<ImGuiID>(field->level) == page.canvas.find(Role::Listbox, kPalette)->id);
  page.commands.clear();
  key(page, "Enter");
  CHECK_FALSE(page.shows(Role::Dialog, kPalette));
  REQUIRE(page.shows(Role::Main, "Topics"));
  CHECK(page.asked(R"("fragment":"topics")"));
  CHECK(page.canvas.mirror.focus == page.canvas.find(Role::Main, "Topics")->id);
}

TEST_CASE("arrow keys walk the suggestions around their ends while the field keeps the focus",
          "[ui][commands]") {
  Page page;
  page.load(full_snapshot());
  open_palette(page);
  type(page, "");
  const auto marked = [&] {
    for (const MirrorItem& item : page.canvas.semantics().items()) {
      if (item.role == Role::Suggestion && (item.states & state::kSelected) != 0)
        return std::string{page.canvas.semantics().text(item.name)};
    }
    return std::string{};
  };
  const ImGuiID field = page.canvas.find(Role::SuggestBox, kPalette)->id;
  const std::vector<std::string> all = suggestions(page);
  REQUIRE(all.size() > 20);
  key(page, "ArrowDown");
  CHECK(marked() == all[1]);
  key(page, "ArrowUp");
  key(page, "ArrowUp");
  CHECK(marked() == all.back());
  CHECK((page.canvas.find(Role::Suggestion, all.back())->states & state::kClipped) == 0);  // scrolled to
  key(page, "PageDown");
  CHECK(marked() == all.back());
  key(page, "ArrowDown");
  CHECK(marked() == all[0]);
  CHECK(page.canvas.semantics().page_focus() == field);
  type(page, "files");
  CHECK(marked() == suggestions(page)[0]);  // another list begins at its top
}

TEST_CASE("the palette does what buttons do elsewhere", "[ui][commands]") {
  struct Case {
    std::string_view typed, command;
  };
  const auto [typed, command] = GENERATE(
      Case{"open files", R"({"type":"pickFiles"})"}, Case{"add files", R"({"type":"pickFiles","add":true})"},
      Case{"folder", R"({"type":"pickFolder"})"}, Case{"sample", R"({"type":"openSample"})"},
      Case{"copy link", R"("type":"copyLink")"}, Case{"csv", R"("what":"rows.csv")"},
      Case{"report", R"("what":"report.html")"}, Case{"dark", R"({"type":"setTheme","theme":"dark"})"},
      Case{"deutsch", R"({"type":"setLanguage","language":"de"})"});
  Page page;
  page.load(full_snapshot());
  open_palette(page);
  type(page, typed);
  page.commands.clear();
  key(page, "Enter");
  INFO(typed);
  CHECK(page.asked(command));
  CHECK_FALSE(page.shows(Role::Dialog, kPalette));
}

TEST_CASE("without data the palette offers files and settings, and no page", "[ui][commands]") {
  Page page;
  page.settle();
  open_palette(page);
  const std::vector<std::string> all = suggestions(page);
  CHECK(std::ranges::find(all, "Try the sample data") != all.end());
  CHECK(std::ranges::find(all, "Overview") == all.end());
  CHECK(std::ranges::find(all, "Copy a link to this view") == all.end());
}

TEST_CASE("while the analysis runs the palette can stop it", "[ui][commands]") {
  Page page;
  page.start();
  page.settle();
  open_palette(page);
  type(page, "stop");
  page.commands.clear();
  key(page, "Enter");
  CHECK(page.asked(R"({"type":"cancel"})"));
}

TEST_CASE("what nothing is called is said once, and Enter then does nothing", "[ui][commands]") {
  Page page;
  page.load(full_snapshot());
  open_palette(page);
  type(page, "qqqq");
  CHECK(suggestions(page).empty());
  CHECK(page.says("Nothing here is called that"));
  CHECK(std::ranges::count(page.canvas.mirror.announcements,
                           "Nothing here is called that. Try other words") == 1);
  CHECK(page.canvas.find(Role::SuggestBox, kPalette)->level == 0);
  key(page, "Enter");
  CHECK(page.shows(Role::Dialog, kPalette));
}

TEST_CASE("the palette closes with Escape and with its own keys, and opens empty again", "[ui][commands]") {
  Page page;
  page.load(full_snapshot());
  open_palette(page);
  type(page, "topics");
  key(page, "Escape");
  CHECK_FALSE(page.shows(Role::Dialog, kPalette));
  open_palette(page);
  REQUIRE(page.shows(Role::Dialog, kPalette));
  CHECK(suggestions(page).size() > 20);
  open_palette(page);
  CHECK_FALSE(page.shows(Role::Dialog, kPalette));
}

TEST_CASE("a question mark shows the keys, from the palette and the settings too", "[ui][commands]") {
  Page page;
  page.load(full_snapshot());
  hold(page, "Question", {.shift = true});
  REQUIRE(page.shows(Role::Dialog, "Keyboard shortcuts"));
  CHECK(page.shows(Role::PlainCell, "Ctrl K"));
  CHECK(page.shows(Role::PlainCell, std::string{kPalette}));
  REQUIRE(page.press(Role::Button, "Close"));
  CHECK_FALSE(page.shows(Role::Dialog, "Keyboard shortcuts"));
  REQUIRE(page.press(Role::Button, "Settings"));
  hold(page, "Question", {.shift = true});
  CHECK_FALSE(page.shows(Role::Dialog, "Keyboard shortcuts"));  // not over another dialog
  REQUIRE(page.press(Role::Button, "Keyboard shortcuts"));
  REQUIRE(page.shows(Role::Dialog, "Keyboard shortcuts"));
  CHECK_FALSE(page.shows(Role::Dialog, "Settings"));
  key(page, "Escape");
  open_palette(page);
  type(page, "shortcuts");
  key(page, "Enter");
  CHECK(page.shows(Role::Dialog, "Keyboard shortcuts"));
}

TEST_CASE("where keyboards have a command key it takes the place of Ctrl", "[ui][commands]") {
  Page page;
  page.canvas.canvas.context().has_command_key = true;
  page.load(full_snapshot());
  open_palette(page);
  CHECK_FALSE(page.shows(Role::Dialog, kPalette));
  hold(page, "KeyK", {.meta = true});
  CHECK(page.shows(Role::Dialog, kPalette));
  key(page, "Escape");
  hold(page, "Question", {.shift = true});
  CHECK(page.shows(Role::PlainCell, "⌘ K"));
}

TEST_CASE("palette and keyboard sheet fit at every size in every language", "[ui][commands]") {
  const Size size = GENERATE(from_range(kSizes));
  for (const std::string_view wording : kWordings) {
    Page page(size.width, size.height, size.scale);
    wear(page, wording);
    page.load(full_snapshot());
    open_palette(page);
    CHECK(suggestions(page).size() > 20);
    check_that_all_fits(page, size);
    key(page, "Escape");
    hold(page, "Question", {.shift = true});
    INFO(wording << " at " << size.width);
    bool has_dialog = false;
    for (const MirrorItem& item : page.canvas.semantics().items()) {
      if (item.role != Role::Dialog) continue;
      has_dialog = true;
      CHECK(item.y >= 0);
      CHECK(item.y + item.height <= size.height * size.scale + 1);
    }
    CHECK(has_dialog);
    check_that_all_fits(page, size);
  }
}
