// A value or the reason there is none. The only way a recoverable failure leaves a function.
//
//   Result<Table> table = read_table(bytes);
//   if (!table) return table.error();
//   use(*table);
//
// Rows that cannot be used in a file that can are no Error: they go into Diagnostics.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace attune {

enum class ErrorCode {
  Cancelled,
  EmptyInput,
  UnreadableInput,    // bytes that are no table in any format we know
  UnsupportedFormat,  // known, and we do not read it
  LimitExceeded,      // a guard against input that would take all memory or time
  InvalidRequest,     // a command or query that does not fit the state or the protocol
  ModelMismatch,
  NotEnoughData,
  DidNotConverge,
  CorruptData,  // a snapshot or a share link that fails its checks
};

// `message` is for the user: one sentence, what happened and what to do. `detail` is for the log.
struct Error {
  ErrorCode code{};
  std::string message;
  std::string detail;
};

// The code's stable name on the wire and in logs, e.g. "empty-input".
[[nodiscard]] const char* name_of(ErrorCode code) noexcept;

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
  Result(Error error) : state_{std::in_place_index<1>, std::move(error)} {}

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T&& operator*() && { return std::move(value()); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  T& value() {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_{std::move(error)}, failed_{true} {}

  [[nodiscard]] bool has_value() const noexcept { return !failed_; }
  explicit operator bool() const noexcept { return has_value(); }

  [[nodiscard]] const Error& error() const {
    assert(failed_);
    return error_;
  }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace attune
