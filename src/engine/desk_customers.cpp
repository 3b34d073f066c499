#include "engine/desk_customers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "customer/history.hpp"
#include "customer/rfm.hpp"
#include "feedback/search.hpp"
#include "ingest/feedback_fields.hpp"
#include "insight/answers_lexicon.hpp"

namespace attune::engine {

using ingest::ColumnRole;
using ingest::FeedbackFields;
using ingest::TableKind;

namespace {

constexpr const char* kPlaybookColumn = "attune_playbook";
constexpr const char* kGroupColumn = "attune_group";
constexpr const char* kDayColumn = "attune_day";
constexpr const char* kKeyColumn = "attune_key";

struct Person {
  std::string email, name;
};

Person person_at(const FeedbackFields& fields, std::size_t row) {
  std::string email = feedback::fold(fields.cell(row, ColumnRole::Email));
  if (email.find('@') == std::string::npos) email.clear();
  return {std::move(email), fields.author(row)};
}

// Who is who: by e-mail address; by name alone where exactly one address, or none, goes with it.
class Directory {
 public:
  void note(const Person& person) {
    if (person.email.empty()) {
      if (!person.name.empty()) names_.try_emplace(feedback::fold(person.name));
      return;
    }
    by_key_.try_emplace(person.email, person);
    if (!person.name.empty()) names_[feedback::fold(person.name)].insert(person.email);
  }
  void number() {
    for (const auto& [name, emails] : names_) {
      if (emails.empty()) by_key_.try_emplace("name:" + name, Person{{}, {}});
    }
    std::uint32_t next = 0;
    for (auto& [key, person] : by_key_) numbers_[key] = next++;
  }
  [[nodiscard]] std::uint32_t find(const Person& person) const {
    std::string key = person.email;
    if (key.empty()) {
      if (person.name.empty()) return DeskCustomers::kNobody;
      const std::string name = feedback::fold(person.name);
      const auto emails = names_.find(name);
      if (emails == names_.end() || emails->second.size() > 1) return DeskCustomers::kNobody;
      key = emails->second.empty() ? "name:" + name : *emails->second.begin();
    }
    const auto found = numbers_.find(key);
    return found == numbers_.end() ? DeskCustomers::kNobody : found->second;
  }
  [[nodiscard]] const std::map<std::string, Person>& all() const noexcept { return by_key_; }

 private:
  std::map<std::string, Person> by_key_;
  std::map<std::string, std::set<std::string>> names_;  // folded name -> addresses
  std::map<std::string, std::uint32_t> numbers_;
};

insight::MailConsent consent_from(std::string_view cell) {
  const std::string said = feedback::fold(cell);
  if (insight::is_one_of(
          said, "yes|y|true|1|subscribed|opted in|opt-in|opted-in|accepted|granted|ja|oui|si|x|marketing"))
    return insight::MailConsent::Yes;
  if (insight::is_one_of(said,
                         "no|n|false|0|unsubscribed|opted "
                         "out|opt-out|opted-out|declined|denied|withdrawn|nein|non|never|cleaned|bounced"))
    return insight::MailConsent::No;
  return insight::MailConsent::Unknown;
}

const char* code_of(customer::RfmSegment segment) {
  switch (segment) {
    case customer::RfmSegment::Champions:
      return "champions";
    case customer::RfmSegment::LoyalCustomers:
      return "loyal-customers";
    case customer::RfmSegment::AtRisk:
      return "at-risk";
    case customer::RfmSegment::CannotLoseThem:
      return "cannot-lose-them";
    default:
      return "";
  }
}

bool is_groups_table(const table::Table& table) {
  return table.find(kPlaybookColumn) && table.find(kGroupColumn) && table.find(kKeyColumn);
}

class Reader {
 public:
  explicit Reader(const AnalysisRun& run) : run_{run} {}

  DeskCustomers read() {
    each_table([this](const FeedbackFields& fields, const ingest::RoleMap&, std::size_t row) {
      directory_.note(person_at(fields, row));
    });
    directory_.number();
    for (const auto& [key, person] : directory_.all()) {
      insight::PlaybookCustomer& customer = result_.customers.emplace_back();
      customer.key = key;
      customer.name = person.name;
      customer.email = person.email;
    }
    favourites_.resize(result_.customers.size());
    each_table([this](const FeedbackFields& fields, const ingest::RoleMap& roles, std::size_t row) {
      read_row(fields, roles, row);
    });
    read_groups();
    read_reviews();
    count_orders();
    return std::move(result_);
  }

 private:
  template <class EachRow>
  void each_table(EachRow&& each_row) {
    for (const SourceFile& file : run_.files()) {
      for (std::size_t at = 0; at < file.tables().size() && at < file.roles.size(); ++at) {
        const table::Table& table = file.tables()[at];
        if (is_groups_table(table)) continue;
        const FeedbackFields fields{table, file.roles[at]};
        for (std::size_t row = 0; row < table.row_count(); ++row) each_row(fields, file.roles[at], row);
      }
    }
  }

