// Figures as sentences: each with its number of cases, and its uncertainty where it has one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/dates.hpp"
#include "protocol/events.hpp"
#include "snapshot/snapshot.hpp"
#include "ui/state/strings.hpp"
#include "ui/state/view_state.hpp"

namespace attune::ui {

// What the page tells in passing.
[[nodiscard]] std::string sentence_of(const protocol::Notice& notice, const Strings& strings);

// "1,204"
[[nodiscard]] std::string number_text(std::uint64_t n, const Strings& strings);
// "1,204 reviews"
[[nodiscard]] std::string review_count(std::uint64_t n, const Strings& strings);
// "18%"; 0 and 1 only for none and all: a little is "0.4%" or "under 0.1%".
[[nodiscard]] std::string share_text(double share, const Strings& strings);
// "4.3"
[[nodiscard]] std::string rating_text(double rating, const Strings& strings);

// "4.2 to 4.4, 1,204 ratings"; "too few to say more" for an interval that cannot be had.
[[nodiscard]] std::string rating_interval(const snapshot::Estimate& rating, const Strings& strings);
// "16% to 20%, 1,204 reviews"
[[nodiscard]] std::string share_interval(const snapshot::Estimate& share, const Strings& strings);

// "812 of 1,204 understood"
[[nodiscard]] std::string understood_text(const snapshot::SentimentCounts& counts, const Strings& strings);
[[nodiscard]] std::uint64_t understood(const snapshot::SentimentCounts& counts) noexcept;

// "3 Mar 2024"; "3 Mar 2024 to 5 Apr 2025"; one end open: "since", "until".
[[nodiscard]] std::string day_text(Days day, const Strings& strings);
[[nodiscard]] std::string day_range_text(std::optional<Days> from, std::optional<Days> to,
                                         const Strings& strings);
// What a point of the trend is called: "3 Mar 2024", "week of 3 Mar 2024", "Mar 2024", "Q1 2024", "2024".
[[nodiscard]] std::string period_text(Days first_day, snapshot::Granularity granularity,
                                      const Strings& strings);
// The last day of the period that begins on `first_day`.
[[nodiscard]] Days period_end(Days first_day, snapshot::Granularity granularity);

// "1.2 MB"
[[nodiscard]] std::string size_text(std::uint64_t bytes, const Strings& strings);
// "12,300 of 40,000 rows, 8,000 a second, about 4 seconds left"; parts that are not known are left out.
[[nodiscard]] std::string progress_text(const protocol::RunProgress& progress, const Strings& strings);
// "about 4 seconds left"
[[nodiscard]] std::string time_left_text(double seconds, const Strings& strings);

[[nodiscard]] std::string feeling_text(protocol::SentimentFilter feeling, const Strings& strings);
// "4 stars"
[[nodiscard]] std::string stars_text(int stars, const Strings& strings);
// "reviews.csv", "reviews.csv and 3 more files"
[[nodiscard]] std::string files_text(const std::vector<std::string>& names, const Strings& strings);

}  // namespace attune::ui
