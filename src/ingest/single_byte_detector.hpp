// Which single-byte encoding a text is in.
#pragma once

#include <string>
#include <string_view>

#include "ingest/detection.hpp"

namespace attune::ingest {

// For text that is no UTF-8 and no multi-byte encoding.
[[nodiscard]] Guess<std::string> detect_single_byte(std::string_view sample);

}  // namespace attune::ingest
