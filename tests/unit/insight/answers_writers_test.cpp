// Questions about who wrote the reviews, and where.
#include <catch_amalgamated.hpp>

#include "insight/answers_compose.hpp"
#include "insight/answers_segments.hpp"
#include "snapshot/customer_names.hpp"
#include "support/sample_reviews.hpp"

using namespace attune;
using namespace attune::insight;

namespace {

constexpr std::uint8_t code_number(snapshot::RfmSegment segment) {
  return static_cast<std::uint8_t>(1 + static_cast<std::uint8_t>(segment));
}

// 120 reviews: every other from Berlin, the rest from Hamburg; a third by champions, a third by sleeping
// customers, a third by nobody who is known. Those of Berlin have waited; sleeping customers give 2 stars.
struct Shop {
  tests::SampleReviews sample{rows()};
  ReviewWriters writers;

  Shop() {
    for (int i = 0; i < 120; ++i)
      writers.segments.push_back(i % 3 == 0   ? code_number(snapshot::RfmSegment::Champions)
                                 : i % 3 == 1 ? code_number(snapshot::RfmSegment::Hibernating)
                                              : std::uint8_t{0});
  }
  static std::vector<tests::SampleReview> rows() {
    std::vector<tests::SampleReview> all;
    for (int i = 0; i < 120; ++i)
      all.push_back({.text = i % 2 == 0 ? "A long queue" : "Lovely coffee",
                     .rating = i % 3 == 1 ? 2.0F : 5.0F,
                     .day = 20'000 + i,
                     .source = "Google",
                     .product = "Roll",
                     .place = i % 2 == 0 ? "Berlin" : "Hamburg"});
    return all;
  }

  [[nodiscard]] Question read(std::string_view question) const {
    return understand_question(question, {.products = {"Roll"},
                                          .sources = {"Google"},
                                          .places = {"Berlin", "Hamburg"},
                                          .oldest = 20'000,
                                          .newest = 20'119});
  }
  [[nodiscard]] Answer answer(std::string_view question, bool knows_writers = true) const {
    EvidenceOptions options;
    options.oldest = 20'000;
    options.newest = 20'119;
    options.writers = knows_writers ? &writers : nullptr;
    EvidenceScan scan{sample.reviews, sample.feelings, read(question), options};
    while (scan.advance(50)) {
    }
    return compose_answer(scan.take(), sample.reviews);
  }
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("customers are named by their segment in four languages", "[insight][answers][writers]") {
  const Shop shop;
  const auto [text, codes] = GENERATE(Catch::Generators::table<std::string, Codes>({
      {"What do champions complain about?", {"champions"}},
      {"What do our best customers say about the coffee?", {"champions"}},
      {"What do regulars say about the coffee?", {"champions", "loyal-customers"}},
      {"Why are loyal customers unhappy?", {"loyal-customers"}},
      {"How many new customers complain?", {"new-customers"}},
      {"What do lost customers say?", {"hibernating"}},
      {"Was sagen Stammkunden über den Versand?", {"champions", "loyal-customers"}},
      {"Worüber beschweren sich Neukunden?", {"new-customers"}},
      {"Que disent les clients fidèles de la livraison ?", {"loyal-customers"}},
      {"¿Qué dicen los clientes nuevos?", {"new-customers"}},
      {"¿De qué se quejan los clientes fieles?", {"loyal-customers"}},
      {"How many customers complain?", {}},
  }));
  CAPTURE(text);
  const Question question = shop.read(text);
  CHECK(question.filter.segments == codes);
  CHECK(question.intent != Intent::Unknown);
  for (const AboutTerm& term : question.about)
    CHECK((term.search.find("kaffee") != std::string::npos ||
           term.search.find("versand") != std::string::npos));
}

TEST_CASE("what champions complain about is counted among their reviews alone",
          "[insight][answers][writers]") {
  const Shop shop;
  const Answer sleeping = shop.answer("Why are sleeping customers unhappy?");
  CHECK(sleeping.sentences[0].starts_with("40 of 40 reviews by sleeping customers are negative: 100 %"));
  CHECK(sleeping.rows.filter.segments == Codes{"hibernating"});
  CHECK(shop.answer("How many champions are there in Berlin?").counts[0].n == 20);
  CHECK(shop.answer("Worüber beschweren sich Spitzenkunden?").sentences[0] ==
        "0 von 40 Bewertungen von Spitzenkunden sind negativ: 0\u00A0% (95-%-Intervall 0\u00A0% bis "
        "8,8\u00A0%).");
}

TEST_CASE("which segment is least happy and which branch is rated worst are asked in four languages",
          "[insight][answers][writers]") {
  const Shop shop;
  CHECK(shop.answer("Which segment is least happy?")
            .sentences[0]
            .starts_with("Sleeping customers have the lowest rating: 2.00 stars"));
  CHECK(shop.answer("Welche Kundengruppe ist am wenigsten zufrieden?")
            .sentences[0]
            .starts_with("Eingeschlafene Kunden haben die niedrigste Bewertung: 2,00 Sterne"));
  CHECK(shop.answer("Quel groupe de clients a la pire note ?")
            .sentences[0]
            .starts_with("Les clients endormis ont la note la plus basse : 2,00 étoiles"));
  CHECK(shop.answer("¿Qué grupo de clientes tiene la peor valoración?")
            .sentences[0]
            .starts_with("Los clientes dormidos tienen la valoración más baja: 2,00 estrellas"));
  const Answer branch = shop.answer("Which of our branches mentions waiting most?");
  CHECK(
      branch.sentences[0].starts_with("Berlin has the largest share of reviews that mention waiting: 100 %"));
  CHECK(branch.counts[0].rows.filter.places == Codes{"Berlin"});
  CHECK(shop.read("Which branch is rated worst?").group_by == GroupBy::Place);
  CHECK(shop.read("Welche Filiale ist am schlechtesten bewertet?").group_by == GroupBy::Place);
  CHECK(shop.read("Quel magasin a la pire note ?").group_by == GroupBy::Place);
  CHECK(shop.read("¿Qué tienda tiene la peor valoración?").group_by == GroupBy::Place);
  CHECK(shop.read("What do people say about the branch?").group_by == GroupBy::None);
}

TEST_CASE("a place is a filter, and two of them are compared", "[insight][answers][writers]") {
  const Shop shop;
  CHECK(shop.answer("How is the rating in Berlin?")
            .sentences[0]
            .starts_with("The mean rating of reviews in Berlin is 4.00 stars"));
  CHECK(shop.answer("Wie ist die durchschnittliche Bewertung in Berlin?")
            .sentences[0]
            .starts_with("Die Bewertungen in Berlin geben im Mittel 4,00 Sterne"));
  const Question compared = shop.read("Is Berlin better than Hamburg?");
  REQUIRE(compared.compared.size() == 2);
  CHECK(compared.compared[0].filter.places == Codes{"Berlin"});
  CHECK(compared.filter.places.empty());
}

TEST_CASE("where no file tells who wrote the reviews, the answer says so", "[insight][answers][writers]") {
  const Shop shop;
  const Answer answer = shop.answer("What do champions complain about?", false);
  CHECK(answer.is_unknown);
  CHECK(answer.sentences[0] == "These files do not tell which customers wrote the reviews.");
  CHECK(shop.answer("Which segment is least happy?", false).is_unknown);
}
