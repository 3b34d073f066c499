// Which of the East Asian multi-byte encodings a text is in, if any.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/detection.hpp"

namespace attune::ingest {

// "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "gb18030" or "big5"; nullopt if the bytes are none of them.
[[nodiscard]] std::optional<Guess<std::string>> detect_east_asian(std::string_view sample);

}  // namespace attune::ingest
