// Writing JSON text.
#pragma once

#include <string>
#include <string_view>

namespace attune::ingest {

// Appends `text` in quotes. Broken UTF-8 becomes U+FFFD, so that the result is always valid JSON.
void append_json_string(std::string& json, std::string_view text);

}  // namespace attune::ingest
