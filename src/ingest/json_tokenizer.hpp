// Reads strict JSON (RFC 8259) piece by piece and tells a handler what it finds. Keeps no tree: memory does
// not grow with the text, only with its depth and its longest string.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace attune::ingest {

class JsonHandler {
 public:
  virtual ~JsonHandler() = default;
  virtual void begin_object() = 0;
  virtual void key(std::string_view name) = 0;
  virtual void end_object() = 0;
  virtual void begin_array() = 0;
  virtual void end_array() = 0;
  virtual void string(std::string_view text) = 0;
  virtual void number(std::string_view text) = 0;   // as it is written
  virtual void literal(std::string_view text) = 0;  // "true", "false", "null"
};

class JsonTokenizer {
 public:
  static constexpr std::size_t kMaxDepth = 512;
  static constexpr std::size_t kMaxTokenBytes = std::size_t{64} << 20U;

  // The handler must outlive the tokenizer.
  explicit JsonTokenizer(JsonHandler& handler) : handler_{&handler} {}

  // The text is UTF-8. The error tells line and character; after it the tokenizer is of no more use.
  Result<void> feed(std::string_view text);
  Result<void> finish();

  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
  // A surrogate without its partner was written with \u and read as U+FFFD.
  [[nodiscard]] std::uint64_t lone_surrogates() const noexcept { return lone_surrogates_; }

 private:
  enum class Expect { Value, FirstValueOrEnd, FirstKeyOrEnd, Key, Colon, CommaOrEnd, Nothing };
  enum class Token { None, String, Escape, UnicodeEscape, Number, Literal };
  // Where in a number's grammar we are (RFC 8259, section 6).
  enum class NumberPart { Sign, Zero, Whole, Point, Fraction, Exponent, ExponentSign, ExponentDigits };

  Result<void> take(char c);
  Result<void> begin_token(char c);
  Result<void> take_string_run(std::string_view text, std::size_t& at);
  Result<void> take_escape(char c);
  Result<void> take_unicode_escape(char c);
  [[nodiscard]] bool take_number(char c);
  Result<void> end_number();
  Result<void> end_literal();
  Result<void> end_string();
  Result<void> begin_container(char c);
  Result<void> end_container(char c);
  void after_value();
  void flush_surrogate();
  [[nodiscard]] bool may_begin_value() const noexcept;
  [[nodiscard]] Error broken(const char* what) const;

  JsonHandler* handler_;
  Expect expect_ = Expect::Value;
  Token token_ = Token::None;
  NumberPart number_part_ = NumberPart::Sign;
  std::string text_;        // of the token
  std::vector<char> open_;  // '{' and '[' not closed yet
  char32_t unicode_ = 0;
  unsigned unicode_digits_ = 0;
  char32_t high_surrogate_ = 0;
  std::uint64_t lone_surrogates_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t character_ = 0;  // bytes into the line
};

// True if `text` is one complete JSON value.
[[nodiscard]] bool is_json(std::string_view text);

}  // namespace attune::ingest
