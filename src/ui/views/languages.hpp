// The languages of the interface, each in its own words, in the order of chart::Language.
#pragma once

#include <array>
#include <string_view>

namespace attune::ui {

inline constexpr std::array<std::string_view, 4> kLanguages{"English", "Deutsch", "Français", "Español"};
inline constexpr std::array<std::string_view, 4> kLanguageTags{"en", "de", "fr", "es"};

}  // namespace attune::ui
