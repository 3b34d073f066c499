#include "ingest/basket_list.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/cell_shapes.hpp"
#include "ingest/column_names.hpp"

namespace attune::ingest {
namespace {

constexpr std::size_t kFewestLines = 20;
constexpr double kMostOfOneWidth = 0.75;
constexpr double kLeastTogether = 0.2;  // of the lines that name several things
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kMostWords = 8;
constexpr double kMostOdd = 0.03;  // cells that are long, a value, or a sentence
constexpr double kLeastReturning = 0.6;
constexpr double kLeastElsewhere = 0.25;  // of those, in another place of the line than usual
constexpr double kMostRepeating = 0.2;    // lines that name one thing twice

using Line = std::vector<std::string_view>;  // what is filled of a row

Line filled(const SampleRow& row) {
  Line line;
  for (const std::string& cell : row.cells) {
    if (const std::string_view text = trimmed(cell); !text.empty()) line.push_back(text);
  }
  return line;
}

bool is_name_of_thing(std::string_view text) {
  switch (shape_of(text)) {
    case CellShape::Word:
    case CellShape::Text:
    case CellShape::Id:
      break;
    default:
      return false;
  }
  const auto spaces = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
  const bool is_sentence = text.back() == '.' || text.back() == '!' || text.back() == '?';
  const bool is_markup = text.find_first_of("<>{}=\"") != std::string_view::npos;
  return text.size() <= kLongestName && spaces < kMostWords && !is_sentence && !is_markup;
}

struct Places {
  std::size_t lines = 0, last_line = 0, times = 0;
  std::vector<std::size_t> by_place;
};

bool is_ragged(std::span<const Line> lines, BasketList& list) {
  std::map<std::size_t, std::size_t> widths;
  std::size_t several = 0;
  for (const Line& line : lines) {
    ++widths[line.size()];
    several += line.size() > 1 ? 1U : 0U;
  }
  list.fewest = widths.begin()->first;
  list.most = widths.rbegin()->first;
  const auto all = static_cast<double>(lines.size());
  const bool is_uneven = std::all_of(widths.begin(), widths.end(), [all](const auto& width) {
    return static_cast<double>(width.second) <= kMostOfOneWidth * all;
  });
  return is_uneven && widths.size() > 2 && static_cast<double>(several) >= kLeastTogether * all;
}

}  // namespace

std::optional<BasketList> find_baskets(std::span<const SampleRow> rows) {
  std::vector<Line> lines;
  for (const SampleRow& row : rows) {
    if (Line line = filled(row); !line.empty()) lines.push_back(std::move(line));
  }
  BasketList list;
  if (lines.size() < kFewestLines || !is_ragged(lines, list)) return std::nullopt;

  std::unordered_map<std::string_view, Places> unsorted_places;
  std::size_t cells = 0;
  std::size_t odd = 0;
  std::size_t repeating = 0;
  for (std::size_t number = 0; number < lines.size(); ++number) {
    bool repeats = false;
    for (std::size_t place = 0; place < lines[number].size(); ++place) {
      const std::string_view text = lines[number][place];
      ++cells;
      odd += is_name_of_thing(text) ? 0U : 1U;
      Places& places = unsorted_places[text];
      repeats |= places.lines > 0 && places.last_line == number;
      if (places.lines == 0 || places.last_line != number) ++places.lines;
      places.last_line = number;
      ++places.times;
      if (places.by_place.size() <= place) places.by_place.resize(place + 1);
      ++places.by_place[place];
    }
    repeating += repeats ? 1U : 0U;
  }
  std::size_t returning = 0;
  std::size_t elsewhere = 0;
  for (const auto& [text, places] : unsorted_places) {
    if (places.lines < 2) continue;
    returning += places.times;
    elsewhere += places.times - *std::max_element(places.by_place.begin(), places.by_place.end());
  }
  list.returning = static_cast<double>(returning) / static_cast<double>(cells);
  const bool are_baskets =
      static_cast<double>(odd) <= kMostOdd * static_cast<double>(cells) &&
      static_cast<double>(repeating) <= kMostRepeating * static_cast<double>(lines.size()) &&
      list.returning >= kLeastReturning &&
      static_cast<double>(elsewhere) >= kLeastElsewhere * static_cast<double>(returning);
  if (!are_baskets) return std::nullopt;
  const bool is_header = std::all_of(lines[0].begin(), lines[0].end(), [&](std::string_view text) {
    return unsorted_places[text].lines == 1 && is_known_column_name(text);
  });
  list.header_rows = is_header ? 1 : 0;
  return list;
}

}  // namespace attune::ingest
