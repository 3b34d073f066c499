// Reads what is inside a GZ file, as it comes.
#pragma once

#include <memory>

#include "ingest/format_reader.hpp"

namespace attune::ingest {

// `state` must outlive the reader.
[[nodiscard]] std::unique_ptr<FormatReader> make_gzip_reader(ReadState& state);

}  // namespace attune::ingest
