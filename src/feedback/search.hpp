// Finding words in reviews the way people type them: without regard to case and accents.
//
// A search is words and "quoted phrases"; all of them must occur. A word matches where a word of the text
// begins with it ("deliv" finds "delivery", "late" does not find "chocolate"); Chinese, Japanese, Thai and
// others that write without spaces match anywhere. A phrase matches whole words in that order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::feedback {

// Lower case, without accents and combining marks, ligatures spelled out ("Crème brûlée" -> "creme brulee",
// "Straße" -> "strasse"). Latin, Greek and Cyrillic; other scripts and broken bytes stay as they are.
void append_folded(std::string_view text, std::string& folded);
[[nodiscard]] std::string fold(std::string_view text);

class Search {
 public:
  explicit Search(std::string_view typed);

  [[nodiscard]] bool matches_everything() const noexcept { return terms_.empty(); }
  // `folded` is the text after append_folded.
  [[nodiscard]] bool matches(std::string_view folded) const noexcept;

 private:
  struct Term {
    std::string text;  // folded
    bool is_phrase = false;
  };
  std::vector<Term> terms_;
};

}  // namespace attune::feedback
