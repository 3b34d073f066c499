// Builds tables from the events of a JSON text. Internal to json_reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/format_reader.hpp"
#include "ingest/json_tokenizer.hpp"

namespace attune::ingest {

class JsonRows final : public JsonHandler {
 public:
  static constexpr std::size_t kMaxColumns = 16'384;
  static constexpr std::size_t kMaxTables = 1000;
  // Where there are many columns, each row costs a cell in all of them, however few it names.
  static constexpr std::size_t kManyColumns = 256;
  static constexpr std::uint64_t kMaxEmptyCells = 20'000'000;

  // With `root_values_are_rows`, each value at the top is a row of one table (JSON Lines).
  JsonRows(ReadState& state, bool root_values_are_rows)
      : state_{state}, root_values_are_rows_{root_values_are_rows} {}

  void begin_object() override;
  void key(std::string_view name) override;
  void end_object() override;
  void begin_array() override;
  void end_array() override;
  void string(std::string_view text) override { value(text, true); }
  void number(std::string_view text) override { value(text, false); }
  void literal(std::string_view text) override { value(text, false); }

  // Forgets everything since the last complete value at the root: a line that is broken.
  void drop_line();
  // An object without any list of rows is one row itself.
  void finish();
  void set_line(std::uint64_t line) noexcept { line_ = line; }
  [[nodiscard]] std::uint64_t row_count() const noexcept { return rows_; }

 private:
  void settle_names();
  void finish_loose();
  enum class Place : std::uint8_t {
    Object,   // outside of rows
    List,     // an array outside of rows: its objects, arrays and (at the root) values are rows
    Row,      // an object that is a row
    CellRow,  // an array that is a row
    Inside,   // an object inside a row
  };
  struct Frame {
    Place place = Place::Object;
    std::size_t path_size = 0;  // of path_ outside of it
    std::size_t table = kNoTable;
    std::string loose_values;  // of a List that is not at the root
  };
  struct Building {
    std::size_t index = 0;                                 // in state_.tables
    std::unordered_map<std::string, std::size_t> columns;  // only looked up, never walked through
    std::size_t rows = 0;
  };
  struct Cell {
    std::string text;
    bool is_set = false;
    bool is_string = false;
  };
  static constexpr std::size_t kNoTable = static_cast<std::size_t>(-1);

  void value(std::string_view text, bool is_string);
  void push(Place place, std::size_t table = kNoTable);
  void pop();
  std::size_t table_of(Frame& list);
  std::size_t root_table();
  std::size_t make_table(const std::string& name);
  void begin_row(std::size_t table, Place place);
  void end_row();
  void reject_row();
  [[nodiscard]] bool takes_names_from_row(const Building& building) const;
  void set_cell(std::string_view name, std::string_view text, bool is_string);
  void begin_capture();
  void capture(std::string_view text);
  void capture_comma();
  void end_capture();
  [[nodiscard]] std::string member_name() const;

  ReadState& state_;
  bool root_values_are_rows_;
  std::vector<Frame> frames_;
  std::vector<Building> buildings_;
  std::size_t root_table_ = kNoTable;
  std::string path_;  // names of the open members, joined by '.'; from the row on inside a row
  std::string key_;
  std::vector<std::pair<std::string, std::string>> loose_;  // values that belong to no row

  bool is_in_row_ = false;
  std::size_t row_table_ = 0;
  std::size_t row_cells_ = 0;  // of a CellRow
  std::vector<Cell> cells_;    // of the row, one a column of its table

  // A list inside a row, captured both as JSON text and as plain values.
  std::size_t capture_depth_ = 0;
  std::string captured_;
  std::string captured_values_;
  bool needs_comma_ = false;
  bool captured_is_flat_ = true;

  std::vector<std::size_t> used_cells_;  // those of cells_ that are set
  std::uint64_t empty_cells_ = 0;        // in tables of many columns
  bool has_too_many_tables_ = false;
  std::uint64_t line_ = 0;
  std::uint64_t rows_ = 0;
};

}  // namespace attune::ingest
