// The reviews worth reading first: the strongest praise and complaints, of readable length, no two alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/reviews.hpp"
#include "feedback/sentiment.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::insight {

inline constexpr std::size_t kQuotes = 6;
inline constexpr std::size_t kQuoteBytes = 280;

// The beginning of `text`, at most `max_bytes` long: whole sentences if one ends in the second half, else
// whole words and "…". Line breaks and runs of blanks become one space.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t max_bytes);

// Sees every review once, in any order, and keeps the best few. Its answer does not depend on the order.
class QuotePicker {
 public:
  enum class Side : std::uint8_t { Praise, Complaint };
  explicit QuotePicker(Side side) : side_{side} {}

  // feeling null: the rating alone decides.
  void consider(feedback::Row row, std::string_view text, double rating, const feedback::Feeling* feeling);
  [[nodiscard]] std::vector<snapshot::Quote> pick(const feedback::Reviews& reviews,
                                                  const feedback::FeelingColumn& feelings) const;

 private:
  struct Candidate {
    float worth = 0;
    feedback::Row row = 0;
    friend bool operator<(const Candidate& a, const Candidate& b) noexcept {
      return a.worth != b.worth ? a.worth > b.worth : a.row < b.row;
    }
  };
  static constexpr std::size_t kCandidates = 240;

  Side side_;
  std::vector<Candidate> candidates_;  // a heap: the least worthy in front
};

}  // namespace attune::insight
