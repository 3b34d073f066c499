#include "text/unicode.hpp"

#include <catch_amalgamated.hpp>

using namespace attune::text;

TEST_CASE("classes tell letters, digits, marks and signs of any script", "[text][unicode]") {
  CHECK(class_of(U'a') == CharacterClass::Letter);
  CHECK(class_of(U'é') == CharacterClass::Letter);
  CHECK(class_of(U'ب') == CharacterClass::Letter);
  CHECK(class_of(U'ि') == CharacterClass::Letter);  // a vowel sign lives inside its word
  CHECK(class_of(U'7') == CharacterClass::Digit);
  CHECK(class_of(U'٣') == CharacterClass::Digit);
  CHECK(class_of(U'不') == CharacterClass::Ideograph);
  CHECK(class_of(U'の') == CharacterClass::Ideograph);
  CHECK(class_of(U'👍') == CharacterClass::Symbol);
  CHECK(class_of(U'€') == CharacterClass::Symbol);
  CHECK(class_of(U'¿') == CharacterClass::Punctuation);
  CHECK(class_of(U'\u0301') == CharacterClass::Mark);
  CHECK(class_of(U'\u200B') == CharacterClass::Separator);
  CHECK(class_of(0x110000) == CharacterClass::Separator);
}

TEST_CASE("the short way for ASCII says the same as the tables", "[text][unicode]") {
  for (char32_t point = 0; point < 0x80; ++point) {
    std::uint32_t single = 0;
    const auto folded = fold(point, single);
    REQUIRE(folded.size() == 1);
    const bool is_separator = point <= 0x20 || point == 0x7F;
    CHECK((class_of_ascii(point) == CharacterClass::Separator) == is_separator);
    CHECK(folded[0] == (is_separator ? U' ' : point == U'`' ? U'\'' : point));
  }
}

TEST_CASE("folding makes forms plain and leaves case", "[text][unicode]") {
  std::uint32_t single = 0;
  CHECK(fold(U'Ａ', single).front() == U'A');
  CHECK(fold(U'’', single).front() == U'\'');
  CHECK(fold(U'\u00A0', single).front() == U' ');
  CHECK(fold(U'\u200D', single).empty());
  CHECK(fold(U'ﬁ', single).size() == 2);
  CHECK(lower(U'Σ') == U'σ');
  CHECK(lower(U'İ') == U'İ');
  CHECK(compose(U'e', 0x301) == U'é');
  CHECK(compose(U'x', 0x301) == 0);
}
