#include "text/sentences.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "base/random.hpp"

namespace {

std::vector<std::string> sentences_of(const std::string& text) {
  std::vector<std::string> shown;
  for (const auto range : attune::text::split_sentences(text))
    shown.push_back(text.substr(range.begin, range.end - range.begin));
  return shown;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences end at their marks", "[text][sentences]") {
  CHECK(sentences_of("Lovely cake. Rude staff! Why? ") == Shown{"Lovely cake.", "Rude staff!", "Why?"});
  CHECK(sentences_of("Wait... what?! \"No.\" (Yes.) Fine") ==
        Shown{"Wait... what?!", "\"No.\"", "(Yes.)", "Fine"});
  CHECK(sentences_of("good food. bad service. never again") ==
        Shown{"good food.", "bad service.", "never again"});
  CHECK(sentences_of("Great!😍 Thanks") == Shown{"Great!", "😍 Thanks"});
}

TEST_CASE("stops in numbers, addresses, initials and abbreviations end nothing", "[text][sentences]") {
  CHECK(sentences_of("It cost 3.50 at shop.example today.") == Shown{"It cost 3.50 at shop.example today."});
  CHECK(sentences_of("Dr. J. Smith, e.g. on Mt. Road, was kind.") ==
        Shown{"Dr. J. Smith, e.g. on Mt. Road, was kind."});
  CHECK(sentences_of("Das dauerte ca. zwei Wochen bzw. drei.") ==
        Shown{"Das dauerte ca. zwei Wochen bzw. drei."});
}

TEST_CASE("lines end sentences where a new thought begins", "[text][sentences]") {
  CHECK(sentences_of("Pros:\n- cheap\n- fast\n\ncons: none") ==
        Shown{"Pros:", "- cheap", "- fast", "cons: none"});
  CHECK(sentences_of("this line was\nwrapped by a form") == Shown{"this line was\nwrapped by a form"});
  CHECK(sentences_of("First line\r\nSecond line") == Shown{"First line", "Second line"});
}

TEST_CASE("marks of other scripts end sentences too", "[text][sentences]") {
  CHECK(sentences_of("房间很大。不错！谢谢") == Shown{"房间很大。", "不错！", "谢谢"});
  CHECK(sentences_of("هل وصل الطلب؟ نعم.") == Shown{"هل وصل الطلب؟", "نعم."});
  CHECK(sentences_of("अच्छा है। धन्यवाद।") == Shown{"अच्छा है।", "धन्यवाद।"});
}

TEST_CASE("nothing gives nothing", "[text][sentences]") {
  CHECK(sentences_of("").empty());
  CHECK(sentences_of(" \n\t ").empty());
  CHECK(sentences_of("...") == Shown{"..."});
}

TEST_CASE("every visible byte is in one sentence, whatever the bytes", "[text][sentences]") {
  attune::Random random{11};
  const std::string alphabet = "aB. !?\n\"')1\xC3\xA9\xE3\x80\x82\xF0\x9F\x98\x8D\xFF-";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t i = random.below(40); i > 0; --i)
      text += alphabet[random.below(static_cast<std::uint32_t>(alphabet.size()))];
    std::size_t before = 0;
    std::string outside;
    for (const auto range : attune::text::split_sentences(text)) {
      REQUIRE(range.begin >= before);
      REQUIRE(range.begin < range.end);
      REQUIRE(range.end <= text.size());
      outside += text.substr(before, range.begin - before);
      before = range.end;
    }
    outside += text.substr(before);
    REQUIRE(outside.find_first_not_of(" \n") == std::string::npos);
  }
}
