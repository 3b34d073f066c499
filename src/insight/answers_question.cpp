#include "insight/answers_question.hpp"

#include <algorithm>

#include "insight/answers_asking.hpp"
#include "insight/answers_concepts.hpp"
#include "insight/answers_lexicon.hpp"
#include "insight/answers_periods.hpp"
#include "insight/answers_segments.hpp"
#include "insight/answers_stars.hpp"
#include "insight/question_words.hpp"

namespace attune::insight {
namespace {

// Questions about the shop's books, its future and the world: no review tells.
constexpr std::string_view kBeyond =
    "revenue|profit|profits|turnover|margin|margins|salary|salaries|payroll|tax|taxes|inventory|stock|"
    "weather|forecast|competitor|"
    "competitors|president|prasident|presidente|capital|recipe|password|website|website's|tomorrow|next|"
    "future|predict|supplier|"
    "suppliers|rent|invoice|invoices|"
    "bankrupt|shareholder|shareholders|election|bitcoin|umsatz|gewinn|wetter|steuer|steuern|benefice|meteo|"
    "impots|ingresos|beneficio|"
    "clima|impuestos|employ|employs|hire|hired|population|joke|poem|translate";

constexpr std::string_view kPlaces =
    "branch|branches|location|locations|store|stores|shop|shops|city|cities|town|towns|filiale|filialen|"
    "standort|standorte|ort|orte|stadt|stadte|geschaft|geschafte|magasin|magasins|ville|villes|succursale|"
    "succursales|boutique|boutiques|agence|agences|lieu|lieux|sucursal|sucursales|tienda|tiendas|"
    "ciudad|ciudades|lugar|lugares|place|places";
constexpr std::string_view kSegments =
    "segment|segments|group|groups|segmente|segmenten|kundengruppe|kundengruppen|gruppe|gruppen|groupe|"
    "groupes|"
    "segmento|segmentos|grupo|grupos";

constexpr std::string_view kWhich =
    "which|what|by|per|each|every|compare|welche|welcher|welches|welchem|welchen|pro|je|jede|jeder|"
    "vergleiche|"
    "vergleichen|quel|quelle|quels|quelles|par|chaque|comparer|comparez|que|cual|cuales|por|cada|compara|"
    "comparar";
constexpr std::string_view kBetweenWhichAndWhat =
    "of|our|the|my|customer|von|unserer|unsere|unseren|meiner|der|de|des|nos|mes|notre|las|los|nuestras|"
    "nuestros";

class QuestionReader {
 public:
  QuestionReader(std::string_view text, const QuestionContext& context)
      : text_{text}, context_{context}, words_{text} {}

  Question read() {
    read_beyond();
    read_names(context_.sources, question_.filter.sources);
    read_names(context_.products, question_.filter.products);
    read_names(context_.places, question_.filter.places);
    question_.language = language_of(words_, context_.language);
    question_.filter.segments = find_segments(words_);
    question_.filter.ratings = find_stars(words_);
    if (context_.newest) {
      const bool keeps_apart = words_.has("difference|compare|compared|comparison|versus|vs");
      periods_ = find_periods(words_.words, *context_.newest, words_.used, question_.language, keeps_apart);
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
  void read_beyond() {
    for (const std::string& one : words_.words) {
      if (is_one_of(one, kBeyond)) question_.beyond.push_back(one);
    }
    if (words_.has_any_phrase({"quel temps", "que tiempo", "chiffre d'affaires"}))
      question_.beyond.push_back("that");
    if (words_.has_any_phrase({"do we have", "do we employ", "we should", "should we", "should i"}) &&
        !words_.has("review|reviews"))
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
        words_.use(at, parts.size());
        at_place.emplace_back(at, *name);
        break;
      }
    }
    std::sort(at_place.begin(), at_place.end());
    for (auto& [at, name] : at_place) found.push_back(std::move(name));
  }

  [[nodiscard]] bool names_at(const std::vector<std::string>& parts, std::size_t at) const {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (words_.used[at + i]) return false;
      const bool is_last = i + 1 == parts.size();
      const std::string_view said = words_.at(at + i);
      const bool is_plural =
          is_last && (said == parts[i] + "s" || said == parts[i] + "es" ||
                      (parts[i].ends_with("f") && said == parts[i].substr(0, parts[i].size() - 1) + "ves"));
      if (said != parts[i] && !is_plural) return false;
    }
    return true;
  }

  // "which branch", "in which of our branches", "per segment", but not "what do they say about the branch".
  bool groups_by(std::string_view things, GroupBy by) {
    for (std::size_t at = 1; at < words_.size(); ++at) {
      if (words_.used[at] || !is_one_of(words_.at(at), things)) continue;
      std::size_t before = at - 1;
      while (before > 0 && at - before < 3 && is_one_of(words_.at(before), kBetweenWhichAndWhat)) --before;
      if (!is_one_of(words_.at(before), kWhich)) continue;
      words_.use(at, 1);
      question_.group_by = by;
      return true;
    }
    return false;
  }

