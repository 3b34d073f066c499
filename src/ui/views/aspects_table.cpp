#include "ui/views/aspects_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ui/state/insight_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/topics_table.hpp"
#include "ui/widgets/layout.hpp"

namespace attune::ui {
namespace {

using snapshot::Aspect;

enum class Shown : std::uint8_t { Name, Reviews, Net, Praise, Complaints, Words };

struct Column {
  Shown shown;
  Text title;
  TableColumn layout;  // without its title
};
const std::array kColumns{
    Column{Shown::Name,
           Text::Detail,
           {.id = "name", .title = {}, .width = 120, .stretch = 1, .heads_card = true}},
    Column{Shown::Reviews,
           Text::Reviews,
           {.id = "reviews", .title = {}, .width = 92, .is_sortable = true, .is_numeric = true}},
    Column{Shown::Net, Text::NetSentiment, {.id = "net", .title = {}, .width = 172, .is_sortable = true}},
    Column{Shown::Praise,
           Text::PraiseCount,
           {.id = "praise",
            .title = {},
            .width = 96,
            .is_sortable = true,
            .is_numeric = true,
            .hidden_below = 620}},
    Column{Shown::Complaints,
           Text::ComplaintCount,
           {.id = "complaints",
            .title = {},
            .width = 110,
            .is_sortable = true,
            .is_numeric = true,
            .hidden_below = 620}},
    Column{Shown::Words,
           Text::OpinionWords,
           {.id = "words", .title = {}, .width = 240, .hidden_below = 760, .is_on_card = false}},
};
constexpr std::size_t kMostWords = 4;
constexpr std::size_t kMostRowsInView = 14;

std::string words_of(const Aspect& aspect) {
  std::string text;
  for (std::size_t i = 0; i < std::min(aspect.opinions.size(), kMostWords); ++i)
    text += (i > 0 ? ", " : "") + aspect.opinions[i].text;
  return text;
}

class Source final : public TableSource {
 public:
  Source(std::vector<const Aspect*> aspects, const Strings& strings)
      : aspects_{std::move(aspects)}, strings_{strings} {}

  [[nodiscard]] std::size_t row_count() const override { return aspects_.size(); }
  [[nodiscard]] bool has_row(std::size_t row) const override { return row < aspects_.size(); }
  void want(std::size_t, std::size_t) override {}

  [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const override {
    const Aspect& aspect = *aspects_[row];
    switch (kColumns[column].shown) {
      case Shown::Name:
        return {.text = aspect.term};
      case Shown::Reviews:
        return {.text = number_text(aspect.n, strings_)};
      case Shown::Net:
        if (aspect.net.n == 0) return {};
        return {.text = strings_.say(Text::FigureWithRange,
                                     {net_text(aspect.net.value, strings_), net_range(aspect.net, strings_)}),
                .kind = TableCell::Kind::Pill,
                .tone = tone_of_net(aspect.net)};
      case Shown::Praise:
        return {.text = number_text(aspect.positive, strings_)};
      case Shown::Complaints:
        return {.text = number_text(aspect.negative, strings_)};
      case Shown::Words:
        return {.text = words_of(aspect), .is_soft = true};
    }
    return {};
  }

 private:
  std::vector<const Aspect*> aspects_;
  const Strings& strings_;
};

double key_of(const Aspect& aspect, std::string_view column) {
  if (column == "net") return aspect.net.value;
  if (column == "praise") return static_cast<double>(aspect.positive);
  if (column == "complaints") return static_cast<double>(aspect.negative);
  return static_cast<double>(aspect.n);
}

std::vector<const Aspect*> ordered(const std::vector<Aspect>& aspects, const TableSort& sort) {
  std::vector<const Aspect*> all;
  for (const Aspect& aspect : aspects) all.push_back(&aspect);
  if (sort.column.empty()) return all;
  std::ranges::stable_sort(all, [&](const Aspect* a, const Aspect* b) {
    const double left = key_of(*a, sort.column);
    const double right = key_of(*b, sort.column);
    return sort.is_descending ? left > right : left < right;
  });
  return all;
}

}  // namespace

void AspectsTable::draw(Frame& frame) {
  const Strings& strings = frame.strings;
  const std::vector<const Aspect*> aspects = ordered(frame.snapshot->insight.aspects, state_.sort);
  std::vector<std::string> titles;
  std::vector<TableColumn> columns;
  for (const Column& column : kColumns) titles.push_back(strings.say(column.title));
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    columns.push_back(kColumns[i].layout);
    columns.back().title = titles[i];
  }
  const std::string_view open = frame.view.own().text(kOpenKey);
  const auto found =
      std::ranges::find_if(aspects, [&](const Aspect* aspect) { return aspect->term == open; });
  state_.selected.reset();
  if (!open.empty() && found != aspects.end())
    state_.selected = static_cast<std::size_t>(found - aspects.begin());
  Source source(aspects, strings);
  const float height = table_height(columns, aspects.size(), kMostRowsInView);
  const TableResult result =
      data_table(strings.label(Text::Details, "aspects"), columns, source, state_, {.height = height});
  if ((result.is_selection_changed || result.is_opened) && state_.selected &&
      *state_.selected < aspects.size()) {
    frame.view.own().set(kOpenKey, aspects[*state_.selected]->term);
  }
}

}  // namespace attune::ui
