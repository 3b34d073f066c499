// What customers said, as far as it is understood.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "engine/customer_book.hpp"
#include "ingest/column_names.hpp"

namespace attune::engine {
namespace {

using customer::kNobody;

constexpr std::size_t kRowsPerPause = 8192;

// The model's word, or else the rating's.
std::optional<double> sentiment_of(const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings,
                                   feedback::Row row) {
  if (row < feelings.size() && feelings.is_known(row)) return static_cast<double>(feelings[row].score);
  if (const auto rating = reviews.rating(row)) return (*rating - 3) / 2;
  return std::nullopt;
}

bool is_open(std::string_view status) {
  const std::string normal = ingest::normalized_name(status);
  for (const std::string_view word :
       {"open", "new", "pending", "hold", "offen", "neu", "ouvert", "abierto"}) {
    if (normal == word) return true;
  }
  return false;
}

struct Said {
  std::uint32_t customer;
  std::int32_t day;
  double sentiment;
};

}  // namespace

Stepped<bool> add_feelings(CustomerBook& book, const feedback::Reviews& reviews,
                           const feedback::FeelingColumn& feelings) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, const SourceRows*> sources;
  for (const SourceRows& rows : book.shop->sources)
    sources[{rows.source.file, rows.source.table_number}] = &rows;
  book.feedback.assign(book.customers(), {});
  book.feelings.clear();
  std::vector<Said> said;
  for (const feedback::Part& part : reviews.parts) {
    const auto found = sources.find({part.file, part.table});
    if (found == sources.end() || found->second->person_of_row.empty()) continue;
    const SourceRows& rows = *found->second;
    const auto status = rows.source.roles->kind == ingest::TableKind::Tickets
                            ? rows.source.roles->find(ingest::ColumnRole::Status)
                            : std::nullopt;
    for (std::size_t i = 0; i < part.table_rows.size(); ++i) {
      const std::uint32_t customer = rows.person_of_row[part.table_rows[i]];
      if (i % kRowsPerPause == kRowsPerPause - 1)
        co_yield attune::Progress{"Listening to customers", i, part.table_rows.size()};
      if (customer == kNobody) continue;
      const auto row = static_cast<feedback::Row>(part.first + i);
      customer::FeedbackSummary& summary = book.feedback[customer];
      ++summary.count;
      if (status && is_open(rows.source.table->columns[*status].cells[part.table_rows[i]]))
        ++summary.open_tickets;
      const auto sentiment = sentiment_of(reviews, feelings, row);
      if (sentiment) said.push_back({customer, reviews.day(row).value_or(INT32_MIN), *sentiment});
    }
  }
  // Sums and the last word do not depend on the order of rows.
  std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) {
    return std::tie(a.customer, a.day, a.sentiment) < std::tie(b.customer, b.day, b.sentiment);
  });
  for (std::size_t first = 0; first < said.size();) {
    std::size_t last = first;
    double sum = 0;
    while (last < said.size() && said[last].customer == said[first].customer) sum += said[last++].sentiment;
    customer::FeedbackSummary& summary = book.feedback[said[first].customer];
    summary.mean_sentiment = sum / static_cast<double>(last - first);
    summary.last_sentiment = said[last - 1].sentiment;
    summary.last_day = said[last - 1].day;
    first = last;
  }
  for (const Said& one : said) {
    if (one.day != INT32_MIN) book.feelings.push_back({one.customer, one.day, one.sentiment});
  }
  if (book.value.histories.customers.empty()) co_return true;
  auto scoring = customer::score_next_order(book.shop->orders, book.feelings,
                                            {.first_day = book.first_day,
                                             .last_day = book.until,
                                             .customers = book.customers(),
                                             .currency = book.currency});
  while (scoring.advance()) co_yield scoring.progress();
  book.next_order = std::move(scoring).result();
  co_return true;
}

}  // namespace attune::engine
