#include "ui/views/customers_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "snapshot/customer_names.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/cached_rows.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/layout.hpp"

namespace attune::ui {
namespace {

using protocol::CustomerRow;
using protocol::CustomerSort;

enum class Shown : std::uint8_t { Name, Segment, Orders, LastOrder, Revenue, Value, Risk, Feeling };

struct Column {
  Shown shown;
  Text title;
  CustomerSort sort;
  TableColumn layout;  // without its title
};
// A card, on a phone, shows who, segment and risk.
const std::array kColumns{
    Column{Shown::Name,
           Text::Customer,
           CustomerSort::Name,
           {.id = "name", .title = {}, .width = 150, .stretch = 1, .heads_card = true}},
    Column{
        Shown::Segment, Text::Segment, CustomerSort::Segment, {.id = "segment", .title = {}, .width = 184}},
    Column{Shown::Orders,
           Text::Orders,
           CustomerSort::Orders,
           {.id = "orders",
            .title = {},
            .width = 92,
            .is_numeric = true,
            .hidden_below = 760,
            .is_on_card = false}},
    Column{Shown::LastOrder,
           Text::LastOrder,
           CustomerSort::LastOrder,
           {.id = "last-order", .title = {}, .width = 116, .hidden_below = 860, .is_on_card = false}},
    Column{Shown::Revenue,
           Text::Revenue,
           CustomerSort::Revenue,
           {.id = "revenue",
            .title = {},
            .width = 104,
            .is_numeric = true,
            .hidden_below = 1000,
            .is_on_card = false}},
    Column{Shown::Value,
           Text::ExpectedValue,
           CustomerSort::Value,
           {.id = "value",
            .title = {},
            .width = 220,
            .is_numeric = true,
            .hidden_below = 520,
            .is_on_card = false}},
    Column{Shown::Risk, Text::RiskOfLeaving, CustomerSort::Risk, {.id = "risk", .title = {}, .width = 176}},
    Column{Shown::Feeling,
           Text::LastFeeling,
           CustomerSort::LastSentiment,
           {.id = "feeling", .title = {}, .width = 116, .hidden_below = 1120}},
};

class Source final : public CachedRows<CustomerRow> {
 public:
  Source(PageCache<CustomerRow>& rows, std::vector<Shown> columns, const std::string& currency,
         const Strings& strings)
      : CachedRows{rows}, columns_{std::move(columns)}, currency_{currency}, strings_{strings} {}

  [[nodiscard]] TableCell cell_of(const CustomerRow& row, std::size_t column) const override {
    switch (columns_[column]) {
      case Shown::Name:
        return {.text = name_text(row, strings_)};
      case Shown::Segment:
        return segment_cell(row);
      case Shown::Orders:
        return {.text = number_text(row.orders, strings_)};
      case Shown::LastOrder:
        return {.text = row.last_order ? day_text(*row.last_order, strings_) : std::string{},
                .is_soft = true};
      case Shown::Revenue:
        return {.text = row.orders > 0 ? money_text(row.revenue, currency_, strings_) : std::string{}};
      case Shown::Value:
        return {.text = row.value
                            ? money_range_text(*row.value, row.value_low, row.value_high, currency_, strings_)
                            : std::string{}};
      case Shown::Risk:
        return risk_cell(row);
      case Shown::Feeling:
        return feeling_cell(row);
    }
    return {};
  }

 private:
  [[nodiscard]] TableCell segment_cell(const CustomerRow& row) const {
    const auto segment = snapshot::rfm_segment_from_name(row.segment);
    if (!segment) return {};
    return {.text = strings_.say(title_of(*segment)),
            .kind = TableCell::Kind::Pill,
            .tone = tone_of_segment(*segment)};
  }
  [[nodiscard]] TableCell risk_cell(const CustomerRow& row) const {
    if (!row.risk) return {};
    const std::string text = strings_.say(
        Text::RiskAndShare, {risk_text(row.risk_level, strings_), share_text(*row.risk, strings_)});
    return {.text = text, .kind = TableCell::Kind::Pill, .tone = tone_of_risk(row.risk_level)};
  }
  [[nodiscard]] TableCell feeling_cell(const CustomerRow& row) const {
    if (!row.last_sentiment) return {};
    return {.text = sentiment_text(*row.last_sentiment, strings_),
            .kind = TableCell::Kind::Pill,
            .tone = tone_of_sentiment(*row.last_sentiment)};
  }

