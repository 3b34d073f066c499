#include "insight/alerts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "insight/alert_scan.hpp"
#include "insight/estimates.hpp"
#include "insight/sentences.hpp"
#include "insight/topic_summary.hpp"
#include "stats/intervals.hpp"

namespace attune::insight {
namespace {

using feedback::Reviews;
using feedback::Row;
using snapshot::AlertKind;
using snapshot::Sentiment;

constexpr std::size_t kRowsAtOnce = 4096;
constexpr double kFalseAlarmsPerYear = 0.4;  // expected, of everything together
constexpr std::size_t kApart = 4;            // weeks between two alerts of one kind
constexpr std::size_t kStreamsOfSort = 12;   // sources, products
constexpr std::size_t kShown = 60;

snapshot::Estimate rating_estimate(const AlertStream& stream, const AlertHit& hit) {
  RatingCounts ratings;
  for (std::size_t week = hit.begin; week < hit.end; ++week) ratings.add(stream.ratings[week]);
  const auto n = static_cast<double>(ratings.n);
  const double deviation = std::sqrt(ratings.variance() * n / (n - 1));
  const stats::Interval interval = stats::mean_interval(ratings.n, ratings.mean(), deviation);
  return {ratings.mean(), std::max(interval.low, 1.0), std::min(interval.high, 5.0), ratings.n};
}

class Scan {
 public:
  Scan(const Reviews& reviews, const feedback::Readings& readings, const TopicIndex& index)
      : reviews_{reviews}, readings_{readings}, index_{index} {
    for (const Days day : reviews.days) {
      if (day == Reviews::kNoDay) continue;
      first_ = std::min(first_.value_or(day), day);
      last_ = std::max(last_.value_or(day), day);
    }
    if (!first_) return;
    // Weeks count back from the last day, so that the newest window is whole.
    weeks_ = static_cast<std::size_t>(*last_ - *first_) / 7 + 1;
    add_stream(StreamOf::Reviews);
    add_stream(StreamOf::Complaints);
    ratings_at_ = add_stream(StreamOf::Ratings);
    topics_from_ = streams_.size();
    for (const TopicRule& rule : index.rules.topics) {
      for (const StreamOf of : {StreamOf::Topic, StreamOf::Complaints}) {
        AlertStream& stream = streams_[add_stream(of)];
        stream.topic = rule.id, stream.topic_name = rule.name;
      }
    }
    stream_of_source_ = add_names(reviews.sources, reviews.source_ids, false);
    stream_of_product_ = add_names(reviews.products, reviews.product_ids, true);
  }

  [[nodiscard]] bool is_dated() const { return first_.has_value(); }
  void add(Row row);
  [[nodiscard]] std::size_t streams() const noexcept { return streams_.size(); }
  void scan(std::size_t stream);
  [[nodiscard]] std::vector<snapshot::Alert> finish();

 private:
  std::size_t add_stream(StreamOf of);
  // Where the streams of each name begin: complaints, then ratings; 0 for none.
  std::vector<std::size_t> add_names(const feedback::NameList& names, const std::vector<std::uint32_t>& ids,
                                     bool is_product);
  [[nodiscard]] std::size_t tests_per_year() const noexcept {
    return streams_.size() * kAlertWindows.size() * 52;
  }

