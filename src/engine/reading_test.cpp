#include "engine/reading_test.hpp"

#include <algorithm>
#include <string>

namespace attune::engine {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

ReadingTest::ReadingTest(const feedback::Readings& readings, const Taught& taught,
                         const protocol::RowsFilter& filter)
    : readings_{readings}, taught_{taught}, filter_{filter} {
  const auto& emotions = readings.emotions.labels();
  for (std::size_t label = 0; label < emotions.size(); ++label) {
    if (contains(filter.emotions, emotions[label])) emotions_.push_back(label);
  }
  for (const std::string& label : readings.intents.labels())
    intents_.push_back(contains(filter.intents, label));
  for (const feedback::CustomIntent& intent : taught.intents)
    custom_intents_.push_back(contains(filter.custom_intents, intent.name()));
}

bool ReadingTest::passes(feedback::Row row) const {
  if (!filter_.languages.empty() &&
      (!readings_.languages.is_known(row) || !contains(filter_.languages, readings_.languages[row]))) {
    return false;
  }
  if (!filter_.emotions.empty() && (!readings_.emotions.is_known(row) ||
                                    std::none_of(emotions_.begin(), emotions_.end(), [&](std::size_t label) {
                                      return readings_.emotions.is_present(row, label);
                                    }))) {
    return false;
  }
  if (!filter_.intents.empty() &&
      (!readings_.intents.is_known(row) || !intents_[readings_.intents[row].label])) {
    return false;
  }
  if (filter_.custom_intents.empty()) return true;
  const auto intent = taught_.intent_column[row];
  return intent && custom_intents_[*intent];
}

}  // namespace attune::engine
