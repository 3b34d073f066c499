// The engine's answers to queries, as values. README.md in this folder shows the JSON; events.hpp reads it.
//
// Positions are UTF-8 byte offsets into the text they belong to; a range that does not fit its text is
// dropped. Absent members keep their defaults, so that an engine that tells more, or less, is still
// understood.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/dates.hpp"
#include "protocol/customer_answers.hpp"
#include "protocol/desk_answers.hpp"
#include "protocol/requests.hpp"
#include "protocol/review_row.hpp"

namespace attune::protocol {

struct RowsAnswer {
  std::uint64_t total = 0;  // rows that pass the filter
  std::uint64_t offset = 0;
  std::vector<ReviewRow> rows;
};

struct Field {
  std::string column, value;
};

struct MentionRange {
  std::uint32_t begin = 0, end = 0;
  std::string type;  // of an entity: "person"; of an aspect: "negative", "neutral", "positive"
};

struct RowAnswer {
  ReviewRow row;  // with the whole text
  std::vector<MentionRange> entities, aspects;
  std::vector<Field> fields;
};

struct SentenceFeeling {
  std::uint32_t begin = 0, end = 0;
  SentimentFilter sentiment = SentimentFilter::Neutral;
  double score = 0;
  double stars = 0;
  bool is_mixed = false;
  bool is_unsure = false;
};

struct WordWeight {
  std::uint32_t begin = 0, end = 0;
  double weight = 0;  // -1 to 1: how far the word moves the score
};

struct ExplainAnswer {
  std::uint64_t row = 0;
  std::vector<SentenceFeeling> sentences;
  std::vector<WordWeight> words;
  // Of a text of several sentences: the one that says it most strongly, and the last (the peak-end rule).
  std::optional<std::uint32_t> peak, end;
};

struct Finding {  // what the sniffer decided about a file, and why
  std::string what, value, reason;
  double confidence = 0;
};

struct ColumnInfo {
  std::string name, role, reason, type;
  double confidence = 0;
  bool is_chosen = false;  // by the user
  std::vector<std::string> samples;
  std::uint64_t empty = 0;
};

struct TableInfo {
  std::string name, kind, fingerprint;
  std::uint64_t rows = 0;
  std::vector<Finding> detection;
  std::vector<ColumnInfo> columns;
};

struct FileColumns {
  std::string name;
  std::vector<TableInfo> tables;
};

struct ColumnsAnswer {
  std::vector<FileColumns> files;
};

struct DiagnosticCount {
  std::string kind, sentence;
  std::uint64_t count = 0;
};

struct DiagnosticRow {
  std::string file;
  std::optional<std::uint64_t> row;  // as people count, from 1
  std::string column, kind, reason, raw;
};

struct DiagnosticsAnswer {
  std::uint64_t total = 0;
  std::vector<DiagnosticCount> counts;
  std::vector<DiagnosticRow> rows;
};

// How far the model's score moves where only the person spoken of changes, on its scale of -1 to 1.
struct AuditGap {
  std::string emotion;  // of the sentences, "none" for those without one; "": of all
  std::string origin;   // names of this origin against all names; "": women against men
  double mean = 0, low = 0, high = 0, mean_absolute = 0;
  std::uint64_t pairs = 0;
};
struct AuditPair {
  std::string first, second;
  double first_score = 0, second_score = 0;
};
struct AuditAnswer {
  std::string model;
  std::uint64_t sentences = 0;
  std::vector<AuditGap> gaps;  // by gender, by origin, by gender and emotion
  std::vector<AuditPair> worst;
  // Of the mean gaps, whichever way they point.
  [[nodiscard]] double largest() const noexcept {
    double most = 0;
    for (const AuditGap& gap : gaps) most = std::max({most, gap.mean, -gap.mean});
    return most;
  }
};

struct PendingAnswer {};  // the answer comes later, under the same id
struct FailedAnswer {
  std::string message;  // a sentence
};
// A small file the engine wrote, or its first piece.
struct ExportAnswer {
  std::string name, mime, text;
};

struct OtherAnswer {};  // to a query that the canvas does not ask

struct Answer {
  std::uint64_t id = 0;
  std::variant<PendingAnswer, FailedAnswer, OtherAnswer, RowsAnswer, RowAnswer, ExplainAnswer, ColumnsAnswer,
               DiagnosticsAnswer, CustomersAnswer, CustomerAnswer, ItemOffersAnswer, AskAnswer, InboxAnswer,
               ReplyAnswer, ReplyStateAnswer, PlaybooksAnswer, FaqAnswer, PersonalDataAnswer, ExportAnswer,
               AuditAnswer>
      body;
};

}  // namespace attune::protocol
