// What it means and what to do: everything that insight/ finds, as values.
//
// Figures and codes; the words are made where they are shown. Every statement carries the evidence it rests
// on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "snapshot/figures.hpp"
#include "snapshot/metrics.hpp"
#include "snapshot/topics.hpp"
#include "snapshot/trends.hpp"

namespace attune::snapshot {

enum class DriverKind : std::uint8_t { Topic, Aspect };

// What a topic or an aspect does to an outcome, all others being equal. A relation in these reviews, not yet
// a cause.
struct Driver {
  DriverKind kind = DriverKind::Topic;
  std::string id, name;  // of an aspect both are its term
  std::uint64_t n = 0;   // reviews that mention it
  Estimate effect;       // in the outcome's unit: reviews that mention it against those that do not
  Estimate importance;   // its share of what all drivers together explain, 0..1
  Estimate performance;  // net sentiment where it is mentioned, -1..1
  Estimate if_halved;    // change of the mean outcome if half of its complaints had not been made
  std::uint64_t complaints = 0;
  double p = 1, q = 1;  // q: p corrected for the number of drivers (Benjamini, Hochberg 1995)
  Evidence evidence;
};

enum class DriversState : std::uint8_t { Known, NoTexts, NoRatings, TooFew };

struct Drivers {
  DriversState state = DriversState::NoRatings;
  std::uint64_t n = 0;          // reviews with a known outcome and a text
  double explained = 0;         // share of the variance of the outcome, 0..1
  std::vector<Driver> drivers;  // most important first
};

enum class AlertKind : std::uint8_t {
  MoreReviews,
  FewerReviews,
  MoreComplaints,
  FewerComplaints,
  MoreOfTopic,
  LessOfTopic,
  RatingFell,
  RatingRose
};

struct Alert {
  AlertKind kind = AlertKind::MoreReviews;
  std::string topic, topic_name, source, product;  // where; "" for everywhere
  std::int32_t from = 0, to = 0;                   // both included
  Estimate observed;
  double expected = 0;
  double p = 1, q = 1;  // q: corrected for everything that was looked at
  Evidence evidence;
  std::string sentence;  // in English
};

enum class PriorityKind : std::uint8_t { Fix, Praise, CallBack, New };
enum class PriorityReason : std::uint8_t {
  LowersRating,     // figure: stars won if halved
  ManyComplaints,   // figure: share of the topic's reviews that complain
  RaisesRating,     // figure: effect in stars
  MuchPraise,       // figure: share of the topic's reviews that praise
  UnhappyCustomer,  // figure: rating
  MayLeave,
  Growing,
  Appeared,
  Disappeared
};

struct Priority {
  PriorityKind kind = PriorityKind::Fix;
  PriorityReason reason = PriorityReason::ManyComplaints;
  std::string subject, name;  // a topic's id and name, or a customer
  Estimate figure;
  double share = 0;  // of the reviews with a text
  Evidence evidence;
  std::optional<Quote> quote;
  std::string sentence;  // in English
};

struct Insight {
  Topics topics;
  std::vector<Aspect> aspects;
  std::vector<Entity> entities;
  Drivers drivers;                 // topics that move the rating, in stars
  Drivers aspect_drivers;          // aspects that move it
  Drivers recommendation_drivers;  // topics that move the net promoter score, in points
  Drivers return_drivers;          // that move the share of writers who order again within 90 days, in points
  Trends trends;
  std::vector<Alert> alerts;
  std::vector<Metric> metrics;
  std::vector<Priority> priorities;
};

}  // namespace attune::snapshot
