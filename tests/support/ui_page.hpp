// The whole interface without a browser: events and snapshots in, commands out, things found by role and
// name.
//
//   Page page;  page.load(full_snapshot());  page.press(Role::Link, "Reviews");  CHECK(page.says("1,204
//   reviews"));
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/dates.hpp"
#include "snapshot/codec.hpp"
#include "support/headless_canvas.hpp"
#include "ui/shell.hpp"

namespace attune::test {

inline snapshot::Estimate estimate(double value, std::uint64_t n) {
  return {value, value - 0.05, value + 0.05, n};
}

inline snapshot::Quote quote(std::uint64_t row, std::string text, double rating) {
  snapshot::Quote quote;
  quote.row = row;
  quote.text = std::move(text);
  quote.source = "Google";
  quote.day = 19783;
  quote.rating = rating;
  quote.highlights = {{0, 4, 0.8F}};
  return quote;
}

// A year of reviews, as the engine would summarise them.
inline snapshot::Snapshot full_snapshot(std::uint64_t reviews = 1204) {
  snapshot::Snapshot snapshot;
  snapshot.run = 1;
  snapshot.revision = 1;
  snapshot.stage = snapshot::Stage::Finished;
  snapshot.model_loaded = true;
  snapshot.files = {{.name = "reviews.csv",
                     .size_bytes = 200'000,
                     .rows = reviews,
                     .rejected = 3,
                     .warnings = 2,
                     .kind = "feedback",
                     .recipe = "",
                     .sentence = "Read as comma-separated text",
                     .failed = false}};
  snapshot.rejected_rows = 3;
  auto& overview = snapshot.overview;
  overview.reviews = overview.rated = overview.dated = reviews;
  overview.rating = estimate(4.31, reviews);
  overview.stars = {reviews / 10, reviews / 20, reviews / 10, reviews / 4, reviews / 2};
  overview.sentiment = {.negative = reviews / 5,
                        .neutral = reviews / 10,
                        .positive = reviews - reviews / 5 - reviews / 10,
                        .pending = 0,
                        .mixed = reviews / 30,
                        .unsure = reviews / 40};
  overview.negative_share = estimate(0.2, reviews);
  overview.neutral_share = estimate(0.1, reviews);
  overview.positive_share = estimate(0.7, reviews);
  overview.score = estimate(0.5, reviews);
  for (int month = 0; month < 12; ++month) {
    snapshot::TrendPoint point;
    point.first_day = days_from_civil({2024, month + 1, 1});
    point.n = reviews / 12;
    point.rating = estimate(4 + 0.05 * month, point.n);
    point.score = estimate(0.4, point.n);
    point.sentiment.positive = point.n;
    overview.trend.push_back(point);
  }
  overview.praise = {quote(5, "Love the sourdough. The crust sings when you cut it.", 5)};
  overview.complaints = {quote(9, "Cold coffee and a queue to the door, twice in one week.", 1)};
  overview.sources = {{"Google", reviews / 2}, {"Web shop", reviews - reviews / 2}};
  overview.products = {{"Sourdough", reviews / 2}, {"Croissant", reviews - reviews / 2}};
  overview.first_day = overview.trend.front().first_day;
  overview.last_day = 20088;
  overview.agreement = {estimate(0.62, reviews), estimate(0.93, reviews)};
  return snapshot;
}

struct Page {
  explicit Page(float width = 1280, float height = 800, float scale = 1) : canvas(width, height, scale) {}

  void tell(std::string_view json) { REQUIRE(shell.receive_event(json)); }
  void start() { tell(R"({"type":"started","run":1,"files":["reviews.csv"]})"); }
  void adopt(const snapshot::Snapshot& snapshot) {
    REQUIRE(shell.adopt_snapshot(snapshot::encode(snapshot)));
  }
  void finish() { tell(R"({"type":"done","run":1})"); }

  void load(const snapshot::Snapshot& snapshot) {
    start();
    adopt(snapshot);
    finish();
    settle();
  }
  // Draws until nothing changes, and answers questions for rows as the engine would.
  void settle() {
    for (int i = 0; i < 3; ++i) {
      canvas.settle(draw);
      for (std::string& command : shell.take_commands()) commands.push_back(std::move(command));
    }
  }
  bool press(ui::Role role, std::string_view name) {
    commands.clear();
    const bool is_there = canvas.press(role, name, draw);
    settle();
    return is_there;
  }
  [[nodiscard]] bool says(std::string_view part) {
    const auto& items = canvas.semantics().items();
    return std::ranges::any_of(items, [&](const ui::MirrorItem& item) {
      return canvas.semantics().text(item.name).find(part) != std::string_view::npos ||
             canvas.semantics().text(item.value).find(part) != std::string_view::npos;
    });
  }
  [[nodiscard]] bool shows(ui::Role role, std::string_view name) {
    return canvas.find(role, name) != nullptr;
  }
  [[nodiscard]] bool asked(std::string_view part) const {
    return std::ranges::any_of(commands,
                               [&](const std::string& one) { return one.find(part) != std::string::npos; });
  }

  // Answers the last question of this kind with these members of its JSON.
  void answer(std::string_view kind, std::string_view members) {
    const std::string id = id_of(kind);
    REQUIRE_FALSE(id.empty());
    tell(R"({"type":"answer","answer":{"id":)" + id + "," + std::string{members} + "}}");
    settle();
  }
  void go_to(std::string_view fragment) {
    tell(R"({"type":"view","fragment":")" + std::string{fragment} + "\"}");
    settle();
  }

  // Of the last question of this kind; "" if it was not asked.
  [[nodiscard]] std::string id_of(std::string_view kind) const {
    std::string id;
    for (const std::string& command : commands) {
      const std::size_t at = command.find("\"id\":");
      if (command.find(kind) == std::string::npos || at == std::string::npos) continue;
      id = command.substr(at + 5, command.find(',', at) - at - 5);
    }
    return id;
  }

  HeadlessCanvas canvas;
  ui::AttuneShell shell;
  std::vector<std::string> commands;
  HeadlessCanvas::Draw draw = [this] { shell.draw(); };
};

}  // namespace attune::test
