// Every page in every state, without a browser: what it says, that nothing is cut off, and what it asks for.
#include <imgui_internal.h>

#include <algorithm>
#include <string>

#include <catch_amalgamated.hpp>

#include "support/page_layout.hpp"
#include "support/ui_page.hpp"
#include "ui/views/share_dialog.hpp"
#include "ui/widgets/overlays.hpp"

using namespace attune;
using namespace attune::ui;
using attune::test::check_that_all_fits;
using attune::test::full_snapshot;
using attune::test::kSizes;
using attune::test::kWordings;
using attune::test::Page;
using attune::test::Size;
using attune::test::wear;

TEST_CASE("the first page invites files and says that they stay here", "[ui][views]") {
  Page page;
  page.settle();
  CHECK(page.says("Nothing leaves this computer"));
  CHECK(page.commands.empty());
  CHECK(page.press(Role::Button, "Choose files"));
  CHECK(page.asked(R"({"type":"pickFiles"})"));
  CHECK(page.press(Role::Button, "Choose a folder"));
  CHECK(page.asked(R"({"type":"pickFolder"})"));
  CHECK(page.press(Role::Button, "Try the sample data"));
  CHECK(page.asked(R"({"type":"openSample"})"));
}

TEST_CASE("what was kept on this computer is offered on the first page", "[ui][views]") {
  for (const Size& size : kSizes) {
    Page page(size.width, size.height, size.scale);
    page.settle();
    CHECK_FALSE(page.says("again"));
    page.tell(R"({"type":"kept","on":true,"files":["reviews.csv","orders.csv"]})");
    page.settle();
    check_that_all_fits(page, size);
    CHECK(page.press(Role::Button, "Open reviews.csv and 1 more file again"));
    CHECK(page.asked(R"({"type":"openKept"})"));
  }
}

TEST_CASE("remembering is off until it is turned on", "[ui][views]") {
  Page page;
  page.load(full_snapshot());
  page.go_to("files");
  REQUIRE(page.press(Role::Switch, "Remember on this computer"));
  CHECK(page.asked(R"({"type":"keep","on":true})"));
  page.tell(R"({"type":"kept","on":true,"files":["reviews.csv"]})");
  page.settle();
  REQUIRE(page.press(Role::Switch, "Remember on this computer"));
  CHECK(page.asked(R"({"type":"keep","on":false})"));
}

TEST_CASE("a file that cannot be read is told on the first page", "[ui][views]") {
  Page page;
  page.start();
  page.tell(
      R"({"type":"failed","run":1,"code":"empty-input","message":"The file is empty. Choose another one."})");
  page.settle();
  CHECK(page.says("The file is empty. Choose another one."));
  CHECK(page.press(Role::Button, "Choose files"));
}

TEST_CASE("while a file is opened there is progress, and a way to stop", "[ui][views]") {
  Page page;
  page.start();
  page.tell(
      R"({"type":"progress","run":1,"stage":"reading","label":"Reading reviews.csv","done":10,"total":100,"unit":"rows","rate":50,"secondsLeft":2})");
  page.settle();
  CHECK(page.says("Reading reviews.csv"));
  CHECK(page.press(Role::Button, "Cancel"));
  CHECK(page.asked(R"({"type":"cancel"})"));
}

TEST_CASE("the overview tells its figures with their number of cases", "[ui][views]") {
  Page page;
  page.load(full_snapshot());
  CHECK(page.says("Mean rating"));
  CHECK(page.says("1,204 ratings"));
  CHECK(page.says("Love the sourdough"));
  CHECK(page.says("3 rows not used"));
}

TEST_CASE("figures that are not final say how far they are", "[ui][views]") {
  Page page;
  auto snapshot = full_snapshot();
  snapshot.overview.sentiment.pending = 500;
  page.start();
  page.adopt(snapshot);
  page.settle();
  CHECK(page.says("1,204 of 1,704 understood"));
}

TEST_CASE("without the model everything but feelings is shown, and that is said", "[ui][views]") {
  Page page;
  auto snapshot = full_snapshot();
  snapshot.model_loaded = false;
  snapshot.overview.sentiment = {.pending = 1204};
  snapshot.overview.negative_share = snapshot.overview.neutral_share = snapshot.overview.positive_share = {};
  snapshot.overview.praise.clear();
  snapshot.overview.complaints.clear();
  page.load(snapshot);
  CHECK(page.says("The language model could not be loaded"));
  CHECK(page.says("1,204 ratings"));
}

