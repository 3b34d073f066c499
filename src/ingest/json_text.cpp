#include "ingest/json_text.hpp"

#include "base/utf8.hpp"

namespace attune::ingest {
namespace {

void append_escape(std::string& json, char c) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      json += "\\\"";
      return;
    case '\\':
      json += "\\\\";
      return;
    case '\n':
      json += "\\n";
      return;
    case '\r':
      json += "\\r";
      return;
    case '\t':
      json += "\\t";
      return;
    default:
      json += "\\u00";
      json += kHex[static_cast<unsigned char>(c) >> 4U];
      json += kHex[static_cast<unsigned char>(c) & 0xFU];
  }
}

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
  json += '"';
  std::size_t copied = 0;
  const std::size_t valid = utf8::valid_prefix(text);
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool is_special = static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == '\x7F';
    const utf8::CodePoint point = at < valid || static_cast<unsigned char>(c) < 0x80
                                      ? utf8::CodePoint{0, 1, true}
                                      : utf8::read_at(text, at);
    if (is_special || !point.is_valid) {
      json.append(text.substr(copied, at - copied));
      is_special ? append_escape(json, c) : utf8::append(json, utf8::kReplacement);
      copied = at + point.size_bytes;
    }
    at += point.size_bytes;
  }
  json.append(text.substr(copied));
  json += '"';
}

}  // namespace attune::ingest
