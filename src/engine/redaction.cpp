#include "engine/redaction.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "feedback/personal_data.hpp"
#include "insight/mention_summary.hpp"
#include "insight/sentences.hpp"

namespace attune::engine {
namespace {

using feedback::PersonalSpan;

constexpr std::uint64_t kSmallestGroup = 5;
constexpr std::size_t kShortestName = 3;  // bytes

bool is_part_of_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

// Where a name stands by itself in a text.
void find_name(std::string_view text, std::string_view name, std::vector<PersonalSpan>& found) {
  if (name.size() < kShortestName) return;
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (at > 0 && is_part_of_word(text[at - 1]) && is_part_of_word(name.front())) continue;
    if (end < text.size() && is_part_of_word(text[end]) && is_part_of_word(name.back())) continue;
    found.push_back({{at, end}, feedback::PersonalKind::Name});
  }
}

std::vector<PersonalSpan> in_order(std::vector<PersonalSpan> spans) {
  std::sort(spans.begin(), spans.end(), [](const PersonalSpan& a, const PersonalSpan& b) {
    return std::tuple(a.bytes.begin, ~a.bytes.end) < std::tuple(b.bytes.begin, ~b.bytes.end);
  });
  std::vector<PersonalSpan> apart;
  for (const PersonalSpan& span : spans) {
    if (apart.empty() || apart.back().bytes.end <= span.bytes.begin) apart.push_back(span);
  }
  return apart;
}

std::uint8_t person_type(const feedback::Readings& readings) {
  return static_cast<std::uint8_t>(
      std::find(readings.entity_types.begin(), readings.entity_types.end(), "person") -
      readings.entity_types.begin());
}

// The bytes [begin, end) of the understood text, redacted.
std::string redacted_part(const AnalysisRun& run, feedback::Row row, std::string_view understood,
                          std::size_t begin, std::size_t end) {
  const std::uint8_t person = person_type(run.readings());
  const std::string_view part = understood.substr(begin, end - begin);
  std::vector<PersonalSpan> names;
  for (const feedback::Entity& entity : run.readings().entities[row]) {
    if (entity.type != person || entity.text.begin < begin || entity.text.end() > end) continue;
    names.push_back({{entity.text.begin - begin, entity.text.end() - begin}, feedback::PersonalKind::Name});
  }
  find_name(part, run.reviews().author(row), names);
  return feedback::redacted(part,
                            feedback::merged(feedback::find_personal(part), in_order(std::move(names))));
}

template <class Items, class Count>
void drop_small(Items& items, Count&& count) {
  std::erase_if(items, [&](const auto& item) { return count(item) < kSmallestGroup; });
}

// Topics, details and what is said of them may be called after somebody who is often named.
void hide_people(snapshot::Insight& insight) {
  std::set<std::string> people;
  for (const snapshot::Entity& entity : insight.entities) {
    if (entity.kind == snapshot::EntityKind::Person) people.insert(insight::mention_key(entity.name));
  }
  people.erase("");
  if (people.empty()) return;
  const auto is_person = [&](const std::string& name) { return people.contains(insight::mention_key(name)); };
  const auto hide = [&](std::string& name) {
    if (is_person(name)) name = "[name]";
  };
  for (snapshot::Topic& topic : insight.topics.topics) {
    hide(topic.name);
    std::erase_if(topic.terms, [&](const snapshot::TopicTerm& term) { return is_person(term.text); });
  }
  std::erase_if(insight.aspects, [&](const snapshot::Aspect& aspect) { return is_person(aspect.term); });
  std::erase_if(insight.aspect_drivers.drivers,
                [&](const snapshot::Driver& driver) { return is_person(driver.name); });
  for (auto* drivers : {&insight.drivers, &insight.recommendation_drivers, &insight.return_drivers})
    for (snapshot::Driver& driver : drivers->drivers) hide(driver.name);
  for (snapshot::Alert& alert : insight.alerts) {
    if (!is_person(alert.topic_name)) continue;
    hide(alert.topic_name);
    alert.sentence = insight::sentence_for(alert);
  }
  for (snapshot::Priority& priority : insight.priorities) {
    if (!is_person(priority.name)) continue;
    hide(priority.name);
    priority.sentence = insight::sentence_for(priority);
  }
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

std::string redacted_excerpt(const AnalysisRun& run, feedback::Row row, std::string_view text,
                             const std::vector<std::string>& names) {
  std::vector<PersonalSpan> found;
  for (const std::string& name : names) find_name(text, name, found);
  if (row < run.reviews().size()) {
    find_name(text, run.reviews().author(row), found);
    const std::uint8_t person = person_type(run.readings());
    std::string understood;
    run.reviews().write_understood_text(row, understood);
    for (const feedback::Entity& entity : run.readings().entities[row]) {
      if (entity.type == person) find_name(text, entity.text.of(understood), found);
    }
  }
  return feedback::redacted(text,
                            feedback::merged(feedback::find_personal(text), in_order(std::move(found))));
}

snapshot::Snapshot redacted_snapshot(const AnalysisRun& run, snapshot::Snapshot snapshot) {
  const auto redact = [&run](snapshot::Quote& quote) {
    quote.text = redacted_excerpt(run, static_cast<feedback::Row>(quote.row), quote.text);
    quote.highlights.clear();  // they point into the text as it was
  };
  for (snapshot::Quote& quote : snapshot.overview.praise) redact(quote);
  for (snapshot::Quote& quote : snapshot.overview.complaints) redact(quote);
  snapshot::Insight& insight = snapshot.insight;
  for (snapshot::Topic& topic : insight.topics.topics)
    std::for_each(topic.quotes.begin(), topic.quotes.end(), redact);
  for (snapshot::Aspect& aspect : insight.aspects)
    std::for_each(aspect.quotes.begin(), aspect.quotes.end(), redact);
  hide_people(insight);
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

snapshot::Snapshot without_small_groups(snapshot::Snapshot snapshot) {
  snapshot::Insight& insight = snapshot.insight;
  drop_small(insight.topics.topics, [](const snapshot::Topic& topic) { return topic.n; });
  drop_small(insight.aspects, [](const snapshot::Aspect& aspect) { return aspect.n; });
  for (snapshot::Aspect& aspect : insight.aspects) {
    drop_small(aspect.opinions, [](const snapshot::OpinionWord& opinion) { return opinion.n; });
    for (auto* groups : {&aspect.by_product, &aspect.by_source, &aspect.by_place, &aspect.by_segment})
      drop_small(*groups, [](const snapshot::NetOfGroup& group) { return group.net.n; });
    drop_small(aspect.trend, [](const snapshot::TopicPoint& point) { return point.n; });
  }
  for (snapshot::Topic& topic : insight.topics.topics) {
    drop_small(topic.trend, [](const snapshot::TopicPoint& point) { return point.n; });
    drop_small(topic.terms, [](const snapshot::TopicTerm& term) { return term.n; });
  }
  for (snapshot::Series& series : insight.trends.series)
    drop_small(series.points, [](const snapshot::SeriesPoint& point) { return point.figure.n; });
  drop_small(snapshot.overview.trend, [](const snapshot::TrendPoint& point) { return point.n; });
  drop_small(insight.entities, [](const snapshot::Entity& entity) { return entity.n; });
  drop_small(insight.alerts, [](const snapshot::Alert& alert) { return alert.evidence.n; });
  drop_small(insight.priorities, [](const snapshot::Priority& priority) { return priority.evidence.n; });
  for (snapshot::Metric& metric : insight.metrics)
    drop_small(metric.groups, [](const snapshot::MetricGroup& group) { return group.figure.n; });
  for (auto* facets : {&snapshot.overview.sources, &snapshot.overview.products, &snapshot.overview.languages})
    drop_small(*facets, [](const snapshot::FacetValue& facet) { return facet.n; });
  return snapshot;
}

}  // namespace attune::engine
