#include "ui/state/strings.hpp"

#include <catch_amalgamated.hpp>
#include <set>

#include "base/utf8.hpp"

using namespace attune;
using namespace attune::ui;
using chart::Language;

namespace {

constexpr std::array kLanguages{Language::English, Language::German, Language::French, Language::Spanish};

std::multiset<char> slots(std::string_view text) {
  std::multiset<char> found;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}') found.insert(text[i + 1]);
  }
  return found;
}

}  // namespace

TEST_CASE("every text exists in every language, with the same blanks to fill in", "[ui][strings]") {
  REQUIRE(text_count() > 20);
  for (std::size_t i = 0; i < text_count(); ++i) {
    const auto id = static_cast<Text>(i);
    const std::string_view english = catalogue_entry(id, Language::English);
    INFO(english);
    for (const Language language : kLanguages) {
      const std::string_view text = catalogue_entry(id, language);
      CHECK_FALSE(text.empty());
      CHECK(utf8::is_valid(text));
      CHECK(slots(text) == slots(english));
      CHECK(text.find("###") == std::string_view::npos);
    }
  }
}

TEST_CASE("blanks are filled in, and braces without an argument stay", "[ui][strings]") {
  const Strings strings;
  CHECK(strings.say(Text::FromTo, {"A", "B"}) == "A to B");
  CHECK(strings.say(Text::FromTo, {"A"}) == "A to {1}");
  CHECK(strings.say(Text::FromTo, {"{1}", "B"}) == "{1} to B");
}

TEST_CASE("one and many are worded apart", "[ui][strings]") {
  const Strings strings;
  CHECK(strings.count(Text::OneReview, Text::ManyReviews, 1) == "1 review");
  CHECK(strings.count(Text::OneReview, Text::ManyReviews, 0) == "0 reviews");
  CHECK(strings.count(Text::OneReview, Text::ManyReviews, 1'000'000) == "1,000,000 reviews");
}

TEST_CASE("stretched texts are about 40 % longer and keep their blanks", "[ui][strings]") {
  const Strings plain;
  const Strings stretched{Language::English, Wording::Stretched};
  const std::string one = plain.say(Text::RowsOf);
  const std::string two = stretched.say(Text::RowsOf);
  CHECK(static_cast<double>(two.size()) > 1.15 * static_cast<double>(one.size()));
  CHECK(slots(two) == slots(one));
}
