// Exports that many shops have, known by their column names. Each recipe is a row of data in recipes.cpp.
#pragma once

#include <span>
#include <string_view>

#include "ingest/column_roles.hpp"
#include "table/table.hpp"

namespace attune::ingest {

struct Recipe {
  std::string_view name;  // "Trustpilot reviews"
  TableKind kind;
  std::string_view required;  // normalised column names, separated by '|'; all must be there
  std::string_view roles;     // "review content=text|review stars=rating"; columns not named are guessed
};

[[nodiscard]] std::span<const Recipe> recipes() noexcept;

// The recipe that the table fits with the most required columns; nullptr if none does.
[[nodiscard]] const Recipe* find_recipe(const table::Table& table);

}  // namespace attune::ingest
