// What people teach: corrections of single reviews, intents by example, the shop's way of giving
// stars; and the audit that asks what the model itself has learned. README.md shows the JSON.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace attune::protocol {

// Says what a review, and every other with the same words, really is. Both empty: takes the correction back.
struct CorrectQuery {
  std::uint64_t row = 0;
  std::string sentiment;  // "negative", "neutral", "positive", or ""
  std::string intent;     // a label of the model, or ""
};
// An intent of the shop's own; one of the same name is replaced.
struct DefineIntentQuery {
  std::string name;
  std::vector<std::string> examples;
};
struct RemoveIntentQuery {
  std::string name;
};
// Whether stars are shown as this shop's customers give them.
struct RecalibrateQuery {
  bool use = false;
};
// Takes in what an earlier session exported as knowledge.json.
struct LearnQuery {
  std::string knowledge;
};
struct AuditQuery {};
// What the shop and its competitors are called, for the share of voice; replaces what was said before.
struct BrandsQuery {
  std::vector<std::string> own, competitors;
};

inline constexpr std::size_t kMostExamples = 200;

}  // namespace attune::protocol
