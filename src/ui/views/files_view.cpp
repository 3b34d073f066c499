#include "ui/views/files_view.hpp"

#include <string>

#include "ui/state/engine_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/keeping.hpp"
#include "ui/views/page_top.hpp"
#include "ui/views/reading_options.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

std::string file_caption(const snapshot::FileSummary& file, const Strings& strings) {
  std::string text = size_text(file.size_bytes, strings);
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) text += " · " + part;
  };
  add(file.recipe);
  add(strings.count(Text::OneRowUsed, Text::RowsUsed, file.rows));
  if (file.rejected > 0) add(strings.count(Text::OneRejected, Text::ManyRejected, file.rejected));
  if (file.warnings > 0) add(strings.count(Text::OneWarning, Text::ManyWarnings, file.warnings));
  return text;
}

void draw_mapping_actions(Frame& frame) {
  const Strings& strings = frame.strings;
  if (button(strings.label(Text::AddFiles, "add-files"), {.icon = Icon::Plus})) {
    frame.commands.emplace_back(protocol::PickFiles{.adds = true});
  }
  if (frame.columns != nullptr) {
    const std::string hint = strings.say(Text::SaveMappingHint);
    if (flow_button(strings.label(Text::SaveMapping, "save-mapping"),
                    {.icon = Icon::Download, .tooltip = hint})) {
      frame.commands.emplace_back(protocol::SaveExport{"mapping.json"});
    }
    const std::string load_hint = strings.say(Text::LoadMappingHint);
    if (flow_button(strings.label(Text::LoadMapping, "load-mapping"),
                    {.icon = Icon::Upload, .tooltip = load_hint})) {
      frame.commands.emplace_back(protocol::PickMapping{});
    }
  }
  space(kSpace4);
}

}  // namespace

void FilesView::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  draw_page_top(frame, Text::Files, files_text(frame.run.files, strings));
  if (frame.snapshot == nullptr) {
    paragraph(strings.say(Text::FirstFiguresSoon), kSoft);
    return;
  }
  draw_mapping_actions(frame);
  for (std::size_t file = 0; file < frame.snapshot->files.size(); ++file) {
    draw_file(frame, file);
    space(kSpace4);
  }
  if (!frame.run.is_sample) {
    const Card card(strings.label(Text::BetweenVisits, "between-visits"));
    draw_keeping(frame);
  }
  space(kSpace4);
  joined_.draw(frame);
  if (frame.snapshot->customers) space(kSpace4);
  rejected_.draw(frame);
}

void FilesView::draw_file(Frame& frame, std::size_t file) {
  const Strings& strings = frame.strings;
  const snapshot::FileSummary& summary = frame.snapshot->files[file];
  const std::string caption = file_caption(summary, strings);
  const Card card(summary.name + "###file-" + std::to_string(file), {.caption = caption});
  if (summary.failed) {
    banner(engine_sentence(summary.sentence, strings), Tone::Negative);
    space(kSpace3);
  } else if (!summary.sentence.empty()) {
    paragraph(engine_sentence(summary.sentence, strings), kBody);
    space(kSpace3);
  }
  if (frame.columns == nullptr || file >= frame.columns->files.size()) {
    if (!summary.failed) paragraph(strings.say(Text::OneMoment), kSoft);
    return;
  }
  const auto& tables = frame.columns->files[file].tables;
  if (!tables.empty()) draw_reading_options(frame, static_cast<std::uint32_t>(file), tables.front());
  for (std::size_t table = 0; table < tables.size(); ++table) {
    space(kSpace4);
    roles_[{file, table}].draw(frame, static_cast<std::uint32_t>(file), static_cast<std::uint32_t>(table),
                               tables[table]);
  }
}

}  // namespace attune::ui
