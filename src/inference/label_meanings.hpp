// A text classifier that is not ours: what its labels mean, told by their names, and its logits in the form
// of our own heads "sentiment" and "stars".
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "inference/model_card.hpp"

namespace attune::inference {

// One of the two: 0 negative, 1 neutral, 2 positive; or a number of stars.
struct LabelMeaning {
  int sentiment = -1;
  int stars = 0;
  friend bool operator==(const LabelMeaning&, const LabelMeaning&) = default;
};

struct ClassifierCard {
  ModelCard card;                      // of the converted scores
  std::vector<LabelMeaning> meanings;  // one a label, in the order of the logits
};

// json: the config.json of a Hugging Face model ("id2label"), or
// {"name","maxTokens","labels":[..],"languages":[..]}. Labels are understood as "negative", "NEU", "POS", "4
// stars" and the like; LABEL_0, LABEL_1 ... by how many there are: two from negative to positive, three with
// neutral between, five as stars. Fails with UnsupportedFormat where a label tells neither.
Result<ClassifierCard> parse_classifier_card(std::string_view json);

// logits: [rows, labels]. Of each row the logarithms of eight probabilities: three of sentiment, five of
// stars. A classifier of sentiment gives one, three and five stars; one of stars is negative below three and
// positive above.
[[nodiscard]] std::vector<float> scores_from_logits(std::span<const float> logits,
                                                    std::span<const LabelMeaning> meanings);

}  // namespace attune::inference