  std::vector<Shown> columns_;
  const std::string& currency_;
  const Strings& strings_;
};

bool is_in(Shown shown, const snapshot::CustomerCounts& counts) {
  if (shown == Shown::Name) return true;
  if (shown == Shown::Feeling) return counts.with_feedback > 0;
  return counts.with_orders > 0;
}

TableSort shown_sort(const PeopleView& people) {
  for (const Column& column : kColumns) {
    if (column.sort == people.by)
      return {.column = std::string{column.layout.id}, .is_descending = people.descending};
  }
  return {};
}

void ask_for_sort(const TableSort& sort, PeopleView& people) {
  people.by = CustomerSort::Customer;
  people.descending = sort.is_descending;
  for (const Column& column : kColumns) {
    if (column.layout.id == sort.column) people.by = column.sort;
  }
}

}  // namespace

void CustomersTable::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const snapshot::CustomerCounts& counts = frame.snapshot->customers->counts;
  std::vector<Shown> shown;
  std::vector<std::string> titles;
  for (const Column& column : kColumns) {
    if (!is_in(column.shown, counts)) continue;
    shown.push_back(column.shown);
    titles.push_back(strings.say(column.title));
  }
  std::vector<TableColumn> columns;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    columns.push_back(std::ranges::find(kColumns, shown[i], &Column::shown)->layout);
    columns.back().title = titles[i];
    columns.back().is_sortable = true;
  }
  follow_open(frame);
  state_.sort = shown_sort(frame.view.people);
  Source source(frame.customers.rows, shown, counts.currency, strings);
  (void)frame.customers.rows.find(0);  // asks for the first page, without which the length is not known
  const TableResult result =
      data_table(strings.label(Text::Customers, "customers"), columns, source, state_, {.row_height = 48});
  if (result.is_sort_changed) ask_for_sort(state_.sort, frame.view.people);
  if ((result.is_selection_changed || result.is_opened) && state_.selected) {
    if (const CustomerRow* row = frame.customers.rows.find(*state_.selected))
      open_customer(frame, row->customer);
  }
}

// A customer opened from a link or another page is selected here once the row is at hand.
void CustomersTable::follow_open(Frame& frame) {
  const auto open = frame.view.own().number(kOpenKey);
  if (!open) return state_.selected.reset();
  const auto is_open = [&](const CustomerRow& row) { return row.customer == *open; };
  if (state_.selected) {
    const CustomerRow* row = frame.customers.rows.find(*state_.selected);
    if (row != nullptr && is_open(*row)) return;
  }
  const auto index = frame.customers.rows.index_where(is_open);
  state_.selected = index ? std::optional{static_cast<std::size_t>(*index)} : std::nullopt;
}

std::optional<std::uint32_t> CustomersTable::neighbour(Frame& frame, std::int64_t step) const {
  if (!state_.selected) return std::nullopt;
  const auto index = static_cast<std::int64_t>(*state_.selected) + step;
  if (index < 0) return std::nullopt;
  const CustomerRow* row = frame.customers.rows.find(static_cast<std::uint64_t>(index));
  return row != nullptr ? std::optional{row->customer} : std::nullopt;
}

bool CustomersTable::can_go(Frame& frame, std::int64_t step) const {
  return neighbour(frame, step).has_value();
}

void CustomersTable::go(Frame& frame, std::int64_t step) {
  if (const auto customer = neighbour(frame, step)) open_customer(frame, *customer);
}

}  // namespace attune::ui
