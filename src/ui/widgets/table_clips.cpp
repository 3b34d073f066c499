#include <array>
#include <string>
#include <utility>
#include <vector>

#include "ui/context.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/table_frame.hpp"

namespace attune::ui {
namespace {

std::vector<std::string> texts_of(const TableFrame& table, std::size_t row) {
  std::vector<std::string> texts;
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    texts.push_back(table.source.cell(row, column).text);
  return texts;
}

}  // namespace

void copy_table_row(const TableFrame& table, std::size_t row) {
  if (table.source.has_row(row))
    context().clippings.emplace_back(TableClip{{.columns = {}, .rows = {texts_of(table, row)}}});
}

void copy_table_rows(const TableFrame& table) {
  chart::DataTable copied;
  for (const TableColumn& column : table.columns) copied.columns.emplace_back(column.title);
  for (std::size_t row = 0; row < table.row_count && copied.rows.size() < kMostCopiedRows; ++row) {
    if (table.source.has_row(row)) copied.rows.push_back(texts_of(table, row));
  }
  context().clippings.emplace_back(TableClip{std::move(copied)});
}

void offer_table_menu(TableFrame& table) {
  const ImGuiID popup = table.window->GetID("menu");
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (table.row_count > 0 && ImGui::IsWindowHovered() && table.body.Contains(pointer) &&
      ImGui::IsMouseReleased(ImGuiMouseButton_Right)) {
    table.state.menu_row =
        static_cast<std::size_t>((pointer.y - table.body.Min.y + table.state.scroll) / table.row_height);
    table.state.menu_x = pointer.x;
    table.state.menu_y = pointer.y;
    ImGui::OpenPopup(popup);
  }
  const Words& words = context().words;
  const std::array<MenuEntry, 2> entries{{{words.copy_row, Icon::Copy}, {words.copy_table, Icon::Table}}};
  const ImRect face(table.state.menu_x, table.state.menu_y, table.state.menu_x, table.state.menu_y);
  const auto chosen = popup_menu(popup, face, table.label, entries, table.id);
  if (chosen == 0U && table.state.menu_row < table.row_count) copy_table_row(table, table.state.menu_row);
  if (chosen == 1U) copy_table_rows(table);
}

}  // namespace attune::ui
