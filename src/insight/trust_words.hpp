// Which texts speak of trust, and which deny it, by words in four languages.
#pragma once

#include <cstdint>
#include <vector>

#include "base/stepped.hpp"
#include "feedback/reviews.hpp"

namespace attune::insight {

enum class TrustTold : std::uint8_t { NoText, Nothing, Trust, Distrust };  // distrust goes before trust

// Of each review, in their order. "We do not trust them" is distrust; "no scam" is nothing.
[[nodiscard]] Stepped<std::vector<TrustTold>> find_trust(const feedback::Reviews& reviews);

}  // namespace attune::insight
