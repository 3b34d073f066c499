// The words of a review in order and in lower case, with a break wherever no phrase should reach across.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::feedback {

class ReviewWords {
 public:
  // Valid until the next call. A break is an empty word; it stands where punctuation or an empty line does.
  std::span<const std::string_view> read(std::string_view text);

 private:
  std::string lower_;
  std::vector<std::string_view> words_;
};

}  // namespace attune::feedback
