// A long computation that pauses, so that its host can show progress and hear a cancel in between.
//
//   Stepped<Model> fit(std::span<const Row> rows) {        // rows must outlive the Stepped
//     for (std::size_t i = 0; i < rows.size(); ++i) {
//       ...
//       co_yield Progress{"Fitting", i + 1, rows.size()};   // here it may pause
//     }
//     co_return model;
//   }
//
//   auto fitting = fit(rows);
//   while (fitting.step(16ms)) show(fitting.progress());    // to cancel: stop stepping, destroy it
//   const Model model = std::move(fitting).result();
//
// A Stepped inside another one is driven by `while (inner.advance()) co_yield inner.progress();`.
// Where it pauses never changes what it computes. Arguments passed by value are kept inside; spans
// and references must outlive it. A pause should come at least every few milliseconds.
#pragma once

#include <cassert>
#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

namespace attune {

struct Progress {
  std::string_view stage;  // shown to people; a literal
  std::size_t done = 0;
  std::size_t total = 0;  // 0: not known
};

template <class T>
class [[nodiscard]] Stepped {
 public:
  struct promise_type {
    std::optional<T> value;
    Progress progress;

    Stepped get_return_object() { return Stepped{Handle::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(Progress now) noexcept {
      progress = now;
      return {};
    }
    template <class U>
    void return_value(U&& made) {
      value.emplace(std::forward<U>(made));
    }
    void unhandled_exception() noexcept { std::abort(); }  // we throw nothing
  };

  Stepped(Stepped&& other) noexcept : handle_{std::exchange(other.handle_, {})} {}
  Stepped& operator=(Stepped&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  Stepped(const Stepped&) = delete;
  Stepped& operator=(const Stepped&) = delete;
  ~Stepped() {
    if (handle_) handle_.destroy();
  }

  // Runs to the next pause. True while there is more to do.
  bool advance() {
    if (!handle_.done()) handle_.resume();
    return !handle_.done();
  }

  // Runs for about `budget`. True while there is more to do.
  bool step(std::chrono::milliseconds budget) {
    const auto end = std::chrono::steady_clock::now() + budget;
    while (advance()) {
      if (std::chrono::steady_clock::now() >= end) return true;
    }
    return false;
  }

  [[nodiscard]] const Progress& progress() const noexcept { return handle_.promise().progress; }

  // What was computed; only after step() or advance() said false.
  [[nodiscard]] T result() && {
    assert(handle_.done());
    return std::move(*handle_.promise().value);
  }

  // To the end without a pause: for tests, the command line and small inputs.
  [[nodiscard]] T run() && {
    while (advance()) {
    }
    return std::move(*this).result();
  }

 private:
  using Handle = std::coroutine_handle<promise_type>;
  explicit Stepped(Handle handle) noexcept : handle_{handle} {}

  Handle handle_;
};

}  // namespace attune
