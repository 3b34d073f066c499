#include "protocol/events.hpp"

#include <catch_amalgamated.hpp>

using namespace attune::protocol;

namespace {

template <class Event>
Event read(std::string_view json) {
  auto event = parse_event(json);
  REQUIRE(event);
  REQUIRE(std::holds_alternative<Event>(*event));
  return std::get<Event>(*event);
}

}  // namespace

TEST_CASE("events of a run are read", "[protocol][events]") {
  CHECK(read<EngineReady>(R"({"type":"ready","model":true,"notice":""})").has_model);
  CHECK(read<EngineReady>(R"({"type":"ready","model":true,"ownModel":"a.onnx"})").own_model == "a.onnx");
  const auto started =
      read<RunStarted>(R"({"type":"started","run":3,"files":["a.csv","b.csv"],"sample":true})");
  CHECK(started.run == 3);
  CHECK(started.files == std::vector<std::string>{"a.csv", "b.csv"});
  CHECK(started.is_sample);
  const auto progress = read<RunProgress>(
      R"({"type":"progress","run":3,"stage":"reading","label":"Reading a.csv","done":10,"total":20,"unit":"rows","rate":5.5,"secondsLeft":2})");
  CHECK(progress.label == "Reading a.csv");
  CHECK(progress.rate == 5.5);
  CHECK(progress.seconds_left == 2.0);
  CHECK(read<RunDone>(R"({"type":"done","run":3})").run == 3);
  CHECK_FALSE(
      read<RunFailed>(R"({"type":"failed","run":3,"code":"empty-input","message":"Empty"})").is_crash);
  CHECK(read<RunFailed>(R"({"type":"crashed","run":3,"code":"","message":"Gone"})").is_crash);
}

TEST_CASE("what is not known yet is absent, not zero", "[protocol][events]") {
  const auto progress =
      read<RunProgress>(R"({"type":"progress","run":3,"done":1,"total":0,"secondsLeft":null})");
  CHECK_FALSE(progress.seconds_left);
  CHECK(progress.total == 0);
}

TEST_CASE("events about the page are read", "[protocol][events]") {
  CHECK(read<ThemeChosen>(R"({"type":"theme","theme":"dark"})").theme == ThemeChoice::Dark);
  CHECK(read<LanguageChosen>(R"({"type":"language","language":"de-AT"})").tag == "de-AT");
  CHECK(read<ViewRequested>(R"({"type":"view","fragment":"files"})").fragment == "files");
  CHECK(read<DragChanged>(R"({"type":"drag","over":true})").is_over);
  CHECK(read<Notice>(R"({"type":"notice","says":"copied"})").kind == NoticeKind::Copied);
  CHECK(read<Notice>(R"({"type":"notice","says":"of a later version","message":"Hm"})").kind ==
        NoticeKind::Sentence);
  CHECK(read<Notice>(R"({"type":"notice","message":"A new version is ready"})").message ==
        "A new version is ready");
  CHECK(read<Notice>(R"({"type":"notice","says":"too-large-to-keep"})").kind == NoticeKind::TooLargeToKeep);
  const auto kept = read<Kept>(R"({"type":"kept","on":true,"files":["a.csv","b.csv"]})");
  CHECK(kept.is_on);
  CHECK(kept.files == std::vector<std::string>{"a.csv", "b.csv"});
  read<Forgotten>(R"({"type":"forgotten"})");
}

TEST_CASE("bytes that are no event are refused", "[protocol][events]") {
  for (const char* json :
       {"", "[]", "nonsense", R"({"type":"surprise"})", R"({"type":"theme","theme":"pink"})",
        R"({"type":"answer"})", R"({"type":5})", "{\"type\":\"notice\",\"message\":\"\xFF\"}"}) {
    INFO(json);
    CHECK_FALSE(parse_event(json));
  }
}

