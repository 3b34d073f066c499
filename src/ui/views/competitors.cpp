#include "ui/views/competitors.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "ui/state/parameter_text.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> names;
  split_at(text, ',', [&](std::string_view name) {
    const std::size_t first = name.find_first_not_of(" \t");
    if (first != std::string_view::npos)
      names.emplace_back(name.substr(first, name.find_last_not_of(" \t") - first + 1));
  });
  return names;
}

}  // namespace

void Competitors::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const snapshot::Understanding& counted = frame.snapshot->understanding;
  std::string own = own_.value_or(joined(counted.own_names));
  std::string rivals = rivals_.value_or(joined(counted.competitors));
  space(kSpace4);
  const std::string hint = strings.say(Text::OwnNamesHint);
  if (text_field(strings.label(Text::OwnNamesField, "own-names"), own, {.placeholder = hint})) own_ = own;
  space(kSpace3);
  if (text_field(strings.label(Text::CompetitorsField, "competitors"), rivals)) rivals_ = rivals;
  space(kSpace3);
  const bool is_new = split(own) != counted.own_names || split(rivals) != counted.competitors;
  if (!button(strings.label(Text::CountMentions, "count-mentions"),
              {.kind = ButtonKind::Primary, .is_enabled = is_new && !frame.run.is_working()}))
    return;
  frame.commands.emplace_back(protocol::AskEngine{
      {.id = 0, .body = protocol::BrandsQuery{.own = split(own), .competitors = split(rivals)}}});
  own_.reset(), rivals_.reset();
}

}  // namespace attune::ui
