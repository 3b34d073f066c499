// Texts of the catalogue as the choices of a segmented control or a list.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/state/strings.hpp"

namespace attune::ui {

class Choices {
 public:
  Choices() = default;
  Choices(const Strings& strings, std::initializer_list<Text> texts) {
    for (const Text text : texts) add(strings.say(text));
  }

  void add(std::string text) { texts_.push_back(std::move(text)); }
  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

  // Valid until the next add().
  [[nodiscard]] std::span<const std::string_view> list() {
    views_.assign(texts_.begin(), texts_.end());
    return views_;
  }

 private:
  std::vector<std::string> texts_;
  std::vector<std::string_view> views_;
};

}  // namespace attune::ui
