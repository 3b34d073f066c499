#include "protocol/json_writer.hpp"

#include <catch_amalgamated.hpp>
#include <limits>
#include <nlohmann/json.hpp>

using attune::protocol::JsonWriter;

TEST_CASE("nested objects and lists get their commas", "[protocol][json]") {
  JsonWriter json;
  json.begin_object()
      .member("total", 3)
      .key("rows")
      .begin_array()
      .value(1)
      .value("two")
      .begin_object()
      .end_object();
  json.end_array().member("done", true).key("next").null().end_object();
  CHECK(json.text() == R"({"total":3,"rows":[1,"two",{}],"done":true,"next":null})");
}

TEST_CASE("any text can be written and read back", "[protocol][json]") {
  const std::string text =
      GENERATE(std::string{"plain"}, std::string{"quote \" slash \\ end"}, std::string{"line\nfeed\ttab\r"},
               std::string("zero \0 and bell \a", 16), std::string{"Grüße 👍 日本"});
  JsonWriter json;
  json.begin_array().value(text).end_array();
  CHECK(nlohmann::json::parse(json.text())[0] == text);
}

TEST_CASE("broken UTF-8 leaves as replacement characters, never as broken JSON", "[protocol][json]") {
  JsonWriter json;
  json.begin_array()
      .value(
          "a\xFF"
          "b\xE2\x82")
      .end_array();
  CHECK(nlohmann::json::parse(json.text())[0] ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
}

TEST_CASE("numbers are the shortest that read back the same, and never NaN", "[protocol][json]") {
  JsonWriter json;
  json.begin_array()
      .value(0.1)
      .value(4.0)
      .value(-7)
      .value(std::numeric_limits<double>::quiet_NaN())
      .value(0.1F);
  json.value(std::numeric_limits<std::uint64_t>::max()).end_array();
  CHECK(json.text() == "[0.1,4,-7,null,0.1,18446744073709551615]");
}
