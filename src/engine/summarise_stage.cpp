#include "engine/summarise_stage.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "engine/metric_columns.hpp"
#include "engine/review_builder.hpp"
#include "insight/insight_builder.hpp"

namespace attune::engine {
namespace {

constexpr std::size_t kRowsAtOnce = 2048;

// "12,345"
std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string counted(std::uint64_t number, const char* one, const char* many) {
  return grouped(number) + " " + (number == 1 ? one : many);
}

const char* words_for(ingest::Format format) {
  switch (format) {
    case ingest::Format::Delimited:
      return "text with separated columns";
    case ingest::Format::Json:
      return "JSON";
    case ingest::Format::JsonLines:
      return "JSON, one object a line";
    case ingest::Format::Xlsx:
      return "an Excel workbook";
    case ingest::Format::Ods:
      return "an OpenDocument spreadsheet";
    case ingest::Format::Zip:
      return "an archive";
    case ingest::Format::Gzip:
      return "a compressed file";
    case ingest::Format::Unknown:
      break;
  }
  return "a table";
}

// Reviews, or a table of another kind that we know.
bool is_understood(const ingest::RoleMap& roles) {
  return holds_reviews(roles) || roles.kind != ingest::TableKind::Unknown;
}

std::string sentence_for(const SourceFile& file, const snapshot::FileSummary& summary) {
  if (file.error) return file.error->message;
  const ingest::Detection& detection = file.reader.detection();
  std::string sentence =
      counted(summary.rows, "row", "rows") + " read from " + words_for(detection.format.value);
  if (detection.format.value == ingest::Format::Delimited) sentence += " in " + detection.encoding.value;
  if (summary.rejected > 0)
    sentence += ", " + counted(summary.rejected, "row", "rows") + " could not be used";
  if (std::none_of(file.roles.begin(), file.roles.end(), is_understood)) {
    sentence += ". No column with texts or ratings was found; choose which it is.";
  }
  return sentence;
}

// Topics and sources of metrics come once; what is made of them comes with every picture.
Stepped<snapshot::Insight> find_insight(const std::deque<SourceFile>& files, const feedback::Reviews& reviews,
                                        const feedback::Readings& readings, InsightBook& book,
                                        bool awaits_model) {
  if (!book.metrics) {
    auto gathering = gather_metric_sources(files, book.customers);
    while (gathering.advance()) co_yield gathering.progress();
    insight::MetricSources sources = std::move(gathering).result();
    auto trusting = insight::find_trust(reviews);
    while (trusting.advance()) co_yield trusting.progress();
    sources.trust = std::move(trusting).result();
    book.metrics = std::move(sources);
  }
  auto updating = book.topics.update(reviews);
  while (updating.advance()) co_yield updating.progress();
  auto finding = insight::find_insight({.reviews = &reviews,
                                        .readings = &readings,
                                        .topics = book.topics.index(),
                                        .metrics = &*book.metrics,
                                        .writers = &book.writers,
                                        .brands = &book.brands,
                                        .awaits_model = awaits_model});
  while (finding.advance()) co_yield finding.progress();
  co_return std::move(finding).result();
}

}  // namespace

snapshot::FileSummary summary_of(const SourceFile& file) {
  const Diagnostics& reading = file.reader.diagnostics();
  const Diagnostics& fields = file.field_diagnostics;
  const std::uint64_t unused = fields.count(DiagnosticKind::RejectedRow);
  const std::uint64_t rejected = reading.count(DiagnosticKind::RejectedRow) + unused;
  std::uint64_t rows = 0;
  for (const table::Table& table : file.tables()) rows += table.row_count();

  snapshot::FileSummary summary;
  summary.name = file.request.name;
  summary.size_bytes = file.request.size_bytes;
  summary.rows = file.error ? 0 : rows - unused;
  summary.rejected = rejected;
  summary.warnings = reading.total() + fields.total() - rejected;
  if (!file.roles.empty()) {
    const ingest::RoleMap& roles = file.roles.front();
    if (roles.kind != ingest::TableKind::Unknown) summary.kind = ingest::name_of(roles.kind);
    summary.recipe = roles.recipe;
  }
  summary.failed = file.error.has_value();
  summary.sentence = sentence_for(file, summary);
  return summary;
}

SummariseStage::SummariseStage(SnapshotHead head, const feedback::Reviews& reviews,
                               const feedback::Readings& readings, const std::deque<SourceFile>* files,
                               InsightBook* book)
    : head_{head}, overview_{reviews, readings.feelings, head.model_loaded}, rows_total_{reviews.size()} {
  const bool awaits_model = head.model_loaded && head.stage != snapshot::Stage::Finished;
  if (book != nullptr) insight_ = find_insight(*files, reviews, readings, *book, awaits_model);
}

bool SummariseStage::step(const Deadline& deadline) {
  while (is_counting_) {
    is_counting_ = overview_.advance(kRowsAtOnce);
    if (deadline.has_passed()) return is_counting_ || insight_;
  }
  while (insight_ && insight_->advance()) {
    if (deadline.has_passed()) return true;
  }
  return false;
}

Progress SummariseStage::progress() const {
  if (insight_ && !is_counting_) {
    const attune::Progress& now = insight_->progress();
    return {.run = head_.run,
            .stage = "summarising",
            .label = std::string{now.stage.empty() ? "Finding topics" : now.stage},
            .done = now.done,
            .total = now.total,
            .unit = "parts"};
  }
  return {.run = head_.run,
          .stage = "summarising",
          .label = "Putting the picture together",
          .done = overview_.rows_done(),
          .total = rows_total_,
          .unit = "rows"};
}

snapshot::SnapshotPtr SummariseStage::take(const std::deque<SourceFile>& files,
                                           UnderstandingSummary understood,
                                           const snapshot::Customers* customers) {
  auto snapshot = std::make_shared<snapshot::Snapshot>();
  snapshot->run = head_.run;
  snapshot->revision = head_.revision;
  snapshot->stage = head_.stage;
  snapshot->model_loaded = head_.model_loaded;
  for (const SourceFile& file : files) {
    snapshot->files.push_back(summary_of(file));
    snapshot->rejected_rows += snapshot->files.back().rejected;
  }
  snapshot->overview = overview_.finish();
  snapshot->overview.languages = std::move(understood.languages);
  snapshot->understanding = std::move(understood.understanding);
  if (customers != nullptr) snapshot->customers = *customers;
  if (insight_) snapshot->insight = std::move(*insight_).result();
  return snapshot;
}

}  // namespace attune::engine
