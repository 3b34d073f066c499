#include "ui/views/offers_by_customer.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "snapshot/customer_names.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/cached_rows.hpp"
#include "ui/views/offers.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using protocol::CustomerRow;

constexpr float kListHeight = 420;
constexpr std::size_t kMostFavourites = 5;

class Source final : public CachedRows<CustomerRow> {
 public:
  Source(PageCache<CustomerRow>& rows, const Strings& strings) : CachedRows{rows}, strings_{strings} {}

  [[nodiscard]] TableCell cell_of(const CustomerRow& row, std::size_t column) const override {
    if (column == 0) return {.text = name_text(row, strings_)};
    if (column == 1) return {.text = order_count(row.orders, strings_), .is_soft = true};
    const auto segment = snapshot::rfm_segment_from_name(row.segment);
    if (!segment) return {};
    return {.text = strings_.say(title_of(*segment)),
            .kind = TableCell::Kind::Pill,
            .tone = tone_of_segment(*segment)};
  }

 private:
  const Strings& strings_;
};

// For those who have bought whatever there is. `products`: most bought first.
void draw_favourites(std::span<const protocol::ProfileField> products, const Strings& strings) {
  if (products.empty()) return paragraph(strings.say(Text::NothingToOffer), kSoft);
  paragraph(strings.say(Text::OfferFavourites), kSoft);
  space(kSpace2);
  for (const protocol::ProfileField& product : products.first(std::min(products.size(), kMostFavourites)))
    paragraph("· " + strings.say(Text::ProductTimes, {product.name, product.value}), kBody);
}

}  // namespace

void OffersByCustomer::draw(Frame& frame) {
  frame.customers.show({.filter = frame.view.people.filter,
                        .by = frame.view.people.by,
                        .descending = frame.view.people.descending});
  Columns columns("offers-by-customer", {.min_width = 340, .max_count = 2});
  columns.next();
  draw_list(frame);
  columns.next();
  draw_offers(frame);
}

void OffersByCustomer::draw_list(Frame& frame) {
  const Strings& strings = frame.strings;
  const Card card(strings.label(Text::Customers, "customers-card"));
  const std::string placeholder = strings.say(Text::SearchCustomersPlaceholder);
  std::string& search = frame.view.people.filter.search;
  (void)search_box(strings.label(Text::SearchCustomers, "search-customers"), search,
                   {.placeholder = placeholder, .shows_label = false});
  space(kSpace3);
  (void)frame.customers.rows.find(0);
  const std::array titles{strings.say(Text::Customer), strings.say(Text::Orders), strings.say(Text::Segment)};
  const std::array columns{TableColumn{.id = "name", .title = titles[0], .width = 140, .stretch = 1},
                           TableColumn{.id = "orders", .title = titles[1], .width = 110, .hidden_below = 480},
                           TableColumn{.id = "segment", .title = titles[2], .width = 160}};
  Source source(frame.customers.rows, strings);
  const TableResult result = data_table(strings.label(Text::Customers, "customers"), columns, source, state_,
                                        {.row_height = 44, .height = kListHeight, .cards_below = 0});
  if ((result.is_selection_changed || result.is_opened) && state_.selected) {
    if (const CustomerRow* row = frame.customers.rows.find(*state_.selected)) {
      frame.view.own().set("customer", std::uint64_t{row->customer});
    }
  }
}

void OffersByCustomer::draw_offers(Frame& frame) {
  const Strings& strings = frame.strings;
  auto chosen = frame.view.own().number("customer");
  if (!chosen) {
    const CustomerRow* first = frame.customers.rows.find(0);
    if (first != nullptr) chosen = first->customer;
  }
  const Card card(strings.label(Text::WhatToOffer, "offers-card"));
  if (!chosen) {
    paragraph(
        strings.say(frame.customers.rows.total() == std::uint64_t{0} ? Text::NobodyMatches : Text::OneMoment),
        kSoft);
    return;
  }
  const protocol::CustomerQuery question{static_cast<std::uint32_t>(*chosen)};
  const auto* answer = frame.answers.find<protocol::CustomerAnswer>(question);
  if (answer == nullptr) {
    const std::string& failure = frame.answers.failure(question);
    paragraph(failure.empty() ? strings.say(Text::OneMoment) : failure, kSoft);
    return;
  }
  if (link(name_text(answer->customer, strings) + "###open-customer",
           {.ink = Ink::Accent, .face = Face::Semibold})) {
    open_customer(frame, answer->customer.customer);
  }
  if (!answer->products.empty()) {
    std::string bought;
    for (std::size_t i = 0; i < answer->products.size() && i < 4; ++i) {
      bought += (i > 0 ? ", " : "") + answer->products[i].name;
    }
    paragraph(strings.say(Text::HasBought, {bought}), kCaption, {.max_lines = 2});
  }
  space(kSpace2);
  if (answer->offers.empty()) return draw_favourites(answer->products, strings);
  draw_offer_list(frame, answer->offers, true);
}

}  // namespace attune::ui
