#include "insight/insight_builder.hpp"

#include <algorithm>
#include <utility>

#include "insight/alerts.hpp"
#include "insight/drivers.hpp"
#include "insight/mention_summary.hpp"
#include "insight/priorities.hpp"
#include "insight/series.hpp"
#include "insight/topic_summary.hpp"

namespace attune::insight {

Stepped<snapshot::Insight> find_insight(InsightSources sources) {
  snapshot::Insight insight;
  auto topics = summarise_topics(*sources.reviews, *sources.readings, *sources.topics, sources.awaits_model);
  while (topics.advance()) co_yield topics.progress();
  insight.topics = std::move(topics).result();

  auto mentions =
      summarise_mentions(*sources.reviews, *sources.readings, *sources.writers, sources.metrics->products);
  while (mentions.advance()) co_yield mentions.progress();
  MentionSummary found = std::move(mentions).result();
  insight.aspects = std::move(found.aspects);
  insight.entities = std::move(found.entities);

  const DriverSubjects topic_columns = topic_subjects(*sources.reviews, *sources.readings, *sources.topics);
  const auto drivers_of = [&](const DriverSubjects& subjects, std::vector<float> outcome) {
    return find_drivers(*sources.reviews, *sources.readings, subjects, std::move(outcome));
  };
  auto drivers = drivers_of(topic_columns, ratings_of(*sources.reviews));
  while (drivers.advance()) co_yield drivers.progress();
  insight.drivers = std::move(drivers).result();
  auto by_aspect = drivers_of(found.said, ratings_of(*sources.reviews));
  while (by_aspect.advance()) co_yield by_aspect.progress();
  insight.aspect_drivers = std::move(by_aspect).result();
  if (const auto& recommend = sources.metrics->recommend) {
    auto promoting = drivers_of(topic_columns, recommendations_of(*sources.reviews, *recommend));
    while (promoting.advance()) co_yield promoting.progress();
    insight.recommendation_drivers = std::move(promoting).result();
  }
  if (!sources.writers->came_back.empty()) {
    auto returning = drivers_of(topic_columns, sources.writers->came_back);
    while (returning.advance()) co_yield returning.progress();
    insight.return_drivers = std::move(returning).result();
  }

  auto trends = find_trends(*sources.reviews, *sources.readings, *sources.topics);
  while (trends.advance()) co_yield trends.progress();
  insight.trends = std::move(trends).result();

  auto alerts = find_alerts(*sources.reviews, *sources.readings, *sources.topics);
  while (alerts.advance()) co_yield alerts.progress();
  insight.alerts = std::move(alerts).result();

  auto metrics = find_metrics(*sources.reviews, *sources.readings, *sources.metrics, *sources.writers);
  while (metrics.advance()) co_yield metrics.progress();
  insight.metrics = std::move(metrics).result();
  auto voice =
      share_of_voice(*sources.reviews, *sources.writers, *sources.brands, sources.metrics->review_columns);
  while (voice.advance()) co_yield voice.progress();
  const auto place =
      std::upper_bound(insight.metrics.begin(), insight.metrics.end(), snapshot::MetricId::ShareOfVoice,
                       [](snapshot::MetricId id, const snapshot::Metric& metric) { return id < metric.id; });
  insight.metrics.insert(place, std::move(voice).result());

  insight.priorities = choose_priorities(*sources.reviews, *sources.readings, insight);
  co_return insight;
}

}  // namespace attune::insight
