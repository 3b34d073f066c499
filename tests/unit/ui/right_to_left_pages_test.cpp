#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <catch_amalgamated.hpp>

#include "support/ui_page.hpp"

using namespace attune::ui;
using attune::test::Page;

namespace {

struct Span {
  float left = 0, right = 0;
};

}  // namespace

TEST_CASE("right to left, every page draws the same items as ever, each at its reflected place",
          "[ui][rtl]") {
  Page page(1280, 800);
  page.load(attune::test::full_snapshot());
  const std::string_view path = GENERATE("overview", "reviews", "topics", "trends", "files", "ask");
  page.go_to(path);
  const auto places_of = [&] {
    std::vector<std::pair<std::uint32_t, Span>> places;
    for (const MirrorItem& item : page.canvas.semantics().items())
      places.push_back({item.id, {item.x, item.x + item.width}});
    return places;
  };
  const auto before = places_of();
  page.tell(R"({"type":"language","language":"en-XB"})");
  page.settle();
  const auto after = places_of();
  REQUIRE(before.size() == after.size());
  REQUIRE(before.size() > 20);
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(before[i].first == after[i].first);
    CHECK(std::abs(after[i].second.left - (1280 - before[i].second.right)) < 0.01F);
    CHECK(std::abs(after[i].second.right - (1280 - before[i].second.left)) < 0.01F);
  }
}
