// Reads JSON and JSON Lines into tables.
//
// Every list of objects outside of a row is a table of its own, an object of it a row. Objects inside a row
// are flattened ("reviewer.displayName"); a list of plain values becomes one cell ("a; b"); a list of objects
// stays JSON text. A list of lists is a table whose first row may hold the names.
#pragma once

#include <memory>

#include "ingest/format_reader.hpp"

namespace attune::ingest {

// `state` must outlive the readers.
[[nodiscard]] std::unique_ptr<FormatReader> make_json_reader(ReadState& state);
// One value a line; a line that is no JSON is rejected alone.
[[nodiscard]] std::unique_ptr<FormatReader> make_json_lines_reader(ReadState& state);

// Json, JsonLines or Unknown, from the beginning of a text. `name`: a file called .json is JSON whatever it
// holds.
[[nodiscard]] Format json_format_of(std::string_view sample, std::string_view name);

}  // namespace attune::ingest
