// The outline of every page: one heading for the page, and none that skips a level on its way down.
#include <string>

#include <catch_amalgamated.hpp>

#include "support/customer_snapshot.hpp"
#include "support/insight_snapshot.hpp"
#include "support/page_layout.hpp"
#include "support/ui_page.hpp"

using namespace attune;
using namespace attune::ui;
using attune::test::Page;

namespace {

constexpr std::string_view kViews[] = {"overview",
                                       "metrics",
                                       "reviews",
                                       "topics",
                                       "drivers",
                                       "trends",
                                       "ask",
                                       "customers",
                                       "segments",
                                       "value",
                                       "inbox",
                                       "recommendations",
                                       "playbooks",
                                       "files",
                                       "reviews?row=9",
                                       "metrics?open=nps",
                                       "topics?open=waiting",
                                       "customers?open=17"};

// Navigation has its own headings; the outline is that of the content.
void check_outline(Page& page) {
  const auto& items = page.canvas.semantics().items();
  const auto is_in_navigation = [&](const MirrorItem& item) {
    for (std::int32_t at = item.parent; at >= 0; at = items[static_cast<std::size_t>(at)].parent) {
      if (items[static_cast<std::size_t>(at)].role == Role::Navigation) return true;
    }
    return false;
  };
  int firsts = 0;
  std::int32_t last = 0;
  for (const MirrorItem& item : items) {
    if (item.role != Role::Heading || is_in_navigation(item)) continue;
    INFO("after level " << last << ": " << page.canvas.semantics().text(item.name));
    if (item.level == 1) ++firsts;
    // A drawer is a region of its own, which comes before the page's heading.
    if (last > 0) CHECK(item.level <= last + 1);
    last = item.level;
  }
  CHECK(firsts <= 1);
  CHECK(last > 0);
}

}  // namespace

TEST_CASE("headings descend level by level on every page", "[ui][headings]") {
  auto snapshot = test::full_snapshot();
  snapshot.insight = test::full_insight();
  snapshot.customers = test::full_customers();
  Page page(1600, 2400);
  page.load(snapshot);
  for (const std::string_view view : kViews) {
    page.go_to(view);
    INFO(view);
    check_outline(page);
  }
}

TEST_CASE("headings descend level by level where data is missing, and on the first page", "[ui][headings]") {
  {
    Page page;
    page.settle();
    check_outline(page);
  }
  Page page(1600, 2400);
  page.load(test::full_snapshot());
  for (const std::string_view view : kViews) {
    page.go_to(view);
    INFO(view);
    check_outline(page);
  }
}
