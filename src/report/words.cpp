#include "report/words.hpp"

#include <array>

#include "chart/words.hpp"

namespace attune::report {
namespace {

constexpr std::array<std::array<std::string_view, 4>, static_cast<std::size_t>(Words::kCount)> kWords{{
    {"What your customers say", "Was Ihre Kunden sagen", "Ce que disent vos clients",
     "Lo que dicen sus clientes"},
    {"{0} reviews, {1} to {2}", "{0} Bewertungen, {1} bis {2}", "{0} avis, du {1} au {2}",
     "{0} reseñas, del {1} al {2}"},
    {"{0} reviews", "{0} Bewertungen", "{0} avis", "{0} reseñas"},
    {"Reviews", "Bewertungen", "Avis", "Reseñas"},
    {"Mean rating", "Mittlere Bewertung", "Note moyenne", "Valoración media"},
    {"Positive", "Positiv", "Positifs", "Positivas"},
    {"Neutral", "Neutral", "Neutres", "Neutras"},
    {"Negative", "Negativ", "Négatifs", "Negativas"},
    {"95% interval {0}, n = {1}", "95-%-Intervall {0}, n = {1}", "intervalle à 95 % {0}, n = {1}",
     "intervalo del 95 % {0}, n = {1}"},
    {"How customers feel", "Wie Kunden sich fühlen", "Ce que ressentent les clients",
     "Cómo se sienten los clientes"},
    {"Reviews by stars", "Bewertungen nach Sternen", "Avis par étoiles", "Reseñas por estrellas"},
    {"Mean rating over time", "Mittlere Bewertung im Lauf der Zeit", "Note moyenne au fil du temps",
     "Valoración media a lo largo del tiempo"},
    {"What they praise", "Was sie loben", "Ce qu’ils apprécient", "Lo que elogian"},
    {"What they complain about", "Worüber sie klagen", "Ce dont ils se plaignent", "De qué se quejan"},
    {"Where this comes from", "Woher das stammt", "D’où cela vient", "De dónde procede"},
    {"File", "Datei", "Fichier", "Archivo"},
    {"Rows used", "Genutzte Zeilen", "Lignes utilisées", "Filas usadas"},
    {"Rows rejected", "Abgelehnte Zeilen", "Lignes rejetées", "Filas rechazadas"},
    {"{0} rows could not be used and are not counted here.",
     "{0} Zeilen waren nicht lesbar und sind hier nicht mitgezählt.",
     "{0} lignes n’ont pas pu être utilisées et ne sont pas comptées ici.",
     "{0} filas no se pudieron usar y no se cuentan aquí."},
    {"Too few reviews to tell", "Zu wenige Bewertungen für eine Aussage", "Trop peu d’avis pour se prononcer",
     "Muy pocas reseñas para decirlo"},
    {"The language model was not available: this report speaks of ratings and dates only.",
     "Das Sprachmodell war nicht verfügbar: Dieser Bericht beruht nur auf Sternen und Daten.",
     "Le modèle de langue n’était pas disponible : ce rapport ne parle que de notes et de dates.",
     "El modelo de lenguaje no estaba disponible: este informe solo habla de valoraciones y fechas."},
    {"Intervals hold the true figure in 95 of 100 cases, if these reviews are typical. Feelings were judged "
     "by a computer, "
     "which errs.",
     "Die Intervalle enthalten den wahren Wert in 95 von 100 Fällen, wenn diese Bewertungen typisch sind. "
     "Gefühle hat ein "
     "Computer eingeschätzt, der sich irren kann.",
     "Les intervalles contiennent la vraie valeur dans 95 cas sur 100, si ces avis sont représentatifs. Les "
     "sentiments ont "
     "été jugés par un ordinateur, qui se trompe parfois.",
     "Los intervalos contienen el valor real en 95 de cada 100 casos, si estas reseñas son típicas. Los "
     "sentimientos los "
     "juzgó un ordenador, que se equivoca."},
    {"Made with Attune on this computer; no data was sent anywhere.",
     "Erstellt mit Attune auf diesem Computer; es wurden keine Daten versendet.",
     "Créé avec Attune sur cet ordinateur ; aucune donnée n’a été envoyée.",
     "Hecho con Attune en este ordenador; no se envió ningún dato."},
    {"What to fix", "Was zu verbessern ist", "À améliorer", "Qué mejorar"},
    {"What to keep", "Was so bleiben soll", "À garder", "Qué mantener"},
    {"What is new", "Was neu ist", "Ce qui est nouveau", "Qué hay de nuevo"},
    {"What they talk about", "Worüber sie sprechen", "De quoi ils parlent", "De qué hablan"},
    {"Topic", "Thema", "Sujet", "Tema"},
    {"Share", "Anteil", "Part", "Proporción"},
    {"Praise minus complaints", "Lob minus Klagen", "Éloges moins plaintes", "Elogios menos quejas"},
    {"What moves the rating", "Was die Bewertung bewegt", "Ce qui fait varier la note",
     "Qué mueve la valoración"},
    {"In stars: reviews that mention it against those that do not, all else being equal. A relation in these "
     "reviews, not yet a cause.",
     "In Sternen: Bewertungen, die es erwähnen, gegen die übrigen, alles andere gleich. Ein Zusammenhang in "
     "diesen Bewertungen, noch keine Ursache.",
     "En étoiles : les avis qui en parlent face aux autres, toutes choses égales. Un lien dans ces avis, pas "
     "encore une cause.",
     "En estrellas: las reseñas que lo mencionan frente a las demás, a igualdad de lo demás. Una relación en "
     "estas reseñas, aún no una causa."},
    {"Stars", "Sterne", "Étoiles", "Estrellas"},
    {"What changed", "Was sich geändert hat", "Ce qui a changé", "Qué ha cambiado"},
    {"{0} groups of fewer than five reviews are withheld: a group that small could be a person.",
     "{0} Gruppen mit weniger als fünf Bewertungen sind weggelassen: Eine so kleine Gruppe könnte eine "
     "Person sein.",
     "{0} groupes de moins de cinq avis sont omis : un groupe si petit pourrait être une personne.",
     "Se omiten {0} grupos de menos de cinco reseñas: un grupo tan pequeño podría ser una persona."},
}};

}  // namespace

std::string say(Words words, chart::Language language, std::initializer_list<std::string_view> arguments) {
  return chart::filled(kWords[static_cast<std::size_t>(words)][static_cast<std::size_t>(language)],
                       arguments);
}

std::string_view tag_of(chart::Language language) noexcept {
  constexpr std::array<std::string_view, 4> kTags{"en", "de", "fr", "es"};
  return kTags[static_cast<std::size_t>(language)];
}

}  // namespace attune::report
