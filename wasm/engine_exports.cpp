// engine.wasm's door: bytes in, bytes out, one session. src/protocol/README.md is the contract; no logic
// here.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <emscripten/em_js.h>

#include "engine/session.hpp"
#include "protocol/json_writer.hpp"
#include "protocol/version.hpp"
#include "snapshot/codec.hpp"

namespace {

using attune::Error;
using attune::Result;
using attune::protocol::JsonWriter;
namespace engine = attune::engine;

static_assert(std::endian::native == std::endian::little, "batches and scores travel as they lie in memory");

enum class StepKind : int {
  Advanced = 1,
  NeedsInput,
  NeedsInference,
  Waiting,
  Published,
  Answer,
  Finished,
  Failed
};

// Into the memory at `to`, from file number `file`; 0 if the host cannot bring it. Module.readNow is set by
// web/engine_module.js.
EM_JS(int, read_now, (std::uint32_t file, double offset, char* to, std::size_t size),
      { return Module.readNow && Module.readNow(file, offset, to >>> 0, size >>> 0) ? 1 : 0; });

bool read_from_host(std::uint32_t file, std::uint64_t offset, std::span<std::byte> bytes) {
  return read_now(file, static_cast<double>(offset), reinterpret_cast<char*>(bytes.data()), bytes.size()) !=
         0;
}

// The state of the module: one session, its input and its output.
struct Module {
  engine::Session session{{.read_now = read_from_host}};
  std::vector<std::byte> input;
  std::vector<std::byte> output;
};

Module& module() {
  static Module instance;
  return instance;
}

std::span<const std::byte> input(std::size_t length) {
  const auto& bytes = module().input;
  return {bytes.data(), std::min(length, bytes.size())};
}

std::string_view input_text(std::size_t length) {
  const auto bytes = input(length);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void put(std::string_view text) {
  const auto bytes = std::as_bytes(std::span{text.data(), text.size()});
  module().output.assign(bytes.begin(), bytes.end());
}

void put(const Error& error) {
  JsonWriter json;
  json.begin_object().member("code", attune::name_of(error.code)).member("message", error.message);
  json.member("detail", error.detail).end_object();
  put(json.text());
}

int status_of(const Result<void>& result) {
  module().output.clear();
  if (!result) put(result.error());
  return result ? 0 : 1;
}

int status_of(const Result<std::string>& result) {
  if (result)
    put(*result);
  else
    put(result.error());
  return result ? 0 : 1;
}

// One overload a kind of step: writes the output, returns the kind.
StepKind write(const engine::Advanced& step) {
  const engine::Progress& progress = step.progress;
  JsonWriter json;
  json.begin_object()
      .member("run", progress.run)
      .member("stage", progress.stage)
      .member("label", progress.label);
  json.member("done", progress.done)
      .member("total", progress.total)
      .member("unit", progress.unit)
      .end_object();
  put(json.text());
  return StepKind::Advanced;
}
StepKind write(const engine::NeedsInput& step) {
  JsonWriter json;
  json.begin_object().member("file", step.file).member("offset", step.offset).member("length", step.length);
  if (!step.decode_from.empty()) json.member("decodeFrom", step.decode_from);
  json.end_object();
  put(json.text());
  return StepKind::NeedsInput;
}
StepKind write(const engine::NeedsInference& step) {
  const std::uint32_t head[] = {step.number, static_cast<std::uint32_t>(step.batch.rows),
                                static_cast<std::uint32_t>(step.batch.width), step.model};
  const auto ids = std::as_bytes(std::span{step.batch.ids});
  auto& output = module().output;
  output.resize(sizeof head + ids.size());
  std::memcpy(output.data(), head, sizeof head);
  std::memcpy(output.data() + sizeof head, ids.data(), ids.size());
  return StepKind::NeedsInference;
}
StepKind write(const engine::Waiting&) { return module().output.clear(), StepKind::Waiting; }
StepKind write(const engine::Published& step) {
  module().output = attune::snapshot::encode(*step.snapshot);
  return StepKind::Published;
}
StepKind write(const engine::Answered& step) { return put(step.json), StepKind::Answer; }
StepKind write(const engine::Finished&) { return module().output.clear(), StepKind::Finished; }
StepKind write(const engine::Failed& step) { return put(step.error), StepKind::Failed; }

}  // namespace

extern "C" {

int attune_version() { return attune::protocol::kProtocolVersion; }

std::byte* attune_reserve(std::size_t size) {
  module().input.resize(size);
  return module().input.data();
}

int attune_command(std::size_t length) { return status_of(module().session.command(input_text(length))); }

int attune_feed(std::size_t length) { return status_of(module().session.feed(input(length))); }

int attune_step(int budget_millis) {
  const engine::Step step = module().session.step(std::chrono::milliseconds{budget_millis});
  return static_cast<int>(std::visit([](const auto& one) { return write(one); }, step));
}

int attune_provide(std::uint32_t batch, std::size_t length) {
  const auto bytes = input(length);
  std::vector<float> scores(bytes.size() / sizeof(float));
  std::memcpy(scores.data(), bytes.data(), scores.size() * sizeof(float));
  return status_of(module().session.provide(batch, scores));
}

int attune_query(std::size_t length) { return status_of(module().session.query(input_text(length))); }

const std::byte* attune_output() { return module().output.data(); }
std::size_t attune_output_size() { return module().output.size(); }

}  // extern "C"
