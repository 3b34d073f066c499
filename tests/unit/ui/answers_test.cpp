#include "ui/state/answers.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "ui/state/listing.hpp"

using namespace attune;
using namespace attune::ui;
using protocol::Answer;
using protocol::RowAnswer;
using protocol::RowQuery;

namespace {

RowAnswer row_answer(std::string text) {
  RowAnswer answer;
  answer.row.text = std::move(text);
  return answer;
}

// Plays the engine: numbers what it is asked.
struct Engine {
  std::vector<std::uint64_t> asked;
  std::uint64_t last_id = 0;

  void ask(Answers& answers) {
    answers.ask([this](const protocol::QueryBody&) {
      asked.push_back(++last_id);
      return last_id;
    });
  }
};

}  // namespace

TEST_CASE("a question is asked once, however often it is looked up", "[ui][answers]") {
  Answers answers;
  Engine engine;
  CHECK(answers.find<RowAnswer>(RowQuery{7}) == nullptr);
  CHECK(answers.find<RowAnswer>(RowQuery{7}) == nullptr);
  engine.ask(answers);
  (void)answers.find<RowAnswer>(RowQuery{7});
  engine.ask(answers);
  CHECK(engine.asked.size() == 1);
  CHECK(answers.receive(Answer{1, row_answer("seven")}));
  REQUIRE(answers.find<RowAnswer>(RowQuery{7}) != nullptr);
  CHECK(answers.find<RowAnswer>(RowQuery{7})->row.text == "seven");
  CHECK_FALSE(answers.receive(Answer{1, row_answer("again")}));
}

TEST_CASE("newer data replaces an answer, which stays on show until then", "[ui][answers]") {
  Answers answers;
  Engine engine;
  (void)answers.find<RowAnswer>(RowQuery{7});
  engine.ask(answers);
  answers.refresh();  // while it is under way: the answer is about the older data
  answers.receive(Answer{1, row_answer("old")});
  REQUIRE(answers.find<RowAnswer>(RowQuery{7}) != nullptr);
  engine.ask(answers);
  CHECK(engine.asked.size() == 2);
  CHECK(answers.find<RowAnswer>(RowQuery{7})->row.text == "old");
  answers.receive(Answer{2, row_answer("new")});
  CHECK(answers.find<RowAnswer>(RowQuery{7})->row.text == "new");
}

TEST_CASE("a failed question tells its sentence and is not repeated before the data changes",
          "[ui][answers]") {
  Answers answers;
  Engine engine;
  (void)answers.find<RowAnswer>(RowQuery{7});
  engine.ask(answers);
  answers.receive(Answer{1, protocol::FailedAnswer{"There is no such row"}});
  CHECK(answers.failure(RowQuery{7}) == "There is no such row");
  engine.ask(answers);
  CHECK(engine.asked.size() == 1);
  answers.refresh();
  (void)answers.find<RowAnswer>(RowQuery{7});
  engine.ask(answers);
  CHECK(engine.asked.size() == 2);
}

TEST_CASE("what nobody looks at any more is not asked, and the oldest is forgotten", "[ui][answers]") {
  Answers answers;
  Engine engine;
  for (std::uint64_t row = 0; row < Answers::kMost + 10; ++row) {
    (void)answers.find<RowAnswer>(RowQuery{row});
    engine.ask(answers);
    answers.receive(Answer{engine.last_id, row_answer("x")});
  }
  CHECK(answers.size() == Answers::kMost);
  CHECK(answers.find<RowAnswer>(RowQuery{0}) == nullptr);
  CHECK(answers.find<RowAnswer>(RowQuery{Answers::kMost}) != nullptr);
  answers.forget();
  CHECK(answers.size() == 0);
  const std::size_t before = engine.asked.size();
  engine.ask(answers);
  CHECK(engine.asked.size() == before);
}

TEST_CASE("a listing drops its rows when the question changes", "[ui][answers]") {
  Listing<protocol::RowsQuery, protocol::RowsAnswer> listing;
  std::uint64_t id = 0;
  const auto ask = [&] { listing.ask([&](const protocol::QueryBody&) { return ++id; }); };
  protocol::RowsQuery query;
  listing.show(query);
  (void)listing.rows.find(0);
  ask();
  protocol::RowsAnswer answer;
  answer.total = 1;
  answer.rows.resize(1);
  CHECK(listing.receive(Answer{1, answer}));
  listing.show(query);
  CHECK(listing.rows.find(0) != nullptr);
  query.filter.search = "bread";
  listing.show(query);
  CHECK(listing.rows.find(0) == nullptr);
  CHECK_FALSE(listing.receive(Answer{99, answer}));
}
