#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <catch_amalgamated.hpp>

#include "report/document.hpp"
#include "report/insight_sections.hpp"
#include "report/overview_report.hpp"

using namespace attune;
using namespace attune::report;

namespace {

snapshot::Snapshot bakery() {
  snapshot::Snapshot snapshot;
  snapshot.model_loaded = true;
  snapshot::FileSummary& file = snapshot.files.emplace_back();
  file.name = "reviews.csv";
  file.rows = 412;
  file.rejected = 3;
  snapshot.rejected_rows = 3;
  snapshot::Overview& overview = snapshot.overview;
  overview.reviews = 412;
  overview.rating = {4.21, 4.11, 4.31, 400};
  overview.stars = {20, 15, 45, 120, 200};
  overview.sentiment.negative = 60;
  overview.sentiment.neutral = 52;
  overview.sentiment.positive = 300;
  overview.positive_share = {0.728, 0.683, 0.769, 412};
  overview.negative_share = {0.146, 0.115, 0.183, 412};
  for (int month = 0; month < 6; ++month) {
    snapshot::TrendPoint point;
    point.first_day = 19723 + 30 * month;
    point.n = month == 2 ? 3 : 60;
    point.rating = {4.0 + 0.1 * month, 3.8 + 0.1 * month, 4.2 + 0.1 * month, point.n};
    overview.trend.push_back(point);
  }
  overview.first_day = 19723;
  overview.last_day = 19900;
  snapshot::Quote& complaint = overview.complaints.emplace_back();
  complaint.text = "Waited <b>30</b> minutes & got the wrong cake";
  complaint.source = "Google";
  complaint.product = "Cake";
  complaint.day = 19790;
  overview.praise.emplace_back().text = "The best rye bread in town";
  return snapshot;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a report is one page that fetches nothing and runs nothing", "[report][html]") {
  const std::string html = html_from_document(overview_document(bakery()));
  CHECK(html.starts_with("<!doctype html>"));
  CHECK(has(html, "default-src 'none'"));
  for (const char* forbidden :
       {"<script", "http://", "https://", "@import", "url(", "<link", "<img", "<iframe", "onload="}) {
    INFO(forbidden);
    std::string rest = html;
    // The SVG namespace is a name, not an address.
    for (std::size_t at; (at = rest.find("http://www.w3.org/2000/svg")) != std::string::npos;)
      rest.erase(at, 26);
    CHECK_FALSE(has(rest, forbidden));
  }
}

TEST_CASE("what customers wrote is shown as text, never as markup", "[report][html]") {
  const std::string html = html_from_document(overview_document(bakery()));
  CHECK(has(html, "Waited &lt;b&gt;30&lt;/b&gt; minutes &amp; got the wrong cake"));
  CHECK_FALSE(has(html, "<b>30</b>"));
}

TEST_CASE("the overview report tells figures with interval and n, and each chart with its table",
          "[report][overview]") {
  const std::string html = html_from_document(overview_document(bakery()));
  CHECK(has(html, "4.21"));
  CHECK(has(html, "95% interval 4.11 to 4.31, n = 400"));
  CHECK(has(html, "73%"));
  CHECK(has(html, "3 rows could not be used"));
  std::size_t figures = 0;
  for (std::size_t at = 0; (at = html.find("<figure>", at)) != std::string::npos; ++at) ++figures;
  CHECK(figures == 3);
  CHECK(has(html, "id=\"figure-1-title\""));
  CHECK(has(html, "id=\"figure-3-title\""));
}

TEST_CASE("groups smaller than five are withheld from a report", "[report][overview]") {
  snapshot::Snapshot snapshot = bakery();
  snapshot.overview.positive_share.n = 4;
  const Document document = overview_document(snapshot);
  const std::string html = html_from_document(document);
  CHECK(has(html, "Too few reviews to tell"));
  CHECK_FALSE(has(html, "73%</dd>"));
  CHECK_FALSE(has(html, "n = 3<"));  // the month of three reviews is a gap
}

TEST_CASE("a report can leave out what people wrote", "[report][overview]") {
  const std::string html =
      html_from_document(overview_document(bakery(), {.locale = {}, .title = {}, .includes_quotes = false}));
  CHECK_FALSE(has(html, "rye bread"));
  CHECK(has(html, "4.21"));
}

TEST_CASE("an empty analysis still makes a report", "[report][overview]") {
  const Document document = overview_document({});
  CHECK_FALSE(document.title.empty());
  CHECK(has(html_from_document(document), "language model was not available"));
}

TEST_CASE("the report speaks German", "[report][overview]") {
  const std::string html =
      html_from_document(overview_document(bakery(), {.locale = {chart::Language::German}, .title = {}}));
  CHECK(has(html, "lang=\"de\""));
  CHECK(has(html, "Mittlere Bewertung"));
  CHECK(has(html, "4,21"));
}

TEST_CASE("the overview report is written as approved", "[report][golden]") {
  const std::string html = html_from_document(overview_document(bakery()));
  const std::string path = std::string{ATTUNE_SOURCE_DIR} + "/tests/golden/report/overview.html";
  if (std::getenv("ATTUNE_APPROVE") != nullptr) std::ofstream{path, std::ios::binary} << html;
  std::ifstream file{path, std::ios::binary};
  const std::string approved{std::istreambuf_iterator<char>{file}, {}};
  INFO("Look at the change in tests/golden/report, then accept it with: ci/approve golden");
  CHECK((approved == html));
}

TEST_CASE("what it means stands in the report, but no small group and no customer", "[report][insight]") {
  snapshot::Snapshot snapshot = bakery();
  const auto topic = [&snapshot](const char* name, std::uint64_t n) {
    snapshot::Topic& one = snapshot.insight.topics.topics.emplace_back();
    one.name = name;
    one.n = n;
    one.share = {0.1, 0.08, 0.12, 412};
    one.net = {-0.4, -0.6, -0.2, n};
  };
  topic("waiting", 48);
  topic("wedding of the Millers", 2);
  snapshot::Driver& driver = snapshot.insight.drivers.drivers.emplace_back();
  driver.name = "waiting";
  driver.n = 48;
  driver.effect = {-0.8, -1.1, -0.5, 48};
  snapshot::Priority& fix = snapshot.insight.priorities.emplace_back();
  fix.kind = snapshot::PriorityKind::Fix;
  fix.name = "waiting";
  fix.sentence = "Fix the waiting: 31 of 48 reviews complain about it";
  fix.evidence.n = 48;
  snapshot::Priority& call = snapshot.insight.priorities.emplace_back();
  call.kind = snapshot::PriorityKind::CallBack;
  call.name = "Ida Haas";
  call.sentence = "Call Ida Haas back";
  call.evidence.n = 7;

  const std::string html = html_from_document(full_document(snapshot));
  CHECK(has(html, "Fix the waiting"));
  CHECK(has(html, "What moves the rating"));
  CHECK(has(html, "<svg"));
  CHECK(has(html, "1 groups of fewer than five"));
  CHECK_FALSE(has(html, "Millers"));
  CHECK_FALSE(has(html, "Ida Haas"));

  OverviewOptions german;
  german.locale.language = chart::Language::German;
  const std::string other = html_from_document(full_document(snapshot, german));
  CHECK(has(other, "Was zu verbessern ist"));
  CHECK_FALSE(has(other, "Fix the waiting"));
  CHECK(html == html_from_document(full_document(snapshot)));
}
