// What a question in plain words asks for: its intent, what it is about, and which reviews it means.
//
//   "how many people complain about the queue since May?"
//     -> HowMany, Negative, about waiting, from 2025-05-01
//
// By rules, so that the same words always mean the same, and every part can be shown to who asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.hpp"
#include "insight/answers_dates.hpp"
#include "insight/answers_language.hpp"

namespace attune::insight {

enum class Intent : std::uint8_t { Unknown, HowMany, Why, Which, When, Compare, Trend, Rating, Quote };
[[nodiscard]] const char* name_of(Intent intent) noexcept;  // "how-many"

enum class Polarity : std::uint8_t { Any, Negative, Neutral, Positive, Mixed };
enum class GroupBy : std::uint8_t { None, Product, Source, Place, Segment, Month, Weekday, Stars };

// What the data have; names as they are written there.
struct QuestionContext {
  std::vector<std::string> products, sources, places{};
  std::optional<Days> oldest, newest;
  AnswerLanguage language = AnswerLanguage::English;  // of a question whose words do not tell
};

struct AboutTerm {
  std::string label;   // "waiting", "sourdough", in the language of the question
  std::string search;  // one term of feedback::Search: wait|queue|"in line"
  std::string named;   // within a sentence: "l’attente", "„helikopter“"
  std::string object;  // behind "mention": "al personal"
  friend bool operator==(const AboutTerm&, const AboutTerm&) = default;
};

// Which reviews are meant. Empty lists let every review pass; what they are about is asked apart.
struct QuestionFilter {
  std::optional<Days> from, to;  // both included
  std::vector<int> ratings;      // stars, 1 to 5
  std::vector<std::string> sources, products;
  std::vector<std::string> places{}, segments{};  // of the writers; segments by code
  friend bool operator==(const QuestionFilter&, const QuestionFilter&) = default;
};

// One side of a comparison: a filter on top of the question's own.
struct Comparand {
  std::string label;
  QuestionFilter filter;
  std::optional<AboutTerm> about;
  std::string named{};     // within a sentence
  bool is_period = false;  // "in spring 2025", which stands as an adverb
};

struct Question {
  AnswerLanguage language = AnswerLanguage::English;
  Intent intent = Intent::Unknown;
  Polarity polarity = Polarity::Any;
  GroupBy group_by = GroupBy::None;
  bool asks_for_least = false;   // "which product is worst", "fewest"
  bool asks_for_most = false;    // "most", without saying of what
  bool wants_best = false;       // "best", "favourite"
  bool wants_quality = false;    // "is the coffee getting better": the rating, not how often it is mentioned
  bool counts_mentions = false;  // "most mentioned", not "best"
  bool asks_for_share = false;   // "what share"
  std::vector<AboutTerm> about;  // all of them must occur
  QuestionFilter filter;
  std::string period;               // "since May 2025", or ""
  std::vector<Comparand> compared;  // two or more, or none
  std::vector<std::string> beyond;  // words that ask for what reviews cannot tell: "revenue", "weather"
};

[[nodiscard]] Question understand_question(std::string_view text, const QuestionContext& context);

}  // namespace attune::insight
