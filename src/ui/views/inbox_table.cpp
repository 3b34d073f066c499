#include "ui/views/inbox_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/desk_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/cached_rows.hpp"
#include "ui/widgets/layout.hpp"

namespace attune::ui {
namespace {

using protocol::InboxRow;

constexpr double kUrgent = 60, kSoon = 30;
constexpr std::size_t kMostReasons = 2;

enum Shown : std::size_t { kUrgency, kText, kReasons, kCustomer, kAge };

std::string reasons_text(const InboxRow& row, const Strings& strings) {
  std::string text;
  for (std::size_t i = 0; i < std::min(row.reasons.size(), kMostReasons); ++i)
    text += (i > 0 ? ", " : "") + urgency_reason_text(row.reasons[i].code, strings);
  return text;
}

class Source final : public CachedRows<InboxRow> {
 public:
  Source(PageCache<InboxRow>& rows, const Strings& strings) : CachedRows{rows}, strings_{strings} {}

  [[nodiscard]] TableCell cell_of(const InboxRow& row, std::size_t column) const override {
    switch (column) {
      case kUrgency:
        if (row.is_done)
          return {
              .text = strings_.say(Text::InboxDone), .kind = TableCell::Kind::Pill, .tone = Tone::Positive};
        return {.text = chart::format_number(std::round(row.urgency), 0, strings_.locale()),
                .kind = TableCell::Kind::Pill,
                .tone = tone_of_urgency(row.urgency)};
      case kText:
        return {
            .text = row.review.title.empty() ? row.review.text : row.review.title + ". " + row.review.text,
            .is_quoted = true};
      case kReasons:
        return {.text = reasons_text(row, strings_), .is_soft = true};
      case kCustomer:
        return {.text = row.customer.empty() ? row.review.author : row.customer, .is_soft = true};
      default:
        return {.text = row.age_days ? days_text(*row.age_days, strings_) : std::string{}, .is_soft = true};
    }
  }

 private:
  const Strings& strings_;
};

}  // namespace

Tone tone_of_urgency(double urgency) noexcept {
  if (urgency >= kUrgent) return Tone::Negative;
  return urgency >= kSoon ? Tone::Warning : Tone::Neutral;
}

void InboxTable::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::array titles{strings.say(Text::Urgency), strings.say(Text::Review), strings.say(Text::WhyAnswer),
                          strings.say(Text::Customer), strings.say(Text::Age)};
  const std::array columns{
      TableColumn{.id = "urgency", .title = titles[kUrgency], .width = 92},
      TableColumn{.id = "text", .title = titles[kText], .width = 180, .stretch = 1},
      TableColumn{.id = "reasons", .title = titles[kReasons], .width = 170, .hidden_below = 560},
      TableColumn{.id = "customer", .title = titles[kCustomer], .width = 130, .hidden_below = 720},
      TableColumn{.id = "age", .title = titles[kAge], .width = 92, .hidden_below = 640}};
  follow_open(frame);
  Source source(frame.inbox.rows, strings);
  (void)frame.inbox.rows.find(0);  // asks for the first page, without which the length is not known
  const TableResult result = data_table(strings.label(Text::Inbox, "inbox"), columns, source, state_,
                                        {.row_height = 60, .lines = 2});
  if ((result.is_selection_changed || result.is_opened) && state_.selected) {
    if (const InboxRow* row = frame.inbox.rows.find(*state_.selected))
      frame.view.own().set(kOpenKey, row->review.row);
  }
}

const InboxRow* InboxTable::open_row(Frame& frame) const {
  const auto open = frame.view.own().number(kOpenKey);
  if (!open) return nullptr;
  const auto index =
      frame.inbox.rows.index_where([&](const InboxRow& row) { return row.review.row == *open; });
  return index ? frame.inbox.rows.find(*index) : nullptr;
}

void InboxTable::follow_open(Frame& frame) {
  const auto open = frame.view.own().number(kOpenKey);
  if (!open) return state_.selected.reset();
  const auto index =
      frame.inbox.rows.index_where([&](const InboxRow& row) { return row.review.row == *open; });
  state_.selected = index ? std::optional{static_cast<std::size_t>(*index)} : std::nullopt;
}

std::optional<std::uint64_t> InboxTable::neighbour(Frame& frame, std::int64_t step) const {
  if (!state_.selected) return std::nullopt;
  const auto index = static_cast<std::int64_t>(*state_.selected) + step;
  if (index < 0) return std::nullopt;
  const InboxRow* row = frame.inbox.rows.find(static_cast<std::uint64_t>(index));
  return row != nullptr ? std::optional{row->review.row} : std::nullopt;
}

bool InboxTable::can_go(Frame& frame, std::int64_t step) const { return neighbour(frame, step).has_value(); }

void InboxTable::go(Frame& frame, std::int64_t step) {
  if (const auto row = neighbour(frame, step)) frame.view.own().set(kOpenKey, *row);
}

}  // namespace attune::ui
