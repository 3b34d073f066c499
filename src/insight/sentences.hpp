// Alerts and priorities as English sentences, for files and reports; the page makes its own from the codes.
#pragma once

#include <cstdint>
#include <string>

#include "base/dates.hpp"
#include "snapshot/insight.hpp"

namespace attune::insight {

[[nodiscard]] std::string sentence_for(const snapshot::Alert& alert);
[[nodiscard]] std::string sentence_for(const snapshot::Priority& priority);

[[nodiscard]] std::string percent(double share);                                        // "37 %"
[[nodiscard]] std::string counted(std::uint64_t n, const char* one, const char* many);  // "1,204 reviews"
[[nodiscard]] std::string decimal(double value, int digits);                            // "0.25"

}  // namespace attune::insight
