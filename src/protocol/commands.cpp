#include "protocol/commands.hpp"

#include "protocol/json_writer.hpp"

namespace attune::protocol {
namespace {

void write_picture(JsonWriter& json, const CopyPicture& picture) {
  json.member("svg", picture.svg).member("width", picture.width).member("height", picture.height);
}

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(key).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

void write_filter(JsonWriter& json, const RowsFilter& filter) {
  json.key("filter").begin_object();
  if (!filter.search.empty()) json.member("search", filter.search);
  if (!filter.sentiments.empty()) {
    json.key("sentiment").begin_array();
    for (const SentimentFilter sentiment : filter.sentiments) json.value(name_of(sentiment));
    json.end_array();
  }
  if (!filter.ratings.empty()) {
    json.key("rating").begin_array();
    for (const int rating : filter.ratings) json.value(rating);
    json.end_array();
  }
  if (filter.from) json.member("from", iso_from_days(*filter.from));
  if (filter.to) json.member("to", iso_from_days(*filter.to));
  write_texts(json, "source", filter.sources);
  write_texts(json, "product", filter.products);
  write_texts(json, "place", filter.places);
  write_texts(json, "segment", filter.segments);
  write_texts(json, "topic", filter.topics);
  write_texts(json, "aspect", filter.aspects);
  write_texts(json, "entity", filter.entities);
  write_texts(json, "language", filter.languages);
  write_texts(json, "emotion", filter.emotions);
  write_texts(json, "intent", filter.intents);
  write_texts(json, "customIntent", filter.custom_intents);
  if (!filter.rows.empty()) {
    json.key("rows").begin_array();
    for (const std::uint64_t row : filter.rows) json.value(row);
    json.end_array();
  }
  json.end_object();
}

void write_body(JsonWriter& json, const QueryBody& body) {
  const auto kind = [&json](std::string_view name) { json.member("query", name); };
  std::visit(
      Overloaded{
          [&](const RowsQuery& query) {
            kind("rows");
            write_filter(json, query.filter);
            json.key("sort").begin_object().member("by", name_of(query.sort.by));
            json.member("descending", query.sort.descending).end_object();
            json.member("offset", query.offset).member("limit", query.limit);
          },
          [&](const RowQuery& query) { kind("row"), json.member("row", query.row); },
          [&](const ExplainQuery& query) { kind("explain"), json.member("row", query.row); },
          [&](const ColumnsQuery&) { kind("columns"); },
          [&](const DiagnosticsQuery& query) {
            kind("diagnostics");
            json.member("offset", query.offset).member("limit", query.limit);
          },
          [&](const ExportQuery& query) {
            kind("export");
            json.member("what", query.what).member("cursor", query.cursor);
            if (query.redacts) json.member("redact", true);
          },
          [&](const ClassifyQuery& query) {
            kind("classify");
            json.key("texts").begin_array();
            for (const std::string& text : query.texts) json.value(text);
            json.end_array();
          },
          [&](const EmbedQuery& query) {
            kind("embed");
            json.key("texts").begin_array();
            for (const std::string& text : query.texts) json.value(text);
            json.end_array();
          },
          [&](const TableQuery& query) {
            kind("table");
            json.member("file", query.file).member("table", query.table);
            json.member("as", query.as_csv ? "csv" : "jsonl").member("cursor", query.cursor);
          },
          [&](const CustomersQuery& query) {
            kind("customers");
            protocol::write_filter(json, query.filter);
            json.key("sort").begin_object().member("by", name_of(query.by));
            json.member("descending", query.descending).end_object();
            json.member("offset", query.offset).member("limit", query.limit);
          },
          [&](const CustomerQuery& query) { kind("customer"), json.member("customer", query.customer); },
          [&](const CustomerExportQuery& query) {
            kind("customerExport");
            protocol::write_filter(json, query.filter);
            json.member("cursor", query.cursor);
          },
          [&](const CorrectQuery& query) {
            kind("correct");
            json.member("row", query.row);
            if (!query.sentiment.empty()) json.member("sentiment", query.sentiment);
            if (!query.intent.empty()) json.member("intent", query.intent);
          },
          [&](const DefineIntentQuery& query) {
            kind("defineIntent");
            json.member("name", query.name);
            write_texts(json, "examples", query.examples);
          },
          [&](const RemoveIntentQuery& query) { kind("removeIntent"), json.member("name", query.name); },
          [&](const RecalibrateQuery& query) { kind("recalibrate"), json.member("use", query.use); },
          [&](const LearnQuery& query) { kind("learn"), json.member("knowledge", query.knowledge); },
          [&](const AuditQuery&) { kind("audit"); },
          [&](const BrandsQuery& query) {
            kind("brands");
            write_texts(json, "own", query.own);
            write_texts(json, "competitors", query.competitors);
          },
          [&](const RecommendForItemQuery& query) {
            kind("recommendForItem"), json.member("item", query.item);
          },
          [&](const AskQuery& query) { write_desk_query(json, query); },
          [&](const InboxQuery& query) { write_desk_query(json, query); },
          [&](const ReplyQuery& query) { write_desk_query(json, query); },
          [&](const ReplyStateQuery& query) { write_desk_query(json, query); },
          [&](const PlaybooksQuery& query) { write_desk_query(json, query); },
          [&](const FaqQuery&) { kind("faq"); },
          [&](const PersonalDataQuery&) { kind("personalData"); },
      },
      body);
}

void write_query(JsonWriter& json, const Query& query) {
  json.begin_object().member("id", query.id);
  write_body(json, query.body);
  json.end_object();
}

void write_options(JsonWriter& json, const ReadOverrides& options) {
  json.key("options").begin_object();
  if (options.encoding) json.member("encoding", *options.encoding);
  if (options.delimiter) json.member("delimiter", *options.delimiter);
  if (options.quote) json.member("quote", *options.quote);
  if (options.sheet) json.member("sheet", *options.sheet);
  if (options.header_rows) json.member("headerRows", *options.header_rows);
  if (options.skip_rows) json.member("skipRows", *options.skip_rows);
  if (options.repairs_letters) json.member("repairLetters", *options.repairs_letters);
  if (options.reads_baskets) json.member("baskets", *options.reads_baskets);
  json.end_object();
}

void write_members(JsonWriter& json, const PageCommand& command) {
  const auto type = [&json](std::string_view name) { json.member("type", name); };
  std::visit(
      Overloaded{
          [&](const PickFiles& pick) {
            type("pickFiles");
            if (pick.adds) json.member("add", true);
          },
          [&](const PickFolder&) { type("pickFolder"); },
          [&](const OpenSample&) { type("openSample"); },
          [&](const OpenKept&) { type("openKept"); },
          [&](const KeepFiles& keep) { type("keep"), json.member("on", keep.is_on); },
          [&](const CancelRun&) { type("cancel"); },
          [&](const RestartEngine&) { type("restart"); },
          [&](const UseOurModel&) { type("useOurModel"); },
          [&](const ForgetAll&) { type("forget"); },
          [&](const AskEngine& ask) {
            type("query");
            json.key("query");
            write_query(json, ask.query);
          },
          [&](const SetRoles& set) {
            type("setRoles");
            json.member("file", set.file).member("table", set.table).member("fingerprint", set.fingerprint);
            json.key("roles").begin_object();
            for (const auto& [column, role] : set.roles) json.member(column, role);
            json.end_object();
          },
          [&](const RereadFile& reread) {
            type("reread");
            json.member("file", reread.file);
            write_options(json, reread.options);
          },
          [&](const EditTopics& edit) {
            type("topics");
            json.member("edit", name_of(edit.edit.edit)).member("topic", edit.edit.topic);
            json.member("into", edit.edit.into).member("name", edit.edit.name);
            json.member("rules", edit.edit.rules);
          },
          [&](const PickTopicRules&) { type("pickTopicRules"); },
          [&](const PickKnowledge&) { type("pickKnowledge"); },
          [&](const PickMapping&) { type("pickMapping"); },
          [&](const SetView& view) {
            type("setView");
            json.member("fragment", view.fragment).member("asStep", view.as_step);
          },
          [&](const CopyLink& copy) { type("copyLink"), json.member("fragment", copy.fragment); },
          [&](const CopyText& copy) { type("copyText"), json.member("text", copy.text); },
          [&](const CopyTable& copy) {
            type("copyTable");
            json.member("text", copy.text).member("html", copy.html);
          },
          [&](const CopyPicture& copy) { type("copyPicture"), write_picture(json, copy); },
          [&](const SavePicture& save) {
            type("savePicture");
            json.member("name", save.name);
            write_picture(json, save.picture);
          },
          [&](const SaveFile& file) {
            type("saveFile");
            json.member("name", file.name).member("mime", file.mime).member("text", file.text);
          },
          [&](const SaveExport& save) {
            type("saveExport"), json.member("what", save.what);
            if (save.redacts) json.member("redact", true);
          },
          [&](const SaveProtected& save) {
            type("saveProtected");
            json.member("what", save.what).member("passphrase", save.passphrase);
          },
          [&](const SaveFaqWidget& save) {
            type("saveFaqWidget");
            json.member("shop", save.shop).member("mail", save.mail).member("phone", save.phone);
            json.member("language", save.language);
          },
          [&](const SaveCustomers& save) {
            type("saveCustomers"), protocol::write_filter(json, save.filter);
          },
          [&](const SetCustomers& set) { type("setCustomers"), write_settings(json, set.settings); },
          [&](const SetTheme& set) { type("setTheme"), json.member("theme", name_of(set.theme)); },
          [&](const SetLanguage& set) { type("setLanguage"), json.member("language", set.tag); },
      },
      command);
}

}  // namespace

std::string write_command(const PageCommand& command) {
  JsonWriter json;
  json.begin_object();
  write_members(json, command);
  json.end_object();
  return json.take();
}

std::string write_query(const Query& query) {
  JsonWriter json;
  write_query(json, query);
  return json.take();
}

std::string_view name_of(ThemeChoice theme) noexcept {
  switch (theme) {
    case ThemeChoice::System:
      return "system";
    case ThemeChoice::Light:
      return "light";
    case ThemeChoice::Dark:
      return "dark";
    case ThemeChoice::HighContrast:
      return "high-contrast";
  }
  return "system";
}

std::string_view name_of(SentimentFilter sentiment) noexcept {
  switch (sentiment) {
    case SentimentFilter::Negative:
      return "negative";
    case SentimentFilter::Neutral:
      return "neutral";
    case SentimentFilter::Positive:
      return "positive";
    case SentimentFilter::Mixed:
      return "mixed";
    case SentimentFilter::Unsure:
      return "unsure";
    case SentimentFilter::Pending:
      return "pending";
  }
  return "pending";
}

std::string_view name_of(SortKey key) noexcept {
  switch (key) {
    case SortKey::Row:
      return "row";
    case SortKey::Date:
      return "date";
    case SortKey::Rating:
      return "rating";
    case SortKey::Score:
      return "score";
    case SortKey::Stars:
      return "stars";
  }
  return "row";
}

}  // namespace attune::protocol
