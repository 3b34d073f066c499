#include "ui/state/view_state.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>
#include <vector>

#include "base/dates.hpp"
#include "base/utf8.hpp"
#include "protocol/commands.hpp"
#include "snapshot/customer_names.hpp"
#include "ui/state/parameter_text.hpp"

namespace attune::ui {
namespace {

using protocol::SentimentFilter;
using protocol::SortKey;

constexpr std::string_view kPaths[] = {
#define ATTUNE_PAGE(id, path, group, icon, place, view) path,
#include "ui/state/pages.inc"
#undef ATTUNE_PAGE
};
// Keys that are not a page's own.
constexpr std::array<std::string_view, 21> kSharedKeys{
    "place",  "writer",  "emotion", "want",   "own-want", "language", "feeling",
    "stars",  "from",    "to",      "search", "sort",     "row",      "trend",
    "source", "product", "topic",   "aspect", "name",     "rows",     "v"};
constexpr std::size_t kMaxKeyBytes = 24;
constexpr std::array kFeelings{SentimentFilter::Negative, SentimentFilter::Neutral, SentimentFilter::Positive,
                               SentimentFilter::Mixed,    SentimentFilter::Unsure,  SentimentFilter::Pending};
constexpr std::array kSortKeys{SortKey::Row, SortKey::Date, SortKey::Rating, SortKey::Score, SortKey::Stars};

// RFC 3986: what may stand in a fragment as it is, less the characters this format itself uses.
bool is_plain(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         std::string_view{"-._~!*'(),/:@"}.find(byte) != std::string_view::npos;
}

std::string escaped(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char byte : text) {
    if (is_plain(byte)) {
      out += byte;
    } else if (byte == ' ') {
      out += '+';
    } else {
      const auto value = static_cast<unsigned char>(byte);
      out += '%';
      out += kHex[value >> 4U];
      out += kHex[value & 15U];
    }
  }
  return out;
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

// nullopt if the result would be no UTF-8.
std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      out += ' ';
    } else if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
               hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  if (!utf8::is_valid(out)) return std::nullopt;
  return out;
}

template <class Value>
void add_once(std::vector<Value>& list, Value value) {
  if (list.size() < kMaxFilterValues && std::ranges::find(list, value) == list.end())
    list.push_back(std::move(value));
}

std::optional<Days> day_from(std::string_view text) {
  const auto date = parse_iso(text);
  return date ? std::optional{date->days} : std::nullopt;
}

void read_sort(std::string_view value, protocol::RowsSort& sort) {
  const bool descending = value.starts_with('-');
  if (descending) value.remove_prefix(1);
  for (const SortKey key : kSortKeys) {
    if (protocol::name_of(key) == value) sort = {.by = key, .descending = descending};
  }
}

void read_feelings(std::string_view value, std::vector<SentimentFilter>& sentiments) {
  split_at(value, ',', [&](std::string_view name) {
    for (const SentimentFilter feeling : kFeelings) {
      if (protocol::name_of(feeling) == name) add_once(sentiments, feeling);
    }
  });
}

void read_rows(std::string_view value, std::vector<std::uint64_t>& rows) {
  split_at(value, ',', [&](std::string_view row) {
    if (const auto number = whole_number<std::uint64_t>(row)) add_once(rows, *number);
  });
}

void read_stars(std::string_view value, std::vector<int>& ratings) {
  split_at(value, ',', [&](std::string_view star) {
    const auto number = whole_number<std::uint64_t>(star);
    if (number && *number >= 1 && *number <= 5) add_once(ratings, static_cast<int>(*number));
  });
}

bool is_own_key(std::string_view key) {
  const auto is_letter = [](char byte) { return (byte >= 'a' && byte <= 'z') || byte == '-'; };
  return !key.empty() && key.size() <= kMaxKeyBytes && std::ranges::all_of(key, is_letter) &&
         std::ranges::find(kSharedKeys, key) == kSharedKeys.end();
}

void read_entry(std::string_view key, std::string value, ViewState& view) {
  if (value.empty()) return;
  if (read_link_entry(key, value, view.people)) return;
  if (is_own_key(key) && value.size() <= kMaxParameterBytes && view.own().size() < kMaxParameters) {
    view.own().set(key, value);
  }
  auto& filter = view.filter;
  if (key == "feeling") read_feelings(value, filter.sentiments);
  if (key == "stars") read_stars(value, filter.ratings);
  if (key == "from") filter.from = day_from(value);
  if (key == "to") filter.to = day_from(value);
  if (key == "search" && value.size() <= kMaxSearchBytes) filter.search = value;
  if (key == "sort") read_sort(value, view.sort);
  if (key == "row") view.open_row = whole_number<std::uint64_t>(value);
  if (key == "trend" && value == "feeling") view.trend = TrendMeasure::Feeling;
  if (key == "source" && value.size() <= kMaxSearchBytes) add_once(filter.sources, value);
  if (key == "rows") read_rows(value, filter.rows);
  if (value.size() > kMaxSearchBytes) return;
  if (key == "product") add_once(filter.products, value);
  if (key == "place") add_once(filter.places, value);
  if (key == "writer" && snapshot::rfm_segment_from_name(value)) add_once(filter.segments, value);
  if (key == "topic") add_once(filter.topics, value);
  if (key == "aspect") add_once(filter.aspects, value);
  if (key == "emotion") add_once(filter.emotions, value);
  if (key == "want") add_once(filter.intents, value);
  if (key == "own-want") add_once(filter.custom_intents, value);
  if (key == "language") add_once(filter.languages, value);
  if (key == "name") add_once(filter.entities, std::move(value));
}

