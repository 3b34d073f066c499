#include "customer/subscriptions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/random.hpp"

namespace attune::customer {
namespace {

constexpr double kDaysAMonth = 365.25 / 12;
constexpr std::size_t kFewestPayments = 3;
constexpr std::size_t kFewestSubscribers = 10;
constexpr double kTimesChance = 4;
constexpr int kDraws = 3;
constexpr double kLikeAmounts = 1.2;  // the largest of like amounts by the smallest
constexpr double kRegularGaps = 0.8;
constexpr double kSubscribersPayments = 0.8;  // of the payments of an amount that is a plan's price
constexpr double kLateness = 1.5;             // intervals
constexpr std::uint64_t kSeed = 20'261'127;

struct Rhythm {
  const char* name;
  double days;
  std::int32_t least, most;  // days between two payments; failed and early ones are tried some days off
};
constexpr std::array<Rhythm, kPaymentIntervals> kRhythms{Rhythm{"weekly", 7, 6, 8},
                                                         Rhythm{"every-two-weeks", 14, 13, 15},
                                                         Rhythm{"monthly", kDaysAMonth, 26, 35},
                                                         Rhythm{"quarterly", 3 * kDaysAMonth, 86, 97},
                                                         Rhythm{"half-yearly", 6 * kDaysAMonth, 175, 190},
                                                         Rhythm{"yearly", 12 * kDaysAMonth, 355, 376}};

const Rhythm& rhythm_of(PaymentInterval interval) { return kRhythms[static_cast<std::size_t>(interval)]; }

struct Payment {
  std::uint32_t customer;
  std::int32_t day;
  double amount;
};

// Whole orders, by customer and day.
std::vector<Payment> payments_of(std::span<const Order> orders, std::int32_t until, std::uint16_t currency) {
  std::vector<Order> lines;
  for (const Order& order : orders) {
    if (order.customer != kGuest && order.currency == currency && order.day <= until &&
        std::isfinite(order.amount))
      lines.push_back(order);
  }
  std::sort(lines.begin(), lines.end(), [](const Order& a, const Order& b) {
    return std::tie(a.customer, a.day, a.order, a.amount) < std::tie(b.customer, b.day, b.order, b.amount);
  });
  std::vector<Payment> payments;
  for (std::size_t i = 0; i < lines.size();) {
    Payment payment{lines[i].customer, lines[i].day, 0};
    const std::uint32_t order = lines[i].order;
    for (; i < lines.size() && lines[i].customer == payment.customer && lines[i].day == payment.day &&
           lines[i].order == order;
         ++i)
      payment.amount += lines[i].amount;
    if (payment.amount > 0.005) payments.push_back(payment);
  }
  return payments;
}

// The range of like amounts that holds most payments; of equals the lowest.
std::pair<double, double> usual_range(std::span<const Payment> payments, std::vector<double>& amounts) {
  amounts.clear();
  for (const Payment& payment : payments) amounts.push_back(payment.amount);
  std::sort(amounts.begin(), amounts.end());
  std::size_t best = 0;
  std::pair<double, double> range;
  for (std::size_t low = 0, high = 0; low < amounts.size(); ++low) {
    while (high < amounts.size() && amounts[high] <= amounts[low] * kLikeAmounts) ++high;
    if (high - low <= best) continue;
    best = high - low;
    range = {amounts[low], amounts[high - 1]};
  }
  return range;
}

std::optional<PaymentInterval> rhythm_of_gaps(std::span<const std::int32_t> gaps) {
  for (std::size_t i = 0; i < kRhythms.size(); ++i) {
    const auto fitting = static_cast<double>(std::count_if(gaps.begin(), gaps.end(), [&](std::int32_t gap) {
      return gap >= kRhythms[i].least && gap <= kRhythms[i].most;
    }));
    if (fitting >= kRegularGaps * static_cast<double>(gaps.size()) && fitting >= kFewestPayments - 1)
      return static_cast<PaymentInterval>(i);
  }
  return std::nullopt;
}

class Finder {
 public:
  // `own`: all payments of one customer, by day.
  std::optional<Subscription> find(std::span<const Payment> own) {
    if (own.size() < kFewestPayments) return std::nullopt;
    const auto [low, high] = usual_range(own, amounts_);
    chain_.clear();
    for (const Payment& payment : own) {
      const bool is_like = payment.amount >= low && payment.amount <= high;
      if (is_like && (chain_.empty() || chain_.back().day != payment.day)) chain_.push_back(payment);
    }
    if (chain_.size() < kFewestPayments) return std::nullopt;
    const auto meanwhile =
        static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [&](const Payment& payment) {
          return payment.day >= chain_.front().day && payment.day <= chain_.back().day;
        }));
    if (2 * chain_.size() < meanwhile) return std::nullopt;
    gaps_.clear();
    for (std::size_t i = 1; i < chain_.size(); ++i) gaps_.push_back(chain_[i].day - chain_[i - 1].day);
    const auto interval = rhythm_of_gaps(gaps_);
    return interval ? std::optional{made(chain_, *interval)} : std::nullopt;
  }

