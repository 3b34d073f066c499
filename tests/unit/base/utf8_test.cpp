#include "base/utf8.hpp"

#include <string>

#include <catch_amalgamated.hpp>

namespace utf8 = attune::utf8;

TEST_CASE("every code point survives writing and reading", "[base][utf8]") {
  for (char32_t value = 0; value <= 0x10FFFF; value += value < 0x900 ? 1 : 37) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    utf8::append(text, value);
    const utf8::CodePoint point = utf8::read_at(text, 0);
    REQUIRE(point.is_valid);
    REQUIRE(point.value == value);
    REQUIRE(point.size_bytes == text.size());
    REQUIRE(utf8::is_valid(text));
  }
}

TEST_CASE("surrogates, overlong forms and values above U+10FFFF are no UTF-8", "[base][utf8]") {
  const std::string bytes = GENERATE("\xED\xA0\x80", "\xC0\xAF", "\xE0\x80\x80", "\xF0\x80\x80\x80",
                                     "\xF4\x90\x80\x80", "\xFF", "\x80");
  CHECK_FALSE(utf8::is_valid(bytes));
  CHECK_FALSE(utf8::read_at(bytes, 0).is_valid);
}

TEST_CASE("the valid prefix ends where the first broken sequence begins", "[base][utf8]") {
  CHECK(utf8::valid_prefix("plain ascii, long enough for a word") == 35);
  CHECK(utf8::valid_prefix("caf\xC3\xA9 \xC3( more") == 6);
  CHECK(utf8::is_cut_sequence("caf\xC3"));
  CHECK(utf8::is_cut_sequence("\xF0\x9F\x91"));
  CHECK_FALSE(utf8::is_cut_sequence("caf\xC3("));
  CHECK_FALSE(utf8::is_cut_sequence("caf\xC3\xA9"));
}

TEST_CASE("a cut never splits a code point", "[base][utf8]") {
  const std::string text = "a\xF0\x9F\x98\x80z";
  CHECK(utf8::prefix_within(text, 6) == 6);
  CHECK(utf8::prefix_within(text, 5) == 5);
  CHECK(utf8::prefix_within(text, 4) == 1);
  CHECK(utf8::prefix_within(text, 2) == 1);
  CHECK(utf8::count_code_points(text) == 3);
  CHECK(utf8::count_code_points("\xE2\x82z") == 2);  // one broken sequence, one letter
}
