#include "ui/views/own_intents.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "ui/state/parameter_text.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

constexpr std::size_t kMostNameBytes = 60;
constexpr std::size_t kFewestExamples = 3;
constexpr int kFormLines = 6;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  split_at(text, '\n', [&](std::string_view line) {
    if (line.find_first_not_of(" \t\r") != std::string_view::npos && lines.size() < protocol::kMostExamples)
      lines.emplace_back(line);
  });
  return lines;
}

void draw_intent(Frame& frame, const snapshot::CustomIntentFigures& intent) {
  const Strings& strings = frame.strings;
  label(intent.name, kStrong);
  if (link(review_count(intent.n, strings) + "###intent-rows-" + intent.name)) {
    protocol::RowsFilter filter;
    filter.custom_intents = {intent.name};
    show_reviews(frame, std::move(filter));
  }
  const auto recognised =
      static_cast<std::uint64_t>(intent.recognised.value * static_cast<double>(intent.recognised.n) + 0.5);
  paragraph(strings.say(Text::OwnIntentFigures,
                        {number_text(intent.examples, strings), number_text(recognised, strings),
                         share_text(intent.recognised.value, strings)}),
            kSoft);
  if (link(strings.say(Text::RemoveRule, {intent.name}) + "###remove-intent-" + intent.name,
           {.size = TextSize::Small, .ink = Ink::Accent})) {
    frame.commands.emplace_back(
        protocol::AskEngine{{.id = 0, .body = protocol::RemoveIntentQuery{intent.name}}});
  }
  space(kSpace3);
}

}  // namespace

void OwnIntents::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string hint = strings.say(Text::OwnIntentsHint);
  const Card card(strings.label(Text::OwnIntents, "own-intents"), {.caption = hint});
  for (const auto& intent : frame.snapshot->understanding.custom_intents) draw_intent(frame, intent);
  if (!frame.snapshot->model_loaded || !frame.run.own_model.empty()) {
    paragraph(strings.say(Text::IntentsNeedOurModel), kSoft);
    return;
  }
  if (is_open_) return draw_form(frame);
  if (button(strings.label(Text::NewIntent, "new-intent"), {.icon = Icon::Plus})) is_open_ = true;
}

void OwnIntents::draw_form(Frame& frame) {
  const Strings& strings = frame.strings;
  if (text_field(strings.label(Text::IntentNameField, "intent-name"), name_))
    name_.resize(utf8::prefix_within(name_, kMostNameBytes));
  space(kSpace2);
  (void)text_field(strings.label(Text::IntentExamplesField, "intent-examples"), examples_,
                   {.lines = kFormLines});
  space(kSpace3);
  std::vector<std::string> examples = lines_of(examples_);
  const bool is_whole = !name_.empty() && examples.size() >= kFewestExamples;
  if (button(strings.label(Text::AddIntent, "add-intent"),
             {.kind = ButtonKind::Primary, .is_enabled = is_whole})) {
    frame.commands.emplace_back(protocol::AskEngine{
        {.id = 0, .body = protocol::DefineIntentQuery{.name = name_, .examples = std::move(examples)}}});
    *this = {};
    return;
  }
  if (flow_button(strings.label(Text::Cancel, "cancel-intent"), {.kind = ButtonKind::Quiet})) *this = {};
}

}  // namespace attune::ui
