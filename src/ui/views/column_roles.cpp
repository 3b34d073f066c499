#include "ui/views/column_roles.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ui/state/column_words.hpp"
#include "ui/state/engine_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::ColumnInfo;

constexpr std::size_t kFewColumns = 24;  // more are shown on request
constexpr std::size_t kMaxSamples = 3;
constexpr double kCertain = 0.9;
constexpr double kLikely = 0.6;
constexpr float kTableWidth = 820;  // CSS pixels a row of four cells needs
constexpr std::array kShares{0.22F, 0.28F, 0.22F, 0.28F};

std::string samples_text(const ColumnInfo& column, const Strings& strings) {
  std::string text;
  for (std::size_t i = 0; i < std::min(column.samples.size(), kMaxSamples); ++i) {
    text += (text.empty() ? "" : " · ") + column.samples[i];
  }
  return text.empty() ? strings.say(Text::ColumnIsEmpty) : text;
}

// "numbers, 12% empty"
std::string type_text(const ColumnInfo& column, std::uint64_t rows, const Strings& strings) {
  const std::string type = cell_type_text(column.type, strings);
  if (column.empty == 0 || rows == 0 || type.empty()) return type;
  const double share = static_cast<double>(column.empty) / static_cast<double>(rows);
  return strings.say(Text::EmptyCells, {type, share_text(share, strings)});
}

struct Certainty {
  std::string text;
  Tone tone;
};

Certainty certainty_of(const ColumnInfo& column, bool is_changed, const Strings& strings) {
  if (is_changed) return {strings.say(Text::Changed), Tone::Accent};
  if (column.is_chosen) return {strings.say(Text::ChosenByYou), Tone::Accent};
  if (column.role == "ignored") return {strings.say(Text::RoleIgnored), Tone::Neutral};
  if (column.confidence >= kCertain) return {strings.say(Text::Certain), Tone::Positive};
  return column.confidence >= kLikely ? Certainty{strings.say(Text::Likely), Tone::Neutral}
                                      : Certainty{strings.say(Text::AGuess), Tone::Warning};
}

std::string reason_text(const ColumnInfo& column, bool is_changed, const Strings& strings) {
  if (is_changed) return strings.say(Text::NotYetApplied);
  return column.is_chosen ? std::string{} : engine_sentence(column.reason, strings);
}

// The new role, once another one is chosen.
std::optional<std::string> choose_role(const ColumnInfo& column, const std::string& role, std::string_view id,
                                       const Strings& strings) {
  const auto words = role_words();
  Choices choices;
  for (const RoleWord& word : words) choices.add(strings.say(word.text));
  auto found = static_cast<std::size_t>(std::ranges::find(words, role, &RoleWord::name) - words.begin());
  if (found == words.size()) choices.add(role);
  std::size_t selected = found;
  const std::string name = strings.say(Text::MeaningOf, {column.name}) + "###" + std::string{id};
  if (!select(name, choices.list(), selected, {.width = 0, .shows_label = false})) return std::nullopt;
  if (selected == found || selected >= words.size()) return std::nullopt;
  return std::string{words[selected].name};
}

void draw_head(const Strings& strings) {
  Cells cells(kShares);
  for (const Text title : {Text::Column, Text::Examples, Text::MeansWhat, Text::HowSure}) {
    cells.next();
    label(strings.say(title), {.size = TextSize::Small, .ink = Ink::Soft, .face = Face::Semibold});
  }
}

}  // namespace

void ColumnRoles::draw(Frame& frame, std::uint32_t file, std::uint32_t table,
                       const protocol::TableInfo& info) {
  const Strings& strings = frame.strings;
  const std::string place = std::to_string(file) + "-" + std::to_string(table);
  const bool has_name = !info.name.empty() && info.name != frame.columns->files[file].name;
  heading(has_name ? strings.say(Text::WhatColumnsOfMean, {info.name}) : strings.say(Text::WhatColumnsMean),
          3);
  if (const std::string kind = table_kind_text(info.kind, strings); !kind.empty()) {
    label(strings.say(Text::ReadAs, {kind}), kCaption);
  }
  space(kSpace3);
  const bool is_table = available_width_css() >= kTableWidth;
  const std::size_t count = shows_all_ ? info.columns.size() : std::min(info.columns.size(), kFewColumns);
  if (is_table) draw_head(strings);
  for (std::size_t i = 0; i < count; ++i) {
    if (is_table || i > 0) divider();
    space(kSpace2);
    draw_column(frame, info, i, place, is_table);
  }
  if (count < info.columns.size()) {
    const std::string more =
        strings.count(Text::OneMoreColumn, Text::MoreColumns, info.columns.size() - count);
    if (button(more + "###more-columns-" + place, {.kind = ButtonKind::Quiet})) shows_all_ = true;
  }
  draw_changes(frame, file, table, info, place);
}

void ColumnRoles::draw_column(Frame& frame, const protocol::TableInfo& info, std::size_t at,
                              const std::string& place, bool is_table) {
  const Strings& strings = frame.strings;
  const ColumnInfo& column = info.columns[at];
  const auto change = changed_.find(column.name);
  const bool is_changed = change != changed_.end();
  const std::string role = is_changed ? change->second : column.role;
  const Certainty certainty = certainty_of(column, is_changed, strings);
  const std::string reason = reason_text(column, is_changed, strings);
  constexpr std::array kWhole{1.0F};
  Cells cells(is_table ? std::span<const float>{kShares} : std::span<const float>{kWhole});
  cells.next();
  label(column.name, kStrong);
  if (const std::string type = type_text(column, info.rows, strings); !type.empty())
    paragraph(type, kCaption, {.max_lines = 2});
  if (is_table) cells.next();
  paragraph(samples_text(column, strings), kCaption, {.max_lines = 2});
  if (is_table) cells.next();
  if (auto chosen = choose_role(column, role, "role-" + place + "-" + std::to_string(at), strings)) {
    changed_[column.name] = std::move(*chosen);
  }
  if (is_table) cells.next();
  pill(certainty.text, certainty.tone);
  if (!reason.empty()) paragraph(reason, kCaption, {.max_lines = 2});
  space(kSpace2);
}

void ColumnRoles::draw_changes(Frame& frame, std::uint32_t file, std::uint32_t table,
                               const protocol::TableInfo& info, const std::string& place) {
  if (changed_.empty()) return;
  const Strings& strings = frame.strings;
  space(kSpace3);
  if (button(strings.label(Text::ApplyColumns, "apply-" + place), {.kind = ButtonKind::Primary})) {
    protocol::RolesByColumn roles;
    for (const ColumnInfo& column : info.columns) {
      if (column.is_chosen) roles[column.name] = column.role;
    }
    for (auto& [name, role] : changed_) roles[name] = std::move(role);
    changed_.clear();
    frame.commands.emplace_back(protocol::SetRoles{file, table, info.fingerprint, std::move(roles)});
  }
  if (flow_button(strings.label(Text::Undo, "undo-" + place))) changed_.clear();
}

}  // namespace attune::ui
