#include "engine/session.hpp"

#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "snapshot/codec.hpp"
#include "support/test_host.hpp"

using namespace attune;
using attune::tests::MemoryFile;
using attune::tests::TestHost;
using Catch::Matchers::WithinAbs;
using Json = nlohmann::json;

namespace {

const MemoryFile kReviews{"reviews.csv",
                          "Date,Stars,Source,Product,Review\n"
                          "2024-03-01,5,Google,Rye bread,The crust is wonderful and it keeps for days\n"
                          "2024-03-02,1,Yelp,Croissant,\"Dry, burnt and far too expensive for what it is\"\n"
                          "2024-04-10,4,Google,Rye bread,Good bread and friendly people behind the counter\n"
                          "2024-05-20,2,Google,Cake,Waited half an hour and the cake was still frozen\n"};

Json ask(TestHost& host, const Json& query) {
  const auto answer = host.session.query(query.dump());
  if (!answer) return {{"error", answer.error().message}, {"detail", answer.error().detail}};
  return Json::parse(*answer);
}

std::string many_reviews(int rows) {
  std::string csv = "Date,Stars,Review\n";
  for (int i = 0; i < rows; ++i) {
    csv += iso_from_days(19000 + i % 700) + "," + std::to_string(1 + i % 5) + ",Visit number " +
           std::to_string(i) + " to the bakery" + std::string(static_cast<std::size_t>(i % 7), '!') +
           (i % 3 == 0 ? " and the bread was warm" : " again") + "\n";
  }
  return csv;
}

}  // namespace

TEST_CASE("a file becomes an overview", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({kReviews}));
  const auto& snapshot = host.latest();
  CHECK(snapshot.stage == snapshot::Stage::Finished);
  CHECK_FALSE(snapshot.model_loaded);
  REQUIRE(snapshot.files.size() == 1);
  CHECK(snapshot.files[0].name == "reviews.csv");
  CHECK(snapshot.files[0].rows == 4);
  CHECK(snapshot.overview.reviews == 4);
  CHECK_THAT(snapshot.overview.rating.value, WithinAbs(3.0, 1e-9));
  CHECK(snapshot.overview.dated == 4);
  REQUIRE(snapshot.overview.sources.size() == 2);
  CHECK(snapshot.overview.sources[0].value == "Google");
  CHECK(snapshot.overview.praise.size() == 2);
}

TEST_CASE("the snapshot survives its binary form", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({kReviews}));
  const auto bytes = snapshot::encode(host.latest());
  const auto back = snapshot::decode(bytes);
  REQUIRE(back);
  CHECK(snapshot::encode(*back) == bytes);
}

