#include "chart/text_measure.hpp"

#include <string>

#include <catch_amalgamated.hpp>

using namespace attune::chart;

TEST_CASE("text that is too wide ends in an ellipsis and fits", "[chart][text]") {
  const EstimatedTextMeasure measure;
  const std::string text = "Waiting time at the counter";
  CHECK(fit_text(measure, text, 1000, kLabelText) == text);
  for (double width = 1; width < 170; width += 3) {
    const std::string fitted = fit_text(measure, text, width, kLabelText);
    CHECK(measure.width(fitted, kLabelText) <= width);
    if (!fitted.empty() && fitted != text) CHECK(fitted.ends_with("\u2026"));
  }
}

TEST_CASE("letters of more than one byte are never cut in two", "[chart][text]") {
  const EstimatedTextMeasure measure;
  const std::string fitted = fit_text(measure, "ééééééééé", 40, kLabelText);
  CHECK(fitted.ends_with("é\u2026"));
}

TEST_CASE("a paragraph breaks at spaces, and a word too long for a line anywhere", "[chart][text]") {
  const EstimatedTextMeasure measure;
  const auto lines = wrap_text(measure, "one two three four five six seven", 70, kLabelText, 9);
  CHECK(lines.size() >= 3);
  for (const std::string& line : lines) {
    CHECK(measure.width(line, kLabelText) <= 70);
    CHECK_FALSE(line.ends_with(" "));
  }
  for (const std::string& line :
       wrap_text(measure, "Donaudampfschifffahrtsgesellschaft", 60, kLabelText, 9)) {
    CHECK(measure.width(line, kLabelText) <= 60);
  }
  CHECK(wrap_text(measure, "one two three four", 40, kLabelText, 1).size() == 1);
  CHECK(wrap_text(measure, "anything", 0, kLabelText, 3).empty());
}
