#include "ingest/json_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "ingest/json_rows.hpp"
#include "ingest/json_tokenizer.hpp"

namespace attune::ingest {
namespace {

constexpr std::uint64_t kRowsWorthSaving = 100;
constexpr std::size_t kMaxLineBytes = std::size_t{64} << 20U;

void tell_lone_surrogates(ReadState& state, std::uint64_t count) {
  if (count == 0) return;
  state.diagnostics.add({DiagnosticKind::InvalidBytes,
                         0,
                         {},
                         std::to_string(count) + " halves of a character stand alone and were replaced",
                         {},
                         {}});
}

class JsonReader final : public FormatReader {
 public:
  explicit JsonReader(ReadState& state) : state_{state}, rows_{state, false}, tokenizer_{rows_} {}

  Result<void> feed(std::string_view text) override {
    rows_.set_line(tokenizer_.line());
    return tokenizer_.feed(text);
  }

  Result<bool> finish_step() override {
    if (const Result<void> finished = tokenizer_.finish(); !finished) {
      // A long export that was cut: what is there is worth more than a refusal.
      if (rows_.row_count() < kRowsWorthSaving) return finished.error();
      rows_.drop_line();
      state_.diagnostics.add({DiagnosticKind::Truncated,
                              tokenizer_.line(),
                              {},
                              "The file ends in the middle; the rows before that were read",
                              {},
                              {}});
    }
    rows_.finish();
    tell_lone_surrogates(state_, tokenizer_.lone_surrogates());
    return true;
  }

 private:
  ReadState& state_;
  JsonRows rows_;
  JsonTokenizer tokenizer_;
};

class JsonLinesReader final : public FormatReader {
 public:
  explicit JsonLinesReader(ReadState& state) : state_{state}, rows_{state, true} {}

  Result<void> feed(std::string_view text) override {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      const std::string_view part = text.substr(0, end);
      if (pending_.size() + part.size() <= kMaxLineBytes) {
        pending_ += part;
      } else {
        is_too_long_ = true;
      }
      if (end == std::string_view::npos) return {};
      text.remove_prefix(end + 1);
      take_line();
    }
    return {};
  }

  Result<bool> finish_step() override {
    take_line();
    rows_.finish();
    tell_lone_surrogates(state_, lone_surrogates_);
    return true;
  }

 private:
  void take_line() {
    ++line_;
    const std::string text = std::exchange(pending_, {});
    const bool is_too_long = std::exchange(is_too_long_, false);
    if (!is_too_long && text.find_first_not_of(" \t\r") == std::string::npos) return;
    if (is_too_long || !is_json(text)) {
      const char* reason = is_too_long ? "This line is longer than 64 MB and was left out"
                                       : "This line is no JSON and was left out";
      state_.diagnostics.add({DiagnosticKind::RejectedRow, line_, {}, reason, text, {}});
      return;
    }
    rows_.set_line(line_);
    JsonTokenizer tokenizer{rows_};
    static_cast<void>(tokenizer.feed(text));
    static_cast<void>(tokenizer.finish());
    lone_surrogates_ += tokenizer.lone_surrogates();
  }

  ReadState& state_;
  JsonRows rows_;
  std::string pending_;
  bool is_too_long_ = false;
  std::uint64_t line_ = 0;
  std::uint64_t lone_surrogates_ = 0;
};

bool ends_with_any_case(std::string_view name, std::string_view lower_end) {
  if (name.size() < lower_end.size()) return false;
  return std::equal(lower_end.begin(), lower_end.end(),
                    name.end() - static_cast<std::ptrdiff_t>(lower_end.size()),
                    [](char a, char b) { return a == ascii_lower(b); });
}

std::string_view skip_space(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

// What JSON begins like, and text with brackets in it does not.
bool begins_like_json(std::string_view text) {
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const std::string_view rest = skip_space(text.substr(1));
  if (rest.empty()) return false;
  if (text.front() == '{') return rest.front() == '"' || rest.front() == '}';
  if (std::string_view{"{[\"]-0123456789"}.find(rest.front()) != std::string_view::npos) return true;
  return rest.starts_with("true") || rest.starts_with("false") || rest.starts_with("null");
}

}  // namespace

std::unique_ptr<FormatReader> make_json_reader(ReadState& state) {
  return std::make_unique<JsonReader>(state);
}
std::unique_ptr<FormatReader> make_json_lines_reader(ReadState& state) {
  return std::make_unique<JsonLinesReader>(state);
}

Format json_format_of(std::string_view sample, std::string_view name) {
  const bool is_named_json = ends_with_any_case(name, ".json");
  const bool is_named_lines = ends_with_any_case(name, ".jsonl") || ends_with_any_case(name, ".ndjson");
  if (is_named_lines) return Format::JsonLines;
  const std::string_view text = skip_space(sample);
  if (!is_named_json && !begins_like_json(text)) return Format::Unknown;
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return Format::Json;
  const std::string_view next = skip_space(text.substr(line_end));
  const bool is_lines = !next.empty() && next.front() == text.front() &&
                        (text.front() == '{' || text.front() == '[') && is_json(text.substr(0, line_end));
  return is_lines ? Format::JsonLines : Format::Json;
}

}  // namespace attune::ingest
