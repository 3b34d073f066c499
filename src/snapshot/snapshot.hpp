// The result of an analysis as the page sees it: values only, never changed after it is made.
//
// A run publishes several snapshots while it works; each is complete in itself and replaces the one
// before. Long text never travels in a snapshot, except the few quotes that are shown at once: tables
// ask for the rows they show. Days are days since 1970-01-01 (UTC calendar of the file, no time zone).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "snapshot/customers.hpp"
#include "snapshot/estimate.hpp"
#include "snapshot/figures.hpp"
#include "snapshot/insight.hpp"
#include "snapshot/understanding.hpp"

namespace attune::snapshot {

// One file as it was read. `sentence` says in plain words how, or what is wrong with it.
struct FileSummary {
  std::string name;
  std::uint64_t size_bytes = 0;
  std::uint64_t rows = 0;      // usable
  std::uint64_t rejected = 0;  // counted and listed in the diagnostics
  std::uint64_t warnings = 0;  // usable rows with something unreadable in them
  std::string kind;            // "feedback", "orders", ..., "" when not known
  std::string recipe;          // the known export it is, e.g. "Google Business reviews"; may be ""
  std::string sentence;
  bool failed = false;
};

// One period of the trend; periods without reviews are present with n == 0.
struct TrendPoint {
  std::int32_t first_day = 0;
  std::uint64_t n = 0;
  Estimate rating;  // mean on 1..5
  Estimate score;   // mean sentiment score on -1..1
  SentimentCounts sentiment;
};

// What a filter can choose from, most frequent first.
struct FacetValue {
  std::string value;
  std::uint64_t n = 0;
};

// A word or phrase that sets complaints apart from praise, or the other way round: in how many reviews it
// occurs.
struct PhraseCount {
  std::string text;
  std::uint64_t complaints = 0;
  std::uint64_t praises = 0;
  std::uint64_t others = 0;
  std::vector<std::uint64_t> examples;  // rows
};

// How well the model's stars meet the shop's own: measured on the rows that carry a rating.
struct Agreement {
  Estimate exact;       // share with the same rounded star
  Estimate within_one;  // share at most one star apart
};

struct Overview {
  std::uint64_t reviews = 0;
  std::uint64_t rated = 0;
  std::uint64_t dated = 0;
  Estimate rating;                       // mean on 1..5
  std::array<std::uint64_t, 5> stars{};  // reviews with 1..5 stars, halves rounded up
  SentimentCounts sentiment;
  Estimate negative_share, neutral_share, positive_share;  // of those understood
  Estimate score;                                          // mean on -1..1
  Granularity granularity = Granularity::Month;
  std::vector<TrendPoint> trend;
  std::vector<Quote> praise;
  std::vector<Quote> complaints;
  std::vector<PhraseCount> praised_for, complained_about;  // most distinctive first
  std::vector<FacetValue> sources, products, languages;
  std::optional<std::int32_t> first_day, last_day;
  Agreement agreement;
};

enum class Stage : std::uint8_t { Idle, Reading, Understanding, Summarising, Finished, Failed };

struct Snapshot {
  std::uint32_t run = 0;
  std::uint32_t revision = 0;  // 1, 2, ... within a run
  Stage stage = Stage::Idle;
  bool model_loaded = false;  // false: everything but what needs the language model
  std::vector<FileSummary> files;
  std::uint64_t rejected_rows = 0;
  Overview overview;
  std::optional<Customers> customers;  // absent: the files name nobody and tell of no orders
  Insight insight;
  Understanding understanding;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

}  // namespace attune::snapshot
