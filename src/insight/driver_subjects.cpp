#include "insight/driver_subjects.hpp"

#include <algorithm>

#include "insight/topic_summary.hpp"

namespace attune::insight {
namespace {

constexpr std::uint16_t kNoSubject = 0xFFFF;

Judgement side_of(snapshot::Sentiment sentiment) {
  switch (sentiment) {
    case snapshot::Sentiment::Negative:
      return Judgement::Negative;
    case snapshot::Sentiment::Positive:
      return Judgement::Positive;
    case snapshot::Sentiment::Neutral:
      break;
  }
  return Judgement::Neutral;
}

}  // namespace

DriverSubjects topic_subjects(const feedback::Reviews& reviews, const feedback::Readings& readings,
                              const TopicIndex& index) {
  DriverSubjects made;
  const std::vector<TopicRule>& topics = index.rules.topics;
  std::vector<std::uint16_t> subject_of(topics.size(), kNoSubject);
  for (std::size_t topic = 0; topic < topics.size(); ++topic) {
    const bool is_parent = std::any_of(
        topics.begin(), topics.end(), [&](const TopicRule& rule) { return rule.parent == topics[topic].id; });
    if (is_parent) continue;
    subject_of[topic] = static_cast<std::uint16_t>(made.subjects.size());
    made.subjects.push_back({topics[topic].id, topics[topic].name});
  }
  for (feedback::Row row = 0; row < reviews.size(); ++row) {
    snapshot::Sentiment sentiment{};
    const bool is_known = sentiment_of_review(reviews, readings.feelings, row, sentiment);
    const Judgement side = is_known ? side_of(sentiment) : Judgement::Unknown;
    for (const std::uint16_t topic : index.assignment.of(row)) {
      if (subject_of[topic] != kNoSubject) made.mentions.push_back({subject_of[topic], side});
    }
    made.begins.push_back(static_cast<std::uint32_t>(made.mentions.size()));
  }
  return made;
}

}  // namespace attune::insight
