// What each column of a table means: guessed, with the reason, and changeable.
#pragma once

#include <cstdint>

#include "ui/view.hpp"

namespace attune::ui {

class ColumnRoles {
 public:
  void draw(Frame& frame, std::uint32_t file, std::uint32_t table, const protocol::TableInfo& info);

 private:
  protocol::RolesByColumn changed_;  // chosen here and not yet applied
  bool shows_all_ = false;           // of a table with very many columns
};

}  // namespace attune::ui
