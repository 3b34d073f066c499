#include "insight/answers_question.hpp"

#include <algorithm>

#include "feedback/search.hpp"
#include "insight/answers_lexicon.hpp"

namespace attune::insight {
namespace {

bool is_letter(char byte) noexcept {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

// Questions about the shop's books, its future and the world: no review tells.
constexpr std::string_view kBeyond =
    "revenue|profit|profits|turnover|margin|margins|salary|salaries|payroll|tax|taxes|inventory|stock|"
    "weather|forecast|competitor|"
    "competitors|president|capital|recipe|password|website|website's|tomorrow|next|future|predict|supplier|"
    "suppliers|rent|invoice|invoices|"
    "bankrupt|shareholder|shareholders|election|bitcoin|umsatz|gewinn|wetter|steuer|steuern|benefice|meteo|"
    "impots|ingresos|beneficio|"
    "clima|impuestos|employ|employs|hire|hired|population|joke|poem|translate";

class QuestionReader {
 public:
  QuestionReader(std::string_view text, const QuestionContext& context)
      : context_{context}, words_{question_words(text)}, used_(words_.size(), false) {}

  Question read() {
    read_beyond();
    read_names(context_.sources, question_.filter.sources);
    read_names(context_.products, question_.filter.products);
    read_ratings();
    if (context_.newest) {
      const bool keeps_apart = has("difference|compare|compared|comparison|versus|vs");
      periods_ = find_periods(words_, *context_.newest, used_, keeps_apart);
    }
    read_grouping();
    read_intent();
    read_polarity();
    read_about();
    settle_comparison();
    settle_period();
    settle_intent();
    return std::move(question_);
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return at < words_.size() ? std::string_view{words_[at]} : std::string_view{};
  }
  [[nodiscard]] bool has(std::string_view list) const {
    return std::any_of(words_.begin(), words_.end(),
                       [list](const std::string& one) { return is_one_of(one, list); });
  }
  // Whether the words of `phrase` stand next to each other.
  [[nodiscard]] bool has_phrase(std::string_view phrase) const {
    const std::vector<std::string> wanted = question_words(phrase);
    return std::search(words_.begin(), words_.end(), wanted.begin(), wanted.end()) != words_.end();
  }
  [[nodiscard]] bool has_any_phrase(std::initializer_list<std::string_view> phrases) const {
    return std::any_of(phrases.begin(), phrases.end(),
                       [this](std::string_view one) { return has_phrase(one); });
  }
  void use(std::size_t begin, std::size_t count) {
    for (std::size_t i = begin; i < begin + count && i < used_.size(); ++i) used_[i] = true;
  }

  void read_beyond() {
    for (const std::string& one : words_) {
      if (is_one_of(one, kBeyond)) question_.beyond.push_back(one);
    }
    if (has_any_phrase({"do we have", "do we employ", "we should", "should we", "should i"}) &&
        !has("review|reviews"))
      question_.beyond.push_back("we");
  }

  // Names of products or sources, the longest first; the plural is understood.
  void read_names(const std::vector<std::string>& names, std::vector<std::string>& found) {
    std::vector<std::pair<std::vector<std::string>, const std::string*>> by_length;
    for (const std::string& name : names) {
      auto parts = question_words(name);
      if (!parts.empty()) by_length.emplace_back(std::move(parts), &name);
    }
    std::stable_sort(by_length.begin(), by_length.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    std::vector<std::pair<std::size_t, std::string>> at_place;
    for (const auto& [parts, name] : by_length) {
      for (std::size_t at = 0; at + parts.size() <= words_.size(); ++at) {
        if (!names_at(parts, at)) continue;
        use(at, parts.size());
        at_place.emplace_back(at, *name);
        break;
      }
    }
    std::sort(at_place.begin(), at_place.end());
    for (auto& [at, name] : at_place) found.push_back(std::move(name));
  }

  [[nodiscard]] bool names_at(const std::vector<std::string>& parts, std::size_t at) const {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (used_[at + i]) return false;
      const bool is_last = i + 1 == parts.size();
      const std::string& said = words_[at + i];
      const bool is_plural =
          is_last && (said == parts[i] + "s" || said == parts[i] + "es" ||
                      (parts[i].ends_with("f") && said == parts[i].substr(0, parts[i].size() - 1) + "ves"));
      if (said != parts[i] && !is_plural) return false;
    }
    return true;
  }

  // "1-star", "five stars", "4 or 5 stars", "below 3 stars", "low ratings".
  void read_ratings() {
    constexpr std::string_view kStars = "star|stars|sterne|stern|etoile|etoiles|estrella|estrellas";
    auto& ratings = question_.filter.ratings;
    const auto add = [&ratings](int star) {
      if (star >= 1 && star <= 5 && std::find(ratings.begin(), ratings.end(), star) == ratings.end())
        ratings.push_back(star);
    };
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const std::size_t dash = words_[at].find('-');
      if (dash != std::string::npos && is_one_of(words_[at].substr(dash + 1), kStars)) {
        add(small_number(words_[at].substr(0, dash)));
        use(at, 1);
        if (at >= 2 && is_one_of(word(at - 1), "and|or|to") && small_number(strip_dash(word(at - 2))) > 0) {
          add(small_number(strip_dash(word(at - 2))));
          use(at - 2, 2);
        }
        continue;
      }
      if (!is_one_of(word(at), kStars) || at == 0) continue;
      const int star = small_number(word(at - 1));
      if (star < 1 || star > 5) continue;
      use(at - 1, 2);
      // "less than", "at least", "below": said with the number.
      for (std::size_t back = 2; back <= 3 && at >= back; ++back) {
        if (is_one_of(word(at - back),
                      "below|under|above|over|less|fewer|lower|higher|than|least|most|only|just|unter|uber"))
          use(at - back, 1);
      }
      const std::string_view before = at >= 2 ? word(at - 2) : std::string_view{};
      const std::string_view earlier = at >= 3 ? word(at - 3) : std::string_view{};
      if (is_one_of(before, "below|under|unter") ||
          (before == "than" && is_one_of(earlier, "less|fewer|lower|worse"))) {
        for (int one = 1; one < star; ++one) add(one);
      } else if (is_one_of(before, "above|over|uber") ||
                 (before == "than" && is_one_of(earlier, "more|higher|better"))) {
        for (int one = star + 1; one <= 5; ++one) add(one);
      } else if (before == "least") {
        for (int one = star; one <= 5; ++one) add(one);
      } else if (before == "most") {
        for (int one = 1; one <= star; ++one) add(one);
      } else {
        add(star);
        if (is_one_of(before, "and|or|to|oder|und|ou|et|o|y") && at >= 3 && small_number(earlier) > 0) {
          const int first = small_number(earlier);
          for (int one = before == "to" ? first : star; one < star; ++one) add(one);
          add(first);
          use(at - 3, 2);
        } else if (before == "only" || before == "just") {
          use(at - 2, 1);
        }
      }
    }
    if (ratings.empty() &&
        has_any_phrase({"low ratings", "low rating", "bad ratings", "poor ratings", "low rated",
                        "lowest ratings", "low-rated reviews", "bad rating", "badly rated"}))
      ratings = {1, 2};
    if (ratings.empty() && has_any_phrase({"high ratings", "good ratings", "top ratings", "high rated"}))
      ratings = {4, 5};
    std::sort(ratings.begin(), ratings.end());
  }

  static std::string_view strip_dash(std::string_view word) {
    return word.ends_with('-') ? word.substr(0, word.size() - 1) : word;
  }

  void read_grouping() {
    const bool asks_which =
        has("which|what|welche|welcher|welches|welchem|quel|quelle|quels|quelles|cual|cuales|que|was|by|per|"
            "each|every");
    const auto group = [this](std::string_view list) { return has(list); };
    if (!asks_which) return;
    const bool is_named = !question_.filter.products.empty() || !question_.filter.sources.empty();
    if (group("product|products|item|items|dish|dishes|produkt|produkte|produkten|produit|produits|producto|"
              "productos")) {
      question_.group_by = GroupBy::Product;
    } else if (group("source|sources|platform|platforms|site|sites|channel|channels|portal|portals|quelle|"
                     "quellen|plattform|plateforme|"
                     "plataforma|fuente")) {
      question_.group_by = GroupBy::Source;
    } else if (group("weekday|weekdays|wochentag|jour|dia") ||
               has_any_phrase({"day of the week", "which day", "what day", "which days"})) {
      question_.group_by = GroupBy::Weekday;
    } else if (!is_named || has("which|what")) {
      if (has_any_phrase({"which month", "what month", "which months", "by month", "per month", "each month",
                          "welcher monat", "welchem monat", "quel mois", "que mes"}))
        question_.group_by = GroupBy::Month;
    }
  }

  void read_intent() {
    Intent& intent = question_.intent;
    question_.asks_for_least =
        has("worst|lowest|least|fewest|weakest|schlechteste|schlechtesten|wenigsten|pire|moins|peor|peores|"
            "menos");
    question_.asks_for_most = has("most|meisten|plus|mas");
    question_.wants_best = has(
        "best|highest|top|favourite|favorite|beste|besten|bestes|meilleur|meilleure|meilleurs|mejor|mejores");
    question_.wants_quality =
        has("better|worse|improve|improved|improving|worsening|quality|rating|ratings|rated|satisfaction|"
            "besser|schlechter|"
            "mieux|pire|mejor|peor|satisfied|happier");
    question_.counts_mentions =
        has("mention|mentions|mentioned|mentioning|discussed|talked|most-mentioned|reviewed|erwahnt|"
            "mentionne|mencionan");
    question_.asks_for_share =
        has("share|percent|percentage|proportion|fraction|anteil|prozent|part|pourcentage|porcentaje|%");
    const bool is_comparing =
        has("compare|compared|comparison|versus|vs|difference|vergleich|vergleiche|comparer|compara") ||
        has_any_phrase({"better than", "worse than", "more than on", "rather than"});
    const bool asks_count = has_any_phrase({"how many", "how often", "how much of", "how common", "number of",
                                            "wie viele", "wie oft", "count of"}) ||
                            has("combien|cuantos|cuantas|count|wieviele") || question_.asks_for_share;
    const bool asks_trend =
        has("trend|trends|trending|improve|improved|improves|improving|worsening|rising|growing|increasing|"
            "decreasing|declining|falling|"
            "develop|developed|developing|evolution|entwicklung|entwickelt|verbessert|evolue|evolucion|"
            "mejorado|empeorado") ||
        has_any_phrase({"getting better", "getting worse", "got better",   "got worse",    "gotten better",
                        "gotten worse",   "over time",     "more often",   "less often",   "become better",
                        "become worse",   "has changed",   "have changed", "changed over", "better or worse",
                        "going up",       "going down",    "up or down",   "become more",  "become less"});
    const bool asks_rating = has_any_phrase({"average rating",
                                             "mean rating",
                                             "average score",
                                             "mean score",
                                             "how good",
                                             "how satisfied",
                                             "how happy",
                                             "how bad",
                                             "overall rating",
                                             "wie gut",
                                             "durchschnittliche bewertung",
                                             "note moyenne",
                                             "puntuacion media",
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
                                             "how were"}) ||
                             (has("rating|ratings|score") && has("what|what's|is"));
    const bool asks_when =
        has("when|wann|quand|cuando") ||
        has_any_phrase({"since when", "what time", "first time", "last time", "first mentioned"});
    const bool asks_why = has("why|warum|wieso|weshalb|pourquoi|reason|reasons|cause|causes|grund|grunde") ||
                          has_phrase("por que") ||
                          has_any_phrase({"what makes", "what is wrong", "what's wrong", "what are the main",
                                          "what should", "what drives"});

    if (asks_trend)
      intent = Intent::Trend;
    else if (is_comparing)
      intent = Intent::Compare;
    else if (asks_why)
      intent = Intent::Why;
    else if (question_.group_by == GroupBy::Month || question_.group_by == GroupBy::Weekday)
      intent = Intent::When;
    else if (question_.group_by != GroupBy::None)
      intent = Intent::Which;
    else if (asks_when)
      intent = Intent::When;
    else if (asks_count)
      intent = Intent::HowMany;
    else if (asks_rating)
      intent = Intent::Rating;
  }

  // How people feel, where the question says so.
  void read_polarity() {
    if (question_.intent == Intent::Rating) {
      for (std::size_t at = 0; at < words_.size(); ++at) {
        if (class_of(words_[at]) != WordClass::None) use(at, 1);
      }
      return;
    }
    int negative = 0, positive = 0;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (used_[at]) continue;
      const WordClass kind = class_of(words_[at]);
      if (kind == WordClass::None || kind == WordClass::Filler) continue;
      use(at, 1);
      // "What is the coffee like?" asks how it is, "what do people like?" what they are glad of.
      const bool is_comparative =
          words_[at] == "like" && at > 0 &&
          (is_one_of(word(at - 1), "is|it|look|looks|sound|sounds|feel|feels|taste|tastes") ||
           (at + 1 == words_.size() && has("is|are|was|were")));
      if (is_comparative) continue;
      const bool is_negated =
          at > 0 &&
          is_one_of(word(at - 1), "not|n't|don't|doesn't|didn't|isn't|aren't|never|nicht|keine|pas|no");
      const bool is_negated_far = at > 1 && is_one_of(word(at - 2), "not|don't|doesn't|didn't|nicht|ne");
      if (kind == WordClass::Neutral) question_.polarity = Polarity::Neutral;
      if (kind == WordClass::Mixed) question_.polarity = Polarity::Mixed;
      if (kind == WordClass::Negative) ++negative;
      if (kind == WordClass::Positive) ++(is_negated || is_negated_far ? negative : positive);
    }
    if (has("worst|schlechteste|pire|peor")) ++negative;
    if (has("best|beste|meilleur|meilleure|mejor")) ++positive;
    if (question_.polarity == Polarity::Any && negative != positive)
      question_.polarity = negative > positive ? Polarity::Negative : Polarity::Positive;
    // Of a product that both complain and praise are asked for, both are shown.
  }

