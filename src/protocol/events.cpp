#include "protocol/events.hpp"

#include <array>
#include <utility>

#include "protocol/desk_answers.ipp"

namespace attune::protocol {
namespace {

using namespace members;

// --- answers ----------------------------------------------------------------------------------------

RowsAnswer rows_answer(const Json& object) {
  RowsAnswer answer{.total = whole(object, "total"), .offset = whole(object, "offset"), .rows = {}};
  for_each_in(object, "rows", [&](const Json& item) { answer.rows.push_back(review_row(item)); });
  return answer;
}

std::vector<MentionRange> mention_ranges(const Json& object, const char* name, const char* type) {
  std::vector<MentionRange> ranges;
  for_each_in(object, name, [&](const Json& item) {
    ranges.push_back({.begin = small(item, "begin"), .end = small(item, "end"), .type = text(item, type)});
  });
  keep_usable(ranges);
  return ranges;
}

RowAnswer row_answer(const Json& object) {
  const Json& row = *find(object, "row");
  RowAnswer answer{.row = review_row(row),
                   .entities = mention_ranges(row, "entities", "type"),
                   .aspects = mention_ranges(row, "aspects", "sentiment"),
                   .fields = {}};
  for_each_in(object, "fields", [&](const Json& item) {
    answer.fields.push_back({.column = text(item, "column"), .value = text(item, "value")});
  });
  return answer;
}

ExplainAnswer explain_answer(const Json& object) {
  ExplainAnswer answer{.row = whole(object, "row"), .sentences = {}, .words = {}, .peak = {}, .end = {}};
  for_each_in(object, "sentences", [&](const Json& item) {
    answer.sentences.push_back(
        {.begin = small(item, "begin"),
         .end = small(item, "end"),
         .sentiment = sentiment_from_name(text(item, "sentiment")).value_or(SentimentFilter::Neutral),
         .score = real(item, "score"),
         .stars = real(item, "stars"),
         .is_mixed = truth(item, "mixed"),
         .is_unsure = truth(item, "unsure")});
  });
  for_each_in(object, "words", [&](const Json& item) {
    answer.words.push_back(
        {.begin = small(item, "begin"), .end = small(item, "end"), .weight = real(item, "weight")});
  });
  keep_usable(answer.sentences);
  keep_usable(answer.words);
  if (find(object, "peak") != nullptr && small(object, "peak") < answer.sentences.size())
    answer.peak = small(object, "peak");
  if (find(object, "end") != nullptr && small(object, "end") < answer.sentences.size())
    answer.end = small(object, "end");
  return answer;
}

ColumnInfo column_info(const Json& object) {
  return {.name = text(object, "name"),
          .role = text(object, "role"),
          .reason = text(object, "reason"),
          .type = text(object, "type"),
          .confidence = real(object, "confidence"),
          .is_chosen = truth(object, "chosen"),
          .samples = texts(object, "samples"),
          .empty = whole(object, "empty")};
}

// A value as it would be typed in: true is "yes", 3 is "3".
std::string shown_value(const Json& object, const char* name) {
  const Json* found = find(object, name);
  if (found == nullptr) return {};
  return found->is_string() ? found->get<std::string>()
                            : found->dump(-1, ' ', false, Json::error_handler_t::replace);
}

TableInfo table_info(const Json& object) {
  TableInfo table{.name = text(object, "name"),
                  .kind = text(object, "kind"),
                  .fingerprint = text(object, "fingerprint"),
                  .rows = whole(object, "rows"),
                  .detection = {},
                  .columns = {}};
  for_each_in(object, "detection", [&](const Json& item) {
    table.detection.push_back({.what = text(item, "what"),
                               .value = shown_value(item, "value"),
                               .reason = text(item, "reason"),
                               .confidence = real(item, "confidence")});
  });
  for_each_in(object, "columns", [&](const Json& item) { table.columns.push_back(column_info(item)); });
  return table;
}

ColumnsAnswer columns_answer(const Json& object) {
  ColumnsAnswer answer;
  for_each_in(object, "files", [&](const Json& item) {
    FileColumns file{.name = text(item, "name"), .tables = {}};
    for_each_in(item, "tables", [&](const Json& table) { file.tables.push_back(table_info(table)); });
    answer.files.push_back(std::move(file));
  });
  return answer;
}

DiagnosticsAnswer diagnostics_answer(const Json& object) {
  DiagnosticsAnswer answer{.total = whole(object, "total"), .counts = {}, .rows = {}};
  for_each_in(object, "counts", [&](const Json& item) {
    answer.counts.push_back(
        {.kind = text(item, "kind"), .sentence = text(item, "sentence"), .count = whole(item, "count")});
  });
  for_each_in(object, "rows", [&](const Json& item) {
    answer.rows.push_back({.file = shown_value(item, "file"),
                           .row = optional_whole(item, "row"),
                           .column = text(item, "column"),
                           .kind = text(item, "kind"),
                           .reason = text(item, "reason"),
                           .raw = text(item, "raw")});
  });
  return answer;
}

AuditGap audit_gap(const Json& object) {
  return {.emotion = {},
          .origin = {},
          .mean = real(object, "mean"),
          .low = real(object, "low"),
          .high = real(object, "high"),
          .mean_absolute = real(object, "meanAbsolute"),
          .pairs = whole(object, "n")};
}

AuditAnswer audit_answer(const Json& audit) {
  AuditAnswer answer{
      .model = text(audit, "model"), .sentences = whole(audit, "sentences"), .gaps = {}, .worst = {}};
  if (const Json* gender = find(audit, "gender")) answer.gaps.push_back(audit_gap(*gender));
  for_each_in(audit, "origins", [&](const Json& item) {
    answer.gaps.push_back(audit_gap(item));
    answer.gaps.back().origin = text(item, "group");
  });
  for_each_in(audit, "emotions", [&](const Json& item) {
    const Json* gender = find(item, "gender");
    if (gender == nullptr) return;
    answer.gaps.push_back(audit_gap(*gender));
    answer.gaps.back().emotion = text(item, "emotion");
  });
  for_each_in(audit, "worst", [&](const Json& item) {
    answer.worst.push_back({.first = text(item, "first"),
                            .second = text(item, "second"),
                            .first_score = real(item, "firstScore"),
                            .second_score = real(item, "secondScore")});
  });
  return answer;
}

std::string written(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// An answer does not repeat what was asked; its members tell.
Answer answer_from(const Json& object) {
  Answer answer{.id = whole(object, "id"), .body = OtherAnswer{}};
  const Json* row = find(object, "row");
  if (const Json* error = find(object, "error")) {
    answer.body = FailedAnswer{text(*error, "message")};
  } else if (truth(object, "pending")) {
    answer.body = PendingAnswer{};
  } else if (find(object, "customers") != nullptr) {
    answer.body = parse_customers_answer(written(object));
  } else if (find(object, "customer") != nullptr) {
    answer.body = parse_customer_answer(written(object));
  } else if (find(object, "offers") != nullptr) {
    answer.body = parse_item_offers_answer(written(object));
  } else if (auto desk = desk_answer_from(object)) {
    std::visit([&answer](auto& one) { answer.body = std::move(one); }, *desk);
  } else if (find(object, "counts") != nullptr) {
    answer.body = diagnostics_answer(object);
  } else if (find(object, "rows") != nullptr) {
    answer.body = rows_answer(object);
  } else if (find(object, "files") != nullptr) {
    answer.body = columns_answer(object);
  } else if (row != nullptr && row->is_object()) {
    answer.body = row_answer(object);
  } else if (find(object, "words") != nullptr) {
    answer.body = explain_answer(object);
  } else if (const Json* audit = find(object, "audit")) {
    answer.body = audit_answer(*audit);
  } else if (find(object, "mime") != nullptr) {
    answer.body = ExportAnswer{
        .name = text(object, "name"), .mime = text(object, "mime"), .text = text(object, "text")};
  }
  return answer;
}

// --- events -----------------------------------------------------------------------------------------

RunProgress progress_from(const Json& object) {
  return {.run = small(object, "run"),
          .stage = text(object, "stage"),
          .label = text(object, "label"),
          .done = whole(object, "done"),
          .total = whole(object, "total"),
          .unit = text(object, "unit"),
          .rate = real(object, "rate"),
          .seconds_left = optional_real(object, "secondsLeft")};
}

RunFailed failure_from(const Json& object, bool is_crash) {
  return {.run = small(object, "run"),
          .code = text(object, "code"),
          .message = text(object, "message"),
          .is_crash = is_crash};
}

// A notice whose kind is not known stays the sentence it holds.
Notice notice_from(const Json& object) {
  static constexpr std::array<std::pair<std::string_view, NoticeKind>, 8> kKinds{
      {{"copied", NoticeKind::Copied},
       {"copy-refused", NoticeKind::CopyRefused},
       {"no-mapping", NoticeKind::NoMapping},
       {"no-sample", NoticeKind::NoSample},
       {"model-incomplete", NoticeKind::ModelIncomplete},
       {"not-saved", NoticeKind::NotSaved},
       {"not-kept", NoticeKind::NotKept},
       {"too-large-to-keep", NoticeKind::TooLargeToKeep}}};
  Notice notice{.message = text(object, "message")};
  const std::string says = text(object, "says");
  for (const auto& [name, kind] : kKinds) {
    if (says == name) notice.kind = kind;
  }
  return notice;
}

std::optional<PageEvent> event_from(std::string_view type, const Json& object) {
  if (type == "ready")
    return EngineReady{.has_model = truth(object, "model"),
                       .own_model = text(object, "ownModel"),
                       .notice = text(object, "notice")};
  if (type == "started") {
    return RunStarted{
        .run = small(object, "run"), .files = texts(object, "files"), .is_sample = truth(object, "sample")};
  }
  if (type == "progress") return progress_from(object);
  if (type == "done") return RunDone{small(object, "run")};
  if (type == "failed") return failure_from(object, false);
  if (type == "crashed") return failure_from(object, true);
  if (type == "notice") return notice_from(object);
  if (type == "forgotten") return Forgotten{};
  if (type == "kept") return Kept{.is_on = truth(object, "on"), .files = texts(object, "files")};
  if (type == "theme") {
    const auto theme = theme_from_name(text(object, "theme"));
    if (theme) return ThemeChosen{*theme};
    return std::nullopt;
  }
  if (type == "language") return LanguageChosen{text(object, "language")};
  if (type == "view") return ViewRequested{text(object, "fragment")};
  if (type == "drag") return DragChanged{truth(object, "over")};
  if (type == "answer") {
    if (const Json* answer = find(object, "answer")) return answer_from(*answer);
  }
  return std::nullopt;
}

Error unknown(std::string detail) {
  return Error{ErrorCode::InvalidRequest,
               "The page and the canvas do not understand each other. Reload the page.", std::move(detail)};
}

}  // namespace

Result<PageEvent> parse_event(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) return unknown("not an object");
  const std::string type = text(object, "type");
  auto event = event_from(type, object);
  if (!event) return unknown("unknown event \"" + type + "\"");
  return std::move(*event);
}

Result<Answer> parse_answer(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) return unknown("not an object");
  return answer_from(object);
}

std::optional<ThemeChoice> theme_from_name(std::string_view name) noexcept {
  for (const auto theme :
       {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
    if (name_of(theme) == name) return theme;
  }
  return std::nullopt;
}

}  // namespace attune::protocol
