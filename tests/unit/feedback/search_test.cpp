#include "feedback/search.hpp"

#include <catch_amalgamated.hpp>

using attune::feedback::fold;
using attune::feedback::Search;

namespace {
bool finds(std::string_view typed, std::string_view text) { return Search{typed}.matches(fold(text)); }
}  // namespace

TEST_CASE("folding takes away case, accents and ligatures", "[feedback][search]") {
  CHECK(fold("Crème BRÛLÉE") == "creme brulee");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("cafe\u0301") == "cafe");  // a combining accent
  CHECK(fold("Łódź, Œuvre, Ærø") == "lodz, oeuvre, aero");
  CHECK(fold("ΚΑΛΗΜΈΡΑ") == "καλημερα");
  CHECK(fold("ПРИВЕТ, Ёлка") == "привет, елка");
  CHECK(fold("Phở ĐẶC BIỆT") == "pho dac biet");
  CHECK(fold("日本 👍 ×÷") == "日本 👍 ×÷");
  CHECK(fold("it’s") == "it's");
}

TEST_CASE("folding keeps broken bytes", "[feedback][search]") {
  CHECK(fold("A\xFF\xE2\x82") == "a\xFF\xE2\x82");
}

TEST_CASE("all words must occur, in any order, at the beginning of a word", "[feedback][search]") {
  CHECK(finds("late deliv", "The delivery came LATE."));
  CHECK_FALSE(finds("late deliv", "The delivery came early."));
  CHECK_FALSE(finds("late", "chocolate"));
  CHECK(finds("late", "choco-late"));
  CHECK(finds("creme", "Crème brûlée"));
  CHECK(finds("crème", "creme brulee"));
  CHECK(finds("ofen", "“Ofen” kalt"));
  CHECK_FALSE(finds("ofen", "Töofen"));
  CHECK(finds("", "anything"));
  CHECK(finds("   ", "anything"));
}

TEST_CASE("a quoted phrase must occur as it is, in whole words", "[feedback][search]") {
  CHECK(finds("\"not good\"", "It was not good at all"));
  CHECK_FALSE(finds("\"not good\"", "good, not bad"));
  CHECK_FALSE(finds("\"not good\"", "not goodness"));
  CHECK(finds("bread \"not good\"", "The bread was not good"));
  CHECK_FALSE(finds("cake \"not good\"", "The bread was not good"));
  CHECK(finds("\"not good", "not good"));  // the closing mark is still to be typed
}

TEST_CASE("scripts without spaces match anywhere", "[feedback][search]") {
  CHECK(finds("好吃", "面包很好吃"));
  CHECK(finds("パン", "美味しいパンです"));
}
