#include "ui/shell.hpp"

#include <array>
#include <memory>
#include <utility>

#include "protocol/events.hpp"
#include "snapshot/codec.hpp"
#include "ui/state/sentences.hpp"
#include "ui/widgets/navigation.hpp"

namespace attune::ui {
namespace {

constexpr std::string_view kProduct = "Attune";

// Nothing to look at yet: no run, or one that ended before it found anything.
bool is_first_page(const Frame& frame) {
  if (frame.snapshot != nullptr) return false;
  const RunPhase phase = frame.run.phase;
  return phase == RunPhase::Idle || phase == RunPhase::Cancelled || phase == RunPhase::Failed;
}

}  // namespace

void AttuneShell::draw() {
  Frame frame = state_.frame();
  if (is_first_page(frame)) {
    std::size_t selected = 0;
    const Shell shell(kProduct, {}, selected);
    welcome_.draw(frame);
    draw_overlays(frame);
  } else {
    draw_page(frame);
  }
  state_.settle();
}

void AttuneShell::draw_page(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string overview = strings.label(Text::Overview, "overview");
  const std::string reviews = strings.label(Text::Reviews, "reviews");
  const std::string files = strings.label(Text::Files, "files");
  const bool has_rejected = frame.snapshot != nullptr && frame.snapshot->rejected_rows > 0;
  const std::string rejected =
      has_rejected ? number_text(frame.snapshot->rejected_rows, strings) : std::string{};
  const std::array destinations{Destination{overview, Icon::Overview}, Destination{reviews, Icon::Reviews},
                                Destination{files, Icon::Files, rejected}};
  auto selected = static_cast<std::size_t>(frame.view.page);
  const Shell shell(kProduct, destinations, selected);
  if (shell.is_changed()) frame.view.page = static_cast<PageName>(selected);
  switch (frame.view.page) {
    case PageName::Overview:
      overview_.draw(frame);
      break;
    case PageName::Reviews:
      reviews_.draw(frame);
      break;
    case PageName::Files:
      files_.draw(frame);
      break;
  }
  draw_overlays(frame);
}

void AttuneShell::draw_overlays(Frame& frame) {
  draw_settings_dialog(frame);
  for (std::string& notice : state_.take_notices()) toasts_.show({.message = std::move(notice)});
  toasts_.draw();
}

Result<void> AttuneShell::adopt_snapshot(std::span<const std::byte> bytes) {
  auto snapshot = snapshot::decode(bytes);
  if (!snapshot) return snapshot.error();
  state_.adopt(std::make_shared<const snapshot::Snapshot>(std::move(*snapshot)));
  return {};
}

Result<void> AttuneShell::receive_event(std::string_view json) {
  const auto event = protocol::parse_event(json);
  if (!event) return event.error();
  state_.receive(*event);
  return {};
}

std::vector<std::string> AttuneShell::take_commands() {
  std::vector<std::string> texts;
  for (const protocol::PageCommand& command : state_.take_commands())
    texts.push_back(protocol::write_command(command));
  return texts;
}

Appearance AttuneShell::appearance(const Preferences& preferences) const {
  using protocol::ThemeChoice;
  switch (state_.theme()) {
    case ThemeChoice::Light:
      return Appearance::Light;
    case ThemeChoice::Dark:
      return Appearance::Dark;
    case ThemeChoice::HighContrast:
      return preferences.is_dark ? Appearance::DarkHighContrast : Appearance::LightHighContrast;
    case ThemeChoice::System:
      break;
  }
  return Application::appearance(preferences);
}

std::unique_ptr<Application> make_application() { return std::make_unique<AttuneShell>(); }

}  // namespace attune::ui
