#include "inference/batcher.hpp"

#include <catch_amalgamated.hpp>
#include <set>
#include <vector>

#include "base/random.hpp"

using attune::inference::Batcher;
using attune::inference::PlannedBatch;

TEST_CASE("short texts come first, padded with zeros to the longest of their batch", "[inference][batcher]") {
  Batcher batcher{{.max_rows = 2, .max_tokens = 100}};
  CHECK(batcher.add(std::vector<std::int32_t>{7, 8, 9}) == 0);
  CHECK(batcher.add(std::vector<std::int32_t>{5}) == 1);
  CHECK(batcher.add(std::vector<std::int32_t>{}) == 2);
  CHECK(batcher.waiting() == 3);
  PlannedBatch planned;

  REQUIRE(batcher.next(planned));
  CHECK(planned.items == std::vector<std::size_t>{2, 1});
  CHECK(planned.batch.width == 1);
  CHECK(planned.batch.ids == std::vector<std::int32_t>{0, 5});

  REQUIRE(batcher.next(planned));
  CHECK(planned.items == std::vector<std::size_t>{0});
  CHECK(planned.batch.ids == std::vector<std::int32_t>{7, 8, 9});
  CHECK(batcher.waiting() == 0);
  CHECK_FALSE(batcher.next(planned));
}

TEST_CASE("a text longer than the limit is a batch of its own", "[inference][batcher]") {
  Batcher batcher{{.max_rows = 16, .max_tokens = 4}};
  batcher.add(std::vector<std::int32_t>(9, 1));
  batcher.add(std::vector<std::int32_t>(9, 2));
  PlannedBatch planned;
  REQUIRE(batcher.next(planned));
  CHECK(planned.batch.rows == 1);
  CHECK(planned.batch.width == 9);
  REQUIRE(batcher.next(planned));
  CHECK(planned.items == std::vector<std::size_t>{1});
}

TEST_CASE("every text comes out once, within the limits, whenever it was added", "[inference][batcher]") {
  attune::Random random{3};
  Batcher batcher{{.max_rows = 5, .max_tokens = 64}};
  std::vector<std::vector<std::int32_t>> texts;
  std::set<std::size_t> seen;
  PlannedBatch planned;
  for (int round = 0; round < 500; ++round) {
    for (std::uint32_t i = random.below(4); i > 0; --i) {
      texts.emplace_back(random.below(40), static_cast<std::int32_t>(1 + random.below(1000)));
      REQUIRE(batcher.add(texts.back()) == texts.size() - 1);
    }
    if (!batcher.next(planned)) continue;
    REQUIRE(planned.batch.ids.size() == planned.batch.rows * planned.batch.width);
    REQUIRE(planned.batch.rows <= 5);
    REQUIRE((planned.batch.rows == 1 || planned.batch.rows * planned.batch.width <= 64));
    for (std::size_t row = 0; row < planned.batch.rows; ++row) {
      REQUIRE(seen.insert(planned.items[row]).second);
      std::vector<std::int32_t> expected = texts[planned.items[row]];
      expected.resize(planned.batch.width, 0);
      const auto begin = planned.batch.ids.begin() + static_cast<std::ptrdiff_t>(row * planned.batch.width);
      REQUIRE(std::vector<std::int32_t>(begin, begin + static_cast<std::ptrdiff_t>(planned.batch.width)) ==
              expected);
    }
  }
  while (batcher.next(planned)) seen.insert(planned.items.begin(), planned.items.end());
  CHECK(seen.size() == texts.size());
  CHECK(batcher.waiting() == 0);

  batcher.clear();
  CHECK(batcher.add(std::vector<std::int32_t>{1}) == 0);
}
