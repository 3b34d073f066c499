#include "ingest/json_reader.hpp"

#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "ingest/json_tokenizer.hpp"
#include "support/read_text.hpp"

using namespace attune;
using support::read_bytes;
using Rows = std::vector<std::vector<std::string>>;

TEST_CASE("a list of objects is a table, nested objects are flattened", "[ingest][json]") {
  const auto read =
      read_bytes(R"([{"id":1,"who":{"name":"Ann","tags":["a","b"]}},{"id":2.50,"note":null,"ok":true}])");
  REQUIRE_FALSE(read.error);
  CHECK(read.rows() == Rows{{"id", "who.name", "who.tags", "note", "ok"},
                            {"1", "Ann", "a; b", "", ""},
                            {"2.50", "", "", "", "true"}});
}

TEST_CASE("keys that only blanks tell apart become different names", "[ingest][json]") {
  const auto read = read_bytes("[{\"a\":1,\"\\u00a0a \":2,\"\":3}]");
  REQUIRE_FALSE(read.error);
  CHECK(read.rows().front() == std::vector<std::string>{"a", "a (2)", "value"});
}

TEST_CASE("the list may lie anywhere inside, and several lists are several tables", "[ingest][json]") {
  const auto read = read_bytes(R"({"shop":"Rye","page":{"reviews":[{"t":"x"}],"orders":[{"n":1},{"n":2}]}})");
  REQUIRE(read.tables.size() == 2);
  CHECK(read.tables[0].name == "page.reviews");
  CHECK(read.rows(1) == Rows{{"n"}, {"1"}, {"2"}});
  CHECK(read.diagnostics.count(DiagnosticKind::SkippedPart) == 1);
  CHECK(read.diagnostics.listed()[0].raw == "shop: Rye\n");
}

TEST_CASE("lists of lists, of values and a lone object are tables too", "[ingest][json]") {
  CHECK(read_bytes(R"([["id","name"],[1,"Ann"],[2,"Bob"]])").rows() ==
        Rows{{"id", "name"}, {"1", "Ann"}, {"2", "Bob"}});
  CHECK(read_bytes(R"(["good","bad"])").rows() == Rows{{"value"}, {"good"}, {"bad"}});
  CHECK(read_bytes(R"({"a":1,"b":{"c":"x"}})").rows() == Rows{{"a", "b.c"}, {"1", "x"}});
}

TEST_CASE("a list of objects inside a row stays JSON text", "[ingest][json]") {
  CHECK(read_bytes(R"([{"o":7,"items":[{"sku":"A\"1","n":2},{"sku":null}]}])").rows()[1] ==
        std::vector<std::string>{"7", R"([{"sku":"A\"1","n":2},{"sku":null}])"});
}

TEST_CASE("a broken line of JSON Lines is rejected alone", "[ingest][json]") {
  const auto read = read_bytes("{\"a\":1}\n{\"a\":oops}\n\n{\"a\":3,\"b\":\"x\"}\n", 3);
  REQUIRE_FALSE(read.error);
  CHECK(read.detection.format.value == ingest::Format::JsonLines);
  CHECK(read.rows() == Rows{{"a", "b"}, {"1", ""}, {"3", "x"}});
  REQUIRE(read.diagnostics.count(DiagnosticKind::RejectedRow) == 1);
  CHECK(read.diagnostics.listed()[0].row == 2);
  CHECK(read.diagnostics.listed()[0].raw == "{\"a\":oops}");
}

TEST_CASE("broken JSON is refused with its place", "[ingest][json]") {
  const auto read = read_bytes("[{\"a\":1},\n {\"a\" 2}]");
  REQUIRE(read.error);
  CHECK(read.error->message ==
        "The JSON is broken at line 2, character 7: a colon is missing; export the file again");
}

TEST_CASE("a long list that is cut off keeps the rows before the cut", "[ingest][json]") {
  std::string text = "[";
  for (int row = 0; row < 150; ++row) text += "{\"n\":" + std::to_string(row) + "},";
  const auto read = read_bytes(text + "{\"n\":15");
  REQUIRE_FALSE(read.error);
  CHECK(read.tables[0].row_count() == 150);
  CHECK(read.diagnostics.count(DiagnosticKind::Truncated) == 1);
}

TEST_CASE("JSON cut anywhere gives the same table", "[ingest][json][chunk-law]") {
  const std::string text =
      "{\"x\":[1,-2.5e+3,\"\\u00e9\\ud83d\\ude00\\n\"],\"r\":[{\"k\":\"v\\\"\",\"l\":[true,{\"z\":null}]},[1,"
      "\"\xC3\xA9\"]]}";
  const auto whole = read_bytes(text);
  REQUIRE_FALSE(whole.error);
  for (std::size_t chunk = 1; chunk < text.size(); ++chunk)
    CHECK(read_bytes(text, chunk).rows() == whole.rows());
}

TEST_CASE("escapes become characters, and a lone surrogate is told", "[ingest][json]") {
  const auto read = read_bytes(R"([{"a":"\ud83d\ude00 \ud800 \/"}])");
  CHECK(read.rows()[1][0] == "\xF0\x9F\x98\x80 \xEF\xBF\xBD /");
  CHECK(read.diagnostics.count(DiagnosticKind::InvalidBytes) == 1);
}

TEST_CASE("a hundred thousand open brackets are refused", "[ingest][json]") {
  CHECK(read_bytes(std::string(100'000, '[')).error);
  CHECK_FALSE(ingest::is_json(std::string(100'000, '[')));
}
