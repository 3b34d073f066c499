// What the tables tell of the shop's own spending: lists of campaigns, orders that name one, tickets with a
// cost, and costs of service by time.
#pragma once

#include <string>

#include "ingest/column_roles.hpp"
#include "insight/spending.hpp"
#include "table/table.hpp"

namespace attune::engine {

// Adds what one table tells. Totals that a tool writes below its rows are left out; cells that cannot be read
// are told elsewhere. file_name: for naming columns.
void add_spending(const std::string& file_name, const table::Table& table, const ingest::RoleMap& roles,
                  insight::Spending& spending);

}  // namespace attune::engine
