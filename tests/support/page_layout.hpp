// Whether a page fits: in every size, language and with longer words.
//
//   const Size size = GENERATE(from_range(kSizes));
//   for (const std::string_view wording : kWordings) { Page page(...); wear(page, wording); ...;
//   check_that_all_fits(page, size); }
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "support/ui_page.hpp"

namespace attune::test {

struct Size {
  float width, height, scale;  // CSS pixels; device pixels to each
};
constexpr Size kSizes[] = {{1280, 720, 1}, {1920, 1080, 2}, {390, 844, 3}, {360, 640, 1.25F}};
// "stretched": English, 40 % longer.
constexpr std::string_view kWordings[] = {"en", "de", "fr", "es", "stretched"};

inline void wear(Page& page, std::string_view wording) {
  if (wording == "stretched") return page.shell.stretch_texts();
  page.tell(std::string{R"({"type":"language","language":")"} + std::string{wording} + "\"}");
}

// Every item has an id of its own and lies within the width; rows of tables may be wider, they scroll.
inline void check_that_all_fits(Page& page, const Size& size) {
  std::set<std::uint32_t> ids;
  for (const ui::MirrorItem& item : page.canvas.semantics().items()) {
    INFO(page.canvas.semantics().text(item.name) << " at " << size.width);
    CHECK(ids.insert(item.id).second);
    if (item.role == ui::Role::Row || item.role == ui::Role::Cell || item.role == ui::Role::ColumnHeader)
      continue;
    CHECK(item.x >= -1);
    CHECK(item.x + item.width <= size.width * size.scale + 1);
  }
}

}  // namespace attune::test
