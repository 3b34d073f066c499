#include "engine/shop_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/dates.hpp"
#include "base/numbers.hpp"
#include "engine/person_marks.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/column_names.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::engine {
namespace {

using customer::kNobody;
using ingest::ColumnRole;

constexpr std::size_t kRowsPerPause = 4096;
constexpr std::size_t kRowsToJudge = 20'000;

bool contains_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// An order that never took place, in the words of many shops.
bool is_cancelled(std::string_view status) {
  constexpr std::array<std::string_view, 14> kWords{
      "cancel", "void",    "fail",        "expire", "storn",   "annul",  "anulad",
      "declin", "abandon", "abgebrochen", "rifiut", "cancell", "unpaid", "geannuleerd"};
  return !status.empty() && contains_any(ingest::normalized_name(status), kWords);
}

bool is_refunded(std::string_view status) {
  constexpr std::array<std::string_view, 6> kWords{"refunded",  "returned", "erstattet",
                                                   "rembourse", "devuelt",  "rimbors"};
  const std::string normal = ingest::normalized_name(status);
  return normal.find("partial") == std::string::npos && contains_any(normal, kWords);
}

// Reads one table's rows into the data.
class TableReader {
 public:
  TableReader(ShopData& data, SourceRows& rows)
      : data_{data},
        rows_{rows},
        source_number_{static_cast<std::uint32_t>(&rows - data.sources.data())},
        roles_{*rows.source.roles},
        fields_{*rows.source.table, roles_},
        id_column_{fallback_id()},
        people_{fields_, id_column_},
        names_orders_{fields_.has(ColumnRole::OrderId) && !id_is_order()},
        has_products_{fields_.has(ColumnRole::Product) || fields_.has(ColumnRole::ProductId)} {
    if (names_somebody(roles_) || id_column_ != nullptr)
      rows_.person_of_row.reserve(rows.source.table->row_count());
    total_is_repeated_ = names_orders_ && judge_repeated_total();
  }

  void read(std::size_t row, std::unordered_map<std::uint64_t, std::uint32_t>& orders_by_key);
  // For lines that only name their order.
  void attach(std::size_t row, const std::unordered_map<std::uint32_t, std::uint32_t>& orders_by_name,
              bool adds_money);
  void add_to_basket(std::size_t row, std::unordered_map<std::uint32_t, std::uint32_t>& baskets_by_name);

 private:
  [[nodiscard]] bool id_is_order() const {
    const auto at = roles_.find(ColumnRole::OrderId);
    return id_column_ != nullptr && at && &rows_.source.table->columns[*at].cells == id_column_;
  }
  [[nodiscard]] const table::StringColumn* fallback_id() const {
    const bool tells_of_visits = rows_.kind == SourceKind::Orders || rows_.kind == SourceKind::Events;
    if (!tells_of_visits || names_somebody(roles_)) return nullptr;
    const auto at = repeated_id_column(roles_);
    return at ? &rows_.source.table->columns[*at].cells : nullptr;
  }
  [[nodiscard]] std::optional<double> line_amount(std::size_t row);
  [[nodiscard]] std::optional<DateTime> date_of(std::size_t row);
  [[nodiscard]] bool judge_repeated_total();
  void read_order(std::size_t row, std::uint32_t person,
                  std::unordered_map<std::uint64_t, std::uint32_t>& orders_by_key);
  void add_thing(std::size_t row, std::uint32_t person, std::int64_t time, std::uint32_t order,
                 double amount);
  void read_product(std::size_t row);
  [[nodiscard]] std::uint32_t new_order(std::string_view name, std::size_t row) {
    data_.order_facts.push_back(
        {data_.order_names.number_of(name), source_number_, static_cast<std::uint32_t>(row)});
    return static_cast<std::uint32_t>(data_.order_facts.size() - 1);
  }
  [[nodiscard]] std::uint32_t item_of(std::size_t row);
  [[nodiscard]] std::uint16_t currency_of(std::size_t row);

