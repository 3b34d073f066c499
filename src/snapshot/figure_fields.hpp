// The fields of the values in snapshot/figures.hpp.
#pragma once

#include <cstdint>

#include "snapshot/fields_of.hpp"
#include "snapshot/figures.hpp"

namespace attune::snapshot {

template <class Visit, FieldsOf<Estimate> V>
void each(Visit&& visit, V& v) {
  visit("value", v.value), visit("low", v.low), visit("high", v.high), visit("n", v.n);
}

template <class Visit, FieldsOf<SentimentCounts> V>
void each(Visit&& visit, V& v) {
  visit("negative", v.negative), visit("neutral", v.neutral), visit("positive", v.positive);
  visit("pending", v.pending), visit("mixed", v.mixed), visit("unsure", v.unsure);
}

template <class Visit, FieldsOf<Highlight> V>
void each(Visit&& visit, V& v) {
  visit("begin", v.begin), visit("end", v.end), visit("weight", v.weight);
}

template <class Visit, FieldsOf<Quote> V>
void each(Visit&& visit, V& v) {
  visit("row", v.row), visit("text", v.text), visit("source", v.source), visit("product", v.product);
  visit("day", v.day), visit("rating", v.rating), visit("score", v.score), visit("highlights", v.highlights);
}

template <class Visit, FieldsOf<Evidence> V>
void each(Visit&& visit, V& v) {
  visit("topics", v.topics);
  visit("aspects", v.aspects);
  visit("entities", v.entities);
  visit("sources", v.sources);
  visit("products", v.products);
  visit("customers", v.customers);
  visit("sentiments", v.sentiments);
  visit("ratings", v.ratings);
  visit("from", v.from);
  visit("to", v.to);
  visit("rows", v.rows);
  visit("n", v.n);
}

constexpr std::uint8_t last_value(Sentiment) { return static_cast<std::uint8_t>(Sentiment::Positive); }
constexpr std::uint8_t last_value(Granularity) { return static_cast<std::uint8_t>(Granularity::Year); }

}  // namespace attune::snapshot
