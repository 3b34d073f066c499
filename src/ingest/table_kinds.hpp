// What a table is, by all of its columns together, and what that says of single ones.
#pragma once

#include "ingest/column_roles.hpp"
#include "table/table.hpp"

namespace attune::ingest {

// Sets the kind and its reason, and roles that only the other columns tell: a "description" that is a
// product's name, the answers of a FAQ, costs. `map` holds what each column may be by itself.
void judge_table(const table::Table& table, RoleMap& map);

}  // namespace attune::ingest
