// The metrics that come from tickets and replies; formulas in insight/metrics.hpp.
#pragma once

#include <vector>

#include "insight/metrics.hpp"
#include "snapshot/metrics.hpp"

namespace attune::insight {

[[nodiscard]] std::vector<snapshot::Metric> service_metrics(const MetricSources& sources);

}  // namespace attune::insight
