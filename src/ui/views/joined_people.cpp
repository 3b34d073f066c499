#include "ui/views/joined_people.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::Identity;
using snapshot::IdentityNote;
using snapshot::JoinKey;

constexpr std::size_t kFew = 8;
constexpr std::array kShares{0.78F, 0.22F};

Text name_of_key(JoinKey key) {
  constexpr std::array kNames{Text::JoinedByCustomerId, Text::JoinedByEmail, Text::JoinedByPhone,
                              Text::JoinedByNameAndPostcode, Text::JoinedByName};
  return kNames[static_cast<std::size_t>(key)];
}

std::string records_text(const IdentityNote& note) {
  std::string text;
  for (const std::string& record : note.records) text += (text.empty() ? "" : " = ") + record;
  return text;
}

// "12 by e-mail, 4 by phone"
std::string by_key_text(const Identity& identity, const Strings& strings) {
  std::string text;
  for (std::size_t i = 0; i < identity.joined_by.size(); ++i) {
    if (identity.joined_by[i] == 0) continue;
    text += (text.empty() ? "" : " · ") +
            strings.say(Text::JoinedRow, {strings.say(name_of_key(static_cast<JoinKey>(i))),
                                          number_text(identity.joined_by[i], strings)});
  }
  return text;
}

}  // namespace

void JoinedPeople::draw(Frame& frame) {
  if (frame.snapshot == nullptr || !frame.snapshot->customers ||
      frame.snapshot->customers->identity.records == 0)
    return;
  const Strings& strings = frame.strings;
  const Identity& identity = frame.snapshot->customers->identity;
  const Card card(strings.label(Text::OnePersonManyFiles, "joined-card"));
  const bool has_joins = identity.records > identity.people;
  paragraph(has_joins ? strings.say(Text::RecordsArePeople, {number_text(identity.records, strings),
                                                             number_text(identity.people, strings)})
                      : strings.say(Text::NobodyJoined),
            kBody);
  if (has_joins) paragraph(by_key_text(identity, strings), kSoft);
  draw_joins(frame);
  if (!frame.customer_settings.separate.empty()) {
    space(kSpace3);
    const std::string count = number_text(frame.customer_settings.separate.size(), strings);
    label(strings.say(Text::JoinedRow, {strings.say(Text::KeptApartByYou), count}), kStrong);
    if (button(strings.label(Text::JoinAgain, "join-again"), {.icon = Icon::Undo, .is_small = true})) {
      frame.customer_settings.separate.pop_back();
    }
  }
  draw_conflicts(frame);
}

void JoinedPeople::draw_joins(Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& joins = frame.snapshot->customers->identity.joins;
  if (joins.empty()) return;
  space(kSpace3);
  label(strings.say(Text::JoinedPeople), kStrong);
  const std::size_t count = shows_all_joins_ ? joins.size() : std::min(joins.size(), kFew);
  for (std::size_t i = 0; i < count; ++i) {
    const IdentityNote& note = joins[i];
    space(kSpace2);
    Cells cells(kShares);
    cells.next();
    paragraph(records_text(note), kBody, {.max_lines = 2});
    paragraph(strings.say(Text::JoinedRow, {strings.say(name_of_key(note.by)), note.value}), kCaption,
              {.max_lines = 1});
    cells.next();
    if (button(strings.label(Text::KeepApart, "apart-" + note.key),
               {.is_small = true, .fills_width = true})) {
      frame.customer_settings.separate.push_back(note.key);
    }
  }
  if (count < joins.size()) {
    const std::string more = strings.count(Text::OneMorePerson, Text::MorePeople, joins.size() - count);
    if (button(more + "###more-joins", {.kind = ButtonKind::Quiet})) shows_all_joins_ = true;
  }
}

void JoinedPeople::draw_conflicts(const Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& conflicts = frame.snapshot->customers->identity.kept_apart;
  if (conflicts.empty()) return;
  space(kSpace4);
  label(strings.say(Text::LeftApart), kStrong);
  const std::size_t count = shows_all_conflicts_ ? conflicts.size() : std::min(conflicts.size(), kFew);
  for (std::size_t i = 0; i < count; ++i) {
    const IdentityNote& note = conflicts[i];
    std::string records;
    for (const std::string& record : note.records) records += (records.empty() ? "" : " · ") + record;
    space(kSpace2);
    paragraph(records, kBody, {.max_lines = 2});
    paragraph(strings.say(Text::LeftApartHint, {note.value}), kCaption, {.max_lines = 1});
  }
  if (count < conflicts.size()) {
    const std::string more = strings.count(Text::OneMorePerson, Text::MorePeople, conflicts.size() - count);
    if (button(more + "###more-conflicts", {.kind = ButtonKind::Quiet})) shows_all_conflicts_ = true;
  }
}

}  // namespace attune::ui
