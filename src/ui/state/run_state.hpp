// How far the analysis is, as the page's events tell it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "protocol/events.hpp"

namespace attune::ui {

enum class RunPhase : std::uint8_t {
  Idle,  // nothing was opened
  Working,
  Finished,
  Cancelled,  // by the user; what was found until then stays on show
  Failed,     // this input could not be analysed
  Crashed,    // the engine is gone until it is started again
};

struct RunState {
  RunPhase phase = RunPhase::Idle;
  std::uint32_t run = 0;
  bool is_engine_ready = false;
  bool has_model = true;  // until the engine says otherwise
  std::string own_model;  // of the user's, in place of ours; ""
  bool is_sample = false;
  std::vector<std::string> files;
  std::optional<protocol::RunProgress> progress;  // while working
  std::string message;                            // a sentence, when failed or crashed

  [[nodiscard]] bool is_working() const noexcept { return phase == RunPhase::Working; }
};

// Each takes over one event; an event of an older run changes nothing and returns false.
bool apply(const protocol::EngineReady& event, RunState& state);
bool apply(const protocol::RunStarted& event, RunState& state);
bool apply(const protocol::RunProgress& event, RunState& state);
bool apply(const protocol::RunDone& event, RunState& state);
bool apply(const protocol::RunFailed& event, RunState& state);

}  // namespace attune::ui
