// The inbox with its drafts, and playbooks: what they say and what they ask for. Nothing is ever sent.
#include <string>

#include <catch_amalgamated.hpp>

#include "support/customer_snapshot.hpp"
#include "support/page_layout.hpp"
#include "support/ui_page.hpp"

using namespace attune;
using namespace attune::ui;
using attune::test::check_that_all_fits;
using attune::test::full_customers;
using attune::test::full_snapshot;
using attune::test::kSizes;
using attune::test::kWordings;
using attune::test::Page;
using attune::test::Size;
using attune::test::wear;

namespace {

constexpr std::string_view kInbox =
    R"("inbox":{"total":1,"offset":0,"open":1,"done":4,"escalated":1,"reasons":["refund","complaint"],"rows":[
      {"row":17,"text":"I want my money back for the cold pie","rating":1,"date":"2024-03-01","sentiment":"negative",
       "urgency":72,"reasons":[{"code":"refund","points":30},{"code":"angry","points":20}],"escalate":["legal"],
       "ageDays":12,"customer":"Sara Moreau","customerOrders":5,"intent":"refund","emotion":"anger","done":false}]})";

constexpr std::string_view kReply =
    R"("reply":{"row":17,"draft":"Dear Sara, we are sorry about {order}.","language":"en","tone":"sorry",
      "sourceKind":"macro","sourceTitle":"Refund","confidence":0.8,"slots":[],"missing":["order"],
      "disclosure":"Drafted with the help of a machine","choices":[{"title":"Refund","confidence":0.8},{"title":"Sorry","confidence":0.4}],
      "choice":0,"escalate":["legal"],"done":false,"edited":""})";

constexpr std::string_view kPlaybooks =
    R"("playbooks":{"customers":500,"knowsConsent":false,"knowsOrders":true,"list":[{"id":"win-back","trigger":"churn-risk",
      "matched":120,"noAddress":10,"noConsent":7,"optedOut":3,"capped":0,"control":10,"selected":90,
      "variants":[{"language":"en","subject":"We miss you","body":"Dear {name}"},{"language":"de","subject":"Wir vermissen Sie","body":"Liebe {name}"}],
      "fields":["name"]}],
      "results":[{"id":"win-back","sent":"2024-01-02","until":"2024-02-02","treated":120,"treatedOrders":30,"control":13,"controlOrders":1,
      "shareDifference":{"value":0.17,"low":0.02,"high":0.3,"n":133},"valueDifference":{"value":0,"low":0,"high":0,"n":0}}]})";

}  // namespace

TEST_CASE("the inbox says what is urgent and why, and filters are in the link", "[ui][desk]") {
  Page page(1280, 1000);
  page.load(full_snapshot());
  page.go_to("inbox");
  REQUIRE(page.asked(R"("query":"inbox","state":"open")"));
  page.answer(R"("query":"inbox")", kInbox);
  CHECK(page.says("1 open, 4 done · 1 for a person with authority"));
  CHECK(page.says("I want my money back"));
  CHECK(page.says("Wants money back, Angry"));
  CHECK(page.says("72"));
  REQUIRE(page.press(Role::Radio, "Done"));
  CHECK(page.asked("inbox?state=done"));
  CHECK(page.asked(R"("state":"done")"));
  page.go_to("inbox?reasons=refund&by=age");
  CHECK(page.asked(R"("reasons":["refund"])"));
  CHECK(page.asked(R"("sort":"age")"));
}

TEST_CASE("an empty inbox is good news", "[ui][desk]") {
  Page page;
  page.load(full_snapshot());
  page.go_to("inbox");
  page.answer(R"("query":"inbox")",
              R"("inbox":{"total":0,"offset":0,"open":0,"done":0,"escalated":0,"reasons":[],"rows":[]})");
  CHECK(page.says("Nothing waits for an answer"));
}

