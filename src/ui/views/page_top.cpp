#include "ui/views/page_top.hpp"

#include <string>

#include "ui/state/engine_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/command_palette.hpp"
#include "ui/views/share_dialog.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/page.hpp"

namespace attune::ui {
namespace {

constexpr float kIconButtons = 4 * kControlHeight + 3 * kSpace2;

void draw_actions(Frame& frame, const std::string& open_label) {
  const Strings& strings = frame.strings;
  if (button(open_label, {.icon = Icon::Upload})) frame.commands.emplace_back(protocol::PickFiles{});
  flow(kControlHeight);
  if (icon_button(strings.label(Text::CopyLink, "copy-link"), Icon::Link)) copy_link(frame);
  flow(kControlHeight);
  if (icon_button(strings.label(Text::ShareTitle, "share"), Icon::Download, frame.snapshot != nullptr))
    open_dialog(kShareDialog);
  flow(kControlHeight);
  if (icon_button(strings.label(Text::FindCommand, "find-command"), Icon::Search))
    open_dialog(kCommandPalette);
  flow(kControlHeight);
  if (icon_button(strings.label(Text::Settings, "settings"), Icon::Settings)) open_dialog(kSettingsDialog);
}

void draw_progress(Frame& frame) {
  const Strings& strings = frame.strings;
  const auto& progress_event = frame.run.progress;
  const std::string label = progress_event && !progress_event->label.empty()
                                ? engine_sentence(progress_event->label, strings)
                                : strings.say(Text::Opening, {files_text(frame.run.files, strings)});
  const std::string detail = progress_event ? progress_text(*progress_event, strings) : std::string{};
  const ProgressState state{.label = label,
                            .done = progress_event ? static_cast<double>(progress_event->done) : 0,
                            .total = progress_event ? static_cast<double>(progress_event->total) : 0,
                            .detail = detail};
  if (progress(state)) frame.commands.emplace_back(protocol::CancelRun{});
  space(kSpace4);
}

void draw_trouble(Frame& frame) {
  const Strings& strings = frame.strings;
  banner(engine_sentence(frame.run.message, strings), Tone::Negative);
  space(kSpace3);
  if (button(strings.label(Text::StartAgain, "restart"), {.kind = ButtonKind::Primary})) {
    frame.commands.emplace_back(protocol::RestartEngine{});
  }
  if (flow_button(strings.label(Text::OtherFiles, "other-files")))
    frame.commands.emplace_back(protocol::PickFiles{});
  space(kSpace4);
}

}  // namespace

void copy_link(Frame& frame) {
  frame.commands.emplace_back(protocol::CopyLink{fragment_from_view(frame.view)});
  frame.notices.push_back(frame.strings.say(Text::LinkCopied));
}

void draw_page_top(Frame& frame, Text title, std::string_view caption) {
  const Strings& strings = frame.strings;
  const std::string open_label = strings.label(Text::OpenFiles, "open-files");
  {
    const float actions = css_button_width(open_label, {.icon = Icon::Upload}) + kSpace2 + kIconButtons;
    const PageHeader header(strings.say(title), caption, actions);
    draw_actions(frame, open_label);
  }
  switch (frame.run.phase) {
    case RunPhase::Working:
      draw_progress(frame);
      break;
    case RunPhase::Failed:
    case RunPhase::Crashed:
      draw_trouble(frame);
      break;
    case RunPhase::Cancelled:
      banner(strings.say(Text::WasCancelled), Tone::Warning);
      space(kSpace4);
      break;
    case RunPhase::Idle:
    case RunPhase::Finished:
      break;
  }
  if (frame.snapshot != nullptr && !frame.snapshot->model_loaded && !frame.run.is_working()) {
    banner(strings.say(Text::NoModel), Tone::Warning);
    space(kSpace4);
  }
}

}  // namespace attune::ui
