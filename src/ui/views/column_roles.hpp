// What each column of a table means: guessed, with examples, certainty and reason, and changeable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "ui/view.hpp"

namespace attune::ui {

class ColumnRoles {
 public:
  void draw(Frame& frame, std::uint32_t file, std::uint32_t table, const protocol::TableInfo& info);

 private:
  void draw_column(Frame& frame, const protocol::TableInfo& info, std::size_t at, const std::string& place,
                   bool is_table);
  void draw_changes(Frame& frame, std::uint32_t file, std::uint32_t table, const protocol::TableInfo& info,
                    const std::string& place);

  protocol::RolesByColumn changed_;  // chosen here and not yet applied
  bool shows_all_ = false;           // of a table with very many columns
};

}  // namespace attune::ui