template <class List, class Name>
std::string joined(const List& list, Name&& name) {
  std::string out;
  for (const auto& item : list) out += (out.empty() ? "" : ",") + std::string{name(item)};
  return out;
}

std::vector<std::pair<std::string, std::string>> entries(const ViewState& view) {
  const auto& filter = view.filter;
  std::vector<std::pair<std::string, std::string>> all;
  const auto put = [&all](std::string key, std::string value) {
    if (!value.empty()) all.emplace_back(std::move(key), std::move(value));
  };
  put("feeling",
      joined(filter.sentiments, [](SentimentFilter feeling) { return protocol::name_of(feeling); }));
  put("stars", joined(filter.ratings, [](int star) { return std::to_string(star); }));
  if (filter.from) put("from", iso_from_days(*filter.from));
  if (filter.to) put("to", iso_from_days(*filter.to));
  if (view.sort != protocol::RowsSort{}) {
    put("sort", (view.sort.descending ? "-" : "") + std::string{protocol::name_of(view.sort.by)});
  }
  if (view.trend == TrendMeasure::Feeling) put("trend", "feeling");
  if (view.open_row) put("row", std::to_string(*view.open_row));
  put("search", escaped(filter.search));
  for (const std::string& source : filter.sources) put("source", escaped(source));
  for (const std::string& product : filter.products) put("product", escaped(product));
  for (const std::string& place : filter.places) put("place", escaped(place));
  for (const std::string& segment : filter.segments) put("writer", segment);
  for (const std::string& topic : filter.topics) put("topic", escaped(topic));
  for (const std::string& aspect : filter.aspects) put("aspect", escaped(aspect));
  for (const std::string& name : filter.entities) put("name", escaped(name));
  for (const std::string& emotion : filter.emotions) put("emotion", escaped(emotion));
  for (const std::string& intent : filter.intents) put("want", escaped(intent));
  for (const std::string& intent : filter.custom_intents) put("own-want", escaped(intent));
  for (const std::string& language : filter.languages) put("language", escaped(language));
  put("rows", joined(filter.rows, [](std::uint64_t row) { return std::to_string(row); }));
  for (const auto& [key, value] : link_entries(view.people)) put(key, escaped(value));
  if (const Parameters* own = view.of(view.page)) {
    for (const auto& [key, value] : *own) put(key, escaped(value));
  }
  return all;
}

}  // namespace

std::string_view path_of(PageName page) noexcept { return kPaths[static_cast<std::size_t>(page)]; }

bool operator==(const ViewState& a, const ViewState& b) {
  const auto own = [](const ViewState& view) {
    const Parameters* found = view.of(view.page);
    return found != nullptr ? *found : Parameters{};
  };
  return std::tie(a.page, a.filter, a.sort, a.open_row, a.trend, a.people) ==
             std::tie(b.page, b.filter, b.sort, b.open_row, b.trend, b.people) &&
         own(a) == own(b);
}

std::string fragment_from_view(const ViewState& view) {
  std::string fragment{path_of(view.page)};
  char separator = '?';
  for (const auto& [key, value] : entries(view)) {
    if (fragment.size() + key.size() + value.size() + 2 > kMaxFragmentBytes) break;
    fragment += separator + key + '=' + value;
    separator = '&';
  }
  return fragment;
}

Result<ViewState> view_from_fragment(std::string_view fragment) {
  constexpr const char* kUnusable = "The link is not one of this page, so the view starts afresh";
  if (fragment.size() > kMaxFragmentBytes) return Error{ErrorCode::CorruptData, kUnusable, "too long"};
  ViewState view;
  const std::size_t question = fragment.find('?');
  const std::string_view page = fragment.substr(0, question);
  const auto* found = std::ranges::find(kPaths, page);
  if (found == std::end(kPaths) && !page.empty())
    return Error{ErrorCode::CorruptData, kUnusable, std::string{page}};
  if (found != std::end(kPaths)) view.page = static_cast<PageName>(found - std::begin(kPaths));
  if (question == std::string_view::npos) return view;

  bool is_other_format = false;
  split_at(fragment.substr(question + 1), '&', [&](std::string_view entry) {
    const std::size_t equals = entry.find('=');
    if (equals == std::string_view::npos) return;
    const std::string_view key = entry.substr(0, equals);
    auto value = unescaped(entry.substr(equals + 1));
    if (key == "v" && value != "1") is_other_format = true;
    if (value) read_entry(key, std::move(*value), view);
  });
  if (is_other_format) {
    return Error{ErrorCode::CorruptData,
                 "The link was made by a newer version of this page. Reload the page.", "v"};
  }
  return view;
}

bool is_open(const protocol::RowsFilter& filter) { return filter == protocol::RowsFilter{}; }

}  // namespace attune::ui
