// What lies over the page: dialogs, the detail drawer, toasts, progress.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"

namespace attune::ui {

// A modal question. While it is open everything else is inert; Escape closes it and focus goes back.
//   if (button("Forget everything")) open_dialog("forget");
//   if (const Dialog dialog{"Forget everything?###forget"}; dialog.is_open()) { ... dialog.close(); }
void open_dialog(std::string_view id);
// A dialog, a list or a menu lies over the page.
[[nodiscard]] bool is_anything_open();
// AtTop: where a list below a field may grow and shrink without moving the field.
enum class DialogPlace : std::uint8_t { Middle, AtTop };
class Dialog {
 public:
  explicit Dialog(std::string_view title, float width_css = 480, DialogPlace place = DialogPlace::Middle);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;
  [[nodiscard]] bool is_open() const noexcept { return is_open_; }
  void close() const;

 private:
  bool is_open_ = false;
};

// A panel at the right for the details of what is selected. Draw it first: what follows in the same window
// has the width that is left. At phone width it covers the page, and nothing else should be drawn.
//   { Drawer drawer("Review", is_open); if (drawer.is_shown()) { ...; if (drawer.covers_page()) return; } }
// `is_open` turns false when it is closed (cross, or Escape unless a dialog or list lies over the page).
class Drawer {
 public:
  Drawer(std::string_view title, bool& is_open, float width_css = 420);
  ~Drawer();
  Drawer(const Drawer&) = delete;
  Drawer& operator=(const Drawer&) = delete;
  [[nodiscard]] bool is_shown() const noexcept { return is_shown_; }
  [[nodiscard]] bool covers_page() const noexcept { return covers_page_; }

 private:
  bool is_shown_ = false, covers_page_ = false;
  float width_ = 0;
  ImVec2 cursor_, content_end_;
};

struct Toast {
  std::string message;  // one sentence
  Tone tone = Tone::Neutral;
  std::string action = {};  // "Undo"
};
// Shows toasts one after the other, spoken as they appear; errors stay until they are closed.
class Toasts {
 public:
  void show(Toast toast);
  // Draws the current one; true when its action was pressed.
  bool draw();

 private:
  std::vector<Toast> waiting_;
  double shown_since_millis_ = -1;
};

struct ProgressState {
  std::string_view label;        // "Reading reviews.csv"
  double done = 0, total = 0;    // total 0: not known yet
  std::string_view detail = {};  // "12,300 of 40,000 rows, 8,000 rows a second, about 4 s left"
};
// True when "Cancel" was pressed.
bool progress(const ProgressState& state, bool can_cancel = true);

}  // namespace attune::ui
