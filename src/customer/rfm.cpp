#include "customer/rfm.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace attune::customer {
namespace {

enum class Ties { MeanPlace, LowestPlace };

std::vector<std::uint8_t> quintiles(const std::vector<double>& values, Ties ties) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&values](auto a, auto b) { return values[a] < values[b]; });
  const auto n = static_cast<double>(values.size());
  std::vector<std::uint8_t> scores(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    const double place =
        ties == Ties::LowestPlace ? static_cast<double>(first) : static_cast<double>(first + last - 1) / 2;
    const auto score = static_cast<std::uint8_t>(1 + std::min(4, static_cast<int>(5 * (place + 0.5) / n)));
    for (; first < last; ++first) scores[order[first]] = score;
  }
  return scores;
}

}  // namespace

std::string_view name_of(RfmSegment segment) noexcept {
  constexpr std::array<std::string_view, kRfmSegments> kNames{
      "Champions",       "Loyal customers", "Potential loyalists", "New customers",
      "Promising",       "Need attention",  "About to sleep",      "At risk",
      "Can't lose them", "Hibernating"};
  return kNames[static_cast<std::size_t>(segment)];
}

std::string_view meaning_of(RfmSegment segment) noexcept {
  constexpr std::array<std::string_view, kRfmSegments> kMeanings{
      "Ordered just now and order most often; thank them and ask for reviews",
      "Order often; offer them something better or more of it",
      "Recent, with a few orders; a good second impression makes them loyal",
      "Ordered for the first time just now; help them to a good start",
      "Ordered once, not long ago; give them a reason to return",
      "Middling in everything; a limited offer may bring them back",
      "Few orders and getting quiet; remind them soon",
      "Used to order and have gone quiet; write to them personally",
      "Used to order most often and have gone quiet; call them",
      "Few orders, long ago; a standard offer at most"};
  return kMeanings[static_cast<std::size_t>(segment)];
}

RfmSegment segment_of(unsigned recency, unsigned frequency) noexcept {
  assert(recency >= 1 && recency <= 5 && frequency >= 1 && frequency <= 5);
  using enum RfmSegment;
  // Rows: recency 1 (long ago) to 5 (just now); columns: frequency 1 to 5.
  constexpr std::array<std::array<RfmSegment, 5>, 5> kGrid{{
      {Hibernating, Hibernating, AtRisk, AtRisk, CannotLoseThem},
      {Hibernating, Hibernating, AtRisk, AtRisk, CannotLoseThem},
      {AboutToSleep, AboutToSleep, NeedAttention, LoyalCustomers, LoyalCustomers},
      {Promising, PotentialLoyalists, PotentialLoyalists, LoyalCustomers, LoyalCustomers},
      {NewCustomers, PotentialLoyalists, PotentialLoyalists, Champions, Champions},
  }};
  return kGrid[recency - 1][frequency - 1];
}

std::vector<RfmScore> score_rfm(std::span<const CustomerHistory> customers) {
  std::vector<double> recency;
  std::vector<double> frequency;
  std::vector<double> monetary;
  for (const CustomerHistory& customer : customers) {
    recency.push_back(customer.last_day);
    frequency.push_back(customer.visits);
    monetary.push_back(customer.revenue);
  }
  const auto recency_score = quintiles(recency, Ties::MeanPlace);
  const auto frequency_score = quintiles(frequency, Ties::LowestPlace);
  const auto monetary_score = quintiles(monetary, Ties::MeanPlace);
  std::vector<RfmScore> scores;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    scores.push_back({recency_score[i], frequency_score[i], monetary_score[i],
                      segment_of(recency_score[i], frequency_score[i])});
  }
  return scores;
}

RfmGrid rfm_grid(std::span<const CustomerHistory> customers, std::span<const RfmScore> scores) {
  RfmGrid grid{};
  for (std::size_t i = 0; i < customers.size(); ++i) {
    RfmCell& cell = grid[scores[i].recency - 1U][scores[i].frequency - 1U];
    ++cell.customers;
    cell.revenue += customers[i].revenue;
  }
  return grid;
}

}  // namespace attune::customer
