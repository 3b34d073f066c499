#include "text/words.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> shown;
  for (const auto range : attune::text::find_words(text))
    shown.push_back(text.substr(range.begin, range.end - range.begin));
  return shown;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("words keep their apostrophes, hyphens and decimal points", "[text][words]") {
  CHECK(words_of("It wasn't well-made, 'sadly' - 4.5 of 10.") ==
        Shown{"It", "wasn't", "well-made", "sadly", "4.5", "of", "10"});
  CHECK(words_of("don’t e.g. a.b") == Shown{"don’t", "e", "g", "a", "b"});
  CHECK(words_of("cafe\xCC\x81 Größe") == Shown{"cafe\xCC\x81", "Größe"});
}

TEST_CASE("ideographs and emoji are words by themselves", "[text][words]") {
  CHECK(words_of("不错") == Shown{"不", "错"});
  CHECK(words_of("good👍🏽👍 👨‍👩‍👧 ❤️!") ==
        Shown{"good", "👍🏽", "👍", "👨‍👩‍👧", "❤️"});
  CHECK(words_of("10 € + 5 $") == Shown{"10", "5"});
}

TEST_CASE("no words in nothing", "[text][words]") {
  CHECK(words_of("").empty());
  CHECK(words_of(" .,!?\n").empty());
  CHECK(words_of("\xFF\xC3").empty());
}
