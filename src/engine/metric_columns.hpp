// What metrics need beyond the reviews, gathered from all tables by the roles of their columns.
#pragma once

#include <deque>

#include "base/stepped.hpp"
#include "engine/customer_book.hpp"
#include "engine/read_stage.hpp"
#include "insight/metrics.hpp"

namespace attune::engine {

// The files must outlive it and keep their tables and roles. customers: null where nobody is known.
[[nodiscard]] Stepped<insight::MetricSources> gather_metric_sources(const std::deque<SourceFile>& files,
                                                                    const CustomerBook* customers);

}  // namespace attune::engine
