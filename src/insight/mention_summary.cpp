#include "insight/mention_summary.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "feedback/review_words.hpp"
#include "insight/estimates.hpp"
#include "insight/folded_words.hpp"
#include "insight/metric_groups.hpp"
#include "insight/phrases.hpp"
#include "insight/topic_summary.hpp"
#include "insight/trend.hpp"
#include "text/sentences.hpp"

namespace attune::insight {
namespace {

using feedback::Reviews;
using feedback::Row;
using snapshot::Sentiment;

constexpr std::size_t kRowsAtOnce = 512;
constexpr std::size_t kShown = 80;
constexpr std::size_t kShownOpinions = 12;
constexpr std::size_t kShownGroups = 12;
constexpr std::size_t kExamples = 12;
constexpr std::uint64_t kLeastReviews = 2;
constexpr std::size_t kQuotesOfSide = 2;
constexpr std::size_t kQuoteCandidates = 8;
constexpr std::size_t kReadableFrom = 15;
constexpr std::size_t kReadableTo = 260;
constexpr std::uint16_t kNotShown = 0xFFFF;
constexpr std::size_t kLinkedFrom = 4;  // letters of a name that may stand for a product

struct Sides {
  std::uint32_t n = 0, positive = 0, negative = 0;
  void add(Sentiment sentiment) {
    ++n;
    if (sentiment == Sentiment::Positive) ++positive;
    if (sentiment == Sentiment::Negative) ++negative;
  }
  [[nodiscard]] snapshot::Estimate net() const { return net_estimate(positive, negative, n); }
};

struct Said {  // a mention that could be quoted
  float strength = 0;
  Row row = 0;
  feedback::Stretch term;
  Sentiment sentiment = Sentiment::Neutral;
};

struct AspectTally {
  std::uint32_t number = 0;  // in the order they are first seen
  std::map<std::string, std::uint32_t> spellings;
  Sides sides;
  std::map<std::string, std::pair<Sides, std::map<std::string, std::uint32_t>>> opinions;  // by key
  std::map<std::uint32_t, Sides> by_product, by_source, by_place, by_segment;
  std::map<std::int32_t, Sides> by_period;
  std::vector<Said> said;
};

struct EntityTally {
  std::map<std::string, std::uint32_t> spellings;
  std::map<std::uint8_t, std::uint32_t> types;
  Sides sides;
  std::uint64_t n = 0;
  std::vector<std::uint64_t> examples;
};

std::string most_frequent(const std::map<std::string, std::uint32_t>& counts) {
  const auto best = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string{} : best->first;
}

snapshot::EntityKind kind_from(std::string_view type) {
  using snapshot::EntityKind;
  if (type == "product" || type == "brand") return EntityKind::Product;
  if (type == "person") return EntityKind::Person;
  if (type == "place" || type == "location") return EntityKind::Place;
  if (type == "organisation" || type == "organization") return EntityKind::Organisation;
  if (type == "date") return EntityKind::Date;
  if (type == "money") return EntityKind::Money;
  return EntityKind::Other;
}

class Mentions {
 public:
  Mentions(const Reviews& reviews, const feedback::Readings& readings, const ReviewWriters& writers,
           std::vector<std::string> products)
      : reviews_{reviews}, readings_{readings}, writers_{writers} {
    if (const auto span = days_covered(reviews)) granularity_ = granularity_for(span->first, span->last);
    for (std::uint32_t id = 1; id < reviews.products.size(); ++id)
      products.push_back(reviews.products.name(id));
    std::sort(products.begin(), products.end());
    for (const std::string& product : products) {
      std::string key = mention_key(product);
      if (!key.empty()) products_.emplace(std::move(key), product);
    }
  }

  void add(Row row);
  [[nodiscard]] MentionSummary finish() const;

 private:
  void add_aspects(Row row);
  void add_entities(Row row);
  [[nodiscard]] snapshot::Aspect aspect_of(const AspectTally& tally) const;
  [[nodiscard]] std::vector<snapshot::Quote> quotes_of(const AspectTally& tally) const;
  [[nodiscard]] std::string product_of(const std::string& key) const;

