// Lists of baskets: each line names the things that were bought together, as many as there were, and nothing
// stands above them ("milk,bread", then "milk", then "bread,butter,jam"). They are known by short names that
// come back on other lines and in other places of them, on lines of different length, without numbers or
// dates.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "ingest/table_layout.hpp"

namespace attune::ingest {

struct BasketList {
  std::size_t header_rows = 0;       // 1: a name stands above the list
  std::size_t fewest = 0, most = 0;  // things on a line
  double returning = 0;              // share of the things that stand on another line as well
};

// nullopt: the rows are something else, or too few to tell (fewer than 20).
[[nodiscard]] std::optional<BasketList> find_baskets(std::span<const SampleRow> rows);

}  // namespace attune::ingest
