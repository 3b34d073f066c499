#include "ui/widgets/layout.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/context.hpp"

namespace attune::ui {

float available_width() { return std::max(1.0F, ImGui::GetContentRegionAvail().x); }
float available_width_css() { return available_width() / context().scale; }
float canvas_width_css() { return ImGui::GetIO().DisplaySize.x / context().scale; }

void space(float css) {
  ImGui::GetCurrentWindow()->DC.CursorPos.y += px(css) - ImGui::GetStyle().ItemSpacing.y;
}

void same_line(float css) { ImGui::SameLine(0, px(css)); }

void flow(float width_css, float gap_css) {
  const ImGuiWindow* window = ImGui::GetCurrentWindow();
  const float right = window->DC.CursorPosPrevLine.x + px(gap_css) + px(width_css);
  if (right <= window->ContentRegionRect.Max.x) ImGui::SameLine(0, px(gap_css));
}

void centre_next(float width) {
  ImGui::GetCurrentWindow()->DC.CursorPos.x += std::max(0.0F, std::floor((available_width() - width) / 2));
}

void divider() {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVec2 low = window->DC.CursorPos;
  const ImVec2 size(available_width(), std::max(1.0F, px(kBorder)));
  ImGui::ItemSize(size);
  if (ImGui::ItemAdd(ImRect(low, low + size), 0))
    window->DrawList->AddRectFilled(low, low + size, palette().border.packed());
}

Area::Area(ImVec2 position, float width) : position_{position} {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  old_content_right_ = window->ContentRegionRect.Max.x;
  old_work_right_ = window->WorkRect.Max.x;
  window->DC.CursorPos = position;
  ImGui::BeginGroup();
  window->ContentRegionRect.Max.x = window->WorkRect.Max.x = position.x + width;
}

ImVec2 Area::size() const {
  const ImVec2 size = ImGui::GetCurrentWindow()->DC.CursorMaxPos - position_;
  return {std::max(0.0F, size.x), std::max(0.0F, size.y)};
}

Area::~Area() {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  ImGui::EndGroup();
  window->ContentRegionRect.Max.x = old_content_right_;
  window->WorkRect.Max.x = old_work_right_;
}

Columns::Columns(const char* id, const ColumnsOptions& options) : options_{options} {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  id_ = window->GetID(id);
  ImGui::PushID(id);
  gap_ = px(options.gap);
  const float width = available_width();
  const auto fitting =
      static_cast<std::size_t>(std::max(1.0F, (width + gap_) / (px(options.min_width) + gap_)));
  count_ = std::min(fitting, std::max<std::size_t>(1, options.max_count));
  const auto count = static_cast<float>(count_);
  column_width_ = std::floor((width - gap_ * (count - 1)) / count);
  origin_ = window->DC.CursorPos;
  row_top_ = origin_.y;
  outer_cell_height_ = context().cell_height;
}

void Columns::next(std::size_t span) {
  if (area_) end_cell();
  span = std::clamp<std::size_t>(span, 1, count_);
  if (column_ + span > count_) end_row();
  const float x = origin_.x + static_cast<float>(column_) * (column_width_ + gap_);
  const auto spanned = static_cast<float>(span);
  const float width = column_width_ * spanned + gap_ * (spanned - 1);
  ImGui::PushID(static_cast<int>(row_ * 64 + column_));
  Context& ui = context();
  const ImGuiID row_id = id_ + static_cast<ImGuiID>(row_);
  ui.cell_height = options_.is_equal_height ? ImGui::GetStateStorage()->GetFloat(row_id, 0) : 0;
  ui.cell_stretch = 0;
  area_.emplace(ImVec2(x, row_top_), width);
  column_ += span;
}

void Columns::end_cell() {
  row_height_ = std::max(row_height_, area_->size().y - context().cell_stretch);
  area_.reset();
  ImGui::PopID();
}

void Columns::end_row() {
  Context& ui = context();
  float& known = *ImGui::GetStateStorage()->GetFloatRef(id_ + static_cast<ImGuiID>(row_), 0);
  if (known != row_height_) ui.wants_frame = true;
  known = row_height_;
  row_top_ += row_height_ + gap_;
  row_height_ = 0;
  column_ = 0;
  ++row_;
}

Columns::~Columns() {
  if (area_) end_cell();
  if (column_ > 0) end_row();
  ImGui::PopID();
  Context& ui = context();
  ui.cell_height = outer_cell_height_;
  ui.cell_stretch = 0;
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  window->DC.CursorPos = origin_;
  const float height = std::max(0.0F, row_top_ - gap_ - origin_.y);
  ImGui::ItemSize(ImVec2(column_width_, height));
}

Cells::Cells(std::span<const float> shares, float gap_css)
    : shares_{shares},
      gap_{px(gap_css)},
      width_{available_width() - px(gap_css) * static_cast<float>(shares.size() - 1)},
      corner_{ImGui::GetCursorScreenPos()} {
  left_ = bottom_ = 0;
}

void Cells::end_cell() {
  if (!area_) return;
  bottom_ = std::max(bottom_, area_->size().y);
  area_.reset();
}

void Cells::next() {
  end_cell();
  const float width = std::floor(width_ * shares_[std::min(cell_, shares_.size() - 1)]);
  area_.emplace(ImVec2(corner_.x + left_, corner_.y), width);
  left_ += width + gap_;
  ++cell_;
}

Cells::~Cells() {
  end_cell();
  ImGui::SetCursorScreenPos(corner_);
  ImGui::ItemSize(ImVec2(width_, bottom_));
}

}  // namespace attune::ui
