// Whether a page fits: in every size, language and with longer words.
//
//   const Size size = GENERATE(from_range(kSizes));
//   for (const std::string_view wording : kWordings) { Page page(...); wear(page, wording); ...;
//   check_that_all_fits(page, size); }
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

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

// How many items each page of this snapshot has. One canvas at a time: Dear ImGui has one context.
template <class Paths>
std::vector<std::size_t> items_of_pages(const snapshot::Snapshot& snapshot, const Paths& paths) {
  Page page;
  page.load(snapshot);
  std::vector<std::size_t> items;
  for (const std::string_view path : paths) {
    page.go_to(path);
    items.push_back(page.canvas.semantics().items().size());
  }
  return items;
}

// Tables hold the rows in view only; a few more items for longer figures and their notes.
inline void check_that_no_more_is_drawn(const std::vector<std::size_t>& of_few,
                                        const std::vector<std::size_t>& of_many) {
  REQUIRE(of_few.size() == of_many.size());
  for (std::size_t i = 0; i < of_few.size(); ++i) {
    INFO("page " << i);
    CHECK(of_many[i] <= of_few[i] + 20);
  }
}

}  // namespace attune::test