  void read_about() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (used_[at]) continue;
      std::size_t count = 0;
      if (const Concept* one = find_concept(words_, at, count)) {
        const bool is_free = std::none_of(used_.begin() + static_cast<std::ptrdiff_t>(at),
                                          used_.begin() + static_cast<std::ptrdiff_t>(at + count),
                                          [](bool taken) { return taken; });
        if (is_free && !is_asked_as_verb(at, count)) {
          use(at, count);
          add_about({std::string{one->label}, std::string{one->search}});
          continue;
        }
      }
      if (class_of(words_[at]) != WordClass::None || small_number(words_[at]) >= 0 || words_[at].size() < 2)
        continue;
      if (weekday_of(words_[at]) >= 0) continue;
      use(at, 1);
      add_about({words_[at], search_for(words_[at])});
    }
  }

  // "what should I order", "which place": words of the question, not its subject.
  [[nodiscard]] bool is_asked_as_verb(std::size_t at, std::size_t count) const {
    return count == 1 &&
           (is_one_of(word(at), "place|room|money|help|speed|open|value|support") &&
            (at == 0 || is_one_of(word(at - 1), "which|what|this|our|my|the|i|we|first|best")) &&
            question_.intent == Intent::Which);
  }

  void add_about(AboutTerm term) {
    if (std::find(question_.about.begin(), question_.about.end(), term) == question_.about.end())
      question_.about.push_back(std::move(term));
  }

  void settle_comparison() {
    const bool is_comparing = question_.intent == Intent::Compare;
    const auto side = [](std::string label) {
      return Comparand{.label = std::move(label), .filter = {}, .about = std::nullopt};
    };
    auto& compared = question_.compared;
    QuestionFilter& filter = question_.filter;
    const bool chooses = has("or|versus|vs|than|oder|ou|o") || is_comparing;
    if (filter.products.size() >= 2 && chooses) {
      for (const std::string& name : filter.products) {
        compared.push_back(side(name));
        compared.back().filter.products = {name};
      }
      filter.products.clear();
    } else if (filter.sources.size() >= 2 && chooses) {
      for (const std::string& name : filter.sources) {
        compared.push_back(side(name));
        compared.back().filter.sources = {name};
      }
      filter.sources.clear();
    } else if (periods_.size() >= 2) {
      for (const Period& period : periods_) {
        compared.push_back(side(period.label));
        compared.back().filter.from = period.from;
        compared.back().filter.to = period.to;
      }
      periods_.clear();
    } else if (is_comparing && question_.about.size() >= 2) {
      for (const AboutTerm& term : question_.about) {
        compared.push_back(side(term.label));
        compared.back().about = term;
      }
      question_.about.clear();
    } else if (is_comparing && periods_.size() == 1 && periods_.front().from) {
      // "compared to before June": what lies before against what lies after.
      compared.push_back(side("the time before"));
      compared.back().filter.to = *periods_.front().from - 1;
      compared.push_back(side(periods_.front().label));
      compared.back().filter.from = periods_.front().from;
      compared.back().filter.to = periods_.front().to;
      periods_.clear();
    }
    if (compared.size() >= 2)
      question_.intent = Intent::Compare;
    else if (is_comparing && question_.group_by == GroupBy::None) {
      if (has("products|items")) question_.group_by = GroupBy::Product;
      if (has("sources|platforms|channels|sites")) question_.group_by = GroupBy::Source;
    }
    if (question_.intent == Intent::Compare && compared.empty() && question_.group_by != GroupBy::None)
      question_.intent = Intent::Which;
  }

  void settle_period() {
    if (periods_.empty()) return;
    question_.filter.from = periods_.front().from;
    question_.filter.to = periods_.front().to;
    question_.period = periods_.front().label;
  }

  // What no word of a question has told: the rest decides.
  void settle_intent() {
    Intent& intent = question_.intent;
    if (intent == Intent::Compare && question_.compared.empty()) intent = Intent::Unknown;
    if (intent != Intent::Unknown) return;
    const bool asks_show =
        has("show|quote|quotes|example|examples|read|say|says|said|saying|think|write|tell|describe|about|"
            "zeig|zeige|sagen|sagt|"
            "disent|pensent|dicen|piensan|opinions|opinion|talking|hear");
    if (question_.polarity != Polarity::Any && question_.polarity != Polarity::Neutral &&
        !has("show|quote|quotes|example|examples|read|find"))
      intent = has_any_phrase({"is there", "are there", "does anyone", "do people complain",
                               "do customers complain", "did anyone", "has anyone", "do guests complain"}) &&
                       !has("what|was|que|why")
                   ? Intent::HowMany
                   : Intent::Why;
    else if (has_any_phrase({"is there", "are there", "does anyone", "did anyone", "has anyone", "do any",
                             "does anybody"}))
      intent = Intent::HowMany;
    else if (asks_show || !question_.about.empty() || !question_.filter.products.empty() ||
             !question_.filter.ratings.empty())
      intent = Intent::Quote;
    else if (question_.filter != QuestionFilter{})
      intent = Intent::Rating;
  }

  const QuestionContext& context_;
  std::vector<std::string> words_;
  std::vector<bool> used_;
  std::vector<Period> periods_;
  Question question_;
};

}  // namespace

