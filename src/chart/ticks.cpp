#include "chart/ticks.hpp"

#include <array>
#include <chrono>
#include <cmath>

namespace attune::chart {
namespace {

constexpr std::size_t kMostTicks = 64;  // a guard: no axis is legible with more

// Multiples of `step` inside the domain; computed from whole numbers so that 0.1 steps do not drift.
std::vector<double> multiples(Interval domain, double step) {
  std::vector<double> values;
  const double slack = step * 1e-9;
  const double first = std::ceil((domain.low() - slack) / step);
  const double last = std::floor((domain.high() + slack) / step);
  for (double i = first; i <= last && values.size() < kMostTicks; ++i) values.push_back(i * step);
  return values;
}

enum class Calendar : std::uint8_t { Hour, Day, Week, Month };

struct TimeStep {
  Calendar unit;
  int count;
  double seconds;  // about
};

constexpr double kDay = 86400;
constexpr std::array<TimeStep, 18> kTimeSteps{{{Calendar::Hour, 1, kDay / 24},
                                               {Calendar::Hour, 3, kDay / 8},
                                               {Calendar::Hour, 6, kDay / 4},
                                               {Calendar::Hour, 12, kDay / 2},
                                               {Calendar::Day, 1, kDay},
                                               {Calendar::Day, 2, kDay * 2},
                                               {Calendar::Week, 1, kDay * 7},
                                               {Calendar::Week, 2, kDay * 14},
                                               {Calendar::Month, 1, kDay * 30.4},
                                               {Calendar::Month, 2, kDay * 60.9},
                                               {Calendar::Month, 3, kDay * 91.3},
                                               {Calendar::Month, 6, kDay * 182.6},
                                               {Calendar::Month, 12, kDay * 365.25},
                                               {Calendar::Month, 24, kDay * 730.5},
                                               {Calendar::Month, 60, kDay * 1826.25},
                                               {Calendar::Month, 120, kDay * 3652.5},
                                               {Calendar::Month, 240, kDay * 7305},
                                               {Calendar::Month, 600, kDay * 18262.5}}};

std::chrono::year_month_day date_of(double seconds) {
  return std::chrono::sys_days{std::chrono::days{static_cast<int>(std::floor(seconds / kDay))}};
}

double seconds_of_month(int months_since_year_0) {
  const int year = static_cast<int>(std::floor(real(months_since_year_0) / 12));
  const auto month = static_cast<unsigned>(months_since_year_0 - year * 12 + 1);
  const std::chrono::sys_days day = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{1};
  return real(day.time_since_epoch().count()) * kDay;
}

std::vector<double> calendar_moments(Interval domain, const TimeStep& step) {
  std::vector<double> values;
  if (step.unit == Calendar::Month) {
    const auto first = date_of(domain.low());
    const int month =
        static_cast<int>(first.year()) * 12 + static_cast<int>(static_cast<unsigned>(first.month())) - 1;
    int at = static_cast<int>(std::floor(real(month) / step.count)) * step.count;
    for (; values.size() < kMostTicks; at += step.count) {
      const double seconds = seconds_of_month(at);
      if (seconds > domain.high()) break;
      if (seconds >= domain.low()) values.push_back(seconds);
    }
    return values;
  }
  const double length = step.seconds;
  // 1970-01-05 was a Monday.
  const double origin = step.unit == Calendar::Week ? 4 * kDay : 0;
  for (double moment : multiples({domain.low() - origin, domain.high() - origin}, length)) {
    values.push_back(moment + origin);
  }
  return values;
}

std::string time_label(double seconds, const TimeStep& step, bool is_first, bool is_new_year, bool is_new_day,
                       Locale locale) {
  switch (step.unit) {
    case Calendar::Hour:
      return format_date(seconds, is_new_day ? DateForm::Day : DateForm::Hour, locale);
    case Calendar::Day:
    case Calendar::Week:
      return format_date(seconds, is_first || is_new_year ? DateForm::DayOfYear : DateForm::Day, locale);
    case Calendar::Month:
      break;
  }
  if (step.count >= 12) return format_date(seconds, DateForm::Year, locale);
  const bool is_january = date_of(seconds).month() == std::chrono::January;
  if (is_january && !is_first) return format_date(seconds, DateForm::Year, locale);
  return format_date(seconds, is_first || is_new_year ? DateForm::MonthOfYear : DateForm::Month, locale);
}

}  // namespace

double tick_step(Interval domain, std::size_t most, double least) noexcept {
  const double rough = std::abs(domain.to / real(std::max<std::size_t>(most, 1)) -
                                domain.from / real(std::max<std::size_t>(most, 1)));
  if (!(rough > 0) || !std::isfinite(rough)) return std::max(least, 1.0);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
    if (factor * power >= rough * (1 - 1e-9)) return std::max(factor * power, least);
  }
  return std::max(10 * power, least);
}