  ShopData& data_;
  SourceRows& rows_;
  std::uint32_t source_number_;
  const ingest::RoleMap& roles_;
  ingest::FeedbackFields fields_;
  const table::StringColumn* id_column_;
  PersonReader people_;
  bool names_orders_;
  bool has_products_;
  bool total_is_repeated_ = false;
  Diagnostics unread_;  // counted elsewhere

  // Of the row before, for lines that leave out what the first line of their order tells.
  std::string last_order_;
  std::uint32_t last_person_ = kNobody;
  std::optional<DateTime> last_date_;
  bool last_cancelled_ = false;
  std::uint32_t last_counted_order_ = kNoOrder;
};

// A date, or seconds or milliseconds since 1970 in a column that was not taken for dates.
std::optional<DateTime> TableReader::date_of(std::size_t row) {
  if (const auto date = fields_.date(row, unread_)) return date;
  const auto number = parse_integer(fields_.cell(row, ColumnRole::Date));
  if (!number || *number < 100'000'000) return std::nullopt;
  const std::int64_t seconds = *number >= 100'000'000'000 ? *number / 1000 : *number;
  if (seconds >= 10'000'000'000) return std::nullopt;
  return DateTime{static_cast<Days>(seconds / 86400), static_cast<std::int32_t>(seconds % 86400), true};
}

std::optional<double> TableReader::line_amount(std::size_t row) {
  if (const auto amount = fields_.number(row, ColumnRole::Amount, unread_)) return amount;
  if (fields_.has(ColumnRole::Amount)) return std::nullopt;
  const auto price = fields_.number(row, ColumnRole::UnitPrice, unread_);
  if (!price) return std::nullopt;
  const auto quantity = fields_.number(row, ColumnRole::Quantity, unread_);
  const auto discount = fields_.number(row, ColumnRole::Discount, unread_);
  const double gross = *price * quantity.value_or(1);
  return discount && std::abs(*discount) < std::abs(gross) ? gross - std::abs(*discount) : gross;
}

// Whether each line of an order repeats the amount of the whole.
bool TableReader::judge_repeated_total() {
  if (!fields_.has(ColumnRole::Amount)) return false;
  const std::size_t rows = std::min(fields_.row_count(), kRowsToJudge);
  const bool has_parts = fields_.has(ColumnRole::UnitPrice) && fields_.has(ColumnRole::Quantity);
  int equal = 0;
  int different = 0;
  int parts_fit = 0;
  int parts_differ = 0;
  for (std::size_t first = 0; first < rows;) {
    const std::string_view order = fields_.cell(first, ColumnRole::OrderId);
    std::size_t last = first;
    bool all_equal = true;
    std::optional<double> amount;
    while (last < rows && fields_.cell(last, ColumnRole::OrderId) == order) {
      const auto here = fields_.number(last, ColumnRole::Amount, unread_);
      if (last == first) amount = here;
      all_equal = all_equal && here && amount && *here == *amount;
      if (has_parts && here) {
        const double parts = fields_.number(last, ColumnRole::UnitPrice, unread_).value_or(0) *
                             fields_.number(last, ColumnRole::Quantity, unread_).value_or(0);
        ++(std::abs(parts - *here) < 0.011 ? parts_fit : parts_differ);
      }
      ++last;
    }
    if (last - first > 1 && !order.empty()) ++(all_equal ? equal : different);
    first = std::max(last, first + 1);
  }
  if (has_parts && parts_fit > 9 * parts_differ) return false;
  return equal >= 2 && equal > 9 * different;
}

std::uint16_t TableReader::currency_of(std::size_t row) {
  std::string_view currency = fields_.cell(row, ColumnRole::Currency);
  if (currency.empty()) {
    for (const ColumnRole role : {ColumnRole::Amount, ColumnRole::UnitPrice}) {
      std::string_view money = fields_.cell(row, role);
      if (currency.empty() && !money.empty()) currency = ingest::take_currency(money);
    }
  }
  return static_cast<std::uint16_t>(std::min(data_.currencies.number_of(currency), 0xFFFFU));
}

std::uint32_t TableReader::item_of(std::size_t row) {
  const std::string_view product = fields_.cell(row, ColumnRole::Product);
  const std::string_view id = fields_.cell(row, ColumnRole::ProductId);
  const std::uint32_t item = data_.items.number_of(id.empty() ? product : id);
  if (item >= data_.item_names.size()) data_.item_names.resize(item + std::size_t{1});
  if (data_.item_names[item].empty()) data_.item_names[item] = product.empty() ? id : product;
  return item;
}

void TableReader::add_thing(std::size_t row, std::uint32_t person, std::int64_t time, std::uint32_t order,
                            double amount) {
  if (!has_products_) return;
  const std::uint32_t item = item_of(row);
  const double quantity = fields_.number(row, ColumnRole::Quantity, unread_).value_or(1);
  if (item == 0 || !(quantity > 0) || amount < 0) return;
  data_.things.push_back({person, time, order, item, static_cast<float>(quantity), amount});
}

void TableReader::read_order(std::size_t row, std::uint32_t person,
                             std::unordered_map<std::uint64_t, std::uint32_t>& orders_by_key) {
  const std::string_view name = names_orders_ ? fields_.cell(row, ColumnRole::OrderId) : std::string_view{};
  const bool goes_on = !name.empty() && name == last_order_;
  std::optional<DateTime> date = date_of(row);
  const std::string_view status = fields_.cell(row, ColumnRole::Status);
  bool cancelled = is_cancelled(status);
  if (goes_on) {
    if (!date) date = last_date_;
    if (person == kNobody) person = last_person_;
    if (status.empty()) cancelled = last_cancelled_;
  }
  if (!goes_on && cancelled) ++data_.cancelled_orders;
  last_order_ = name;
  last_date_ = date;
  last_person_ = person;
  last_cancelled_ = cancelled;
  if (!date) {
    ++data_.unusable_rows;
    return;
  }
  if (cancelled) return;

  std::uint32_t order = kNoOrder;
  bool is_known_from_elsewhere = false;
  if (name.empty()) {
    order = new_order(name, row);
  } else {
    const std::uint64_t key = (static_cast<std::uint64_t>(data_.order_names.number_of(name)) << 32U) |
                              static_cast<std::uint32_t>(date->days);
    const auto [at, is_new] = orders_by_key.try_emplace(key, 0);
    if (is_new) at->second = new_order(name, row);
    order = at->second;
    is_known_from_elsewhere = data_.order_facts[order].source != source_number_;
  }

  const std::optional<double> amount = line_amount(row);
  const std::int64_t time = date->days * std::int64_t{86400} + date->second_of_day;
  const std::uint16_t currency = currency_of(row);
  if (is_known_from_elsewhere) {
    ++data_.repeated_rows;
    const SourceRows& first = data_.sources[data_.order_facts[order].source];
    const bool first_has_products =
        first.source.roles->find(ColumnRole::Product) || first.source.roles->find(ColumnRole::ProductId);
    if (!first_has_products) add_thing(row, person, time, order, amount.value_or(0));
    return;
  }
  const bool is_counted_already = total_is_repeated_ && order == last_counted_order_;
  last_counted_order_ = order;
  if (amount) data_.has_money = true;
  const double money = is_counted_already ? 0 : amount.value_or(0);
  data_.orders.push_back({person, date->days, money, order, currency});
  add_thing(row, person, time, order, amount.value_or(0));
  const auto refund = fields_.number(row, ColumnRole::Refund, unread_);
  double back = refund ? std::abs(*refund) : 0;
  if (!fields_.has(ColumnRole::Refund) && money > 0 && is_refunded(status)) back = money;
  if (back > 0) data_.orders.push_back({person, date->days, -back, new_order(name, row), currency});
}

void TableReader::read_product(std::size_t row) {
  const std::uint32_t item = item_of(row);
  if (item == 0) return;
  if (data_.item_names[item].empty()) data_.item_names[item] = fields_.cell(row, ColumnRole::Title);
  data_.products.push_back({item, std::string{fields_.cell(row, ColumnRole::Category)},
                            fields_.number(row, ColumnRole::UnitPrice, unread_).value_or(0),
                            fields_.number(row, ColumnRole::Quantity, unread_).value_or(-1),
                            fields_.number(row, ColumnRole::UnitCost, unread_).value_or(-1)});
}

void TableReader::read(std::size_t row, std::unordered_map<std::uint64_t, std::uint32_t>& orders_by_key) {
  std::uint32_t person = kNobody;
  if (names_somebody(roles_) || id_column_ != nullptr) {
    person = people_.read(row, data_.records);
    rows_.person_of_row.push_back(person);
  }
  switch (rows_.kind) {
    case SourceKind::Orders:
      return read_order(row, person, orders_by_key);
    case SourceKind::Events: {
      const auto date = date_of(row);
      const std::int64_t time = date ? date->days * std::int64_t{86400} + date->second_of_day : 0;
      return add_thing(row, person, time, kNoOrder, 0);
    }
    case SourceKind::Products:
      return read_product(row);
    case SourceKind::OrderItems:
    case SourceKind::Feedback:
    case SourceKind::Customers:
    case SourceKind::Other:
      return;
  }
}

void TableReader::attach(std::size_t row,
                         const std::unordered_map<std::uint32_t, std::uint32_t>& orders_by_name,
                         bool adds_money) {
  const std::uint32_t name = data_.order_names.find(fields_.cell(row, ColumnRole::OrderId));
  const auto found = orders_by_name.find(name);
  if (name == 0 || found == orders_by_name.end()) {
    ++data_.unusable_rows;
    return;
  }
  const customer::Order order = data_.orders[found->second];
  const double amount = line_amount(row).value_or(0);
  if (adds_money) data_.orders.push_back({order.customer, order.day, amount, order.order, order.currency});
  add_thing(row, order.customer, order.day * std::int64_t{86400}, order.order, amount);
}

void TableReader::add_to_basket(std::size_t row,
                                std::unordered_map<std::uint32_t, std::uint32_t>& baskets_by_name) {
  const std::string_view name = fields_.cell(row, ColumnRole::OrderId);
  if (name.empty()) {
    ++data_.unusable_rows;
    return;
  }
  const auto [at, is_new] = baskets_by_name.try_emplace(data_.order_names.number_of(name), 0);
  if (is_new) {
    at->second = new_order(name, row);
    ++data_.baskets;
  }
  const std::optional<double> amount = line_amount(row);
  add_thing(row, kNobody, 0, at->second, amount.value_or(0));
}

}  // namespace

Stepped<std::unique_ptr<ShopData>> read_shop(std::vector<ShopSource> sources) {
  auto data = std::make_unique<ShopData>();
  data->item_names.emplace_back();
  std::size_t total = 0;
  for (const ShopSource& source : sources) {
    data->sources.push_back({source, source_kind(*source.roles), {}});
    total += source.table->row_count();
  }
  std::size_t done = 0;
  std::unordered_map<std::uint64_t, std::uint32_t>
      unsorted_orders;  // (name, day) to order; for look-ups only
  for (SourceRows& rows : data->sources) {
    TableReader reader{*data, rows};
    for (std::size_t row = 0; row < rows.source.table->row_count(); ++row) {
      reader.read(row, unsorted_orders);
      if (++done % kRowsPerPause == 0) co_yield attune::Progress{"Reading orders", done, total};
    }
  }
  std::unordered_map<std::uint32_t, std::uint32_t> unsorted_first;  // order name to its first entry
  for (std::uint32_t i = 0; i < data->orders.size(); ++i)
    unsorted_first.try_emplace(data->order_facts[data->orders[i].order].name, i);
  const bool adds_money = !data->has_money;
  const bool has_orders = !data->orders.empty();
  std::unordered_map<std::uint32_t, std::uint32_t> unsorted_baskets;  // order name to its number
  for (SourceRows& rows : data->sources) {
    if (rows.kind != SourceKind::OrderItems) continue;
    TableReader reader{*data, rows};
    for (std::size_t row = 0; row < rows.source.table->row_count(); ++row) {
      if (has_orders)
        reader.attach(row, unsorted_first, adds_money);
      else
        reader.add_to_basket(row, unsorted_baskets);
      if (row % kRowsPerPause == kRowsPerPause - 1) co_yield attune::Progress{"Reading orders", done, total};
    }
    if (has_orders) data->has_money = true;
  }
  co_return data;
}

}  // namespace attune::engine
