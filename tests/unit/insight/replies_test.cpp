#include <catch_amalgamated.hpp>

#include "insight/replies_draft.hpp"

using namespace attune::insight;

namespace {

AnswerLibrary bakery_answers() {
  AnswerLibrary library;
  library.add("When are you open?|Opening hours on Sundays", "We open at seven, on Sundays at eight.",
              "faq.csv");
  library.add("Can I get a refund?",
              "Dear {{Customer_Name}}, we give back the price of {product}. [ORDER NUMBER]", "faq.csv");
  library.add("Do you bake gluten-free bread?", "Not yet: our ovens have seen too much flour.", "faq.csv");
  library.add("", "No question, no answer", "faq.csv");
  library.finish();
  return library;
}

}  // namespace

TEST_CASE("the shop's own answer that fits is found by its words", "[insight][replies]") {
  const AnswerLibrary library = bakery_answers();
  REQUIRE(library.answers().size() == 3);
  CHECK(library.answers()[0].questions.size() == 2);
  const auto hours = library.match("are you open on sunday mornings?", {}, 3);
  REQUIRE_FALSE(hours.empty());
  CHECK(hours[0].answer == 0);
  CHECK(hours[0].confidence > kAnswerFits);
  CHECK(library.match("I would like to be refunded", {}, 3)[0].answer == 1);
  CHECK(library.match("xylophone", {}, 3).empty());
}

TEST_CASE("meanings find an answer that shares no word", "[insight][replies]") {
  AnswerLibrary library = bakery_answers();
  library.set_meanings({{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
  const std::vector<float> meaning{0, 0, 1};
  CHECK(library.match("coeliac disease", meaning, 1)[0].answer == 2);
}

TEST_CASE("slots are filled however the shop writes them; what is not known stays to be seen",
          "[insight][replies]") {
  std::vector<FilledSlot> filled;
  std::vector<std::string> missing;
  const std::string text =
      fill_slots("Dear {{Customer_Name}}, %first_name%! [ORDER NUMBER] {colour} 50% off, 20%",
                 {{"customer", "Ida Haas", "Name"}, {"first-name", "Ida", "Name"}}, filled, missing);
  CHECK(text == "Dear Ida Haas, Ida! {order} {colour} 50% off, 20%");
  REQUIRE(filled.size() == 2);
  CHECK(text.substr(filled[0].range.begin, filled[0].range.end - filled[0].range.begin) == "Ida Haas");
  CHECK(filled[1].column == "Name");
  CHECK(missing == std::vector<std::string>{"order"});
}

TEST_CASE("a draft is the shop's own answer where one fits, else a plain template in the writer's language",
          "[insight][replies]") {
  const AnswerLibrary library = bakery_answers();
  ReplyRequest request{.text = "Can I get a refund for my cake?",
                       .language = "en",
                       .kind = ReplyKind::Refund,
                       .tone = ReplyTone::Calm,
                       .values = {{"customer", "Ida", "Name"}, {"product", "Apple cake", "Product"}},
                       .choice = std::nullopt};
  const ReplyDraft own = draft_reply(request, library, {});
  CHECK(own.is_macro);
  CHECK(own.text.starts_with("Dear Ida, we give back the price of Apple cake. {order}"));
  CHECK(own.text.ends_with(own.disclosure));
  CHECK(own.missing == std::vector<std::string>{"order"});

  request.choice = own.choices.size();  // the template, chosen by hand
  request.language = "de";
  const ReplyDraft plain = draft_reply(request, library, {});
  CHECK_FALSE(plain.is_macro);
  CHECK(plain.text.starts_with("Guten Tag Ida,"));
  CHECK(plain.text.ends_with("Diese Antwort hat eine Software entworfen und ein Mensch geprüft."));

  request.discloses = false;
  CHECK(draft_reply(request, library, {}).disclosure.empty());
}

TEST_CASE("every template exists in every language and says nothing about a product that is not known",
          "[insight][replies]") {
  for (const char* language : {"en", "de", "fr", "es"}) {
    for (std::size_t kind = 0; kind < kReplyKinds; ++kind) {
      CAPTURE(language, kind);
      const ReplyRequest request{.text = "",
                                 .language = language,
                                 .kind = static_cast<ReplyKind>(kind),
                                 .tone = ReplyTone::Sorry,
                                 .values = {},
                                 .choice = std::nullopt};
      const ReplyDraft draft = draft_reply(request, AnswerLibrary{}, {});
      CHECK(draft.text.size() > 60);
      CHECK(draft.text.find("{product}") == std::string::npos);
      CHECK(draft.text.find("{customer}") == std::string::npos);
    }
  }
}

TEST_CASE("the tone follows what the writer feels", "[insight][replies]") {
  CHECK(tone_of(ReplyKind::Praise, "joy", false) == ReplyTone::Warm);
  CHECK(tone_of(ReplyKind::Question, "", false) == ReplyTone::Clear);
  CHECK(tone_of(ReplyKind::Question, "anger", false) == ReplyTone::Sorry);
  CHECK(tone_of(ReplyKind::Complaint, "", true) == ReplyTone::Sorry);
  CHECK(tone_of(ReplyKind::Request, "", false) == ReplyTone::Calm);
}
