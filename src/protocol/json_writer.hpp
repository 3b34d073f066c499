// Writes JSON piece by piece into one string. Commas are its business, nesting is the caller's.
//
//   JsonWriter json;
//   json.begin_object().key("total").value(3).key("rows").begin_array();
//   ...
//   json.end_array().end_object();
//   send(json.take());
//
// Broken UTF-8 leaves as U+FFFD, NaN and infinities as null: the output is always valid JSON.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace attune::protocol {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view{text}); }
  JsonWriter& value(bool truth);
  JsonWriter& value(double number);  // the shortest text that reads back as the same number
  JsonWriter& value(float number);
  template <std::integral Integer>
  JsonWriter& value(Integer number) {
    if constexpr (std::signed_integral<Integer>) return signed_number(number);
    return unsigned_number(static_cast<std::uint64_t>(number));
  }
  JsonWriter& null();
  // JSON that is already written.
  JsonWriter& raw(std::string_view json);

  template <class Value>
  JsonWriter& member(std::string_view name, const Value& content) {
    return key(name).value(content);
  }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& signed_number(std::int64_t number);
  JsonWriter& unsigned_number(std::uint64_t number);
  void separate();

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace attune::protocol