  // Of payments by day, at that interval.
  Subscription made(std::span<const Payment> payments, PaymentInterval interval) {
    const Rhythm& rhythm = rhythm_of(interval);
    Subscription subscription;
    subscription.customer = payments.front().customer;
    subscription.interval = interval;
    subscription.payments = static_cast<std::uint32_t>(payments.size());
    subscription.first_day = payments.front().day;
    subscription.last_day = payments.back().day;
    for (std::size_t i = 1; i < payments.size(); ++i)
      subscription.pauses += payments[i].day - payments[i - 1].day > kLateness * rhythm.days ? 1U : 0U;
    amounts_.clear();
    for (const Payment& payment : payments) amounts_.push_back(payment.amount);
    const auto middle = amounts_.begin() + static_cast<std::ptrdiff_t>(amounts_.size() / 2);
    std::nth_element(amounts_.begin(), middle, amounts_.end());
    subscription.amount = *middle;
    subscription.monthly = subscription.amount * kDaysAMonth / rhythm.days;
    return subscription;
  }

 private:
  std::vector<double> amounts_;
  std::vector<Payment> chain_;
  std::vector<std::int32_t> gaps_;
};

std::int64_t cents_of(double amount) { return std::llround(amount * 100); }

// How often each amount is paid, by subscribers at each interval and by all.
struct PlanPrice {
  std::array<std::uint64_t, kPaymentIntervals> subscribers{};
  std::uint64_t all = 0;

  [[nodiscard]] std::optional<PaymentInterval> interval() const {
    const auto most = std::max_element(subscribers.begin(), subscribers.end());
    if (static_cast<double>(*most) < kSubscribersPayments * static_cast<double>(all)) return std::nullopt;
    return static_cast<PaymentInterval>(most - subscribers.begin());
  }
};

void count_up(std::int32_t until, Subscriptions& result) {
  for (Subscription& subscription : result.all) {
    const double interval = days_of(subscription.interval);
    subscription.paid_until = subscription.last_day + static_cast<std::int32_t>(std::lround(interval));
    subscription.is_active = until - subscription.last_day <= kLateness * interval;
    const std::int32_t seen_until = subscription.is_active ? until : subscription.paid_until;
    const double days = seen_until - subscription.first_day;
    result.lifetimes.push_back({days, !subscription.is_active});
    result.months += days / kDaysAMonth;
    const auto at = static_cast<std::size_t>(subscription.interval);
    ++result.by_interval[at];
    result.paused += subscription.pauses > 0 ? 1U : 0U;
    if (subscription.is_active) {
      ++result.active;
      ++result.active_by_interval[at];
      result.monthly_revenue += subscription.monthly;
    } else {
      ++result.ended;
    }
  }
  if (!(result.months > 0)) return;
  const stats::Interval ended = stats::count_interval(result.ended);
  result.lost_a_month = static_cast<double>(result.ended) / result.months;
  result.lost_range = {std::min(1.0, ended.low / result.months), std::min(1.0, ended.high / result.months)};
}

}  // namespace

