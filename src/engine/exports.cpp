#include "engine/exports.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <map>
#include <optional>
#include <type_traits>
#include <vector>

#include "base/spreadsheet.hpp"
#include "engine/answers.hpp"
#include "engine/customer_exports.hpp"
#include "engine/desk_exports.hpp"
#include "engine/redaction.hpp"
#include "engine/report_export.hpp"
#include "protocol/json_writer.hpp"
#include "snapshot/customer_names.hpp"
#include "snapshot/fields.hpp"
#include "snapshot/insight_names.hpp"

namespace attune::engine {

using protocol::JsonWriter;

namespace {

constexpr std::size_t kPieceBytes = 1U << 20U;

const char* name_of(snapshot::Stage stage) {
  switch (stage) {
    case snapshot::Stage::Idle:
      return "idle";
    case snapshot::Stage::Reading:
      return "reading";
    case snapshot::Stage::Understanding:
      return "understanding";
    case snapshot::Stage::Summarising:
      return "summarising";
    case snapshot::Stage::Finished:
      return "finished";
    case snapshot::Stage::Failed:
      return "failed";
  }
  return "";
}

// Writes any value of a snapshot; objects by their field list. Fields that hold days are written as dates.
class FieldWriter {
 public:
  explicit FieldWriter(JsonWriter& json) : json_{json} {}

  template <class T>
  void write(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      json_.value(name_of(value));  // of this file, or snapshot/insight_names.hpp
    } else if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string>) {
      json_.value(value);
    } else if constexpr (requires { value.has_value(); }) {
      if (value)
        write(*value);
      else
        json_.null();
    } else if constexpr (requires { value.begin(); }) {
      json_.begin_array();
      for (const auto& item : value) write(item);
      json_.end_array();
    } else {
      json_.begin_object();
      snapshot::each([this](const char* name, const auto& field) { this->write_field(name, field); }, value);
      json_.end_object();
    }
  }

 private:
  template <class T>
  void write_field(std::string_view name, const T& field) {
    json_.key(name);
    if constexpr (std::same_as<T, std::int32_t>) {
      json_.value(iso_from_days(field));
    } else if constexpr (std::same_as<T, std::optional<std::int32_t>>) {
      if (field)
        json_.value(iso_from_days(*field));
      else
        json_.null();
    } else {
      write(field);
    }
  }

  JsonWriter& json_;
};

// One piece of a file. `next` nullopt: the last.
std::string piece(std::uint64_t id, std::string_view name, std::string_view mime, std::string_view text,
                  std::optional<std::uint64_t> next) {
  JsonWriter json;
  json.begin_object()
      .member("id", id)
      .member("name", name)
      .member("mime", mime)
      .member("text", text)
      .key("cursor");
  if (next)
    json.value(*next);
  else
    json.null();
  json.end_object();
  return json.take();
}

// Calls append(row, text) for rows from `cursor` on until a piece is full; the next cursor, if any.
template <class Append>
std::optional<std::uint64_t> fill_piece(std::uint64_t cursor, std::size_t rows, std::string& text,
                                        Append&& append) {
  auto row = static_cast<std::size_t>(std::min<std::uint64_t>(cursor, rows));
  for (; row < rows && text.size() < kPieceBytes; ++row) append(row, text);
  return row < rows ? std::optional<std::uint64_t>{row} : std::nullopt;
}

void append_review_line(const AnalysisRun& run, std::uint64_t row, bool redacts, std::string& text) {
  JsonWriter json;
  json.begin_object();
  write_review(run, static_cast<feedback::Row>(row), 0, json, redacts);
  json.end_object();
  text += json.text();
  text += '\n';
}

std::string short_number(double value) {
  JsonWriter json;
  json.value(value);
  return json.take();
}

