// A field with a list below it that narrows as one types: arrow keys walk the list while the typing goes on,
// Enter takes what is marked (ARIA Authoring Practices, combobox with a list).
#pragma once

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/widgets/icon.hpp"

namespace attune::ui {

struct Suggestion {
  std::string_view label;      // "Reviews###reviews"
  std::string_view note = {};  // what kind it is, faint at its end
  Icon icon = Icon::None;
  std::span<const std::uint32_t> letters = {};  // bytes of the label at which the letters that fit begin
};

// Kept from frame to frame.
struct SuggestState {
  std::string typed;
  std::size_t marked = 0;
  ImGuiID list = 0, marked_item = 0;  // as the mirror knows them
  bool has_none = false;              // nothing fits what was typed
};

struct SuggestionListOptions {
  std::size_t rows = 8;           // the list is as high as these
  std::string_view nothing = {};  // a sentence where nothing fits
};
// The list below the field that was drawn last. The index of what was pressed, or of what was marked when
// Enter was.
std::optional<std::size_t> suggestion_list(std::string_view label, std::span<const Suggestion> suggestions,
                                           SuggestState& state, const SuggestionListOptions& options);

}  // namespace attune::ui
