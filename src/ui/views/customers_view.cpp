#include "ui/views/customers_view.hpp"

#include <string>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/customers_figures.hpp"
#include "ui/views/drawer_steps.hpp"
#include "ui/views/missing_data.hpp"
#include "ui/views/page_top.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/overlays.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/surfaces.hpp"

namespace attune::ui {
namespace {

std::string caption_text(const Frame& frame) {
  const Strings& strings = frame.strings;
  if (frame.snapshot == nullptr || !frame.snapshot->customers) return files_text(frame.run.files, strings);
  const std::uint64_t all = frame.snapshot->customers->counts.customers;
  const auto shown = frame.customers.rows.total();
  if (!shown || *shown == all) return customer_count(all, strings);
  return strings.say(Text::CustomersOf, {number_text(*shown, strings), number_text(all, strings)});
}

// What those in the list add up to, and the way out with them.
void draw_sums(Frame& frame) {
  const auto& latest = frame.customers.latest();
  if (!latest || latest->total == 0) return;
  const Strings& strings = frame.strings;
  const std::string& currency = frame.snapshot->customers->counts.currency;
  const double horizon = frame.snapshot->customers->value.horizon_days;
  std::string sentence = strings.say(Text::PeopleRevenue, {customer_count(latest->total, strings),
                                                           money_text(latest->revenue, currency, strings)});
  if (latest->value > 0) {
    sentence += " · " + strings.say(Text::PeopleValue, {money_text(latest->value, currency, strings),
                                                        days_text(horizon, strings)});
    sentence +=
        " · " + strings.say(Text::PeopleAtRisk, {money_text(latest->value_at_risk, currency, strings)});
  }
  paragraph(sentence, kSoft);
  space(kSpace3);
}

}  // namespace

void CustomersView::draw(Frame& frame) {
  frame.customers.show({.filter = frame.view.people.filter,
                        .by = frame.view.people.by,
                        .descending = frame.view.people.descending});
  if (draw_drawer(frame)) return;
  draw_page_top(frame, Text::Customers, caption_text(frame));
  if (frame.snapshot == nullptr || !frame.snapshot->customers ||
      frame.snapshot->customers->counts.customers == 0) {
    draw_missing_data(frame, DataNeed::Orders, Text::CustomersShow);
    return;
  }
  const Strings& strings = frame.strings;
  if (!frame.view.own().has(kOpenKey)) {  // else the room is the list's
    draw_customer_figures(frame);
    space(kSpace4);
  }
  filters_.draw(frame);
  space(kSpace3);
  if (!frame.customers.rows.failure().empty()) {
    banner(frame.customers.rows.failure(), Tone::Negative);
    return;
  }
  if (frame.customers.rows.total() == std::uint64_t{0}) {
    const std::string title = strings.say(Text::NobodyMatches);
    const std::string hint = strings.say(Text::NothingMatchesHint);
    const std::string action = strings.label(Text::ClearFilters, "clear");
    if (empty_state({.icon = Icon::People, .title = title, .hint = hint, .action = action})) {
      frame.view.people.filter = {};
    }
    (void)frame.customers.rows.find(0);
    return;
  }
  draw_sums(frame);
  table_.draw(frame);
}

// True if the open customer covers the page.
bool CustomersView::draw_drawer(Frame& frame) {
  const auto open = frame.view.own().number(kOpenKey);
  if (!open || frame.snapshot == nullptr || !frame.snapshot->customers) return false;
  const Strings& strings = frame.strings;
  bool is_shown = true;
  bool covers_page = false;
  {
    const Drawer drawer(strings.label(Text::Customer, "customer-detail"), is_shown, kCustomerDrawer);
    drawer_steps(frame, table_);
    space(kSpace4);
    detail_.draw(frame, static_cast<std::uint32_t>(*open));
    covers_page = drawer.covers_page();
  }
  if (!is_shown) frame.view.parameters[PageName::Customers].clear(kOpenKey);
  return covers_page;
}

}  // namespace attune::ui