  void read_grouping() {
    const bool asks_which = words_.has(
        "which|what|welche|welcher|welches|welchem|quel|quelle|quels|quelles|cual|cuales|que|was|by|per|"
        "each|every");
    const auto group = [this](std::string_view list) { return words_.has(list); };
    if (groups_by(kPlaces, GroupBy::Place) || groups_by(kSegments, GroupBy::Segment)) return;
    if (!asks_which) return;
    const bool is_named = !question_.filter.products.empty() || !question_.filter.sources.empty();
    if (group("product|products|item|items|dish|dishes|produkt|produkte|produkten|produit|produits|producto|"
              "productos")) {
      question_.group_by = GroupBy::Product;
    } else if (group("source|sources|platform|platforms|site|sites|channel|channels|portal|portals|quellen|"
                     "plattform|plattformen|plateforme|plateformes|plataforma|plataformas|fuente|fuentes") ||
               // "Quelle" is a source in German, and "which" in French.
               (group("quelle") && group("welche|welcher|welchen|jede|pro"))) {
      question_.group_by = GroupBy::Source;
    } else if (group("weekday|weekdays|wochentag|wochentage|wochentagen|jour|dia") ||
               words_.has_any_phrase({"day of the week", "which day", "what day", "which days"})) {
      question_.group_by = GroupBy::Weekday;
    } else if (!is_named || words_.has("which|what")) {
      if (words_.has_any_phrase({"which month", "what month", "which months", "by month", "per month",
                                 "each month", "welcher monat", "welchem monat", "quel mois", "que mes"}))
        question_.group_by = GroupBy::Month;
    }
  }

  void read_intent() {
    asking_ =
        read_asking(words_, question_.filter.products.size() >= 2 || question_.filter.sources.size() >= 2 ||
                                question_.filter.places.size() >= 2);
    question_.asks_for_least = asking_.least;
    question_.asks_for_most = asking_.most;
    question_.wants_best = asking_.best;
    question_.wants_quality = asking_.quality;
    question_.counts_mentions = asking_.mentions;
    question_.asks_for_share = asking_.share;
    const bool is_of_time = question_.group_by == GroupBy::Month || question_.group_by == GroupBy::Weekday;
    question_.intent = asking_.trend                         ? Intent::Trend
                       : asking_.comparison                  ? Intent::Compare
                       : asking_.why                         ? Intent::Why
                       : is_of_time                          ? Intent::When
                       : question_.group_by != GroupBy::None ? Intent::Which
                       : asking_.when                        ? Intent::When
                       : asking_.count                       ? Intent::HowMany
                       : asking_.rating                      ? Intent::Rating
                                                             : Intent::Unknown;
  }

