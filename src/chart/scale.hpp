// From values to pixels and back.
#pragma once

#include <cstddef>
#include <cstdint>

#include "chart/geometry.hpp"

namespace attune::chart {

// A continuous scale. Values outside the domain land outside the range; NaN stays NaN.
class Scale {
 public:
  // Symlog: sign(v) * log(1 + |v|), for data with a long tail on both sides of zero (Webber 2013).
  // Time is linear in seconds since 1970-01-01 00:00 and differs in its ticks only.
  enum class Kind : std::uint8_t { Linear, Log, Symlog, Time };

  // A domain of no length is widened around its value; a log domain is cut to positive values.
  Scale(Kind kind, Interval domain, Interval range);

  [[nodiscard]] double at(double value) const noexcept;      // pixel of a value
  [[nodiscard]] double invert(double pixel) const noexcept;  // value at a pixel
  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] Interval domain() const noexcept { return domain_; }
  [[nodiscard]] Interval range() const noexcept { return range_; }

 private:
  [[nodiscard]] double forward(double value) const noexcept;
  [[nodiscard]] double backward(double value) const noexcept;

  Kind kind_;
  Interval domain_;
  Interval range_;
};

// Equal bands for categories. `padding` is the share of a band left empty around its bar, 0 to 1.
class BandScale {
 public:
  BandScale(std::size_t count, Interval range, double padding = 0.25) noexcept;
  [[nodiscard]] double step() const noexcept { return step_; }
  [[nodiscard]] double bandwidth() const noexcept { return step_ * (1 - padding_); }
  [[nodiscard]] double start(std::size_t index) const noexcept;
  [[nodiscard]] double center(std::size_t index) const noexcept { return start(index) + bandwidth() / 2; }

 private:
  Interval range_;
  double step_;
  double padding_;
};

}  // namespace attune::chart
