#include "protocol/requests.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <type_traits>

namespace attune::protocol {
namespace {

using Json = nlohmann::json;

Error invalid(std::string detail) {
  return Error{ErrorCode::InvalidRequest,
               "The page and the engine do not understand each other. Reload the page.", std::move(detail)};
}

// Reads the members of one JSON object. The first member of the wrong kind is kept as the problem; values
// read after it are defaults that nobody sees, since the caller asks problem() before it uses any.
class Members {
 public:
  explicit Members(const Json& object) : object_{object} {
    if (!object.is_object()) problem_ = "not an object";
  }

  std::string text(const char* name) {
    const Json* found = find(name);
    if (found == nullptr) return {};
    if (!found->is_string()) return wrong(name, "a text"), std::string{};
    return found->get<std::string>();
  }

  std::optional<std::string> optional_text(const char* name) {
    if (find(name) == nullptr) return std::nullopt;
    return text(name);
  }

  template <class Integer>
  Integer number(const char* name, Integer fallback) {
    const Json* found = find(name);
    if (found == nullptr) return fallback;
    // A double that is a whole number is one too: JavaScript has no other.
    const double value = found->is_number() ? found->get<double>() : -1.0;
    const auto most = std::min(static_cast<double>(std::numeric_limits<Integer>::max()), 9007199254740992.0);
    if (!(value >= 0 && value <= most && value == std::floor(value)))
      return wrong(name, "a whole number"), fallback;
    return static_cast<Integer>(value);
  }

  std::optional<std::uint32_t> optional_number(const char* name) {
    if (find(name) == nullptr) return std::nullopt;
    return number<std::uint32_t>(name, 0);
  }

  bool truth(const char* name, bool fallback = false) {
    const Json* found = find(name);
    if (found == nullptr) return fallback;
    if (!found->is_boolean()) return wrong(name, "true or false"), fallback;
    return found->get<bool>();
  }

  std::optional<bool> optional_truth(const char* name) {
    if (find(name) == nullptr) return std::nullopt;
    return truth(name);
  }

  double real(const char* name, double fallback, double least, double most) {
    const Json* found = find(name);
    if (found == nullptr) return fallback;
    const double value = found->is_number() ? found->get<double>() : least - 1;
    if (!(value >= least && value <= most)) return wrong(name, "a number in its range"), fallback;
    return value;
  }

  std::vector<std::string> texts(const char* name) {
    std::vector<std::string> all;
    const Json* found = find(name);
    if (found == nullptr) return all;
    if (!found->is_array()) return wrong(name, "a list of texts"), all;
    all.reserve(found->size());
    for (const Json& item : *found) {
      if (!item.is_string()) return wrong(name, "a list of texts"), all;
      all.push_back(item.get<std::string>());
    }
    return all;
  }

  std::vector<int> stars(const char* name) {
    std::vector<int> all;
    const Json* found = find(name);
    if (found == nullptr) return all;
    if (!found->is_array()) return wrong(name, "a list of stars"), all;
    for (const Json& item : *found) {
      const double star = item.is_number() ? item.get<double>() : 0.0;
      if (!(star >= 1 && star <= 5 && star == std::floor(star))) return wrong(name, "a list of stars"), all;
      all.push_back(static_cast<int>(star));
    }
    return all;
  }

  std::vector<std::uint64_t> numbers(const char* name) {
    std::vector<std::uint64_t> all;
    const Json* found = find(name);
    if (found == nullptr) return all;
    if (!found->is_array()) return wrong(name, "a list of whole numbers"), all;
    for (const Json& item : *found) {
      const double value = item.is_number() ? item.get<double>() : -1.0;
      if (!(value >= 0 && value <= 9007199254740992.0 && value == std::floor(value)))
        return wrong(name, "a list of whole numbers"), all;
      all.push_back(static_cast<std::uint64_t>(value));
    }
    return all;
  }

  std::optional<Days> day(const char* name) {
    const Json* found = find(name);
    if (found == nullptr) return std::nullopt;
    const auto parsed = found->is_string() ? parse_iso(found->get_ref<const std::string&>()) : std::nullopt;
    if (!parsed) return wrong(name, "a date"), std::nullopt;
    return parsed->days;
  }

  RolesByColumn roles(const char* name) {
    RolesByColumn all;
    const Json* found = find(name);
    if (found == nullptr) return all;
    if (!found->is_object()) return wrong(name, "columns with roles"), all;
    for (const auto& [column, role] : found->items()) {
      if (!role.is_string()) return wrong(name, "columns with roles"), all;
      all.emplace(column, role.get<std::string>());
    }
    return all;
  }

