#include "engine/redaction.hpp"

#include <algorithm>

#include "feedback/personal_data.hpp"

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

}  // namespace attune::engine
