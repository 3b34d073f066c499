// The columns that a figure came from, as people read them: "orders.csv: Total".
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "ingest/column_roles.hpp"
#include "table/table.hpp"

namespace attune::engine {

// Adds those that have one of the wanted roles, each once.
inline void list_columns(const std::string& file_name, const table::Table& table,
                         const ingest::RoleMap& roles, std::initializer_list<ingest::ColumnRole> wanted,
                         std::vector<std::string>& names) {
  for (const ingest::ColumnRole role : wanted) {
    for (const std::size_t column : roles.find_all(role)) {
      std::string name = file_name + ": " + table.columns[column].name;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }
}

}  // namespace attune::engine
