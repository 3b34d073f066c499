#include "protocol/json_writer.hpp"

#include <charconv>
#include <cmath>

#include "base/utf8.hpp"

namespace attune::protocol {
namespace {

template <class Number>
void append_number(std::string& text, Number number) {
  char digits[40];
  const auto written = std::to_chars(digits, digits + sizeof digits, number);
  text.append(digits, written.ptr);
}

void append_control(std::string& text, char byte) {
  switch (byte) {
    case '\n':
      text += "\\n";
      return;
    case '\r':
      text += "\\r";
      return;
    case '\t':
      text += "\\t";
      return;
    default:
      break;
  }
  constexpr const char* kHex = "0123456789abcdef";
  text += "\\u00";
  text += kHex[(byte >> 4) & 0xF];
  text += kHex[byte & 0xF];
}

void append_escaped(std::string& text, std::string_view part) {
  for (const char byte : part) {
    if (byte == '"' || byte == '\\') {
      text += '\\';
      text += byte;
    } else if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) {
      append_control(text, byte);
    } else {
      text += byte;
    }
  }
}

}  // namespace

void JsonWriter::separate() {
  if (needs_comma_) text_ += ',';
  needs_comma_ = true;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_ += bracket;
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  text_ += ':';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  text_ += '"';
  while (!text.empty()) {
    const std::size_t valid = utf8::valid_prefix(text);
    append_escaped(text_, text.substr(0, valid));
    text.remove_prefix(valid);
    if (text.empty()) break;
    utf8::append(text_, utf8::kReplacement);
    text.remove_prefix(utf8::read_at(text, 0).size_bytes);
  }
  text_ += '"';
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) { return raw(truth ? "true" : "false"); }

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  append_number(text_, number);
  return *this;
}

JsonWriter& JsonWriter::value(float number) {
  if (!std::isfinite(number)) return null();
  separate();
  append_number(text_, number);
  return *this;
}

JsonWriter& JsonWriter::signed_number(std::int64_t number) {
  separate();
  append_number(text_, number);
  return *this;
}

JsonWriter& JsonWriter::unsigned_number(std::uint64_t number) {
  separate();
  append_number(text_, number);
  return *this;
}

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

}  // namespace attune::protocol