void append_review_csv(const AnalysisRun& run, std::uint64_t at, bool redacts, std::string& csv) {
  const auto row = static_cast<feedback::Row>(at);
  const feedback::Reviews& reviews = run.reviews();
  std::string scratch;
  const auto rating = reviews.rating(row);
  const auto day = reviews.day(row);
  const bool is_known = run.feelings().is_known(row);
  const feedback::Feeling feeling = run.feelings()[row];
  const feedback::Readings& readings = run.readings();
  const auto own_intent = run.taught().intent_column[row];
  std::string emotions;
  for (const std::string& emotion : present_emotions(readings.emotions, row))
    emotions += (emotions.empty() ? "" : "; ") + emotion;
  const std::array<std::string, 15> cells{
      std::to_string(row),
      redacts ? redacted_text(run, row) : std::string{reviews.text(row, scratch)},
      redacts ? redacted_title(run, row) : std::string{reviews.title(row)},
      rating ? short_number(*rating) : "",
      day ? iso_from_days(*day) : "",
      reviews.product(row),
      reviews.source(row),
      reviews.place(row),
      is_known ? feedback::name_of(feedback::sentiment_of(feeling)) : "",
      is_known ? short_number(std::round(feeling.score * 1e4) / 1e4) : "",
      is_known ? short_number(std::round(run.shown_stars(row) * 1e4) / 1e4) : "",
      emotions,
      readings.intents.is_known(row) ? readings.intents.label(row) : "",
      own_intent ? run.taught().intents[*own_intent].name() : "",
      readings.languages.is_known(row) ? readings.languages[row] : ""};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) csv += ',';
    append_csv_cell(guarded(cells[i]), csv);
  }
  csv += "\r\n";
}

constexpr const char* kReviewCsvHeader =
    "row,text,title,rating,date,product,source,place,sentiment,score,stars,emotions,intent,own intent,"
    "language\r\n";

std::string all_diagnostics_csv(const AnalysisRun& run) {
  std::string csv = "file,row,column,kind,reason,raw\r\n";
  for (const SourceFile& file : run.files()) {
    for (const Diagnostics* diagnostics : {&file.reader.diagnostics(), &file.field_diagnostics}) {
      for (const Diagnostic& one : diagnostics->listed()) {
        const std::array<std::string_view, 6> cells{file.request.name,         {},         one.column,
                                                    attune::name_of(one.kind), one.reason, one.raw};
        for (std::size_t i = 0; i < cells.size(); ++i) {
          if (i > 0) csv += ',';
          if (i == 1)
            csv += std::to_string(one.row);
          else
            append_csv_cell(cells[i], csv);
        }
        csv += "\r\n";
      }
    }
  }
  return csv;
}

// The part of the insight that is a file of its own; nullopt for another name.
std::optional<std::string> insight_file(const snapshot::Insight& insight, std::string_view name) {
  JsonWriter json;
  const auto written = [&](const auto& part) {
    FieldWriter{json}.write(part);
    return std::optional{json.take()};
  };
  if (name == "topics.json") return written(insight.topics);
  if (name == "aspects.json") {
    json.begin_object().key("aspects");
    FieldWriter{json}.write(insight.aspects);
    json.key("entities");
    FieldWriter{json}.write(insight.entities);
    json.end_object();
    return json.take();
  }
  if (name == "drivers.json") return written(insight.drivers);
  if (name == "aspect_drivers.json") return written(insight.aspect_drivers);
  if (name == "recommendation_drivers.json") return written(insight.recommendation_drivers);
  if (name == "return_drivers.json") return written(insight.return_drivers);
  if (name == "trends.json") return written(insight.trends);
  if (name == "alerts.json") return written(insight.alerts);
  if (name == "metrics.json") return written(insight.metrics);
  if (name == "priorities.json") return written(insight.priorities);
  return std::nullopt;
}

// What each column of each table is for, by column names alone: what `start` takes as "roles".
std::string mapping_json(const AnalysisRun& run) {
  std::map<std::string, const ingest::RoleMap*> by_shape;  // tables of one shape have one mapping
  std::map<std::string, const table::Table*> tables;
  for (const SourceFile& file : run.files()) {
    for (std::size_t at = 0; at < file.roles.size(); ++at) {
      by_shape[file.roles[at].fingerprint] = &file.roles[at];
      tables[file.roles[at].fingerprint] = &file.tables()[at];
    }
  }
  JsonWriter json;
  json.begin_object().member("attune", "mapping").key("roles").begin_object();
  for (const auto& [fingerprint, roles] : by_shape) {
    json.key(fingerprint).begin_object();
    const table::Table& table = *tables[fingerprint];
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      json.member(table.columns[i].name, ingest::name_of(roles->columns[i].role));
    json.end_object();
  }
  json.end_object().end_object();
  return json.take();
}

snapshot::Snapshot shared_snapshot(const AnalysisRun& run, const snapshot::Snapshot& latest) {
  return without_small_groups(redacted_snapshot(run, latest));
}

}  // namespace