const char* name_of(Intent intent) noexcept {
  switch (intent) {
    case Intent::HowMany:
      return "how-many";
    case Intent::Why:
      return "why";
    case Intent::Which:
      return "which";
    case Intent::When:
      return "when";
    case Intent::Compare:
      return "compare";
    case Intent::Trend:
      return "trend";
    case Intent::Rating:
      return "rating";
    case Intent::Quote:
      return "quote";
    case Intent::Unknown:
      break;
  }
  return "unknown";
}

std::vector<std::string> question_words(std::string_view text) {
  std::string folded = feedback::fold(text);
  // Spanish and typographic marks are no letters.
  for (const std::string_view mark : {"\u00BF", "\u00A1", "\u201C", "\u201D", "\u201E", "\u2018", "\u00AB",
                                      "\u00BB", "\u2013", "\u2014", "\u2026", "\u00A0"}) {
    for (std::size_t at = folded.find(mark); at != std::string::npos; at = folded.find(mark, at))
      folded.replace(at, mark.size(), " ");
  }
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_letter(folded[at])) {
      if (folded[at] == '%') words.emplace_back("%");
      ++at;
      continue;
    }
    std::size_t end = at;
    const auto joins = [&folded](std::size_t i) {
      return (folded[i] == '-' || folded[i] == '\'' || folded[i] == '.' || folded[i] == ':') &&
             i + 1 < folded.size() && is_letter(folded[i + 1]);
    };
    while (end < folded.size() && (is_letter(folded[end]) || joins(end))) ++end;
    words.push_back(folded.substr(at, end - at));
    // "Google's" is Google.
    if (words.back().size() > 3 && words.back().ends_with("'s") && words.back() != "what's" &&
        words.back() != "it's")
      words.back().resize(words.back().size() - 2);
    // "l'attente" is attente.
    if (words.back().size() > 4 && words.back()[1] == '\'' &&
        (words.back()[0] == 'l' || words.back()[0] == 'd'))
      words.back().erase(0, 2);
    at = end;
  }
  return words;
}

Question understand_question(std::string_view text, const QuestionContext& context) {
  return QuestionReader{text, context}.read();
}

}  // namespace attune::insight
