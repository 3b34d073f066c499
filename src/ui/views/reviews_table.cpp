#include "ui/views/reviews_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "ui/state/sentences.hpp"
#include "ui/views/cached_rows.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/widgets/layout.hpp"

namespace attune::ui {
namespace {

using protocol::ReviewRow;
using protocol::SentimentFilter;
using protocol::SortKey;

enum class Shown : std::uint8_t { Date, Rating, Feeling, Review, Product, Source };

constexpr std::array kSortable{std::pair{std::string_view{"date"}, SortKey::Date},
                               std::pair{std::string_view{"rating"}, SortKey::Rating},
                               std::pair{std::string_view{"feeling"}, SortKey::Score}};

Tone tone_of(SentimentFilter feeling) {
  if (feeling == SentimentFilter::Negative) return Tone::Negative;
  if (feeling == SentimentFilter::Positive) return Tone::Positive;
  return Tone::Neutral;
}

std::string one_line(const ReviewRow& row) {
  std::string text = row.title.empty() ? row.text : row.title + " – " + row.text;
  std::ranges::replace_if(
      text, [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
  return text;
}

class Source final : public CachedRows<ReviewRow> {
 public:
  Source(RowCache& rows, std::vector<Shown> columns, const Strings& strings)
      : CachedRows{rows}, columns_{std::move(columns)}, strings_{strings} {}

  [[nodiscard]] TableCell cell_of(const ReviewRow& row, std::size_t column) const override {
    switch (columns_[column]) {
      case Shown::Date:
        return {.text = row.day ? day_text(*row.day, strings_) : std::string{}, .is_soft = true};
      case Shown::Rating:
        return rating_cell(row);
      case Shown::Feeling:
        return feeling_cell(row);
      case Shown::Review:
        return {.text = one_line(row), .is_quoted = true};
      case Shown::Product:
        return {.text = row.product, .is_soft = true};
      case Shown::Source:
        return {.text = row.source, .is_soft = true};
    }
    return {};
  }

 private:
  [[nodiscard]] TableCell rating_cell(const ReviewRow& row) const {
    if (!row.rating) return {};
    return {.text = strings_.say(Text::StarsOfFive, {rating_text(*row.rating, strings_)}),
            .kind = TableCell::Kind::Stars,
            .number = *row.rating};
  }

  [[nodiscard]] TableCell feeling_cell(const ReviewRow& row) const {
    if (!row.sentiment) return {.text = "…", .is_soft = true};
    const SentimentFilter shown = row.is_mixed ? SentimentFilter::Mixed : *row.sentiment;
    return {.text = feeling_text(shown, strings_), .kind = TableCell::Kind::Pill, .tone = tone_of(shown)};
  }

  std::vector<Shown> columns_;
  const Strings& strings_;
};

std::vector<Shown> columns_of(const snapshot::Snapshot& snapshot) {
  const snapshot::Overview& overview = snapshot.overview;
  std::vector<Shown> columns;
  if (overview.dated > 0) columns.push_back(Shown::Date);
  if (overview.rated > 0) columns.push_back(Shown::Rating);
  if (can_have_feelings(snapshot)) columns.push_back(Shown::Feeling);
  columns.push_back(Shown::Review);
  if (!overview.products.empty()) columns.push_back(Shown::Product);
  if (!overview.sources.empty()) columns.push_back(Shown::Source);
  return columns;
}

// On a phone a row is a card: feeling and text.
TableColumn description_of(Shown column, std::string_view title) {
  switch (column) {
    case Shown::Date:
      return {.id = "date", .title = title, .width = 104, .is_sortable = true, .hidden_below = 600};
    case Shown::Rating:
      return {.id = "rating", .title = title, .width = 104, .is_sortable = true, .hidden_below = 460};
    case Shown::Feeling:
      return {.id = "feeling", .title = title, .width = 108, .is_sortable = true};
    case Shown::Review:
      return {.id = "review", .title = title, .width = 180, .stretch = 1};
    case Shown::Product:
      return {.id = "product", .title = title, .width = 150, .hidden_below = 960};
    case Shown::Source:
      return {.id = "source", .title = title, .width = 110, .hidden_below = 820};
  }
  return {};
}

Text title_of(Shown column) {
  constexpr std::array kTitles{Text::Date,   Text::Rating,  Text::Feeling,
                               Text::Review, Text::Product, Text::Source};
  return kTitles[static_cast<std::size_t>(column)];
}

TableSort shown_sort(const protocol::RowsSort& sort) {
  for (const auto& [id, key] : kSortable) {
    if (key == sort.by) return {.column = std::string{id}, .is_descending = sort.descending};
  }
  return {};
}

protocol::RowsSort asked_sort(const TableSort& sort) {
  for (const auto& [id, key] : kSortable) {
    if (id == sort.column) return {.by = key, .descending = sort.is_descending};
  }
  return {};
}

}  // namespace

void ReviewsTable::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::vector<Shown> shown = columns_of(*frame.snapshot);
  std::vector<std::string> titles;
  for (const Shown column : shown) titles.push_back(strings.say(title_of(column)));
  std::vector<TableColumn> columns;
  for (std::size_t i = 0; i < shown.size(); ++i) columns.push_back(description_of(shown[i], titles[i]));

  follow_open_row(frame);
  state_.sort = shown_sort(frame.view.sort);
  Source source(frame.rows, shown, strings);
  (void)frame.rows.find(0);  // asks for the first page, without which the length is not known
  const bool is_phone = is_phone_width();
  const TableResult result = data_table(strings.label(Text::Reviews, "reviews"), columns, source, state_,
                                        {.row_height = is_phone ? 92.0F : 64.0F, .lines = is_phone ? 3 : 2});
  if (result.is_sort_changed) frame.view.sort = asked_sort(state_.sort);
  if ((result.is_selection_changed || result.is_opened) && state_.selected) {
    if (const ReviewRow* row = frame.rows.find(*state_.selected)) frame.view.open_row = row->row;
  }
}

// A review opened from a link or another page is selected here once its row is at hand.
void ReviewsTable::follow_open_row(const Frame& frame) {
  if (!frame.view.open_row) {
    state_.selected.reset();
    return;
  }
  const auto is_open = [&](const ReviewRow& row) { return row.row == *frame.view.open_row; };
  if (state_.selected) {
    const ReviewRow* row = frame.rows.find(*state_.selected);
    if (row != nullptr && is_open(*row)) return;
  }
  const auto index = frame.rows.index_where(is_open);
  state_.selected = index ? std::optional{static_cast<std::size_t>(*index)} : std::nullopt;
}

std::optional<std::uint64_t> ReviewsTable::neighbour(Frame& frame, std::int64_t step) const {
  if (!state_.selected) return std::nullopt;
  const auto index = static_cast<std::int64_t>(*state_.selected) + step;
  if (index < 0) return std::nullopt;
  const ReviewRow* row = frame.rows.find(static_cast<std::uint64_t>(index));
  return row != nullptr ? std::optional{row->row} : std::nullopt;
}

bool ReviewsTable::can_go(Frame& frame, std::int64_t step) const {
  return neighbour(frame, step).has_value();
}

void ReviewsTable::go(Frame& frame, std::int64_t step) {
  if (const auto row = neighbour(frame, step)) frame.view.open_row = row;
}

}  // namespace attune::ui
