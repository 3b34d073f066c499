// The CDNOW sample of Fader and Hardie: 2,357 customers of the first quarter of 1997, followed for 78 weeks.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "customer/history.hpp"
#include "support/shared_data.hpp"

namespace attune::test {

constexpr int kCdnowCalibrationEnd = 19970930;
constexpr int kCdnowEnd = 19980630;

// Lines of "master-id sample-id yyyymmdd discs dollars", separated by blanks.
inline std::optional<std::vector<customer::Order>> cdnow_orders() {
  const auto text = read_shared_data("cdnow/CDNOW_sample.txt.xz");
  if (!text) return std::nullopt;
  std::vector<customer::Order> orders;
  for (const std::string_view line : lines_of(*text)) {
    std::vector<std::string_view> fields = split(line, ' ');
    std::erase(fields, std::string_view{});
    if (fields.size() != 5) continue;
    customer::Order order;
    int date = 0;
    std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), order.customer);
    std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), date);
    order.day = day_of(date);
    order.amount = std::stod(std::string{fields[4]});
    order.order = static_cast<std::uint32_t>(orders.size());
    orders.push_back(order);
  }
  return orders;
}

}  // namespace attune::test
