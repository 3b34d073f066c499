#include "insight/answers_lexicon.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace attune::insight {
namespace {

constexpr Concept kConcepts[] = {
    {"waiting",
     "waiting time|waiting times|wait time|wait "
     "times|waiting|wait|waits|queue|queues|queuing|queueing|line|lines|slow service|"
     "slowness|speed|wartezeit|wartezeiten|warten|schlange|attente|queue attente|file "
     "attente|file|espera|cola|colas|esperar",
     "wait|queue|queuing|\"line\"|slow|\"forever\"|\"took ages\"|\"nothing came\"|"
     "wartezeit|gewartet|warten|schlange|anstehen|angestanden|attente|attendre|attendu|\"cola\"|"
     "espera|esper|minuten|"
     "\"minutes for\""},
    {"delivery",
     "delivery|deliveries|delivering|delivered|shipping|shipment|courier|dispatch|lieferung|lieferungen|"
     "versand|livraison|"
     "livraisons|entrega|entregas|envio",
     "deliver|shipping|\"shipped\"|shipment|courier|parcel|\"package\"|dispatch|liefer|versand|paket|livr|"
     "colis|entreg|envio"},
    {"staff",
     "staff|employee|employees|personnel|team|service "
     "staff|waiter|waiters|waitress|waitresses|cashier|barista|baristas|counter|"
     "personal|bedienung|mitarbeiter|kellner|equipe|serveur|serveurs|empleados|camarero|camareros|"
     "friendliness|politeness",
     "staff|\"waiter\"|\"waiters\"|waitress|employee|\"till\"|counter|barista|cashier|friendly|unfriendly|"
     "\"rude\"|grumpy|welcome|"
     "personal|bedienung|mitarbeiter|kellner|freundlich|unfreundlich|unhoflich|equipe|serveu|"
     "accueil|camarer|"
     "emplead|amable|atendieron"},
    {"price",
     "price|prices|pricing|cost|costs|expensive|cheap|overpriced|value|value for "
     "money|money|preis|preise|teuer|prix|cher|precio|"
     "precios|caro",
     "price|pricing|priced|overpriced|expensive|\"cheap\"|cheaper|bargain|\"cost\"|\"costs\"|euros|"
     "\"great value\"|\"good value\"|\"too much for\"|preis|teuer|gunstig|\"prix\"|\"cher\"|\"chers\"|precio|"
     "\"caro\"|\"barato\""},
    {"cleanliness",
     "cleanliness|clean|dirty|dirt|hygiene|tidy|tidiness|sauberkeit|sauber|dreckig|proprete|propre|sale|"
     "limpieza|limpio|sucio",
     "clean|spotless|dirty|\"dirt\"|sticky|hygien|crumbs|\"wiped\"|flies|filthy|sauber|dreckig|schmutz|"
     "propre|proprete|limpi|suci"},
    {"noise", "noise|noisy|loud|loudness|larm|laut|bruit|bruyant|ruido|ruidoso",
     "noise|noisy|\"loud\"|louder|\"laut\"|larm|bruit|bruyant|ruido"},
    {"temperature",
     "heating|cold inside|draught|draughty|draft|temperature|temperatur|raumtemperatur|"
     "temperatura|heizung|chauffage|calefaccion",
     "heating|draught|drafty|\"cold inside\"|\"cold and\"|heizung|chauffage|calefaccion"},
    {"freshness", "freshness|fresh|stale|frische|fraicheur|frescura",
     "fresh|stale|\"from yesterday\"|\"still warm\"|frisch|fraich|"
     "\"frais\"|fresc|\"von gestern\""},
    {"refunds",
     "refund|refunds|money back|reimbursement|ruckerstattung|erstattung|erstattungen|"
     "remboursement|remboursements|reembolso|reembolsos|devolucion",
     "refund|\"money back\"|reimburs|erstatt|\"geld zuruck\"|rembours|reembols|devol"},
    {"opening hours",
     "opening hours|opening times|opening time|hours|open|closed|offnungszeiten|horaires|horario|horarios",
     "\"opening hours\"|\"opening times\"|\"open on\"|\"opened before\"|\"hours "
     "on\"|offnungszeit|geoffnet|horaire|ouvert|horario|"
     "\"abierto\""},
    {"parking",
     "parking|park|car park|parking space|parking spaces|parkplatz|parkplatze|stationnement|aparcamiento",
     "parking|\"car park\"|\"parked\"|parkplatz|parkplatz|stationnement|aparcamiento|aparcar"},
    {"internet", "wifi|wi-fi|internet|wlan", "wifi|\"wi-fi\"|internet|wlan"},
    {"allergens", "allergen|allergens|allergy|allergies|nuts|lactose|allergene|allergenes|alergenos",
     "allerg|\"nuts\"|gluten|lactose|laktose|alergen"},
    {"gluten", "gluten|gluten-free|gluten-free bread|gluten free bread|glutenfrei|sans gluten|sin gluten",
     "gluten"},
    {"families",
     "family|families|kids|kid|children|child|familie|familien|kinder|famille|familles|enfants|familia|"
     "familias|ninos",
     "family|families|\"kids\"|\"kid\"|children|\"child\"|daughter|\"son\"|\"baby\"|prams|familie|kinder|"
     "famille|enfant|familia|"
     "\"ninos\""},
    {"dogs", "dog|dogs|pets|pet|hund|hunde|chien|chiens|perro|perros",
     "\"dog\"|\"dogs\"|\"pets\"|hund|chien|perro"},
    {"orders", "order|orders|ordering|ordered|bestellung|bestellungen|commande|commandes|pedido|pedidos",
     "\"order\"|\"orders\"|\"ordered\"|ordering|bestell|commande|pedido"},
    {"coffee", "coffee|coffees|kaffee|cafe|espresso", "coffee|\"flat white\"|espresso|kaffee|\"cafe\"|latte"},
    {"bread", "bread|breads|loaf|loaves|brot|pain|pan",
     "bread|\"loaf\"|loaves|sourdough|brot|\"pain\"|\"pan\""},
    {"cake", "cake|cakes|kuchen|gateau|gateaux|pastel|pasteles|tarte",
     "cake|cheesecake|kuchen|gateau|pastel|tarte"},
    {"music", "music|musik|musique|musica", "music|musik|musique"},
    {"toilet", "toilet|toilets|bathroom|restroom|toilette|toiletten|toilettes|bano|banos",
     "toilet|restroom|bathroom|\"bano\""},
    {"seating", "seating|terrace|garden|outdoor seating|terrasse|terraza", "terrace|garden|terrasse|terraza"},
    {"quality", "quality|qualitat|qualite|calidad", "quality|qualitat|qualite|calidad"},
    {"atmosphere", "atmosphere|ambience|ambiance|cosy|cozy|atmosphare|ambiente|gemutlich|place|room|interior",
     "atmospher|ambien|ambian|cosy|cozy|\"calm\"|bright|\"felt at "
     "home\"|gemutlich|acogedor|chaleureu|\"place\"|\"corner\""},
    {"customer service",
     "customer service|customer support|support|help|kundendienst|service client|atencion al cliente",
     "\"customer service\"|support|\"no answer\"|\"refused to check\"|\"waiting for a reply\"|kundendienst"},
    {"mistakes", "mistake|mistakes|wrong order|wrong orders|error|errors|fehler|erreur|erreurs|errores",
     "\"wrong\"|mistake|\"charged twice\"|\"somebody else's order\"|\"spelled wrong\"|fehler|erreur"},
};

constexpr std::string_view kFiller =
    "a|an|the|of|on|in|at|to|for|with|about|by|from|as|into|over|than|and|or|but|if|so|no|not|yes|is|are|was|"
    "were|be|been|being|am|"
    "do|does|did|done|doing|have|has|had|having|can|could|would|should|will|shall|may|might|must|i|we|you|"
    "they|he|she|it|its|us|"
    "our|ours|my|your|their|them|me|this|that|these|those|there|here|who|whom|whose|what|which|when|where|"
    "why|how|many|much|often|"
    "more|most|less|least|fewer|fewest|any|some|all|every|each|both|other|others|else|ever|very|really|"
    "actually|just|only|also|too|"
    "even|still|now|then|people|person|customer|customers|client|clients|guest|guests|user|users|visitor|"
    "visitors|buyer|buyers|"
    "reviewer|reviewers|everyone|everybody|anyone|anybody|someone|somebody|folks|review|reviews|reviewed|"
    "feedback|comment|comments|"
    "rating|ratings|rated|rate|score|scores|star|stars|opinion|opinions|say|says|said|saying|tell|tells|told|"
    "talk|talks|talking|mention|"
    "mentions|mentioned|mentioning|write|writes|wrote|written|writing|think|thinks|feel|feels|felt|feeling|"
    "feelings|give|gave|given|gives|"
    "get|gets|getting|got|go|goes|going|make|makes|made|show|find|list|read|see|want|wants|like|likes|please|"
    "example|examples|quote|"
    "quotes|thing|things|stuff|reason|reasons|cause|causes|main|common|biggest|top|number|share|percent|"
    "percentage|proportion|"
    "fraction|count|total|average|mean|median|overall|general|generally|usually|typical|compared|compare|"
    "comparison|difference|"
    "between|versus|vs|against|better|worse|best|worst|higher|lower|highest|lowest|improve|improved|"
    "improving|improvement|change|"
    "changed|changing|changes|trend|trends|trending|develop|developed|increase|increased|increasing|decrease|"
    "decreased|decreasing|"
    "rise|risen|rising|rose|fall|fallen|falling|fell|grow|grown|growing|drop|dropped|dropping|become|became|"
    "since|before|after|until|"
    "till|during|last|past|previous|recent|recently|lately|today|yesterday|week|weeks|weekly|month|months|"
    "monthly|year|years|yearly|"
    "quarter|quarters|quarterly|day|days|daily|time|times|weekday|weekdays|product|products|item|items|"
    "source|sources|platform|"
    "platforms|site|sites|channel|channels|lot|lots|out|up|down|off|again|same|new|our|shop|store|business|"
    "company|bakery|restaurant|"
    "hotel|buy|bought|visit|visits|visited|come|came|back|keep|keeps|let|did|us|based|according|because|due|"
    "happen|happened|happens|"
    "look|looks|looking|seem|seems|through|per|via|using|one|ones|mostly|mainly|positively|negatively|way|"
    "ways|one's|latest|newest|"
    "oldest|earliest|first|strongest|start|started|begin|began|begins|peak|peaked|busiest|most|single|ask|"
    "asks|asked|asking|matter|"
    "matters|important|especially|specifically|ago|period|around|while|such|regarding|concerning|relative|it'"
    "s|what's|who's|how's|"
    "isn't|aren't|wasn't|don't|doesn't|didn't|"
    "der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|oder|ist|sind|war|waren|wird|werden|hat|haben|"
    "was|wie|viele|viel|oft|"
    "warum|wieso|weshalb|wann|wo|wer|welche|welcher|welches|welchen|uber|mit|ohne|bei|von|vom|zum|zur|zu|im|"
    "am|auf|an|nicht|seit|vor|"
    "nach|bis|zwischen|ab|kunden|kunde|gaste|gast|leute|bewertung|bewertungen|rezension|rezensionen|sterne|"
    "stern|durchschnitt|"
    "durchschnittlich|sagen|sagt|schreiben|erwahnen|erwahnt|finden|gefallt|es|sie|er|wir|ihr|uns|unser|"
    "unsere|letzten|letzte|letztes|"
    "letzter|monat|monate|monaten|woche|wochen|jahr|jahre|jahren|tag|tage|produkt|produkte|besser|schlechter|"
    "anteil|prozent|gibt|"
    "geben|so|sich|"
    "le|la|les|un|une|des|du|de|et|ou|est|sont|etait|a|ont|que|qu'est-ce|qui|quoi|combien|pourquoi|quand|"
    "comment|quel|quelle|quels|"
    "quelles|sur|avec|sans|dans|par|pour|depuis|avant|apres|jusqu'a|entre|clients|client|avis|note|notes|"
    "etoiles|etoile|moyenne|"
    "disent|dit|parlent|mentionnent|ils|elles|nous|vous|notre|nos|mois|semaine|semaines|annee|annees|jour|"
    "jours|dernier|derniere|"
    "derniers|produits|produit|mieux|pire|plus|moins|part|se|ce|ces|"
    "el|la|los|las|un|una|unos|unas|y|o|es|son|era|ha|han|que|quien|cuanto|cuantos|cuantas|cuanta|por|porque|"
    "cuando|como|cual|cuales|"
    "sobre|con|sin|en|para|desde|antes|despues|hasta|entre|del|al|clientes|cliente|resenas|resena|opiniones|"
    "opinion|estrellas|estrella|"
    "media|promedio|dicen|dice|mencionan|hablan|nuestro|nuestra|mes|meses|semana|semanas|ano|anos|dia|dias|"
    "ultimo|ultima|ultimos|"
    "producto|productos|mejor|peor|mas|menos|se|hay|esta|estan|"
    "bekommen|bekamen|bekam|kamen|kam|kommen|kommt|liegen|liegt|wurden|wurde|geworden|geschrieben|gemacht|"
    "nur|mir|zeig|"
    "zeige|zeigen|woruber|wofur|wovon|worauf|hatte|hatten|beste|besten|bestes|bester|bewertet|bewerten|"
    "schlechteste|"
    "schlechtesten|meisten|wenigsten|welchem|wochentag|wochentage|vergleich|vergleiche|vergleichen|"
    "unterschied|als|zeit|"
    "laufe|sternen|durchschnittliche|durchschnittlichen|mittlere|quelle|quellen|plattform|verbessern|"
    "verschlechtern|"
    "haufig|haufiger|zufrieden|jemand|gern|lieber|man|diese|dieser|dieses|diesen|"
    "recu|recus|recue|recues|avons|avez|ecrit|ecrits|ete|au|aux|viennent|vient|fois|mentionne|mentionnee|"
    "mentionnes|"
    "mentionnees|personnes|personne|gens|vaut|valent|donnent|donne|notee|notees|notent|eu|meilleur|meilleure|"
    "meilleurs|"
    "meilleures|recevons|recoit|comparer|comparez|montre|montrez|temps|fil|ameliore|ameliorent|empirent|"
    "evolue|evoluent|"
    "fait|y|il|elle|on|cette|cet|tout|tous|toutes|pire|pires|"
    "hemos|recibido|recibimos|tienen|tiene|tenemos|vienen|viene|escribieron|escrito|veces|vez|menciona|gente|"
    "personas|"
    "valoracion|valoraciones|valorado|valorada|valorados|puntuacion|nota|notas|tal|dan|da|fuente|fuentes|"
    "tuvo|tuvieron|"
    "compara|comparar|tiempo|mejora|mejoran|empeora|empeoran|muestra|muestrame|dime|porcentaje|les|le|nos|su|"
    "sus|"
    "mejores|peores|a|al|"
    "entwickeln|entwickelt|entwickelten|entwicklung|verbessert|verschlechtert|tendenz|tendance|tendances|"
    "ameliorees|empire|evolucion|evolucionan|evoluciona|evolucionado|mejorado|empeorado|tendencia|tuvimos";

constexpr std::string_view kNegative =
    "unhappy|unhappily|dissatisfied|unsatisfied|disappointed|disappointing|disappointment|angry|annoyed|"
    "annoying|upset|frustrated|"
    "frustrating|complain|complains|complained|complaining|complaint|complaints|dislike|dislikes|disliked|"
    "hate|hates|hated|negative|bad|badly|"
    "poor|poorly|terrible|awful|horrible|worst|critic|critics|criticise|criticize|criticised|criticism|"
    "problem|problems|issue|issues|wrong|"
    "trouble|pain|unfriendly|low|"
    "unzufrieden|unglucklich|verargert|arger|argern|beschweren|beschwerde|beschwerden|beschwert|schlecht|"
    "schlechte|schlechten|negativ|negative|negativen|"
    "kritik|kritisieren|enttauscht|problem|probleme|"
    "mecontent|mecontents|mecontente|decu|decus|plaindre|plaignent|plainte|plaintes|negatif|negatifs|mauvais|"
    "mauvaise|probleme|problemes|insatisfait|"
    "insatisfaits|descontento|descontentos|descontenta|descontentas|insatisfecho|insatisfechos|queja|quejas|"
    "quejan|malo|malos|mala|"
    "malas|negativo|negativos|"
    "negativa|negativas|problema|problemas|decepcionado|decepcionados";

constexpr std::string_view kPositive =
    "happy|happily|happiest|satisfied|pleased|delighted|love|loves|loved|loving|like|likes|liked|enjoy|"
    "enjoys|enjoyed|praise|praises|praised|"
    "positive|good|great|excellent|best|favourite|favorite|favourites|favorites|recommend|recommends|"
    "recommended|delight|compliment|compliments|"
    "appreciate|appreciated|strength|strengths|well|popular|"
    "zufrieden|glucklich|begeistert|lieben|liebt|mogen|mag|loben|lob|gelobt|positiv|positive|positiven|gut|"
    "gute|guten|toll|beliebt|"
    "content|contents|contente|contentes|satisfait|satisfaits|satisfaite|satisfaites|ravis|satisfaits|aiment|"
    "aime|adorent|apprecient|positif|positifs|bon|bons|"
    "bonne|"
    "contento|contentos|contenta|contentas|satisfecho|satisfechos|satisfecha|gusta|gustan|encanta|encantan|"
    "aman|elogian|positivo|positivos|"
    "positiva|positivas|bueno|buenos|buena|buenas";

constexpr std::string_view kNeutral = "neutral|neutrals|indifferent|neutre|neutres|neutrale|neutralen";
constexpr std::string_view kMixed = "mixed|ambivalent|gemischt|gemischte|mitige|mitiges|mixto|mixtas|mixtos";

constexpr std::array<std::string_view, 12> kMonths{"january|jan|januar|janner|janvier|enero",
                                                   "february|feb|februar|fevrier|febrero",
                                                   "march|mar|marz|mars|marzo",
                                                   "april|apr|avril|abril",
                                                   "may|mai|mayo",
                                                   "june|jun|juni|juin|junio",
                                                   "july|jul|juli|juillet|julio",
                                                   "august|aug|aout|agosto",
                                                   "september|sep|sept|septembre|septiembre",
                                                   "october|oct|oktober|okt|octobre|octubre",
                                                   "november|nov|novembre|noviembre",
                                                   "december|dec|dezember|dez|decembre|diciembre"};
constexpr std::array<std::string_view, 7> kWeekdays{
    "monday|mondays|montag|montags|lundi|lunes",
    "tuesday|tuesdays|dienstag|dienstags|mardi|martes",
    "wednesday|wednesdays|mittwoch|mercredi|miercoles",
    "thursday|thursdays|donnerstag|donnerstags|jeudi|jueves",
    "friday|fridays|freitag|freitags|vendredi|viernes",
    "saturday|saturdays|samstag|samstags|samedi|sabado|sabados",
    "sunday|sundays|sonntag|sonntags|dimanche|domingo"};
constexpr std::array<std::string_view, 21> kNumbers{"zero|null",
                                                    "one|ein|eine|einem|einen|einer|un|une|uno|una",
                                                    "two|zwei|deux|dos",
                                                    "three|drei|trois|tres",
                                                    "four|vier|quatre|cuatro",
                                                    "five|funf|cinq|cinco",
                                                    "six|sechs|seis",
                                                    "seven|sieben|sept|siete",
                                                    "eight|acht|huit|ocho",
                                                    "nine|neun|neuf|nueve",
                                                    "ten|zehn|dix|diez",
                                                    "eleven",
                                                    "twelve|zwolf|douze|doce",
                                                    "thirteen",
                                                    "fourteen",
                                                    "fifteen",
                                                    "sixteen",
                                                    "seventeen",
                                                    "eighteen",
                                                    "nineteen",
                                                    "twenty|zwanzig|vingt|veinte"};

template <std::size_t N>
int index_of(std::string_view word, const std::array<std::string_view, N>& lists) noexcept {
  for (std::size_t i = 0; i < N; ++i) {
    if (is_one_of(word, lists[i])) return static_cast<int>(i);
  }
  return -1;
}

// Takes off an ending and says whether enough is left.
bool strip(std::string_view& word, std::string_view ending, std::size_t least) noexcept {
  if (!word.ends_with(ending) || word.size() - ending.size() < least) return false;
  word.remove_suffix(ending.size());
  return true;
}

}  // namespace