TEST_CASE("the last snapshot does not depend on how the file is cut into slices", "[engine][session]") {
  const MemoryFile file{"many.csv", many_reviews(20'000)};
  TestHost whole{{.slice_bytes = 1U << 24U}};
  REQUIRE(whole.analyse({file}));
  const auto expected = snapshot::encode(whole.latest());
  const auto slice = GENERATE(4099U, 65'536U, 1'000'003U);
  TestHost cut{{.slice_bytes = slice}};
  REQUIRE(cut.analyse({file}));
  CHECK(snapshot::encode(cut.latest()) == expected);
}

TEST_CASE("the first picture comes while the file is still being read", "[engine][session]") {
  TestHost host{{.slice_bytes = 64U << 10U}};
  REQUIRE(host.analyse({{"many.csv", many_reviews(40'000)}}));
  REQUIRE(host.snapshots.size() >= 3);
  CHECK(host.snapshots[0]->stage == snapshot::Stage::Reading);
  CHECK(host.snapshots[0]->overview.reviews < 8000);
  CHECK(host.snapshots[0]->overview.reviews > 0);
  for (std::size_t i = 1; i < host.snapshots.size(); ++i) {
    CHECK(host.snapshots[i]->revision > host.snapshots[i - 1]->revision);
    CHECK(host.snapshots[i]->overview.reviews >= host.snapshots[i - 1]->overview.reviews);
  }
  CHECK(host.latest().overview.reviews == 40'000);
}

TEST_CASE("a file that is no table says so in one sentence", "[engine][session]") {
  const MemoryFile file{"empty.csv", ""};
  CAPTURE(file.name);
  TestHost host;
  const auto analysed = host.analyse({file});
  REQUIRE_FALSE(analysed);
  CHECK(analysed.error().message.size() > 20);
  CHECK(host.snapshots.empty());
}

TEST_CASE("an unreadable file beside a good one is listed and the good one is analysed",
          "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({{"empty.csv", ""}, kReviews}));
  REQUIRE(host.latest().files.size() == 2);
  CHECK(host.latest().files[0].failed);
  CHECK_FALSE(host.latest().files[0].sentence.empty());
  CHECK_FALSE(host.latest().files[1].failed);
  CHECK(host.latest().overview.reviews == 4);
}

TEST_CASE("a file with one column of texts is a list of reviews without ratings", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({{"texts.csv",
                         "comment\nGreat bread and a warm welcome\nToo long a queue this morning, forty "
                         "people\nFine\nI will come again for the rye\n"}}));
  CHECK(host.latest().overview.reviews == 4);
  CHECK(host.latest().overview.rated == 0);
}

TEST_CASE("a row with neither text nor rating is counted as rejected, with its reason", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({{"r.csv",
                         "Date,Stars,Review\n2024-01-01,5,Lovely place to sit and "
                         "read\n2024-01-02,,\n2024-01-03,1,Rude and slow service again\n"}}));
  CHECK(host.latest().overview.reviews == 2);
  CHECK(host.latest().rejected_rows == 1);
  CHECK(host.latest().files[0].rows == 2);
  const Json diagnostics = ask(host, {{"query", "diagnostics"}, {"id", 1}});
  CHECK(diagnostics["total"] == 1);
  CHECK(diagnostics["rows"][0]["reason"] ==
        "This row has neither a text nor a rating and is not counted as a review");
}

TEST_CASE("a rating that cannot be read hides neither its review nor the other ratings",
          "[engine][session]") {
  std::string csv =
      "Date,Rating,Review\n2024-01-01,n/a,Nothing to say about it today\n2024-01-02,five,Lovely bread and "
      "nice people\n";
  for (int i = 0; i < 60; ++i)
    csv += "2024-02-01," + std::to_string(1 + i % 5) + ",Visit " + std::to_string(i) +
           (i % 2 == 0 ? " was fine\n" : "\n");
  TestHost host;
  REQUIRE(host.analyse({{"r.csv", csv}}));
  CHECK(host.latest().overview.reviews == 62);
  CHECK(host.latest().overview.rated >= 60);
}

TEST_CASE("rows can be searched, filtered, sorted and paged", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({kReviews}));
  const auto rows_of = [&](const Json& filter, const Json& sort = nullptr) {
    Json query{{"query", "rows"}, {"id", 2}, {"filter", filter}, {"offset", 0}, {"limit", 10}};
    if (!sort.is_null()) query["sort"] = sort;
    std::vector<int> rows;
    const Json answer = ask(host, query);
    for (const Json& row : answer["rows"]) rows.push_back(row["row"].get<int>());
    return rows;
  };
  CHECK(rows_of(Json::object()) == std::vector{0, 1, 2, 3});
  CHECK(rows_of({{"search", "bread"}}) == std::vector{2});
  CHECK(rows_of({{"search", "the c"}}) == std::vector{0, 2, 3});
  CHECK(rows_of({{"rating", {1, 2}}}) == std::vector{1, 3});
  CHECK(rows_of({{"source", {"Google"}}, {"product", {"Rye bread"}}}) == std::vector{0, 2});
  CHECK(rows_of({{"from", "2024-03-02"}, {"to", "2024-04-10"}}) == std::vector{1, 2});
  CHECK(rows_of({{"sentiment", {"pending"}}}) == std::vector{0, 1, 2, 3});
  CHECK(rows_of({{"sentiment", {"negative"}}}).empty());
  CHECK(rows_of(Json::object(), {{"by", "rating"}}) == std::vector{1, 3, 2, 0});
  CHECK(rows_of(Json::object(), {{"by", "date"}, {"descending", true}}) == std::vector{3, 2, 1, 0});
  const Json page = ask(host, {{"query", "rows"}, {"id", 3}, {"offset", 3}, {"limit", 2}});
  CHECK(page["total"] == 4);
  CHECK(page["rows"].size() == 1);
  CHECK(page["rows"][0]["text"] == "Waited half an hour and the cake was still frozen");
  CHECK(page["rows"][0]["date"] == "2024-05-20");
  CHECK_FALSE(page["rows"][0].contains("sentiment"));
  CHECK(ask(host, {{"query", "rows"}, {"id", 4}, {"offset", 99}})["rows"].empty());
}

TEST_CASE("one row shows its fields as they stood in the file", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({kReviews}));
  const Json answer = ask(host, {{"query", "row"}, {"id", 5}, {"row", 1}});
  CHECK(answer["row"]["rating"] == 1.0);
  CHECK(answer["row"]["product"] == "Croissant");
  CHECK(answer["fields"][0] == Json{{"column", "Date"}, {"value", "2024-03-02"}});
  CHECK(ask(host, {{"query", "row"}, {"id", 6}, {"row", 4}}).contains("error"));
}

TEST_CASE("changed roles analyse the same tables again", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({kReviews}));
  const Json columns = ask(host, {{"query", "columns"}, {"id", 7}});
  REQUIRE(columns["files"][0]["tables"][0]["columns"].size() == 5);
  CHECK(columns["files"][0]["tables"][0]["columns"][4]["role"] == "text");
  REQUIRE(host.session.command(R"({"type":"roles","run":2,"file":0,"table":0,"roles":{"Stars":"ignored"}})"));
  host.run();
  CHECK(host.latest().run == 2);
  CHECK(host.latest().overview.reviews == 4);
  CHECK(host.latest().overview.rated == 0);
}

TEST_CASE("garbled letters are noticed, and repaired when the user says so", "[engine][session]") {
  TestHost host;
  const MemoryFile garbled{"garbled.csv",
                           "Date,Stars,Review\n2024-03-01,5,Le cafÃ© Ã©tait trÃ¨s bon\n"
                           "2024-03-02,2,DÃ©Ã§u par le thÃ© glacÃ©\n"};
  REQUIRE(host.analyse({garbled}));
  const auto letters = [&host](int id) {
    const Json columns = ask(host, {{"query", "columns"}, {"id", id}});
    for (const Json& found : columns["files"][0]["tables"][0]["detection"]) {
      if (found["what"] == "letters") return found["value"].get<std::string>();
    }
    return std::string{};
  };
  const auto text = [&host](int id) {
    return ask(host, {{"query", "row"}, {"id", id}, {"row", 0}})["row"]["text"].get<std::string>();
  };
  CHECK(letters(20) == "garbled");
  CHECK(text(21) == "Le cafÃ© Ã©tait trÃ¨s bon");
  const Json file{
      {"name", garbled.name}, {"size", garbled.bytes.size()}, {"options", {{"repairLetters", true}}}};
  REQUIRE(host.session.command(Json{{"type", "start"}, {"run", 2}, {"files", {file}}}.dump()));
  host.run();
  CHECK(letters(22) == "repaired");
  CHECK(text(23) == "Le café était très bon");
}

TEST_CASE("roles remembered for the shape of a file are used from the start", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({kReviews}));
  const std::string fingerprint =
      ask(host, {{"query", "columns"}, {"id", 8}})["files"][0]["tables"][0]["fingerprint"];
  const Json start{{"type", "start"},
                   {"run", 9},
                   {"files", {{{"name", kReviews.name}, {"size", kReviews.bytes.size()}}}},
                   {"roles", {{fingerprint, {{"Stars", "ignored"}}}}}};
  REQUIRE(host.session.command(start.dump()));
  host.run();
  CHECK(host.latest().run == 9);
  CHECK(host.latest().overview.rated == 0);
}

TEST_CASE("a cancelled run publishes nothing more and its rows can still be asked for", "[engine][session]") {
  TestHost host{{.slice_bytes = 64U << 10U}};
  REQUIRE(host.start({{"many.csv", many_reviews(40'000)}}));
  while (host.snapshots.empty()) REQUIRE(host.step());
  REQUIRE(host.session.command(R"({"type":"cancel","run":1})"));
  host.run();
  CHECK(host.snapshots.size() == 1);
  const Json answer = ask(host, {{"query", "rows"}, {"id", 1}, {"limit", 1}});
  CHECK(answer["total"] == host.latest().overview.reviews);
}

TEST_CASE("a cancel for another run is not heard", "[engine][session]") {
  TestHost host;
  REQUIRE(host.start({kReviews}, 5));
  REQUIRE(host.session.command(R"({"type":"cancel","run":4})"));
  host.run();
  CHECK(host.latest().overview.reviews == 4);
}

TEST_CASE("questions before a file is open are answered with a sentence", "[engine][session]") {
  TestHost host;
  CHECK(ask(host, {{"query", "rows"}, {"id", 1}})["error"] == "No file is open yet. Choose a file first.");
  CHECK_FALSE(host.session.feed({}));
  CHECK(std::holds_alternative<engine::Finished>(host.session.step(std::chrono::milliseconds{1})));
}

TEST_CASE("the mapping leaves by column names alone", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({kReviews}));
  const Json mapping = Json::parse(
      ask(host, {{"query", "export"}, {"id", 1}, {"what", "mapping.json"}})["text"].get<std::string>());
  CHECK(mapping["attune"] == "mapping");
  REQUIRE(mapping["roles"].size() == 1);
  CHECK(mapping["roles"].begin().value() == Json{{"Date", "date"},
                                                 {"Stars", "rating"},
                                                 {"Source", "source"},
                                                 {"Product", "product"},
                                                 {"Review", "text"}});
}

TEST_CASE("exports come in pieces that join to the whole", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({{"many.csv", many_reviews(30'000)}}));
  std::string lines;
  int pieces = 0;
  Json cursor = 0;
  while (!cursor.is_null()) {
    const Json piece =
        ask(host, {{"query", "export"}, {"id", 1}, {"what", "rows.jsonl"}, {"cursor", cursor}});
    lines += piece["text"].get<std::string>();
    cursor = piece["cursor"];
    ++pieces;
  }
  CHECK(pieces > 1);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 30'000);
  CHECK(Json::parse(lines.substr(0, lines.find('\n')))["rating"] == 1.0);
  const Json summary = Json::parse(
      ask(host, {{"query", "export"}, {"id", 2}, {"what", "summary.json"}})["text"].get<std::string>());
  CHECK(summary["stage"] == "finished");
  CHECK(summary["overview"]["reviews"] == 30'000);
  CHECK(summary["overview"]["firstDay"] == "2022-01-08");
}

TEST_CASE("a table leaves as it was read, as lines of JSON or as CSV", "[engine][session]") {
  TestHost host;
  REQUIRE(host.analyse({kReviews}));
  const Json csv = ask(host, {{"query", "table"}, {"id", 1}, {"as", "csv"}});
  CHECK(csv["text"].get<std::string>().starts_with(
      "Date,Stars,Source,Product,Review\r\n2024-03-01,5,Google,Rye bread,"));
  CHECK(csv["text"].get<std::string>().find("\"Dry, burnt") != std::string::npos);
  const Json lines = ask(host, {{"query", "table"}, {"id", 1}});
  const std::string text = lines["text"];
  CHECK(Json::parse(text.substr(0, text.find('\n')))["Product"] == "Rye bread");
  CHECK(ask(host, {{"query", "table"}, {"id", 1}, {"table", 7}}).contains("error"));
}
