// Reads a file of text in any encoding: decodes it and hands the text to the reader of its format.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "ingest/format_reader.hpp"

namespace attune::ingest {

// `sample` is the beginning of the file (not yet fed); `is_whole` if it is all of it. Fills in
// detection.encoding and detection.format. `state` must outlive the reader.
[[nodiscard]] Result<std::unique_ptr<FormatReader>> make_text_reader(ReadState& state,
                                                                     std::string_view sample, bool is_whole);

}  // namespace attune::ingest
