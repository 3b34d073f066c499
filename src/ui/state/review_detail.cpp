#include "ui/state/review_detail.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace attune::ui {
namespace {

// Ranges that reach beyond the text go; those that cut a character are widened to hold it whole.
template <class Range>
void fit_ranges(std::vector<Range>& ranges, std::string_view text) {
  std::erase_if(ranges, [&](const Range& range) { return range.end > text.size(); });
  for (Range& range : ranges) {
    range.begin = static_cast<std::uint32_t>(utf8::prefix_within(text, range.begin));
    while (utf8::prefix_within(text, range.end) != range.end) ++range.end;
  }
}

}  // namespace

void ReviewDetail::open(std::optional<std::uint64_t> row) {
  if (row == row_) return;
  *this = {};
  row_ = row;
}

void ReviewDetail::refresh() noexcept {
  if (content_arrival_ != Arrival::UnderWay) content_arrival_ = Arrival::Absent;
}

bool ReviewDetail::receive(const protocol::Answer& answer) {
  const bool is_content = content_arrival_ == Arrival::UnderWay && answer.id == content_id_;
  const bool is_reasons = reasons_arrival_ == Arrival::UnderWay && answer.id == reasons_id_;
  if (!is_content && !is_reasons) return false;
  if (std::holds_alternative<protocol::PendingAnswer>(answer.body)) return true;

  Arrival& arrival = is_content ? content_arrival_ : reasons_arrival_;
  arrival = Arrival::Failed;
  if (const auto* content = std::get_if<protocol::RowAnswer>(&answer.body);
      content != nullptr && is_content) {
    content_ = *content;
    arrival = Arrival::Here;
  }
  if (const auto* reasons = std::get_if<protocol::ExplainAnswer>(&answer.body);
      reasons != nullptr && is_reasons) {
    reasons_ = *reasons;
    arrival = Arrival::Here;
  }
  fit_reasons();
  return true;
}

void ReviewDetail::fit_reasons() {
  if (!content_ || !reasons_) return;
  fit_ranges(reasons_->sentences, content_->row.text);
  fit_ranges(reasons_->words, content_->row.text);
}

}  // namespace attune::ui
