// Who the customers are, what they are worth, who is leaving, what to offer: the customer part of a snapshot.
//
// Values only. A customer is an index that stays the same for a run (the `customers` query lists them by it).
// Codes instead of sentences wherever the page has to speak the user's language; `remark`s are English
// sentences about data that do not support a model. Money is in `currency`; days are since 1970-01-01; shares
// are 0..1. Lists of points are thinned to what a chart can show, evenly and always the same.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "snapshot/estimate.hpp"

namespace attune::snapshot {

// --- one person from all files ----------------------------------------------------------------------

// What two records had in common, strongest first.
enum class JoinKey : std::uint8_t { CustomerId, Email, Phone, NameAndPostcode, NameAlone };

// Records of different spelling that were joined, or (conflict) that could have been and were not.
struct IdentityNote {
  std::string key;  // stable; a `customers` command with it in `separate` undoes the join
  JoinKey by = JoinKey::Email;
  std::string value;                 // what they share: "sara@example.net"
  std::vector<std::string> records;  // how the files call them: "Sara Moreau", "S. Moreau"; at most 5
  std::uint32_t customer = 0;        // whom they became
  std::uint64_t rows = 0;            // rows behind it
};

struct Identity {
  std::uint64_t records = 0;                 // different people as the files list them
  std::uint64_t people = 0;                  // after joining
  std::array<std::uint64_t, 5> joined_by{};  // joins by each JoinKey
  std::uint64_t conflicts = 0;               // same name or phone, different e-mail or id: kept apart
  std::uint64_t separated = 0;               // joins the user undid
  std::vector<IdentityNote> joins;           // largest first, at most 100
  std::vector<IdentityNote> kept_apart;      // conflicts, largest first, at most 100
};

struct CustomerCounts {
  std::uint64_t customers = 0;  // with an order, a review, a ticket or a row in a customer list
  std::uint64_t with_orders = 0;
  std::uint64_t repeat = 0;  // with orders on two days or more
  std::uint64_t with_feedback = 0;
  std::uint64_t with_consent = 0, without_consent = 0;  // to be written to; the rest is not known
  std::uint64_t orders = 0;
  std::uint64_t guest_orders = 0;  // nobody can be named for them
  std::uint64_t refunds = 0;
  std::uint64_t other_currency_orders = 0;  // counted, not added up
  std::uint64_t cancelled_orders = 0;       // left out
  std::uint64_t unusable_rows = 0;          // without a readable date
  double revenue = 0, guest_revenue = 0, refunded = 0;
  std::string currency;  // "EUR", "€", "" when the files do not say
  std::optional<std::int32_t> first_day, last_day;
  Estimate repeat_share;    // of customers with orders
  Estimate order_amount;    // mean of all orders; its interval knows that one customer's orders are alike
  Estimate order_gap_days;  // mean of the customers' usual gaps
};

// --- segments ---------------------------------------------------------------------------------------

enum class RfmSegment : std::uint8_t {
  Champions,
  LoyalCustomers,
  PotentialLoyalists,
  NewCustomers,
  Promising,
  NeedAttention,
  AboutToSleep,
  AtRisk,
  CannotLoseThem,
  Hibernating,
};
constexpr std::size_t kRfmSegments = 10;

struct RfmCell {
  std::uint64_t n = 0;
  double revenue = 0;
  double expected_value = 0;  // within the horizon
  RfmSegment segment = RfmSegment::Hibernating;
  Estimate sentiment;  // mean score of their reviews, -1..1
};

// A number of each customer that groups are made from; Column: a column of the file, named beside it.
enum class Feature : std::uint8_t {
  DaysSinceOrder,
  Orders,
  OrderAmount,
  Tenure,
  UsualGap,
  RefundShare,
  Sentiment,
  DifferentProducts,
  Revenue,
  Column,
};
enum class Transform : std::uint8_t { None, Logarithm };

struct ClusterFeature {
  Feature feature = Feature::Orders;
  std::string column;  // for Feature::Column
  Transform transform = Transform::None;
};

// features[feature] > above and <= up_to; absent: no bound.
struct Condition {
  std::uint32_t feature = 0;  // index into Clusters::features
  std::optional<double> above, up_to;
};

// What a group of customers looks like, whatever made the group.
struct GroupProfile {
  std::uint64_t n = 0;
  double share = 0;  // of all customers in groups
  double revenue = 0;
  double expected_value = 0;
  Estimate orders, order_amount, days_since_order, sentiment, churn_risk;  // means
  std::vector<std::string> products;  // that they buy more often than others do, strongest first; at most 5
  std::vector<std::string> topics;    // that they write about
};

// How a group differs most from all; the page puts a name together from two of them.
struct Trait {
  std::uint32_t feature = 0;  // index into Clusters::features
  double distance = 0;        // in standard deviations from the mean of all; negative: below
};

struct ClusterGroup {
  GroupProfile profile;
  std::vector<double> centre;   // one a feature, in its own unit: the median
  std::vector<Trait> traits;    // strongest first, at most 3
  std::vector<Condition> rule;  // empty: no rule tells them apart
  double rule_precision = 0, rule_recall = 0;
  double stability = 0;  // 0..1, Hennig: 0.75 and above is stable
  double x = 0, y = 0;   // of its centre on the plot
};

struct ClusterCount {
  std::uint32_t clusters = 0;
  double silhouette = 0, stability = 0;
};

struct Loading {
  std::uint32_t feature = 0;
  double weight = 0;
};
struct PlotAxis {
  double explained_share = 0;
  std::vector<Loading> loadings;  // strongest first
};

struct ScatterPoint {
  std::uint32_t customer = 0;
  float x = 0, y = 0;
  std::uint32_t cluster = 0;
  RfmSegment segment = RfmSegment::Hibernating;
};

struct Clusters {
  bool is_made = false;  // false: too few customers or all alike; remark says which
  bool is_stable = false;
  double silhouette = 0;
  std::string remark;
  std::vector<ClusterFeature> features;
  std::vector<ClusterCount> tried;
  std::vector<ClusterGroup> groups;  // largest first; their number is the one chosen
  std::vector<PlotAxis> axes;        // two, or one when there is one feature
  std::vector<ScatterPoint> points;  // at most 2,000
};

struct UserSegment {
  std::string name;
  GroupProfile profile;
};

// Who moved where between two days. Row and column kRfmSegments: no customer yet.
struct Movement {
  std::optional<std::int32_t> from_day, to_day;
  std::vector<std::uint64_t>
      customers;  // (kRfmSegments + 1)^2, row: from, column: to; empty: too short a time
};

struct Segments {
  std::array<std::array<RfmCell, 5>, 5> grid{};  // [recency - 1][frequency - 1], 5 is best
  std::array<GroupProfile, kRfmSegments> named{};
  Clusters clusters;
  std::vector<UserSegment> user_made;
  Movement movement;
};

// --- value and churn --------------------------------------------------------------------------------

// Typical: the data could not support the model, typical values stand in for it and `remark` says why.
enum class FitState : std::uint8_t { None, Fitted, Typical };

struct Parameter {
  std::string name;  // as in the literature: "r", "alpha"
  double value = 0, low = 0, high = 0;
};

struct FittedModel {
  std::string name;  // "BG/NBD"
  FitState state = FitState::None;
  std::vector<Parameter> parameters;
  double log_likelihood = 0;
  std::uint64_t customers = 0;  // who taught it
  std::string remark;
};

// The model learned on the first part of the time and held against the rest.
struct HoldoutCheck {
  std::optional<std::int32_t> split_day, last_day;
  std::uint64_t customers = 0;
  double orders_expected = 0, orders_seen = 0;
  double mean_error = 0;      // mean |expected - seen| orders a customer
  double naive_error = 0;     // the same for "as often as before"
  double correlation = 0;     // of expected and seen
  double tracking_error = 0;  // mean |cumulative expected / seen - 1|
};

struct HistogramBin {
  double low = 0, high = 0;
  std::uint64_t n = 0;
};

struct RiskPoint {
  std::uint32_t customer = 0;
  float risk = 0;   // of having left
  float value = 0;  // within the horizon if they stay
  RfmSegment segment = RfmSegment::Hibernating;
};

struct RiskSummary {
  std::array<std::uint64_t, 3> customers{};  // low, medium, high
  std::array<double, 3> value_at_risk{};
  std::vector<RiskPoint> points;  // at most 2,000
  double risk_line = 0.5;         // where the quadrants meet
  double value_line = 0;          // the median of the customers' values (as of their points) above 0
};

struct Value {
  double horizon_days = 365;
  std::optional<std::int32_t> until;  // last day learned from
  FittedModel orders;                 // how often: "BG/NBD"
  FittedModel spending;               // how much: "Gamma-Gamma"
  HoldoutCheck holdout;
  double expected_orders = 0, expected_value = 0;  // all customers, within the horizon
  double expected_value_low = 0, expected_value_high = 0;
  double median_value = 0;
  double top_tenth_share = 0;  // of expected value that the best tenth of customers holds
  std::vector<HistogramBin> distribution;
  RiskSummary risk;
};

enum class SurvivalOf : std::uint8_t { None, Contract, SecondOrder };

struct SurvivalStep {
  double days = 0;
  double share = 1, low = 1, high = 1;
  std::uint64_t at_risk = 0, ended = 0;
};
struct HazardStep {
  double from_day = 0, to_day = 0;
  Estimate chance;  // to end in this period, given that one got there
};
// A group whose contracts last differently: how much more often they end in a period (odds ratio).
struct HazardFactor {
  std::string column, value;
  double ratio = 1, low = 1, high = 1;
  std::uint64_t n = 0;
};
struct Survival {
  SurvivalOf of = SurvivalOf::None;
  std::string unit;  // "days", or the file's own unit of tenure
  std::uint64_t n = 0, ended = 0;
  std::optional<double> median;     // absent: fewer than half have ended
  std::vector<SurvivalStep> steps;  // at most 500
  std::vector<HazardStep> hazard;
  std::vector<HazardFactor> factors;  // strongest first
};

struct RetentionCell {
  std::uint64_t active = 0;
  double share = 0, low = 0, high = 0;
  double revenue = 0;
};
struct Cohort {
  std::int32_t first_day = 0;  // of the month
  std::uint64_t n = 0;
  std::vector<RetentionCell> months;  // 0: the first month itself
};

// --- next order and leads ---------------------------------------------------------------------------

struct CalibrationBin {
  double said = 0, seen = 0, low = 0, high = 0;
  std::uint64_t n = 0;
};

// How much one thing moves a score; for a column with words, `value` is the word.
struct ScoreReason {
  std::string what;  // a feature code ("days-since-order") or a column of the file
  std::string value;
  double weight = 0;  // in log odds, of one standard deviation or of having the value; sign: for or against
  double low = 0, high = 0;
};

// A chance learned from the past and tried on a part of it that it has not seen.
struct Score {
  bool is_made = false;
  std::string remark;   // why not, or what to beware of
  std::string label;    // of a labelled column: its name; empty: an order within horizon_days
  std::string outcome;  // of a labelled column: the value that counts as yes
  double horizon_days = 0;
  std::optional<std::int32_t> learned_until, tested_until;  // of a time split
  std::uint32_t folds = 0;                                  // of a cross-validation; 0: time split
  std::uint64_t n = 0, yes = 0;
  Estimate auc, naive_auc;
  double lift_at_tenth = 1, naive_lift_at_tenth = 1;
  double brier = 0, calibration_error = 0;
  bool uses_naive_rule = false;  // the model was not better: the rule's order is used
  std::string naive_rule;        // code: "most-recent-first"
  std::vector<CalibrationBin> calibration;
  std::vector<ScoreReason> reasons;  // strongest first
};

// --- recommendations --------------------------------------------------------------------------------

enum class Method : std::uint8_t { Popularity, Neighbours, Ease };

struct BackTestRow {
  Method method = Method::Popularity;
  Estimate hit_rate;  // the hidden last item is among the first `top`
  double ndcg = 0;
};
struct ItemCount {
  std::uint32_t item = 0;  // for recommendForItem
  std::string name;
  std::uint64_t customers = 0;
  double revenue = 0;
};
struct BasketRule {
  std::vector<std::string> if_items;
  std::string then_item;
  std::uint64_t together = 0;
  double support = 0, confidence = 0, lift = 0, p_value = 1;
};
struct ItemPair {
  std::string first, second;
  std::uint64_t together = 0;
  double lift = 0;
};
// Learned from customers; where too few are named (customers is 0) from baskets, which then stand for them in
// every figure here.
struct Recommendations {
  bool is_made = false;
  std::string remark;  // why not, or what was given up
  std::uint64_t customers = 0, items = 0, interactions = 0, baskets = 0;
  std::uint64_t known_margins = 0;  // products whose price and cost the files tell
  Method best = Method::Popularity;
  std::uint32_t top = 20;
  std::vector<BackTestRow> back_test;
  std::vector<ItemCount> popular;         // at most 200
  std::vector<BasketRule> rules;          // at most 200
  std::vector<ItemPair> bought_together;  // at most 200
};

struct Customers {
  CustomerCounts counts;
  Identity identity;
  Segments segments;
  Value value;
  Survival survival;
  std::vector<Cohort> retention;
  Score next_order;
  Score lead;
  Recommendations recommendations;
};

}  // namespace attune::snapshot
