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

#include "engine/session.hpp"
#include "protocol/json_writer.hpp"

namespace attune::tests {

struct MemoryFile {
  std::string name;
  std::string bytes;
};

class TestHost {
 public:
  explicit TestHost(engine::SessionOptions options = {}) : session{options} {}

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

  // Steps until the session has finished or failed.
  void run() {
    while (step()) {
    }
  }

  // One step; false when the session has finished or failed.
  bool step() {
    engine::Step step = session.step(std::chrono::milliseconds{4});
    if (auto* wanted = std::get_if<engine::NeedsInput>(&step)) return feed(*wanted), true;
    if (auto* published = std::get_if<engine::Published>(&step))
      return snapshots.push_back(published->snapshot), true;
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
  std::optional<Error> failure;

 private:
  void feed(const engine::NeedsInput& wanted) {
    const std::string_view bytes = files_[wanted.file].bytes;
    const std::string_view slice =
        bytes.substr(std::min<std::size_t>(wanted.offset, bytes.size()), wanted.length);
    if (const auto fed = session.feed(std::as_bytes(std::span{slice.data(), slice.size()})); !fed)
      failure = fed.error();
  }

  std::vector<MemoryFile> files_;
};

}  // namespace attune::tests
