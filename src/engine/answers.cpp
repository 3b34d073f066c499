#include "engine/answers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.hpp"
#include "engine/redaction.hpp"
#include "feedback/sentiment.hpp"
#include "ingest/column_types.hpp"

namespace attune::engine {

using feedback::Row;
using protocol::JsonWriter;

namespace {

constexpr std::size_t kListedEmotions = 3;

// Four decimals are more than the model knows.
double rounded(float value) { return std::round(static_cast<double>(value) * 1e4) / 1e4; }

void write_text(std::string_view text, std::size_t max_bytes, JsonWriter& json) {
  const bool is_cut = max_bytes > 0 && text.size() > max_bytes;
  json.member("text", is_cut ? text.substr(0, utf8::prefix_within(text, max_bytes)) : text);
  if (is_cut) json.member("more", true);
}

void write_if_any(const char* name, std::string_view text, JsonWriter& json) {
  if (!text.empty()) json.member(name, text);
}

template <class T>
void write_guess(const char* what, std::string_view value, const ingest::Guess<T>& guess, JsonWriter& json) {
  if (guess.reason.empty() && guess.confidence <= 0) return;
  json.begin_object().member("what", what).member("value", value);
  json.member("confidence", guess.confidence).member("reason", guess.reason).end_object();
}

std::string shown_delimiter(const std::string& delimiter) { return delimiter == "\t" ? "tab" : delimiter; }

void write_detection(const SourceFile& file, JsonWriter& json) {
  const ingest::Detection& detection = file.reader.detection();
  json.key("detection").begin_array();
  write_guess("format", ingest::name_of(detection.format.value), detection.format, json);
  write_guess("encoding", detection.encoding.value, detection.encoding, json);
  if (detection.format.value == ingest::Format::Delimited) {
    write_guess("delimiter", shown_delimiter(detection.dialect.value.delimiter), detection.dialect, json);
    write_guess("headerRows", std::to_string(detection.header_rows.value), detection.header_rows, json);
    write_guess("skipRows", std::to_string(detection.skipped_lines.value), detection.skipped_lines, json);
  }
  if (detection.mojibake.value) {
    const bool are_repaired = file.request.options.repairs_letters.value_or(false);
    write_guess("letters", are_repaired ? "repaired" : "garbled", detection.mojibake, json);
  }
  json.end_array();
}

void write_column(const table::Column& column, const ingest::ColumnGuess& guess,
                  const ingest::ColumnProfile& profile, JsonWriter& json) {
  json.begin_object().member("name", column.name).member("role", ingest::name_of(guess.role));
  json.member("confidence", guess.confidence).member("reason", guess.reason).member("chosen", guess.is_users);
  json.member("type", ingest::name_of(profile.type)).key("samples").begin_array();
  for (const std::string& sample : profile.samples) json.value(sample);
  // The profile looks at a part of a long column: the count is scaled up to all rows.
  const double empty = profile.rows == 0
                           ? 0.0
                           : static_cast<double>(profile.rows - profile.filled) /
                                 static_cast<double>(profile.rows) * static_cast<double>(column.cells.size());
  json.end_array().member("empty", static_cast<std::uint64_t>(std::llround(empty))).end_object();
}

void write_table(const SourceFile& file, const table::Table& table, const ingest::RoleMap& roles,
                 JsonWriter& json) {
  json.begin_object().member("name", table.name).member("kind", ingest::name_of(roles.kind));
  json.member("kindReason", roles.kind_reason).member("recipe", roles.recipe);
  json.member("rows", table.row_count()).member("fingerprint", roles.fingerprint);
  write_detection(file, json);
  json.key("columns").begin_array();
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    write_column(table.columns[at], roles.columns[at], roles.profiles[at], json);
  }
  json.end_array().end_object();
}

// "repaired-row" -> what a person reads beside its count.
const char* sentence_of(DiagnosticKind kind) {
  switch (kind) {
    case DiagnosticKind::InvalidBytes:
      return "Some bytes are no text in the file's encoding";
    case DiagnosticKind::MixedEncoding:
      return "A part of the file is in another encoding";
    case DiagnosticKind::Mojibake:
      return "Text was saved in a wrong encoding before";
    case DiagnosticKind::NulBytes:
      return "Zero bytes were left out";
    case DiagnosticKind::SkippedLines:
      return "Lines that are no data were left out";
    case DiagnosticKind::MissingCells:
      return "The row is shorter than the header";
    case DiagnosticKind::ExtraCells:
      return "The row is longer than the header";
    case DiagnosticKind::RepairedRow:
      return "The row was broken and could be mended";
    case DiagnosticKind::RejectedRow:
      return "The row could not be used";
    case DiagnosticKind::RenamedColumn:
      return "A column was given a name";
    case DiagnosticKind::UnreadableDate:
      return "The date could not be read";
    case DiagnosticKind::UnreadableRating:
      return "The rating could not be read";
    case DiagnosticKind::UnreadableNumber:
      return "The number could not be read";
    case DiagnosticKind::SkippedPart:
      return "A part of the file was not read";
    case DiagnosticKind::Truncated:
      return "The file ends in the middle of something";
    case DiagnosticKind::LimitReached:
      return "A limit was reached";
  }
  return "Something was noticed";
}

void write_emotions(const feedback::EmotionColumn& emotions, Row row, JsonWriter& json) {
  json.key("emotions").begin_array();
  for (const std::string& emotion : present_emotions(emotions, row)) json.value(emotion);
  json.end_array();
}

void write_readings(const AnalysisRun& run, Row row, JsonWriter& json) {
  const feedback::Readings& readings = run.readings();
  if (readings.languages.is_known(row)) {
    json.member("language", readings.languages[row]);
    if (readings.languages.is_unsupported(row)) json.member("guess", true);
  }
  if (readings.emotions.is_known(row)) write_emotions(readings.emotions, row, json);
  if (readings.intents.is_known(row)) {
    json.key("intent").begin_object().member("label", readings.intents.label(row));
    json.member("p", rounded(readings.intents[row].p)).end_object();
  }
  if (const auto intent = run.taught().intent_column[row])
    json.member("customIntent", run.taught().intents[*intent].name());
  if (readings.uncorrected.contains(row)) json.member("corrected", true);
}

// Those inside the text, as bytes of the text; those of the title are told to nobody.
void write_mentions(const AnalysisRun& run, Row row, JsonWriter& json) {
  const feedback::Readings& readings = run.readings();
  std::string understood;
  const std::size_t text_begin = run.reviews().write_understood_text(row, understood);
  const auto write_range = [&](const char* begin, const char* end, const feedback::Stretch& stretch) {
    json.member(begin, stretch.begin - text_begin).member(end, stretch.end() - text_begin);
  };
  json.key("entities").begin_array();
  for (const feedback::Entity& entity : readings.entities[row]) {
    if (entity.text.begin < text_begin) continue;
    json.begin_object().member("type", readings.entity_types[entity.type]);
    write_range("begin", "end", entity.text);
    json.end_object();
  }
  json.end_array().key("aspects").begin_array();
  for (const feedback::Aspect& aspect : readings.aspects[row]) {
    if (aspect.term.begin < text_begin) continue;
    json.begin_object().member("sentiment", feedback::name_of(aspect.sentiment));
    write_range("begin", "end", aspect.term);
    if (aspect.opinion.size > 0 && aspect.opinion.begin >= text_begin)
      write_range("opinionBegin", "opinionEnd", aspect.opinion);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::vector<std::string> present_emotions(const feedback::EmotionColumn& emotions, Row row) {
  std::vector<std::size_t> present;
  for (std::size_t label = 0; label < emotions.labels().size(); ++label) {
    if (emotions.is_present(row, label)) present.push_back(label);
  }
  std::stable_sort(present.begin(), present.end(), [&](std::size_t a, std::size_t b) {
    return emotions.value(row, a) > emotions.value(row, b);
  });
  if (present.size() > kListedEmotions) present.resize(kListedEmotions);
  std::vector<std::string> labels;
  for (const std::size_t label : present) labels.push_back(emotions.labels()[label]);
  return labels;
}

std::string pending(std::uint64_t id) {
  JsonWriter json;
  json.begin_object().member("id", id).member("pending", true).end_object();
  return json.take();
}

Error no_such_row(std::uint64_t row) {
  return {ErrorCode::InvalidRequest, "This review is not there any more. Choose another one.",
          "row=" + std::to_string(row)};
}

void write_review(const AnalysisRun& run, Row row, std::size_t max_text_bytes, JsonWriter& json,
                  bool redacts) {
  const feedback::Reviews& reviews = run.reviews();
  std::string scratch;
  json.member("row", row);
  const std::string text = redacts ? redacted_text(run, row) : std::string{};
  const std::string title = redacts ? redacted_title(run, row) : std::string{};
  write_text(redacts ? std::string_view{text} : reviews.text(row, scratch), max_text_bytes, json);
  write_if_any("title", redacts ? std::string_view{title} : reviews.title(row), json);
  if (const auto rating = reviews.rating(row)) json.member("rating", *rating);
  if (const auto day = reviews.day(row)) json.member("date", iso_from_days(*day));
  const std::string_view author = reviews.author(row);
  write_if_any("author", redacts && !author.empty() ? std::string_view{"[name]"} : author, json);
  write_if_any("product", reviews.product(row), json);
  write_if_any("source", reviews.source(row), json);
  write_if_any("place", reviews.place(row), json);
  if (!run.feelings().is_known(row)) return;
  const feedback::Feeling& feeling = run.feelings()[row];
  json.member("sentiment", feedback::name_of(feedback::sentiment_of(feeling))).key("p").begin_array();
  for (const float p : feeling.p) json.value(rounded(p));
  json.end_array().member("score", rounded(feeling.score));
  json.member("stars", rounded(static_cast<float>(run.shown_stars(row))));
  if (feedback::is_mixed(feeling)) json.member("mixed", true);
  if (feedback::is_unsure(feeling)) json.member("unsure", true);
  write_readings(run, row, json);
}

std::string answer_rows(const AnalysisRun& run, std::uint64_t id, const protocol::RowsQuery& query,
                        std::span<const Row> selected) {
  JsonWriter json;
  json.begin_object().member("id", id).member("total", selected.size()).member("offset", query.offset);
  json.key("rows").begin_array();
  const auto begin = static_cast<std::size_t>(std::min<std::uint64_t>(query.offset, selected.size()));
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(query.limit, selected.size() - begin));
  for (const Row row : selected.subspan(begin, count)) {
    json.begin_object();
    write_review(run, row, kListedTextBytes, json);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

Result<std::string> answer_row(const AnalysisRun& run, std::uint64_t id, const protocol::RowQuery& query) {
  if (query.row >= run.reviews().size()) return no_such_row(query.row);
  const auto row = static_cast<Row>(query.row);
  JsonWriter json;
  json.begin_object().member("id", id).key("row").begin_object();
  write_review(run, row, 0, json);
  write_mentions(run, row, json);
  const feedback::Part& part = run.reviews().part_of(row);
  const SourceFile& file = run.files()[part.file];
  json.member("file", file.request.name).end_object().key("fields").begin_array();
  for (const table::Column& column : file.tables()[part.table].columns) {
    json.begin_object()
        .member("column", column.name)
        .member("value", column.cells[run.reviews().table_row(row)])
        .end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string answer_columns(const AnalysisRun& run, std::uint64_t id) {
  JsonWriter json;
  json.begin_object().member("id", id).key("files").begin_array();
  for (const SourceFile& file : run.files()) {
    json.begin_object().member("name", file.request.name).key("tables").begin_array();
    for (std::size_t at = 0; at < file.roles.size(); ++at)
      write_table(file, file.tables()[at], file.roles[at], json);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string answer_diagnostics(const AnalysisRun& run, std::uint64_t id,
                               const protocol::DiagnosticsQuery& query) {
  std::map<DiagnosticKind, std::uint64_t> counts;
  JsonWriter rows;
  rows.begin_array();
  std::uint64_t listed = 0;
  for (const SourceFile& file : run.files()) {
    for (const Diagnostics* diagnostics : {&file.reader.diagnostics(), &file.field_diagnostics}) {
      for (std::size_t kind = 0; kind < kDiagnosticKinds; ++kind) {
        const auto count = diagnostics->count(static_cast<DiagnosticKind>(kind));
        if (count > 0) counts[static_cast<DiagnosticKind>(kind)] += count;
      }
      for (const Diagnostic& one : diagnostics->listed()) {
        const std::uint64_t at = listed++;
        if (at < query.offset || at - query.offset >= query.limit) continue;
        rows.begin_object()
            .member("file", file.request.name)
            .member("row", one.row)
            .member("column", one.column);
        rows.member("kind", name_of(one.kind))
            .member("reason", one.reason)
            .member("raw", one.raw)
            .end_object();
      }
    }
  }
  rows.end_array();
  JsonWriter json;
  json.begin_object().member("id", id).member("total", listed).key("counts").begin_array();
  for (const auto& [kind, count] : counts) {
    json.begin_object()
        .member("kind", name_of(kind))
        .member("count", count)
        .member("sentence", sentence_of(kind))
        .end_object();
  }
  json.end_array().key("rows").raw(rows.text()).end_object();
  return json.take();
}

}  // namespace attune::engine
