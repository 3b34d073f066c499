// Reads members of a JSON object: absent, null or of the wrong kind gives the default. For the .cpp files of
// this folder alone, since nlohmann/json stays inside them.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.hpp"
#include "protocol/requests.hpp"
#include "protocol/review_row.hpp"

namespace attune::protocol::members {

using Json = nlohmann::json;

inline const Json* find(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto at = object.find(name);
  return at == object.end() || at->is_null() ? nullptr : &*at;
}

inline std::string text(const Json& object, const char* name) {
  const Json* found = find(object, name);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string{};
}

inline bool truth(const Json& object, const char* name) {
  const Json* found = find(object, name);
  return found != nullptr && found->is_boolean() && found->get<bool>();
}

inline std::optional<double> optional_real(const Json& object, const char* name) {
  const Json* found = find(object, name);
  if (found == nullptr || !found->is_number()) return std::nullopt;
  const double value = found->get<double>();
  return std::isfinite(value) ? std::optional{value} : std::nullopt;
}

inline double real(const Json& object, const char* name) { return optional_real(object, name).value_or(0); }

inline std::optional<std::uint64_t> optional_whole(const Json& object, const char* name) {
  const auto value = optional_real(object, name);
  if (!value || *value < 0 || *value > 9007199254740992.0) return std::nullopt;
  return static_cast<std::uint64_t>(*value);
}

inline std::uint64_t whole(const Json& object, const char* name) {
  return optional_whole(object, name).value_or(0);
}

inline std::uint32_t small(const Json& object, const char* name) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(whole(object, name), 0xFFFFFFFFU));
}

template <class Each>
void for_each_in(const Json& object, const char* name, Each&& each) {
  const Json* found = find(object, name);
  if (found == nullptr || !found->is_array()) return;
  for (const Json& item : *found) each(item);
}

inline std::vector<std::string> texts(const Json& object, const char* name) {
  std::vector<std::string> all;
  for_each_in(object, name, [&all](const Json& item) {
    if (item.is_string()) all.push_back(item.get<std::string>());
  });
  return all;
}

inline std::optional<SentimentFilter> sentiment_from_name(std::string_view name) {
  if (name == "negative") return SentimentFilter::Negative;
  if (name == "neutral") return SentimentFilter::Neutral;
  if (name == "positive") return SentimentFilter::Positive;
  return std::nullopt;
}

// Ranges in order and without overlap, whatever was sent.
template <class Range>
void keep_usable(std::vector<Range>& ranges) {
  std::erase_if(ranges, [](const Range& range) { return range.begin >= range.end; });
  std::ranges::stable_sort(ranges, {}, &Range::begin);
  std::uint32_t end = 0;
  std::erase_if(ranges, [&end](const Range& range) {
    if (range.begin < end) return true;
    end = range.end;
    return false;
  });
}

inline ReviewRow review_row(const Json& object) {
  ReviewRow row;
  row.row = whole(object, "row");
  row.text = text(object, "text");
  row.has_more = truth(object, "more");
  row.title = text(object, "title");
  row.author = text(object, "author");
  row.product = text(object, "product");
  row.source = text(object, "source");
  row.rating = optional_real(object, "rating");
  if (const auto date = parse_iso(text(object, "date"))) row.day = date->days;
  row.sentiment = sentiment_from_name(text(object, "sentiment"));
  row.is_mixed = truth(object, "mixed");
  row.is_unsure = truth(object, "unsure");
  std::size_t at = 0;
  for_each_in(object, "p", [&](const Json& item) {
    if (at < row.probability.size() && item.is_number()) row.probability[at++] = item.get<double>();
  });
  row.score = real(object, "score");
  row.stars = real(object, "stars");
  row.language = text(object, "language");
  row.is_guess = truth(object, "guess");
  row.emotions = texts(object, "emotions");
  if (const Json* intent = find(object, "intent"); intent != nullptr && intent->is_object()) {
    row.intent = text(*intent, "label");
    row.intent_probability = real(*intent, "p");
  }
  row.custom_intent = text(object, "customIntent");
  row.is_corrected = truth(object, "corrected");
  return row;
}

}  // namespace attune::protocol::members
