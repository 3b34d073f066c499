#include "ui/views/commands_offered.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "ui/pages.hpp"
#include "ui/views/keyboard_help.hpp"
#include "ui/views/languages.hpp"
#include "ui/views/page_top.hpp"
#include "ui/views/share_dialog.hpp"
#include "ui/widgets/overlays.hpp"

namespace attune::ui {
namespace {

class Offers {
 public:
  explicit Offers(const Frame& frame) : frame_{frame} {}

  void add(Text text, std::string_view id, Text note, Icon icon, std::function<void(Frame&)> take) {
    add(frame_.strings.say(text), id, note, icon, std::move(take));
  }
  void add(const std::string& text, std::string_view id, Text note, Icon icon,
           std::function<void(Frame&)> take) {
    all_.push_back({.label = text + "###" + std::string{id},
                    .note = frame_.strings.say(note),
                    .icon = icon,
                    .take = std::move(take)});
  }
  template <class Command>
  void add_command(Text text, std::string_view id, Text note, Icon icon, Command command) {
    add(text, id, note, icon,
        [command = std::move(command)](Frame& frame) { frame.commands.emplace_back(command); });
  }

  void add_pages() {
    for (const PageInfo& page : pages()) {
      if (page.make_view == nullptr) continue;
      add(page.title, path_of(page.name), Text::NotePage, page.icon,
          [name = page.name](Frame& frame) { frame.view.page = name; });
    }
  }

  void add_data() {
    const RunPhase phase = frame_.run.phase;
    if (phase == RunPhase::Working)
      add_command(Text::StopAnalysis, "stop", Text::NoteData, Icon::Close, protocol::CancelRun{});
    if (phase == RunPhase::Failed || phase == RunPhase::Crashed)
      add_command(Text::StartAgain, "restart", Text::NoteData, Icon::Undo, protocol::RestartEngine{});
    add_command(Text::OpenFiles, "open-files", Text::NoteData, Icon::Upload, protocol::PickFiles{});
    if (frame_.snapshot != nullptr)
      add_command(Text::AddFiles, "add-files", Text::NoteData, Icon::Plus, protocol::PickFiles{.adds = true});
    add_command(Text::ChooseFolder, "choose-folder", Text::NoteData, Icon::Folder, protocol::PickFolder{});
    add_command(Text::TrySample, "sample", Text::NoteData, Icon::Sparkle, protocol::OpenSample{});
  }

  void add_saving() {
    if (frame_.snapshot == nullptr) return;
    if (!is_open(frame_.view.filter))
      add(Text::ClearFilters, "clear-filters", Text::NoteView, Icon::Filter,
          [](Frame& frame) { frame.view.filter = {}; });
    add(Text::CopyLink, "copy-link", Text::NoteSave, Icon::Link, copy_link);
    add_command(Text::SaveReviews, "save-reviews", Text::NoteSave, Icon::Download,
                protocol::SaveExport{"rows.csv"});
    add_command(Text::SaveReport, "save-report", Text::NoteSave, Icon::Report,
                protocol::SaveExport{std::string{report_name(frame_.strings)}});
    add(Text::ShareTitle, "share", Text::NoteSave, Icon::Shield, [](Frame&) { open_dialog(kShareDialog); });
  }

  // Each choice but the one that holds.
  void add_settings() {
    add(Text::KeyboardHelp, "keyboard-help", Text::NoteView, Icon::Info,
        [](Frame&) { open_dialog(kKeyboardHelp); });
    add(Text::Settings, "settings", Text::NoteView, Icon::Settings,
        [](Frame&) { open_dialog(kSettingsDialog); });
    constexpr std::array kThemes{Text::ThemeSystem, Text::ThemeLight, Text::ThemeDark, Text::ThemeContrast};
    for (std::size_t at = 0; at < kThemes.size(); ++at) {
      const auto theme = static_cast<protocol::ThemeChoice>(at);
      if (theme == frame_.theme) continue;
      add_choice(Text::Appearance, frame_.strings.say(kThemes[at]), "theme", Icon::Moon,
                 protocol::SetTheme{theme});
    }
    for (std::size_t at = 0; at < kLanguages.size(); ++at) {
      if (at == static_cast<std::size_t>(frame_.strings.locale().language)) continue;
      add_choice(Text::LanguageName, kLanguages[at], "language", Icon::Chat,
                 protocol::SetLanguage{std::string{kLanguageTags[at]}});
    }
    add(Text::ForgetEverything, "forget", Text::NoteData, Icon::Shield,
        [](Frame&) { open_dialog(kSettingsDialog); });  // which says what that means, and has the button
  }

  [[nodiscard]] std::vector<Offer> take() { return std::move(all_); }

 private:
  template <class Command>
  void add_choice(Text of, std::string_view choice, std::string_view id, Icon icon, Command command) {
    const std::string text = frame_.strings.say(Text::ChoiceIs, {frame_.strings.say(of), choice});
    add(text, std::string{id} + "-" + std::string{choice}, Text::NoteView, icon,
        [command = std::move(command)](Frame& frame) { frame.commands.emplace_back(command); });
  }

  const Frame& frame_;
  std::vector<Offer> all_;
};

}  // namespace

std::vector<Offer> commands_offered(const Frame& frame, bool has_pages) {
  Offers offers(frame);
  if (has_pages) offers.add_pages();
  offers.add_data();
  offers.add_saving();
  offers.add_settings();
  return offers.take();
}

}  // namespace attune::ui
