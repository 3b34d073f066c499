#include "ingest/json_tokenizer.hpp"

#include <array>

#include "base/utf8.hpp"

namespace attune::ingest {
namespace {

bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

class IgnoreAll final : public JsonHandler {
 public:
  void begin_object() override {}
  void key(std::string_view) override {}
  void end_object() override {}
  void begin_array() override {}
  void end_array() override {}
  void string(std::string_view) override {}
  void number(std::string_view) override {}
  void literal(std::string_view) override {}
};

}  // namespace

bool is_json(std::string_view text) {
  IgnoreAll handler;
  JsonTokenizer tokenizer{handler};
  return tokenizer.feed(text) && tokenizer.finish();
}

Error JsonTokenizer::broken(const char* what) const {
  return {ErrorCode::UnreadableInput,
          "The JSON is broken at line " + std::to_string(line_) + ", character " +
              std::to_string(character_) + ": " + what + "; export the file again",
          "line=" + std::to_string(line_) + " character=" + std::to_string(character_)};
}

Result<void> JsonTokenizer::feed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (token_ == Token::String) {
      if (Result<void> taken = take_string_run(text, at); !taken) return taken;
      continue;
    }
    const char c = text[at];
    ++character_;
    if (token_ == Token::Number && take_number(c)) {
      ++at;
      continue;
    }
    if (token_ == Token::Number) {
      if (Result<void> ended = end_number(); !ended) return ended;
    }
    if (c == '\n') {
      ++line_;
      character_ = 0;
    }
    if (Result<void> taken = take(c); !taken) return taken;
    ++at;
  }
  return {};
}

Result<void> JsonTokenizer::finish() {
  ++character_;
  if (token_ == Token::Number) {
    if (Result<void> ended = end_number(); !ended) return ended;
  }
  if (token_ == Token::Literal) return broken("a value ends too early");
  if (token_ != Token::None) return broken("a text in quotes is not closed");
  if (expect_ == Expect::Value && open_.empty()) return broken("there is no value");
  if (!open_.empty()) return broken(open_.back() == '{' ? "an object is not closed" : "a list is not closed");
  return {};
}

Result<void> JsonTokenizer::take(char c) {
  switch (token_) {
    case Token::Escape:
      return take_escape(c);
    case Token::UnicodeEscape:
      return take_unicode_escape(c);
    case Token::Literal:
      text_.push_back(c);
      return end_literal();
    default:
      return is_space(c) ? Result<void>{} : begin_token(c);
  }
}

bool JsonTokenizer::may_begin_value() const noexcept {
  return expect_ == Expect::Value || expect_ == Expect::FirstValueOrEnd;
}

Result<void> JsonTokenizer::begin_token(char c) {
  if (expect_ == Expect::Nothing) return broken("something stands after the end");
  if (c == '}' || c == ']') return end_container(c);
  if (c == ',') {
    if (expect_ != Expect::CommaOrEnd) return broken("a comma stands where a value belongs");
    expect_ = open_.back() == '{' ? Expect::Key : Expect::Value;
    return {};
  }
  if (c == ':') {
    if (expect_ != Expect::Colon) return broken("a colon stands where it does not belong");
    expect_ = Expect::Value;
    return {};
  }
  const bool wants_key = expect_ == Expect::Key || expect_ == Expect::FirstKeyOrEnd;
  if (wants_key && c != '"') return broken("a name in quotes is missing");
  if (!wants_key && !may_begin_value())
    return broken(expect_ == Expect::Colon ? "a colon is missing" : "a comma is missing");
  text_.clear();
  if (c == '"') {
    token_ = Token::String;
    return {};
  }
  if (c == '{' || c == '[') return begin_container(c);
  text_.push_back(c);
  if (c == '-' || is_digit(c)) {
    token_ = Token::Number;
    number_part_ = c == '-' ? NumberPart::Sign : c == '0' ? NumberPart::Zero : NumberPart::Whole;
    return {};
  }
  if (c == 't' || c == 'f' || c == 'n') {
    token_ = Token::Literal;
    return {};
  }
  return broken("this is no value");
}

Result<void> JsonTokenizer::begin_container(char c) {
  if (open_.size() == kMaxDepth) return broken("it is nested more than 512 levels deep");
  open_.push_back(c);
  if (c == '{') {
    expect_ = Expect::FirstKeyOrEnd;
    handler_->begin_object();
  } else {
    expect_ = Expect::FirstValueOrEnd;
    handler_->begin_array();
  }
  return {};
}

Result<void> JsonTokenizer::end_container(char c) {
  const char opener = c == '}' ? '{' : '[';
  const bool is_empty = expect_ == (c == '}' ? Expect::FirstKeyOrEnd : Expect::FirstValueOrEnd);
  if (open_.empty() || open_.back() != opener || (!is_empty && expect_ != Expect::CommaOrEnd)) {
    return broken("a bracket closes what is not open or not complete");
  }
  open_.pop_back();
  if (c == '}') {
    handler_->end_object();
  } else {
    handler_->end_array();
  }
  after_value();
  return {};
}

