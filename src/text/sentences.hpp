// Cuts text into sentences, for the detail view, quotes and aspect reading.
#pragma once

#include <string_view>
#include <vector>

#include "text/normalize.hpp"

namespace attune::text {

// The sentences of `text` in order, without the spaces around them; together they hold every byte that is no
// space. A sentence ends
//   - after . ! ? and their doubles in other scripts, with closing quotes and brackets, where a space, an
//     emoji or the text's end follows (ideographic marks need none);
//   - not after a full stop that follows a single capital letter ("J. Smith"), a common abbreviation
//     ("e.g.", "Dr.") or a word of up to three letters before a small letter, nor after an ellipsis before
//     a small letter;
//   - at an empty line, or at a line end before a bullet or a capital letter.
// Linear in the length of the text; any bytes are accepted.
[[nodiscard]] std::vector<ByteRange> split_sentences(std::string_view text);

}  // namespace attune::text