  const Reviews& reviews_;
  const feedback::Readings& readings_;
  const ReviewWriters& writers_;
  snapshot::Granularity granularity_ = snapshot::Granularity::Month;
  std::map<std::string, std::string> products_;  // by key
  std::map<std::string, AspectTally> aspects_;   // by key
  std::map<std::string, EntityTally> entities_;
  struct Verdict {
    Row row;
    std::uint32_t aspect;
    Judgement side;
  };
  std::vector<Verdict> verdicts_;  // by row
  std::string text_;
};

void Mentions::add(Row row) {
  const bool has_aspects = !readings_.aspects[row].empty();
  const bool has_entities = !readings_.entities[row].empty();
  if (!has_aspects && !has_entities) return;
  reviews_.write_understood_text(row, text_);
  if (has_aspects) add_aspects(row);
  if (has_entities) add_entities(row);
}

void Mentions::add_aspects(Row row) {
  // Several mentions of one aspect in a review are one vote: the side of most of them.
  struct Vote {
    int balance = 0;
    bool is_judged = false;
    const feedback::Aspect* strongest = nullptr;
  };
  std::map<std::string, Vote> votes;
  for (const feedback::Aspect& aspect : readings_.aspects[row]) {
    std::string key = mention_key(aspect.term.of(text_));
    if (key.empty()) continue;
    const auto sentiment = static_cast<Sentiment>(aspect.sentiment);
    const auto [at, is_new] = aspects_.try_emplace(key);
    AspectTally& tally = at->second;
    if (is_new) tally.number = static_cast<std::uint32_t>(aspects_.size() - 1);
    ++tally.spellings[std::string{aspect.term.of(text_)}];
    if (aspect.opinion.size > 0) {
      const std::string_view opinion = aspect.opinion.of(text_);
      if (std::string opinion_key = mention_key(opinion); !opinion_key.empty()) {
        auto& [sides, spellings] = tally.opinions[std::move(opinion_key)];
        sides.add(sentiment);
        ++spellings[std::string{opinion}];
      }
    }
    Vote& vote = votes[std::move(key)];
    vote.balance += sentiment == Sentiment::Positive ? 1 : sentiment == Sentiment::Negative ? -1 : 0;
    if (vote.strongest == nullptr || sentiment != Sentiment::Neutral) vote.strongest = &aspect;
  }
  for (const auto& [key, vote] : votes) {
    AspectTally& tally = aspects_[key];
    const Sentiment side = vote.balance > 0   ? Sentiment::Positive
                           : vote.balance < 0 ? Sentiment::Negative
                                              : Sentiment::Neutral;
    tally.sides.add(side);
    verdicts_.push_back({row, tally.number,
                         side == Sentiment::Positive   ? Judgement::Positive
                         : side == Sentiment::Negative ? Judgement::Negative
                                                       : Judgement::Neutral});
    const GroupKeys keys = keys_of(reviews_, writers_, row);
    if (keys.product != 0) tally.by_product[keys.product].add(side);
    if (keys.source != 0) tally.by_source[keys.source].add(side);
    if (keys.place != 0) tally.by_place[keys.place].add(side);
    if (keys.segment != 0) tally.by_segment[keys.segment].add(side);
    if (keys.day) tally.by_period[period_of(*keys.day, granularity_)].add(side);
    if (side == Sentiment::Neutral) continue;
    const float strength = readings_.feelings.is_known(row) ? std::abs(readings_.feelings[row].score) : 0.0F;
    const auto of_side = std::count_if(tally.said.begin(), tally.said.end(),
                                       [&](const Said& said) { return said.sentiment == side; });
    const Said said{strength, row, vote.strongest->term, side};
    if (of_side < static_cast<std::ptrdiff_t>(kQuoteCandidates)) {
      tally.said.push_back(said);
      continue;
    }
    const auto weakest =
        std::min_element(tally.said.begin(), tally.said.end(), [&](const Said& a, const Said& b) {
          return std::tuple(a.sentiment != side, a.strength) < std::tuple(b.sentiment != side, b.strength);
        });
    if (weakest->strength < strength) *weakest = said;
  }
}

void Mentions::add_entities(Row row) {
  std::map<std::string, bool> seen;
  for (const feedback::Entity& entity : readings_.entities[row]) {
    std::string key = mention_key(entity.text.of(text_));
    if (key.empty()) continue;
    EntityTally& tally = entities_[key];
    ++tally.spellings[std::string{entity.text.of(text_)}];
    ++tally.types[entity.type];
    if (!seen.emplace(std::move(key), true).second) continue;
    ++tally.n;
    Sentiment sentiment{};
    if (sentiment_of_review(reviews_, readings_.feelings, row, sentiment)) tally.sides.add(sentiment);
    if (tally.examples.size() < kExamples) tally.examples.push_back(row);
  }
}

std::vector<snapshot::Quote> Mentions::quotes_of(const AspectTally& tally) const {
  std::vector<Said> said = tally.said;
  std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) {
    return std::tuple(-a.strength, a.row) < std::tuple(-b.strength, b.row);
  });
  std::vector<snapshot::Quote> quotes;
  for (const Sentiment side : {Sentiment::Negative, Sentiment::Positive}) {
    std::size_t taken = 0;
    for (const Said& one : said) {
      if (one.sentiment != side || taken == kQuotesOfSide) continue;
      std::string text;
      reviews_.write_understood_text(one.row, text);
      for (const text::ByteRange& range : text::split_sentences(text)) {
        if (one.term.begin < range.begin || one.term.end() > range.end) continue;
        if (range.end - range.begin < kReadableFrom || range.end - range.begin > kReadableTo) break;
        snapshot::Quote quote;
        quote.row = one.row;
        quote.text = text.substr(range.begin, range.end - range.begin);
        std::replace_if(
            quote.text.begin(), quote.text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
            ' ');
        const auto begin = static_cast<std::uint32_t>(one.term.begin - range.begin);
        quote.highlights = {{begin, begin + one.term.size, side == Sentiment::Positive ? 1.0F : -1.0F}};
        quote.source = reviews_.source(one.row);
        quote.product = reviews_.product(one.row);
        quote.day = reviews_.day(one.row);
        quote.rating = reviews_.rating(one.row);
        quote.score = readings_.feelings.is_known(one.row) ? readings_.feelings[one.row].score : 0.0F;
        quotes.push_back(std::move(quote));
        ++taken;
        break;
      }
    }
  }
  return quotes;
}

