// What the canvas asks of the page, and of the engine through it. README.md in this folder, section 3.
//
// Commands are values that views put into a list; write_command gives the JSON that leaves ui.wasm. A picker,
// a download and the clipboard need a user's gesture, so the page acts on a command at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "protocol/requests.hpp"

namespace attune::protocol {

struct PickFiles {
  bool adds = false;  // to what is open, and all of it is analysed together; else instead of it
};
struct PickFolder {};
struct OpenSample {};
struct CancelRun {};
struct RestartEngine {};  // after it crashed; the files that were open are opened again
struct UseOurModel {};    // instead of the user's own; what is open is read again
struct ForgetAll {};      // data, remembered roles, settings, and what was kept on this computer
struct OpenKept {};       // the files that were kept on this computer

// Keeps copies of the open files, and what was taught, in this browser; or nothing any more.
struct KeepFiles {
  bool is_on = false;
};

struct AskEngine {
  Query query;
};

// The user's roles for the columns of one table: column name -> role, "" for none.
struct SetRoles {
  std::uint32_t file = 0;
  std::uint32_t table = 0;
  std::string fingerprint;  // under which the page remembers them
  RolesByColumn roles;
};

// An edit of the topics; the engine publishes a new snapshot, and the page remembers the rules.
struct EditTopics {
  TopicsCommand edit;
};

// The browser's dialog for a saved topic_rules.json; its rules then replace those of the run.
struct PickTopicRules {};

// The browser's dialog for a saved knowledge.json; what it holds is learned (the learn query).
struct PickKnowledge {};

// The browser's dialog for a saved mapping.json; what it says of columns then holds for files of that shape.
struct PickMapping {};

// Reads one file again, with what the user corrected, beside earlier corrections.
struct RereadFile {
  std::uint32_t file = 0;
  ReadOverrides options;
};

// The view as a URL fragment without '#'. `as_step` makes it a step of the browser's history.
struct SetView {
  std::string fragment;
  bool as_step = false;
};

// The page's address with this fragment goes to the clipboard.
struct CopyLink {
  std::string fragment;
};

struct CopyText {
  std::string text;
};

// A table: tab-separated for spreadsheets, HTML for documents; whoever pastes takes what suits.
struct CopyTable {
  std::string text, html;
};

// A picture of its own, given as SVG, width by height CSS pixels; the page makes a PNG of it.
struct CopyPicture {
  std::string svg;
  std::uint32_t width = 0, height = 0;
};
struct SavePicture {
  std::string name;
  CopyPicture picture;
};

// A small file the canvas has itself.
struct SaveFile {
  std::string name, mime, text;
};

// A file the engine writes piece by piece (the export query); the page collects and saves it.
struct SaveExport {
  std::string what;  // "rows.csv", "diagnostics.csv", ...
  bool redacts = false;
};

// An HTML file of the engine's, saved so that it opens with the passphrase only.
struct SaveProtected {
  std::string what, passphrase;
};

// The shop's FAQ as a small folder for its site, packed into one archive (the faq query, web/faq_widget).
struct SaveFaqWidget {
  std::string shop, mail, phone;
  std::string language;  // "en", "de", "fr", "es"; "": the visitor's
};

// The mailing list of those who pass the filter (the customerExport query), saved the same way.
struct SaveCustomers {
  CustomersFilter filter;
};

// What the user decided about customers: remembered, and a new run over the same tables.
struct SetCustomers {
  CustomerSettings settings;
};

enum class ThemeChoice : std::uint8_t { System, Light, Dark, HighContrast };
struct SetTheme {
  ThemeChoice theme = ThemeChoice::System;
};

struct SetLanguage {
  std::string tag;  // "en", "de", "fr", "es"
};

using PageCommand =
    std::variant<PickFiles, PickFolder, OpenSample, OpenKept, KeepFiles, CancelRun, RestartEngine,
                 UseOurModel, ForgetAll, AskEngine, SetRoles, RereadFile, SetView, CopyLink, CopyText,
                 CopyTable, CopyPicture, SavePicture, SaveFile, SaveExport, SaveProtected, SaveFaqWidget,
                 SaveCustomers, SetCustomers, EditTopics, PickTopicRules, PickKnowledge, PickMapping,
                 SetTheme, SetLanguage>;

// {"type":"pickFiles"}; broken UTF-8 leaves as U+FFFD.
[[nodiscard]] std::string write_command(const PageCommand& command);

// The query as parse_query reads it.
[[nodiscard]] std::string write_query(const Query& query);

// "system", "light", "dark", "high-contrast".
[[nodiscard]] std::string_view name_of(ThemeChoice theme) noexcept;
[[nodiscard]] std::string_view name_of(SentimentFilter sentiment) noexcept;
[[nodiscard]] std::string_view name_of(SortKey key) noexcept;

}  // namespace attune::protocol
