#include "insight/answers_language.hpp"

#include <algorithm>
#include <array>

#include "insight/answers_lexicon.hpp"

namespace attune::insight {
namespace {

constexpr std::array<std::string_view, 4> kCodes{"en", "de", "fr", "es"};

// Words of questions, folded. One that several languages have counts for each of them.
constexpr std::array<std::string_view, 4> kSmallWords{
    "the|is|are|was|were|be|been|do|does|did|don't|how|many|much|often|what|what's|which|who|whom|why|when|"
    "where|and|or|of|with|about|since|until|people|person|reviews|review|our|we|us|my|i|me|to|from|than|"
    "there|have|has|had|get|gets|got|say|says|said|mention|mentions|mentioned|customer|customers|guests|"
    "rating|ratings|rated|rate|show|quote|between|before|after|this|last|any|anyone|not|should|they|their|"
    "them|for|by|at|on|in|it|its|most|least|best|worst|better|worse|compare|compared|difference|versus|star|"
    "stars|day|week|month|months|year|product|products|source|like|love|complain|complaints|happy|unhappy|"
    "negative|positive|low|good|over|time|share|percentage|average|number|branch|segment",
    "der|die|das|den|dem|des|und|oder|wie|viel|viele|was|wer|wo|welche|welcher|welches|welchem|welchen|warum|"
    "wieso|weshalb|wann|ist|sind|war|waren|wird|werden|wurde|wurden|haben|hat|hatte|hatten|seit|uber|auf|mit|"
    "von|vom|zu|zum|zur|im|in|an|am|fur|nicht|kein|keine|kunde|kunden|leute|gaste|bewertung|bewertungen|"
    "unsere|unser|unserer|uns|wir|ich|mir|gibt|es|sich|ein|eine|einen|einem|einer|stern|sterne|sternen|zeig|"
    "zeige|vergleich|vergleiche|vergleichen|unterschied|als|bei|nach|vor|zwischen|bis|beschweren|sagen|sagt|"
    "erwahnen|erwahnt|letzten|letzte|letzter|letztes|monat|jahr|woche|tag|beste|besten|schlechteste|"
    "schlechtesten|meisten|besser|schlechter|produkt|produkte|quelle|quellen|woruber|anteil|filiale|"
    "filialen|segment|zufrieden|unzufrieden|loben|so|pro",
    "le|la|les|de|du|des|et|ou|est|sont|etait|a|ont|combien|pourquoi|quand|quel|quelle|quels|quelles|que|qui|"
    "quoi|qu'est-ce|comment|avec|sans|sur|dans|depuis|pour|par|nous|notre|nos|clients|client|gens|avis|"
    "etoile|etoiles|note|notes|se|ce|ces|cette|ils|elles|il|elle|au|aux|un|une|en|entre|avant|apres|ne|pas|y|"
    "disent|dit|parlent|mentionnent|plaignent|montre|montrez|compare|comparer|comparez|plus|moins|mieux|"
    "meilleur|"
    "meilleure|pire|mois|annee|semaine|jour|dernier|derniere|produit|produits|part|moyenne|mecontents|"
    "satisfaits|magasin|segment|avons|temps|donnent",
    "el|la|los|las|de|del|al|y|e|o|u|que|es|son|esta|estan|era|cuanto|cuantos|cuanta|cuantas|por|como|cual|"
    "cuales|quien|cuando|donde|con|sin|en|sobre|desde|hasta|para|cliente|clientes|gente|resena|resenas|"
    "opinion|opiniones|estrella|estrellas|se|hay|mas|menos|nuestro|nuestra|un|una|entre|antes|despues|no|nos|"
    "dice|dicen|mencionan|menciona|hablan|quejan|muestra|muestrame|compara|comparar|mejor|mejores|peor|"
    "peores|mes|ano|semana|dia|pasado|ultimo|ultimos|producto|productos|fuente|porcentaje|media|contentos|"
    "descontenta|descontentos|tienda|sucursal|segmento|tiene|tienen|les|valoracion|valoraciones|tiempo"};

}  // namespace

std::string_view code_of(AnswerLanguage language) noexcept {
  return kCodes[static_cast<std::size_t>(language)];
}

std::optional<AnswerLanguage> language_from_code(std::string_view code) noexcept {
  if (code.size() < 2 || (code.size() > 2 && code[2] != '-' && code[2] != '_')) return std::nullopt;
  const auto small = [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
  };
  for (std::size_t i = 0; i < kCodes.size(); ++i) {
    if (small(code[0]) == kCodes[i][0] && small(code[1]) == kCodes[i][1])
      return static_cast<AnswerLanguage>(i);
  }
  return std::nullopt;
}

AnswerLanguage language_of(const QuestionWords& words, AnswerLanguage otherwise) {
  std::array<int, kSmallWords.size()> points{};
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words.used[at]) continue;
    const auto has = [&](std::size_t i) { return is_one_of(words.at(at), kSmallWords[i]); };
    int languages = 0;
    for (std::size_t i = 0; i < kSmallWords.size(); ++i) languages += has(i) ? 1 : 0;
    for (std::size_t i = 0; i < kSmallWords.size(); ++i) {
      if (has(i)) points[i] += languages == 1 ? 2 : 1;
    }
  }
  const auto most = std::max_element(points.begin(), points.end());
  if (std::count(points.begin(), points.end(), *most) != 1) return otherwise;
  return static_cast<AnswerLanguage>(most - points.begin());
}

}  // namespace attune::insight