TEST_CASE("rows are read, and what a row lacks is absent", "[protocol][answers]") {
  const auto answer = read<Answer>(R"({"type":"answer","answer":{"id":7,"total":2,"offset":0,"rows":[
    {"row":17,"text":"Lovely","more":true,"rating":4.5,"date":"2024-03-01","sentiment":"positive","p":[0.1,0.2,0.7],"score":0.6,"stars":4.4},
    {"row":18,"text":""}]}})");
  CHECK(answer.id == 7);
  const auto* rows = std::get_if<RowsAnswer>(&answer.body);
  REQUIRE(rows != nullptr);
  REQUIRE(rows->rows.size() == 2);
  const ReviewRow& first = rows->rows[0];
  CHECK(first.row == 17);
  CHECK(first.has_more);
  CHECK(first.rating == 4.5);
  CHECK(first.day == 19783);
  CHECK(first.sentiment == SentimentFilter::Positive);
  CHECK(first.probability[2] == 0.7);
  CHECK_FALSE(rows->rows[1].sentiment);
  CHECK_FALSE(rows->rows[1].day);
  CHECK_FALSE(rows->rows[1].rating);
}

TEST_CASE("reasons come in order, without empty or overlapping ranges", "[protocol][answers]") {
  const auto answer =
      parse_answer(R"({"id":9,"row":17,"sentences":[{"begin":0,"end":9,"sentiment":"negative","score":-1}],
    "words":[{"begin":6,"end":9,"weight":0.5},{"begin":0,"end":4,"weight":-0.5},{"begin":3,"end":5,"weight":1},{"begin":9,"end":9,"weight":1}]})");
  REQUIRE(answer);
  const auto* reasons = std::get_if<ExplainAnswer>(&answer->body);
  REQUIRE(reasons != nullptr);
  CHECK(reasons->row == 17);
  REQUIRE(reasons->words.size() == 2);
  CHECK(reasons->words[0].begin == 0);
  CHECK(reasons->words[1].begin == 6);
  CHECK(reasons->sentences[0].sentiment == SentimentFilter::Negative);
}

TEST_CASE("answers are told apart by what they hold", "[protocol][answers]") {
  const auto kind = [](std::string_view json) { return parse_answer(json)->body.index(); };
  const auto index_of = [](const decltype(Answer::body)& body) { return body.index(); };
  CHECK(kind(R"({"id":1,"pending":true})") == index_of(PendingAnswer{}));
  CHECK(kind(R"({"id":1,"error":{"code":"invalid-request","message":"No"}})") == index_of(FailedAnswer{}));
  CHECK(kind(R"({"id":1,"row":{"row":4,"text":"x"},"sentences":[],"fields":[]})") == index_of(RowAnswer{}));
  CHECK(kind(R"({"id":1,"files":[]})") == index_of(ColumnsAnswer{}));
  CHECK(kind(R"({"id":1,"total":0,"counts":[],"rows":[]})") == index_of(DiagnosticsAnswer{}));
  CHECK(kind(R"({"id":1,"results":[]})") == index_of(OtherAnswer{}));
}

TEST_CASE("how files were read is told with its reasons", "[protocol][answers]") {
  const auto answer =
      parse_answer(R"({"id":1,"files":[{"name":"a.csv","tables":[{"name":"","kind":"feedback","rows":5,
    "fingerprint":"f","detection":[{"what":"headerRows","value":1,"confidence":0.9,"reason":"Row 1 has only words"}],
    "columns":[{"name":"Stars","role":"rating","confidence":0.8,"reason":"Whole numbers","type":"number","samples":["5"],"empty":3}]}]}]})");
  REQUIRE(answer);
  const auto& table = std::get<ColumnsAnswer>(answer->body).files.at(0).tables.at(0);
  CHECK(table.detection.at(0).value == "1");
  CHECK(table.columns.at(0).role == "rating");
  CHECK(table.columns.at(0).empty == 3);
}

TEST_CASE("values of the wrong kind are taken as absent", "[protocol][answers]") {
  const auto answer =
      parse_answer(R"({"id":"x","total":-4,"rows":[{"row":"seven","rating":"five","p":["a",2]},null,3]})");
  REQUIRE(answer);
  const auto& rows = std::get<RowsAnswer>(answer->body);
  CHECK(rows.total == 0);
  CHECK(rows.rows.size() == 3);
  CHECK_FALSE(rows.rows[0].rating);
}
