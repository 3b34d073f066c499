// What one page alone looks at (the open topic, the chosen segment, its sort), as it travels in a link: short
// keys and readable values, sorted by key. An absent key is the page's own default, so that a link says only
// what differs.
//
//   Parameters& own = frame.view.own();            // of the page that is open
//   own.set("segment", "champions");  own.text("segment");  own.clear("segment");
#pragma once

#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace attune::ui {

// What is open in a page's detail pane; opening and closing it are steps of the browser's history.
inline constexpr std::string_view kOpenKey = "open";

class Parameters {
 public:
  // "" if it is absent.
  [[nodiscard]] std::string_view text(std::string_view key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? std::string_view{} : std::string_view{found->second};
  }
  [[nodiscard]] bool has(std::string_view key) const { return values_.find(key) != values_.end(); }
  [[nodiscard]] std::optional<std::uint64_t> number(std::string_view key) const {
    const std::string_view digits = text(key);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool is_whole = !digits.empty() && error == std::errc{} && end == digits.data() + digits.size();
    return is_whole ? std::optional{value} : std::nullopt;
  }

  // An empty value is no value.
  void set(std::string_view key, std::string_view value) {
    if (value.empty()) return clear(key);
    values_.insert_or_assign(std::string{key}, std::string{value});
  }
  void set(std::string_view key, std::optional<std::uint64_t> value) {
    set(key, value ? std::to_string(*value) : std::string{});
  }
  void clear(std::string_view key) {
    if (const auto found = values_.find(key); found != values_.end()) values_.erase(found);
  }

  [[nodiscard]] auto begin() const noexcept { return values_.begin(); }
  [[nodiscard]] auto end() const noexcept { return values_.end(); }
  [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }
  friend bool operator==(const Parameters&, const Parameters&) = default;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace attune::ui
