#include "ui/views/topics_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/widgets/layout.hpp"

namespace attune::ui {
namespace {

using snapshot::Topic;
using snapshot::TopicMovement;

enum class Shown : std::uint8_t { Name, Reviews, Net, Rating, Movement };

struct Column {
  Shown shown;
  Text title;
  TableColumn layout;  // without its title
};
// A phone shows what, how often and how it is felt.
const std::array kColumns{
    Column{Shown::Name,
           Text::Topic,
           {.id = "name", .title = {}, .width = 130, .stretch = 1, .heads_card = true}},
    Column{Shown::Reviews,
           Text::Reviews,
           {.id = "reviews", .title = {}, .width = 104, .is_sortable = true, .is_numeric = true}},
    Column{Shown::Net, Text::NetSentiment, {.id = "net", .title = {}, .width = 172, .is_sortable = true}},
    Column{Shown::Rating,
           Text::MeanRating,
           {.id = "rating",
            .title = {},
            .width = 150,
            .is_sortable = true,
            .is_numeric = true,
            .hidden_below = 640}},
    Column{
        Shown::Movement, Text::Movement, {.id = "movement", .title = {}, .width = 124, .hidden_below = 760}},
};
constexpr std::size_t kMostRowsInView = 14;
constexpr const char* kIndent = "\xE2\x80\x83";  // em space: a topic of the second level

Tone tone_of(TopicMovement movement) {
  if (movement == TopicMovement::Growing || movement == TopicMovement::New) return Tone::Accent;
  return Tone::Neutral;
}

class Source final : public TableSource {
 public:
  Source(std::vector<const Topic*> topics, bool is_in_order, const Strings& strings)
      : topics_{std::move(topics)}, is_in_order_{is_in_order}, strings_{strings} {}

  [[nodiscard]] std::size_t row_count() const override { return topics_.size(); }
  [[nodiscard]] bool has_row(std::size_t row) const override { return row < topics_.size(); }
  void want(std::size_t, std::size_t) override {}

  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    const Topic& topic = *topics_[row];
    switch (kColumns[column].shown) {
      case Shown::Name: {
        const bool is_child = is_in_order_ && !topic.parent.empty();
        return {.text = (is_child ? kIndent : "") + topic_name(topic, strings_), .is_soft = is_child};
      }
      case Shown::Reviews:
        return {.text = strings_.say(Text::FigureWithRange, {number_text(topic.n, strings_),
                                                             share_text(topic.share.value, strings_)})};
      case Shown::Net:
        if (topic.net.n == 0) return {};
        return {.text = strings_.say(Text::FigureWithRange,
                                     {net_text(topic.net.value, strings_), net_range(topic.net, strings_)}),
                .kind = TableCell::Kind::Pill,
                .tone = tone_of_net(topic.net)};
      case Shown::Rating:
        return {.text = topic.rating.n > 0 ? rating_with_range(topic.rating, strings_) : std::string{}};
      case Shown::Movement:
        return {
            .text = movement_text(topic.movement, strings_),
            .kind = topic.movement == TopicMovement::Steady ? TableCell::Kind::Text : TableCell::Kind::Pill,
            .tone = tone_of(topic.movement)};
    }
    return {};
  }

 private:
  std::vector<const Topic*> topics_;
  bool is_in_order_;
  const Strings& strings_;
};

std::vector<const Topic*> ordered(const std::vector<Topic>& topics, const TableSort& sort) {
  std::vector<const Topic*> all;
  for (const Topic& topic : topics) all.push_back(&topic);
  if (sort.column.empty()) return all;
  const auto key = [&sort](const Topic* topic) {
    if (sort.column == "net") return topic->net.value;
    if (sort.column == "rating") return topic->rating.value;
    return static_cast<double>(topic->n);
  };
  std::ranges::stable_sort(all, [&](const Topic* a, const Topic* b) {
    return sort.is_descending ? key(a) > key(b) : key(a) < key(b);
  });
  return all;
}

}  // namespace

Tone tone_of_net(const snapshot::Estimate& net) noexcept {
  if (has_interval(net) && net.high < 0) return Tone::Negative;
  if (has_interval(net) && net.low > 0) return Tone::Positive;
  return Tone::Neutral;
}

void TopicsTable::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  std::vector<const Topic*> topics = ordered(frame.snapshot->insight.topics.topics, state_.sort);
  std::vector<TableColumn> columns;
  std::vector<std::string> titles;
  for (const Column& column : kColumns) titles.push_back(strings.say(column.title));
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    columns.push_back(kColumns[i].layout);
    columns.back().title = titles[i];
  }
  const std::string_view open = frame.view.own().text(kOpenKey);
  const auto found = std::ranges::find_if(topics, [&](const Topic* topic) { return topic->id == open; });
  state_.selected.reset();
  if (!open.empty() && found != topics.end())
    state_.selected = static_cast<std::size_t>(found - topics.begin());
  Source source(topics, state_.sort.column.empty(), strings);
  const float height = table_height(columns, topics.size(), kMostRowsInView);
  const TableResult result =
      data_table(strings.label(Text::Topics, "topics"), columns, source, state_, {.height = height});
  if ((result.is_selection_changed || result.is_opened) && state_.selected &&
      *state_.selected < topics.size()) {
    frame.view.own().set(kOpenKey, topics[*state_.selected]->id);
  }
}

}  // namespace attune::ui
