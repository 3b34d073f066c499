// The words that columns are called by, in ten languages, and the roles they speak for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/column_roles.hpp"

namespace attune::ingest {

struct NameMatch {
  ColumnRole role = ColumnRole::Ignored;
  double strength = 0;  // 1: the whole name; less: a word in it
};

// Lower case, with one space between words: "ReviewBody", "review_body" and "Review body" are all "review
// body".
[[nodiscard]] std::string normalized_name(std::string_view name);

// The roles that the name speaks for, best first.
[[nodiscard]] std::vector<NameMatch> roles_of_name(std::string_view name);

[[nodiscard]] bool is_known_column_name(std::string_view name);

}  // namespace attune::ingest
