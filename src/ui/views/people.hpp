// What the pages about customers have in common: going to the list of some of them, exporting them, and the
// figures they begin with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/view.hpp"
#include "ui/widgets/controls.hpp"

namespace attune::ui {

// The list of the customers who pass this filter and no other.
void show_people(Frame& frame, protocol::CustomersFilter filter);
void show_segment(Frame& frame, snapshot::RfmSegment segment);
// One customer, beside the list.
void open_customer(Frame& frame, std::uint32_t customer);

// "Export for mailing": the filter's people as a file, without those who said no.
void draw_people_export(Frame& frame, const protocol::CustomersFilter& filter, std::string_view stable_id,
                        bool is_enabled = true);

// Null while the files name no customers with orders: then missing_data.hpp has the page.
[[nodiscard]] const snapshot::Customers* customers_with_orders(const Frame& frame) noexcept;

[[nodiscard]] Tone tone_of_risk(std::string_view level) noexcept;
[[nodiscard]] Tone tone_of_segment(snapshot::RfmSegment segment) noexcept;
[[nodiscard]] Tone tone_of_sentiment(double sentiment) noexcept;  // -1 to 1
// "Negative" below -0.25, "Positive" above 0.25.
[[nodiscard]] std::string sentiment_text(double sentiment, const Strings& strings);

}  // namespace attune::ui
