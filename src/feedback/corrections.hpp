// What people know better than the model: the feeling or intent of single reviews, corrected by hand.
//
// Kept by what the review says, not by its row: the same text is corrected in every file and run. A corrected
// review counts in every figure as the person said; only the agreement with the shop's own stars goes on to
// measure the model itself.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"

namespace attune::feedback {

struct Correction {
  std::optional<Sentiment> sentiment;
  std::string intent;  // one of the model's labels; empty: as the model says
  [[nodiscard]] bool is_empty() const noexcept { return !sentiment && intent.empty(); }
  friend bool operator==(const Correction&, const Correction&) = default;
};

// A number that is the same for the same understood text on every machine (FNV-1a, 64 bits).
using TextKey = std::uint64_t;
[[nodiscard]] TextKey text_key(std::string_view understood) noexcept;

class Corrections {
 public:
  // An empty correction takes back what was said before.
  void set(TextKey key, const Correction& correction);
  [[nodiscard]] const Correction* find(TextKey key) const noexcept;  // null: none
  [[nodiscard]] const std::map<TextKey, Correction>& all() const noexcept { return by_text_; }
  [[nodiscard]] bool is_empty() const noexcept { return by_text_.empty(); }

 private:
  std::map<TextKey, Correction> by_text_;
};

// Lets a row say what was corrected, or (null) what the model said again. The row's reading is known.
void apply_correction(const Correction* correction, Row row, Readings& readings);
// The same for all rows with that text that the model has read. Returns how many there are.
std::size_t apply_to_text(const Corrections& corrections, TextKey key, const Reviews& reviews,
                          Readings& readings);

}  // namespace attune::feedback