void JsonTokenizer::after_value() { expect_ = open_.empty() ? Expect::Nothing : Expect::CommaOrEnd; }

// Takes as much of a string as has no escape; stops after its closing quote.
Result<void> JsonTokenizer::take_string_run(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  while (end < text.size() && text[end] != '"' && text[end] != '\\' &&
         static_cast<unsigned char>(text[end]) >= 0x20)
    ++end;
  if (end > at && high_surrogate_ != 0) flush_surrogate();
  text_.append(text.substr(at, end - at));
  character_ += end - at;
  at = end;
  if (text_.size() > kMaxTokenBytes) return broken("a text is longer than 64 MB");
  if (at == text.size()) return {};
  ++character_;
  const char c = text[at++];
  if (c == '"') return end_string();
  if (c == '\\') {
    token_ = Token::Escape;
    return {};
  }
  return broken("a line break or control character stands inside quotes");
}

Result<void> JsonTokenizer::take_escape(char c) {
  if (c == 'u') {
    token_ = Token::UnicodeEscape;
    unicode_ = 0;
    unicode_digits_ = 0;
    return {};
  }
  static constexpr std::string_view kEscapes = "\"\\/bfnrt";
  static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const std::size_t which = kEscapes.find(c);
  if (which == std::string_view::npos)
    return broken("a backslash is followed by a character that it cannot escape");
  flush_surrogate();
  text_.push_back(kMeanings[which]);
  token_ = Token::String;
  return {};
}

Result<void> JsonTokenizer::take_unicode_escape(char c) {
  const char lower = static_cast<char>(c | 0x20);
  const bool is_hex_letter = lower >= 'a' && lower <= 'f';
  if (!is_digit(c) && !is_hex_letter) return broken("\\u needs four hexadecimal digits");
  unicode_ = unicode_ * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : lower - 'a' + 10);
  if (++unicode_digits_ < 4) return {};
  token_ = Token::String;
  if (unicode_ >= 0xDC00 && unicode_ <= 0xDFFF && high_surrogate_ != 0) {
    utf8::append(text_, 0x10000 + ((high_surrogate_ - 0xD800) << 10U) + (unicode_ - 0xDC00));
    high_surrogate_ = 0;
    return {};
  }
  flush_surrogate();
  if (unicode_ >= 0xD800 && unicode_ <= 0xDBFF) {
    high_surrogate_ = unicode_;
  } else {
    if (unicode_ >= 0xDC00 && unicode_ <= 0xDFFF) ++lone_surrogates_;
    utf8::append(text_, unicode_);
  }
  return {};
}

void JsonTokenizer::flush_surrogate() {
  if (high_surrogate_ == 0) return;
  utf8::append(text_, utf8::kReplacement);
  ++lone_surrogates_;
  high_surrogate_ = 0;
}

Result<void> JsonTokenizer::end_string() {
  flush_surrogate();
  token_ = Token::None;
  if (expect_ == Expect::Key || expect_ == Expect::FirstKeyOrEnd) {
    expect_ = Expect::Colon;
    handler_->key(text_);
  } else {
    handler_->string(text_);
    after_value();
  }
  return {};
}

// True if `c` belongs to the number.
bool JsonTokenizer::take_number(char c) {
  using enum NumberPart;
  const bool digit = is_digit(c);
  const bool exponent = c == 'e' || c == 'E';
  NumberPart next = number_part_;
  switch (number_part_) {
    case Sign:
      next = c == '0' ? Zero : Whole;
      break;
    case Zero:
      next = c == '.' ? Point : Exponent;
      break;
    case Whole:
      next = digit ? Whole : c == '.' ? Point : Exponent;
      break;
    case Point:
      next = Fraction;
      break;
    case Fraction:
      next = digit ? Fraction : Exponent;
      break;
    case Exponent:
      next = digit ? ExponentDigits : ExponentSign;
      break;
    case ExponentSign:
    case ExponentDigits:
      next = ExponentDigits;
      break;
  }
  const bool fits = (next == Exponent && exponent) || (next == Point && c == '.') ||
                    (next == ExponentSign && (c == '+' || c == '-')) ||
                    (digit && (next == Zero || next == Whole || next == Fraction || next == ExponentDigits));
  if (!fits || text_.size() > 4096) return false;
  number_part_ = next;
  text_.push_back(c);
  return true;
}

Result<void> JsonTokenizer::end_number() {
  using enum NumberPart;
  const bool complete = number_part_ == Zero || number_part_ == Whole || number_part_ == Fraction ||
                        number_part_ == ExponentDigits;
  if (!complete) return broken("a number is not complete");
  token_ = Token::None;
  handler_->number(text_);
  after_value();
  return {};
}

Result<void> JsonTokenizer::end_literal() {
  static constexpr std::array<std::string_view, 3> kLiterals{"true", "false", "null"};
  for (const std::string_view literal : kLiterals) {
    if (!literal.starts_with(text_)) continue;
    if (literal.size() > text_.size()) return {};
    token_ = Token::None;
    handler_->literal(text_);
    after_value();
    return {};
  }
  return broken("this is no value");
}

}  // namespace attune::ingest
