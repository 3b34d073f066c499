// How what a link carries, or a field, is read: whole numbers, and lists with a separator.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace attune::ui {

// nullopt unless all of `text` is the number.
template <class Number>
[[nodiscard]] std::optional<Number> whole_number(std::string_view text) {
  Number value = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, value);
  if (text.empty() || error != std::errc{} || end != last) return std::nullopt;
  return value;
}

// Each part between separators; none of an empty text, none after a last separator.
template <class Each>
void split_at(std::string_view text, char separator, Each&& each) {
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    each(text.substr(0, at));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  }
}

}  // namespace attune::ui
