// The widgets' own words (ui/words.hpp), as the catalogue has them.
#pragma once

#include "ui/state/strings.hpp"
#include "ui/words.hpp"

namespace attune::ui {

[[nodiscard]] Words widget_words(const Strings& strings);

}  // namespace attune::ui
