#include "ui/state/sentences.hpp"

#include <catch_amalgamated.hpp>

using namespace attune;
using namespace attune::ui;
using chart::Language;
using snapshot::Estimate;
using snapshot::Granularity;

namespace {
const Strings kEnglish{Language::English};
}

TEST_CASE("every figure comes with its interval and its number of cases", "[ui][sentences]") {
  CHECK(rating_interval(Estimate{4.3, 4.1, 4.5, 1204}, kEnglish) == "4.1 to 4.5, 1,204 ratings");
  CHECK(share_interval(Estimate{0.18, 0.16, 0.2, 1204}, kEnglish) == "16% to 20%, 1,204 reviews");
  CHECK(review_count(1, kEnglish) == "1 review");
}

TEST_CASE("a narrow interval is told with more decimals", "[ui][sentences]") {
  CHECK(rating_interval(Estimate{4.2, 4.18, 4.21, 9}, kEnglish) == "4.18 to 4.21, 9 ratings");
}

TEST_CASE("an interval that says nothing is left out, the number of cases is not", "[ui][sentences]") {
  CHECK(rating_interval(Estimate{5, 5, 5, 1}, kEnglish) == "1 rating");
  CHECK(rating_interval(Estimate{}, kEnglish) == "no ratings in this data");
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  CHECK(share_interval(Estimate{0.5, nothing, nothing, 2}, kEnglish) == "2 reviews");
}

TEST_CASE("a few are not none, and most are not all", "[ui][sentences]") {
  CHECK(share_text(0.004, kEnglish) == "0.4%");
  CHECK(share_text(0.0004, kEnglish) == "under 0.1%");
  CHECK(share_text(0.9951, kEnglish) == "99.5%");
  CHECK(share_text(0.9996, kEnglish) == "over 99.9%");
  CHECK(share_text(0, kEnglish) == "0%");
  CHECK(share_text(1, kEnglish) == "100%");
}

TEST_CASE("progress says how far, how fast and how long", "[ui][sentences]") {
  protocol::RunProgress progress;
  progress.done = 12300;
  progress.total = 40000;
  progress.unit = "rows";
  progress.rate = 8000;
  progress.seconds_left = 3.4;
  CHECK(progress_text(progress, kEnglish) ==
        "12,300 of 40,000 reviews, 8,000 a second, about 4 seconds left");
  progress.total = 0;
  progress.seconds_left.reset();
  progress.rate = 0;
  CHECK(progress_text(progress, kEnglish) == "12,300 rows");
  progress.unit = "bytes";
  progress.total = 2'500'000;
  CHECK(progress_text(progress, kEnglish) == "12.3\u00A0kB of 2.5\u00A0MB");
}

TEST_CASE("work that counts neither rows nor bytes is told as a share", "[ui][sentences]") {
  protocol::RunProgress progress;
  progress.unit = "parts";
  CHECK(progress_text(progress, kEnglish).empty());
  progress.done = 1296;
  progress.total = 3000;
  progress.rate = 500;
  progress.seconds_left = 4;
  CHECK(progress_text(progress, kEnglish) == "43%, about 4 seconds left");
}

TEST_CASE("time left is told in the unit people would use", "[ui][sentences]") {
  CHECK(time_left_text(0.4, kEnglish) == "about a second left");
  CHECK(time_left_text(59.2, kEnglish) == "about 60 seconds left");
  CHECK(time_left_text(600, kEnglish) == "about 10 minutes left");
}

TEST_CASE("sizes are told in decimal units", "[ui][sentences]") {
  CHECK(size_text(0, kEnglish) == "0\u00A0bytes");
  CHECK(size_text(999, kEnglish) == "999\u00A0bytes");
  CHECK(size_text(999'999, kEnglish) == "1.0\u00A0MB");
  CHECK(size_text(314'000'000, kEnglish) == "314\u00A0MB");
}

TEST_CASE("a period of the trend ends where the next begins", "[ui][sentences]") {
  const Days january = days_from_civil({2024, 1, 1});
  CHECK(period_end(january, Granularity::Day) == january);
  CHECK(period_end(january, Granularity::Week) == january + 6);
  CHECK(period_end(january, Granularity::Month) == days_from_civil({2024, 1, 31}));
  CHECK(period_end(days_from_civil({2024, 2, 1}), Granularity::Month) == days_from_civil({2024, 2, 29}));
  CHECK(period_end(days_from_civil({2024, 10, 1}), Granularity::Quarter) == days_from_civil({2024, 12, 31}));
  CHECK(period_end(january, Granularity::Year) == days_from_civil({2024, 12, 31}));
  CHECK(period_text(january, Granularity::Month, kEnglish) == "Jan 2024");
}

TEST_CASE("ranges of days may be open at one end", "[ui][sentences]") {
  CHECK(day_range_text(19783, 19790, kEnglish) == "1 Mar 2024 to 8 Mar 2024");
  CHECK(day_range_text(19783, 19783, kEnglish) == "1 Mar 2024");
  CHECK(day_range_text(19783, {}, kEnglish) == "since 1 Mar 2024");
  CHECK(day_range_text({}, 19783, kEnglish) == "until 1 Mar 2024");
  CHECK(day_range_text({}, {}, kEnglish).empty());
}

TEST_CASE("files are told by the first name and how many more", "[ui][sentences]") {
  CHECK(files_text({}, kEnglish).empty());
  CHECK(files_text({"a.csv"}, kEnglish) == "a.csv");
  CHECK(files_text({"a.csv", "b.csv"}, kEnglish) == "a.csv and 1 more file");
  CHECK(files_text({"a.csv", "b.csv", "c.csv"}, kEnglish) == "a.csv and 2 more files");
}

TEST_CASE("numbers follow the language", "[ui][sentences]") {
  CHECK(review_count(1204, Strings{Language::German}) == "1.204 Bewertungen");
  CHECK(rating_interval(Estimate{4.3, 4.2, 4.4, 7}, Strings{Language::German}).starts_with("4,2"));
}
