#include "ui/views/reading_options.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ui/state/engine_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/choices.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::Finding;
using protocol::ReadOverrides;

constexpr float kListWidth = 210;

struct Delimiter {
  std::string_view shown, sent;  // as the engine tells it, and as it is told
  Text name;
};
constexpr std::array kDelimiters{Delimiter{",", ",", Text::Comma}, Delimiter{";", ";", Text::Semicolon},
                                 Delimiter{"tab", "\t", Text::Tab}, Delimiter{"|", "|", Text::Bar},
                                 Delimiter{" ", " ", Text::Spaces}};

// WHATWG labels, the ones that files of small businesses come in.
constexpr std::array<std::string_view, 12> kEncodings{
    "utf-8",        "windows-1252", "utf-16le",     "utf-16be",  "macintosh", "iso-8859-2",
    "windows-1250", "windows-1251", "windows-1253", "shift_jis", "gb18030",   "euc-kr"};
constexpr int kMostHeaderRows = 5;

Text name_of(std::string_view what) {
  if (what == "format") return Text::Format;
  if (what == "encoding") return Text::Encoding;
  if (what == "delimiter") return Text::DelimiterName;
  if (what == "headerRows") return Text::HeaderRows;
  if (what == "letters") return Text::Letters;
  return Text::SkippedLines;
}

void reread(Frame& frame, std::uint32_t file, ReadOverrides options) {
  frame.commands.emplace_back(protocol::RereadFile{.file = file, .options = std::move(options)});
}

// A list with what was found chosen; the index of another choice once it is made.
std::optional<std::size_t> choose(Frame& frame, const Finding& finding, std::uint32_t file, Choices& choices,
                                  std::size_t found) {
  std::size_t selected = found;
  const std::string id = finding.what + "-" + std::to_string(file);
  const bool is_changed = select(frame.strings.label(name_of(finding.what), id), choices.list(), selected,
                                 {.width = kListWidth, .shows_label = false});
  return is_changed && selected != found ? std::optional{selected} : std::nullopt;
}

void draw_encoding(Frame& frame, const Finding& finding, std::uint32_t file) {
  Choices choices;
  for (const std::string_view name : kEncodings) choices.add(std::string{name});
  const auto found =
      static_cast<std::size_t>(std::ranges::find(kEncodings, finding.value) - kEncodings.begin());
  if (found == kEncodings.size()) choices.add(finding.value);
  if (const auto chosen = choose(frame, finding, file, choices, found);
      chosen && *chosen < kEncodings.size()) {
    ReadOverrides options;
    options.encoding = std::string{kEncodings[*chosen]};
    reread(frame, file, std::move(options));
  }
}

void draw_delimiter(Frame& frame, const Finding& finding, std::uint32_t file) {
  Choices choices;
  for (const Delimiter& delimiter : kDelimiters) choices.add(frame.strings.say(delimiter.name));
  const auto found = static_cast<std::size_t>(
      std::ranges::find(kDelimiters, finding.value, &Delimiter::shown) - kDelimiters.begin());
  if (found == kDelimiters.size()) choices.add(finding.value);
  if (const auto chosen = choose(frame, finding, file, choices, found);
      chosen && *chosen < kDelimiters.size()) {
    ReadOverrides options;
    options.delimiter = std::string{kDelimiters[*chosen].sent};
    reread(frame, file, std::move(options));
  }
}

void draw_header_rows(Frame& frame, const Finding& finding, std::uint32_t file) {
  Choices choices;
  for (int rows = 0; rows <= kMostHeaderRows; ++rows) choices.add(std::to_string(rows));
  int found = 1;
  std::from_chars(finding.value.data(), finding.value.data() + finding.value.size(), found);
  const auto at = static_cast<std::size_t>(std::clamp(found, 0, kMostHeaderRows));
  if (const auto chosen = choose(frame, finding, file, choices, at)) {
    ReadOverrides options;
    options.header_rows = static_cast<std::uint32_t>(*chosen);
    reread(frame, file, std::move(options));
  }
}

// Garbled, with a button that repairs them; or repaired, with one that leaves them as they are in the file.
void draw_letters(Frame& frame, const Finding& finding, std::uint32_t file) {
  const Strings& strings = frame.strings;
  const bool are_repaired = finding.value == "repaired";
  pill(strings.say(are_repaired ? Text::LettersRepaired : Text::LettersGarbled),
       are_repaired ? Tone::Positive : Tone::Warning);
  space(kSpace2);
  const Text action = are_repaired ? Text::LeaveLetters : Text::RepairLetters;
  if (button(strings.label(action, "letters-" + std::to_string(file)))) {
    ReadOverrides options;
    options.repairs_letters = !are_repaired;
    reread(frame, file, std::move(options));
  }
}

void draw_finding(Frame& frame, const Finding& finding, std::uint32_t file) {
  const Strings& strings = frame.strings;
  label(strings.say(name_of(finding.what)), kStrong);
  if (finding.what == "encoding") {
    draw_encoding(frame, finding, file);
  } else if (finding.what == "delimiter") {
    draw_delimiter(frame, finding, file);
  } else if (finding.what == "headerRows") {
    draw_header_rows(frame, finding, file);
  } else if (finding.what == "letters") {
    draw_letters(frame, finding, file);
  } else {
    label(finding.value, kBody);
  }
  if (!finding.reason.empty()) paragraph(engine_sentence(finding.reason, strings), kCaption);
}

}  // namespace

void draw_reading_options(Frame& frame, std::uint32_t file, const protocol::TableInfo& table) {
  if (table.detection.empty()) return;
  heading(frame.strings.say(Text::HowItWasRead), 3);
  space(kSpace3);
  const std::string id = "reading-" + std::to_string(file);
  Columns columns(id.c_str(), {.min_width = 220, .max_count = 4, .is_equal_height = false});
  for (const Finding& finding : table.detection) {
    if (finding.what == "skipRows" && finding.value == "0") continue;
    columns.next();
    draw_finding(frame, finding, file);
  }
}

}  // namespace attune::ui
