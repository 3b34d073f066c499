#include "insight/alerts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "insight/estimates.hpp"
#include "insight/sentences.hpp"
#include "insight/topic_summary.hpp"
#include "stats/distributions.hpp"

namespace attune::insight {
namespace {

using feedback::Reviews;
using feedback::Row;
using snapshot::AlertKind;
using snapshot::Sentiment;

constexpr std::size_t kRowsAtOnce = 4096;
constexpr double kFalseAlarmsPerYear = 0.4;              // expected, of everything together
constexpr std::array<std::size_t, 3> kWindows{1, 2, 4};  // weeks
constexpr std::size_t kHistory = 52;                     // weeks before a window that it is compared with
constexpr std::size_t kLeastHistory = 6;
constexpr std::uint64_t kLeastReviews = 40;  // in the history
constexpr std::uint64_t kLeastOfTopic = 5;   // in a window, before it is called more
constexpr std::size_t kApart = 4;            // weeks between two alerts of one kind
constexpr std::size_t kStreamsOfSort = 12;   // sources, products
constexpr std::size_t kShown = 60;
constexpr double kWorthATest = 2.5;  // standard errors; below, no exact test is needed

// Counts by week: `part` of `whole`. A stream of reviews has no whole.
struct Stream {
  AlertKind more, less;
  std::string topic, topic_name, source, product;
  bool is_complaints = false;
  std::vector<std::uint32_t> part, whole;
};

struct Hit {
  std::size_t begin = 0, end = 0;
  double p = 1;
  bool is_more = false;
  double observed = 0, of = 0, expected = 0;
};

std::vector<double> running(const std::vector<std::uint32_t>& counts) {
  std::vector<double> sums(counts.size() + 1);
  for (std::size_t i = 0; i < counts.size(); ++i) sums[i + 1] = sums[i] + counts[i];
  return sums;
}

// P(X >= count) of a Poisson variable, and P(X <= count), by their chi-squared forms.
double poisson_at_least(double count, double mean) {
  return count <= 0 ? 1.0 : 1 - stats::chi_squared_upper_tail(2 * count, 2 * mean);
}
double poisson_at_most(double count, double mean) {
  return stats::chi_squared_upper_tail(2 * count + 2, 2 * mean);
}

void scan_share(const Stream& stream, std::vector<Hit>& hits, double limit) {
  const std::vector<double> part = running(stream.part);
  const std::vector<double> whole = running(stream.whole);
  const std::size_t weeks = stream.part.size();
  for (const std::size_t window : kWindows) {
    for (std::size_t begin = kLeastHistory; begin + window <= weeks; ++begin) {
      const std::size_t from = begin > kHistory ? begin - kHistory : 0;
      const double before = whole[begin] - whole[from];
      const double before_part = part[begin] - part[from];
      const double n = whole[begin + window] - whole[begin];
      const double x = part[begin + window] - part[begin];
      if (before < static_cast<double>(kLeastReviews) || n < 1) continue;
      const double expected = before_part / before * n;
      const double all = (before_part + x) / (before + n);
      const double error = std::sqrt(std::max(all * (1 - all) * n * before / (before + n), 1e-9));
      if (std::abs(x - n * all) < kWorthATest * error) continue;
      const bool is_more = x > expected;
      if (is_more && x < static_cast<double>(kLeastOfTopic)) continue;
      const auto count = [](double value) { return static_cast<std::uint64_t>(std::llround(value)); };
      const auto tail = [&](double k, double draws, double marked) {
        if (k <= 0) return 1.0;
        return stats::hypergeometric_upper_tail(count(k), count(draws), count(marked), count(before + n));
      };
      const double marked = before_part + x;
      const double p = is_more ? tail(x, n, marked) : tail(before_part, before, marked);
      if (2 * p < limit) hits.push_back({begin, begin + window, 2 * p, is_more, x, n, expected});
    }
  }
}

void scan_count(const Stream& stream, std::vector<Hit>& hits, double limit) {
  const std::vector<double> sums = running(stream.part);
  const std::size_t weeks = stream.part.size();
  // Weeks 1 to weeks - 2: the first and the last are cut by the data's ends.
  for (const std::size_t window : kWindows) {
    for (std::size_t begin = kLeastHistory + 1; begin + window + 1 <= weeks; ++begin) {
      const std::size_t from = std::max<std::size_t>(1, begin > kHistory ? begin - kHistory : 1);
      const auto length = static_cast<double>(begin - from);
      const double before = sums[begin] - sums[from];
      if (length < kLeastHistory || before < static_cast<double>(kLeastReviews)) continue;
      const double mean = before / length;
      double dispersion = 0;
      for (std::size_t week = from; week < begin; ++week)
        dispersion += (stream.part[week] - mean) * (stream.part[week] - mean) / mean;
      dispersion = std::max(1.0, dispersion / std::max(1.0, length - 1));
      const double x = sums[begin + window] - sums[begin];
      const double expected = mean * static_cast<double>(window);
      // Fewer effective reviews where weeks differ much anyway; the mean itself is known from `length` weeks
      // only.
      const double widened = dispersion * (1 + static_cast<double>(window) / length);
      const bool is_more = x > expected;
      const double p = is_more ? poisson_at_least(x / widened, expected / widened)
                               : poisson_at_most(x / widened, expected / widened);
      if (2 * p < limit) hits.push_back({begin, begin + window, 2 * p, is_more, x, 0, expected});
    }
  }
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
    const auto add = [&](Stream stream) {
      stream.part.resize(weeks_), stream.whole.resize(weeks_);
      streams_.push_back(std::move(stream));
    };
    add({AlertKind::MoreReviews, AlertKind::FewerReviews, {}, {}, {}, {}, false, {}, {}});
    add({AlertKind::MoreComplaints, AlertKind::FewerComplaints, {}, {}, {}, {}, true, {}, {}});
    topics_from_ = streams_.size();
    for (const TopicRule& rule : index.rules.topics) {
      add({AlertKind::MoreOfTopic, AlertKind::LessOfTopic, rule.id, rule.name, {}, {}, false, {}, {}});
      add({AlertKind::MoreComplaints, AlertKind::FewerComplaints, rule.id, rule.name, {}, {}, true, {}, {}});
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
  std::vector<std::size_t> add_names(const feedback::NameList& names, const std::vector<std::uint32_t>& ids,
                                     bool is_product);
  [[nodiscard]] std::size_t tests_per_year() const noexcept { return streams_.size() * kWindows.size() * 52; }

  const Reviews& reviews_;
  const feedback::Readings& readings_;
  const TopicIndex& index_;
  std::optional<Days> first_, last_;
  std::size_t weeks_ = 0, topics_from_ = 0;
  std::vector<Stream> streams_;
  std::vector<std::size_t> stream_of_source_, stream_of_product_;  // by id; 0: none
  std::vector<snapshot::Alert> alerts_;
};

std::vector<std::size_t> Scan::add_names(const feedback::NameList& names,
                                         const std::vector<std::uint32_t>& ids, bool is_product) {
  std::vector<std::uint64_t> counts(names.size());
  for (const std::uint32_t id : ids) ++counts[id];
  std::vector<std::uint32_t> order;
  for (std::uint32_t id = 1; id < names.size(); ++id) {
    if (counts[id] >= kLeastReviews) order.push_back(id);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(~counts[a], std::string_view{names.name(a)}) <
           std::tuple(~counts[b], std::string_view{names.name(b)});
  });
  if (order.size() > kStreamsOfSort) order.resize(kStreamsOfSort);
  std::vector<std::size_t> stream_of(names.size());
  if (order.size() < 2) return stream_of;  // one name only is the whole
  for (const std::uint32_t id : order) {
    Stream stream{AlertKind::MoreComplaints, AlertKind::FewerComplaints, {}, {}, {}, {}, true, {}, {}};
    (is_product ? stream.product : stream.source) = names.name(id);
    stream.part.resize(weeks_), stream.whole.resize(weeks_);
    stream_of[id] = streams_.size();
    streams_.push_back(std::move(stream));
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
  const auto add_complaint = [&](Stream& stream) {
    if (!is_judged) return;
    ++stream.whole[week];
    if (sentiment == Sentiment::Negative) ++stream.part[week];
  };
  add_complaint(streams_[1]);
  if (const std::size_t stream = stream_of_source_[reviews_.source_ids[row]]; stream != 0)
    add_complaint(streams_[stream]);
  if (const std::size_t stream = stream_of_product_[reviews_.product_ids[row]]; stream != 0)
    add_complaint(streams_[stream]);
  if (!reviews_.has_text(row)) return;
  for (std::size_t topic = 0; topic < index_.rules.topics.size(); ++topic)
    ++streams_[topics_from_ + 2 * topic].whole[week];
  for (const std::uint16_t topic : index_.assignment.of(row)) {
    ++streams_[topics_from_ + 2 * topic].part[week];
    add_complaint(streams_[topics_from_ + 2 * topic + 1]);
  }
}

void Scan::scan(std::size_t at) {
  const Stream& stream = streams_[at];
  std::vector<Hit> hits;
  const double limit = kFalseAlarmsPerYear / static_cast<double>(tests_per_year());
  if (at == 0)
    scan_count(stream, hits, limit);
  else
    scan_share(stream, hits, limit);
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tuple(a.p, a.begin, a.end) < std::tuple(b.p, b.begin, b.end);
  });
  std::vector<Hit> kept;
  for (const Hit& hit : hits) {
    const bool is_told = std::any_of(kept.begin(), kept.end(), [&](const Hit& other) {
      return other.is_more == hit.is_more && hit.begin < other.end + kApart && other.begin < hit.end + kApart;
    });
    if (!is_told) kept.push_back(hit);
  }
  for (const Hit& hit : kept) {
    snapshot::Alert alert;
    alert.kind = hit.is_more ? stream.more : stream.less;
    alert.topic = stream.topic, alert.topic_name = stream.topic_name;
    alert.source = stream.source, alert.product = stream.product;
    alert.from = *last_ - static_cast<Days>(7 * (weeks_ - hit.begin)) + 1;
    alert.to = *last_ - static_cast<Days>(7 * (weeks_ - hit.end));
    if (at == 0) {
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
    if (stream.is_complaints) alert.evidence.sentiments = {Sentiment::Negative};
    alert.evidence.from = alert.from, alert.evidence.to = alert.to;
    alert.evidence.n = static_cast<std::uint64_t>(hit.observed);
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
