// What a table is to the customers of a shop, by the roles of its columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "ingest/column_roles.hpp"

namespace attune::engine {

enum class SourceKind : std::uint8_t { Feedback, Orders, OrderItems, Customers, Products, Events, Other };
// OrderItems: lines that name their order but neither person nor day. Where no file tells of the orders
// themselves they are baskets: orders of nobody, at no time.
[[nodiscard]] SourceKind source_kind(const ingest::RoleMap& roles);

// Whether a column tells of people: by number, e-mail, telephone or name.
[[nodiscard]] bool names_somebody(const ingest::RoleMap& roles);

// A table of orders that has no column for people may call the customer's number "id": one that comes again.
[[nodiscard]] std::optional<std::size_t> repeated_id_column(const ingest::RoleMap& roles);

}  // namespace attune::engine
