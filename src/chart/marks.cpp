#include "chart/marks.hpp"

namespace attune::chart {

Rect box_of(const TextMark& mark, const TextMeasure& measure) {
  const double width = measure.width(mark.text, mark.style);
  const double height = line_height(mark.style);
  const double left = mark.align == Align::Start    ? mark.at.x
                      : mark.align == Align::Middle ? mark.at.x - width / 2
                                                    : mark.at.x - width;
  return {left, mark.at.y - height / 2, width, height};
}

}  // namespace attune::chart
