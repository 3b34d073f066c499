// All that is known of the customers of a run: made once the tables are read, filled in as reviews are
// understood and offers are learned. Answers, exports and the snapshot are read from it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/stepped.hpp"
#include "customer/basket_rules.hpp"
#include "customer/churn.hpp"
#include "customer/cohorts.hpp"
#include "customer/hazard_factors.hpp"
#include "customer/holdout.hpp"
#include "customer/lead_score.hpp"
#include "customer/movement.hpp"
#include "customer/next_order.hpp"
#include "customer/recommendation.hpp"
#include "customer/rfm.hpp"
#include "customer/segmentation.hpp"
#include "customer/subscriptions.hpp"
#include "customer/value.hpp"
#include "engine/shop_data.hpp"
#include "feedback/reviews.hpp"
#include "feedback/sentiment.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

enum class Consent : std::uint8_t { Unknown, Yes, No };

struct SurvivalFacts {
  bool is_contract = false;  // or a subscription; else: time to the second order
  std::string unit;          // "days", or the name of the file's column
  std::uint64_t n = 0, ended = 0;
  std::vector<stats::SurvivalPoint> curve;
  std::vector<stats::HazardPoint> hazard;
  double days_per_period = 1;
  std::vector<customer::HazardFactor> factors;
};

// Of times in days; chances to end by 30 of them.
[[nodiscard]] SurvivalFacts survival_in_days(std::span<const stats::Lifetime> lifetimes);

constexpr std::uint32_t kNoHistory = 0xFFFFFFFFU;
constexpr std::uint32_t kNoCluster = 0xFFFFFFFFU;

struct CustomerBook {
  protocol::CustomerSettings settings;
  std::unique_ptr<ShopData> shop;  // its persons are customers by now
  customer::People people;
  std::vector<std::uint32_t> first_record,
      records;                   // of customer c: records[first_record[c] .. first_record[c + 1])
  std::vector<Consent> consent;  // by customer

  // From orders. Histories, values, risks and scores are one a customer with orders, in one order.
  std::uint16_t currency = 0;
  std::int32_t first_day = 0, until = 0;
  customer::ValueResult value;
  std::vector<std::uint32_t> history_of;  // by customer, or kNoHistory
  std::vector<customer::RfmScore> rfm;
  customer::SegmentMovement movement;
  customer::Retention retention;
  customer::HoldoutResult holdout;
  customer::Subscriptions subscriptions;  // seen in payments
  SurvivalFacts survival;

  customer::Segmentation segmentation;
  std::vector<std::uint32_t> customer_of_row;  // of the table that was segmented
  std::vector<std::uint32_t> cluster_of;       // by customer, or kNoCluster

  // From reviews, answers and tickets; again and again while they are understood.
  std::vector<customer::FeedbackSummary> feedback;  // by customer
  std::vector<customer::FeelingEvent> feelings;

  customer::NextOrderResult next_order;
  std::string label_column, label_yes;
  customer::LeadResult lead;
  std::vector<double> lead_chance;  // by customer; NaN: not scored

  customer::InteractionTable interactions;  // items are numbers in ShopData::items
  customer::InteractionTable baskets;       // the same by basket instead of customer; empty unless it is used
  bool offers_by_basket = false;  // too few customers are named: what goes together is learned from baskets
  std::optional<customer::Recommender> recommender;
  customer::BackTest back_test;
  customer::BasketRules rules;
  customer::RecommendOptions offer_options;
  std::vector<std::vector<double>> popularity_in_segment;  // by RfmSegment: customers of each item
  std::string offer_remark;
  std::uint64_t known_margins = 0;  // products whose price and cost the files tell

  [[nodiscard]] std::uint32_t customers() const noexcept { return people.customers; }
  [[nodiscard]] const customer::CustomerHistory* history(std::uint32_t customer) const {
    const std::uint32_t at = customer < history_of.size() ? history_of[customer] : kNoHistory;
    return at == kNoHistory ? nullptr : &value.histories.customers[at];
  }
  // As the files write them; the first record that has one. May be empty.
  [[nodiscard]] const std::string& name(std::uint32_t customer) const;
  [[nodiscard]] const std::string& email(std::uint32_t customer) const;
  [[nodiscard]] const std::string& id(std::uint32_t customer) const;
  [[nodiscard]] customer::ChurnRisk risk(std::uint32_t customer) const;  // of one with a history
  [[nodiscard]] std::string currency_name() const;
  // What offers are learned from.
  [[nodiscard]] const customer::InteractionTable& learned_from() const noexcept {
    return offers_by_basket ? baskets : interactions;
  }
};

// Whether the tables name anybody or tell of orders.
[[nodiscard]] bool tells_of_customers(std::span<const ShopSource> sources);

[[nodiscard]] Stepped<std::unique_ptr<CustomerBook>> open_book(std::vector<ShopSource> sources,
                                                               protocol::CustomerSettings settings);
// What people said, as far as it is understood; then the scores that use it. All must outlive the
// computation.
[[nodiscard]] Stepped<bool> add_feelings(CustomerBook& book, const feedback::Reviews& reviews,
                                         const feedback::FeelingColumn& feelings);
// What to offer. Takes longest.
[[nodiscard]] Stepped<bool> add_offers(CustomerBook& book);

// The `top` offers for a customer, never what he has.
[[nodiscard]] std::vector<customer::Recommendation> offers_for(const CustomerBook& book,
                                                               std::uint32_t customer, std::size_t top);

}  // namespace attune::engine
