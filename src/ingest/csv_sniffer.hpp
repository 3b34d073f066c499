// Finds out how delimited text is written: tries every dialect that its characters allow on the whole sample
// and keeps the one whose rows agree best with each other and whose cells look most like values.
//
// The measure is the product of a pattern score and a type score, after van den Burg, Nazábal and Sutton,
// "Wrangling messy CSV files by detecting row and type patterns" (2019), with our own scores.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/detection.hpp"
#include "ingest/table_layout.hpp"

namespace attune::ingest {

struct SniffedText {
  Guess<CsvDialect> dialect;
  TableLayout layout;
  Guess<bool> baskets;          // each line is a basket; the layout is then that of the list
  std::vector<SampleRow> rows;  // of the sample, read in that dialect
};

// `sample` is the beginning of the text; `is_whole` if it is all of it. What `options` fixes is taken as it
// is.
[[nodiscard]] SniffedText sniff_csv(std::string_view sample, bool is_whole, const ReadOptions& options);

}  // namespace attune::ingest