  void read_row(const FeedbackFields& fields, const ingest::RoleMap& roles, std::size_t row) {
    const std::uint32_t number = directory_.find(person_at(fields, row));
    if (number == DeskCustomers::kNobody) return;
    insight::PlaybookCustomer& customer = result_.customers[number];
    if (customer.name.empty()) customer.name = fields.author(row);
    if (customer.language.empty())
      customer.language = feedback::fold(fields.cell(row, ColumnRole::Language)).substr(0, 2);
    if (fields.has(ColumnRole::Consent)) {
      result_.knows_consent = true;
      // One "no" outweighs every "yes".
      const insight::MailConsent consent = consent_from(fields.cell(row, ColumnRole::Consent));
      if (consent == insight::MailConsent::No || customer.consent == insight::MailConsent::Unknown)
        customer.consent = consent;
    }
    if (roles.kind != TableKind::Orders && roles.kind != TableKind::OrderLines) return;
    const auto date = fields.date(row, diagnostics_);
    const auto amount = fields.number(row, ColumnRole::Amount, diagnostics_);
    if (!date) return;
    result_.knows_orders = true;
    result_.newest = std::max(result_.newest, date->days);
    const std::string_view order = fields.cell(row, ColumnRole::OrderId);
    const std::string order_key =
        order.empty() ? std::to_string(number) + '/' + std::to_string(date->days) : std::string{order};
    const auto order_number =
        orders_.try_emplace(order_key, static_cast<std::uint32_t>(orders_.size())).first->second;
    lines_.push_back(
        {.customer = number, .day = date->days, .amount = amount.value_or(0), .order = order_number});
    result_.purchases.push_back({number, date->days, amount.value_or(0)});
    if (const std::string_view product = fields.cell(row, ColumnRole::Product); !product.empty())
      ++favourites_[number][std::string{product}];
  }

  void read_groups() {
    for (const SourceFile& file : run_.files()) {
      for (const table::Table& table : file.tables()) {
        if (!is_groups_table(table)) continue;
        const auto& playbook = table.columns[*table.find(kPlaybookColumn)].cells;
        const auto& group = table.columns[*table.find(kGroupColumn)].cells;
        const auto& key = table.columns[*table.find(kKeyColumn)].cells;
        const auto day_at = table.find(kDayColumn);
        for (std::size_t row = 0; row < table.row_count(); ++row) {
          std::optional<Days> day;
          if (day_at) {
            if (const auto parsed = parse_iso(table.columns[*day_at].cells[row])) day = parsed->days;
          }
          PlaybookRecord record;
          record.playbook = playbook[row];
          record.key = key[row];
          record.is_control = group[row] == "control";
          record.day = day;
          const auto found = std::lower_bound(result_.customers.begin(), result_.customers.end(), record.key,
                                              [](const insight::PlaybookCustomer& one,
                                                 const std::string& wanted) { return one.key < wanted; });
          if (found != result_.customers.end() && found->key == record.key && day && !record.is_control)
            found->last_contact = std::max(found->last_contact.value_or(*day), *day);
          result_.records.push_back(std::move(record));
        }
      }
    }
  }

  void read_reviews() {
    const feedback::Reviews& reviews = run_.reviews();
    const std::span<const insight::Concept> concepts = insight::concepts();
    std::vector<feedback::Search> searches;
    for (const insight::Concept& one : concepts) searches.emplace_back(one.search);
    result_.of_row.assign(reviews.size(), DeskCustomers::kNobody);
    std::string scratch;
    for (const feedback::Part& part : reviews.parts) {
      const SourceFile& file = run_.files()[part.file];
      if (part.table >= file.roles.size()) continue;
      const FeedbackFields fields{file.tables()[part.table], file.roles[part.table]};
      for (std::size_t i = 0; i < part.table_rows.size(); ++i) {
        const auto row = static_cast<feedback::Row>(part.first + i);
        const auto day = reviews.day(row);
        if (day) result_.newest = std::max(result_.newest, *day);
        const std::uint32_t number = directory_.find(person_at(fields, part.table_rows[i]));
        result_.of_row[row] = number;
        if (number == DeskCustomers::kNobody || !day) continue;
        insight::PlaybookCustomer& customer = result_.customers[number];
        if (customer.last_review && *customer.last_review > *day) continue;
        customer.last_review = *day;
        const auto rating = reviews.rating(row);
        customer.last_score = run_.feelings().is_known(row)
                                  ? std::optional<double>{run_.feelings()[row].score}
                              : rating ? std::optional{(*rating - 3) / 2}
                                       : std::nullopt;
        customer.complaint.clear();
        if (!customer.last_score || *customer.last_score >= 0) continue;
        const std::string folded = feedback::fold(reviews.text(row, scratch));
        for (std::size_t at = 0; at < concepts.size() && customer.complaint.empty(); ++at) {
          if (searches[at].matches(folded)) customer.complaint = concepts[at].label;
        }
      }
    }
  }

  void count_orders() {
    const customer::Histories histories = customer::build_histories(lines_);
    const std::vector<customer::RfmScore> scores = customer::score_rfm(histories.customers);
    std::vector<double> spent;
    for (std::size_t i = 0; i < histories.customers.size(); ++i) {
      const customer::CustomerHistory& history = histories.customers[i];
      insight::PlaybookCustomer& customer = result_.customers[history.customer];
      customer.orders = history.orders;
      customer.spent = history.revenue;
      customer.first_order = history.first_day;
      customer.last_order = history.last_day;
      if (history.visits > 1) customer.usual_gap_days = history.usual_gap_days;
      customer.segment = code_of(scores[i].segment);
      spent.push_back(history.revenue);
      const auto& bought = favourites_[history.customer];
      const auto most = std::max_element(bought.begin(), bought.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      if (most != bought.end()) customer.favourite = most->first;
    }
    if (spent.size() < 8) return;  // a quarter of fewer is no group
    std::sort(spent.begin(), spent.end());
    result_.valued_from = spent[spent.size() * 3 / 4];
  }

  const AnalysisRun& run_;
  Directory directory_;
  DeskCustomers result_;
  Diagnostics diagnostics_;  // told before, when the tables were read
  std::map<std::string, std::uint32_t> orders_;
  std::vector<customer::Order> lines_;
  std::vector<std::map<std::string, std::uint32_t>> favourites_;
};

}  // namespace

DeskCustomers read_desk_customers(const AnalysisRun& run) { return Reader{run}.read(); }

}  // namespace attune::engine
