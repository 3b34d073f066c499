#include "feedback/review_words.hpp"

#include <catch_amalgamated.hpp>

using attune::feedback::ReviewWords;

TEST_CASE("words come in lower case, with a break at every mark", "[feedback][words]") {
  ReviewWords words;
  const auto read = words.read("The BREAD is good, but ÄRGER: don't wait 😡 ❤️");
  const std::vector<std::string> found{read.begin(), read.end()};
  CHECK(found == std::vector<std::string>{"the", "bread", "is", "good", "", "but", "ärger", "", "don't",
                                          "wait", "", ""});
}

TEST_CASE("a text without words has none", "[feedback][words]") {
  ReviewWords words;
  CHECK(words.read("").empty());
  CHECK(words.read(" ... !").empty());
}
