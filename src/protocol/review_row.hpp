// One review as lists of rows show it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/dates.hpp"
#include "protocol/requests.hpp"

namespace attune::protocol {

struct ReviewRow {
  std::uint64_t row = 0;  // in the whole input, from 0; stays the same under any filter or sort
  std::string text;       // the first part, whole if has_more is false
  bool has_more = false;
  std::string title, author, product, source;
  std::optional<double> rating;  // on 1 to 5
  std::optional<Days> day;
  std::optional<SentimentFilter> sentiment;  // Negative, Neutral or Positive; absent: not yet understood
  bool is_mixed = false;
  bool is_unsure = false;
  std::array<double, 3> probability{};  // negative, neutral, positive
  double score = 0;                     // -1 to 1
  double stars = 0;                     // expected by the model, 1 to 5; 0: none
  std::string language;                 // ISO 639-1, "und": cannot be told; "": not looked at
  bool is_guess = false;                // in a language that the model has not learned
  std::vector<std::string> emotions;    // present ones, the strongest first
  std::string intent;                   // "": none known
  double intent_probability = 0;
  std::string custom_intent;  // "": none
  bool is_corrected = false;  // by hand
};

}  // namespace attune::protocol
