// The metrics that come from orders and lists of people; formulas in insight/metrics.hpp.
#pragma once

#include <vector>

#include "insight/metrics.hpp"
#include "snapshot/metrics.hpp"

namespace attune::insight {

[[nodiscard]] std::vector<snapshot::Metric> order_metrics(const MetricSources& sources);

}  // namespace attune::insight
