// What a host may ask of the engine, as values. README.md in this folder shows the JSON.
//
// parse_command and parse_query take any bytes: what is no request, or one with a value of the wrong kind,
// is an Error{InvalidRequest} that names the member in its detail.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/dates.hpp"
#include "base/result.hpp"
#include "protocol/customer_requests.hpp"
#include "protocol/desk_requests.hpp"
#include "protocol/teaching_requests.hpp"

namespace attune::protocol {

using RolesByColumn = std::map<std::string, std::string>;   // column name -> role
using RolesByShape = std::map<std::string, RolesByColumn>;  // shape fingerprint -> roles

// What the user corrected in how a file is read; an absent value is guessed.
struct ReadOverrides {
  std::optional<std::string> encoding, delimiter, quote, sheet;
  std::optional<std::uint32_t> header_rows, skip_rows;
  std::optional<bool> repairs_letters;  // "cafÃ©" is read as "café"
  std::optional<bool> reads_baskets;    // each line lists things bought together
};

struct FileRequest {
  std::string name;
  std::uint64_t size_bytes = 0;
  ReadOverrides options;
};

// --- commands ---
struct AssetCommand {
  std::string name;
  std::uint64_t size_bytes = 0;
};
struct StartCommand {
  std::uint32_t run = 0;
  std::vector<FileRequest> files;
  RolesByShape roles;
  RolesByColumn columns;  // role -> column: the user's word for every table that has such a column
  CustomerSettings customers;
};
struct RolesCommand {
  std::uint32_t run = 0;
  std::uint32_t file = 0;
  std::uint32_t table = 0;
  RolesByColumn roles;
};
// The same tables, with other settings for customers.
struct CustomersCommand {
  std::uint32_t run = 0;
  CustomerSettings settings;
};
struct CancelCommand {
  std::uint32_t run = 0;
};
// What the user makes of the topics that were found. The topics of a run are what was found, then all edits
// in order; `rules` of a saved file (insight/topic_rules.hpp) replace them.
enum class TopicEdit : std::uint8_t { Merge, Rename, Split, Pin, Unpin, Delete, Taxonomy, Rules, Reset };
struct TopicsCommand {
  std::uint32_t run = 0;
  TopicEdit edit = TopicEdit::Reset;
  std::string topic;  // the id of the topic that is merged away, renamed, split, pinned or deleted
  std::string into;   // Merge: the id of the topic that takes it in
  std::string name;   // Rename: the new name; Taxonomy: "restaurant", ..., "" for none
  std::string rules;  // Rules: the text of a saved topic_rules.json
};
using Command =
    std::variant<AssetCommand, StartCommand, RolesCommand, CustomersCommand, CancelCommand, TopicsCommand>;

// --- queries ---
enum class SentimentFilter : std::uint8_t { Negative, Neutral, Positive, Mixed, Unsure, Pending };

// An empty list or string lets every row pass.
struct RowsFilter {
  std::string search;
  std::vector<SentimentFilter> sentiments;
  std::vector<int> ratings;      // 1 to 5, as stars are counted
  std::optional<Days> from, to;  // both included
  std::vector<std::string> sources, products;
  std::vector<std::string> places{}, segments{};  // of the writer; segments by snapshot::name_of: "champions"
  std::vector<std::string> topics{}, aspects{}, entities{};  // ids, terms and names of the snapshot
  std::vector<std::string> languages{}, emotions{}, intents{}, custom_intents{};
  std::vector<std::uint64_t> rows{};  // in any order
  friend bool operator==(const RowsFilter&, const RowsFilter&) = default;
};

enum class SortKey : std::uint8_t { Row, Date, Rating, Score, Stars };

struct RowsSort {
  SortKey by = SortKey::Row;
  bool descending = false;
  friend bool operator==(const RowsSort&, const RowsSort&) = default;
};

struct RowsQuery {
  RowsFilter filter;
  RowsSort sort;
  std::uint64_t offset = 0;
  std::uint64_t limit = 0;  // at most kMaxRowsPerPage
};
inline constexpr std::uint64_t kMaxRowsPerPage = 1000;

struct RowQuery {
  std::uint64_t row = 0;
};
struct ExplainQuery {
  std::uint64_t row = 0;
};
struct ColumnsQuery {};
struct DiagnosticsQuery {
  std::uint64_t offset = 0;
  std::uint64_t limit = 100;
};
struct ExportQuery {
  std::string what;
  std::uint64_t cursor = 0;
  bool redacts = false;  // e-mail addresses, telephone, card and account numbers, names become "[e-mail]" ...
};
struct ClassifyQuery {
  std::vector<std::string> texts;
};
struct EmbedQuery {
  std::vector<std::string> texts;
};
struct TableQuery {
  std::uint32_t file = 0;
  std::uint32_t table = 0;
  bool as_csv = false;
  std::uint64_t cursor = 0;
};
using QueryBody =
    std::variant<RowsQuery, RowQuery, ExplainQuery, ColumnsQuery, DiagnosticsQuery, ExportQuery,
                 ClassifyQuery, EmbedQuery, TableQuery, CustomersQuery, CustomerQuery, CustomerExportQuery,
                 RecommendForItemQuery, AskQuery, InboxQuery, ReplyQuery, ReplyStateQuery, PlaybooksQuery,
                 FaqQuery, PersonalDataQuery, CorrectQuery, DefineIntentQuery, RemoveIntentQuery,
                 RecalibrateQuery, LearnQuery, AuditQuery, BrandsQuery>;
struct Query {
  std::uint64_t id = 0;
  QueryBody body;
};

[[nodiscard]] std::string_view name_of(TopicEdit edit) noexcept;  // "merge"

Result<Command> parse_command(std::string_view json);
Result<Query> parse_query(std::string_view json);

}  // namespace attune::protocol
