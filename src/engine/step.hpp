// What one step of a session came to. protocol/README.md tells what the host does with each.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/result.hpp"
#include "inference/token_batch.hpp"

#include "snapshot/snapshot.hpp"

namespace attune::engine {

struct Progress {
  std::uint32_t run = 0;
  const char* stage = "";  // "reading", "understanding", "summarising"
  std::string label;       // for people: "Reading reviews.csv"
  std::uint64_t done = 0;
  std::uint64_t total = 0;  // 0: not known yet
  const char* unit = "";    // "rows", "bytes", or "parts" of work that is told as a share
};

struct Advanced {
  Progress progress;
};
struct NeedsInput {
  std::uint32_t file = 0;
  std::uint64_t offset = 0;
  std::uint32_t length = 0;
  std::string decode_from;  // not empty: feed the slice as UTF-8, decoded from this encoding
};
struct NeedsInference {
  std::uint32_t number = 0;
  std::uint32_t model = 0;  // index into models/manifest.json
  inference::TokenBatch batch;
};
struct Waiting {};  // for a batch to come back
struct Published {
  snapshot::SnapshotPtr snapshot;
};
struct Answered {
  std::string json;
};
struct Finished {};
struct Failed {
  Error error;
};
using Step =
    std::variant<Advanced, NeedsInput, NeedsInference, Waiting, Published, Answered, Finished, Failed>;

}  // namespace attune::engine
