#include "feedback/language.hpp"

#include <algorithm>

namespace attune::feedback {

void LanguageColumn::reset(std::vector<std::string> supported) {
  codes_ = {"und"};
  codes_.insert(codes_.end(), supported.begin(), supported.end());
  first_unsupported_ = codes_.size();
  cells_.clear();
}

void LanguageColumn::set(std::size_t row, std::string_view code) {
  auto at = std::find(codes_.begin(), codes_.end(), code);
  if (at == codes_.end()) {
    if (codes_.size() == kUnknown) return;  // more languages than there are
    at = codes_.insert(codes_.end(), std::string{code});
  }
  cells_[row] = static_cast<std::uint8_t>(at - codes_.begin());
}

}  // namespace attune::feedback
