#include "ui/views/fairness_audit.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "chart/svg_painter.hpp"
#include "chart/table_text.hpp"
#include "ui/state/reading_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::AuditAnswer;
using protocol::AuditGap;

constexpr std::size_t kMostRowsInView = 16;
constexpr int kDecimals = 3;

std::string score_text(double score, const Strings& strings) {
  return chart::format_number(score, kDecimals, strings.locale());
}

std::string title_of(const AuditGap& gap, const Strings& strings) {
  if (!gap.origin.empty()) return strings.say(Text::OriginAgainstAll, {gap.origin});
  if (gap.emotion.empty()) return strings.say(Text::WomenAndMen);
  return strings.say(Text::WomenAndMenFeeling,
                     {emotion_text(gap.emotion == "none" ? "neutral" : gap.emotion, strings)});
}

std::string mean_text(const AuditGap& gap, const Strings& strings) {
  return strings.say(
      Text::FigureWithRange,
      {score_text(gap.mean, strings),
       strings.say(Text::FromTo, {score_text(gap.low, strings), score_text(gap.high, strings)})});
}

// Cells that are there from the beginning.
class TextRows final : public TableSource {
 public:
  explicit TextRows(std::vector<std::vector<std::string>> rows) : rows_{std::move(rows)} {}
  [[nodiscard]] std::size_t row_count() const override { return rows_.size(); }
  [[nodiscard]] bool has_row(std::size_t row) const override { return row < rows_.size(); }
  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    return {.text = rows_[row][column]};
  }
  void want(std::size_t, std::size_t) override {}

 private:
  std::vector<std::vector<std::string>> rows_;
};

chart::DataTable gaps_table(const AuditAnswer& audit, const Strings& strings) {
  chart::DataTable table{.columns = {strings.say(Text::AuditGroup), strings.say(Text::AuditMean),
                                     strings.say(Text::AuditAbsolute), strings.say(Text::AuditPairs)},
                         .rows = {}};
  for (const AuditGap& gap : audit.gaps)
    table.rows.push_back({title_of(gap, strings), mean_text(gap, strings),
                          score_text(gap.mean_absolute, strings), number_text(gap.pairs, strings)});
  return table;
}

chart::DataTable worst_table(const AuditAnswer& audit, const Strings& strings) {
  chart::DataTable table{.columns = {strings.say(Text::AuditWorst), {}, {}, {}}, .rows = {}};
  for (const auto& pair : audit.worst)
    table.rows.push_back({pair.first, score_text(pair.first_score, strings), pair.second,
                          score_text(pair.second_score, strings)});
  return table;
}

// The whole audit as a page of its own.
std::string page_of(const AuditAnswer& audit, const Strings& strings) {
  const auto part = [](const char* tag, const std::string& text) {
    return "<" + std::string{tag} + ">" + chart::xml_escaped(text) + "</" + tag + ">\n";
  };
  const std::string title = strings.say(Text::FairnessAudit);
  return "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>" + chart::xml_escaped(title) +
         "</title><style>body{font:15px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 "
         "1rem}table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid "
         "#bbb;padding:.3rem .6rem;text-align:left}</style></head><body>\n" +
         part("h1", title) + part("p", strings.say(Text::FairnessAuditHint)) +
         part("p", strings.say(Text::AuditedModel, {audit.model, number_text(audit.sentences, strings)})) +
         chart::html_from_table(gaps_table(audit, strings)) +
         part("p", strings.say(Text::AuditMeaning, {score_text(audit.largest(), strings)})) +
         part("h2", strings.say(Text::AuditWorst)) + chart::html_from_table(worst_table(audit, strings)) +
         "</body></html>\n";
}

}  // namespace

void FairnessAudit::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::string hint = strings.say(Text::FairnessAuditHint);
  const Card card(strings.label(Text::FairnessAudit, "fairness"), {.caption = hint});
  if (!is_wanted_) {
    is_wanted_ = button(strings.label(Text::RunAudit, "run-audit"),
                        {.is_enabled = frame.snapshot->model_loaded && !frame.run.is_working()});
    return;
  }
  const protocol::QueryBody question = protocol::AuditQuery{};
  const auto* audit = frame.answers.find<AuditAnswer>(question);
  if (audit == nullptr) {
    const std::string& failure = frame.answers.failure(question);
    return paragraph(failure.empty() ? strings.say(Text::AuditRuns) : failure, kSoft);
  }
  paragraph(strings.say(Text::AuditedModel, {audit->model, number_text(audit->sentences, strings)}), kSoft);
  space(kSpace3);
  const chart::DataTable gaps = gaps_table(*audit, strings);
  const std::array columns{
      TableColumn{.id = "group", .title = gaps.columns[0], .width = 200, .stretch = 1, .heads_card = true},
      TableColumn{.id = "mean", .title = gaps.columns[1], .width = 240, .is_numeric = true},
      TableColumn{.id = "size", .title = gaps.columns[2], .width = 120, .is_numeric = true},
      TableColumn{.id = "pairs", .title = gaps.columns[3], .width = 90, .is_numeric = true}};
  TextRows source(gaps.rows);
  data_table(strings.label(Text::FairnessAudit, "audit-gaps"), columns, source, gaps_,
             {.height = table_height(columns, gaps.rows.size(), kMostRowsInView)});
  space(kSpace3);
  paragraph(strings.say(Text::AuditMeaning, {score_text(audit->largest(), strings)}), kSoft);
  space(kSpace4);
  heading(strings.say(Text::AuditWorst), 3);
  for (const auto& pair : audit->worst) {
    space(kSpace2);
    paragraph(pair.first + " (" + score_text(pair.first_score, strings) + ")", kBody);
    paragraph(pair.second + " (" + score_text(pair.second_score, strings) + ")", kSoft);
  }
  space(kSpace4);
  if (button(strings.label(Text::SaveAudit, "save-audit"), {.icon = Icon::Download}))
    frame.commands.emplace_back(
        protocol::SaveFile{.name = "audit.html", .mime = "text/html", .text = page_of(*audit, strings)});
}

}  // namespace attune::ui
