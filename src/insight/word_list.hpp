// A list of words written as one text with blanks between them, sorted once and then asked quickly.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::insight {

class WordList {
 public:
  explicit WordList(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      if (end > 0) words_.emplace_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::ranges::sort(words_);
  }

  [[nodiscard]] bool has(std::string_view word) const {
    return std::binary_search(words_.begin(), words_.end(), word, std::less<>{});
  }

 private:
  std::vector<std::string> words_;
};

}  // namespace attune::insight
