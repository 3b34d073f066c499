// The pages of state/pages.inc as the shell needs them: where each stands in the navigation, and what draws
// it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "ui/state/view_state.hpp"
#include "ui/view.hpp"
#include "ui/widgets/icon.hpp"

namespace attune::ui {

// Headings of the navigation; Start has none.
enum class PageGroup : std::uint8_t { Start, Voices, People, Deeds, Data };
enum class PagePlace : std::uint8_t { Bar, More };  // on a phone

struct PageInfo {
  PageName name;
  Text title;
  PageGroup group;
  Icon icon;
  PagePlace place;
  std::unique_ptr<View> (*make_view)();  // null: there is no such page yet
};

// In the order of the navigation; kPages[i].name == PageName{i}.
[[nodiscard]] std::span<const PageInfo> pages() noexcept;
[[nodiscard]] inline const PageInfo& page_info(PageName name) noexcept {
  return pages()[static_cast<std::size_t>(name)];
}
[[nodiscard]] inline bool exists(PageName name) noexcept { return page_info(name).make_view != nullptr; }

[[nodiscard]] Text heading_of(PageGroup group) noexcept;  // not of Start

}  // namespace attune::ui
