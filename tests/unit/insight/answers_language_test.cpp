// Answers in the language of their question.
#include <algorithm>
#include <array>
#include <set>

#include <catch_amalgamated.hpp>

#include "insight/answers_compose.hpp"
#include "insight/answers_concepts.hpp"
#include "insight/answers_lexicon.hpp"
#include "insight/answers_periods.hpp"
#include "insight/answers_sentences.hpp"
#include "insight/answers_words.hpp"
#include "support/sample_reviews.hpp"

using namespace attune;
using namespace attune::insight;
using enum AnswerLanguage;

namespace {

constexpr std::array kLanguages{English, German, French, Spanish};

// 1,250 reviews from 1 January 2024 to 16 September 2025; every fifth has waited, and gives one star.
tests::SampleReviews bakery() {
  std::vector<tests::SampleReview> rows;
  const Days begin = days_from_civil({2024, 1, 1});
  for (int i = 0; i < 1250; ++i) {
    const bool has_waited = i % 5 == 0;
    rows.push_back({.text = has_waited ? "Schlange ohne Ende, nie mehr" : "Kaffee wunderbar, gern wieder",
                    .rating = has_waited ? 1.0F : 5.0F,
                    .day = begin + i / 2,
                    .source = i % 2 == 0 ? "Google" : "Yelp",
                    .product = i % 3 == 0   ? "Brezel"
                               : i % 3 == 1 ? "Torte"
                                            : ""});
  }
  return tests::SampleReviews{rows};
}

Answer answer_to(std::string_view question, const tests::SampleReviews& sample,
                 AnswerLanguage otherwise = English) {
  QuestionContext context{.products = {"Brezel", "Torte"},
                          .sources = {"Google", "Yelp"},
                          .oldest = sample.reviews.days.front(),
                          .newest = sample.reviews.days.back()};
  context.language = otherwise;
  EvidenceOptions options;
  options.oldest = context.oldest;
  options.newest = context.newest;
  EvidenceScan scan{sample.reviews, sample.feelings, understand_question(question, context), options};
  while (scan.advance(500)) {
  }
  return compose_answer(scan.take(), sample.reviews);
}

std::set<std::string> words_of(std::string_view text) {
  // What is quoted is the writers' or the asker's.
  std::string plain;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find("„"), text.find("«"));
    plain.append(text.substr(0, open)).append(" ");
    if (open == std::string_view::npos) break;
    const std::size_t close = std::min(text.find("“", open), text.find("»", open));
    if (close == std::string_view::npos) break;
    text.remove_prefix(close + 2);
    while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0U) == 0x80U)
      text.remove_prefix(1);
  }
  std::set<std::string> words;
  for (std::string& word : question_words(plain)) words.insert(std::move(word));
  return words;
}

// Words of the English catalogue that the other language has not as well.
std::set<std::string> english_alone(AnswerLanguage language) {
  std::set<std::string> english, other;
  const auto add = [&](std::string_view ours, std::string_view theirs) {
    english.merge(words_of(ours));
    other.merge(words_of(theirs));
  };
  for (std::size_t i = 0; i < kSentences; ++i)
    add(template_of(static_cast<Sentence>(i), English), template_of(static_cast<Sentence>(i), language));
  for (const Concept& one : concepts()) add(one.label, concept_named(one.label, language));
  for (int month = 1; month <= 12; ++month) add(month_name(month, English), month_name(month, language));
  for (int day = 0; day < 7; ++day) add(weekday_name(day, English), weekday_name(day, language));
  add(before_words(English) + " since between until after last this", before_words(language));
  for (const std::string& word : other) english.erase(word);
  std::erase_if(english, [](const std::string& word) { return word.size() < 2 || word == "95"; });
  return english;
}

std::string all_words(const Answer& answer) {
  std::string all = answer.understood;
  for (const std::string& sentence : answer.sentences) all += '\n' + sentence;
  for (const std::string& question : answer.suggestions) all += '\n' + question;
  for (const AnswerCount& count : answer.counts)
    if (count.label != "all") all += '\n' + count.label;  // a code
  return all;
}

struct Asked {
  const char* intent;
  std::array<const char*, 3> in;  // German, French, Spanish
};

