// The customers of a run as the inbox and the playbooks need them: who wrote which review, what they spent,
// whether they may be written to. One person is one e-mail address; a row without one belongs to the only
// person of that name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis_run.hpp"
#include "insight/playbooks.hpp"

namespace attune::engine {

// An earlier playbook's groups file, read again: one line of it.
struct PlaybookRecord {
  std::string playbook, key;
  bool is_control = false;
  std::optional<Days> day;
};

struct DeskCustomers {
  static constexpr std::uint32_t kNobody = 0xFFFFFFFFU;

  std::vector<insight::PlaybookCustomer> customers;  // in the order of their keys
  std::vector<std::uint32_t> of_row;                 // by review; kNobody
  bool knows_consent = false, knows_orders = false;
  double valued_from = 0;  // the least that the quarter who spends most has spent; 0: not known
  Days newest = 0;         // of all orders and reviews
  std::vector<PlaybookRecord> records;

  // What a customer has ordered after a day: the sum, and whether there was any order.
  struct Purchase {
    std::uint32_t customer = 0;
    Days day = 0;
    double amount = 0;
  };
  std::vector<Purchase> purchases;
};

// Reads all tables; some 2 microseconds a row.
[[nodiscard]] DeskCustomers read_desk_customers(const AnalysisRun& run);

}  // namespace attune::engine
