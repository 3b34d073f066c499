#include "insight/answers_concepts.hpp"

#include <algorithm>
#include <array>

#include "insight/answers_words.hpp"

namespace attune::insight {
namespace {

// With their articles in French, and as the object of "mencionar" in Spanish.
struct ConceptNames {
  std::string_view english, german, french, spanish;
};

constexpr std::array<ConceptNames, 27> kNames{{
    {"waiting", "Wartezeiten", "l’attente", "la espera"},
    {"delivery", "Lieferungen", "la livraison", "la entrega"},
    {"staff", "Personal", "le personnel", "al personal"},
    {"price", "Preise", "les prix", "los precios"},
    {"cleanliness", "Sauberkeit", "la propreté", "la limpieza"},
    {"noise", "Lärm", "le bruit", "el ruido"},
    {"temperature", "Raumtemperatur", "la température", "la temperatura"},
    {"freshness", "Frische", "la fraîcheur", "la frescura"},
    {"refunds", "Erstattungen", "les remboursements", "los reembolsos"},
    {"opening hours", "Öffnungszeiten", "les horaires", "los horarios"},
    {"parking", "Parkplätze", "le stationnement", "el aparcamiento"},
    {"internet", "Internet", "internet", "internet"},
    {"allergens", "Allergene", "les allergènes", "los alérgenos"},
    {"gluten", "Gluten", "le gluten", "el gluten"},
    {"families", "Familien", "les familles", "a las familias"},
    {"dogs", "Hunde", "les chiens", "a los perros"},
    {"orders", "Bestellungen", "les commandes", "los pedidos"},
    {"coffee", "Kaffee", "le café", "el café"},
    {"bread", "Brot", "le pain", "el pan"},
    {"cake", "Kuchen", "les gâteaux", "los pasteles"},
    {"music", "Musik", "la musique", "la música"},
    {"toilet", "Toiletten", "les toilettes", "los baños"},
    {"seating", "Terrasse", "la terrasse", "la terraza"},
    {"quality", "Qualität", "la qualité", "la calidad"},
    {"atmosphere", "Atmosphäre", "l’ambiance", "el ambiente"},
    {"customer service", "Kundendienst", "le service client", "la atención al cliente"},
    {"mistakes", "Fehler", "les erreurs", "los errores"},
}};

}  // namespace

std::string concept_object(std::string_view label, AnswerLanguage language) {
  const auto names = std::find_if(kNames.begin(), kNames.end(),
                                  [label](const ConceptNames& one) { return one.english == label; });
  if (names == kNames.end()) return std::string{label};
  switch (language) {
    case AnswerLanguage::English:
      return std::string{names->english};
    case AnswerLanguage::German:
      return std::string{names->german};
    case AnswerLanguage::French:
      return std::string{names->french};
    case AnswerLanguage::Spanish:
      return std::string{names->spanish};
  }
  return std::string{label};
}

std::string concept_named(std::string_view label, AnswerLanguage language) {
  std::string named = concept_object(label, language);
  if (language != AnswerLanguage::Spanish) return named;
  if (named.starts_with("al ")) return "el " + named.substr(3);
  return named.starts_with("a ") ? named.substr(2) : named;
}

std::string concept_label(std::string_view label, AnswerLanguage language) {
  std::string named = concept_named(label, language);
  if (language != AnswerLanguage::French && language != AnswerLanguage::Spanish) return named;
  for (const std::string_view article : {"le ", "la ", "les ", "l’", "el ", "los ", "las "}) {
    if (named.starts_with(article)) return named.substr(article.size());
  }
  return named;
}

AboutTerm concept_term(std::string_view label, std::string_view search, AnswerLanguage language) {
  return {.label = concept_label(label, language),
          .search = std::string{search},
          .named = concept_named(label, language),
          .object = concept_object(label, language)};
}

AboutTerm word_term(std::string_view word, std::string search, AnswerLanguage language) {
  const std::string named = language == AnswerLanguage::English ? std::string{word} : quoted(word, language);
  return {.label = std::string{word}, .search = std::move(search), .named = named, .object = named};
}

}  // namespace attune::insight
