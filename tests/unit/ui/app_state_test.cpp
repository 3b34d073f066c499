#include "ui/state/app_state.hpp"

#include <catch_amalgamated.hpp>

using namespace attune;
using namespace attune::ui;
using namespace attune::protocol;

namespace {

snapshot::SnapshotPtr snapshot_of(std::uint32_t run, std::uint32_t revision = 1) {
  auto snapshot = std::make_shared<snapshot::Snapshot>();
  snapshot->run = run;
  snapshot->revision = revision;
  snapshot->overview.reviews = 500;
  return snapshot;
}

RunStarted started(std::uint32_t run, std::vector<std::string> files = {"a.csv"}) {
  return {run, std::move(files), false};
}

template <class Wanted>
std::vector<Wanted> commands_of(AppState& state) {
  std::vector<Wanted> found;
  for (const PageCommand& command : state.take_commands()) {
    if (const auto* one = std::get_if<Wanted>(&command)) found.push_back(*one);
  }
  return found;
}

// A state with one run's data at hand.
AppState with_data() {
  AppState state;
  state.receive(started(1));
  state.adopt(snapshot_of(1));
  state.settle();
  (void)state.take_commands();
  return state;
}

Answer rows_answer(std::uint64_t id, std::uint64_t total, std::string text) {
  ReviewRow row;
  row.text = std::move(text);
  return {id, RowsAnswer{total, 0, {row}}};
}

}  // namespace

TEST_CASE("a snapshot of an older run is dropped", "[ui][app_state]") {
  AppState state;
  state.receive(started(2));
  state.adopt(snapshot_of(1));
  CHECK(state.frame().snapshot == nullptr);
  state.adopt(snapshot_of(2));
  CHECK(state.frame().snapshot != nullptr);
}

TEST_CASE("rows that a view looks for are asked of the engine and found when they come", "[ui][app_state]") {
  AppState state = with_data();
  CHECK(state.frame().rows.find(0) == nullptr);
  state.settle();
  const auto asked = commands_of<AskEngine>(state);
  REQUIRE(asked.size() == 1);
  state.receive(rows_answer(asked[0].query.id, 500, "hello"));
  REQUIRE(state.frame().rows.find(0) != nullptr);
  CHECK(state.frame().rows.find(0)->text == "hello");
}

TEST_CASE("nothing is asked while nothing is loaded", "[ui][app_state]") {
  AppState state;
  (void)state.frame().rows.find(0);
  state.settle();
  CHECK(state.take_commands().empty());
}

TEST_CASE("another filter asks anew and drops the answer to the old one", "[ui][app_state]") {
  AppState state = with_data();
  (void)state.frame().rows.find(0);
  state.settle();
  const auto old = commands_of<AskEngine>(state);
  REQUIRE(old.size() == 1);

  state.frame().view.filter.ratings = {1};
  state.settle();
  (void)state.frame().rows.find(0);
  state.settle();
  const auto asked = commands_of<AskEngine>(state);
  REQUIRE(asked.size() == 1);
  CHECK(std::get<RowsQuery>(asked[0].query.body).filter.ratings == std::vector{1});

  state.receive(rows_answer(old[0].query.id, 500, "old"));
  CHECK(state.frame().rows.find(0) == nullptr);
  state.receive(rows_answer(asked[0].query.id, 20, "new"));
  CHECK(state.frame().rows.find(0)->text == "new");
}

TEST_CASE("opening a review asks for its text, then for its reasons once it is understood",
          "[ui][app_state]") {
  AppState state = with_data();
  state.frame().view.open_row = 17;
  (void)state.frame();
  state.settle();
  auto asked = commands_of<AskEngine>(state);
  REQUIRE(asked.size() == 1);
  CHECK(std::get<RowQuery>(asked[0].query.body).row == 17);

  RowAnswer content;
  content.row.row = 17;
  content.row.text = "Ça va";
  content.row.sentiment = SentimentFilter::Positive;
  state.receive(Answer{asked[0].query.id, content});
  state.settle();
  asked = commands_of<AskEngine>(state);
  REQUIRE(asked.size() == 1);
  CHECK(std::holds_alternative<ExplainQuery>(asked[0].query.body));

  const std::uint64_t id = asked[0].query.id;
  state.receive(Answer{id, PendingAnswer{}});
  CHECK(state.frame().detail.reasons() == nullptr);
  state.receive(Answer{id, ExplainAnswer{17, {}, {{1, 3, 0.5}, {4, 99, 0.5}}, {}, {}}});
  const ExplainAnswer* reasons = state.frame().detail.reasons();
  REQUIRE(reasons != nullptr);
  REQUIRE(reasons->words.size() == 1);  // what reaches beyond the text is gone
  CHECK(reasons->words[0].begin == 0);  // and no character is cut
  CHECK(reasons->words[0].end == 3);
}

