// Every widget in all its states, on one page (`?gallery`): to look at, to test, to learn from.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/application.hpp"
#include "ui/state/strings.hpp"
#include "ui/widgets/data_table.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/overlays.hpp"

namespace attune::ui {

class Gallery final : public Application {
 public:
  void draw() override;
  Result<void> receive_event(std::string_view json) override;  // notices and the language; no data
  std::vector<std::string> take_commands() override;
  [[nodiscard]] Appearance appearance(const Preferences& preferences) const override;

  // For tests.
  [[nodiscard]] int presses() const noexcept { return presses_; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

 private:
  void draw_page();
  void draw_controls();
  void draw_text();
  void draw_cards();
  void draw_table();
  void draw_colours();

  std::size_t page_ = 0;
  std::size_t appearance_ = 0;  // of the segmented control: system, light, dark, contrast
  int presses_ = 0;
  bool is_checked_ = true, is_on_ = false, is_chip_on_ = true, has_removable_chip_ = true;
  std::size_t segment_ = 1, choice_ = 2;
  std::array<bool, 4> sources_{true, false, true, false};
  float threshold_ = 30;
  std::string name_ = "Corner bakery", search_, note_;
  DayRange days_;
  TableState table_;
  bool is_drawer_open_ = false;
  Toasts toasts_;
  Strings strings_;
  std::optional<Strings> spoken_;  // by the widgets
  std::vector<std::string> commands_;
};

}  // namespace attune::ui