  // nullptr for an absent or null member.
  const Json* find(const char* name) {
    if (!object_.is_object()) return nullptr;
    const auto at = object_.find(name);
    return at == object_.end() || at->is_null() ? nullptr : &*at;
  }

  // Takes over the problem of an object inside this one.
  void adopt(const char* name, const Members& inner) {
    if (problem_.empty() && !inner.problem_.empty()) problem_ = std::string{name} + ": " + inner.problem_;
  }

  void wrong(const char* name, const char* expected) {
    if (problem_.empty()) problem_ = std::string{"\""} + name + "\" is not " + expected;
  }

  [[nodiscard]] const std::string& problem() const noexcept { return problem_; }

 private:
  const Json& object_;
  std::string problem_;
};

FileRequest read_file(const Json& object, Members& parent) {
  Members file{object};
  FileRequest request{
      .name = file.text("name"), .size_bytes = file.number<std::uint64_t>("size", 0), .options = {}};
  if (const Json* found = file.find("options")) {
    Members options{*found};
    request.options = ReadOverrides{.encoding = options.optional_text("encoding"),
                                    .delimiter = options.optional_text("delimiter"),
                                    .quote = options.optional_text("quote"),
                                    .sheet = options.optional_text("sheet"),
                                    .header_rows = options.optional_number("headerRows"),
                                    .skip_rows = options.optional_number("skipRows"),
                                    .repairs_letters = options.optional_truth("repairLetters"),
                                    .reads_baskets = options.optional_truth("baskets")};
    file.adopt("options", options);
  }
  parent.adopt("files", file);
  return request;
}

StartCommand read_start(Members& members) {
  StartCommand start{.run = members.number<std::uint32_t>("run", 0),
                     .files = {},
                     .roles = {},
                     .columns = {},
                     .customers = {}};
  if (const Json* files = members.find("files")) {
    if (!files->is_array()) members.wrong("files", "a list");
    for (const Json& file : *files) start.files.push_back(read_file(file, members));
  }
  if (const Json* shapes = members.find("roles")) {
    Members by_shape{*shapes};
    if (shapes->is_object()) {
      for (const auto& [fingerprint, unused] : shapes->items()) {
        start.roles[fingerprint] = by_shape.roles(fingerprint.c_str());
      }
    }
    members.adopt("roles", by_shape);
  }
  start.columns = members.roles("columns");
  return start;
}

template <class Choice, std::size_t N>
std::optional<Choice> choice_from_name(const std::pair<std::string_view, Choice> (&choices)[N],
                                       std::string_view name) {
  const auto found = std::find_if(std::begin(choices), std::end(choices),
                                  [&](const auto& choice) { return choice.first == name; });
  if (found == std::end(choices)) return std::nullopt;
  return found->second;
}

constexpr std::pair<std::string_view, SentimentFilter> kSentiments[] = {
    {"negative", SentimentFilter::Negative}, {"neutral", SentimentFilter::Neutral},
    {"positive", SentimentFilter::Positive}, {"mixed", SentimentFilter::Mixed},
    {"unsure", SentimentFilter::Unsure},     {"pending", SentimentFilter::Pending}};
constexpr std::pair<std::string_view, SortKey> kSortKeys[] = {{"row", SortKey::Row},
                                                              {"date", SortKey::Date},
                                                              {"rating", SortKey::Rating},
                                                              {"score", SortKey::Score},
                                                              {"stars", SortKey::Stars}};

constexpr std::pair<std::string_view, TopicEdit> kTopicEdits[] = {
    {"merge", TopicEdit::Merge}, {"rename", TopicEdit::Rename},     {"split", TopicEdit::Split},
    {"pin", TopicEdit::Pin},     {"unpin", TopicEdit::Unpin},       {"delete", TopicEdit::Delete},
    {"reset", TopicEdit::Reset}, {"taxonomy", TopicEdit::Taxonomy}, {"rules", TopicEdit::Rules}};

TopicsCommand read_topics(Members& members) {
  const auto edit = choice_from_name(kTopicEdits, members.text("edit"));
  if (!edit) members.wrong("edit", "an edit of topics");
  return {.run = members.number<std::uint32_t>("run", 0),
          .edit = edit.value_or(TopicEdit::Reset),
          .topic = members.text("topic"),
          .into = members.text("into"),
          .name = members.text("name"),
          .rules = members.text("rules")};
}

RowsFilter read_filter(const Json& object, Members& parent) {
  Members members{object};
  RowsFilter filter{.search = members.text("search"),
                    .sentiments = {},
                    .ratings = members.stars("rating"),
                    .from = members.day("from"),
                    .to = members.day("to"),
                    .sources = members.texts("source"),
                    .products = members.texts("product"),
                    .places = members.texts("place"),
                    .segments = members.texts("segment"),
                    .topics = members.texts("topic"),
                    .aspects = members.texts("aspect"),
                    .entities = members.texts("entity"),
                    .rows = members.numbers("rows")};
  filter.languages = members.texts("language");
  filter.emotions = members.texts("emotion");
  filter.intents = members.texts("intent");
  filter.custom_intents = members.texts("customIntent");
  for (const std::string& name : members.texts("sentiment")) {
    if (const auto sentiment = choice_from_name(kSentiments, name)) {
      filter.sentiments.push_back(*sentiment);
    } else {
      members.wrong("sentiment", "a list of sentiments");
    }
  }
  parent.adopt("filter", members);
  return filter;
}

RowsQuery read_rows(Members& members) {
  RowsQuery rows{.filter = {},
                 .sort = {},
                 .offset = members.number<std::uint64_t>("offset", 0),
                 .limit = std::min(members.number<std::uint64_t>("limit", 80), kMaxRowsPerPage)};
  if (const Json* filter = members.find("filter")) rows.filter = read_filter(*filter, members);
  if (const Json* found = members.find("sort")) {
    Members sort{*found};
    const std::string by = sort.text("by");
    const auto key = choice_from_name(kSortKeys, by.empty() ? "row" : by);
    if (!key) sort.wrong("by", "a column to sort by");
    rows.sort = {.by = key.value_or(SortKey::Row), .descending = sort.truth("descending")};
    members.adopt("sort", sort);
  }
  return rows;
}

TableQuery read_table(Members& members) {
  const std::string as = members.text("as");
  if (!as.empty() && as != "csv" && as != "jsonl") members.wrong("as", "csv or jsonl");
  return {.file = members.number<std::uint32_t>("file", 0),
          .table = members.number<std::uint32_t>("table", 0),
          .as_csv = as == "csv",
          .cursor = members.number<std::uint64_t>("cursor", 0)};
}

Result<Query> read_customer_query(std::string_view kind, std::uint64_t id, std::string_view json,
                                  Members& members) {
  Query query{.id = id, .body = {}};
  if (kind == "customers") {
    auto customers = parse_customers_query(json);
    if (!customers) return customers.error();
    query.body = *std::move(customers);
  } else if (kind == "customerExport") {
    auto people = parse_customer_export_query(json);
    if (!people) return people.error();
    query.body = *std::move(people);
  } else if (kind == "customer") {
    query.body = CustomerQuery{members.number<std::uint32_t>("customer", 0)};
  } else {
    query.body = RecommendForItemQuery{members.number<std::uint32_t>("item", 0)};
  }
  if (!members.problem().empty()) return invalid(members.problem());
  return query;
}

// --- queries of desk_requests.hpp ---
constexpr std::pair<std::string_view, InboxState> kInboxStates[] = {
    {"open", InboxState::Open}, {"done", InboxState::Done}, {"all", InboxState::All}};
constexpr std::pair<std::string_view, InboxSort> kInboxSorts[] = {
    {"urgency", InboxSort::Urgency}, {"age", InboxSort::Age}, {"value", InboxSort::Value}};

InboxQuery read_inbox(Members& members) {
  const std::string state = members.text("state");
  const auto wanted = choice_from_name(kInboxStates, state.empty() ? "open" : state);
  if (!wanted) members.wrong("state", "open, done or all");
  const std::string by = members.text("sort");
  const auto sort = choice_from_name(kInboxSorts, by.empty() ? "urgency" : by);
  if (!sort) members.wrong("sort", "urgency, age or value");
  return {.state = wanted.value_or(InboxState::Open),
          .reasons = members.texts("reasons"),
          .search = members.text("search"),
          .by = sort.value_or(InboxSort::Urgency),
          .offset = members.number<std::uint64_t>("offset", 0),
          .limit = std::min(members.number<std::uint64_t>("limit", 80), kMaxRowsPerPage)};
}

std::optional<QueryBody> read_desk_query(std::string_view kind, Members& members) {
  if (kind == "ask") return AskQuery{members.text("question"), members.text("language")};
  if (kind == "inbox") return read_inbox(members);
  if (kind == "reply") {
    return ReplyQuery{.row = members.number<std::uint64_t>("row", 0),
                      .language = members.text("language"),
                      .choice = members.optional_number("choice"),
                      .shop = members.text("shop"),
                      .signature = members.text("signature"),
                      .discloses = members.truth("disclosure", true)};
  }
  if (kind == "replyState") {
    return ReplyStateQuery{.row = members.number<std::uint64_t>("row", 0),
                           .is_done = members.truth("done"),
                           .text = members.text("text")};
  }
  if (kind == "playbooks") {
    return PlaybooksQuery{.control_share = members.real("controlShare", 0.1, 0, 0.5),
                          .cap_days = members.number<std::uint32_t>("capDays", 30),
                          .needs_consent = members.truth("needsConsent", true)};
  }
  if (kind == "faq") return FaqQuery{};
  if (kind == "personalData") return PersonalDataQuery{};
  return std::nullopt;
}

CorrectQuery read_correction(Members& members) {
  CorrectQuery query{.row = members.number<std::uint64_t>("row", 0),
                     .sentiment = members.text("sentiment"),
                     .intent = members.text("intent")};
  const bool is_known = query.sentiment.empty() || query.sentiment == "negative" ||
                        query.sentiment == "neutral" || query.sentiment == "positive";
  if (!is_known) members.wrong("sentiment", "negative, neutral or positive");
  return query;
}

DefineIntentQuery read_intent(Members& members) {
  DefineIntentQuery query{.name = members.text("name"), .examples = members.texts("examples")};
  if (query.name.empty()) members.wrong("name", "a name");
  if (query.examples.size() > kMostExamples) members.wrong("examples", "a list of at most 200");
  return query;
}

std::optional<QueryBody> read_query(std::string_view kind, Members& members) {
  if (kind == "rows") return read_rows(members);
  if (kind == "row") return RowQuery{members.number<std::uint64_t>("row", 0)};
  if (kind == "explain") return ExplainQuery{members.number<std::uint64_t>("row", 0)};
  if (kind == "columns") return ColumnsQuery{};
  if (kind == "diagnostics") {
    return DiagnosticsQuery{.offset = members.number<std::uint64_t>("offset", 0),
                            .limit = std::min(members.number<std::uint64_t>("limit", 100), kMaxRowsPerPage)};
  }
  if (kind == "export") {
    return ExportQuery{.what = members.text("what"),
                       .cursor = members.number<std::uint64_t>("cursor", 0),
                       .redacts = members.truth("redact")};
  }
  if (kind == "classify") return ClassifyQuery{members.texts("texts")};
  if (kind == "embed") return EmbedQuery{members.texts("texts")};
  if (kind == "table") return read_table(members);
  if (kind == "correct") return read_correction(members);
  if (kind == "defineIntent") return read_intent(members);
  if (kind == "removeIntent") return RemoveIntentQuery{members.text("name")};
  if (kind == "recalibrate") return RecalibrateQuery{members.truth("use")};
  if (kind == "learn") return LearnQuery{members.text("knowledge")};
  if (kind == "audit") return AuditQuery{};
  if (kind == "brands")
    return BrandsQuery{.own = members.texts("own"), .competitors = members.texts("competitors")};
  return read_desk_query(kind, members);
}

}  // namespace

std::string_view name_of(TopicEdit edit) noexcept {
  const auto* found = std::find_if(std::begin(kTopicEdits), std::end(kTopicEdits),
                                   [&](const auto& named) { return named.second == edit; });
  return found->first;
}

Result<Command> parse_command(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  Members members{object};
  const std::string type = members.text("type");
  Command command;
  if (type == "asset") {
    command =
        AssetCommand{.name = members.text("name"), .size_bytes = members.number<std::uint64_t>("size", 0)};
  } else if (type == "start") {
    StartCommand start = read_start(members);
    auto settings = parse_customer_settings(json);
    if (!settings) return settings.error();
    start.customers = *std::move(settings);
    command = std::move(start);
  } else if (type == "roles") {
    command = RolesCommand{.run = members.number<std::uint32_t>("run", 0),
                           .file = members.number<std::uint32_t>("file", 0),
                           .table = members.number<std::uint32_t>("table", 0),
                           .roles = members.roles("roles")};
  } else if (type == "customers") {
    auto settings = parse_customer_settings(json);
    if (!settings) return settings.error();
    command =
        CustomersCommand{.run = members.number<std::uint32_t>("run", 0), .settings = *std::move(settings)};
  } else if (type == "topics") {
    command = read_topics(members);
  } else if (type == "cancel") {
    command = CancelCommand{members.number<std::uint32_t>("run", 0)};
  } else if (members.problem().empty()) {
    return invalid("unknown command \"" + type + "\"");
  }
  if (!members.problem().empty()) return invalid(members.problem());
  return command;
}

Result<Query> parse_query(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  Members members{object};
  const auto id = members.number<std::uint64_t>("id", 0);
  const std::string kind = members.text("query");
  if (is_customer_query(kind)) return read_customer_query(kind, id, json, members);
  auto body = read_query(kind, members);
  if (!members.problem().empty()) return invalid(members.problem());
  if (!body) return invalid("unknown query \"" + kind + "\"");
  return Query{.id = id, .body = std::move(*body)};
}

}  // namespace attune::protocol
