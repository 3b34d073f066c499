#include "ui/views/rejected_rows.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ui/state/engine_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/cached_rows.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

constexpr float kMostHeight = 440;
constexpr float kRowHeight = 60;

class Source final : public CachedRows<protocol::DiagnosticRow> {
 public:
  Source(RejectedCache& rows, const Strings& strings) : CachedRows{rows}, strings_{strings} {}

  [[nodiscard]] TableCell cell_of(const protocol::DiagnosticRow& row, std::size_t column) const override {
    switch (column) {
      case 0:
        return {.text = row.row ? number_text(*row.row, strings_) : std::string{}, .is_soft = true};
      case 1:
        return {.text = engine_sentence(row.reason, strings_)};
      case 2:
        return {.text = row.column, .is_soft = true};
      case 3:
        return {.text = row.raw, .is_soft = true};
      default:
        return {.text = row.file, .is_soft = true};
    }
  }

 private:
  const Strings& strings_;
};

}  // namespace

void RejectedRows::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  (void)frame.rejected.find(0);  // asks for the first page, without which the length is not known
  const std::string title = strings.say(Text::RowsWithTrouble);
  const Card card(title);
  if (!frame.rejected.failure().empty()) {
    paragraph(frame.rejected.failure(), kSoft);
    return;
  }
  if (frame.rejected.total().value_or(0) == 0) {
    paragraph(strings.say(frame.rejected.total() ? Text::NothingRejected : Text::OneMoment), kSoft);
    return;
  }
  for (const auto& count : frame.rejected_counts) {
    paragraph(engine_sentence(count.sentence, strings) + ": " + number_text(count.count, strings), kBody);
  }
  space(kSpace3);
  if (button(strings.label(Text::SaveAsCsv, "save-rejected"), {.icon = Icon::Download})) {
    frame.commands.emplace_back(protocol::SaveExport{"diagnostics.csv"});
  }
  space(kSpace3);
  const std::array titles{strings.say(Text::Row), strings.say(Text::Reason), strings.say(Text::Column),
                          strings.say(Text::WhatItSays), strings.say(Text::File)};
  const std::array columns{
      TableColumn{.id = "row", .title = titles[0], .width = 72, .is_numeric = true},
      TableColumn{.id = "reason", .title = titles[1], .width = 200, .stretch = 2},
      TableColumn{.id = "column", .title = titles[2], .width = 120, .hidden_below = 560},
      TableColumn{.id = "raw", .title = titles[3], .width = 160, .stretch = 1, .hidden_below = 700},
      TableColumn{.id = "file", .title = titles[4], .width = 140, .hidden_below = 900},
  };
  const auto rows = static_cast<float>(*frame.rejected.total());
  Source source(frame.rejected, strings);
  data_table(
      title + "###rejected", columns, source, state_,
      {.row_height = kRowHeight, .lines = 2, .height = std::min(kMostHeight, (rows + 1) * kRowHeight)});
}

}  // namespace attune::ui
