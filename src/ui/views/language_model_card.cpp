#include "ui/views/language_model_card.hpp"

#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {

void draw_language_model(Frame& frame) {
  const Strings& strings = frame.strings;
  const Card card(strings.label(Text::LanguageModelCard, "language-model"));
  if (frame.run.own_model.empty()) {
    paragraph(strings.say(Text::OurModelReads), kSoft);
    return;
  }
  paragraph(strings.say(Text::OwnModelReads, {frame.run.own_model}), kBody);
  space(kSpace3);
  if (button(strings.label(Text::UseOurModel, "use-our-model"), {.is_enabled = !frame.run.is_working()}))
    frame.commands.emplace_back(protocol::UseOurModel{});
}

}  // namespace attune::ui
