// What the page tells the canvas, as values; README.md in this folder, section 3. Snapshots come as bytes
// instead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "protocol/answers.hpp"
#include "protocol/commands.hpp"

namespace attune::protocol {

struct EngineReady {
  bool has_model = false;
  std::string own_model;  // the file name of the user's own that is used instead of ours, or ""
  std::string notice;     // a sentence, or ""
};

struct RunStarted {
  std::uint32_t run = 0;
  std::vector<std::string> files;
  bool is_sample = false;
};

struct RunProgress {
  std::uint32_t run = 0;
  std::string stage;  // "reading", "understanding", "summarising"
  std::string label;
  std::uint64_t done = 0;
  std::uint64_t total = 0;  // 0: not known yet
  std::string unit;         // "rows", "bytes" or "parts"
  double rate = 0;          // units a second; 0: not known yet
  std::optional<double> seconds_left;
};

struct RunDone {
  std::uint32_t run = 0;
};

struct RunFailed {
  std::uint32_t run = 0;
  std::string code;       // name_of(ErrorCode)
  std::string message;    // a sentence for people
  bool is_crash = false;  // the engine is gone and must be started again
};

// One of the sentences the page knows, for the canvas to say in its language; or a sentence as it is.
enum class NoticeKind : std::uint8_t {
  Sentence,
  Copied,
  CopyRefused,
  NoMapping,
  NoSample,
  ModelIncomplete,
  NotSaved,
  NotKept,
  TooLargeToKeep
};
struct Notice {
  NoticeKind kind = NoticeKind::Sentence;
  std::string message;  // of kind Sentence; else what it is about: the files that are missing
};

// Whether this browser keeps files between visits, and the names of those it holds.
struct Kept {
  bool is_on = false;
  std::vector<std::string> files;
};

struct Forgotten {};  // everything; the page is as on the first visit

struct ThemeChosen {
  ThemeChoice theme = ThemeChoice::System;
};

struct LanguageChosen {
  std::string tag;  // BCP 47, e.g. "de-AT"
};

struct ViewRequested {  // by the address bar
  std::string fragment;
};

struct DragChanged {  // files hover over the page, or no more
  bool is_over = false;
};

using PageEvent = std::variant<EngineReady, RunStarted, RunProgress, RunDone, RunFailed, Notice, Forgotten,
                               Kept, ThemeChosen, LanguageChosen, ViewRequested, DragChanged, Answer>;

// Bytes that are no event, or one with a value of the wrong kind, are an Error{InvalidRequest}.
[[nodiscard]] Result<PageEvent> parse_event(std::string_view json);

// An answer by itself, as it comes from the engine.
[[nodiscard]] Result<Answer> parse_answer(std::string_view json);

[[nodiscard]] std::optional<ThemeChoice> theme_from_name(std::string_view name) noexcept;

}  // namespace attune::protocol
