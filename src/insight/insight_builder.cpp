#include "insight/insight_builder.hpp"

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

  auto mentions = summarise_mentions(*sources.reviews, *sources.readings, sources.metrics->products);
  while (mentions.advance()) co_yield mentions.progress();
  MentionSummary found = std::move(mentions).result();
  insight.aspects = std::move(found.aspects);
  insight.entities = std::move(found.entities);

  auto drivers =
      find_drivers(*sources.reviews, *sources.readings, *sources.topics, ratings_of(*sources.reviews));
  while (drivers.advance()) co_yield drivers.progress();
  insight.drivers = std::move(drivers).result();
  if (const auto& recommend = sources.metrics->recommend) {
    auto promoting = find_drivers(*sources.reviews, *sources.readings, *sources.topics,
                                  recommendations_of(*sources.reviews, *recommend));
    while (promoting.advance()) co_yield promoting.progress();
    insight.recommendation_drivers = std::move(promoting).result();
  }

  auto trends = find_trends(*sources.reviews, *sources.readings, *sources.topics);
  while (trends.advance()) co_yield trends.progress();
  insight.trends = std::move(trends).result();

  auto alerts = find_alerts(*sources.reviews, *sources.readings, *sources.topics);
  while (alerts.advance()) co_yield alerts.progress();
  insight.alerts = std::move(alerts).result();

  auto metrics = find_metrics(*sources.reviews, *sources.readings, *sources.metrics);
  while (metrics.advance()) co_yield metrics.progress();
  insight.metrics = std::move(metrics).result();

  insight.priorities = choose_priorities(*sources.reviews, *sources.readings, insight);
  co_return insight;
}

}  // namespace attune::insight
