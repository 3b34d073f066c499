// The letters that every page shows, rasterised in idle moments before they are needed: the browser takes
// about a millisecond for a few of them, and a first page has hundreds.
#pragma once

#include <cstddef>
#include <functional>

namespace attune::ui {

struct Context;

class GlyphWarmer {
 public:
  // Works until `is_over()`, at least for one letter. True when nothing is left to do at this scale. Between
  // frames.
  bool work(Context& ui, const std::function<bool()>& is_over);

  void begin_again() noexcept { next_ = 0; }  // after a change of scale or of ink

 private:
  std::size_t next_ = 0;
};

}  // namespace attune::ui
