#include "insight/answers_words.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace attune::insight {

std::string grouped_number(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string written_number(double value, int decimals) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  std::string written = text.data();
  return written.find_first_not_of("-0.") == std::string::npos && written.front() == '-' ? written.substr(1)
                                                                                         : written;
}

std::string written_percent(double share) {
  const double percent = share * 100;
  const bool is_whole = std::abs(percent) >= 9.95 || percent == 0.0;
  return written_number(percent, is_whole ? 0 : 1) + " %";
}

std::string written_day(Days day) {
  static constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
  const CivilDate date = civil_from_days(day);
  return std::to_string(date.day) + ' ' + kMonths[static_cast<std::size_t>(date.month - 1)] + ' ' +
         std::to_string(date.year);
}

std::string written_reviews(std::uint64_t number) {
  return grouped_number(number) + (number == 1 ? " review" : " reviews");
}

std::string written_list(const std::vector<std::string>& items, std::string_view last_joiner) {
  std::string list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) list += i + 1 == items.size() ? ' ' + std::string{last_joiner} + ' ' : ", ";
    list += items[i];
  }
  return list;
}

std::string share_interval_words(const snapshot::Estimate& share) {
  return "(95 % interval " + written_percent(share.low) + " to " + written_percent(share.high) + ")";
}

const char* word_for(Polarity polarity) noexcept {
  switch (polarity) {
    case Polarity::Negative:
      return "negative";
    case Polarity::Neutral:
      return "neutral";
    case Polarity::Positive:
      return "positive";
    case Polarity::Mixed:
      return "mixed";
    case Polarity::Any:
      break;
  }
  return "";
}

std::string scope_words(const Question& question) {
  const QuestionFilter& filter = question.filter;
  std::string words = "reviews";
  if (!filter.ratings.empty()) {
    std::vector<std::string> stars;
    for (const int star : filter.ratings) stars.push_back(std::to_string(star));
    words +=
        " with " + written_list(stars, "or") + (filter.ratings == std::vector<int>{1} ? " star" : " stars");
  }
  if (!filter.products.empty()) words += " of " + written_list(filter.products);
  if (!filter.sources.empty()) words += " on " + written_list(filter.sources);
  if (!question.period.empty()) words += ' ' + question.period;
  return words;
}

std::string asked_words(const Question& question, bool is_one) {
  std::string words;
  if (!question.about.empty()) {
    std::vector<std::string> labels;
    for (const AboutTerm& term : question.about) labels.push_back(term.label);
    words = (is_one ? "mentions " : "mention ") + written_list(labels);
  }
  if (question.polarity == Polarity::Any) return words;
  if (!words.empty()) words += " and ";
  return words + (is_one ? "is " : "are ") + word_for(question.polarity);
}

std::string search_of(const Question& question) {
  std::string search;
  for (const AboutTerm& term : question.about) {
    if (!search.empty()) search += ' ';
    search += term.search;
  }
  return search;
}

}  // namespace attune::insight
