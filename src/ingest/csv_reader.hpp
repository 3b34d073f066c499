// Reads delimited text into a table: sniffs its beginning, then turns each record into a row.
#pragma once

#include <memory>

#include "ingest/format_reader.hpp"

namespace attune::ingest {

// `state` must outlive the reader.
[[nodiscard]] std::unique_ptr<FormatReader> make_csv_reader(ReadState& state);

}  // namespace attune::ingest
