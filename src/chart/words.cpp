#include "chart/words.hpp"

#include <array>

namespace attune::chart {
namespace {

using Translations = std::array<std::string_view, 4>;  // in the order of Language

constexpr std::array<Translations, static_cast<std::size_t>(Phrase::kCount)> kPhrases{{
    {"Nothing to show yet", "Noch nichts zu zeigen", "Rien à montrer pour l’instant",
     "Aún no hay nada que mostrar"},
    {"n", "n", "n", "n"},
    {"Value", "Wert", "Valeur", "Valor"},
    {"Interval", "Intervall", "Intervalle", "Intervalo"},
    {"Date", "Datum", "Date", "Fecha"},
    {"Name", "Name", "Nom", "Nombre"},
    {"Share", "Anteil", "Part", "Proporción"},
    {"Range", "Bereich", "Plage", "Rango"},
    {"{0}: from {1} ({2}) to {3} ({4}).", "{0}: von {1} ({2}) auf {3} ({4}).",
     "{0} : de {1} ({2}) à {3} ({4}).", "{0}: de {1} ({2}) a {3} ({4})."},
    {"Lowest {0} ({1}), highest {2} ({3}).", "Tiefster Wert {0} ({1}), höchster {2} ({3}).",
     "Minimum {0} ({1}), maximum {2} ({3}).", "Mínimo {0} ({1}), máximo {2} ({3})."},
    {"{0}: {1} ({2}).", "{0}: {1} ({2}).", "{0} : {1} ({2}).", "{0}: {1} ({2})."},
    {"Highest: {0}, {1}; lowest: {2}, {3}.", "Höchster Wert: {0}, {1}; tiefster: {2}, {3}.",
     "Le plus haut : {0}, {1} ; le plus bas : {2}, {3}.", "El más alto: {0}, {1}; el más bajo: {2}, {3}."},
    {"and {0} more in the table", "und {0} weitere in der Tabelle", "et {0} de plus dans le tableau",
     "y {0} más en la tabla"},
    {"{0}: {1} of {2}.", "{0}: {1} von {2}.", "{0} : {1} de {2}.", "{0}: {1} de {2}."},
    {"Most values lie in {0}: {1} of {2}.", "Die meisten Werte liegen in {0}: {1} von {2}.",
     "La plupart des valeurs sont dans {0} : {1} de {2}.",
     "La mayoría de los valores está en {0}: {1} de {2}."},
    {"median {0}", "Median {0}", "médiane {0}", "mediana {0}"},
    {"mean {0}", "Mittel {0}", "moyenne {0}", "media {0}"},
    {"Total", "Summe", "Total", "Total"},
    {"{0}: median {1}, middle half {2} (n = {3}).", "{0}: Median {1}, mittlere Hälfte {2} (n = {3}).",
     "{0} : médiane {1}, moitié centrale {2} (n = {3}).", "{0}: mediana {1}, mitad central {2} (n = {3})."},
    {"{0} points; {1}: {2}; {3}: {4}.", "{0} Punkte; {1}: {2}; {3}: {4}.",
     "{0} points ; {1} : {2} ; {3} : {4}.", "{0} puntos; {1}: {2}; {3}: {4}."},
    {"{0} without a place on both axes are left out.", "{0} ohne Platz auf beiden Achsen fehlen im Bild.",
     "{0} sans place sur les deux axes sont omis.", "{0} sin lugar en ambos ejes se omiten."},
    {"{0}: half are gone after {1}.", "{0}: nach {1} ist die Hälfte weg.",
     "{0} : la moitié est partie après {1}.", "{0}: la mitad se ha ido después de {1}."},
    {"{0}: {1} remain after {2}.", "{0}: {1} sind nach {2} noch da.", "{0} : {1} restent après {2}.",
     "{0}: {1} permanecen después de {2}."},
    {"Largest flow: {0} to {1}, {2}.", "Größter Strom: {0} zu {1}, {2}.",
     "Plus grand flux : {0} vers {1}, {2}.", "Mayor flujo: {0} a {1}, {2}."},
    {"Predicted and observed differ by {0} on average (n = {1}).",
     "Vorhersage und Beobachtung weichen im Mittel um {0} ab (n = {1}).",
     "Prévu et observé diffèrent de {0} en moyenne (n = {1}).",
     "Lo previsto y lo observado difieren {0} de media (n = {1})."},
    {"perfect", "perfekt", "parfait", "perfecto"},
    {"{0}: {1}.", "{0}: {1}.", "{0} : {1}.", "{0}: {1}."},
    {"{0} events from {1} to {2}.", "{0} Ereignisse von {1} bis {2}.", "{0} événements de {1} à {2}.",
     "{0} eventos de {1} a {2}."},
}};

}  // namespace

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}') {
      const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
      if (index < arguments.size()) {
        text += arguments.begin()[index];
        at += 2;
        continue;
      }
    }
    text += pattern[at];
  }
  return text;
}

std::string phrase(Phrase phrase, Language language, std::initializer_list<std::string_view> arguments) {
  return filled(kPhrases[static_cast<std::size_t>(phrase)][static_cast<std::size_t>(language)], arguments);
}

}  // namespace attune::chart
