#include "ui/shell.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "protocol/events.hpp"
#include "snapshot/codec.hpp"
#include "ui/clipping_commands.hpp"
#include "ui/context.hpp"
#include "ui/state/sentences.hpp"
#include "ui/state/widget_words.hpp"
#include "ui/views/keyboard_help.hpp"
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

// The pages that are there, as the navigation shows them. Destinations point into the texts beside them.
struct Navigation {
  explicit Navigation(const Frame& frame)
      : menu{frame.strings.say(Text::Menu)}, more{frame.strings.label(Text::MorePages, "more-pages")} {
    const Strings& strings = frame.strings;
    const std::uint64_t rejected_rows = frame.snapshot != nullptr ? frame.snapshot->rejected_rows : 0;
    if (rejected_rows > 0) rejected = number_text(rejected_rows, strings);
    for (const PageInfo& page : pages()) {
      if (page.make_view == nullptr) continue;
      names.push_back(page.name);
      labels.push_back(strings.label(page.title, path_of(page.name)));
      groups.push_back(page.group == PageGroup::Start ? std::string{} : strings.say(heading_of(page.group)));
    }
    for (std::size_t at = 0; at < names.size(); ++at) {
      const PageInfo& page = page_info(names[at]);
      const bool has_badge = page.name == PageName::Files;
      destinations.push_back({.label = labels[at],
                              .icon = page.icon,
                              .badge = has_badge ? std::string_view{rejected} : std::string_view{},
                              .group = groups[at],
                              .is_on_bar = page.place == PagePlace::Bar});
    }
    texts = {.product = kProduct, .menu = menu, .more = more};
  }
  Navigation(const Navigation&) = delete;
  Navigation& operator=(const Navigation&) = delete;

  [[nodiscard]] std::size_t index_of(PageName page) const {
    return static_cast<std::size_t>(std::ranges::find(names, page) - names.begin());
  }

  std::string menu, more, rejected;
  std::vector<PageName> names;
  std::vector<std::string> labels, groups;
  std::vector<Destination> destinations;
  ShellTexts texts;
};

}  // namespace

void AttuneShell::draw() {
  if (spoken_ != state_.strings()) {
    spoken_ = state_.strings();
    context().words = widget_words(*spoken_);
    context().is_right_to_left = spoken_->is_right_to_left();
  }
  Frame frame = state_.frame();
  if (is_first_page(frame)) {
    std::size_t selected = 0;
    const Shell shell({.product = kProduct}, {}, selected);
    welcome_.draw(frame);
    draw_overlays(frame);
  } else {
    draw_page(frame);
  }
  state_.settle();
}

void AttuneShell::draw_page(Frame& frame) {
  if (!exists(frame.view.page)) frame.view.page = PageName::Overview;  // a link to a page that is to come
  const Navigation navigation(frame);
  std::size_t selected = navigation.index_of(frame.view.page);
  const Shell shell(navigation.texts, navigation.destinations, selected);
  if (shell.is_changed()) frame.view.page = navigation.names[selected];
  if (std::exchange(moves_focus_, false)) shell.focus_content();
  view_of(frame.view.page).draw(frame);
  draw_overlays(frame);
}

View& AttuneShell::view_of(PageName page) {
  views_.resize(pages().size());
  auto& view = views_[static_cast<std::size_t>(page)];
  if (view == nullptr) view = page_info(page).make_view();
  return *view;
}

void AttuneShell::draw_overlays(Frame& frame) {
  const Shortcut pressed = pressed_shortcut();
  const bool is_free = !is_anything_open();
  if (is_free && pressed == Shortcut::Commands) open_dialog(kCommandPalette);
  if (is_free && pressed == Shortcut::KeyboardHelp) open_dialog(kKeyboardHelp);
  draw_palette(frame, is_free ? Shortcut::None : pressed);
  draw_settings_dialog(frame);
  draw_keyboard_help(frame);
  share_dialog_.draw(frame);
  for (protocol::PageCommand& command : take_clipping_commands())
    frame.commands.push_back(std::move(command));
  for (std::string& notice : state_.take_notices()) toasts_.show({.message = std::move(notice)});
  toasts_.draw();
}

void AttuneShell::draw_palette(Frame& frame, Shortcut pressed) {
  const PageName before = frame.view.page;
  command_palette_.draw(frame, !is_first_page(frame), pressed == Shortcut::Commands);
  if (frame.view.page == before) return;
  moves_focus_ = true;
  context().wants_frame = true;
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
