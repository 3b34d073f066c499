#include "gallery.hpp"

#include <chrono>

namespace attune::chart::gallery {

double month_start(int year, unsigned month) {
  const int years = static_cast<int>((month - 1) / 12);
  const std::chrono::sys_days day =
      std::chrono::year{year + years} / std::chrono::month{(month - 1) % 12 + 1} / std::chrono::day{1};
  return real(day.time_since_epoch().count()) * 86400;
}

const std::vector<Exhibit>& exhibits() {
  static const std::vector<Exhibit> all = [] {
    std::vector<Exhibit> made;
    add_lines(made);
    add_bars(made);
    add_more(made);
    return made;
  }();
  return all;
}

}  // namespace attune::chart::gallery
