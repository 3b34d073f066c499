// A table over any number of rows, of which only those in view are asked for and drawn. Columns that are too
// wide together scroll sideways (wheel, finger, arrow keys) under the first one, which stays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/controls.hpp"

namespace attune::ui {

struct TableColumn {
  std::string_view id;  // what a sort is reported by
  std::string_view title;
  float width = 120;  // CSS pixels at least
  float stretch = 0;  // share of the width that is left over
  bool is_sortable = false;
  bool is_numeric = false;  // right-aligned
  float hidden_below = 0;   // CSS pixels of table width under which the column is left out
  bool heads_card = false;  // where rows become cards: first and strong, the others below it
  bool is_on_card = true;
};

struct TableCell {
  enum class Kind : std::uint8_t { Text, Pill, Stars };
  std::string text;  // always: what is read aloud
  Kind kind = Kind::Text;
  Tone tone = Tone::Neutral;
  double number = 0;  // Stars
  bool is_soft = false;
  bool is_quoted = false;  // a customer's words, on the side they are written from
};

// Where rows come from. Rows are fetched asynchronously: a row that is not there yet is drawn as a grey bar,
// and want() tells the source which are in view.
class TableSource {
 public:
  virtual ~TableSource() = default;
  [[nodiscard]] virtual std::size_t row_count() const = 0;
  [[nodiscard]] virtual bool has_row(std::size_t row) const = 0;
  // Only for rows that are there. `column` indexes the columns given to data_table.
  [[nodiscard]] virtual TableCell cell(std::size_t row, std::size_t column) const = 0;
  virtual void want(std::size_t first, std::size_t count) = 0;
};

struct TableSort {
  std::string column;  // "": the source's own order
  bool is_descending = false;
  friend bool operator==(const TableSort&, const TableSort&) = default;
};

// What the user is looking at; kept by the view from frame to frame.
struct TableState {
  std::optional<std::size_t> selected;
  std::optional<std::size_t>
      last;  // selected the last time: keys go on from there once its details are closed
  TableSort sort;
  double scroll = 0;     // device pixels; a double, because a million rows are more than a float can count
  float row_height = 0;  // device pixels, of the last frame: `scroll` means rows of this height
  float scroll_x = 0;    // device pixels, sideways
  std::vector<float> widths;     // CSS pixels, where the user changed them; 0: as given
  std::size_t menu_row = 0;      // the row that the menu is about
  float menu_x = 0, menu_y = 0;  // device pixels, where the menu was opened
};

struct TableOptions {
  float row_height = 44;    // CSS pixels
  int lines = 1;            // of text in a row
  float height = 0;         // CSS pixels; 0: what is left of the window
  float cards_below = 600;  // CSS pixels of table width under which a row becomes a small card
};

// What a table of all its rows (but at most `most`) takes, in CSS pixels, at the width that is available: for
// short tables that stand among other things.
[[nodiscard]] float table_height(std::span<const TableColumn> columns, std::size_t rows, std::size_t most,
                                 const TableOptions& options = {});

struct TableResult {
  bool is_selection_changed = false;
  bool is_opened = false;  // Enter or a second press on the selected row
  bool is_sort_changed = false;
};
// Copied with Ctrl-C (Cmd-C) or by the menu of the right button or a long press: the chosen row, or the
// header and the rows that are there (at most kMostCopiedRows), into context().clippings.
inline constexpr std::size_t kMostCopiedRows = 20'000;
TableResult data_table(std::string_view label, std::span<const TableColumn> columns, TableSource& source,
                       TableState& state, const TableOptions& options = {});

}  // namespace attune::ui
