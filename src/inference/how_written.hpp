// How the words of a text are written: in small letters, with a capital, in capitals. Word pieces are in
// small letters, so a model's card may say what this adds to the tags of a word (TokenHead::written).
//
// The twin of capitals() in models/train/tagged.py.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "inference/token_tags.hpp"

namespace attune::inference {

enum class HowWritten : std::uint8_t {
  OneCase,             // the whole text has small letters only, or capitals only: nobody can tell
  Small,               // begins with a small letter
  CapitalOfASentence,  // begins with a capital, as the first word of a sentence does
  Capital,             // begins with a capital elsewhere
  Capitals,            // two letters or more, all capitals
  NoLetter,            // digits, punctuation, emoji
};
inline constexpr std::size_t kWaysToWrite = 6;

// Sets TaggedWord::written of the words of a text, which are in its order. What stands between two spaces is
// one word here ("Hye-jin", "AT&T"), without the punctuation around it.
void find_how_written(std::string_view text, std::span<TaggedWord> words);

}  // namespace attune::inference
