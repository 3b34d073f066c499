#include "engine/redaction.hpp"

#include <algorithm>
#include <utility>

#include "feedback/personal_data.hpp"
#include "insight/sentences.hpp"

namespace attune::engine {
namespace {

// The bytes [begin, end) of the understood text, redacted.
std::string redacted_part(const AnalysisRun& run, feedback::Row row, std::string_view understood,
                          std::size_t begin, std::size_t end) {
  const feedback::Readings& readings = run.readings();
  const auto person = std::find(readings.entity_types.begin(), readings.entity_types.end(), "person") -
                      readings.entity_types.begin();
  std::vector<feedback::PersonalSpan> names;
  for (const feedback::Entity& entity : readings.entities[row]) {
    if (entity.type != person || entity.text.begin < begin || entity.text.end() > end) continue;
    names.push_back({{entity.text.begin - begin, entity.text.end() - begin}, feedback::PersonalKind::Name});
  }
  const std::string_view part = understood.substr(begin, end - begin);
  return feedback::redacted(part, feedback::merged(feedback::find_personal(part), names));
}

}  // namespace

std::string redacted_text(const AnalysisRun& run, feedback::Row row) {
  std::string understood;
  const std::size_t begin = run.reviews().write_understood_text(row, understood);
  return redacted_part(run, row, understood, std::min(begin, understood.size()), understood.size());
}

std::string redacted_title(const AnalysisRun& run, feedback::Row row) {
  std::string understood;
  const std::size_t begin = run.reviews().write_understood_text(row, understood);
  return redacted_part(run, row, understood, 0,
                       std::min({run.reviews().title(row).size(), begin, understood.size()}));
}

snapshot::Snapshot redacted_snapshot(snapshot::Snapshot snapshot) {
  const auto redact = [](snapshot::Quote& quote) {
    quote.text = feedback::redacted(quote.text);
    quote.highlights.clear();  // they point into the text as it was
  };
  for (snapshot::Quote& quote : snapshot.overview.praise) redact(quote);
  for (snapshot::Quote& quote : snapshot.overview.complaints) redact(quote);
  snapshot::Insight& insight = snapshot.insight;
  for (snapshot::Topic& topic : insight.topics.topics)
    std::for_each(topic.quotes.begin(), topic.quotes.end(), redact);
  for (snapshot::Aspect& aspect : insight.aspects)
    std::for_each(aspect.quotes.begin(), aspect.quotes.end(), redact);
  std::erase_if(insight.entities, [](const snapshot::Entity& entity) {
    return entity.kind == snapshot::EntityKind::Person || feedback::redacted(entity.name) != entity.name;
  });
  for (snapshot::Priority& priority : insight.priorities) {
    if (priority.quote) redact(*priority.quote);
    if (priority.kind != snapshot::PriorityKind::CallBack) continue;
    priority.subject = priority.name = "[name]";
    priority.sentence = insight::sentence_for(priority);
  }
  if (snapshot.customers) {
    snapshot.customers->identity.joins.clear();
    snapshot.customers->identity.kept_apart.clear();
  }
  return snapshot;
}

}  // namespace attune::engine
