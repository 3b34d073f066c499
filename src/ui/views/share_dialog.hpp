// What can leave this computer on purpose, and what each of it holds: the report, with a passphrase if
// wanted, the reviews, a link.
#pragma once

#include <string>
#include <string_view>

#include "ui/view.hpp"

namespace attune::ui {

class Dialog;

inline constexpr std::string_view kShareDialog = "share";

class ShareDialog {
 public:
  // Draws it while it is open; open_dialog(kShareDialog) opens it.
  void draw(Frame& frame);

 private:
  void draw_report(Frame& frame, const Dialog& dialog);

  std::string passphrase_;
};

// "report.html" in the language of the interface, as protocol::SaveExport names it.
[[nodiscard]] std::string_view report_name(const Strings& strings) noexcept;

}  // namespace attune::ui