std::string json_from_snapshot(const snapshot::Snapshot& snapshot) {
  JsonWriter json;
  FieldWriter{json}.write(snapshot);
  return json.take();
}

Result<std::string> answer_export(const AnalysisRun& run, const snapshot::Snapshot* latest, std::uint64_t id,
                                  const protocol::ExportQuery& query) {
  std::string text;
  const std::size_t rows = run.reviews().size();
  if (query.what == "summary.json") {
    if (latest == nullptr)
      return Error{ErrorCode::InvalidRequest, "There is no result to save yet. Wait for the first figures.",
                   ""};
    return piece(id, query.what, "application/json",
                 json_from_snapshot(query.redacts ? shared_snapshot(run, *latest) : *latest), std::nullopt);
  }
  if (query.what == "topic_rules.json")
    return piece(id, query.what, "application/json", run.topics().saved(), std::nullopt);
  if (latest != nullptr) {
    if (auto json = query.redacts ? insight_file(shared_snapshot(run, *latest).insight, query.what)
                                  : insight_file(latest->insight, query.what))
      return piece(id, query.what, "application/json", *json, std::nullopt);
  }
  if (is_report(query.what)) {
    if (latest == nullptr)
      return Error{ErrorCode::InvalidRequest, "There is no result to save yet. Wait for the first figures.",
                   ""};
    return piece(id, query.what, "text/html", report_html(redacted_snapshot(run, *latest), query.what),
                 std::nullopt);
  }
  if (query.what == "knowledge.json")
    return piece(id, query.what, "application/json", knowledge_json(run.teachings()), std::nullopt);
  if (query.what == "rows.jsonl") {
    const auto next = fill_piece(query.cursor, rows, text, [&](std::size_t row, std::string& out) {
      append_review_line(run, row, query.redacts, out);
    });
    return piece(id, query.what, "application/x-ndjson", text, next);
  }
  if (query.what == "rows.csv") {
    if (query.cursor == 0) text = kReviewCsvHeader;
    const auto next = fill_piece(query.cursor, rows, text, [&](std::size_t row, std::string& out) {
      append_review_csv(run, row, query.redacts, out);
    });
    return piece(id, query.what, "text/csv", text, next);
  }
  if (query.what == "diagnostics.json") {
    return piece(id, query.what, "application/json",
                 answer_diagnostics(run, id, {.offset = 0, .limit = ~0ULL}), std::nullopt);
  }
  if (query.what == "mapping.json")
    return piece(id, query.what, "application/json", mapping_json(run), std::nullopt);
  if (query.what == "diagnostics.csv")
    return piece(id, query.what, "text/csv", all_diagnostics_csv(run), std::nullopt);
  if (run.book() != nullptr) {
    if (const auto made = customer_export(*run.book(), query.what, query.cursor))
      return piece(id, made->name, made->mime, made->text, made->next);
  }
  return Error{ErrorCode::InvalidRequest,
               "The page and the engine do not understand each other. Reload the page.",
               "unknown export \"" + query.what + "\""};
}

Result<std::string> answer_table(const AnalysisRun& run, std::uint64_t id,
                                 const protocol::TableQuery& query) {
  const auto& files = run.files();
  if (query.file >= files.size() || query.table >= files[query.file].tables().size()) {
    return Error{ErrorCode::InvalidRequest, "There is no such table in the file. Choose another one.", ""};
  }
  const table::Table& table = files[query.file].tables()[query.table];
  std::string text;
  const auto csv_line = [&](auto&& cell_at) {
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
      if (at > 0) text += ',';
      append_csv_cell(cell_at(table.columns[at]), text);
    }
    text += "\r\n";
  };
  if (query.as_csv && query.cursor == 0)
    csv_line([](const table::Column& column) -> std::string_view { return column.name; });
  const auto next = fill_piece(query.cursor, table.row_count(), text, [&](std::size_t row, std::string& out) {
    if (query.as_csv) return csv_line([row](const table::Column& column) { return column.cells[row]; });
    JsonWriter json;
    json.begin_object();
    for (const table::Column& column : table.columns) json.member(column.name, column.cells[row]);
    json.end_object();
    out += json.text();
    out += '\n';
  });
  return piece(id, table.name, query.as_csv ? "text/csv" : "application/x-ndjson", text, next);
}

}  // namespace attune::engine
