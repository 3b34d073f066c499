// Names the encoding of a text from its bytes.
#pragma once

#include <string>
#include <string_view>

#include "ingest/detection.hpp"

namespace attune::ingest {

// `sample` is the beginning of the file; `is_whole` if it is all of it. The label is a WHATWG one.
[[nodiscard]] Guess<std::string> detect_encoding(std::string_view sample, bool is_whole);

}  // namespace attune::ingest