TEST_CASE("the address bar is told of a change once, and of a page as a step", "[ui][app_state]") {
  AppState state = with_data();
  state.frame().view.page = PageName::Reviews;
  state.settle();
  auto told = commands_of<SetView>(state);
  REQUIRE(told.size() == 1);
  CHECK(told[0].fragment == "reviews");
  CHECK(told[0].as_step);
  state.settle();
  CHECK(commands_of<SetView>(state).empty());
  state.frame().view.filter.search = "bread";
  state.settle();
  told = commands_of<SetView>(state);
  REQUIRE(told.size() == 1);
  CHECK_FALSE(told[0].as_step);
}

TEST_CASE("a view from the address bar is taken over and not told back", "[ui][app_state]") {
  AppState state;
  state.receive(ViewRequested{"reviews?stars=1"});
  state.receive(started(1));  // the first file leaves the restored view alone
  CHECK(state.view().filter.ratings == std::vector{1});
  state.settle();
  CHECK(commands_of<SetView>(state).empty());
  state.receive(ViewRequested{"nonsense"});
  CHECK(state.take_notices().size() == 1);
  CHECK(state.view().page == PageName::Reviews);
}

TEST_CASE("while the same files are analysed anew, what was found stays on show and is asked nothing",
          "[ui][app_state]") {
  AppState state = with_data();
  state.receive(started(2));
  REQUIRE(state.frame().snapshot != nullptr);
  (void)state.frame().rows.find(0);
  state.settle();
  CHECK(commands_of<AskEngine>(state).empty());
  state.adopt(snapshot_of(2));
  (void)state.frame().rows.find(0);
  state.settle();
  CHECK(commands_of<AskEngine>(state).size() == 1);
  state.receive(started(3));
  state.receive(RunFailed{.run = 3, .code = "cancelled", .message = "", .is_crash = false});
  CHECK(state.frame().snapshot == nullptr);
  state.receive(started(4, {"b.csv"}));
  CHECK(state.frame().snapshot == nullptr);
}

TEST_CASE("a question that a view puts among its commands gets a number", "[ui][app_state]") {
  AppState state = with_data();
  state.frame().commands.emplace_back(
      AskEngine{Query{.id = 0, .body = ReplyStateQuery{.row = 7, .is_done = true, .text = {}}}});
  state.settle();
  const auto asked = commands_of<AskEngine>(state);
  REQUIRE(asked.size() == 1);
  CHECK(asked.front().query.id > 0);
}

TEST_CASE("other files start with a fresh view, the same files read again keep it", "[ui][app_state]") {
  AppState state = with_data();
  state.frame().view.filter.ratings = {2};
  state.receive(started(2));
  CHECK(state.view().filter.ratings == std::vector{2});
  state.receive(started(3, {"b.csv"}));
  CHECK(is_open(state.view().filter));
}

TEST_CASE("a cancel keeps what was found, a crash stops all questions", "[ui][app_state]") {
  AppState state = with_data();
  state.receive(RunFailed{1, "cancelled", "The analysis was cancelled", false});
  CHECK(state.run().phase == RunPhase::Cancelled);
  CHECK(state.frame().snapshot != nullptr);

  state.receive(RunFailed{1, "", "The engine stopped", true});
  CHECK(state.run().phase == RunPhase::Crashed);
  (void)state.frame().rows.find(0);
  state.settle();
  CHECK(commands_of<AskEngine>(state).empty());
}

TEST_CASE("progress of an older run is not shown", "[ui][app_state]") {
  AppState state;
  state.receive(started(2));
  RunProgress progress;
  progress.run = 1;
  state.receive(progress);
  CHECK_FALSE(state.run().progress);
  progress.run = 2;
  state.receive(progress);
  CHECK(state.run().progress);
  state.receive(RunDone{2});
  CHECK_FALSE(state.run().progress);
}

TEST_CASE("forgetting leaves nothing", "[ui][app_state]") {
  AppState state = with_data();
  state.frame().view.filter.search = "Smith";
  state.receive(Forgotten{});
  CHECK(state.frame().snapshot == nullptr);
  CHECK(state.run().phase == RunPhase::Idle);
  CHECK(state.run().files.empty());
  CHECK(state.view() == ViewState{});
  state.adopt(snapshot_of(9));  // one that was still on its way
  CHECK(state.frame().snapshot == nullptr);
}

TEST_CASE("the switch of keeping stands where it was put until the page says what came of it",
          "[ui][app_state]") {
  AppState state;
  state.frame().commands.emplace_back(KeepFiles{true});
  state.settle();
  CHECK(state.frame().kept.is_on);
  state.receive(Kept{.is_on = false, .files = {}});  // the storage is full
  CHECK_FALSE(state.frame().kept.is_on);
}
