// How each file was read and what its columns mean: all of it shown with its reason, all of it correctable;
// and the rows that could not be used.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "ui/view.hpp"
#include "ui/views/column_roles.hpp"
#include "ui/views/joined_people.hpp"
#include "ui/views/rejected_rows.hpp"

namespace attune::ui {

class FilesView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  void draw_file(Frame& frame, std::size_t file);

  std::map<std::pair<std::size_t, std::size_t>, ColumnRoles> roles_;  // by file and table
  JoinedPeople joined_;
  RejectedRows rejected_;
};

}  // namespace attune::ui
