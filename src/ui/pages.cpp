#include "ui/pages.hpp"

#include <array>
#include <type_traits>

#include "ui/views/ask_view.hpp"
#include "ui/views/customers_view.hpp"
#include "ui/views/drivers_view.hpp"
#include "ui/views/emotions_view.hpp"
#include "ui/views/files_view.hpp"
#include "ui/views/inbox_view.hpp"
#include "ui/views/metrics_view.hpp"
#include "ui/views/overview_view.hpp"
#include "ui/views/playbooks_view.hpp"
#include "ui/views/reading_view.hpp"
#include "ui/views/recommendations_view.hpp"
#include "ui/views/reviews_view.hpp"
#include "ui/views/segments_view.hpp"
#include "ui/views/topics_view.hpp"
#include "ui/views/trends_view.hpp"
#include "ui/views/value_view.hpp"

namespace attune::ui {
namespace {

struct NoView {};

template <class V>
std::unique_ptr<View> make() {
  return std::make_unique<V>();
}

template <class V>
constexpr std::unique_ptr<View> (*maker_of())() {
  if constexpr (std::is_same_v<V, NoView>) {
    return nullptr;
  } else {
    return &make<V>;
  }
}

constexpr PageInfo kPages[] = {
#define ATTUNE_PAGE(id, path, group, icon, place, view) \
  {PageName::id, Text::id, PageGroup::group, Icon::icon, PagePlace::place, maker_of<view>()},
#include "ui/state/pages.inc"
#undef ATTUNE_PAGE
};

}  // namespace

std::span<const PageInfo> pages() noexcept { return kPages; }

Text heading_of(PageGroup group) noexcept {
  constexpr std::array kHeadings{Text::WhatTheySay, Text::WhatTheySay, Text::WhoTheyAre, Text::WhatToDo,
                                 Text::YourData};
  return kHeadings[static_cast<std::size_t>(group)];
}

}  // namespace attune::ui
