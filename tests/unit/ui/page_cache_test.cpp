#include "ui/state/page_cache.hpp"

#include <catch_amalgamated.hpp>

namespace {

using Cache = attune::ui::PageCache<int>;

struct Asked {
  std::uint64_t id, offset;
};

// Plays the engine: remembers what was asked and answers with the row's own number.
struct Source {
  std::vector<Asked> asked;
  std::uint64_t last_id = 0;

  void ask(Cache& cache) {
    cache.ask([this](std::uint64_t offset, std::uint64_t) {
      asked.push_back({++last_id, offset});
      return last_id;
    });
  }
  bool answer(Cache& cache, const Asked& one, std::uint64_t total, int plus = 0) const {
    std::vector<int> rows;
    for (auto i = one.offset; i < std::min(total, one.offset + Cache::kRowsPerPage); ++i) {
      rows.push_back(static_cast<int>(i) + plus);
    }
    return cache.receive(one.id, total, std::move(rows));
  }
  void answer_all(Cache& cache, std::uint64_t total, int plus = 0) {
    for (const Asked& one : asked) answer(cache, one, total, plus);
    asked.clear();
  }
};

}  // namespace

TEST_CASE("a row is asked for once and then there", "[ui][page_cache]") {
  Cache cache;
  Source source;
  CHECK(cache.find(100) == nullptr);
  source.ask(cache);
  CHECK(cache.find(100) == nullptr);
  source.ask(cache);
  REQUIRE(source.asked.size() == 1);
  CHECK(source.asked[0].offset == 80);
  source.answer_all(cache, 1000);
  REQUIRE(cache.find(100) != nullptr);
  CHECK(*cache.find(100) == 100);
  CHECK(cache.total() == 1000);
  source.ask(cache);
  CHECK(source.asked.empty());
}

TEST_CASE("rows beyond the end are not asked for", "[ui][page_cache]") {
  Cache cache;
  Source source;
  (void)cache.find(0);
  source.ask(cache);
  source.answer_all(cache, 3);
  CHECK(cache.find(3) == nullptr);
  CHECK(cache.find(500) == nullptr);
  source.ask(cache);
  CHECK(source.asked.empty());
}

TEST_CASE("an answer to an older question is dropped", "[ui][page_cache]") {
  Cache cache;
  Source source;
  (void)cache.find(0);
  source.ask(cache);
  const Asked old = source.asked.at(0);
  cache.forget();
  CHECK_FALSE(source.answer(cache, old, 1000));
  CHECK(cache.find(0) == nullptr);
  CHECK_FALSE(cache.total());
}

TEST_CASE("after a refresh old rows stay on show until new ones come", "[ui][page_cache]") {
  Cache cache;
  Source source;
  (void)cache.find(5);
  source.ask(cache);
  source.answer_all(cache, 100);
  cache.refresh();
  REQUIRE(cache.find(5) != nullptr);
  CHECK(*cache.find(5) == 5);
  source.ask(cache);
  REQUIRE(source.asked.size() == 1);
  source.answer_all(cache, 100, 1000);
  CHECK(*cache.find(5) == 1005);
}

TEST_CASE("an answer that was under way at a refresh is shown and asked for again", "[ui][page_cache]") {
  Cache cache;
  Source source;
  (void)cache.find(5);
  source.ask(cache);
  cache.refresh();
  source.answer_all(cache, 100);
  CHECK(*cache.find(5) == 5);
  source.ask(cache);
  CHECK(source.asked.size() == 1);
}

TEST_CASE("a list that shrinks loses the pages beyond its end", "[ui][page_cache]") {
  Cache cache;
  Source source;
  for (const std::uint64_t row : {0, 80, 160}) (void)cache.find(row);
  source.ask(cache);
  source.answer_all(cache, 240);
  CHECK(cache.page_count() == 3);
  cache.refresh();
  (void)cache.find(0);
  source.ask(cache);
  source.answer_all(cache, 80);
  CHECK(cache.page_count() == 1);
  CHECK(cache.find(100) == nullptr);
}

TEST_CASE("scrolling through a million rows keeps a bounded number of pages", "[ui][page_cache]") {
  Cache cache;
  Source source;
  for (std::uint64_t row = 0; row < 1'000'000; row += 4'000) {
    (void)cache.find(row);
    source.ask(cache);
    source.answer_all(cache, 1'000'000);
  }
  CHECK(cache.page_count() == Cache::kMaxPages);
  CHECK(cache.find(996'000) != nullptr);  // the last one seen is still there
}

TEST_CASE("only a few questions are under way, and what is no longer in view is not asked",
          "[ui][page_cache]") {
  Cache cache;
  Source source;
  for (std::uint64_t page = 0; page < 20; ++page) (void)cache.find(page * Cache::kRowsPerPage);
  source.ask(cache);
  CHECK(source.asked.size() == Cache::kMaxUnderWay);
  source.answer_all(cache, 10'000);
  source.ask(cache);
  CHECK(source.asked.empty());
}

TEST_CASE("a failure is told once and not asked again until something changes", "[ui][page_cache]") {
  Cache cache;
  Source source;
  (void)cache.find(0);
  source.ask(cache);
  CHECK(cache.fail(source.asked.at(0).id, "The engine is busy"));
  CHECK(cache.failure() == "The engine is busy");
  source.asked.clear();
  (void)cache.find(0);
  source.ask(cache);
  CHECK(source.asked.empty());
  cache.refresh();
  (void)cache.find(0);
  source.ask(cache);
  CHECK(source.asked.size() == 1);
}

TEST_CASE("a list that was empty is asked for again when the data is newer", "[ui][page_cache]") {
  Cache cache;
  Source source;
  (void)cache.find(0);
  source.ask(cache);
  source.answer_all(cache, 0);
  source.ask(cache);
  CHECK(source.asked.empty());
  cache.refresh();
  source.ask(cache);
  CHECK(source.asked.size() == 1);
  source.answer_all(cache, 3);
  CHECK(cache.find(2) != nullptr);
}
