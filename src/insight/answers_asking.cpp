#include "insight/answers_asking.hpp"

namespace attune::insight {
namespace {

void read_ranking(const QuestionWords& words, Asking& asking) {
  asking.least = words.has_unused(
      "worst|lowest|least|fewest|weakest|schlechteste|schlechtesten|wenigsten|pire|pires|moins|peor|peores|"
      "menos");
  asking.most = words.has_unused("most|meisten|plus|mas");
  asking.best = words.has(
                    "best|highest|top|favourite|favorite|beste|besten|bestes|bester|meilleur|meilleure|"
                    "meilleurs|meilleures|mejor|mejores") ||
                words.has_any_phrase({"le mieux", "la mieux", "les mieux"});
  asking.quality = words.has(
      "better|worse|improve|improved|improving|worsening|quality|rating|ratings|rated|satisfaction|"
      "besser|schlechter|bewertet|mieux|pire|notes|mejor|peor|valoracion|valoraciones|satisfied|happier");
  asking.mentions = words.has(
      "mention|mentions|mentioned|mentioning|discussed|talked|most-mentioned|reviewed|erwahnt|erwahnen|"
      "mentionne|mentionnee|mentionnes|mentionnees|mentionnent|parlent|menciona|mencionan|mencionado|"
      "hablan");
}

bool asks_trend(const QuestionWords& words) {
  return words.has(
             "trend|trends|trending|improve|improved|improves|improving|worsening|rising|growing|increasing|"
             "decreasing|declining|falling|develop|developed|developing|evolution|"
             "entwicklung|entwickelt|entwickeln|verbessert|verbessern|verschlechtert|verschlechtern|"
             "evolue|evoluent|ameliore|ameliorent|empire|empirent|tendance|"
             "evolucion|evolucionan|mejorado|mejoran|mejora|empeorado|empeoran|empeora|tendencia") ||
         words.has_any_phrase({"getting better", "getting worse",  "got better",      "got worse",
                               "gotten better",  "gotten worse",   "over time",       "more often",
                               "less often",     "become better",  "become worse",    "has changed",
                               "have changed",   "changed over",   "better or worse", "going up",
                               "going down",     "up or down",     "become more",     "become less",
                               "mit der zeit",   "im laufe der",   "avec le temps",   "au fil du",
                               "con el tiempo",  "a lo largo del", "besser geworden", "schlechter geworden"});
}

bool asks_rating(const QuestionWords& words) {
  return words.has_any_phrase({"average rating",
                               "mean rating",
                               "average score",
                               "mean score",
                               "how good",
                               "how satisfied",
                               "how happy",
                               "how bad",
                               "overall rating",
                               "how is",
                               "how are",
                               "how highly",
                               "star rating",
                               "how well",
                               "how do people rate",
                               "how do customers rate",
                               "how do guests rate",
                               "what rating",
                               "how was",
                               "how were",
                               "wie gut",
                               "wie zufrieden",
                               "durchschnittliche bewertung",
                               "durchschnittlichen bewertung",
                               "mittlere bewertung",
                               "note moyenne",
                               "que vaut",
                               "que valent",
                               "puntuacion media",
                               "valoracion media",
                               "nota media",
                               "que tal"}) ||
         (words.has("rating|ratings|score") && words.has("what|what's|is"));
}

}  // namespace

Asking read_asking(const QuestionWords& words, bool names_two) {
  Asking asking;
  read_ranking(words, asking);
  asking.share =
      words.has("share|percent|percentage|proportion|fraction|anteil|prozent|part|pourcentage|porcentaje|%");
  asking.count = words.has_any_phrase({"how many", "how often", "how much of", "how common", "number of",
                                       "wie viele", "wie oft", "wie haufig", "count of"}) ||
                 words.has("combien|cuantos|cuantas|cuanta|count|wieviele") || asking.share;
  asking.comparison =
      words.has(
          "compare|compared|comparison|versus|vs|difference|vergleich|vergleiche|vergleichen|unterschied|"
          "comparer|comparez|comparaison|compara|comparar|comparacion|diferencia") ||
      words.has_any_phrase({"better than", "worse than", "more than on", "rather than", "besser als",
                            "schlechter als", "meilleur que", "mieux que", "pire que", "mejor que",
                            "peor que"}) ||
      (names_two &&
       words.has("better|worse|besser|schlechter|lieber|meilleur|meilleure|mieux|pire|mejor|peor"));
  asking.trend = asks_trend(words);
  asking.rating = asks_rating(words);
  asking.when =
      words.has("when|wann|quand|cuando") ||
      words.has_any_phrase({"since when", "what time", "first time", "last time", "first mentioned"});
  asking.why = words.has("why|warum|wieso|weshalb|pourquoi|reason|reasons|cause|causes|grund|grunde") ||
               words.has_any_phrase({"por que", "what makes", "what is wrong", "what's wrong",
                                     "what are the main", "what should", "what drives"});
  asking.feelings_of_some = words.has_any_phrase({"is there", "are there", "does anyone", "did anyone",
                                                  "has anyone", "gibt es", "y a", "hay quejas", "hay quien"});
  asking.to_be_shown = words.has(
      "show|quote|quotes|example|examples|read|find|zeig|zeige|zeigen|zitate|montre|"
      "montrez|citations|muestra|muestrame|citas");
  asking.what_is_said =
      asking.to_be_shown || words.has(
                                "say|says|said|saying|think|write|tell|describe|about|sagen|sagt|disent|"
                                "pensent|dice|dicen|piensan|opinions|opinion|talking|hear");
  return asking;
}

}  // namespace attune::insight
