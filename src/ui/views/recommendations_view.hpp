// What to offer: to one customer, with one product, or by the rules of what is bought together; each with its
// why, and with how well it would have done on the shop's own past.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"
#include "ui/views/basket_rules_table.hpp"
#include "ui/views/offers_by_customer.hpp"
#include "ui/views/offers_by_product.hpp"

namespace attune::ui {

class RecommendationsView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  void draw_back_test(Frame& frame);

  ChartPlace back_test_;
  OffersByCustomer by_customer_;
  OffersByProduct by_product_;
  BasketRulesTable rules_;
};

}  // namespace attune::ui
