#include "engine/service_desk.hpp"

#include <algorithm>

#include "feedback/search.hpp"
#include "insight/answers_lexicon.hpp"

namespace attune::engine {

using ingest::ColumnRole;

namespace {

constexpr std::size_t kRowsAtOnce = 256;

// What the desk is made from: other reviews, or more of them understood.
std::uint64_t state_of(const AnalysisRun& run) {
  return (static_cast<std::uint64_t>(run.reviews_version()) << 32U) | run.revision();
}

bool is_closed(std::string_view status) {
  return insight::is_one_of(
      feedback::fold(status),
      "closed|solved|resolved|done|answered|complete|completed|erledigt|geschlossen|gelost|beantwortet|ferme|"
      "resolu|traite|cerrado|resuelto|contestado");
}

std::vector<insight::SlotValue> slot_values(const AnalysisRun& run, const ServiceDesk& desk,
                                            feedback::Row row, const protocol::ReplyQuery& query) {
  std::vector<insight::SlotValue> values;
  const auto add = [&values](const char* name, std::string_view value, std::string_view column) {
    if (!value.empty()) values.push_back({name, std::string{value}, std::string{column}});
  };
  const NamedCell author = cell_of(run, row, ColumnRole::CustomerName),
                  first = cell_of(run, row, ColumnRole::FirstName);
  const insight::PlaybookCustomer* customer = desk.customer_of(row);
  std::string name{author.value};
  if (name.empty()) {
    const NamedCell last = cell_of(run, row, ColumnRole::LastName);
    name = std::string{first.value} + (first.value.empty() || last.value.empty() ? "" : " ") +
           std::string{last.value};
  }
  if (name.empty() && customer != nullptr) name = customer->name;
  add("customer", name, author.value.empty() ? first.column : author.column);
  add("first-name", first.value.empty() ? std::string_view{name}.substr(0, name.find(' ')) : first.value,
      first.value.empty() ? author.column : first.column);
  add("product", run.reviews().product(row), cell_of(run, row, ColumnRole::Product).column);
  const NamedCell order = cell_of(run, row, ColumnRole::OrderId);
  add("order", order.value, order.column);
  if (const auto day = run.reviews().day(row))
    add("date", iso_from_days(*day), cell_of(run, row, ColumnRole::Date).column);
  add("shop", query.shop, "");
  add("signature", query.signature, "");
  return values;
}

}  // namespace

bool is_all_read(const AnalysisRun& run) {
  return std::all_of(run.files().begin(), run.files().end(),
                     [](const SourceFile& file) { return file.is_read; });
}

NamedCell cell_of(const AnalysisRun& run, feedback::Row row, ColumnRole role) {
  const feedback::Part& part = run.reviews().part_of(row);
  const SourceFile& file = run.files()[part.file];
  if (part.table >= file.roles.size()) return {};
  const auto at = file.roles[part.table].find(role);
  if (!at) return {};
  const table::Column& column = file.tables()[part.table].columns[*at];
  return {column.cells[run.reviews().table_row(row)], column.name};
}

bool ServiceDesk::prepare(const AnalysisRun& run, const Deadline* deadline) {
  if (prepared_ == state_of(run)) return true;
  if (!scan_ || scanning_ != state_of(run)) {
    customers_ = read_desk_customers(run);
    insight::InboxOptions options;
    for (const Days day : run.reviews().days) {
      if (day != feedback::Reviews::kNoDay) options.newest = std::max(day, options.newest.value_or(day));
    }
    options.valued_from = customers_.valued_from;
    options.is_answered = [&run](feedback::Row row) {
      return !cell_of(run, row, ColumnRole::Reply).value.empty() ||
             is_closed(cell_of(run, row, ColumnRole::Status).value);
    };
    if (customers_.knows_orders) {
      options.customer_value = [this](feedback::Row row) -> std::optional<double> {
        const insight::PlaybookCustomer* customer = customer_of(row);
        if (customer == nullptr || customer->orders == 0) return std::nullopt;
        return customer->spent;
      };
    }
    scan_ = std::make_unique<insight::InboxScan>(run.reviews(), run.readings(), std::move(options));
    scanning_ = state_of(run);
  }
  while (scan_->advance(kRowsAtOnce)) {
    if (deadline != nullptr && deadline->has_passed()) return false;
  }
  inbox_ = scan_->take();
  scan_.reset();
  place_.clear();
  for (std::size_t i = 0; i < inbox_.size(); ++i) place_[inbox_[i].row] = i;
  prepared_ = scanning_;
  return true;
}

insight::AnswerLibrary& ServiceDesk::library(const AnalysisRun& run) {
  if (library_of_ == run.reviews_version()) return library_;
  library_ = {};
  for (const SourceFile& file : run.files()) {
    for (std::size_t at = 0; at < file.roles.size(); ++at) {
      const ingest::RoleMap& roles = file.roles[at];
      const auto question = roles.find(ColumnRole::Title), answer = roles.find(ColumnRole::Reply);
      if (roles.kind != ingest::TableKind::Answers || !question || !answer) continue;
      const table::Table& table = file.tables()[at];
      for (std::size_t row = 0; row < table.row_count(); ++row)
        library_.add(table.columns[*question].cells[row], table.columns[*answer].cells[row], table.name);
    }
  }
  library_.finish();
  library_of_ = run.reviews_version();
  return library_;
}

const insight::InboxItem* ServiceDesk::item_of(feedback::Row row) const {
  const auto found = place_.find(row);
  return found == place_.end() ? nullptr : &inbox_[found->second];
}

const insight::PlaybookCustomer* ServiceDesk::customer_of(feedback::Row row) const {
  const std::uint32_t number =
      row < customers_.of_row.size() ? customers_.of_row[row] : DeskCustomers::kNobody;
  return number == DeskCustomers::kNobody ? nullptr : &customers_.customers[number];
}

const ServiceDesk::Decision* ServiceDesk::decision_of(feedback::Row row) const {
  const auto found = decisions_.find(row);
  return found == decisions_.end() ? nullptr : &found->second;
}

insight::ReplyDraft draft_for(const AnalysisRun& run, ServiceDesk& desk, const protocol::ReplyQuery& query) {
  const auto row = static_cast<feedback::Row>(query.row);
  const feedback::Readings& readings = run.readings();
  const bool is_known = readings.feelings.is_known(row);
  const auto rating = run.reviews().rating(row);
  const bool is_negative =
      is_known ? feedback::sentiment_of(readings.feelings[row]) == feedback::Sentiment::Negative
               : rating && *rating < 2.5;
  const bool is_mixed = is_known && feedback::is_mixed(readings.feelings[row]);
  std::string text;
  run.reviews().write_understood_text(row, text);

  insight::ReplyRequest request;
  request.text = text;
  request.language = query.language;
  if (request.language.empty() && readings.languages.is_known(row))
    request.language = readings.languages[row];
  request.kind = insight::kind_of(desk.item_of(row), is_negative, is_mixed);
  request.tone =
      insight::tone_of(request.kind, insight::strongest_emotion(readings.emotions, row), is_negative);
  request.values = slot_values(run, desk, row, query);
  request.choice = query.choice;
  request.discloses = query.discloses;

  const insight::AnswerLibrary& library = desk.library(run);
  std::vector<float> meaning;
  if (library.has_meanings() && readings.embeddings.is_known(row)) {
    meaning.resize(readings.embeddings.dimensions());
    readings.embeddings.read(row, meaning);
  }
  return insight::draft_reply(request, library, meaning);
}

}  // namespace attune::engine