  const Reviews& reviews_;
  const feedback::Readings& readings_;
  const TopicIndex& index_;
  std::optional<Days> first_, last_;
  std::size_t weeks_ = 0, topics_from_ = 0, ratings_at_ = 0;
  std::vector<AlertStream> streams_;
  std::vector<std::size_t> stream_of_source_, stream_of_product_;  // by id; 0: none
  std::vector<snapshot::Alert> alerts_;
};

std::size_t Scan::add_stream(StreamOf of) {
  AlertStream stream;
  stream.of = of;
  if (of == StreamOf::Complaints)
    stream.more = AlertKind::MoreComplaints, stream.less = AlertKind::FewerComplaints;
  if (of == StreamOf::Topic) stream.more = AlertKind::MoreOfTopic, stream.less = AlertKind::LessOfTopic;
  if (of == StreamOf::Ratings) {
    stream.more = AlertKind::RatingRose, stream.less = AlertKind::RatingFell;
    stream.ratings.resize(weeks_);
  } else {
    stream.part.resize(weeks_), stream.whole.resize(weeks_);
  }
  streams_.push_back(std::move(stream));
  return streams_.size() - 1;
}

std::vector<std::size_t> Scan::add_names(const feedback::NameList& names,
                                         const std::vector<std::uint32_t>& ids, bool is_product) {
  std::vector<std::uint64_t> counts(names.size());
  for (const std::uint32_t id : ids) ++counts[id];
  std::vector<std::uint32_t> order;
  for (std::uint32_t id = 1; id < names.size(); ++id) {
    if (counts[id] >= kLeastAlertHistory) order.push_back(id);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(~counts[a], std::string_view{names.name(a)}) <
           std::tuple(~counts[b], std::string_view{names.name(b)});
  });
  if (order.size() > kStreamsOfSort) order.resize(kStreamsOfSort);
  std::vector<std::size_t> stream_of(names.size());
  if (order.size() < 2) return stream_of;  // one name only is the whole
  for (const std::uint32_t id : order) {
    stream_of[id] = streams_.size();
    for (const StreamOf of : {StreamOf::Complaints, StreamOf::Ratings}) {
      AlertStream& stream = streams_[add_stream(of)];
      (is_product ? stream.product : stream.source) = names.name(id);
    }
  }
  return stream_of;
}

void Scan::add(Row row) {
  const Days day = reviews_.days[row];
  if (day == Reviews::kNoDay) return;
  const std::size_t week = weeks_ - 1 - static_cast<std::size_t>(*last_ - day) / 7;
  ++streams_[0].part[week];
  Sentiment sentiment{};
  const bool is_judged = sentiment_of_review(reviews_, readings_.feelings, row, sentiment);
  const auto add_complaint = [&](AlertStream& stream) {
    if (!is_judged) return;
    ++stream.whole[week];
    if (sentiment == Sentiment::Negative) ++stream.part[week];
  };
  const double rating = reviews_.ratings[row];
  if (rating > 0) streams_[ratings_at_].ratings[week].add(rating);
  add_complaint(streams_[1]);
  for (const std::size_t stream :
       {stream_of_source_[reviews_.source_ids[row]], stream_of_product_[reviews_.product_ids[row]]}) {
    if (stream == 0) continue;
    add_complaint(streams_[stream]);
    if (rating > 0) streams_[stream + 1].ratings[week].add(rating);
  }
  if (!reviews_.has_text(row)) return;
  for (std::size_t topic = 0; topic < index_.rules.topics.size(); ++topic)
    ++streams_[topics_from_ + 2 * topic].whole[week];
  for (const std::uint16_t topic : index_.assignment.of(row)) {
    ++streams_[topics_from_ + 2 * topic].part[week];
    add_complaint(streams_[topics_from_ + 2 * topic + 1]);
  }
}

void Scan::scan(std::size_t at) {
  const AlertStream& stream = streams_[at];
  std::vector<AlertHit> hits =
      scan_stream(stream, kFalseAlarmsPerYear / static_cast<double>(tests_per_year()));
  std::sort(hits.begin(), hits.end(), [](const AlertHit& a, const AlertHit& b) {
    return std::tuple(a.p, a.begin, a.end) < std::tuple(b.p, b.begin, b.end);
  });
  std::vector<AlertHit> kept;
  for (const AlertHit& hit : hits) {
    const bool is_told = std::any_of(kept.begin(), kept.end(), [&](const AlertHit& other) {
      return other.is_more == hit.is_more && hit.begin < other.end + kApart && other.begin < hit.end + kApart;
    });
    if (!is_told) kept.push_back(hit);
  }
  for (const AlertHit& hit : kept) {
    snapshot::Alert alert;
    alert.kind = hit.is_more ? stream.more : stream.less;
    alert.topic = stream.topic, alert.topic_name = stream.topic_name;
    alert.source = stream.source, alert.product = stream.product;
    alert.from = *last_ - static_cast<Days>(7 * (weeks_ - hit.begin)) + 1;
    alert.to = *last_ - static_cast<Days>(7 * (weeks_ - hit.end));
    if (stream.of == StreamOf::Ratings) {
      alert.observed = rating_estimate(stream, hit);
      alert.expected = hit.expected;
    } else if (stream.of == StreamOf::Reviews) {
      alert.observed = count_estimate(static_cast<std::uint64_t>(hit.observed));
      alert.expected = hit.expected;
    } else {
      alert.observed =
          share_estimate(static_cast<std::uint64_t>(hit.observed), static_cast<std::uint64_t>(hit.of));
      alert.expected = hit.expected / hit.of;
    }
    alert.p = hit.p;
    alert.q = std::min(1.0, hit.p * static_cast<double>(tests_per_year()));
    if (!stream.topic.empty()) alert.evidence.topics = {stream.topic};
    if (!stream.source.empty()) alert.evidence.sources = {stream.source};
    if (!stream.product.empty()) alert.evidence.products = {stream.product};
    if (stream.of == StreamOf::Complaints) alert.evidence.sentiments = {Sentiment::Negative};
    alert.evidence.from = alert.from, alert.evidence.to = alert.to;
    alert.evidence.n = static_cast<std::uint64_t>(stream.of == StreamOf::Ratings ? hit.of : hit.observed);
    alert.sentence = sentence_for(alert);
    alerts_.push_back(std::move(alert));
  }
}

std::vector<snapshot::Alert> Scan::finish() {
  std::sort(alerts_.begin(), alerts_.end(), [](const snapshot::Alert& a, const snapshot::Alert& b) {
    return std::tuple(-a.to, a.p, a.topic, a.source, a.product) <
           std::tuple(-b.to, b.p, b.topic, b.source, b.product);
  });
  if (alerts_.size() > kShown) alerts_.resize(kShown);
  return std::move(alerts_);
}

}  // namespace

Stepped<std::vector<snapshot::Alert>> find_alerts(const Reviews& reviews, const feedback::Readings& readings,
                                                  const TopicIndex& index) {
  Scan scan{reviews, readings, index};
  if (!scan.is_dated()) co_return std::vector<snapshot::Alert>{};
  for (Row row = 0; row < reviews.size(); ++row) {
    scan.add(row);
    if (row % kRowsAtOnce == 0) co_yield Progress{"Looking for what is unusual", row, reviews.size()};
  }
  for (std::size_t stream = 0; stream < scan.streams(); ++stream) {
    scan.scan(stream);
    co_yield Progress{"Looking for what is unusual", stream, scan.streams()};
  }
  co_return scan.finish();
}

}  // namespace attune::insight
