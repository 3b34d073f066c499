// What a column can mean, and what a table can be, in words; in the order in which a person would look for
// them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/state/strings.hpp"

namespace attune::ui {

struct RoleWord {
  std::string_view name;  // as the engine knows it: "customer-name"
  Text text;
};
// "Not used" first, then what was said, who, when, what was bought, and the rest.
[[nodiscard]] std::span<const RoleWord> role_words() noexcept;
// The engine's own name for a role that is not known here.
[[nodiscard]] std::string role_text(std::string_view name, const Strings& strings);

// "Reviews", "Orders"; "" for "unknown" and names that are not known here.
[[nodiscard]] std::string table_kind_text(std::string_view kind, const Strings& strings);
// "text", "number", ... as a word; "" for what is not known here.
[[nodiscard]] std::string cell_type_text(std::string_view type, const Strings& strings);

}  // namespace attune::ui
