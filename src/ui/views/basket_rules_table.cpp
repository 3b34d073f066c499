#include "ui/views/basket_rules_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "ui/state/sentences.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {
namespace {

using snapshot::BasketRule;

constexpr float kHeight = 480;
constexpr float kRowHeight = 56;

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : " + ") + item;
  return text;
}

class Source final : public TableSource {
 public:
  Source(std::vector<const BasketRule*> rules, const Strings& strings)
      : rules_{std::move(rules)}, strings_{strings} {}

  [[nodiscard]] std::size_t row_count() const override { return rules_.size(); }
  [[nodiscard]] bool has_row(std::size_t) const override { return true; }
  void want(std::size_t, std::size_t) override {}
  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    const BasketRule& rule = *rules_[row];
    switch (column) {
      case 0:
        return {.text = joined(rule.if_items)};
      case 1:
        return {.text = rule.then_item};
      case 2:
        return {.text = number_text(rule.together, strings_)};
      case 3:
        return {.text = share_text(rule.confidence, strings_)};
      default:
        return {.text = strings_.say(Text::TimesAsOften,
                                     {chart::format_number(rule.lift, 1, strings_.locale())})};
    }
  }

 private:
  std::vector<const BasketRule*> rules_;
  const Strings& strings_;
};

// At most 200 rules, so sorting them in a frame costs nothing.
std::vector<const BasketRule*> sorted(const std::vector<BasketRule>& rules, const TableSort& sort) {
  std::vector<const BasketRule*> order;
  for (const BasketRule& rule : rules) order.push_back(&rule);
  const auto by = [&](auto&& value) {
    std::ranges::stable_sort(order, [&](const BasketRule* a, const BasketRule* b) {
      return sort.is_descending ? value(*b) < value(*a) : value(*a) < value(*b);
    });
  };
  if (sort.column == "then") by([](const BasketRule& rule) { return rule.then_item; });
  if (sort.column == "together") by([](const BasketRule& rule) { return rule.together; });
  if (sort.column == "share") by([](const BasketRule& rule) { return rule.confidence; });
  if (sort.column == "lift") by([](const BasketRule& rule) { return rule.lift; });
  return order;
}

}  // namespace

void BasketRulesTable::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const snapshot::Recommendations& recommendations = frame.snapshot->customers->recommendations;
  const std::string title = strings.say(Text::BoughtTogether);
  const std::string caption =
      strings.say(Text::BoughtTogetherHint, {number_text(recommendations.baskets, strings)});
  const Card card(title + "###rules-card", {.caption = caption});
  if (recommendations.rules.empty()) {
    paragraph(strings.say(Text::NoRulesFound), kSoft);
    return;
  }
  const std::array titles{strings.say(Text::WhoBuys), strings.say(Text::AlsoBuys),
                          strings.say(Text::Together), strings.say(Text::HowOften),
                          strings.say(Text::MoreThanChance)};
  const std::array columns{
      TableColumn{.id = "if", .title = titles[0], .width = 150, .stretch = 1},
      TableColumn{.id = "then", .title = titles[1], .width = 150, .stretch = 1, .is_sortable = true},
      TableColumn{.id = "together",
                  .title = titles[2],
                  .width = 96,
                  .is_sortable = true,
                  .is_numeric = true,
                  .hidden_below = 620},
      TableColumn{.id = "share", .title = titles[3], .width = 112, .is_sortable = true, .is_numeric = true},
      TableColumn{.id = "lift",
                  .title = titles[4],
                  .width = 156,
                  .is_sortable = true,
                  .is_numeric = true,
                  .hidden_below = 520}};
  Source source(sorted(recommendations.rules, state_.sort), strings);
  const float wanted = static_cast<float>(recommendations.rules.size() + 1) * kRowHeight;
  (void)data_table(
      title + "###rules", columns, source, state_,
      {.row_height = kRowHeight, .lines = 2, .height = std::min(kHeight, wanted), .cards_below = 420});
}

}  // namespace attune::ui
