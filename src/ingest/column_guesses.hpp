// What one column may be for, by itself: from its name and its values.
#pragma once

#include <string>

#include "ingest/column_roles.hpp"
#include "ingest/column_types.hpp"

namespace attune::ingest {

// What values alone say, for columns whose name says nothing.
[[nodiscard]] ColumnGuess guess_from_values(const ColumnProfile& profile);

[[nodiscard]] ColumnGuess guess_column(const std::string& name, const ColumnProfile& profile);

}  // namespace attune::ingest