Interval nice_domain(Interval domain, std::size_t most, double least) noexcept {
  const double step = tick_step(domain, most, least);
  const double low = std::floor(domain.low() / step + 1e-9) * step;
  const double high = std::ceil(domain.high() / step - 1e-9) * step;
  const double most_empty = step * 0.55;
  return {domain.low() - low > most_empty ? domain.low() - step * 0.05 : low,
          high - domain.high() > most_empty ? domain.high() + step * 0.05 : high};
}

std::vector<Tick> number_ticks(Interval domain, std::size_t most, const ValueFormat& format, Locale locale) {
  if (most == 0) return {};
  const double step = tick_step(domain, most, format.unit == Unit::Count ? 1 : 0);
  const double largest = std::max(std::abs(domain.from), std::abs(domain.to));
  std::vector<Tick> ticks;
  for (const double value : multiples(domain, step)) {
    ticks.push_back({value, format_tick(value, step, largest, format, locale)});
  }
  return ticks;
}

std::vector<Tick> log_ticks(Interval domain, std::size_t most, const ValueFormat& format, Locale locale) {
  std::vector<Tick> ticks;
  const int first = static_cast<int>(std::floor(std::log10(domain.low()) + 1e-9));
  const int last = static_cast<int>(std::ceil(std::log10(domain.high()) - 1e-9));
  const bool is_short = last - first <= 2;
  const int stride =
      std::max(1, static_cast<int>(std::ceil(real(last - first + 1) / real(std::max<std::size_t>(most, 1)))));
  for (int power = first; power <= last && ticks.size() < kMostTicks; power += stride) {
    for (const double factor : {1.0, 2.0, 5.0}) {
      const double value = factor * std::pow(10.0, power);
      if (factor > 1 && !is_short) break;
      if (value < domain.low() * (1 - 1e-9) || value > domain.high() * (1 + 1e-9)) continue;
      ticks.push_back({value, format_tick(value, std::pow(10.0, power), value, format, locale)});
    }
  }
  return ticks;
}

std::vector<Tick> time_ticks(Interval domain, std::size_t most, Locale locale) {
  constexpr double kYearsApart = 9000.0 * 365 * kDay;
  if (most == 0 || std::abs(domain.from) > kYearsApart || std::abs(domain.to) > kYearsApart) return {};
  const TimeStep* step = &kTimeSteps.back();
  for (const TimeStep& candidate : kTimeSteps) {
    if (std::abs(domain.length()) / candidate.seconds <= real(most)) {
      step = &candidate;
      break;
    }
  }
  std::vector<Tick> ticks;
  for (const double moment : calendar_moments(domain, *step)) {
    const bool is_first = ticks.empty();
    const bool is_new_year = !is_first && date_of(moment).year() != date_of(ticks.back().value).year();
    const bool is_new_day = is_first || date_of(moment) != date_of(ticks.back().value);
    ticks.push_back({moment, time_label(moment, *step, is_first, is_new_year, is_new_day, locale)});
  }
  return ticks;
}

std::vector<Tick> ticks_for(const Scale& scale, std::size_t most, const ValueFormat& format, Locale locale) {
  switch (scale.kind()) {
    case Scale::Kind::Time:
      return time_ticks(scale.domain(), most, locale);
    case Scale::Kind::Log:
      return log_ticks(scale.domain(), most, format, locale);
    case Scale::Kind::Linear:
    case Scale::Kind::Symlog:
      break;
  }
  if (scale.kind() == Scale::Kind::Linear) return number_ticks(scale.domain(), most, format, locale);
  std::vector<Tick> ticks;  // symlog: zero and the powers of ten on both sides
  const double largest = std::max(std::abs(scale.domain().from), std::abs(scale.domain().to));
  const double stride =
      std::max(1.0, std::ceil(2 * std::log10(largest + 1) / real(std::max<std::size_t>(most, 1))));
  for (double power = 0; std::pow(10.0, power) <= largest && ticks.size() < kMostTicks; power += stride) {
    const double value = std::pow(10.0, power);
    for (const double at : {-value, value}) {
      if (scale.domain().contains(at)) ticks.push_back({at, format_tick(at, value, value, format, locale)});
    }
  }
  if (scale.domain().contains(0)) ticks.push_back({0, format_tick(0, 1, 1, format, locale)});
  std::sort(ticks.begin(), ticks.end(), [](const Tick& a, const Tick& b) { return a.value < b.value; });
  return ticks;
}

}  // namespace attune::chart
