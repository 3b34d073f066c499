#include <catch_amalgamated.hpp>

#include "protocol/commands.hpp"
#include "protocol/events.hpp"

using namespace attune::protocol;

namespace {

template <class Body>
Body asked(std::string_view json) {
  const auto query = parse_query(json);
  REQUIRE(query);
  return std::get<Body>(query->body);
}

template <class Body>
Body answered(std::string_view json) {
  const auto answer = parse_answer(json);
  REQUIRE(answer);
  REQUIRE(std::holds_alternative<Body>(answer->body));
  return std::get<Body>(answer->body);
}

}  // namespace

TEST_CASE("queries about what to answer whom carry their options", "[protocol][desk]") {
  CHECK(asked<AskQuery>(R"({"query":"ask","id":1,"question":"why?"})").question == "why?");
  const auto in_german = parse_query(write_query({.id = 1, .body = AskQuery{"Personal?", "de"}}));
  REQUIRE(in_german);
  CHECK(std::get<AskQuery>(in_german->body).language == "de");
  const auto inbox = asked<InboxQuery>(
      R"({"query":"inbox","state":"all","reasons":["refund"],"search":"cake","sort":"value","offset":80,"limit":9000})");
  CHECK(inbox.state == InboxState::All);
  CHECK(inbox.reasons == std::vector<std::string>{"refund"});
  CHECK(inbox.by == InboxSort::Value);
  CHECK(inbox.offset == 80);
  CHECK(inbox.limit == kMaxRowsPerPage);
  const auto reply = asked<ReplyQuery>(
      R"({"query":"reply","row":7,"language":"de","choice":2,"shop":"Brot","disclosure":false})");
  CHECK(reply.row == 7);
  CHECK(reply.choice == 2U);
  CHECK_FALSE(reply.discloses);
  CHECK(asked<ReplyQuery>(R"({"query":"reply"})").discloses);  // unless it is switched off
  const auto state =
      asked<ReplyStateQuery>(R"({"query":"replyState","row":7,"done":true,"text":"Dear Ida"})");
  CHECK(state.is_done);
  CHECK(state.text == "Dear Ida");
  const auto playbooks =
      asked<PlaybooksQuery>(R"({"query":"playbooks","controlShare":0.25,"needsConsent":false})");
  CHECK(playbooks.control_share == 0.25);
  CHECK(playbooks.cap_days == 30);
  CHECK_FALSE(playbooks.needs_consent);
  CHECK(asked<ExportQuery>(R"({"query":"export","what":"rows.csv","redact":true})").redacts);
}

TEST_CASE("a desk query with a wrong value is refused", "[protocol][desk]") {
  CHECK_FALSE(parse_query(R"({"query":"inbox","state":"lost"})"));
  CHECK_FALSE(parse_query(R"({"query":"inbox","sort":"colour"})"));
  CHECK_FALSE(parse_query(R"({"query":"playbooks","controlShare":0.9})"));
  CHECK_FALSE(parse_query(R"({"query":"ask","question":5})"));
}

TEST_CASE("an answer to a question is read with its evidence", "[protocol][desk]") {
  const auto answer = answered<AskAnswer>(
      R"({"id":15,"ask":{"question":"q","answer":["One.","Two."],"intent":"how-many","about":["parking"],
          "filter":{"search":"parking","from":"1970-01-02","rating":[1,2],"sentiment":["negative"]},"understood":"u",
          "counts":[{"label":"all","n":3,"of":9,"share":{"value":0.33,"low":0.1,"high":0.6,"n":9},"filter":{"search":"parking"}}],
          "quotes":[{"row":4,"text":"No parking","highlights":[{"begin":3,"end":10},{"begin":5,"end":4}],"rating":2,"date":"1970-01-03",
          "sentiment":"negative"}],"confidence":0.8,"unknown":false,"suggestions":["s"]}})");
  CHECK(answer.sentences == std::vector<std::string>{"One.", "Two."});
  CHECK(answer.filter.from == 1);
  CHECK(answer.filter.ratings == std::vector{1, 2});
  REQUIRE(answer.counts.size() == 1);
  CHECK(answer.counts[0].share.high == 0.6);
  CHECK(answer.counts[0].rating.n == 0);
  CHECK(answer.counts[0].filter.search == "parking");
  REQUIRE(answer.quotes.size() == 1);
  CHECK(answer.quotes[0].highlights.size() == 1);  // the range that ends before it begins is dropped
  CHECK(answer.quotes[0].day == 2);
  CHECK(answer.confidence == 0.8);
}

