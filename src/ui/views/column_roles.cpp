#include "ui/views/column_roles.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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

struct Role {
  std::string_view name;  // as the engine knows it
  Text text;
};
constexpr std::array kRoles{
    Role{"ignored", Text::RoleIgnored},
    Role{"text", Text::RoleText},
    Role{"title", Text::RoleTitle},
    Role{"rating", Text::RoleRating},
    Role{"date", Text::RoleDate},
    Role{"source", Text::RoleSource},
    Role{"product", Text::RoleProduct},
    Role{"customer-name", Text::RoleCustomerName},
    Role{"customer-id", Text::RoleCustomerId},
    Role{"email", Text::RoleEmail},
    Role{"place", Text::RolePlace},
    Role{"language", Text::RoleLanguage},
    Role{"reply", Text::RoleReply},
    Role{"order-id", Text::RoleOrderId},
    Role{"amount", Text::RoleAmount},
    Role{"quantity", Text::RoleQuantity},
    Role{"record-id", Text::RoleRecordId},
    Role{"status", Text::RoleStatus},
    Role{"category", Text::RoleCategory},
    Role{"country", Text::RoleCountry},
    Role{"phone", Text::RolePhone},
    Role{"url", Text::RoleUrl},
};

std::string samples_text(const ColumnInfo& column, const Strings& strings) {
  std::string text;
  for (std::size_t i = 0; i < std::min(column.samples.size(), kMaxSamples); ++i) {
    text += (text.empty() ? "" : " · ") + column.samples[i];
  }
  return text.empty() ? strings.say(Text::ColumnIsEmpty) : text;
}

std::string reason_text(const ColumnInfo& column, const Strings& strings) {
  if (column.is_chosen) return strings.say(Text::ChosenByYou);
  std::string text = column.reason;
  if (column.confidence > 0 && column.role != "ignored") {
    text += (text.empty() ? "" : " · ") + strings.say(Text::Sure, {share_text(column.confidence, strings)});
  }
  return text;
}

// The new role, once another one is chosen.
std::optional<std::string> choose_role(const ColumnInfo& column, const std::string& role, std::string_view id,
                                       const Strings& strings) {
  Choices choices;
  for (const Role& one : kRoles) choices.add(strings.say(one.text));
  auto found = static_cast<std::size_t>(std::ranges::find(kRoles, role, &Role::name) - kRoles.begin());
  if (found == kRoles.size()) choices.add(role);
  std::size_t selected = found;
  const std::string name = strings.say(Text::MeaningOf, {column.name}) + "###" + std::string{id};
  if (!select(name, choices.list(), selected, {.width = 0, .shows_label = false})) return std::nullopt;
  if (selected == found || selected >= kRoles.size()) return std::nullopt;
  return std::string{kRoles[selected].name};
}

}  // namespace

void ColumnRoles::draw(Frame& frame, std::uint32_t file, std::uint32_t table,
                       const protocol::TableInfo& info) {
  const Strings& strings = frame.strings;
  const std::string place = std::to_string(file) + "-" + std::to_string(table);
  const bool has_name = !info.name.empty() && info.name != frame.columns->files[file].name;
  heading(has_name ? strings.say(Text::WhatColumnsOfMean, {info.name}) : strings.say(Text::WhatColumnsMean),
          3);
  space(kSpace3);
  const std::size_t count = shows_all_ ? info.columns.size() : std::min(info.columns.size(), kFewColumns);
  {
    Columns columns(("columns-" + place).c_str(),
                    {.min_width = 250, .max_count = 4, .is_equal_height = false});
    for (std::size_t i = 0; i < count; ++i) {
      const ColumnInfo& column = info.columns[i];
      const auto change = changed_.find(column.name);
      const std::string& role = change == changed_.end() ? column.role : change->second;
      columns.next();
      label(column.name, kStrong);
      if (auto chosen = choose_role(column, role, "role-" + place + "-" + std::to_string(i), strings)) {
        changed_[column.name] = std::move(*chosen);
      }
      label(samples_text(column, strings), kCaption);
      paragraph(change == changed_.end() ? reason_text(column, strings) : strings.say(Text::NotYetApplied),
                kCaption);
      space(kSpace3);
    }
  }
  if (count < info.columns.size()) {
    const std::string more =
        strings.count(Text::OneMoreColumn, Text::MoreColumns, info.columns.size() - count);
    if (button(more + "###more-columns-" + place, {.kind = ButtonKind::Quiet})) shows_all_ = true;
  }
  if (changed_.empty()) return;
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
