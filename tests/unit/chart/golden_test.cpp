#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <catch_amalgamated.hpp>

#include "chart/marks_text.hpp"
#include "chart/svg_painter.hpp"
#include "gallery.hpp"

using namespace attune::chart;

namespace {

std::string read_file(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// Compares with the approved file. With ATTUNE_APPROVE set (ci/approve golden) it becomes the approved one.
void check_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string{ATTUNE_SOURCE_DIR} + "/tests/golden/chart/" + name;
  if (std::getenv("ATTUNE_APPROVE") != nullptr) {
    std::ofstream{path, std::ios::binary} << text;
    return;
  }
  const std::string approved = read_file(path);
  if (approved == text) return;
  std::size_t line = 1;
  std::size_t at = 0;
  for (; at < approved.size() && at < text.size() && approved[at] == text[at]; ++at)
    line += text[at] == '\n' ? 1 : 0;
  FAIL_CHECK("tests/golden/chart/" << name << " differs from line " << line << ": " << text.substr(at, 60)
                                   << "\nLook at the change, then accept it with: ci/approve golden");
}

}  // namespace

TEST_CASE("every plot is laid out and painted as approved", "[chart][golden]") {
  const EstimatedTextMeasure measure;
  for (const gallery::Exhibit& exhibit : gallery::exhibits()) {
    Surface surface{exhibit.size, measure};
    surface.shows_title = exhibit.size.height >= 160;
    const Chart chart = exhibit.lay_out(surface);
    // A line of thousands of points is checked by its picture alone.
    const std::string marks = text_from_chart(chart);
    if (marks.size() < 40000) check_golden(exhibit.name + ".txt", marks);
    check_golden(exhibit.name + ".svg", svg_from_chart(chart, {Theme::Light, true}));
  }
}

TEST_CASE("the same spec gives the same chart twice", "[chart][golden]") {
  const EstimatedTextMeasure measure;
  for (const gallery::Exhibit& exhibit : gallery::exhibits()) {
    const Surface surface{exhibit.size, measure};
    CHECK(text_from_chart(exhibit.lay_out(surface)) == text_from_chart(exhibit.lay_out(surface)));
  }
}
