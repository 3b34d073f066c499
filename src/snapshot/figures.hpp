// The small values that every part of a snapshot is made of: figures with intervals, counts, quotes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "snapshot/estimate.hpp"

namespace attune::snapshot {

enum class Sentiment : std::uint8_t { Negative, Neutral, Positive };

// Reviews by sentiment. `pending` are not yet understood by the model; `mixed` and `unsure` are reviews
// already counted in one of the three that hold both praise and complaint, or where the model hesitates.
struct SentimentCounts {
  std::uint64_t negative = 0;
  std::uint64_t neutral = 0;
  std::uint64_t positive = 0;
  std::uint64_t pending = 0;
  std::uint64_t mixed = 0;
  std::uint64_t unsure = 0;
};

enum class Granularity : std::uint8_t { Day, Week, Month, Quarter, Year };

// A part of a quote that mattered, in UTF-8 bytes; weight -1..1, its sign is that of the feeling.
struct Highlight {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  float weight = 0;
};

struct Quote {
  std::uint64_t row = 0;
  std::string text;  // a readable length, cut at a sentence
  std::string source;
  std::string product;
  std::optional<std::int32_t> day;
  std::optional<double> rating;  // on 1..5
  float score = 0;               // -1..1
  std::vector<Highlight> highlights;
};

// Which reviews a statement rests on, as a filter of the rows query: what a click on it opens. An empty
// member lets every review pass.
struct Evidence {
  std::vector<std::string> topics, aspects, entities, sources, products, customers;
  std::vector<Sentiment> sentiments;
  std::vector<std::int64_t> ratings;  // 1 to 5
  std::optional<std::int32_t> from, to;
  std::vector<std::uint64_t> rows;
  std::uint64_t n = 0;  // reviews it opens
};

}  // namespace attune::snapshot
