// Letters as people type them in a hurry.
#pragma once

namespace attune {

// A Latin letter with an accent as the small letter without it, one letter for one (ß: s, æ: a); everything
// else stays. Of the languages of western and central Europe.
[[nodiscard]] char32_t without_accent(char32_t letter) noexcept;

}  // namespace attune