TEST_CASE("a draft is edited, copied and marked as done; what is missing is said", "[ui][desk]") {
  Page page(1280, 1800);
  page.load(full_snapshot());
  page.go_to("inbox?open=17");
  page.answer(R"("query":"inbox")", kInbox);
  REQUIRE(page.asked(R"("query":"reply","row":17)"));
  page.answer(R"("query":"reply")", kReply);
  CHECK(page.says("Show this to somebody with authority before answering: Legal threat"));
  CHECK(page.says("From your own answer “Refund”; fits with 80%"));
  CHECK(page.says("To be filled in by you: order number"));
  CHECK(page.says("Dear Sara"));
  CHECK(page.says("Nothing is sent from here"));
  const MirrorItem* field = page.canvas.find(Role::TextArea, "Your reply");
  REQUIRE(field != nullptr);
  page.canvas.semantics().set_text_from_page(field->id, "Dear Sara, your money is on its way.");
  page.settle();
  REQUIRE(page.press(Role::Button, "Copy"));
  CHECK(page.asked(R"({"type":"copyText","text":"Dear Sara, your money is on its way."})"));
  REQUIRE(page.press(Role::Button, "Mark as done"));
  CHECK(page.asked(
      R"("query":"replyState","row":17,"done":true,"text":"Dear Sara, your money is on its way.")"));
  CHECK_FALSE(page.asked(R"("id":0,)"));
  page.answer(R"("query":"replyState")", R"("replyState":{"row":17,"done":true})");
  CHECK(page.asked(R"("query":"inbox")"));
  REQUIRE(page.press(Role::Switch, "Say that a machine drafted it"));
  CHECK(page.asked(R"("disclosure":false)"));
}

TEST_CASE("lists and drafts leave as files", "[ui][desk]") {
  Page page(1280, 1000);
  page.load(full_snapshot());
  page.go_to("inbox");
  page.answer(R"("query":"inbox")", kInbox);
  REQUIRE(page.press(Role::Button, "Save this list"));
  CHECK(page.asked(R"({"type":"saveExport","what":"inbox.csv"})"));
  REQUIRE(page.press(Role::Button, "Save all drafts"));
  CHECK(page.asked(R"({"type":"saveExport","what":"drafts.csv"})"));
}

TEST_CASE("a playbook leaves nobody out silently, and says whether it helped", "[ui][desk]") {
  auto snapshot = full_snapshot();
  snapshot.customers = full_customers(500);
  Page page(1280, 2000);
  page.load(snapshot);
  page.go_to("playbooks");
  REQUIRE(page.asked(R"("query":"playbooks","controlShare":0.1,"capDays":30,"needsConsent":true)"));
  page.answer(R"("query":"playbooks")", kPlaybooks);
  CHECK(page.says("Win them back"));
  CHECK(page.says("It fits 120 customers"));
  CHECK(page.says("7 without consent"));
  CHECK(page.says("10 held out at random"));
  CHECK(page.says("The message goes to 90 customers"));
  CHECK(page.says("Your files do not say who agreed to mail"));
  CHECK(
      page.says("30 of 120 who were written to ordered again, 1 of 13 who were held out. It helped: +17 "
                "points (+2 to +30)."));
  REQUIRE(page.press(Role::Button, "Save the mailing file"));
  CHECK(page.asked(R"({"type":"saveExport","what":"playbook-win-back.csv"})"));
  REQUIRE(page.press(Role::Button, "Save the groups"));
  CHECK(page.asked(R"({"type":"saveExport","what":"playbook-win-back-groups.csv"})"));
  REQUIRE(page.press(Role::Radio, "German"));
  CHECK(page.says("Wir vermissen Sie"));
  REQUIRE(page.press(Role::Switch, "Only those who agreed to mail"));
  CHECK(page.asked(R"("needsConsent":false)"));
}

TEST_CASE("without customers playbooks say what to add", "[ui][desk]") {
  Page page(1280, 1400);
  page.load(full_snapshot());
  page.go_to("playbooks");
  CHECK(page.says("Whom to write to at which moment"));
  CHECK(page.press(Role::Button, "Add files"));
}

TEST_CASE("neither inbox nor playbooks are cut off, in any size, language or with longer words",
          "[ui][desk]") {
  const Size size = GENERATE(from_range(kSizes));
  auto snapshot = full_snapshot();
  snapshot.customers = full_customers(500);
  for (const std::string_view wording : kWordings) {
    Page page(size.width, size.height, size.scale);
    wear(page, wording);
    page.load(snapshot);
    for (const std::string_view path : {"inbox", "inbox?open=17", "playbooks"}) {
      page.go_to(path);
      if (path == "inbox") page.answer(R"("query":"inbox")", kInbox);
      if (path == "inbox?open=17") page.answer(R"("query":"reply")", kReply);
      if (path == "playbooks") page.answer(R"("query":"playbooks")", kPlaybooks);
      INFO(wording << " " << path);
      check_that_all_fits(page, size);
    }
  }
}
