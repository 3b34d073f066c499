// What the model makes of the texts beyond feelings, how far to trust it, and what people taught it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "snapshot/estimate.hpp"

namespace attune::snapshot {

// A label of the model and the reviews it was found in.
struct LabelCount {
  std::string label;
  std::uint64_t n = 0;
  Estimate share;  // of the reviews that were read for it
};

// The model's stars against the shop's own, before and after learning how this shop's customers give them.
// `after` is measured on reviews that were left out of the learning.
struct StarRecalibration {
  std::string kind;  // "as-is": nothing that would help was found; "isotonic", "matched"
  bool in_use = false;
  std::uint64_t n = 0;  // reviews with a text that was read and a rating
  Estimate exact_before, exact_after;
  Estimate within_one_before, within_one_after;
  double distance_before = 0, distance_after = 0;  // mean distance of whole stars
  std::vector<double> from, to;                    // the map: model stars to shop stars, linear in between
};

// An intent of the shop's own, taught by examples.
struct CustomIntentFigures {
  std::string name;
  std::uint64_t examples = 0;
  Estimate recognised;  // of the examples, each judged by the others (leave-one-out)
  std::uint64_t n = 0;  // reviews it was found in
};

struct Understanding {
  std::uint64_t unsupported = 0;   // reviews in a language the model has not learned: what it says is a guess
  std::uint64_t undetermined = 0;  // reviews whose language cannot be told
  std::vector<std::string> supported;  // the languages the model has learned
  std::vector<LabelCount> emotions;    // a review may have several; most frequent first
  std::vector<LabelCount> intents;     // one a review; most frequent first
  std::uint64_t corrected = 0;         // reviews that people corrected by hand
  StarRecalibration stars;
  std::vector<CustomIntentFigures> custom_intents;
  std::vector<std::string> own_names, competitors;  // for the share of voice
};

}  // namespace attune::snapshot
