#include "chart/ticks.hpp"

#include <cmath>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "gallery.hpp"

using namespace attune::chart;
using gallery::month_start;

namespace {

constexpr Locale kEnglish{};

std::vector<std::string> labels(const std::vector<Tick>& ticks) {
  std::vector<std::string> texts;
  for (const Tick& tick : ticks) texts.push_back(tick.label);
  return texts;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("number ticks are multiples of 1, 2 or 5 with just the decimals they need", "[chart][ticks]") {
  CHECK(labels(number_ticks({0, 10}, 5, {}, kEnglish)) == Labels{"0", "2", "4", "6", "8", "10"});
  CHECK(labels(number_ticks({3.6, 4.9}, 4, {}, kEnglish)) == Labels{"4.0", "4.5"});
  CHECK(labels(number_ticks({0, 1}, 4, kPercentFormat, kEnglish)) == Labels{"0%", "50%", "100%"});
  CHECK(labels(number_ticks({0, 0.03}, 4, kPercentFormat, kEnglish)) == Labels{"0%", "1%", "2%", "3%"});
  CHECK(labels(number_ticks({-100, 100}, 4, {}, kEnglish)) ==
        Labels{"\u2212100", "\u221250", "0", "50", "100"});
}

TEST_CASE("an axis of counts never offers half a review", "[chart][ticks]") {
  CHECK(labels(number_ticks({0, 2}, 8, kCountFormat, kEnglish)) == Labels{"0", "1", "2"});
}

TEST_CASE("large amounts are short", "[chart][ticks]") {
  CHECK(labels(number_ticks({0, 60000}, 4, {Unit::Currency, -1, "EUR"}, kEnglish)) ==
        Labels{"€0", "€20k", "€40k", "€60k"});
  CHECK(labels(number_ticks({0, 2e6}, 4, {}, kEnglish)) == Labels{"0", "0.5M", "1M", "1.5M", "2M"});
  CHECK(labels(number_ticks({0, 2e6}, 2, {}, {Language::German})) ==
        Labels{"0", "1\u00A0Mio.", "2\u00A0Mio."});
}

TEST_CASE("tenths do not drift and no tick says minus zero", "[chart][ticks]") {
  for (const Tick& tick : number_ticks({-0.5, 0.7}, 14, {}, kEnglish)) {
    CHECK(tick.label.size() <= 6);
    CHECK(tick.label != "\u22120.0");
  }
}

TEST_CASE("an axis has ticks for any domain, and not too many", "[chart][ticks]") {
  for (const Interval domain :
       {Interval{0, 1e-12}, Interval{1e17, 1.0000001e17}, Interval{-1e300, 1e300}, Interval{5, 5.0001}}) {
    const Scale scale{Scale::Kind::Linear, domain, {0, 400}};
    const auto ticks = ticks_for(scale, 6, {}, kEnglish);
    CHECK(ticks.size() >= 1);
    CHECK(ticks.size() <= 8);
    for (const Tick& tick : ticks) CHECK(std::abs(scale.at(tick.value) - 200) <= 200.001);
  }
}

TEST_CASE("months are named, and each year says which it is", "[chart][ticks]") {
  CHECK(labels(time_ticks({month_start(2023, 1), month_start(2024, 2)}, 5, kEnglish)) ==
        Labels{"Jan 2023", "Apr", "Jul", "Oct", "2024"});
  CHECK(labels(time_ticks({month_start(2023, 10), month_start(2024, 2)}, 5, kEnglish)) ==
        Labels{"Oct 2023", "Nov", "Dec", "2024", "Feb"});
  CHECK(labels(time_ticks({month_start(2015, 1), month_start(2024, 2)}, 5, kEnglish)) ==
        Labels{"2016", "2018", "2020", "2022", "2024"});
}

TEST_CASE("weeks begin on Mondays, days and hours are told apart", "[chart][ticks]") {
  const double first = month_start(2024, 3);  // a Friday
  CHECK(labels(time_ticks({first, first + 20 * 86400.0}, 4, kEnglish)) ==
        Labels{"4 Mar 2024", "11 Mar", "18 Mar"});
  CHECK(labels(time_ticks({first, first + 86400.0}, 5, kEnglish)) ==
        Labels{"1 Mar", "06:00", "12:00", "18:00", "2 Mar"});
  CHECK(labels(time_ticks({first, first + 3 * 86400.0}, 4, {Language::German})) ==
        Labels{"1. März 2024", "2. März", "3. März", "4. März"});
}

TEST_CASE("a log axis marks powers of ten, and more of them where it is short", "[chart][ticks]") {
  CHECK(labels(log_ticks({1, 10000}, 8, {}, kEnglish)) == Labels{"1", "10", "100", "1,000", "10k"});
  CHECK(labels(log_ticks({1, 50}, 8, {}, kEnglish)) == Labels{"1", "2", "5", "10", "20", "50"});
}

TEST_CASE("a nice domain ends on whole steps unless that leaves half a step empty", "[chart][ticks]") {
  CHECK(nice_domain({0.2, 9.8}, 5) == Interval{0, 10});
  const Interval tight = nice_domain({0, 101}, 3);
  CHECK(tight.from == 0);
  CHECK(tight.to < 110);
}
