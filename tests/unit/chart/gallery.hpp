// Every plot with data of our own, plain and at its edges: what the golden and the layout tests look at.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "chart/chart.hpp"

namespace attune::chart::gallery {

struct Exhibit {
  std::string name;
  Size size;  // for the golden picture
  std::function<Chart(const Surface&)> lay_out;
};

[[nodiscard]] const std::vector<Exhibit>& exhibits();

template <class Spec, class Plot>
Exhibit exhibit(std::string name, Size size, Spec spec, Plot plot) {
  return {std::move(name), size,
          [spec = std::move(spec), plot](const Surface& surface) { return plot(spec, surface); }};
}

// Seconds since 1970 of the first of a month; months beyond 12 run on into the next years.
[[nodiscard]] double month_start(int year, unsigned month);

// The parts of the gallery.
void add_lines(std::vector<Exhibit>& all);
void add_bars(std::vector<Exhibit>& all);
void add_more(std::vector<Exhibit>& all);

}  // namespace attune::chart::gallery