bool is_one_of(std::string_view word, std::string_view list) noexcept {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == '|') && (end == list.size() || list[end] == '|')) return true;
  }
  return false;
}

std::span<const Concept> concepts() noexcept { return kConcepts; }

const Concept* find_concept(const std::vector<std::string>& words, std::size_t at, std::size_t& used) {
  for (std::size_t count = std::min<std::size_t>(3, words.size() - at); count > 0; --count) {
    std::string named = words[at];
    for (std::size_t i = 1; i < count; ++i) named += ' ' + words[at + i];
    for (const Concept& one : kConcepts) {
      if (!is_one_of(named, one.triggers)) continue;
      used = count;
      return &one;
    }
  }
  return nullptr;
}

WordClass class_of(std::string_view word) noexcept {
  if (is_one_of(word, kNegative)) return WordClass::Negative;
  if (is_one_of(word, kPositive)) return WordClass::Positive;
  if (is_one_of(word, kNeutral)) return WordClass::Neutral;
  if (is_one_of(word, kMixed)) return WordClass::Mixed;
  if (is_one_of(word, kFiller)) return WordClass::Filler;
  return WordClass::None;
}

std::string search_for(std::string_view word) {
  const std::string quoted = '"' + std::string{word} + '"';
  if (word.size() <= 4) return quoted + "|\"" + std::string{word} + "s\"";
  std::string_view stem = word;
  const bool is_stripped = strip(stem, "ies", 3) || strip(stem, "sses", 3) || strip(stem, "ing", 4) ||
                           strip(stem, "ed", 4) || strip(stem, "es", 4) || strip(stem, "s", 4) ||
                           strip(stem, "y", 4) || strip(stem, "e", 4);
  if (is_stripped && stem.size() < 4) return quoted + '|' + std::string{stem} + 'y';
  return std::string{stem};
}

int month_of(std::string_view word) noexcept { return index_of(word, kMonths) + 1; }
int weekday_of(std::string_view word) noexcept { return index_of(word, kWeekdays); }

int small_number(std::string_view word) noexcept {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc{} && end == word.data() + word.size()) return value >= 0 && value <= 20 ? value : -1;
  return index_of(word, kNumbers);
}

}  // namespace attune::insight
