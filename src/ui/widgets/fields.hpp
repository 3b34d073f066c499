// Fields one types into. The editor is a DOM element over the canvas (input methods, paste, undo, spelling,
// on-screen keyboards are the browser's); the canvas paints the frame, and the text while it is not edited.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attune::ui {

struct FieldOptions {
  float width = 0;  // CSS pixels; 0: what is available
  std::string_view placeholder = {};
  std::string_view problem = {};  // a sentence below the field, which is then marked as invalid
  bool shows_label = true;
  bool is_enabled = true;
  int lines = 1;  // more than one: a text area
};
// True whenever `text` changed.
bool text_field(std::string_view label, std::string& text, const FieldOptions& options = {});

// True in the frame in which Enter was pressed in the field drawn last (of one line, without a problem).
[[nodiscard]] bool is_field_submitted();

// With a magnifier, and a cross that empties it.
bool search_box(std::string_view label, std::string& text, const FieldOptions& options = {});

// For widgets/suggestions.hpp: a field whose keys also work the list below it. `list` and `marked` are the
// mirror's ids of that list and of what is marked in it; 0: nothing.
bool suggest_field(std::string_view label, std::string& text, ImGuiID list, ImGuiID marked,
                   const FieldOptions& options = {});

// Days since 1970-01-01; nullopt: open at that end. `first` and `last` bound what can be chosen.
struct DayRange {
  std::optional<std::int32_t> from, to;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};
bool date_range(std::string_view label, DayRange& range, std::optional<std::int32_t> first = {},
                std::optional<std::int32_t> last = {});

// "2024-03-01" and back; nullopt for anything else.
[[nodiscard]] std::string text_from_day(std::int32_t day);
[[nodiscard]] std::optional<std::int32_t> day_from_text(std::string_view text);

}  // namespace attune::ui
