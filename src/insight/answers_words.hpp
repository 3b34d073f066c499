// How answers write numbers and name the reviews they speak of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "insight/answers_question.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::insight {

[[nodiscard]] std::string grouped_number(std::uint64_t number);        // "12,345"
[[nodiscard]] std::string written_percent(double share);               // "7 %", "0.4 %"
[[nodiscard]] std::string written_number(double value, int decimals);  // "4.12"
[[nodiscard]] std::string written_day(Days day);                       // "3 May 2025"
[[nodiscard]] std::string written_reviews(std::uint64_t number);       // "1 review", "12 reviews"
[[nodiscard]] std::string written_list(const std::vector<std::string>& items,
                                       std::string_view last_joiner = "and");
// "(95 % interval 5 % to 9 %)"
[[nodiscard]] std::string share_interval_words(const snapshot::Estimate& share);

// "reviews with 1 star of Croissant on Google since May 2025"; "reviews" when nothing narrows them.
[[nodiscard]] std::string scope_words(const Question& question);
// "mention waiting and coffee", "are negative", "mention waiting and are negative"; "" for any review.
[[nodiscard]] std::string asked_words(const Question& question, bool is_one);
[[nodiscard]] const char* word_for(Polarity polarity) noexcept;  // "negative", "" for any
// The search that finds reviews about it, as typed into the list of reviews.
[[nodiscard]] std::string search_of(const Question& question);

}  // namespace attune::insight
