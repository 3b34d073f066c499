// Plays the host of a session: brings slices of files that lie in memory, keeps what is published. The twin
// of web/analysis_driver.js for tests.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "engine/session.hpp"
#include "protocol/json_writer.hpp"
#include "support/fake_text_model.hpp"
#include "support/rich_text_model.hpp"

namespace attune::tests {

struct MemoryFile {
  std::string name;
  std::string bytes;
};

class TestHost {
 public:
  explicit TestHost(engine::SessionOptions options = {}) : session{options} {}

  // Hands over the fake model's files. From now on up to `batches_in_flight` batches are out at a time and
  // come back in an order drawn with `seed`.
  Result<void> load_model(std::size_t batches_in_flight = 1, std::uint64_t seed = 1) {
    batches_in_flight_ = batches_in_flight;
    random_ = Random{seed};
    if (const auto given = give_asset("sentiment/vocabulary.txt", FakeTextModel::vocabulary()); !given)
      return given;
    return give_asset("sentiment/card.json", FakeTextModel::card());
  }

  // The same with the fake model that offers everything (rich_text_model.hpp).
  Result<void> load_rich_model(std::size_t batches_in_flight = 1, std::uint64_t seed = 1) {
    batches_in_flight_ = batches_in_flight;
    random_ = Random{seed};
    run_model_ = RichTextModel::outputs;
    if (const auto given = give_asset("sentiment/vocabulary.txt", RichTextModel::vocabulary()); !given)
      return given;
    return give_asset("sentiment/card.json", RichTextModel::card());
  }

  Result<void> give_asset(const std::string& name, const std::string& bytes) {
    protocol::JsonWriter json;
    json.begin_object()
        .member("type", "asset")
        .member("name", name)
        .member("size", bytes.size())
        .end_object();
    if (const auto announced = session.command(json.text()); !announced) return announced.error();
    return session.feed(std::as_bytes(std::span{bytes.data(), bytes.size()}));
  }

  Result<std::string> start(std::vector<MemoryFile> files, std::uint32_t run = 1) {
    files_ = std::move(files);
    protocol::JsonWriter json;
    json.begin_object().member("type", "start").member("run", run).key("files").begin_array();
    for (const MemoryFile& file : files_) {
      json.begin_object().member("name", file.name).member("size", file.bytes.size()).end_object();
    }
    json.end_array().end_object();
    return session.command(json.text());
  }

  // Steps until the session has finished or something failed.
  void run() {
    while (!failure && step()) {
    }
  }

  // One step; false when the session has finished or failed.
  bool step() {
    if (!batches_.empty() && batches_.size() >= batches_in_flight_) provide_one();
    engine::Step step = session.step(std::chrono::milliseconds{4});
    if (auto* wanted = std::get_if<engine::NeedsInput>(&step)) return feed(*wanted), true;
    if (auto* published = std::get_if<engine::Published>(&step))
      return snapshots.push_back(published->snapshot), true;
    if (auto* needs = std::get_if<engine::NeedsInference>(&step))
      return batches_.push_back(std::move(*needs)), true;
    if (auto* answered = std::get_if<engine::Answered>(&step)) return answers.push_back(answered->json), true;
    if (std::holds_alternative<engine::Waiting>(step)) return provide_one(), true;
    if (auto* failed = std::get_if<engine::Failed>(&step)) return failure = failed->error, false;
    return !std::holds_alternative<engine::Finished>(step);
  }

  Result<void> analyse(std::vector<MemoryFile> files) {
    if (const auto started = start(std::move(files)); !started) return started.error();
    run();
    if (failure) return *failure;
    return {};
  }

  [[nodiscard]] const snapshot::Snapshot& latest() const { return *snapshots.back(); }

  engine::Session session;
  std::vector<snapshot::SnapshotPtr> snapshots;
  std::vector<std::string> answers;
  std::optional<Error> failure;
  std::uint64_t batches_run = 0;

 private:
  void provide_one() {
    if (batches_.empty()) {
      failure = Error{ErrorCode::InvalidRequest, "The session waits for a batch that was never sent", ""};
      return;
    }
    const auto at = static_cast<std::ptrdiff_t>(random_.below(static_cast<std::uint32_t>(batches_.size())));
    const engine::NeedsInference needs = std::move(batches_[static_cast<std::size_t>(at)]);
    batches_.erase(batches_.begin() + at);
    ++batches_run;
    if (const auto given = session.provide(needs.number, run_model_(needs.batch)); !given) {
      failure = given.error();
    }
  }

  void feed(const engine::NeedsInput& wanted) {
    const std::string_view bytes = files_[wanted.file].bytes;
    const std::string_view slice =
        bytes.substr(static_cast<std::size_t>(std::min<std::uint64_t>(wanted.offset, bytes.size())),
                     static_cast<std::size_t>(wanted.length));
    if (const auto fed = session.feed(std::as_bytes(std::span{slice.data(), slice.size()})); !fed)
      failure = fed.error();
  }

  std::vector<MemoryFile> files_;
  std::vector<engine::NeedsInference> batches_;
  std::vector<float> (*run_model_)(const inference::TokenBatch&) = FakeTextModel::scores;
  std::size_t batches_in_flight_ = 1;
  Random random_{1};
};

}  // namespace attune::tests
