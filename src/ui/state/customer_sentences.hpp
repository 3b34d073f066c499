// What is known of customers, in words: money, segments, risk and its reasons, the rules that tell groups
// apart. The engine sends codes and numbers; the sentences are here, in every language.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protocol/customer_answers.hpp"
#include "snapshot/customers.hpp"
#include "ui/state/strings.hpp"

namespace attune::ui {

// "1,204 customers", "3 orders", "31 days" (rounded).
[[nodiscard]] std::string customer_count(std::uint64_t n, const Strings& strings);
[[nodiscard]] std::string basket_count(std::uint64_t n, const Strings& strings);
[[nodiscard]] std::string order_count(std::uint64_t n, const Strings& strings);
[[nodiscard]] std::string days_text(double days, const Strings& strings);

// "€1,204", a number alone if the files name no currency. From 100 up without decimals.
[[nodiscard]] std::string money_text(double amount, const std::string& currency, const Strings& strings);
// "€120 (€80 to €170)"
[[nodiscard]] std::string money_range_text(double amount, double low, double high,
                                           const std::string& currency, const Strings& strings);
// "48% to 52%; 1,204 customers"; "too few to say" where no interval can be had. `n_text`: what was counted.
[[nodiscard]] std::string interval_text(const snapshot::Estimate& estimate, const chart::ValueFormat& format,
                                        std::string_view n_text, const Strings& strings);
// Of a number of orders or days: one decimal below 10.
[[nodiscard]] std::string short_number(double value, const Strings& strings);

// "Anna Berg"; the e-mail or the file's own id where there is no name; else "Customer 17".
[[nodiscard]] std::string name_text(const protocol::CustomerRow& customer, const Strings& strings);

[[nodiscard]] Text title_of(snapshot::RfmSegment segment) noexcept;
[[nodiscard]] Text meaning_of(snapshot::RfmSegment segment) noexcept;
// By the engine's name ("at-risk"); "" for a name that is not known.
[[nodiscard]] std::string segment_text(std::string_view name, const Strings& strings);
[[nodiscard]] std::string risk_text(std::string_view level, const Strings& strings);

// "Usually orders every 31 days, silent for 96". The engine's own sentence for a code that is not known here.
[[nodiscard]] std::string reason_text(const protocol::Reason& reason, const Strings& strings);

// "days since the last order", or the column's name.
[[nodiscard]] std::string feature_text(const snapshot::ClusterFeature& feature, const Strings& strings);
// "orders: more than 3"
[[nodiscard]] std::string condition_text(const snapshot::Condition& condition,
                                         const snapshot::Clusters& clusters, const Strings& strings);

}  // namespace attune::ui
