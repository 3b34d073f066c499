#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <catch_amalgamated.hpp>

#include "gallery.hpp"

using namespace attune::chart;

namespace {

constexpr double kSlack = 0.01;

struct Collector {
  const TextMeasure& measure;
  std::vector<std::pair<std::string, Rect>> texts{};
  std::vector<Rect> others{};

  void operator()(const TextMark& mark) { texts.emplace_back(mark.text, box_of(mark, measure)); }
  void operator()(const PathMark& mark) {
    for (const Point& point : mark.points) others.push_back({point.x, point.y, 0, 0});
  }
  void operator()(const AreaMark& mark) {
    for (std::size_t i = 0; i < mark.x.size(); ++i) {
      others.push_back(rect_between({mark.x[i], mark.low.at(i)}, {mark.x[i], mark.high.at(i)}));
    }
  }
  void operator()(const RectMark& mark) { others.push_back(mark.box); }
  void operator()(const PointMark& mark) {
    others.push_back({mark.at.x - mark.radius, mark.at.y - mark.radius, 2 * mark.radius, 2 * mark.radius});
  }
  void operator()(const RuleMark& mark) { others.push_back(rect_between(mark.from, mark.to)); }
};

bool is_finite(const Rect& box) { return std::isfinite(box.x + box.y + box.width + box.height); }

bool is_within(const Rect& box, Size size, double slack) {
  return is_finite(box) && box.x >= -slack && box.y >= -slack && box.right() <= size.width + slack &&
         box.bottom() <= size.height + slack;
}

Rect shrunk(const Rect& box) {
  return {box.x + kSlack, box.y + kSlack, box.width - 2 * kSlack, box.height - 2 * kSlack};
}

void check_layout(const Chart& chart, const TextMeasure& measure) {
  Collector seen{measure};
  for (const Mark& mark : chart.marks) std::visit(seen, mark);
  for (const auto& [text, box] : seen.texts) {
    if (!text.empty() && is_within(box, chart.size, kSlack)) continue;
    FAIL_CHECK("\"" << text << "\" leaves the frame: " << box.x << "," << box.y << " " << box.width << "x"
                    << box.height);
  }
  for (const Rect& box : seen.others) {
    if (is_within(box, chart.size, 3)) continue;
    FAIL_CHECK("a mark leaves the frame: " << box.x << "," << box.y << " " << box.width << "x" << box.height);
  }
  for (std::size_t a = 0; a < seen.texts.size(); ++a) {
    for (std::size_t b = a + 1; b < seen.texts.size(); ++b) {
      if (!shrunk(seen.texts[a].second).intersects(seen.texts[b].second)) continue;
      FAIL_CHECK("\"" << seen.texts[a].first << "\" touches \"" << seen.texts[b].first << "\"");
    }
  }
}

}  // namespace

TEST_CASE("nothing is cut off and no text touches another: any size, long words, right to left",
          "[chart][layout]") {
  const Size sizes[] = {{200, 120}, {200, 400}, {320, 200}, {360, 240}, {640, 320}, {1400, 420}, {3000, 500}};
  for (const gallery::Exhibit& exhibit : gallery::exhibits()) {
    for (const Size size : sizes) {
      for (unsigned choice = 0; choice < 8; ++choice) {
        const EstimatedTextMeasure measure{(choice & 1U) != 0 ? 1.4 : 1.0};
        const bool is_right_to_left = (choice & 2U) != 0;
        const bool shows_title = (choice & 4U) != 0;
        INFO(exhibit.name << " at " << size.width << "x" << size.height
                          << ((choice & 1U) != 0 ? ", long words" : "")
                          << (is_right_to_left ? ", right to left" : "")
                          << (shows_title ? ", with title" : ""));
        const Surface surface{size, measure, {Language::German}, is_right_to_left, shows_title};
        check_layout(exhibit.lay_out(surface), measure);
      }
    }
  }
}

TEST_CASE("a chart in a box too small for anything still has finite marks", "[chart][layout]") {
  const EstimatedTextMeasure measure;
  const Size sizes[] = {{0, 0}, {1, 1}, {20, 10}, {60, 40}, {-5, -5}};
  for (const gallery::Exhibit& exhibit : gallery::exhibits()) {
    for (const Size size : sizes) {
      Collector seen{measure};
      for (const Mark& mark : exhibit.lay_out({size, measure}).marks) std::visit(seen, mark);
      INFO(exhibit.name << " at " << size.width << "x" << size.height);
      for (const Rect& box : seen.others) {
        if (!is_finite(box)) FAIL_CHECK("a mark that is not finite");
      }
    }
  }
}

TEST_CASE("every chart tells its title, a summary and a table", "[chart][describe]") {
  const EstimatedTextMeasure measure;
  for (const gallery::Exhibit& exhibit : gallery::exhibits()) {
    const Chart chart = exhibit.lay_out({exhibit.size, measure});
    INFO(exhibit.name);
    CHECK_FALSE(chart.description.title.empty());
    CHECK_FALSE(chart.description.summary.empty());
    CHECK(chart.description.table.rows.empty() == chart.hits.empty());
    for (const auto& row : chart.description.table.rows)
      CHECK(row.size() == chart.description.table.columns.size());
    for (const HitRegion& hit : chart.hits) CHECK_FALSE(hit.lines.empty());
  }
}
