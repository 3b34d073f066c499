#include "base/stepped.hpp"

#include <memory>
#include <utility>
#include <vector>

#include <catch_amalgamated.hpp>

namespace {

attune::Stepped<int> sum_to(int last) {
  int sum = 0;
  for (int i = 1; i <= last; ++i) {
    sum += i;
    co_yield attune::Progress{"Adding", static_cast<std::size_t>(i), static_cast<std::size_t>(last)};
  }
  co_return sum;
}

attune::Stepped<int> twice(int last) {
  auto inner = sum_to(last);
  while (inner.advance()) co_yield inner.progress();
  co_return 2 * std::move(inner).result();
}

attune::Stepped<std::unique_ptr<int>> never_ends(std::shared_ptr<int> witness) {
  for (;;) co_yield attune::Progress{"Waiting", static_cast<std::size_t>(*witness), 0};
  co_return nullptr;
}

}  // namespace

TEST_CASE("a stepped computation reports how far it is and ends with its result", "[base][stepped]") {
  auto adding = sum_to(3);
  std::vector<std::size_t> done;
  while (adding.advance()) done.push_back(adding.progress().done);

  CHECK(done == std::vector<std::size_t>{1, 2, 3});
  CHECK(std::move(adding).result() == 6);
}

TEST_CASE("a stepped computation may be part of another one", "[base][stepped]") {
  auto outer = twice(4);
  REQUIRE(outer.advance());
  CHECK(outer.progress().total == 4);
  CHECK(std::move(outer).run() == 20);
}

TEST_CASE("destroying a stepped computation cancels it and frees what it holds", "[base][stepped]") {
  const auto witness = std::make_shared<int>(7);
  {
    auto waiting = never_ends(witness);
    CHECK(waiting.step(std::chrono::milliseconds{1}));
    CHECK(witness.use_count() == 2);
  }
  CHECK(witness.use_count() == 1);
}
