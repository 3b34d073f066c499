#include "insight/answers_question.hpp"

#include <catch_amalgamated.hpp>

using namespace attune;
using namespace attune::insight;

namespace {

Days day(int year, int month, int date) { return days_from_civil({year, month, date}); }

// Data of a year and a half that ends on 31 October 2025.
QuestionContext bakery() {
  return {.products = {"Croissant", "Rye loaf", "Country sourdough", "Flat white"},
          .sources = {"Google", "Comment card"},
          .oldest = day(2024, 5, 1),
          .newest = day(2025, 10, 31)};
}

Question read(std::string_view text) { return understand_question(text, bakery()); }

std::vector<std::string> about(const Question& question) {
  std::vector<std::string> labels;
  for (const AboutTerm& term : question.about) labels.push_back(term.label);
  return labels;
}

}  // namespace

TEST_CASE("what is asked is understood in four languages", "[insight][answers]") {
  const auto [text, intent] = GENERATE(table<std::string, Intent>({
      {"How many people mention parking?", Intent::HowMany},
      {"Why are people unhappy about delivery?", Intent::Why},
      {"Which products do families like?", Intent::Which},
      {"When did the queue become a problem?", Intent::When},
      {"Compare Google and comment card", Intent::Compare},
      {"Are the ratings getting better?", Intent::Trend},
      {"What is the average rating?", Intent::Rating},
      {"Show me what people say about the terrace", Intent::Quote},
      {"Wie viele Bewertungen gibt es auf Google?", Intent::HowMany},
      {"Warum sind die Kunden unzufrieden?", Intent::Why},
      {"Combien de clients parlent de l'attente ?", Intent::HowMany},
      {"Pourquoi les clients sont-ils mécontents ?", Intent::Why},
      {"¿Cuántas reseñas hay en Google?", Intent::HowMany},
      {"¿Por qué se quejan los clientes?", Intent::Why},
  }));
  CAPTURE(text);
  CHECK(std::string{name_of(read(text).intent)} == name_of(intent));
}

TEST_CASE("a question's subject, feeling, source and product are told apart from its filler",
          "[insight][answers]") {
  const Question question = read("How many unhappy customers on Google mention the queue for the rye loaf?");
  CHECK(question.polarity == Polarity::Negative);
  CHECK(question.filter.sources == std::vector<std::string>{"Google"});
  CHECK(question.filter.products == std::vector<std::string>{"Rye loaf"});
  CHECK(about(question) == std::vector<std::string>{"waiting"});
  CHECK(read("What do people not like?").polarity == Polarity::Negative);
  CHECK(read("How good is the flat white?").polarity == Polarity::Any);
  CHECK(about(read("Which reviews mention the accordion?")) == std::vector<std::string>{"accordion"});
}

TEST_CASE("words of one's own are told back as they were written", "[insight][answers]") {
  const auto [text, word] = GENERATE(table<std::string, std::string>({
      {"How many people mention the Jalapeño?", "jalapeño"},
      {"Wie oft wird der Kühlschrank erwähnt?", "Kühlschrank"},
      {"Combien de clients parlent des Céréales ?", "céréales"},
      {"¿Cuántos clientes hablan del cigüeñal?", "cigüeñal"},
  }));
  CAPTURE(text);
  CHECK(about(read(text)) == std::vector<std::string>{word});
  CHECK(read("How are the rye loaves?").filter.products == std::vector<std::string>{"Rye loaf"});
}

TEST_CASE("stars are understood as numbers, words, ranges and bounds", "[insight][answers]") {
  const auto [text, ratings] = GENERATE(table<std::string, std::vector<int>>({
      {"How many 1-star reviews?", {1}},
      {"How many five star reviews?", {5}},
      {"How many have 4 or 5 stars?", {4, 5}},
      {"How many are below 3 stars?", {1, 2}},
      {"How many have at least four stars?", {4, 5}},
      {"How many with more than 3 stars?", {4, 5}},
      {"How many low ratings?", {1, 2}},
      {"How many reviews?", {}},
  }));
  CAPTURE(text);
  CHECK(read(text).filter.ratings == ratings);
  CHECK(about(read(text)).empty());
}

TEST_CASE("periods are relative to the newest day in the data", "[insight][answers]") {
  using Range = std::pair<std::optional<Days>, std::optional<Days>>;
  const auto [text, range] = GENERATE(table<std::string, Range>({
      {"since May", Range{day(2025, 5, 1), std::nullopt}},
      {"since December", Range{day(2024, 12, 1), std::nullopt}},
      {"in March 2025", Range{day(2025, 3, 1), day(2025, 3, 31)}},
      {"last month", Range{day(2025, 9, 1), day(2025, 9, 30)}},
      {"this year", Range{day(2025, 1, 1), day(2025, 12, 31)}},
      {"in the last 30 days", Range{day(2025, 10, 2), day(2025, 10, 31)}},
      {"in the past 2 weeks", Range{day(2025, 10, 18), day(2025, 10, 31)}},
      {"before 2025", Range{std::nullopt, day(2024, 12, 31)}},
      {"after June 2025", Range{day(2025, 7, 1), std::nullopt}},
      {"between March and May 2025", Range{day(2025, 3, 1), day(2025, 5, 31)}},
      {"from 2025-03-01 to 2025-03-15", Range{day(2025, 3, 1), day(2025, 3, 15)}},
      {"in spring 2025", Range{day(2025, 3, 1), day(2025, 5, 31)}},
      {"in Q1 2025", Range{day(2025, 1, 1), day(2025, 3, 31)}},
      {"seit Mai 2025", Range{day(2025, 5, 1), std::nullopt}},
      {"depuis mars 2025", Range{day(2025, 3, 1), std::nullopt}},
      {"desde junio de 2025", Range{day(2025, 6, 1), std::nullopt}},
  }));
  CAPTURE(text);
  const Question question = read("How many reviews " + text + "?");
  CHECK(question.filter.from == range.first);
  CHECK(question.filter.to == range.second);
  CHECK_FALSE(question.period.empty());
}

TEST_CASE("may and march are months only where a date can stand", "[insight][answers]") {
  CHECK_FALSE(read("What may I improve?").filter.from);
  CHECK(read("How many reviews in may?").filter.from == day(2025, 5, 1));
}

TEST_CASE("two products, sources or periods are compared", "[insight][answers]") {
  const Question products = read("Is the croissant better than the flat white?");
  REQUIRE(products.compared.size() == 2);
  CHECK(products.compared[0].label == "Croissant");
  CHECK(products.filter.products.empty());
  CHECK(read("Compare 2024 and 2025").compared.size() == 2);
  CHECK(read("What is the difference between spring 2025 and summer 2025?").compared.size() == 2);
  const Question around = read("How did ratings differ before and after June 2025?");
  REQUIRE(around.compared.size() == 2);
  CHECK(around.compared[0].filter.to == day(2025, 5, 31));
  CHECK(around.compared[1].filter.from == day(2025, 7, 1));
}

TEST_CASE("what reviews cannot tell is seen", "[insight][answers]") {
  CHECK_FALSE(read("How much revenue did we make?").beyond.empty());
  CHECK_FALSE(read("What will the weather be tomorrow?").beyond.empty());
  CHECK(read("How many reviews mention coffee?").beyond.empty());
}

TEST_CASE("any bytes can be asked", "[insight][answers]") {
  for (const char* text : {"", "?", "\xFF\xFE", "why why why", "between", "from to", "in the last", "stars",
                           "-star", "5 stars or", "before and after"}) {
    CAPTURE(text);
    const Question question = read(text);
    CHECK(question.compared.size() != 1);
  }
}
