#include "chart/scale.hpp"

#include <cmath>
#include <limits>

namespace attune::chart {
namespace {

// Never infinite, never of no length, so that at() is finite for finite values.
Interval usable_domain(Scale::Kind kind, Interval domain) {
  if (!std::isfinite(domain.from) || !std::isfinite(domain.to)) domain = {0, 1};
  if (kind == Scale::Kind::Log) {
    const double top = domain.high() > 0 ? domain.high() : 1;
    const double bottom = domain.low() > 0 ? domain.low() : top / 1000;
    domain = domain.from <= domain.to ? Interval{bottom, top} : Interval{top, bottom};
    if (domain.from == domain.to) domain = {domain.from / 2, domain.to * 2};
    return domain;
  }
  // A domain narrower than the spacing of doubles around it cannot be divided into ticks.
  const double size = std::max(std::abs(domain.from), std::abs(domain.to));
  if (std::abs(domain.length()) <= size * 1e-12) {
    const double margin = size == 0 ? 0.5 : size * (kind == Scale::Kind::Time ? 1e-9 : 0.05);
    domain = {domain.from - margin, domain.to + margin};
  }
  return domain;
}

}  // namespace

Scale::Scale(Kind kind, Interval domain, Interval range)
    : kind_{kind}, domain_{usable_domain(kind, domain)}, range_{range} {}

double Scale::forward(double value) const noexcept {
  switch (kind_) {
    case Kind::Log:
      return value > 0 ? std::log(value) : std::numeric_limits<double>::quiet_NaN();
    case Kind::Symlog:
      return std::copysign(std::log1p(std::abs(value)), value);
    case Kind::Linear:
    case Kind::Time:
      break;
  }
  return value;
}

double Scale::backward(double value) const noexcept {
  switch (kind_) {
    case Kind::Log:
      return std::exp(value);
    case Kind::Symlog:
      return std::copysign(std::expm1(std::abs(value)), value);
    case Kind::Linear:
    case Kind::Time:
      break;
  }
  return value;
}

double Scale::at(double value) const noexcept {
  const double from = forward(domain_.from);
  const double to = forward(domain_.to);
  // Halved before they are subtracted: the domain may be as wide as doubles reach.
  const double share = (forward(value) / 2 - from / 2) / (to / 2 - from / 2);
  return range_.from + share * range_.length();
}

double Scale::invert(double pixel) const noexcept {
  if (range_.length() == 0) return domain_.from;
  const double share = (pixel - range_.from) / range_.length();
  const double from = forward(domain_.from);
  const double to = forward(domain_.to);
  return backward(from * (1 - share) + to * share);
}

BandScale::BandScale(std::size_t count, Interval range, double padding) noexcept
    : range_{range}, step_{count == 0 ? 0 : range.length() / real(count)}, padding_{padding} {}

double BandScale::start(std::size_t index) const noexcept {
  return range_.from + step_ * (real(index) + padding_ / 2);
}

}  // namespace attune::chart