TEST_CASE("inbox, reply, playbooks, FAQ and personal data are told apart by their member",
          "[protocol][desk]") {
  const auto inbox = answered<InboxAnswer>(
      R"({"id":1,"inbox":{"total":2,"open":2,"escalated":1,"reasons":["refund"],"rows":[{"row":5,"text":"Money back","urgency":61.5,
          "reasons":[{"code":"refund","points":30}],"escalate":["legal"],"ageDays":3,"customerValue":12.5,"macro":"Refund"}]}})");
  REQUIRE(inbox.rows.size() == 1);
  CHECK(inbox.rows[0].review.row == 5);
  CHECK(inbox.rows[0].reasons[0].code == "refund");
  CHECK(inbox.rows[0].age_days == 3U);
  CHECK(inbox.rows[0].customer_value == 12.5);
  const auto reply = answered<ReplyAnswer>(
      R"({"id":1,"reply":{"row":5,"draft":"Dear Ida","tone":"sorry","slots":[{"name":"customer","value":"Ida","begin":5,"end":8}],
          "missing":["order"],"choices":[{"title":"Refund","confidence":0.9}]}})");
  CHECK(reply.slots[0].range.end == 8);
  CHECK(reply.missing == std::vector<std::string>{"order"});
  CHECK(answered<ReplyStateAnswer>(R"({"id":1,"replyState":{"row":5,"done":true}})").is_done);
  const auto playbooks = answered<PlaybooksAnswer>(
      R"({"id":1,"playbooks":{"customers":9,"knowsConsent":true,"list":[{"id":"win-back","selected":4,"variants":[{"language":"en"}]}],
          "results":[{"id":"win-back","sent":"1970-01-02","treated":10,"shareDifference":{"value":0.1,"low":-0.1,"high":0.3,"n":20}}]}})");
  CHECK(playbooks.playbooks[0].selected == 4);
  CHECK(playbooks.results[0].sent == 1);
  CHECK(playbooks.results[0].share_difference.high == 0.3);
  CHECK(answered<FaqAnswer>(R"({"id":1,"faq":{"total":1,"entries":[{"question":"Open?","answer":"Yes"}]}})")
            .entries.size() == 1);
  CHECK(answered<PersonalDataAnswer>(
            R"({"id":1,"personalData":{"rows":3,"columns":[{"column":"Email","emails":3}]}})")
            .columns[0]
            .emails == 3);
}

TEST_CASE("a query that the canvas writes is the one that the engine reads", "[protocol][desk]") {
  const auto again = [](QueryBody body) {
    const auto query = parse_query(write_query({.id = 3, .body = std::move(body)}));
    REQUIRE(query);
    CHECK(query->id == 3);
    return query->body;
  };
  CHECK(std::get<AskQuery>(again(AskQuery{"why?"})).question == "why?");
  const auto inbox = std::get<InboxQuery>(again(InboxQuery{.state = InboxState::Done,
                                                           .reasons = {"refund"},
                                                           .search = "x",
                                                           .by = InboxSort::Age,
                                                           .offset = 3,
                                                           .limit = 9}));
  CHECK(inbox.state == InboxState::Done);
  CHECK(inbox.reasons == std::vector<std::string>{"refund"});
  CHECK(inbox.by == InboxSort::Age);
  CHECK(inbox.offset == 3);
  CHECK(inbox.limit == 9);
  const auto reply = std::get<ReplyQuery>(again(ReplyQuery{
      .row = 4, .language = "fr", .choice = 1, .shop = "S", .signature = "T", .discloses = false}));
  CHECK(reply.choice == 1U);
  CHECK(reply.signature == "T");
  CHECK_FALSE(reply.discloses);
  CHECK(std::get<ReplyStateQuery>(again(ReplyStateQuery{.row = 4, .is_done = true, .text = "t"})).is_done);
  CHECK(std::get<PlaybooksQuery>(
            again(PlaybooksQuery{.control_share = 0.2, .cap_days = 7, .needs_consent = false}))
            .cap_days == 7);
  CHECK(std::holds_alternative<FaqQuery>(again(FaqQuery{})));
  CHECK(std::holds_alternative<PersonalDataQuery>(again(PersonalDataQuery{})));
  CHECK(std::get<ExportQuery>(again(ExportQuery{.what = "rows.csv", .cursor = 5, .redacts = true})).redacts);
}
