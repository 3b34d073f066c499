// Finds out what kind of file bytes are, by how they begin, and reads them with the reader of that format.
// Used for files, for what is inside a GZ and for the entries of a ZIP.
#pragma once

#include <memory>

#include "ingest/format_reader.hpp"

namespace attune::ingest {

// `state` must outlive the reader.
[[nodiscard]] std::unique_ptr<FormatReader> make_byte_reader(ReadState& state);

}  // namespace attune::ingest