TEST_CASE("data without dates, ratings, sources or products leaves no hole", "[ui][views]") {
  Page page;
  auto snapshot = full_snapshot();
  auto& overview = snapshot.overview;
  overview.rated = overview.dated = 0;
  overview.rating = {};
  overview.stars = {};
  overview.trend.clear();
  overview.sources.clear();
  overview.products.clear();
  overview.agreement = {};
  overview.first_day.reset();
  overview.last_day.reset();
  page.load(snapshot);
  CHECK(page.says("No dates were found"));
  CHECK(page.press(Role::Link, "Reviews"));
}

TEST_CASE("a table without reviews says so and leads to the columns", "[ui][views]") {
  Page page;
  snapshot::Snapshot snapshot;
  snapshot.run = 1;
  snapshot.files = full_snapshot().files;
  page.load(snapshot);
  CHECK(page.says("No reviews were found"));
  CHECK(page.press(Role::Button, "Look at the columns"));
  CHECK(page.asked("files"));
}

TEST_CASE("a quote opens its review, and the view in the address bar says so", "[ui][views]") {
  Page page;
  page.load(full_snapshot());
  const auto& items = page.canvas.semantics().items();
  const auto found = std::ranges::find_if(items, [&](const MirrorItem& item) {
    return item.role == Role::Button &&
           page.canvas.semantics().text(item.name).find("Cold coffee") != std::string_view::npos;
  });
  REQUIRE(found != items.end());
  page.commands.clear();
  page.canvas.semantics().activate_from_page(found->id);
  page.settle();
  CHECK(page.asked("reviews?row=9"));
  CHECK(page.asked(R"("query":"row","row":9)"));
}

TEST_CASE("a feeling of the overview narrows the reviews", "[ui][views]") {
  Page page(1280, 2400);
  page.load(full_snapshot());
  REQUIRE(page.press(Role::Link, "240 reviews"));
  CHECK(page.asked("reviews?feeling=negative"));
  CHECK(page.asked(R"("sentiment":["negative"])"));
}

TEST_CASE("rows come as they are scrolled to, and one opens beside the table", "[ui][views]") {
  Page page;
  page.load(full_snapshot());
  REQUIRE(page.press(Role::Link, "Reviews"));
  REQUIRE(page.asked(R"("query":"rows")"));
  const std::string id = page.id_of(R"("query":"rows")");
  page.tell(
      R"({"type":"answer","answer":{"id":)" + id +
      R"(,"total":2,"offset":0,"rows":[{"row":7,"text":"Best rye in town","rating":5,"date":"2024-03-01","sentiment":"positive","p":[0.1,0.1,0.8],"score":0.7,"stars":4.8},{"row":8,"text":"Stale again","rating":1,"sentiment":"negative","p":[0.9,0.05,0.05],"score":-0.85,"stars":1.3}]}})");
  page.settle();
  CHECK(page.says("Best rye in town"));
  CHECK(page.says("2 of 1,204 reviews"));
}

TEST_CASE("when nothing matches, the filters can be cleared", "[ui][views]") {
  Page page;
  page.tell(R"({"type":"view","fragment":"reviews?search=unicorn"})");
  page.load(full_snapshot());
  REQUIRE(page.asked("unicorn"));
  page.tell(R"({"type":"answer","answer":{"id":1,"total":0,"offset":0,"rows":[]}})");
  page.settle();
  CHECK(page.says("No review matches these filters"));
  CHECK(page.press(Role::Button, "Clear all filters"));
  CHECK(page.asked(R"("fragment":"reviews")"));
}

