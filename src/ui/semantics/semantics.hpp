// Collects what the widgets of a frame mean (role, name, value, state, place) and hands it to the mirror when
// it changed; and the way back: focus, activation and values that come from the page.
//
// ImGui's item hooks give each item its rectangle; the widgets in ui/widgets add the rest. Nothing else may
// draw a control: an item nobody describes is not in the mirror.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/semantics/item.hpp"

struct ImRect;
struct ImGuiWindow;
struct ImGuiLastItemData;

namespace attune::ui {

// What an item is and says; only role and name are always needed.
struct Meaning {
  Role role = Role::None;
  std::string_view name = {};
  std::uint32_t states = 0;
  std::string_view value = {};
  std::string_view description = {};
  float now = 0, minimum = 0, maximum = 0;
  std::int32_t level = 0;
  std::int32_t set_size = 0;
  ImGuiID related = 0;
};

class Semantics {
 public:
  explicit Semantics(MirrorHost& host) : host_{&host} {}

  void begin_frame();  // after ImGui::NewFrame()
  // Before ImGui::Render(). `reflected_width`: of a display whose frame is reflected, device pixels.
  void end_frame(std::optional<float> reflected_width = std::nullopt);
  // Hands over what changed; false if it wants to be called again in a little while, because pure movement
  // (scrolling) is sent at a lower rate. After ImGui::Render(): a failing mirror must not leave half a frame.
  bool publish(double now_millis);

  // The item submitted under `id` in this frame.
  void describe(ImGuiID id, const Meaning& meaning);
  // The window (or child, or popup) that was begun last. Windows nobody describes are plain boxes.
  void describe_window(const Meaning& meaning);
  // Something without an ImGui id: text, progress, images. `key` keeps its element when others come and go.
  void add(const ImRect& place, const Meaning& meaning, std::string_view key = {});
  // Structure around the items that follow: lists, tables, rows. Its rectangle is fitted around them.
  void push(const Meaning& meaning, std::string_view key = {});
  // The same for an item that has an id: described, and around what follows.
  void push_item(ImGuiID id, const Meaning& meaning);
  void pop();
  void announce(std::string_view utf8, bool is_urgent = false) { host_->announce(utf8, is_urgent); }
  // Takes the keyboard to an item, here and in the page, e.g. to the first field of a dialog.
  void move_focus(ImGuiID id);

  // From the page.
  void focus_from_page(ImGuiID id);
  void activate_from_page(ImGuiID id);
  void set_text_from_page(ImGuiID id, std::string utf8);
  void set_number_from_page(ImGuiID id, float value);
  void blur_from_page() { page_focus_ = 0; }
  void send_again() noexcept { is_changed_ = true; }

  // What the page set since the last frame, for the widget of that item to apply.
  [[nodiscard]] std::optional<std::string> take_text(ImGuiID id);
  [[nodiscard]] std::optional<float> take_number(ImGuiID id);
  // The item whose element has the page's focus; a text field is painted by the browser while it has it.
  [[nodiscard]] ImGuiID page_focus() const noexcept { return page_focus_; }

  [[nodiscard]] bool wants_frame() const noexcept { return frames_wanted_ > 0; }
  [[nodiscard]] const std::vector<MirrorItem>& items() const noexcept { return items_; }
  [[nodiscard]] std::string_view text(TextRange range) const {
    return std::string_view{arena_}.substr(range.begin, range.size);
  }
  [[nodiscard]] int synchronisations() const noexcept { return synchronisations_; }

  // Called by ImGui's item hook.
  void item_added(ImGuiContext& context, ImGuiID id, const ImRect& place, const ImGuiLastItemData* data);

 private:
  struct Level {
    int item;
    ImGuiWindow* window;
  };
  struct Request {
    ImGuiID id;
    std::optional<std::string> text;
    float number;
  };

  TextRange store(std::string_view utf8);
  MirrorItem& append(ImGuiID id, const ImRect& place, ImGuiWindow& window, int parent);
  void fill(MirrorItem& item, const Meaning& meaning);
  [[nodiscard]] ImGuiID make_id(const ImGuiWindow& window, Role role, std::string_view key);
  [[nodiscard]] int recent_item(ImGuiID id) const;  // its index, or -1
  [[nodiscard]] int window_item(const ImGuiWindow* window) const;
  [[nodiscard]] int parent_for(const ImGuiWindow* window) const;
  void fit_parent(const MirrorItem& item);
  void reflect_places(float width);
  void keep_described();
  void follow_imgui_focus();
  Request* request(ImGuiID id, bool is_text);
  void put_request(Request request);

  MirrorHost* host_;
  std::vector<MirrorItem> items_;
  std::string arena_;
  std::vector<Level> levels_;
  ImGuiStorage windows_;   // window id -> item index + 1
  ImGuiStorage ordinals_;  // how many items without a key of each kind, to number them
  std::vector<Request> requests_;
  ImGuiID focus_request_ = 0;
  ImGuiID page_focus_ = 0;
  ImGuiID followed_focus_ = 0;
  int frames_wanted_ = 0;
  std::uint32_t content_hash_ = 0, places_hash_ = 0;
  bool is_collecting_ = false, is_changed_ = false, is_moved_ = false;
  double last_synchronisation_millis_ = -1e9;
  int synchronisations_ = 0;
};

// "Stop 3###stop" is shown and spoken as "Stop 3".
[[nodiscard]] std::string_view visible_part(std::string_view label) noexcept;

}  // namespace attune::ui
