// The inbox, drafts, playbooks and personal data, asked of a session as the page asks.
#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "protocol/commands.hpp"
#include "support/test_host.hpp"

using namespace attune;
using attune::tests::TestHost;
using Json = nlohmann::json;

namespace {

constexpr const char* kReviews =
    "Review ID,Date,Rating,Product,Customer,Email,Review\n"
    "R1,2025-01-10,1,Cake,Ida Haas,ida@example.com,\"I want my money back, call me: 0171 2345678\"\n"
    "R2,2025-01-20,5,Bread,Jo Berg,jo@example.com,Lovely bread and a friendly welcome\n"
    "R3,2025-01-21,4,,Mia Kern,,Do you open on Sundays as well?\n"
    "R4,2025-01-22,2,Bread,Jo Berg,jo@example.com,\"=HYPERLINK(1) the bread was dry, the queue long\"\n";
constexpr const char* kAnswers =
    "Question,Answer\n"
    "Can I have my money back?,Dear {name}: we give back the price of the {product}.\n"
    "When do you open?,On Sundays at eight and on all other days at seven.\n";

Json asked(TestHost& host, protocol::QueryBody body) {
  const auto answer = host.session.query(protocol::write_query({.id = 9, .body = std::move(body)}));
  REQUIRE(answer);
  Json json = Json::parse(*answer);
  if (!json.value("pending", false)) return json;
  host.run();
  REQUIRE_FALSE(host.answers.empty());
  return Json::parse(host.answers.back());
}

std::string exported(TestHost& host, const std::string& what, bool redacts = false) {
  return asked(host, protocol::ExportQuery{.what = what, .cursor = 0, .redacts = redacts}).at("text");
}

}  // namespace

TEST_CASE("the inbox lists what needs an answer, with reasons, and forgets what is done", "[engine][desk]") {
  TestHost host;
  REQUIRE(host.analyse({{"reviews.csv", kReviews}, {"faq.csv", kAnswers}}));
  Json inbox = asked(host, protocol::InboxQuery{}).at("inbox");
  REQUIRE(inbox["total"] == 3);
  CHECK(inbox["rows"][0]["row"] == 0);
  CHECK(inbox["rows"][0]["reasons"][0]["code"] == "refund");
  CHECK(inbox["rows"][0]["customer"] == "Ida Haas");
  CHECK(inbox["rows"][0]["macro"] == "Can I have my money back?");
  CHECK(asked(host, protocol::ReplyStateQuery{
                        .row = 0, .is_done = true, .text = "Dear Ida"})["replyState"]["done"] == true);
  inbox = asked(host, protocol::InboxQuery{}).at("inbox");
  CHECK(inbox["total"] == 2);
  CHECK(inbox["done"] == 1);
  protocol::InboxQuery done;
  done.state = protocol::InboxState::Done;
  CHECK(asked(host, done)["inbox"]["rows"][0]["done"] == true);
  protocol::InboxQuery questions;
  questions.reasons = {"question"};
  CHECK(asked(host, questions)["inbox"]["rows"][0]["row"] == 2);
}

TEST_CASE("a draft takes the shop's own answer, fills it from the row, and says what made it",
          "[engine][desk]") {
  TestHost host;
  REQUIRE(host.analyse({{"reviews.csv", kReviews}, {"faq.csv", kAnswers}}));
  protocol::ReplyQuery query;
  query.row = 0;
  const Json reply = asked(host, query).at("reply");
  CHECK(reply["sourceKind"] == "macro");
  CHECK(reply["sourceTable"] == "faq.csv");
  const std::string draft = reply["draft"];
  CHECK(draft.starts_with("Dear Ida Haas: we give back the price of the Cake."));
  CHECK(draft.ends_with(reply["disclosure"].get<std::string>()));
  CHECK(reply["tone"] == "sorry");  // one star
  query.row = 99;
  CHECK_FALSE(host.session.query(protocol::write_query({.id = 9, .body = query})));
}

TEST_CASE("files that leave guard spreadsheets, and hide personal data where that is asked for",
          "[engine][desk]") {
  TestHost host;
  REQUIRE(host.analyse({{"reviews.csv", kReviews}}));
  const std::string rows = exported(host, "rows.csv");
  CHECK(rows.find("\"'=HYPERLINK(1)") != std::string::npos);
  CHECK(rows.find("0171 2345678") != std::string::npos);
  const std::string hidden = exported(host, "rows.csv", true) + exported(host, "rows.jsonl", true) +
                             exported(host, "inbox.csv", true) + exported(host, "drafts.csv", true);
  CHECK(hidden.find("0171") == std::string::npos);
  CHECK(hidden.find("[phone]") != std::string::npos);
  CHECK(hidden.find("\"author\":\"Ida Haas\"") == std::string::npos);
  CHECK(exported(host, "inbox.csv").starts_with("row,urgency,reasons"));
  CHECK(exported(host, "drafts.csv").find("Ida") != std::string::npos);
  CHECK(exported(host, "drafts.csv", true).find("Ida") == std::string::npos);
}

