#include "ui/state/people_view.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include "base/numbers.hpp"
#include "snapshot/customer_names.hpp"
#include "ui/state/parameter_text.hpp"

namespace attune::ui {
namespace {

using protocol::CustomersFilter;
using protocol::CustomerSort;

constexpr std::size_t kMostCustomers = 100'000;  // of a hand-made choice
constexpr std::array<std::string_view, 3> kRisks{"low", "medium", "high"};

// "3,17-20" for 3, 17, 18, 19, 20.
std::string ranges_text(const std::vector<std::uint32_t>& customers) {
  std::string text;
  for (std::size_t i = 0; i < customers.size();) {
    std::size_t last = i;
    while (last + 1 < customers.size() && customers[last + 1] == customers[last] + 1) ++last;
    if (!text.empty()) text += ',';
    text += std::to_string(customers[i]);
    if (last > i) text += '-' + std::to_string(customers[last]);
    i = last + 1;
  }
  return text;
}

void read_ranges(std::string_view text, std::vector<std::uint32_t>& customers) {
  split_at(text, ',', [&](std::string_view part) {
    const std::size_t dash = part.find('-');
    const auto first = whole_number<std::uint32_t>(part.substr(0, dash));
    const auto last =
        dash == std::string_view::npos ? first : whole_number<std::uint32_t>(part.substr(dash + 1));
    if (!first || !last || *last < *first) return;
    for (std::uint32_t customer = *first; customers.size() < kMostCustomers; ++customer) {
      customers.push_back(customer);
      if (customer == *last) break;
    }
  });
  std::ranges::sort(customers);
  const auto repeated = std::ranges::unique(customers);
  customers.erase(repeated.begin(), repeated.end());
}

// To four decimals, which is more than a drag of the mouse can say.
std::string bound_text(std::optional<double> bound) {
  return bound ? text_from_number(std::round(*bound * 1e4) / 1e4) : std::string{};
}

// "100..2500", "..0.4": either end may be open.
std::string span_text(std::optional<double> least, std::optional<double> most) {
  if (!least && !most) return {};
  return bound_text(least) + ".." + bound_text(most);
}

void read_span(std::string_view text, std::optional<double>& least, std::optional<double>& most) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return;
  least = parse_number(text.substr(0, dots));
  most = parse_number(text.substr(dots + 2));
}

template <class List>
std::string joined(const List& list) {
  std::string text;
  for (const std::string& one : list) text += (text.empty() ? "" : ",") + one;
  return text;
}

std::optional<CustomerSort> sort_from_name(std::string_view name) {
  for (auto at = CustomerSort::Customer; at <= CustomerSort::Segment;
       at = static_cast<CustomerSort>(static_cast<int>(at) + 1)) {
    if (protocol::name_of(at) == name) return at;
  }
  return std::nullopt;
}

void read_names(std::string_view value, std::vector<std::string>& list, auto&& is_known) {
  split_at(value, ',', [&](std::string_view name) {
    if (is_known(name) && std::ranges::find(list, name) == list.end()) list.emplace_back(name);
  });
}

}  // namespace

std::vector<std::pair<std::string, std::string>> link_entries(const PeopleView& people) {
  const CustomersFilter& filter = people.filter;
  std::string clusters;
  for (const std::uint32_t cluster : filter.clusters) {
    clusters += (clusters.empty() ? "" : ",") + std::to_string(cluster + 1);
  }
  const bool is_small = filter.customers.size() <= kMostPeopleInLink;
  const bool has_order = people.by != PeopleView{}.by || people.descending != PeopleView{}.descending;
  return {
      {"find", filter.search},
      {"segment", joined(filter.segments)},
      {"group", clusters},
      {"risk", joined(filter.risks)},
      {"rule", filter.user_segment},
      {"value", span_text(filter.least_value, filter.most_value)},
      {"worth", span_text(filter.least_worth, filter.most_worth)},
      {"chance", span_text(filter.least_risk, filter.most_risk)},
      {"bought", filter.bought},
      {"consent", filter.only_with_consent ? "yes" : ""},
      {"people", is_small ? ranges_text(filter.customers) : std::string{}},
      {"order", has_order ? (people.descending ? "-" : "") + std::string{protocol::name_of(people.by)}
                          : std::string{}},
  };
}

bool read_link_entry(std::string_view key, std::string_view value, PeopleView& people) {
  CustomersFilter& filter = people.filter;
  if (key == "find") return filter.search = value, true;
  if (key == "rule") return filter.user_segment = value, true;
  if (key == "bought") return filter.bought = value, true;
  if (key == "consent") return filter.only_with_consent = value == "yes", true;
  if (key == "value") return read_span(value, filter.least_value, filter.most_value), true;
  if (key == "worth") return read_span(value, filter.least_worth, filter.most_worth), true;
  if (key == "chance") return read_span(value, filter.least_risk, filter.most_risk), true;
  if (key == "people") return read_ranges(value, filter.customers), true;
  if (key == "segment") {
    read_names(value, filter.segments,
               [](std::string_view name) { return snapshot::rfm_segment_from_name(name); });
    return true;
  }
  if (key == "risk") {
    read_names(value, filter.risks,
               [](std::string_view name) { return std::ranges::find(kRisks, name) != kRisks.end(); });
    return true;
  }
  if (key == "group") {
    split_at(value, ',', [&](std::string_view number) {
      const auto cluster = whole_number<std::uint32_t>(number);
      if (cluster && *cluster >= 1 && *cluster <= 50) filter.clusters.push_back(*cluster - 1);
    });
    return true;
  }
  if (key == "order") {
    people.descending = value.starts_with('-');
    if (people.descending) value.remove_prefix(1);
    if (const auto by = sort_from_name(value)) people.by = *by;
    return true;
  }
  return false;
}

bool is_open(const CustomersFilter& filter) { return filter == CustomersFilter{}; }

}  // namespace attune::ui
