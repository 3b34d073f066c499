// Every customer of all files: found, sorted, filtered; one of them in full beside the list.
#pragma once

#include "ui/view.hpp"
#include "ui/views/customer_detail_view.hpp"
#include "ui/views/customers_filters.hpp"
#include "ui/views/customers_table.hpp"

namespace attune::ui {

class CustomersView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  bool draw_drawer(Frame& frame);

  CustomersFilters filters_;
  CustomersTable table_;
  CustomerDetailView detail_;
};

}  // namespace attune::ui