std::vector<snapshot::NetOfGroup> groups_of(const std::map<std::uint32_t, Sides>& groups, auto&& name_of) {
  std::vector<snapshot::NetOfGroup> made;
  for (const auto& [id, sides] : groups) made.push_back({name_of(id), sides.net()});
  std::stable_sort(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.net.n > b.net.n; });
  if (made.size() > kShownGroups) made.resize(kShownGroups);
  return made;
}

snapshot::Aspect Mentions::aspect_of(const AspectTally& tally) const {
  snapshot::Aspect aspect;
  aspect.term = most_frequent(tally.spellings);
  aspect.n = tally.sides.n;
  aspect.positive = tally.sides.positive;
  aspect.negative = tally.sides.negative;
  aspect.neutral = aspect.n - aspect.positive - aspect.negative;
  aspect.net = tally.sides.net();
  for (const auto& [key, opinion] : tally.opinions) {
    const auto& [sides, spellings] = opinion;
    const Sentiment side = sides.positive > sides.negative   ? Sentiment::Positive
                           : sides.negative > sides.positive ? Sentiment::Negative
                                                             : Sentiment::Neutral;
    aspect.opinions.push_back({most_frequent(spellings), sides.n, side});
  }
  std::stable_sort(aspect.opinions.begin(), aspect.opinions.end(),
                   [](const auto& a, const auto& b) { return a.n > b.n; });
  if (aspect.opinions.size() > kShownOpinions) aspect.opinions.resize(kShownOpinions);
  aspect.by_product =
      groups_of(tally.by_product, [&](std::uint32_t id) { return reviews_.products.name(id); });
  aspect.by_source = groups_of(tally.by_source, [&](std::uint32_t id) { return reviews_.sources.name(id); });
  aspect.by_place = groups_of(tally.by_place, [&](std::uint32_t id) { return reviews_.places.name(id); });
  aspect.by_segment = groups_of(tally.by_segment, segment_name);
  for (const auto& [period, sides] : tally.by_period) {
    aspect.trend.push_back({first_day_of(period, granularity_), sides.n, tally.sides.n,
                            share_estimate(sides.n, tally.sides.n), sides.net()});
  }
  aspect.quotes = quotes_of(tally);
  return aspect;
}

