#include "ingest/json_rows.hpp"

#include <algorithm>
#include <set>

#include "ingest/column_names.hpp"
#include "ingest/json_text.hpp"

namespace attune::ingest {

void JsonRows::push(Place place, std::size_t table) {
  frames_.push_back({place, path_.size(), table, {}});
  if (!key_.empty()) {
    if (!path_.empty()) path_ += '.';
    path_ += key_;
    key_.clear();
  }
}

void JsonRows::pop() {
  path_.resize(frames_.back().path_size);
  key_.clear();
  frames_.pop_back();
}

std::string JsonRows::member_name() const {
  if (path_.empty()) return key_;
  return key_.empty() ? path_ : path_ + "." + key_;
}

std::size_t JsonRows::make_table(const std::string& name) {
  if (buildings_.size() == kMaxTables) {
    if (!std::exchange(has_too_many_tables_, true)) {
      state_.diagnostics.add(
          {DiagnosticKind::LimitReached,
           line_,
           {},
           "There are more than 1000 lists of rows; those of further ones stand in the last table",
           name,
           {}});
    }
    return kMaxTables - 1;
  }
  buildings_.push_back({state_.tables.size(), {}, 0});
  state_.tables.push_back({name.empty() ? state_.file.name : name, {}});
  return buildings_.size() - 1;
}

std::size_t JsonRows::root_table() {
  if (root_table_ == kNoTable) root_table_ = make_table({});
  return root_table_;
}

std::size_t JsonRows::table_of(Frame& list) {
  if (list.table == kNoTable) list.table = frames_.size() == 1 ? root_table() : make_table(path_);
  return list.table;
}

void JsonRows::begin_object() {
  if (capture_depth_ > 0) {
    capture_comma();
    captured_ += '{';
    needs_comma_ = false;
    captured_is_flat_ = false;
    ++capture_depth_;
  } else if (is_in_row_) {
    if (frames_.back().place == Place::CellRow) {
      begin_capture();
      captured_ = "{";
      captured_is_flat_ = false;
    } else {
      push(Place::Inside);
    }
  } else if (frames_.empty()) {
    root_values_are_rows_ ? begin_row(root_table(), Place::Row) : push(Place::Object);
  } else if (frames_.back().place == Place::List) {
    begin_row(table_of(frames_.back()), Place::Row);
  } else {
    push(Place::Object);
  }
}

void JsonRows::key(std::string_view name) {
  if (capture_depth_ > 0) {
    capture_comma();
    append_json_string(captured_, name);
    captured_ += ':';
    needs_comma_ = false;
  } else {
    key_ = name;
  }
}

void JsonRows::end_object() {
  if (capture_depth_ > 0) {
    captured_ += '}';
    end_capture();
    return;
  }
  if (frames_.back().place == Place::Row) end_row();
  pop();
}

void JsonRows::begin_array() {
  if (capture_depth_ > 0) {
    capture_comma();
    captured_ += '[';
    needs_comma_ = false;
    captured_is_flat_ = false;
    ++capture_depth_;
  } else if (is_in_row_) {
    begin_capture();
    captured_ = "[";
  } else if (!frames_.empty() && frames_.back().place == Place::List) {
    begin_row(table_of(frames_.back()), Place::CellRow);
  } else if (frames_.empty() && root_values_are_rows_) {
    begin_row(root_table(), Place::CellRow);
  } else {
    push(Place::List);
  }
}

void JsonRows::end_array() {
  if (capture_depth_ > 0) {
    captured_ += ']';
    end_capture();
    return;
  }
  if (frames_.back().place == Place::CellRow) end_row();
  if (frames_.back().place == Place::List && !frames_.back().loose_values.empty()) {
    loose_.emplace_back(path_, frames_.back().loose_values);
  }
  pop();
}

void JsonRows::value(std::string_view text, bool is_string) {
  const std::string_view shown = !is_string && text == "null" ? std::string_view{} : text;
  if (capture_depth_ > 0) {
    capture_comma();
    is_string ? append_json_string(captured_, text) : static_cast<void>(captured_ += text);
    needs_comma_ = true;
    if (!captured_values_.empty() && !shown.empty()) captured_values_ += "; ";
    captured_values_ += shown;
  } else if (is_in_row_) {
    if (frames_.back().place == Place::CellRow) {
      set_cell("Column " + std::to_string(++row_cells_), shown, is_string);
    } else {
      set_cell(member_name(), shown, is_string);
    }
  } else if (frames_.empty() || (frames_.size() == 1 && frames_.back().place == Place::List)) {
    begin_row(root_table(), Place::Row);
    set_cell("value", shown, is_string);
    end_row();
    pop();
  } else if (frames_.back().place == Place::List) {
    std::string& values = frames_.back().loose_values;
    if (!values.empty()) values += "; ";
    values += shown;
  } else {
    loose_.emplace_back(member_name(), shown);
  }
}

void JsonRows::begin_row(std::size_t table, Place place) {
  push(place, table);
  path_.clear();
  is_in_row_ = true;
  row_table_ = table;
  row_cells_ = 0;
  for (const std::size_t i : used_cells_) cells_[i] = {};
  used_cells_.clear();
  cells_.resize(state_.tables[buildings_[table].index].columns.size());
}

void JsonRows::set_cell(std::string_view name, std::string_view text, bool is_string) {
  Building& building = buildings_[row_table_];
  std::vector<table::Column>& columns = state_.tables[building.index].columns;
  const auto [found, is_new] = building.columns.try_emplace(std::string{name}, columns.size());
  if (is_new && (columns.size() == kMaxColumns || empty_cells_ > kMaxEmptyCells)) {
    building.columns.erase(found);
    state_.diagnostics.add(
        {DiagnosticKind::LimitReached,
         line_,
         std::string{name},
         "There are too many different names (the limit is 16384, or 20 million empty cells); "
         "the values of further ones were left out",
         std::string{text.substr(0, Diagnostics::kMaxRawBytes + 4)},
         {}});
    return;
  }
  if (is_new) {
    columns.push_back({name.empty() ? "value" : std::string{name}, {}});
    columns.back().cells.append_empty(building.rows);
    cells_.emplace_back();
  }
  cells_[found->second] = {std::string{text}, true, is_string};
  used_cells_.push_back(found->second);
}

// Whether this first row of a list of lists holds the names of its columns: words without a number among
// them, some of which are usual names.
bool JsonRows::takes_names_from_row(const Building& building) const {
  if (building.rows != 0 || cells_.empty()) return false;
  std::set<std::string_view> names;
  std::size_t known = 0;
  for (const Cell& cell : cells_) {
    if (!cell.is_string || cell.text.empty() || cell.text.size() > 80 || !names.insert(cell.text).second)
      return false;
    known += is_known_column_name(cell.text) ? 1U : 0U;
  }
  return known * 2 >= cells_.size();
}

void JsonRows::end_row() {
  is_in_row_ = false;
  Building& building = buildings_[row_table_];
  std::vector<table::Column>& columns = state_.tables[building.index].columns;
  if (frames_.back().place == Place::CellRow && takes_names_from_row(building)) {
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].name = cells_[i].text;
    return;
  }
  if (columns.size() > kManyColumns) {
    empty_cells_ += columns.size() - std::min(columns.size(), used_cells_.size());
    if (empty_cells_ > kMaxEmptyCells) {
      reject_row();
      return;
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i].cells.append(cells_[i].text);
  ++building.rows;
  ++rows_;
}

void JsonRows::reject_row() {
  std::string raw;
  for (const std::size_t i : used_cells_) {
    if (raw.size() < Diagnostics::kMaxRawBytes)
      raw += cells_[i].text.substr(0, Diagnostics::kMaxRawBytes) + "\n";
  }
  state_.diagnostics.add(
      {DiagnosticKind::LimitReached,
       line_,
       {},
       "Nearly every row has names of its own; after 20 million empty cells this row was left out",
       std::move(raw),
       {}});
}

void JsonRows::begin_capture() {
  if (frames_.back().place == Place::CellRow) ++row_cells_;
  capture_depth_ = 1;
  captured_values_.clear();
  captured_is_flat_ = true;
  needs_comma_ = false;
}

void JsonRows::capture_comma() {
  if (needs_comma_) captured_ += ',';
}

void JsonRows::end_capture() {
  needs_comma_ = true;
  if (--capture_depth_ > 0) return;
  const std::string name =
      frames_.back().place == Place::CellRow ? "Column " + std::to_string(row_cells_) : member_name();
  set_cell(name, captured_is_flat_ ? captured_values_ : captured_, true);
}

void JsonRows::drop_line() {
  frames_.clear();
  path_.clear();
  key_.clear();
  is_in_row_ = false;
  capture_depth_ = 0;
}

// Keys that only blanks tell apart, or none at all, become names like those of any other file.
void JsonRows::settle_names() {
  for (const Building& building : buildings_) {
    std::vector<table::Column>& columns = state_.tables[building.index].columns;
    std::vector<std::string> names;
    for (const table::Column& column : columns) names.push_back(column.name);
    names = table::unique_names(std::move(names));
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].name = std::move(names[i]);
  }
}

void JsonRows::finish() {
  finish_loose();
  settle_names();
}

void JsonRows::finish_loose() {
  if (loose_.empty()) return;
  if (state_.tables.empty()) {
    const std::size_t table = root_table();
    begin_row(table, Place::Row);
    for (const auto& [name, text] : loose_) set_cell(name, text, true);
    end_row();
    pop();
    return;
  }
  std::string raw;
  for (const auto& [name, text] : loose_) raw += name + ": " + text + "\n";
  state_.diagnostics.add({DiagnosticKind::SkippedPart,
                          0,
                          {},
                          "These values stand outside of the lists and were left out",
                          raw,
                          {}});
}

}  // namespace attune::ingest
