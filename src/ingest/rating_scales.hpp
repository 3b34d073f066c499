// Which scale a column's values are ratings on.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "ingest/column_types.hpp"

namespace attune::ingest {

// `values`: the different filled cells with their counts. None if they cannot be ratings.
[[nodiscard]] RatingScale rating_scale_of(const std::map<std::string, std::size_t, std::less<>>& values,
                                          const ColumnProfile& profile);

}  // namespace attune::ingest
