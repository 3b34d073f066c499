// The figures a business is steered by. Every one tells its formula here, its n and interval, the columns it
// came from, and what to export where it cannot be known.
//
//   reviews                number of reviews
//   rating                 mean of the ratings, on 1..5; t interval, as with every mean below
//   net-sentiment          share of positive minus share of negative reviews (brand sentiment)
//   net-promoter-score     100 * (share of 9 and 10 minus share of 0 to 6), of answers from 0 to 10; Tango's
//                          score interval (stats/intervals.hpp), as with every difference of shares
//   customer-satisfaction  share of 4 and 5 of 5: of the satisfaction question, or of the ratings where there
//                          is none; Wilson, as with every share
//   customer-effort        mean of the effort question, on its own scale
//   mentions               reviews a month, of the months that are whole
//   share-of-voice         share_of_voice.hpp; needs the names of competitors
//   trust-words            share of texts that speak of trust and reliability, minus the share that deny it
//   engagement             share of those who rate that also write
//   response-time          median hours from opening a ticket to its first reply; order-statistic interval
//   response-rate          share of reviews or tickets with a reply
//   resolution-time        median hours from opening to closing a ticket; order-statistic interval
//   agent-productivity     tickets closed by an agent in a week in which they closed any
//   cost-to-serve          mean cost of a ticket; or costs of service / tickets opened, of the months with
//   both revenue, orders        sums over orders without refunds; orders without a day only where none has
//   one average-order-value    revenue / orders items-per-order        lines with a product / the orders they
//   belong to repeat-purchase-rate   customers with orders on two days or more / customers with an order
//   retention-rate         of those who bought in the 90 days before the newest 90, who bought again in the
//                          newest 90; over time, quarter by quarter
//   churn-rate             1 - retention
//   lifetime-value         revenue so far per customer (what is still to come stands with the customers)
//   active-subscriptions   customers who pay a like amount at a regular interval
//   (customer/subscriptions.hpp),
//                          or rows of a list of subscriptions, that have not ended
//   monthly-recurring-revenue  the usual payment of each active one, a month of 30.4 days
//   subscription-churn     ended / months that all were running; Garwood's interval of the number that ended
//   refund-rate            orders refunded / orders
//   leads                  people in the lists who have no order
//   conversion-rate        people who bought / people in the lists or events
//   marketing-return       (revenue of campaigns - their cost) / their cost; the revenue as the list of
//   campaigns
//                          tells it, or of the orders that name a campaign of the list
//
// Compared by period, source, product, place and the writer's or buyer's segment, as far as the files tell.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/stepped.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/review_writers.hpp"
#include "insight/spending.hpp"
#include "insight/trust_words.hpp"
#include "snapshot/metrics.hpp"

namespace attune::insight {

// What the tables say beyond the reviews, gathered by engine/metric_columns.hpp, and what the texts say once
// for all pictures.
struct MetricSources {
  struct Place {
    std::uint32_t file = 0, table = 0, row = 0;
  };
  struct Question {  // of a survey
    std::vector<std::string> columns;
    std::vector<double> answers;
    std::vector<Days> days;     // as many; Reviews::kNoDay: none
    std::vector<Place> places;  // as many; where each was given
  };
  struct Order {
    Days day = 0;
    double amount = 0;
    std::uint32_t customer = 0;  // 0: not known
    bool is_refund = false;
    bool continues = false;               // a further line of the order before it
    std::uint32_t source = 0, place = 0;  // in `sources` and `places`; 0: not told
    std::uint8_t segment = 0;             // of the customer, 1 + snapshot::RfmSegment; 0: not known
  };
  struct Ticket {
    Days opened_day = 0, closed_day = 0;
    double hours = 0;
    std::uint32_t agent = 0;  // 0: not known
  };
  struct Wait {
    Days opened = 0;
    double hours = 0;
  };
  struct Subscriptions {
    std::uint64_t active = 0, ended = 0;
    double months = 0;                      // that all of them were running
    std::optional<double> monthly_revenue;  // of active ones
    std::vector<std::string> columns;
  };
  std::optional<Subscriptions> subscriptions;
  std::optional<Question> recommend, satisfaction, effort;
  std::vector<Order> orders;
  bool orders_have_amounts = true;
  std::vector<std::uint32_t> lines_of_order;  // with a product, of each order that has such; dated or not
  std::vector<std::string> order_columns;
  feedback::NameList sources, places;  // of orders
  std::string currency;
  std::vector<Ticket> tickets;
  std::vector<std::string> ticket_columns;
  std::vector<Wait> first_replies;
  std::uint64_t replied = 0, could_be_replied = 0;
  std::vector<std::string> reply_columns;
  std::uint64_t people = 0, buyers_among_people = 0;  // of customer lists and events
  std::vector<std::string> people_columns;
  std::vector<std::string> review_columns;  // text, rating and date
  std::vector<std::string> products;        // names in order files
  Spending spending;
  std::vector<TrustTold> trust;  // of each review
};

// All must outlive it.
[[nodiscard]] Stepped<std::vector<snapshot::Metric>> find_metrics(const feedback::Reviews& reviews,
                                                                  const feedback::Readings& readings,
                                                                  const MetricSources& sources,
                                                                  const ReviewWriters& writers);

// The review that each answer was given with.
[[nodiscard]] std::vector<std::optional<feedback::Row>> rows_of(const feedback::Reviews& reviews,
                                                                const MetricSources::Question& question);

// Of an answer from 0 to 10: 1 for a promoter (9, 10), -1 for a detractor (0 to 6), 0 between.
[[nodiscard]] int promotion_of(double answer) noexcept;
// Promoters minus detractors among the answers, in points.
[[nodiscard]] snapshot::Estimate net_promoter_score(const std::vector<double>& answers);

}  // namespace attune::insight
