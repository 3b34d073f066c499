// The JSON answers to queries about customers. protocol/README.md shows their shapes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "engine/analysis_run.hpp"
#include "engine/customer_book.hpp"
#include "protocol/json_writer.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

// Those who pass, by rising number.
[[nodiscard]] std::vector<std::uint32_t> select_customers(const CustomerBook& book,
                                                          const protocol::CustomersFilter& filter);

// The members of one customer, into an object that is open.
void write_customer(const CustomerBook& book, std::uint32_t customer, protocol::JsonWriter& json);
void write_offers(const CustomerBook& book, const std::vector<customer::Recommendation>& offers,
                  protocol::JsonWriter& json);

[[nodiscard]] std::string answer_customers(const CustomerBook& book, std::uint64_t id,
                                           const protocol::CustomersQuery& query);
Result<std::string> answer_customer(const AnalysisRun& run, const CustomerBook& book, std::uint64_t id,
                                    const protocol::CustomerQuery& query);
Result<std::string> answer_item_offers(const CustomerBook& book, std::uint64_t id,
                                       const protocol::RecommendForItemQuery& query);

}  // namespace attune::engine
