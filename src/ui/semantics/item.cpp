#include "ui/semantics/item.hpp"

#include <array>

namespace attune::ui {

std::string_view name_of(Role role) noexcept {
  constexpr std::array<std::string_view, kRoleCount> kNames{
      "none",         "generic",    "region",    "navigation", "main",        "dialog",    "group",
      "list",         "listitem",   "listbox",   "option",     "radiogroup",  "radio",     "checkbox",
      "switch",       "button",     "link",      "slider",     "textbox",     "searchbox", "textarea",
      "datebox",      "combobox",   "tablist",   "tab",        "tabpanel",    "table",     "row",
      "columnheader", "cell",       "text",      "heading",    "progressbar", "figure",    "image",
      "quote",        "status",     "menu",      "menuitem",   "tree",        "treeitem",  "plaintable",
      "plaincell",    "suggestbox", "suggestion"};
  return kNames[static_cast<std::size_t>(role)];
}

}  // namespace attune::ui