  // How people feel, where the question says so.
  void read_polarity() {
    if (question_.intent == Intent::Rating) {
      for (std::size_t at = 0; at < words_.size(); ++at) {
        if (class_of(words_.at(at)) != WordClass::None) words_.use(at, 1);
      }
      return;
    }
    int negative = 0, positive = 0;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_.used[at]) continue;
      // Bread, in French.
      if (words_.at(at) == "pain" && question_.language == AnswerLanguage::French) continue;
      const WordClass kind = class_of(words_.at(at));
      if (kind == WordClass::None || kind == WordClass::Filler) continue;
      words_.use(at, 1);
      // "What is the coffee like?" asks how it is, "what do people like?" what they are glad of.
      const bool is_comparative =
          words_.at(at) == "like" && at > 0 &&
          (is_one_of(words_.at(at - 1), "is|it|look|looks|sound|sounds|feel|feels|taste|tastes") ||
           (at + 1 == words_.size() && words_.has("is|are|was|were")));
      if (is_comparative) continue;
      const bool is_negated =
          at > 0 &&
          is_one_of(words_.at(at - 1), "not|n't|don't|doesn't|didn't|isn't|aren't|never|nicht|keine|pas|no");
      const bool is_negated_far = at > 1 && is_one_of(words_.at(at - 2), "not|don't|doesn't|didn't|nicht|ne");
      if (kind == WordClass::Neutral) question_.polarity = Polarity::Neutral;
      if (kind == WordClass::Mixed) question_.polarity = Polarity::Mixed;
      if (kind == WordClass::Negative) ++negative;
      if (kind == WordClass::Positive) ++(is_negated || is_negated_far ? negative : positive);
    }
    if (question_.intent != Intent::Compare) {  // where "better" only asks which
      if (words_.has("worst|schlechteste|schlechtesten|pire|pires|peor|peores")) ++negative;
      if (words_.has("best") ||
          (asking_.best && words_.has("beste|besten|bestes|bester|meilleur|meilleure|meilleurs|"
                                      "meilleures|mieux|mejor|mejores")))
        ++positive;
    }
    if (question_.polarity == Polarity::Any && negative != positive)
      question_.polarity = negative > positive ? Polarity::Negative : Polarity::Positive;
    // Of a product that both complain and praise are asked for, both are shown.
  }

  void read_about() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_.used[at]) continue;
      std::size_t count = 0;
      if (const Concept* one = find_concept(words_.words, at, count)) {
        const bool is_free = std::none_of(words_.used.begin() + static_cast<std::ptrdiff_t>(at),
                                          words_.used.begin() + static_cast<std::ptrdiff_t>(at + count),
                                          [](bool taken) { return taken; });
        if (is_free && !is_asked_as_verb(at, count)) {
          words_.use(at, count);
          add_about(concept_term(one->label, one->search, question_.language));
          continue;
        }
      }
      if (class_of(words_.at(at)) != WordClass::None || small_number(words_.at(at)) >= 0 ||
          words_.at(at).size() < 2)
        continue;
      if (weekday_of(words_.at(at)) >= 0) continue;
      words_.use(at, 1);
      const std::string& word = words_.words[at];
      const std::string written = written_word(text_, word, question_.language == AnswerLanguage::German);
      add_about(word_term(written, search_for(word), question_.language));
    }
  }

  // "what should I order", "which place": words of the question, not its subject.
  [[nodiscard]] bool is_asked_as_verb(std::size_t at, std::size_t count) const {
    return count == 1 &&
           (is_one_of(words_.at(at), "place|room|money|help|speed|open|value|support") &&
            (at == 0 || is_one_of(words_.at(at - 1), "which|what|this|our|my|the|i|we|first|best")) &&
            question_.intent == Intent::Which);
  }

  void add_about(AboutTerm term) {
    if (std::find(question_.about.begin(), question_.about.end(), term) == question_.about.end())
      question_.about.push_back(std::move(term));
  }

  void settle_comparison() {
    const bool is_comparing = question_.intent == Intent::Compare;
    const auto side = [](const std::string& label) {
      return Comparand{.label = label, .filter = {}, .about = std::nullopt, .named = label};
    };
    const auto period_side = [&side](const std::string& label) {
      Comparand one = side(label);
      one.is_period = true;
      return one;
    };
    auto& compared = question_.compared;
    QuestionFilter& filter = question_.filter;
    const bool chooses = words_.has("or|versus|vs|than|oder|ou|o") || is_comparing;
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
    } else if (filter.places.size() >= 2 && chooses) {
      for (const std::string& name : filter.places) {
        compared.push_back(side(name));
        compared.back().filter.places = {name};
      }
      filter.places.clear();
    } else if (filter.segments.size() >= 2 && chooses) {
      for (const std::string& code : filter.segments) {
        compared.push_back(side(segment_label(code, question_.language)));
        compared.back().named = segment_named(code, question_.language);
        compared.back().filter.segments = {code};
      }
      filter.segments.clear();
    } else if (periods_.size() >= 2) {
      for (const Period& period : periods_) {
        compared.push_back(period_side(period.label));
        compared.back().filter.from = period.from;
        compared.back().filter.to = period.to;
      }
      periods_.clear();
    } else if (is_comparing && question_.about.size() >= 2) {
      for (const AboutTerm& term : question_.about) {
        compared.push_back(side(term.label));
        compared.back().named = term.named;
        compared.back().about = term;
      }
      question_.about.clear();
    } else if (is_comparing && periods_.size() == 1 && periods_.front().from) {
      // "compared to before June": what lies before against what lies after.
      compared.push_back(period_side(time_before_words(question_.language)));
      compared.back().filter.to = *periods_.front().from - 1;
      compared.push_back(period_side(periods_.front().label));
      compared.back().filter.from = periods_.front().from;
      compared.back().filter.to = periods_.front().to;
      periods_.clear();
    }
    if (compared.size() >= 2)
      question_.intent = Intent::Compare;
    else if (is_comparing && question_.group_by == GroupBy::None) {
      if (words_.has("products|items")) question_.group_by = GroupBy::Product;
      if (words_.has("sources|platforms|channels|sites")) question_.group_by = GroupBy::Source;
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
    if (question_.polarity != Polarity::Any && question_.polarity != Polarity::Neutral &&
        !asking_.to_be_shown) {
      const bool is_of_some =
          asking_.feelings_of_some ||
          words_.has_any_phrase({"do people complain", "do customers complain", "do guests complain"});
      intent = is_of_some && !words_.has("what|was|que|why") ? Intent::HowMany : Intent::Why;
    } else if (asking_.feelings_of_some || words_.has_any_phrase({"do any", "does anybody"}))
      intent = Intent::HowMany;
    else if (asking_.what_is_said || !question_.about.empty() || !question_.filter.products.empty() ||
             !question_.filter.ratings.empty() || !question_.filter.segments.empty())
      intent = Intent::Quote;
    else if (question_.filter != QuestionFilter{})
      intent = Intent::Rating;
  }

  std::string_view text_;
  const QuestionContext& context_;
  QuestionWords words_;
  Asking asking_;
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

Question understand_question(std::string_view text, const QuestionContext& context) {
  return QuestionReader{text, context}.read();
}

}  // namespace attune::insight
