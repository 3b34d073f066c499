// Reads a list of baskets as order lines: a table with the number of each basket, from 1, and one of its
// items a row. Nothing is lost: a basket of one item is one, and an item named twice stands twice.
#pragma once

#include <memory>

#include "ingest/format_reader.hpp"

namespace attune::ingest {

// Of the dialect, header and skipped lines in state.detection. `state` must outlive the reader.
[[nodiscard]] std::unique_ptr<FormatReader> make_basket_reader(ReadState& state);

}  // namespace attune::ingest
