#include "inference/how_written.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace attune::inference;

namespace {

// How the words at these places of the text are written.
std::vector<int> written(std::string_view text, const std::vector<std::string_view>& words) {
  std::vector<TaggedWord> found;
  std::size_t from = 0;
  for (const std::string_view word : words) {
    const std::size_t begin = text.find(word, from);
    REQUIRE(begin != std::string_view::npos);
    from = begin + word.size();
    found.push_back({.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(from)});
  }
  find_how_written(text, found);
  std::vector<int> kinds;
  for (const TaggedWord& word : found) kinds.push_back(word.written);
  return kinds;
}

}  // namespace

TEST_CASE("a capital inside a sentence is told from the capital that begins one", "[inference][written]") {
  CHECK(written("Thanks to Emily. Great shop", {"Thanks", "to", "Emily", ".", "Great", "shop"}) ==
        std::vector<int>{2, 1, 3, 5, 2, 1});
}

TEST_CASE("words in capitals, numbers and joined words are told", "[inference][written]") {
  CHECK(written("my DHL parcel 42 by Hye-jin", {"my", "DHL", "parcel", "42", "Hye", "-", "jin"}) ==
        std::vector<int>{1, 4, 1, 5, 3, 3, 3});
}

TEST_CASE("a text in one case only tells nothing", "[inference][written]") {
  CHECK(written("thanks emily", {"thanks", "emily"}) == std::vector<int>{0, 0});
  CHECK(written("THANKS EMILY", {"THANKS", "EMILY"}) == std::vector<int>{0, 0});
  CHECK(written("좋아요 정말", {"좋아요", "정말"}) == std::vector<int>{0, 0});
  CHECK(written("", {}).empty());
}

TEST_CASE("letters with accents and other scripts have their case", "[inference][written]") {
  CHECK(written("in Östersund und Ωmega", {"in", "Östersund", "und", "Ωmega"}) ==
        std::vector<int>{1, 3, 1, 3});
}
