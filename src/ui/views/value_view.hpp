// What customers are worth and who is about to leave: the map of both, how values spread, how long customers
// stay, and how far the models behind it can be trusted.
#pragma once

#include "ui/view.hpp"
#include "ui/views/risk_map_card.hpp"
#include "ui/views/value_models.hpp"
#include "ui/views/value_retention.hpp"

namespace attune::ui {

class ValueView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  void draw_distribution(Frame& frame);

  RiskMapCard map_;
  ChartPlace distribution_;
  ValueRetention retention_;
  ValueModels models_;
};

}  // namespace attune::ui
