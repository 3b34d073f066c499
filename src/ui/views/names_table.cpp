#include "ui/views/names_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/topics_table.hpp"
#include "ui/widgets/layout.hpp"

namespace attune::ui {
namespace {

using snapshot::Entity;

constexpr std::size_t kMostRowsInView = 14;

enum Shown : std::size_t { kName, kKind, kReviews, kNet, kProduct };

class Source final : public TableSource {
 public:
  Source(const std::vector<Entity>& entities, const Strings& strings)
      : entities_{entities}, strings_{strings} {}

  [[nodiscard]] std::size_t row_count() const override { return entities_.size(); }
  [[nodiscard]] bool has_row(std::size_t row) const override { return row < entities_.size(); }
  void want(std::size_t, std::size_t) override {}

  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    const Entity& entity = entities_[row];
    switch (column) {
      case kName:
        return {.text = entity.name};
      case kKind:
        return {.text = entity_kind_text(entity.kind, strings_), .is_soft = true};
      case kReviews:
        return {.text = number_text(entity.n, strings_)};
      case kNet:
        if (entity.net.n == 0) return {};
        return {.text = strings_.say(Text::FigureWithRange,
                                     {net_text(entity.net.value, strings_), net_range(entity.net, strings_)}),
                .kind = TableCell::Kind::Pill,
                .tone = tone_of_net(entity.net)};
      default:
        return {.text = entity.product == entity.name ? std::string{} : entity.product, .is_soft = true};
    }
  }

 private:
  const std::vector<Entity>& entities_;
  const Strings& strings_;
};

}  // namespace

void NamesTable::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::vector<Entity>& entities = frame.snapshot->insight.entities;
  const std::array titles{strings.say(Text::NameSaid), strings.say(Text::NameKind),
                          strings.say(Text::Reviews), strings.say(Text::NetSentiment),
                          strings.say(Text::Product)};
  const std::array columns{
      TableColumn{.id = "name", .title = titles[kName], .width = 130, .stretch = 1, .heads_card = true},
      TableColumn{.id = "kind", .title = titles[kKind], .width = 110, .hidden_below = 420},
      TableColumn{.id = "reviews", .title = titles[kReviews], .width = 92, .is_numeric = true},
      TableColumn{.id = "net", .title = titles[kNet], .width = 172},
      TableColumn{.id = "product", .title = titles[kProduct], .width = 140, .hidden_below = 720}};
  Source source(entities, strings);
  const float height = table_height(columns, entities.size(), kMostRowsInView);
  const TableResult result =
      data_table(strings.label(Text::Names, "names"), columns, source, state_, {.height = height});
  if ((result.is_selection_changed || result.is_opened) && state_.selected &&
      *state_.selected < entities.size()) {
    protocol::RowsFilter filter;
    filter.entities = {entities[*state_.selected].name};
    state_.selected.reset();
    show_reviews(frame, std::move(filter));
  }
}

}  // namespace attune::ui
