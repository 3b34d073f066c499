// Answers to the queries of desk_requests.hpp, as values. README.md in this folder shows the JSON.
//
// Codes (reasons, intents, tones) are lower-case words that the canvas puts into the user's language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/dates.hpp"
#include "protocol/requests.hpp"
#include "protocol/review_row.hpp"

namespace attune::protocol {

// A share or a mean with its 95 % interval and the number of cases. n == 0: nothing is known.
struct Figure {
  double value = 0, low = 0, high = 0;
  std::uint64_t n = 0;
};

struct TextRange {
  std::uint32_t begin = 0, end = 0;  // UTF-8 bytes
};

// --- ask --------------------------------------------------------------------------------------------
// One line of the evidence. `share` is n of `of`; `rating` the mean of the same rows where they carry one.
struct AskCount {
  std::string label;  // "all", a product, a source, a month, a phrase
  std::uint64_t n = 0, of = 0;
  Figure share, rating;
  RowsFilter filter;  // opens exactly these rows
};

struct AskQuote {
  std::uint64_t row = 0;
  std::string text;
  std::vector<TextRange> highlights;
  std::optional<double> rating;
  std::optional<Days> day;
  std::string source, product;
  std::optional<SentimentFilter> sentiment;
};

struct AskAnswer {
  std::string question;
  std::vector<std::string> sentences;
  std::string intent;  // "how-many", "why", "which", "when", "compare", "trend", "rating", "quote"
  std::vector<std::string> about;  // the words that were looked for
  RowsFilter filter;               // what else was understood, with the words as its search
  std::string understood;          // the same as a sentence
  std::vector<AskCount> counts;
  std::vector<AskQuote> quotes;
  double confidence = 0;  // 0 to 1
  bool is_unknown = false;
  std::vector<std::string> suggestions;  // questions that can be answered
};

// --- inbox ------------------------------------------------------------------------------------------
struct UrgencyReason {
  std::string
      code;  // "refund", "cancellation", "safety", "complaint", "question", "angry", "valued-customer" ...
  double points = 0;  // of 100
};

struct InboxRow {
  ReviewRow review;
  double urgency = 0;  // 0 to 100, the sum of the points
  std::vector<UrgencyReason> reasons;
  std::vector<std::string>
      escalations;  // why a person with authority must see it: "legal", "safety", "press" ...
  std::optional<std::uint32_t> age_days;  // before the newest day in the files
  std::string customer;
  std::optional<double> customer_value;
  std::uint64_t customer_orders = 0;
  std::string intent, emotion;
  std::string macro;  // the shop's own answer that fits best; "" if none does
  double macro_confidence = 0;
  bool is_done = false;
};

struct InboxAnswer {
  std::uint64_t total = 0, offset = 0;  // rows that pass the query
  std::uint64_t open = 0, done = 0, escalated = 0;
  std::vector<std::string> reasons;  // codes that occur, most frequent first
  std::vector<InboxRow> rows;
};

// --- reply ------------------------------------------------------------------------------------------
struct ReplySlot {
  std::string name, value, column;  // column: where the value comes from
  TextRange range;                  // in the draft
};

struct ReplyChoice {
  std::string title;
  double confidence = 0;
};

struct ReplyAnswer {
  std::uint64_t row = 0;
  std::string draft, language, tone;  // tone: "sorry", "warm", "calm", "clear"
  std::string source_kind;            // "macro": the shop's own, "template": one of ours
  std::string source_title, source_table;
  double confidence = 0;
  std::vector<ReplySlot> slots;
  std::vector<std::string> missing;  // slots that the data do not fill; they stand in the draft as {name}
  std::string disclosure;            // stands at the end of the draft; "" if switched off
  std::vector<ReplyChoice> choices;  // best first
  std::uint32_t choice = 0;
  std::vector<std::string> escalations;
  bool is_done = false;
  std::string edited;  // what a person made of it; "" if nobody touched it
};

struct ReplyStateAnswer {
  std::uint64_t row = 0;
  bool is_done = false;
};

// --- playbooks --------------------------------------------------------------------------------------
struct MessageVariant {
  std::string language, subject, body;
};

struct PlaybookInfo {
  std::string id;       // "win-back", "say-sorry" ...; its file is the export "playbook-<id>.csv"
  std::string trigger;  // "churn-risk", "segment", "topic", "sentiment", "event"
  std::uint64_t matched = 0, no_address = 0, no_consent = 0, opted_out = 0, capped = 0, control = 0,
                selected = 0;
  std::vector<MessageVariant> variants;
  std::vector<std::string> fields;  // merge fields of the file
};

// Did it help? Of a playbook's file that was dropped in again, with later orders beside it.
struct PlaybookResult {
  std::string id;
  std::optional<Days> sent, until;
  std::uint64_t treated = 0, treated_orders = 0, control = 0, control_orders = 0;
  Figure share_difference;  // treated minus control, who ordered again
  Figure value_difference;  // treated minus control, mean spent afterwards
};

struct PlaybooksAnswer {
  std::uint64_t customers = 0;
  bool knows_consent = false, knows_orders = false;
  std::vector<PlaybookInfo> playbooks;
  std::vector<PlaybookResult> results;
};

// --- FAQ and personal data --------------------------------------------------------------------------
struct FaqEntry {
  std::string question, answer, language;
};

struct FaqAnswer {
  std::uint64_t total = 0;
  std::vector<FaqEntry> entries;
};

struct PersonalColumn {
  std::string file, table, column, role;
  std::uint64_t cells = 0;  // filled ones
  std::uint64_t emails = 0, phones = 0, cards = 0, ibans = 0, names = 0;
};

struct PersonalDataAnswer {
  std::uint64_t rows = 0;               // looked at
  std::vector<PersonalColumn> columns;  // those where something was found
};

}  // namespace attune::protocol