const char* name_of(PaymentInterval interval) noexcept { return rhythm_of(interval).name; }
double days_of(PaymentInterval interval) noexcept { return rhythm_of(interval).days; }

Stepped<Subscriptions> find_subscriptions(std::span<const Order> orders, std::int32_t until,
                                          std::uint16_t currency) {
  constexpr std::size_t kPaymentsPerPause = 20'000;
  const std::vector<Payment> payments = payments_of(orders, until, currency);
  co_yield Progress{"Looking for subscriptions", 0, payments.size()};
  Subscriptions result;
  if (payments.empty()) co_return result;
  std::int32_t first_day = payments.front().day;
  for (const Payment& payment : payments) first_day = std::min(first_day, payment.day);

  Finder finder;
  Random lots{kSeed};
  std::vector<Payment> drawn;
  std::uint64_t by_chance = 0;
  std::size_t paused_at = 0;
  std::vector<std::span<const Payment>> by_customer;
  for (std::size_t first = 0; first < payments.size();) {
    std::size_t last = first;
    while (last < payments.size() && payments[last].customer == payments[first].customer) ++last;
    const std::span<const Payment> own{payments.data() + first, last - first};
    by_customer.push_back(own);
    first = last;
    if (auto subscription = finder.find(own)) result.all.push_back(*subscription);
    for (int draw = 0; draw < kDraws && own.size() >= kFewestPayments; ++draw) {
      drawn.assign(own.begin(), own.end());
      const auto days = static_cast<std::uint32_t>(until - first_day + 1);
      for (Payment& payment : drawn) payment.day = first_day + static_cast<std::int32_t>(lots.below(days));
      std::sort(drawn.begin(), drawn.end(), [](const Payment& a, const Payment& b) {
        return std::tie(a.day, a.amount) < std::tie(b.day, b.amount);
      });
      by_chance += finder.find(drawn) ? 1U : 0U;
    }
    if (last - paused_at < kPaymentsPerPause) continue;
    paused_at = last;
    co_yield Progress{"Looking for subscriptions", last, payments.size()};
  }
  result.by_chance = static_cast<double>(by_chance) / kDraws;
  const auto regular = static_cast<double>(result.all.size());
  if (result.all.size() < kFewestSubscribers || regular <= kTimesChance * result.by_chance) {
    if (!result.all.empty())
      result.remark = std::to_string(result.all.size()) +
                      (result.all.size() == 1 ? " customer pays" : " customers pay") +
                      " at a regular interval; not enough to tell subscriptions from chance";
    result.all.clear();
    co_return result;
  }
  result.is_made = true;

  std::map<std::int64_t, PlanPrice> prices;
  for (const Payment& payment : payments) ++prices[cents_of(payment.amount)].all;
  std::size_t next = 0;
  for (const std::span<const Payment> own : by_customer) {
    if (next == result.all.size() || result.all[next].customer != own.front().customer) continue;
    for (const Payment& payment : own)
      ++prices[cents_of(payment.amount)].subscribers[static_cast<std::size_t>(result.all[next].interval)];
    ++next;
  }
  co_yield Progress{"Looking for subscriptions", 0, 0};
  std::vector<Subscription> newer;
  next = 0;
  for (const std::span<const Payment> own : by_customer) {
    if (next < result.all.size() && result.all[next].customer == own.front().customer) {
      ++next;
    } else if (own.size() < kFewestPayments) {
      const auto interval = prices[cents_of(own.back().amount)].interval();
      const bool is_one_price = cents_of(own.front().amount) == cents_of(own.back().amount);
      if (interval && is_one_price) newer.push_back(finder.made(own, *interval));
    }
  }
  result.all.insert(result.all.end(), newer.begin(), newer.end());
  std::sort(result.all.begin(), result.all.end(),
            [](const Subscription& a, const Subscription& b) { return a.customer < b.customer; });
  count_up(until, result);
  co_return result;
}

}  // namespace attune::customer
