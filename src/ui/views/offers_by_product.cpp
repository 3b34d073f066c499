#include "ui/views/offers_by_product.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/utf8.hpp"
#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
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

using snapshot::ItemCount;

constexpr float kListHeight = 420;

// ASCII letters alike in both cases; enough to find a product by the start of a word.
bool holds(std::string_view text, std::string_view part) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return !std::ranges::search(text, part, {}, lower, lower).empty() || part.empty();
}

class Source final : public TableSource {
 public:
  Source(std::vector<const ItemCount*> items, const std::string& currency, const Strings& strings)
      : items_{std::move(items)}, currency_{currency}, strings_{strings} {}

  [[nodiscard]] std::size_t row_count() const override { return items_.size(); }
  [[nodiscard]] bool has_row(std::size_t) const override { return true; }
  void want(std::size_t, std::size_t) override {}
  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    const ItemCount& item = *items_[row];
    if (column == 0) return {.text = item.name};
    if (column == 1) return {.text = number_text(item.customers, strings_)};
    return {.text = money_text(item.revenue, currency_, strings_)};
  }

 private:
  std::vector<const ItemCount*> items_;
  const std::string& currency_;
  const Strings& strings_;
};

}  // namespace

void OffersByProduct::draw(Frame& frame) {
  Columns columns("offers-by-product", {.min_width = 340, .max_count = 2});
  columns.next();
  draw_list(frame);
  columns.next();
  draw_offers(frame);
}

void OffersByProduct::draw_list(Frame& frame) {
  const Strings& strings = frame.strings;
  const snapshot::Customers& customers = *frame.snapshot->customers;
  const Card card(strings.label(Text::Products, "products-card"));
  const std::string placeholder = strings.say(Text::SearchProducts);
  if (search_box(strings.label(Text::SearchProducts, "search-products"), search_,
                 {.placeholder = placeholder, .shows_label = false})) {
    search_.resize(utf8::prefix_within(search_, kMaxSearchBytes));
  }
  space(kSpace3);
  std::vector<const ItemCount*> items;
  for (const ItemCount& item : customers.recommendations.popular) {
    if (holds(item.name, search_)) items.push_back(&item);
  }
  const auto open = frame.view.own().number("item");
  const auto at =
      std::ranges::find_if(items, [&](const ItemCount* item) { return open && item->item == *open; });
  state_.selected =
      at == items.end() ? std::nullopt : std::optional{static_cast<std::size_t>(at - items.begin())};
  const bool has_people = customers.recommendations.customers > 0;  // else baskets stand for them
  const bool has_revenue =
      std::ranges::any_of(items, [](const ItemCount* item) { return item->revenue > 0; });
  const std::array titles{strings.say(Text::Product),
                          strings.say(has_people ? Text::Customers : Text::Together),
                          strings.say(Text::Revenue)};
  const std::array columns{
      TableColumn{.id = "product", .title = titles[0], .width = 160, .stretch = 1},
      TableColumn{.id = "customers", .title = titles[1], .width = 96, .is_numeric = true},
      TableColumn{
          .id = "revenue", .title = titles[2], .width = 110, .is_numeric = true, .hidden_below = 420}};
  const std::span shown_columns{columns.data(), has_people || has_revenue ? columns.size() : 2};
  Source source(items, customers.counts.currency, strings);
  const TableResult result = data_table(strings.label(Text::Products, "products"), shown_columns, source,
                                        state_, {.row_height = 44, .height = kListHeight, .cards_below = 0});
  if ((result.is_selection_changed || result.is_opened) && state_.selected &&
      *state_.selected < items.size()) {
    frame.view.own().set("item", std::uint64_t{items[*state_.selected]->item});
  }
}

void OffersByProduct::draw_offers(Frame& frame) const {
  const Strings& strings = frame.strings;
  const auto& popular = frame.snapshot->customers->recommendations.popular;
  const Card card(strings.label(Text::GoesWithIt, "with-product-card"));
  auto open = frame.view.own().number("item");
  if (!open && !popular.empty()) open = popular.front().item;
  if (!open) return;
  const protocol::RecommendForItemQuery question{static_cast<std::uint32_t>(*open)};
  const auto* answer = frame.answers.find<protocol::ItemOffersAnswer>(question);
  if (answer == nullptr) {
    const std::string& failure = frame.answers.failure(question);
    paragraph(failure.empty() ? strings.say(Text::OneMoment) : failure, kSoft);
    return;
  }
  label(answer->name, kStrong);
  const bool has_people = frame.snapshot->customers->recommendations.customers > 0;
  if (has_people && link(strings.say(Text::ShowBuyers) + "###buyers")) {
    protocol::CustomersFilter filter;
    filter.bought = answer->name;
    show_people(frame, filter);
  }
  auto& excluded = frame.customer_settings.not_offered;
  const std::vector<std::string> shown = excluded;
  for (const std::string& name : shown) {
    if (link(strings.say(Text::OfferAgain, {name}) + "###offer-again-" + name)) std::erase(excluded, name);
  }
  if (std::ranges::find(excluded, answer->name) == excluded.end() &&
      link(strings.say(Text::NeverOffer) + "###never-offer")) {
    excluded.push_back(answer->name);
  }
  space(kSpace2);
  if (answer->offers.empty()) {
    paragraph(strings.say(Text::NothingGoesWith), kSoft);
    return;
  }
  draw_offer_list(frame, answer->offers, true);
}

}  // namespace attune::ui
