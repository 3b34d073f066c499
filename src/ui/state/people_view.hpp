// Which customers are looked at, in which order: one choice for every page about people, so that what is
// picked on a chart is what the list shows and what an export writes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "protocol/customer_requests.hpp"

namespace attune::ui {

struct PeopleView {
  protocol::CustomersFilter filter;
  protocol::CustomerSort by = protocol::CustomerSort::Value;
  bool descending = true;
  friend bool operator==(const PeopleView&, const PeopleView&) = default;
};

// As link entries (state/view_state.hpp): find=anna, segment=at-risk,champions, risk=high, people=3,17-20 ...
// A lasso around more people than kMostPeopleInLink stays on this computer.
inline constexpr std::size_t kMostPeopleInLink = 500;
[[nodiscard]] std::vector<std::pair<std::string, std::string>> link_entries(const PeopleView& people);

// False if the key is none of theirs. Values that are not usable are dropped.
bool read_link_entry(std::string_view key, std::string_view value, PeopleView& people);

// True if everybody passes.
[[nodiscard]] bool is_open(const protocol::CustomersFilter& filter);

}  // namespace attune::ui