// The product whose name the words are, or the only one whose name holds them.
std::string Mentions::product_of(const std::string& key) const {
  if (const auto exact = products_.find(key); exact != products_.end()) return exact->second;
  if (key.size() < kLinkedFrom) return {};
  const std::string* only = nullptr;
  for (const auto& [name, product] : products_) {
    const std::string padded = " " + name + " ";
    if (padded.find(" " + key + " ") == std::string::npos) continue;
    if (only != nullptr) return {};
    only = &product;
  }
  return only == nullptr ? std::string{} : *only;
}

MentionSummary Mentions::finish() const {
  const auto ranked = [](const auto& tallies, auto&& count) {
    std::vector<const std::string*> keys;
    for (const auto& [key, tally] : tallies) {
      if (count(tally) >= kLeastReviews) keys.push_back(&key);
    }
    std::stable_sort(keys.begin(), keys.end(), [&](const std::string* a, const std::string* b) {
      return count(tallies.at(*a)) > count(tallies.at(*b));
    });
    if (keys.size() > kShown) keys.resize(kShown);
    return keys;
  };
  MentionSummary summary;
  std::vector<std::uint16_t> subject_of(aspects_.size(), kNotShown);
  for (const std::string* key :
       ranked(aspects_, [](const AspectTally& tally) { return std::uint64_t{tally.sides.n}; })) {
    const AspectTally& tally = aspects_.at(*key);
    subject_of[tally.number] = static_cast<std::uint16_t>(summary.aspects.size());
    summary.aspects.push_back(aspect_of(tally));
    summary.said.subjects.push_back({summary.aspects.back().term, summary.aspects.back().term});
  }
  summary.said.kind = snapshot::DriverKind::Aspect;
  auto verdict = verdicts_.begin();
  for (Row row = 0; row < reviews_.size(); ++row) {
    for (; verdict != verdicts_.end() && verdict->row == row; ++verdict) {
      if (subject_of[verdict->aspect] != kNotShown)
        summary.said.mentions.push_back({subject_of[verdict->aspect], verdict->side});
    }
    summary.said.begins.push_back(static_cast<std::uint32_t>(summary.said.mentions.size()));
  }
  for (const std::string* key : ranked(entities_, [](const EntityTally& tally) { return tally.n; })) {
    const EntityTally& tally = entities_.at(*key);
    const auto type = std::max_element(tally.types.begin(), tally.types.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    snapshot::Entity entity;
    entity.name = most_frequent(tally.spellings);
    entity.kind = kind_from(readings_.entity_types[type->first]);
    entity.n = tally.n;
    entity.net = tally.sides.net();
    entity.product = product_of(*key);
    // The shop's own list of products knows better than the model.
    if (!entity.product.empty()) entity.kind = snapshot::EntityKind::Product;
    entity.examples = tally.examples;
    summary.entities.push_back(std::move(entity));
  }
  return summary;
}

}  // namespace

std::string mention_key(std::string_view mention) {
  feedback::ReviewWords words;
  std::string key;
  for (const std::string_view word : words.read(mention)) {
    if (word.empty() || is_function_word(word)) continue;
    if (!key.empty()) key += ' ';
    key += folded_word(word);
  }
  return key;
}

Stepped<MentionSummary> summarise_mentions(const Reviews& reviews, const feedback::Readings& readings,
                                           const ReviewWriters& writers,
                                           std::vector<std::string> other_products) {
  Mentions mentions{reviews, readings, writers, std::move(other_products)};
  for (Row row = 0; row < reviews.size(); ++row) {
    mentions.add(row);
    if (row % kRowsAtOnce == kRowsAtOnce - 1)
      co_yield Progress{"Counting what is praised and blamed", row, reviews.size()};
  }
  co_return mentions.finish();
}

}  // namespace attune::insight
