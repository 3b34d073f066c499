// The words of a text as a reader sees them: what reasons are marked on and quotes are cut at.
#pragma once

#include <string_view>
#include <vector>

#include "text/normalize.hpp"

namespace attune::text {

// Words in order: runs of letters and digits with apostrophes and hyphens inside ("don't", "well-made",
// "4.5"), single
// ideographs, and single emoji with what modifies them ("👍🏽"). Punctuation and spaces are no words.
// Any bytes are accepted; ranges begin and end between code points.
[[nodiscard]] std::vector<ByteRange> find_words(std::string_view text);

}  // namespace attune::text