constexpr Asked kAsked[] = {
    {"how-many", {"Wie viele Bewertungen gibt es?", "Combien d'avis y a-t-il ?", "¿Cuántas reseñas hay?"}},
    {"how-many",
     {"Wie viele Kunden beschweren sich seit Mai 2025 über die Wartezeit?",
      "Combien de clients se plaignent de l'attente depuis mai 2025 ?",
      "¿Cuántos clientes se quejan de la espera desde mayo de 2025?"}},
    {"how-many",
     {"Wie viele Bewertungen auf Google mit 1 oder 2 Sternen erwähnen Hunde?",
      "Combien d'avis sur Google à 1 ou 2 étoiles parlent de chiens ?",
      "¿Cuántas reseñas en Google de 1 o 2 estrellas hablan de perros?"}},
    {"why",
     {"Warum sind die Leute unzufrieden?", "Pourquoi les gens sont-ils mécontents ?",
      "¿Por qué está descontenta la gente?"}},
    {"why",
     {"Was lieben die Kunden?", "Qu'est-ce que les clients adorent ?", "¿Qué les encanta a los clientes?"}},
    {"which",
     {"Welches Produkt ist am besten bewertet?", "Quel produit est le mieux noté ?",
      "¿Qué producto es el mejor valorado?"}},
    {"which",
     {"Welche Quelle hat die meisten Bewertungen?", "Quelle source a le plus d'avis ?",
      "¿Qué fuente tiene más reseñas?"}},
    {"which",
     {"Welches Produkt erwähnt Kaffee am meisten?", "Quel produit mentionne le plus le café ?",
      "¿Qué producto menciona más el café?"}},
    {"when",
     {"Welcher Monat hatte die beste Bewertung?", "Quel mois a eu la meilleure note ?",
      "¿Qué mes tuvo la mejor valoración?"}},
    {"when",
     {"An welchem Wochentag bekommen wir die meisten Bewertungen?",
      "Quel jour de la semaine recevons-nous le plus d'avis ?",
      "¿Qué día de la semana recibimos más reseñas?"}},
    {"when",
     {"Wann wird die Schlange erwähnt?", "Quand les clients parlent-ils de l'attente ?",
      "¿Cuándo mencionan los clientes la cola?"}},
    {"compare", {"Vergleiche Google und Yelp", "Compare Google et Yelp", "Compara Google y Yelp"}},
    {"compare", {"Vergleiche 2024 und 2025", "Compare 2024 et 2025", "Compara 2024 y 2025"}},
    {"compare",
     {"Vergleiche Kaffee und Wartezeit", "Compare le café et l'attente", "Compara el café y la espera"}},
    {"trend",
     {"Werden die Bewertungen mit der Zeit besser?", "Les notes s'améliorent-elles avec le temps ?",
      "¿Mejoran las valoraciones con el tiempo?"}},
    {"trend",
     {"Wie haben sich Beschwerden über die Wartezeit entwickelt?",
      "Comment évoluent les plaintes sur l'attente ?", "¿Cómo evolucionan las quejas sobre la espera?"}},
    {"rating",
     {"Wie ist die durchschnittliche Bewertung?", "Quelle est la note moyenne ?",
      "¿Cuál es la valoración media?"}},
    {"quote",
     {"Zeig mir, was die Leute über den Kaffee sagen", "Montre-moi ce que les gens disent du café",
      "Muéstrame qué dice la gente del café"}},
    {"quote",
     {"Was sagen die Kunden über den Hubschrauber?", "Que disent les clients de l'hélicoptère ?",
      "¿Qué dicen los clientes del helicóptero?"}},
    {"how-many",
     {"Wie viel Umsatz haben wir letzten Monat gemacht?",
      "Quel chiffre d'affaires avons-nous fait le mois dernier ?",
      "¿Cuántos ingresos tuvimos el mes pasado?"}},
    {"rating",
     {"Wie gut ist die Torte im Winter 2030?", "Que vaut la Torte depuis l'hiver 2030 ?",
      "¿Qué tal es la Torte en el invierno de 2030?"}},
};

}  // namespace

TEST_CASE("answers to every kind of question hold no English word in the other languages",
          "[insight][answers][language]") {
  const tests::SampleReviews sample = bakery();
  for (std::size_t i = 1; i < kLanguages.size(); ++i) {
    const std::set<std::string> english = english_alone(kLanguages[i]);
    REQUIRE(english.size() > 150);
    for (const Asked& asked : kAsked) {
      const char* question = asked.in[i - 1];
      const Answer answer = answer_to(question, sample);
      CAPTURE(question, all_words(answer));
      REQUIRE_FALSE(answer.sentences.empty());
      for (const std::string& sentence : answer.sentences) {
        CHECK(sentence.ends_with('.'));
        CHECK(sentence.find('{') == std::string::npos);
      }
      std::string left;
      for (const std::string& word : words_of(all_words(answer))) {
        if (english.contains(word)) left += word + ' ';
      }
      CHECK(left.empty());
    }
  }
}

