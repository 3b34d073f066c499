// What people talk about: topics in two levels, aspects with their opinions, names.
//
// A topic is a list of words and phrases: a review that says one of them belongs to it. A topic of the first
// level holds all reviews of its children. A review may belong to several; what belongs to none is "other".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "snapshot/figures.hpp"

namespace attune::snapshot {

enum class TopicOrigin : std::uint8_t { Found, Taxonomy, User };
enum class TopicMovement : std::uint8_t { Steady, Growing, Shrinking, New, Gone };

struct TopicTerm {
  std::string text;
  std::uint64_t n = 0;  // reviews that say it
  double weight = 0;    // 0..1, how much it is the topic's own
};

struct TopicPoint {
  std::int32_t first_day = 0;
  std::uint64_t n = 0;   // reviews of the topic
  std::uint64_t of = 0;  // all reviews with a text
  Estimate share;
  Estimate net;
};

struct Topic {
  std::string id;      // stays the same while the topic's first word does
  std::string name;    // in the reviews' own words, or the user's
  std::string parent;  // id; "" on the first level
  TopicOrigin origin = TopicOrigin::Found;
  bool is_pinned = false;
  bool is_other = false;  // what belongs to no topic
  std::uint64_t n = 0;
  Estimate share;   // of the reviews with a text
  Estimate net;     // share of positive minus share of negative reviews, -1..1
  Estimate rating;  // mean on 1..5
  SentimentCounts sentiment;
  std::vector<TopicTerm> terms;  // most telling first
  TopicMovement movement = TopicMovement::Steady;
  std::uint64_t recent = 0;  // of the last 30 days
  Estimate recent_share;
  double movement_p = 1;                // corrected for the number of topics
  std::vector<TopicPoint> trend;        // by the overview's granularity
  std::vector<std::uint64_t> examples;  // rows
  std::vector<Quote> quotes;
};

struct Topics {
  std::uint64_t texts = 0;              // reviews with a text
  std::uint64_t assigned = 0;           // of them, those that belong to a topic
  std::uint64_t read = 0;               // texts the topics were found in: an even sample of a large file
  std::string taxonomy;                 // the trade's starting list in use: "restaurant", ...; "" for none
  std::vector<std::string> taxonomies;  // that can be switched on
  bool is_edited = false;               // by the user's rules
  std::vector<Topic> topics;            // parents by size, each followed by its children; "other" last
};

struct OpinionWord {
  std::string text;
  std::uint64_t n = 0;
  Sentiment sentiment = Sentiment::Neutral;
};

// Net sentiment of a part of the mentions: one product, one source, one place.
struct NetOfGroup {
  std::string group;
  Estimate net;
};

struct Aspect {
  std::string term;
  std::uint64_t n = 0;  // reviews
  std::uint64_t positive = 0, negative = 0, neutral = 0;
  Estimate net;
  std::vector<OpinionWord> opinions;                                    // most frequent first
  std::vector<NetOfGroup> by_product, by_source, by_place, by_segment;  // segments by their codes
  std::vector<TopicPoint> trend;
  std::vector<Quote> quotes;  // the sentence, the mention highlighted
};

enum class EntityKind : std::uint8_t { Product, Person, Place, Organisation, Date, Money, Other };

struct Entity {
  std::string name;
  EntityKind kind = EntityKind::Other;
  std::uint64_t n = 0;
  Estimate net;
  std::string product;                  // of the product column or the orders it stands for; "" for none
  std::vector<std::uint64_t> examples;  // rows
};

}  // namespace attune::snapshot