TEST_CASE("a role that is changed is sent with what was chosen before", "[ui][views]") {
  Page page(1280, 1600);
  page.tell(R"({"type":"view","fragment":"files"})");
  page.load(full_snapshot());
  REQUIRE(page.asked(R"("query":"columns")"));
  const std::string id = page.id_of(R"("query":"columns")");
  page.tell(
      R"({"type":"answer","answer":{"id":)" + id +
      R"(,"files":[{"name":"reviews.csv","tables":[{"name":"","kind":"feedback","rows":3,"fingerprint":"f1",
      "detection":[{"what":"encoding","value":"utf-8","confidence":1,"reason":"No other fits"},{"what":"delimiter","value":",","confidence":0.9,"reason":"Gives 5 columns"}],
      "columns":[{"name":"Comment","role":"text","confidence":0.9,"reason":"Long texts","samples":["Lovely"]},
                 {"name":"Stars","role":"rating","confidence":1,"reason":"","chosen":true,"samples":["5","4"]}]}]}]}})");
  page.settle();
  CHECK(page.says("Comment"));
  CHECK(page.says("Gives 5 columns"));
  REQUIRE(page.press(Role::Combobox, "Meaning of Comment"));
  REQUIRE(page.press(Role::Option, "Title"));
  REQUIRE(page.press(Role::Button, "Apply and analyse again"));
  CHECK(page.asked(R"("roles":{"Comment":"title","Stars":"rating"})"));
}

TEST_CASE("a model of the user's is named on the page of accuracy, with the way back", "[ui][views]") {
  Page page(1280, 2400);
  page.tell(R"({"type":"view","fragment":"reading"})");
  page.load(full_snapshot());
  page.settle();
  CHECK(page.says("Language model"));
  CHECK_FALSE(page.press(Role::Button, "Use Attune’s own model again"));
  page.tell(R"({"type":"ready","model":true,"ownModel":"mine.onnx","notice":""})");
  page.settle();
  REQUIRE(page.press(Role::Button, "Use Attune’s own model again"));
  CHECK(page.asked(R"({"type":"useOurModel"})"));
}

TEST_CASE("a crash keeps what is on show and offers to start again", "[ui][views]") {
  Page page;
  page.load(full_snapshot());
  page.tell(
      R"({"type":"crashed","run":1,"code":"","message":"The analysis stopped unexpectedly. Start it again."})");
  page.settle();
  CHECK(page.says("The analysis stopped unexpectedly. Start it again."));
  CHECK(page.says("Mean rating"));
  CHECK(page.press(Role::Button, "Start again"));
  CHECK(page.asked(R"({"type":"restart"})"));
}

TEST_CASE("settings change appearance and language, and forget everything", "[ui][views]") {
  Page page;
  page.load(full_snapshot());
  REQUIRE(page.press(Role::Button, "Settings"));
  REQUIRE(page.press(Role::Radio, "Dark"));
  CHECK(page.asked(R"({"type":"setTheme","theme":"dark"})"));
  page.tell(R"({"type":"theme","theme":"dark"})");
  CHECK(page.shell.appearance({}) == Appearance::Dark);
  REQUIRE(page.press(Role::Button, "Forget everything"));
  CHECK(page.asked(R"({"type":"forget"})"));
  page.tell(R"({"type":"forgotten"})");
  page.settle();
  CHECK(page.says("Nothing leaves this computer"));
}

TEST_CASE("what can be shared fits a low screen without scrolling, in every language", "[ui][views]") {
  for (const std::string_view wording : kWordings) {
    Page page(1280, 720);
    wear(page, wording);
    page.load(full_snapshot());
    page.canvas.frame([&] {
      open_dialog(kShareDialog);
      page.shell.draw();
    });
    page.settle();
    const ImGuiWindow* dialog = ImGui::GetTopMostPopupModal();
    REQUIRE(dialog != nullptr);
    INFO(wording << ", " << dialog->Size.y << " high");
    CHECK(dialog->Size.y > 200);
    CHECK(dialog->ScrollMax.y == 0);
  }
}

TEST_CASE("no page is cut off, in any size, language or with longer words", "[ui][views]") {
  const Size size = GENERATE(from_range(kSizes));
  for (const std::string_view wording : kWordings) {
    Page page(size.width, size.height, size.scale);
    wear(page, wording);
    page.settle();
    check_that_all_fits(page, size);
    page.load(full_snapshot());
    for (const std::string_view path : {"overview", "reviews", "reviews?row=3", "files"}) {
      page.go_to(path);
      INFO(wording << " " << path);
      check_that_all_fits(page, size);
    }
  }
}