TEST_CASE("each kind of question is understood as the same in every language",
          "[insight][answers][language]") {
  const tests::SampleReviews sample = bakery();
  QuestionContext context{.products = {"Brezel", "Torte"},
                          .sources = {"Google", "Yelp"},
                          .oldest = sample.reviews.days.front(),
                          .newest = sample.reviews.days.back()};
  for (const Asked& asked : kAsked) {
    for (std::size_t i = 1; i < kLanguages.size(); ++i) {
      CAPTURE(asked.in[i - 1]);
      const Question question = understand_question(asked.in[i - 1], context);
      CHECK(code_of(question.language) == code_of(kLanguages[i]));
      if (question.beyond.empty()) CHECK(name_of(question.intent) == std::string_view{asked.intent});
    }
  }
}

TEST_CASE("no sentence of the catalogue is left out or fills in other parts than the English one",
          "[insight][answers][language]") {
  for (std::size_t i = 0; i < kSentences; ++i) {
    const auto sentence = static_cast<Sentence>(i);
    const std::string english{template_of(sentence, English)};
    CAPTURE(english);
    if (sentence == Sentence::DoNotTellThat) continue;  // which names what "that" is in English alone
    for (const AnswerLanguage language : kLanguages) {
      const std::string words{template_of(sentence, language)};
      CAPTURE(words);
      CHECK_FALSE(words.empty());
      for (const char* part : {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}"})
        CHECK((words.find(part) == std::string::npos) == (english.find(part) == std::string::npos));
    }
  }
}

TEST_CASE("what is offered to ask instead is understood in its own language, whatever it is about",
          "[insight][answers][language]") {
  const tests::SampleReviews sample = bakery();
  for (const char* question :
       {"Wer ist der Präsident?", "Qui est le président ?", "¿Quién es el presidente?"}) {
    const Answer answer = answer_to(question, sample);
    CAPTURE(question, answer.understood);
    CHECK(answer.is_unknown);
    REQUIRE(answer.suggestions.size() >= 4);
    for (const std::string& suggestion : answer.suggestions) {
      CAPTURE(suggestion);
      CHECK_FALSE(answer_to(suggestion, sample).is_unknown);
    }
  }
  for (const AnswerLanguage language : kLanguages) {
    for (const Concept& one : concepts()) {
      const std::string asked =
          worded(Sentence::AskMentions, language, {concept_object(one.label, language)});
      const Question question = understand_question(asked, {});
      CAPTURE(asked);
      CHECK(code_of(question.language) == code_of(language));
      CHECK(question.intent == Intent::HowMany);
      REQUIRE(question.about.size() == 1);
      CHECK(question.about[0].search == one.search);
    }
  }
}

TEST_CASE("two words without a language are answered in the one that the page speaks",
          "[insight][answers][language]") {
  const tests::SampleReviews sample = bakery();
  CHECK(answer_to("Brezel?", sample).sentences[0].starts_with("There are 417 reviews of Brezel"));
  CHECK(answer_to("Brezel?", sample, German).sentences[0].starts_with("Es gibt 417 Bewertungen zu Brezel"));
  CHECK(answer_to("Why are people unhappy?", sample, German)
            .sentences[0]
            .ends_with("(95 % interval 18 % to 22 %)."));
  CHECK(language_from_code("de-AT") == German);
  CHECK(language_from_code("it") == std::nullopt);
  CHECK(language_from_code("") == std::nullopt);
}

TEST_CASE("numbers, days and lists are written as each language writes them",
          "[insight][answers][language]") {
  CHECK(written_number(-1234.5, 1, English) == "-1234.5");
  CHECK(written_number(-0.04, 1, German) == "0,0");
  CHECK(written_number(-4.5, 1, French) == "\u22124,5");
  CHECK(grouped_number(1234567, English) == "1,234,567");
  CHECK(grouped_number(1234567, German) == "1.234.567");
  CHECK(grouped_number(1234567, French) == "1\u202F234\u202F567");
  CHECK(grouped_number(1234567, Spanish) == "1.234.567");
  CHECK(grouped_number(1234, Spanish) == "1234");  // groups begin with five digits
  CHECK(grouped_number(12345, Spanish) == "12.345");
  CHECK(written_percent(0.004, English) == "0.4 %");
  CHECK(written_percent(0.004, Spanish) == "0,4\u00A0%");
  const Days first = days_from_civil({2025, 3, 1});
  CHECK(written_day(first, English) == "1 March 2025");
  CHECK(written_day(first, German) == "1. März 2025");
  CHECK(written_day(first, French) == "1er mars 2025");
  CHECK(written_day(first, Spanish) == "1 de marzo de 2025");
  CHECK(written_list({"pan", "ruido", "internet"}, Spanish) == "pan, ruido e internet");
  CHECK(written_list({"pan", "hielo"}, Spanish) == "pan y hielo");
  CHECK(written_list({"plata", "«oro»"}, Spanish, Joiner::Or) == "plata u «oro»");
  CHECK(written_list({"Brot", "Kuchen"}, German, Joiner::Or) == "Brot oder Kuchen");
  CHECK(on_weekday("sábado", Spanish) == "los sábados");
  CHECK(of_words("les prix", French) == "des prix");
  CHECK(of_words("internet", French) == "d’internet");
}

TEST_CASE("periods are said in each language with their articles", "[insight][answers][language]") {
  const auto [question, period] = GENERATE(Catch::Generators::table<std::string, std::string>({
      {"How many reviews since May 2025?", "since May 2025"},
      {"How many reviews in the last 30 days?", "in the last 30 days"},
      {"Wie viele Bewertungen seit dem 2025-03-01?", "seit dem 1. März 2025"},
      {"Wie viele Bewertungen bis 2025-03-01?", "bis zum 1. März 2025"},
      {"Wie viele Bewertungen im Frühling 2025?", "im Frühling 2025"},
      {"Wie viele Bewertungen letzte Woche?", "in der letzten Woche"},
      {"Wie viele Bewertungen in den letzten 30 Tagen?", "in den letzten 30 Tagen"},
      {"Wie viele Bewertungen zwischen März und Mai 2025?", "zwischen März 2025 und Mai 2025"},
      {"Combien d'avis avant 2025 ?", "avant 2025"},
      {"Combien d'avis jusqu'à mai 2025 ?", "jusqu’en mai 2025"},
      {"Combien d'avis la semaine dernière ?", "la semaine dernière"},
      {"Combien d'avis au printemps 2025 ?", "au printemps 2025"},
      {"Combien d'avis ces 30 derniers jours ?", "sur les 30 derniers jours"},
      {"¿Cuántas reseñas antes de la primavera de 2025?", "antes de la primavera de 2025"},
      {"¿Cuántas reseñas antes del verano de 2025?", "antes del verano de 2025"},
      {"¿Cuántas reseñas el mes pasado?", "el mes pasado"},
      {"¿Cuántas reseñas en las últimas 2 semanas?", "en las últimas 2 semanas"},
  }));
  const QuestionContext context{.products = {},
                                .sources = {},
                                .oldest = days_from_civil({2024, 5, 1}),
                                .newest = days_from_civil({2025, 10, 31})};
  CAPTURE(question);
  CHECK(understand_question(question, context).period == period);
}

TEST_CASE("one review is spoken of in the singular", "[insight][answers][language]") {
  const tests::SampleReviews sample{{{"Schlange ohne Ende", 1, 100, "Google", ""},
                                     {"Kaffee wunderbar", 5, 101, "Yelp", ""},
                                     {"Kaffee wunderbar", 5, 102, "Yelp", ""}}};
  const auto first = [&](const char* question) { return answer_to(question, sample).sentences[0]; };
  CHECK(first("How many reviews on Google?") == "There is 1 review on Google, 33 % of all 3.");
  CHECK(
      first("Wie viele Bewertungen auf Google?").starts_with("Es gibt 1 Bewertung auf Google, das sind 33"));
  CHECK(first("¿Cuántas reseñas en Google?").starts_with("Hay 1 reseña en Google, el 33"));
  CHECK(first("Wie viele Bewertungen erwähnen die Schlange?")
            .starts_with("1 von 3 Bewertungen erwähnt Wartezeiten: "));
  CHECK(first("Combien d'avis parlent de l'attente ?").starts_with("Sur 3 avis, 1 mentionne l’attente : "));
  CHECK(first("Wie viele Bewertungen sind negativ?").starts_with("1 von 3 Bewertungen ist negativ: "));
  CHECK(first("Combien d'avis sont négatifs ?").starts_with("Sur 3 avis, 1 est négatif : "));
}
