// Tables with a row a customer: what they tell of groups, of contracts that ended, and of labelled outcomes.
#pragma once

#include <cstdint>
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

// Finds a labelled column ("Churn"), learns it, and with a column of tenure, or days of beginning and end,
// how long contracts last.
[[nodiscard]] Stepped<bool> learn_labelled_table(CustomerBook& book);

}  // namespace attune::engine
