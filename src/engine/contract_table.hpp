// Tables with a row a customer: what they tell of groups, of contracts that ended, and of labelled outcomes.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/stepped.hpp"
#include "customer/segmentation.hpp"
#include "engine/shop_data.hpp"

namespace attune::engine {

struct CustomerBook;

// The columns of numbers of the largest table of customers, for segments where there are no orders; at
// most 8. `customer_of_row` names whom each row is about.
[[nodiscard]] customer::FeatureTable features_of_table(const ShopData& shop,
                                                       std::vector<std::uint32_t>& customer_of_row);

// A row of a list of subscriptions.
struct Contract {
  bool has_ended = false;
  std::optional<double> days;  // from its beginning to its end, or to the last day that the list names
};

// Of a table with a column for when each subscription began; empty for others, and where fewer than half of
// the rows tell a day. An end after the last beginning or change is one to come: it still runs. A status that
// says it has ended without a day tells nothing of how long it lasted.
[[nodiscard]] std::vector<Contract> contracts_of(const table::Table& table, const ingest::RoleMap& roles);

// How long they last, where nothing else has told it.
void learn_contracts(CustomerBook& book);

// Finds a labelled column ("Churn"), learns it, and with a column of tenure how long contracts last.
[[nodiscard]] Stepped<bool> learn_labelled_table(CustomerBook& book);

}  // namespace attune::engine
