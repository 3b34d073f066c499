// Which reviews pass the part of a filter that asks for languages, emotions and intents.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/understanding_summary.hpp"
#include "feedback/readings.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

class ReadingTest {
 public:
  // All must outlive it.
  ReadingTest(const feedback::Readings& readings, const Taught& taught, const protocol::RowsFilter& filter);

  [[nodiscard]] bool passes(feedback::Row row) const;

 private:
  const feedback::Readings& readings_;
  const Taught& taught_;
  const protocol::RowsFilter& filter_;
  std::vector<std::size_t> emotions_;  // labels, any of which is to be present
  std::vector<bool> intents_;          // by label
  std::vector<bool> custom_intents_;   // by intent
};

}  // namespace attune::engine
