#include "ui/state/run_state.hpp"

namespace attune::ui {

bool apply(const protocol::EngineReady& event, RunState& state) {
  state.is_engine_ready = true;
  state.has_model = event.has_model;
  state.own_model = event.own_model;
  if (state.phase == RunPhase::Crashed) state.phase = RunPhase::Idle;
  return true;
}

bool apply(const protocol::RunStarted& event, RunState& state) {
  if (event.run < state.run) return false;
  state.phase = RunPhase::Working;
  state.run = event.run;
  state.files = event.files;
  state.is_sample = event.is_sample;
  state.progress.reset();
  state.message.clear();
  return true;
}

bool apply(const protocol::RunProgress& event, RunState& state) {
  if (event.run != state.run || !state.is_working()) return false;
  state.progress = event;
  return true;
}

bool apply(const protocol::RunDone& event, RunState& state) {
  if (event.run != state.run || !state.is_working()) return false;
  state.phase = RunPhase::Finished;
  state.progress.reset();
  return true;
}

bool apply(const protocol::RunFailed& event, RunState& state) {
  if (!event.is_crash && event.run != state.run) return false;
  const bool is_cancelled = event.code == "cancelled";
  if (is_cancelled && !state.is_working()) return false;
  state.phase = event.is_crash ? RunPhase::Crashed : is_cancelled ? RunPhase::Cancelled : RunPhase::Failed;
  state.progress.reset();
  state.message = is_cancelled ? std::string{} : event.message;
  return true;
}

}  // namespace attune::ui
