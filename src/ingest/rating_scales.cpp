#include "ingest/rating_scales.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/numbers.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/column_names.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::ingest {
namespace {

struct WordRating {
  std::string_view word;  // as normalized_name() writes it
  double stars;
};

constexpr WordRating kWords[] = {
    {"one", 1},
    {"two", 2},
    {"three", 3},
    {"four", 4},
    {"five", 5},
    {"terrible", 1},
    {"awful", 1},
    {"very bad", 1},
    {"very poor", 1},
    {"bad", 2},
    {"poor", 2},
    {"fair", 3},
    {"ok", 3},
    {"okay", 3},
    {"average", 3},
    {"neutral", 3},
    {"good", 4},
    {"very good", 4.5},
    {"great", 5},
    {"excellent", 5},
    {"outstanding", 5},
    {"very dissatisfied", 1},
    {"dissatisfied", 2},
    {"unsatisfied", 2},
    {"satisfied", 4},
    {"very satisfied", 5},
    {"extremely dissatisfied", 1},
    {"extremely satisfied", 5},
    {"neither satisfied nor dissatisfied", 3},
    {"strongly disagree", 1},
    {"disagree", 2},
    {"agree", 4},
    {"strongly agree", 5},
    {"neither agree nor disagree", 3},
    {"very unlikely", 1},
    {"unlikely", 2},
    {"likely", 4},
    {"very likely", 5},
    {"negative", 1},
    {"positive", 5},
    {"mixed", 3},
    {"very negative", 1},
    {"very positive", 5},
    {"schlecht", 2},
    {"sehr schlecht", 1},
    {"mittel", 3},
    {"gut", 4},
    {"sehr gut", 5},
    {"ausgezeichnet", 5},
    {"mauvais", 2},
    {"tres mauvais", 1},
    {"moyen", 3},
    {"bon", 4},
    {"tres bon", 5},
    {"malo", 2},
    {"muy malo", 1},
    {"regular", 3},
    {"bueno", 4},
    {"muy bueno", 5},
    {"excelente", 5},
    {"not recommended", 1},
    {"recommended", 5},
    {"buono", 4},
    {"ottimo", 5},
    {"slecht", 2},
};

struct ThumbWord {
  std::string_view word;
  bool is_up;
};
constexpr ThumbWord kThumbs[] = {{"\xF0\x9F\x91\x8D", true},
                                 {"\xF0\x9F\x91\x8E", false},
                                 {"thumbs up", true},
                                 {"thumbs down", false},
                                 {"up", true},
                                 {"down", false},
                                 {"like", true},
                                 {"dislike", false},
                                 {"happy", true},
                                 {"unhappy", false},
                                 {"good", true},
                                 {"bad", false},
                                 {"positive", true},
                                 {"negative", false}};

// Full stars of "★★★★☆", "⭐⭐⭐", "*****"; nullopt if there is anything else.
std::optional<double> count_stars(std::string_view text) {
  double stars = 0;
  bool any = false;
  while (!text.empty()) {
    if (text.starts_with("\xE2\x98\x85") || text.starts_with("\xE2\xAD\x90")) {  // U+2605, U+2B50
      stars += 1;
      any = true;
      text.remove_prefix(3);
      if (text.starts_with("\xEF\xB8\x8F")) text.remove_prefix(3);  // variation selector
    } else if (text.starts_with("\xE2\x98\x86")) {                  // U+2606, an empty star
      any = true;
      text.remove_prefix(3);
    } else if (text.starts_with("\xC2\xBD")) {  // one half
      stars += 0.5;
      text.remove_prefix(2);
    } else if (text.front() == '*') {
      stars += 1;
      any = true;
      text.remove_prefix(1);
    } else if (text.front() == ' ') {
      text.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  if (!any || stars > 5) return std::nullopt;
  return stars;
}

std::optional<double> plain_number(std::string_view text) {
  if (const auto point = parse_number(text, {'.'})) return point;
  return parse_number(text, {','});
}

// "4", "4,5", "4/5", "8 out of 10", "5 stars", "5 Sterne": the number, and the best possible one if it is
// told.
struct Written {
  double value = 0;
  double best = 0;  // 0: not told
};

std::optional<Written> read_number(std::string_view cell) {
  std::size_t end = 0;
  while (end < cell.size() &&
         ((cell[end] >= '0' && cell[end] <= '9') || cell[end] == '.' || cell[end] == ','))
    ++end;
  const std::optional<double> value = plain_number(cell.substr(0, end));
  if (!value) return std::nullopt;
  std::string_view rest = trimmed(cell.substr(end));
  if (rest.empty()) return Written{*value, 0};
  for (const std::string_view of : {"/", "out of", "of", "von", "sur", "de", "su", "van", "av"}) {
    if (!rest.starts_with(of)) continue;
    rest = trimmed(rest.substr(of.size()));
    std::size_t digits = 0;
    while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
    const std::optional<double> best = plain_number(rest.substr(0, digits));
    if (!best || *best < 2) return std::nullopt;
    return Written{*value, *best};
  }
  const std::string word = normalized_name(rest);
  for (const std::string_view unit :
       {"star", "stars", "stern", "sterne", "etoile", "etoiles", "estrella", "estrellas", "stelle", "stella",
        "estrela", "estrelas", "ster", "sterren", "stjarnor", "stjerner"}) {
    if (word == unit) return Written{*value, 5};
  }
  return std::nullopt;
}

std::optional<double> word_stars(std::string_view cell) {
  const std::string word = normalized_name(cell);
  for (const WordRating& rating : kWords) {
    if (rating.word == word) return rating.stars;
  }
  return std::nullopt;
}

std::optional<double> thumb_stars(std::string_view cell) {
  const std::string word = normalized_name(cell);
  for (const ThumbWord& thumb : kThumbs) {
    if (thumb.word == word) return thumb.is_up ? 5.0 : 1.0;
  }
  if (const int yes = boolean_of(cell); yes >= 0) return yes == 1 ? 5.0 : 1.0;
  if (cell == "1" || cell == "0") return cell == "1" ? 5.0 : 1.0;
  return std::nullopt;
}

std::optional<double> within(double value, double low, double high) {
  if (value < low || value > high) return std::nullopt;
  return 1.0 + 4.0 * (value - low) / (high - low);
}

}  // namespace

std::optional<double> parse_rating(std::string_view cell, RatingScale scale) {
  cell = trimmed(cell);
  if (cell.empty() || scale == RatingScale::None) return std::nullopt;
  if (const auto stars = count_stars(cell)) return *stars < 1 ? std::nullopt : stars;
  if (scale == RatingScale::Thumbs) return thumb_stars(cell);
  if (scale == RatingScale::Words || scale == RatingScale::Stars) {
    if (const auto stars = word_stars(cell)) return stars;
  }
  const std::optional<Written> written = read_number(cell);
  if (!written) return scale == RatingScale::Words ? thumb_stars(cell) : word_stars(cell);
  if (written->best > 5) return within(written->value, 0, written->best);
  if (written->best > 0) return within(written->value, 1, written->best);
  switch (scale) {
    case RatingScale::ZeroToTen:
      return within(written->value, 0, 10);
    case RatingScale::OneToTen:
      return within(written->value, 1, 10);
    case RatingScale::ZeroToHundred:
      return within(written->value, 0, 100);
    default:
      return within(written->value, 1, 5);
  }
}

RatingScale rating_scale_of(const std::map<std::string, std::size_t, std::less<>>& values,
                            const ColumnProfile& profile) {
  // Stars and numbers by cells, so that one "five" among a thousand numbers does not count for much; words by
  // different words.
  std::size_t cells = 0;
  std::size_t stars = 0;
  std::size_t numbers = 0;
  std::size_t words = 0;
  std::size_t thumbs = 0;
  double best = 0;
  double highest = 0;
  double lowest = 1e9;
  for (const auto& [value, count] : values) {
    const auto written = read_number(value);
    cells += count;
    if (count_stars(value)) {
      stars += count;
    } else if (written) {
      numbers += count;
      best = std::max(best, written->best);
      highest = std::max(highest, written->value);
      lowest = std::min(lowest, written->value);
    } else {
      words += word_stars(value) ? 1U : 0U;
      thumbs += thumb_stars(value) ? 1U : 0U;
    }
  }
  const std::size_t distinct = values.size();
  if (distinct == 0) return RatingScale::None;
  if (stars * 10 >= cells * 9) return RatingScale::Stars;
  if (numbers * 10 >= cells * 9) {
    if (lowest < 0) return RatingScale::None;
    if (best == 10) return RatingScale::ZeroToTen;
    if (best == 100) return RatingScale::ZeroToHundred;
    if (highest <= 1 && distinct == 2) return RatingScale::Thumbs;
    if (highest <= 5) return RatingScale::OneToFive;
    if (highest <= 10) return lowest < 1 ? RatingScale::ZeroToTen : RatingScale::OneToTen;
    if (highest <= 100 && distinct <= 101) return RatingScale::ZeroToHundred;
    return RatingScale::None;
  }
  if (distinct <= 12 && words * 10 >= distinct * 8)
    return words == thumbs && distinct <= 2 ? RatingScale::Thumbs : RatingScale::Words;
  if (distinct <= 3 && thumbs == distinct && profile.type != CellType::Date) return RatingScale::Thumbs;
  return RatingScale::None;
}

}  // namespace attune::ingest
