#include "feedback/bias_audit.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "stats/intervals.hpp"

namespace attune::feedback {
namespace {

// Gathers the differences of pairs, frame by frame.
class GapBuilder {
 public:
  void add(double difference) {
    sum_ += difference;
    absolute_ += std::abs(difference);
    ++pairs_;
    frame_sum_ += difference;
    ++frame_pairs_;
  }
  void end_frame() {
    if (frame_pairs_ > 0) frame_means_.push_back(frame_sum_ / static_cast<double>(frame_pairs_));
    frame_sum_ = 0;
    frame_pairs_ = 0;
  }
  [[nodiscard]] ScoreGap gap() const {
    ScoreGap gap{.pairs = pairs_};
    if (pairs_ == 0) return gap;
    const auto n = static_cast<double>(pairs_);
    gap.mean = sum_ / n;
    gap.mean_absolute = absolute_ / n;
    double squares = 0;
    for (const double mean : frame_means_) squares += (mean - gap.mean) * (mean - gap.mean);
    const auto frames = static_cast<double>(frame_means_.size());
    const double deviation = frames > 1 ? std::sqrt(squares / (frames - 1)) : 0;
    const stats::Interval interval = stats::mean_interval(frame_means_.size(), gap.mean, deviation);
    gap.low = interval.low;
    gap.high = interval.high;
    return gap;
  }

 private:
  double sum_ = 0, absolute_ = 0, frame_sum_ = 0;
  std::uint64_t pairs_ = 0, frame_pairs_ = 0;
  std::vector<double> frame_means_;
};

class Evaluation {
 public:
  explicit Evaluation(std::span<const double> scores) : scores_{scores} {}

  [[nodiscard]] ScoreGap gender(const auto& wants_frame) const {
    GapBuilder builder;
    for (std::size_t frame = 0; frame < audit_frames().size(); ++frame) {
      if (!wants_frame(frame)) continue;
      // A woman and the man of her pair stand side by side.
      for (std::size_t person = 0; person + 1 < persons(); person += 2)
        builder.add(score(frame, person) - score(frame, person + 1));
      builder.end_frame();
    }
    return builder.gap();
  }

  [[nodiscard]] ScoreGap origin(std::size_t origin, const auto& wants_frame) const {
    GapBuilder builder;
    for (std::size_t frame = 0; frame < audit_frames().size(); ++frame) {
      if (!wants_frame(frame)) continue;
      builder.add(mean_of(frame, origin) - mean_of(frame, kNoOrigin));
      builder.end_frame();
    }
    return builder.gap();
  }

  [[nodiscard]] std::vector<WorstPair> worst() const {
    struct Candidate {
      std::size_t frame, person;
      double difference;
    };
    std::vector<Candidate> candidates;
    for (std::size_t frame = 0; frame < audit_frames().size(); ++frame) {
      for (std::size_t person = 0; person + 1 < persons(); person += 2) {
        candidates.push_back({frame, person, std::abs(score(frame, person) - score(frame, person + 1))});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.difference > b.difference; });
    const std::vector<AuditSentence> sentences = audit_sentences();
    std::vector<WorstPair> pairs;
    for (std::size_t i = 0; i < std::min(kWorstPairs, candidates.size()); ++i) {
      const std::size_t at = candidates[i].frame * persons() + candidates[i].person;
      pairs.push_back({sentences[at].text, sentences[at + 1].text, scores_[at], scores_[at + 1]});
    }
    return pairs;
  }

 private:
  [[nodiscard]] static std::size_t persons() { return audit_persons().size(); }
  [[nodiscard]] double score(std::size_t frame, std::size_t person) const {
    return scores_[frame * persons() + person];
  }
  // Over the names of an origin; kNoOrigin: over the names of all.
  [[nodiscard]] double mean_of(std::size_t frame, std::size_t origin) const {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t person = 0; person < persons(); ++person) {
      const std::size_t of_person = audit_persons()[person].origin;
      if (of_person == kNoOrigin || (origin != kNoOrigin && of_person != origin)) continue;
      sum += score(frame, person);
      ++count;
    }
    return sum / static_cast<double>(count);
  }

  std::span<const double> scores_;
};

double mean_absolute_of(const std::vector<OriginGap>& gaps) {
  double sum = 0;
  for (const OriginGap& one : gaps) sum += one.gap.mean_absolute;
  return gaps.empty() ? 0 : sum / static_cast<double>(gaps.size());
}

}  // namespace

BiasAudit evaluate_audit(std::span<const double> scores) {
  assert(scores.size() == audit_frames().size() * audit_persons().size());
  const Evaluation evaluation{scores};
  const auto origins_in = [&](const auto& wants_frame) {
    std::vector<OriginGap> gaps;
    for (std::size_t origin = 0; origin < kOrigins.size(); ++origin)
      gaps.push_back({origin, evaluation.origin(origin, wants_frame)});
    return gaps;
  };
  const auto every_frame = [](std::size_t) { return true; };
  BiasAudit audit;
  audit.sentences = scores.size();
  audit.gender = evaluation.gender(every_frame);
  audit.origins = origins_in(every_frame);
  audit.origin_mean_absolute = mean_absolute_of(audit.origins);
  for (std::size_t emotion = 0; emotion < kAuditEmotions.size(); ++emotion) {
    const auto wants_frame = [&](std::size_t frame) { return audit_frames()[frame].emotion == emotion; };
    audit.emotions.push_back({.emotion = emotion,
                              .gender = evaluation.gender(wants_frame),
                              .origin_mean_absolute = mean_absolute_of(origins_in(wants_frame))});
  }
  audit.worst = evaluation.worst();
  return audit;
}

}  // namespace attune::feedback
