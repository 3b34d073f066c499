#include "report/insight_sections.hpp"

#include <algorithm>
#include <utility>

#include "chart/plots/bar.hpp"
#include "report/words.hpp"

namespace attune::report {
namespace {

constexpr std::size_t kMostTopics = 20;
constexpr std::size_t kMostDrivers = 10;
constexpr std::size_t kMostAlerts = 8;
const chart::ValueFormat kStars{chart::Unit::Number, 2, {}};

struct Writer {
  const snapshot::Insight& insight;
  const OverviewOptions& options;
  Document& document;

  [[nodiscard]] std::string words(Words words, std::initializer_list<std::string_view> arguments = {}) const {
    return say(words, options.locale.language, arguments);
  }
  [[nodiscard]] std::string count(std::uint64_t number) const {
    return chart::format_count(static_cast<std::int64_t>(number), options.locale);
  }
  // "0.21 (0.10–0.31)"
  [[nodiscard]] std::string with_interval(const snapshot::Estimate& estimate,
                                          const chart::ValueFormat& format) const {
    return chart::format_value(estimate.value, format, options.locale) + " (" +
           chart::format_interval({estimate.low, estimate.high}, format, options.locale) + ')';
  }
  [[nodiscard]] static bool is_in_stars(snapshot::PriorityReason reason) {
    return reason == snapshot::PriorityReason::LowersRating ||
           reason == snapshot::PriorityReason::RaisesRating;
  }

  // Sentences where they are in the reader's language; else the same as a table.
  void add_priorities(snapshot::PriorityKind kind, Words heading) {
    Table table{{}, {{words(Words::Topic), words(Words::Reviews), "95 %"}, {}}};
    std::vector<std::string> sentences;
    for (const snapshot::Priority& one : insight.priorities) {
      if (one.kind != kind || one.evidence.n < kSmallestGroup) continue;
      sentences.push_back(one.sentence);
      table.data.rows.push_back(
          {one.name, count(one.evidence.n),
           one.figure.n == 0
               ? std::string{}
               : with_interval(one.figure, is_in_stars(one.reason) ? kStars : chart::kPercentFormat)});
    }
    if (sentences.empty()) return;
    document.blocks.emplace_back(Heading{words(heading)});
    if (options.locale.language != chart::Language::English) {
      document.blocks.emplace_back(std::move(table));
      return;
    }
    for (std::string& sentence : sentences) document.blocks.emplace_back(Paragraph{std::move(sentence)});
  }

  void add_topics() {
    Table table{{},
                {{words(Words::Topic), words(Words::Reviews), words(Words::Share), words(Words::NetFeeling),
                  words(Words::MeanRating)},
                 {}}};
    std::uint64_t withheld = 0;
    for (const snapshot::Topic& topic : insight.topics.topics) {
      if (topic.is_other) continue;
      if (topic.n < kSmallestGroup) {
        ++withheld;
        continue;
      }
      if (table.data.rows.size() == kMostTopics) break;
      const auto shown = [&](const snapshot::Estimate& estimate, const chart::ValueFormat& format) {
        return estimate.n < kSmallestGroup ? std::string{"\u2013"} : with_interval(estimate, format);
      };
      table.data.rows.push_back({(topic.parent.empty() ? "" : "\u00A0\u00A0") + topic.name, count(topic.n),
                                 shown(topic.share, chart::kPercentFormat),
                                 shown(topic.net, chart::kPercentFormat), shown(topic.rating, kStars)});
    }
    if (table.data.rows.empty()) return;
    document.blocks.emplace_back(Heading{words(Words::WhatTheyTalkAbout)});
    document.blocks.emplace_back(std::move(table));
    if (withheld > 0) document.blocks.emplace_back(Remark{words(Words::SmallGroups, {count(withheld)})});
  }

  void add_drivers(const chart::TextMeasure& measure) {
    chart::BarSpec spec;
    spec.caption.title = words(Words::WhatMovesRating);
    spec.direction = chart::Direction::Horizontal;
    spec.format = kStars;
    spec.value_title = words(Words::InStars);
    chart::BarSeries series;
    series.name = words(Words::InStars);
    for (const snapshot::Driver& driver : insight.drivers.drivers) {
      if (driver.n < kSmallestGroup || driver.effect.n == 0) continue;
      if (spec.categories.size() == kMostDrivers) break;
      spec.categories.push_back(driver.name);
      series.values.push_back(driver.effect.value);
      series.intervals.push_back({driver.effect.low, driver.effect.high});
      series.counts.push_back(static_cast<std::int64_t>(driver.n));
      series.inks.push_back({driver.effect.value < 0 ? chart::Role::Negative : chart::Role::Positive});
    }
    if (spec.categories.empty()) return;
    const double height = 60 + 30 * static_cast<double>(spec.categories.size());
    spec.series.push_back(std::move(series));
    document.blocks.emplace_back(Heading{words(Words::WhatMovesRating)});
    document.blocks.emplace_back(Paragraph{words(Words::DriversRemark)});
    document.blocks.emplace_back(Figure{chart::bar_chart(spec, {{640, height}, measure, options.locale})});
  }

  void add_alerts() {
    std::vector<std::string> sentences;
    for (const snapshot::Alert& alert : insight.alerts) {
      if (alert.evidence.n >= kSmallestGroup && sentences.size() < kMostAlerts)
        sentences.push_back(alert.sentence);
    }
    // Sentences of the engine are English.
    if (sentences.empty() || options.locale.language != chart::Language::English) return;
    document.blocks.emplace_back(Heading{words(Words::WhatChanged)});
    for (std::string& sentence : sentences) document.blocks.emplace_back(Paragraph{std::move(sentence)});
  }
};

}  // namespace

void append_insight(Document& document, const snapshot::Snapshot& snapshot, const OverviewOptions& options) {
  const chart::EstimatedTextMeasure measure;
  Writer writer{snapshot.insight, options, document};
  writer.add_priorities(snapshot::PriorityKind::Fix, Words::ToFix);
  writer.add_priorities(snapshot::PriorityKind::Praise, Words::ToKeep);
  writer.add_priorities(snapshot::PriorityKind::New, Words::IsNew);
  writer.add_topics();
  writer.add_drivers(measure);
  writer.add_alerts();
}

Document full_document(const snapshot::Snapshot& snapshot, const OverviewOptions& options) {
  Document document = overview_document(snapshot, options);
  append_insight(document, snapshot, options);
  return document;
}

}  // namespace attune::report
