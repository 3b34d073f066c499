#include "ui/views/keeping.hpp"

#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {

void draw_keeping(Frame& frame) {
  bool is_on = frame.kept.is_on;
  if (toggle(frame.strings.label(Text::KeepFiles, "keep"), is_on))
    frame.commands.emplace_back(protocol::KeepFiles{is_on});
  space(kSpace1);
  paragraph(frame.strings.say(Text::KeepFilesHint), kSoft);
}

}  // namespace attune::ui