TEST_CASE("reports and shared results hold no author's name, and no group of fewer than five",
          "[engine][desk]") {
  std::string reviews = "Date,Rating,Product,Customer,Review\n";
  for (int i = 0; i < 40; ++i)
    reviews += "2025-01-10," + std::to_string(1 + i % 5) + "," + (i < 3 ? "Rare cake" : "Bread") +
               ",Ida Haas,The bread was fine and the crust was dark. Yours Ida Haas from number " +
               std::to_string(i) + "\n";
  TestHost host;
  REQUIRE(host.analyse({{"reviews.csv", reviews}}));
  CHECK(exported(host, "summary.json").find("Ida Haas") != std::string::npos);
  CHECK(exported(host, "summary.json").find("Rare cake") != std::string::npos);
  CHECK(exported(host, "report.html").find("Ida Haas") == std::string::npos);
  const Json shared = Json::parse(exported(host, "summary.json", true));
  CHECK(shared["overview"].dump().find("Ida Haas") == std::string::npos);
  CHECK(shared["insight"].dump().find("Ida Haas") == std::string::npos);
  for (const Json& product : shared["overview"]["products"]) CHECK(product["value"] != "Rare cake");
  for (const Json& metric : shared["insight"]["metrics"]) {
    for (const Json& group : metric["groups"]) CHECK(group["figure"]["n"] >= 5);
  }
}

TEST_CASE("columns with personal data are found and counted", "[engine][desk]") {
  TestHost host;
  REQUIRE(host.analyse({{"reviews.csv", kReviews}}));
  const Json found = asked(host, protocol::PersonalDataQuery{}).at("personalData");
  CHECK(found["rows"] == 4);
  REQUIRE(found["columns"].size() == 3);
  CHECK(found["columns"][0]["column"] == "Customer");
  CHECK(found["columns"][0]["names"] == 4);
  CHECK(found["columns"][1]["emails"] == 3);
  CHECK(found["columns"][2]["phones"] == 1);
}

TEST_CASE("a playbook's file holds who may be written to; dropped in again it tells whether it helped",
          "[engine][desk]") {
  std::string orders = "order_id,date,customer,email,product,total,accepts marketing\n";
  int number = 0;
  const auto order = [&](int customer, const char* day, const char* consent) {
    orders += "B" + std::to_string(++number) + ',' + day + ",Person " + std::to_string(customer) + " Test,p" +
              std::to_string(customer) + "@example.com,Bread,10.00," + consent + "\n";
  };
  for (int customer = 0; customer < 60; ++customer) {
    for (const char* day : {"2025-01-01", "2025-01-11", "2025-01-21"})
      order(customer, day, customer == 7 ? "no" : "yes");
  }
  order(99, "2025-03-01", "yes");
  TestHost host;
  REQUIRE(host.analyse({{"orders.csv", orders}}));
  const Json playbooks = asked(host, protocol::PlaybooksQuery{}).at("playbooks");
  CHECK(playbooks["knowsConsent"] == true);
  const Json& win_back = playbooks["list"][1];
  REQUIRE(win_back["id"] == "win-back");
  CHECK(win_back["matched"] == 60);
  CHECK(win_back["optedOut"] == 1);
  const int control = win_back["control"], selected = win_back["selected"];
  CHECK(control + selected == 59);
  CHECK(control > 0);
  const std::string file = exported(host, "playbook-win-back.csv");
  CHECK(file.find("p7@example.com") == std::string::npos);
  CHECK(std::count(file.begin(), file.end(), '\n') == selected + 1);
  const std::string groups = exported(host, "playbook-win-back-groups.csv");

  // A month later those who were written to have come back.
  for (int customer = 0; customer < 60; ++customer) {
    if (file.find("\np" + std::to_string(customer) + "@") != std::string::npos)
      order(customer, "2025-03-20", "yes");
  }
  TestHost later;
  REQUIRE(later.analyse({{"orders.csv", orders}, {"playbook-win-back-groups.csv", groups}}));
  const Json results = asked(later, protocol::PlaybooksQuery{}).at("playbooks").at("results");
  REQUIRE(results.size() == 1);
  CHECK(results[0]["treated"] == selected);
  CHECK(results[0]["treatedOrders"] == selected);
  CHECK(results[0]["controlOrders"] == 0);
  CHECK(results[0]["shareDifference"]["value"] == 1.0);
  CHECK(results[0]["shareDifference"]["low"] > 0.4);
}
