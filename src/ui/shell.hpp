// Attune on the canvas: the state of the interface, its pages, and what lies over them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/application.hpp"
#include "ui/pages.hpp"
#include "ui/shortcuts.hpp"
#include "ui/state/app_state.hpp"
#include "ui/views/command_palette.hpp"
#include "ui/views/settings_dialog.hpp"
#include "ui/views/share_dialog.hpp"
#include "ui/views/welcome_view.hpp"
#include "ui/widgets/overlays.hpp"

namespace attune::ui {

class AttuneShell final : public Application {
 public:
  void draw() override;
  Result<void> adopt_snapshot(std::span<const std::byte> bytes) override;
  Result<void> receive_event(std::string_view json) override;
  std::vector<std::string> take_commands() override;
  [[nodiscard]] Appearance appearance(const Preferences& preferences) const override;

  // Texts 40 % longer, to see whether the layout bears it.
  void stretch_texts() {
    state_.use_strings(Strings{state_.strings().locale().language, Wording::Stretched});
  }

 private:
  void draw_page(Frame& frame);
  [[nodiscard]] View& view_of(PageName page);
  void draw_overlays(Frame& frame);
  void draw_palette(Frame& frame, Shortcut pressed);

  AppState state_;
  std::optional<Strings> spoken_;  // by the widgets
  WelcomeView welcome_;
  CommandPalette command_palette_;
  ShareDialog share_dialog_;
  bool moves_focus_ = false;                  // to the page that the palette led to
  std::vector<std::unique_ptr<View>> views_;  // by page; made when first looked at
  Toasts toasts_;
};

[[nodiscard]] std::unique_ptr<Application> make_application();

}  // namespace attune::ui
