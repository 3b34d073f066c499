#include "engine/review_writers.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace attune::engine {
namespace {

using customer::kNobody;

constexpr std::size_t kRowsPerPause = 8192;
constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

struct Visit {
  std::uint32_t customer;
  Days day;
  friend auto operator<=>(const Visit&, const Visit&) = default;
};

std::vector<Visit> visits_of(const CustomerBook& book) {
  std::vector<Visit> visits;
  for (const customer::Order& order : book.shop->orders) {
    if (order.customer != customer::kGuest && order.amount >= 0 && order.day <= book.until)
      visits.push_back({order.customer, order.day});
  }
  std::sort(visits.begin(), visits.end());
  return visits;
}

float came_back(const std::vector<Visit>& visits, Days until, const Visit& wrote) {
  if (wrote.day > until - insight::kReturnDays) return kUnknown;  // their days are not over yet
  const auto next = std::upper_bound(visits.begin(), visits.end(), wrote);
  const bool was_customer = next != visits.begin() && std::prev(next)->customer == wrote.customer;
  if (!was_customer) return kUnknown;
  const bool returned = next != visits.end() && next->customer == wrote.customer &&
                        next->day <= wrote.day + insight::kReturnDays;
  return returned ? 100.0F : 0.0F;
}

}  // namespace

const std::vector<std::uint32_t>* persons_of(const CustomerBook& book, std::uint32_t file,
                                             std::uint32_t table) {
  for (const SourceRows& rows : book.shop->sources) {
    if (rows.source.file == file && rows.source.table_number == table)
      return rows.person_of_row.empty() ? nullptr : &rows.person_of_row;
  }
  return nullptr;
}

std::uint8_t segment_of(const CustomerBook& book, std::uint32_t customer) {
  const std::uint32_t at = customer < book.history_of.size() ? book.history_of[customer] : kNoHistory;
  if (at == kNoHistory || at >= book.rfm.size()) return 0;
  return static_cast<std::uint8_t>(1 + static_cast<unsigned>(book.rfm[at].segment));
}

Stepped<insight::ReviewWriters> find_writers(const CustomerBook& book, const feedback::Reviews& reviews) {
  insight::ReviewWriters writers;
  const std::vector<Visit> visits = visits_of(book);
  if (visits.empty()) co_return writers;
  writers.segments.assign(reviews.size(), 0);
  writers.came_back.assign(reviews.size(), kUnknown);
  for (const feedback::Part& part : reviews.parts) {
    const std::vector<std::uint32_t>* persons = persons_of(book, part.file, part.table);
    if (persons == nullptr) continue;
    for (std::size_t i = 0; i < part.table_rows.size(); ++i) {
      if (i % kRowsPerPause == kRowsPerPause - 1)
        co_yield attune::Progress{"Listening to customers", i, part.table_rows.size()};
      const std::uint32_t customer = (*persons)[part.table_rows[i]];
      if (customer == kNobody) continue;
      const auto row = static_cast<feedback::Row>(part.first + i);
      writers.segments[row] = segment_of(book, customer);
      if (const auto day = reviews.day(row))
        writers.came_back[row] = came_back(visits, book.until, {customer, *day});
    }
  }
  co_return writers;
}

}  // namespace attune::engine
