// The customer part of a snapshot, from the book.
#pragma once

#include <memory>

#include "base/stepped.hpp"
#include "engine/customer_book.hpp"
#include "snapshot/customers.hpp"

namespace attune::engine {

using CustomersPtr = std::shared_ptr<const snapshot::Customers>;

// `book` must outlive the computation and not change meanwhile.
[[nodiscard]] Stepped<CustomersPtr> draw_customers(const CustomerBook& book);

}  // namespace attune::engine
