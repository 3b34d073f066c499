#include "text/language.hpp"

#include <catch_amalgamated.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

using attune::text::LanguageIdentifier;
using Catch::Matchers::WithinAbs;

namespace {

std::string read_file(const std::string& name) {
  std::ifstream file{std::string{ATTUNE_SOURCE_DIR} + "/models/language/" + name, std::ios::binary};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("the identifier agrees with the one that was trained", "[text][language][golden]") {
  const auto identifier = LanguageIdentifier::load(read_file("language.bin"));
  REQUIRE(identifier);
  CHECK(identifier->languages().size() >= 20);
  std::istringstream lines{read_file("golden.jsonl")};
  std::string line;
  std::size_t cases = 0;
  while (std::getline(lines, line)) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    REQUIRE(row.is_object());
    const auto guess = identifier->identify(row["text"].get<std::string>());
    INFO(line);
    CHECK(guess.code == row["language"].get<std::string>());
    CHECK_THAT(guess.probability, WithinAbs(row["p"].get<double>(), 1e-4));
    ++cases;
  }
  CHECK(cases > 25);
}

TEST_CASE("text without letters has no language", "[text][language]") {
  const auto identifier = LanguageIdentifier::load(read_file("language.bin"));
  REQUIRE(identifier);
  for (const char* text : {"", "12345 !!!", "👍👍", " \n", "\xFF\xFE"}) {
    CHECK(identifier->identify(text).code == "und");
  }
}

TEST_CASE("weights that are not ours are refused with a sentence", "[text][language]") {
  std::string bytes = read_file("language.bin");
  const auto broken =
      GENERATE_COPY(std::string{}, std::string{"ATLI"}, bytes.substr(0, bytes.size() - 1), bytes + "x",
                    "ATLI" + std::string(12, '\xFF') + bytes.substr(16), std::string(5000, '\0'));
  const auto identifier = LanguageIdentifier::load(broken);
  REQUIRE_FALSE(identifier);
  CHECK(identifier.error().message == "The language identifier cannot be read. Reload the page.");
}
