#include "engine/desk_inquiries.hpp"

#include <algorithm>

#include "engine/service_answers.hpp"
#include "feedback/personal_data.hpp"
#include "protocol/json_writer.hpp"

namespace attune::engine {

using feedback::PersonalKind;
using ingest::ColumnRole;

namespace {

// The questions whose meanings are still to be asked for.
std::vector<std::string> questions_without_meaning(const AnalysisRun& run, ServiceDesk& desk,
                                                   const LanguageModel* model) {
  if (model == nullptr || run.readings().embeddings.dimensions() == 0) return {};
  const insight::AnswerLibrary& library = desk.library(run);
  return library.has_meanings() ? std::vector<std::string>{} : library.questions();
}

bool is_name(ColumnRole role) {
  return role == ColumnRole::CustomerName || role == ColumnRole::FirstName || role == ColumnRole::LastName ||
         role == ColumnRole::Agent;
}

}  // namespace

std::string InboxInquiry::answer() const { return answer_inbox(run_, desk_, id_, query_); }

ReplyInquiry::ReplyInquiry(const AnalysisRun& run, ServiceDesk& desk, const LanguageModel* model,
                           std::uint64_t id, protocol::ReplyQuery query)
    : Inquiry{model, questions_without_meaning(run, desk, model), Wanted::Everything},
      run_{run},
      desk_{desk},
      id_{id},
      query_{std::move(query)} {}

bool ReplyInquiry::work(const Deadline& deadline) {
  insight::AnswerLibrary& library = desk_.library(run_);
  const auto is_embedded = [](const ScoredText& one) { return !one.embedding.empty(); };
  if (!library.has_meanings() && !scored().empty() && scored().size() == library.questions().size() &&
      std::all_of(scored().begin(), scored().end(), is_embedded)) {
    std::vector<std::vector<float>> meanings;
    for (const ScoredText& one : scored()) meanings.push_back(one.embedding);
    library.set_meanings(std::move(meanings));
  }
  return desk_.prepare(run_, &deadline);
}

std::string ReplyInquiry::answer() const { return answer_reply(run_, desk_, id_, query_); }

void PersonalDataInquiry::begin() {
  for (std::size_t file = 0; file < run_.files().size(); ++file) {
    for (std::size_t table = 0; table < run_.files()[file].tables().size(); ++table) {
      for (std::size_t column = 0; column < run_.files()[file].tables()[table].columns.size(); ++column)
        columns_.push_back({.file = file, .table = table, .column = column});
    }
  }
  has_begun_ = true;
}

void PersonalDataInquiry::look_at(Column& column, std::size_t row) const {
  const SourceFile& file = run_.files()[column.file];
  const std::string_view cell = file.tables()[column.table].columns[column.column].cells[row];
  if (cell.empty()) return;
  ++column.cells;
  bool holds[feedback::kPersonalKinds] = {};
  for (const feedback::PersonalSpan& span : feedback::find_personal(cell))
    holds[static_cast<std::size_t>(span.kind)] = true;
  if (column.table < file.roles.size() && is_name(file.roles[column.table].columns[column.column].role))
    holds[static_cast<std::size_t>(PersonalKind::Name)] = true;
  for (std::size_t kind = 0; kind < feedback::kPersonalKinds; ++kind)
    column.found[kind] += holds[kind] ? 1 : 0;
}

// People that the model has marked in texts, counted as reviews.
void PersonalDataInquiry::count_names() {
  const feedback::Readings& readings = run_.readings();
  const auto person = std::find(readings.entity_types.begin(), readings.entity_types.end(), "person");
  if (person == readings.entity_types.end()) return;
  const auto type = static_cast<std::uint8_t>(person - readings.entity_types.begin());
  for (const feedback::Part& part : run_.reviews().parts) {
    const SourceFile& file = run_.files()[part.file];
    if (part.table >= file.roles.size()) continue;
    const auto text = file.roles[part.table].find(ColumnRole::Text);
    const auto column = std::find_if(columns_.begin(), columns_.end(), [&](const Column& one) {
      return text && one.file == part.file && one.table == part.table && one.column == *text;
    });
    if (column == columns_.end()) continue;
    for (std::size_t i = 0; i < part.table_rows.size(); ++i) {
      const auto entities = readings.entities[part.first + i];
      if (std::any_of(entities.begin(), entities.end(),
                      [type](const feedback::Entity& one) { return one.type == type; }))
        ++column->found[static_cast<std::size_t>(PersonalKind::Name)];
    }
  }
}

bool PersonalDataInquiry::work(const Deadline& deadline) {
  if (!has_begun_) begin();
  for (std::size_t looked_at = 0; at_ < columns_.size(); ++at_, row_ = 0) {
    Column& column = columns_[at_];
    const std::size_t rows = run_.files()[column.file].tables()[column.table].row_count();
    for (; row_ < rows; ++row_) {
      if (++looked_at % 256 == 0 && deadline.has_passed()) return false;
      look_at(column, row_);
    }
  }
  count_names();
  return true;
}

std::string PersonalDataInquiry::answer() const {
  protocol::JsonWriter json;
  std::uint64_t rows = 0;
  for (const SourceFile& file : run_.files()) {
    for (const table::Table& table : file.tables()) rows += table.row_count();
  }
  json.begin_object()
      .member("id", id_)
      .key("personalData")
      .begin_object()
      .member("rows", rows)
      .key("columns")
      .begin_array();
  for (const Column& column : columns_) {
    if (std::all_of(std::begin(column.found), std::end(column.found),
                    [](std::uint64_t count) { return count == 0; }))
      continue;
    const SourceFile& file = run_.files()[column.file];
    const table::Table& table = file.tables()[column.table];
    json.begin_object()
        .member("file", file.request.name)
        .member("table", table.name)
        .member("column", table.columns[column.column].name);
    if (column.table < file.roles.size())
      json.member("role", ingest::name_of(file.roles[column.table].columns[column.column].role));
    json.member("cells", column.cells).member("emails", column.found[0]).member("phones", column.found[1]);
    json.member("cards", column.found[2])
        .member("ibans", column.found[3])
        .member("names", column.found[4])
        .end_object();
  }
  json.end_array().end_object().end_object();
  return json.take();
}

}  // namespace attune::engine
