// Terms as points: close together when they are said in the same surroundings.
//
// Positive pointwise mutual information of terms with the terms around them (context counts smoothed with the
// power 0.75), reduced by a truncated singular value decomposition: Levy, Goldberg, Dagan 2015, "Improving
// Distributional Similarity with Lessons Learned from Word Embeddings". Each direction counts by its singular
// value and the middle of all terms is taken off: that halves how far a term moves when a few reviews come.
// Where the language model has placed the reviews as points, terms are also the mean of the reviews that say
// them, and both are joined.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/stepped.hpp"
#include "insight/term_table.hpp"

namespace attune::insight {

struct TermVectors {
  std::size_t dimensions = 0;
  std::vector<float> values;       // terms * dimensions, each of length 1, or 0 where nothing is known
  std::vector<float> specificity;  // how far a term's surroundings differ from those of any term, in nats

  [[nodiscard]] std::span<const float> of(std::size_t term) const {
    return std::span{values}.subspan(term * dimensions, dimensions);
  }
};

[[nodiscard]] double dot(std::span<const float> a, std::span<const float> b) noexcept;

// Points of the reviews of the table, in its order: reviews * dimensions; empty for none.
struct ReviewPoints {
  std::size_t dimensions = 0;
  std::span<const float> values;
};

// Both must outlive it.
[[nodiscard]] Stepped<TermVectors> place_terms(const TermTable& table, ReviewPoints points = {});

}  // namespace attune::insight
