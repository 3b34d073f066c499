#include "report/overview_report.hpp"

#include <algorithm>
#include <utility>

#include "chart/plots/bar.hpp"
#include "chart/plots/diverging.hpp"
#include "chart/plots/line.hpp"
#include "report/words.hpp"

namespace attune::report {
namespace {

constexpr double kSecondsPerDay = 86400;
const chart::ValueFormat kStars{chart::Unit::Number, 2, {}};

struct Writer {
  const snapshot::Snapshot& snapshot;
  const OverviewOptions& options;
  Document document{};

  [[nodiscard]] const snapshot::Overview& overview() const noexcept { return snapshot.overview; }
  [[nodiscard]] std::string words(Words words, std::initializer_list<std::string_view> arguments = {}) const {
    return say(words, options.locale.language, arguments);
  }
  [[nodiscard]] std::string count(std::uint64_t number) const {
    return chart::format_count(static_cast<std::int64_t>(number), options.locale);
  }
  [[nodiscard]] std::string day(std::int32_t days) const {
    return chart::format_date(days * kSecondsPerDay, chart::DateForm::DayOfYear, options.locale);
  }
  [[nodiscard]] chart::Surface surface(const chart::TextMeasure& measure, double height) const {
    return {{640, height}, measure, options.locale};
  }

  [[nodiscard]] KeyFigure figure(Words label, const snapshot::Estimate& estimate,
                                 const chart::ValueFormat& format) const {
    if (estimate.n < kSmallestGroup) return {words(label), "\u2013", words(Words::TooFew)};
    return {words(label), chart::format_value(estimate.value, format, options.locale),
            words(Words::IntervalOf,
                  {chart::format_interval({estimate.low, estimate.high}, format, options.locale),
                   count(estimate.n)})};
  }

  void add_head() {
    document.title = options.title.empty() ? words(Words::Title) : options.title;
    document.language = tag_of(options.locale.language);
    const bool is_dated = overview().first_day && overview().last_day;
    document.subtitle =
        is_dated ? words(Words::Subtitle,
                         {count(overview().reviews), day(*overview().first_day), day(*overview().last_day)})
                 : words(Words::ReviewCount, {count(overview().reviews)});
    document.footer = words(Words::Footer);
  }

  void add_figures() {
    KeyFigures figures;
    figures.figures.push_back({words(Words::Reviews), count(overview().reviews), {}});
    if (overview().rating.n > 0)
      figures.figures.push_back(figure(Words::MeanRating, overview().rating, kStars));
    if (snapshot.model_loaded) {
      figures.figures.push_back(figure(Words::Positive, overview().positive_share, chart::kPercentFormat));
      figures.figures.push_back(figure(Words::Negative, overview().negative_share, chart::kPercentFormat));
    } else {
      document.blocks.emplace_back(Remark{words(Words::WithoutModel)});
    }
    document.blocks.emplace_back(std::move(figures));
    document.blocks.emplace_back(Paragraph{words(Words::Uncertainty)});
  }

  void add_feelings(const chart::TextMeasure& measure) {
    const snapshot::SentimentCounts& counts = overview().sentiment;
    if (counts.negative + counts.neutral + counts.positive < kSmallestGroup) return;
    const auto signed_count = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
    const chart::DivergingSpec spec{
        {words(Words::HowTheyFeel), {}},
        {{words(Words::Negative), {chart::Role::Negative}},
         {words(Words::Neutral), {chart::Role::Muted}},
         {words(Words::Positive), {chart::Role::Positive}}},
        {{{}, {signed_count(counts.negative), signed_count(counts.neutral), signed_count(counts.positive)}}}};
    document.blocks.emplace_back(Figure{chart::diverging_bar(spec, surface(measure, 76))});
  }

  void add_stars(const chart::TextMeasure& measure) {
    chart::StarSpec spec{{words(Words::ByStars), {}}, {}};
    std::uint64_t total = 0;
    for (const std::uint64_t stars : overview().stars) {
      spec.counts.push_back(static_cast<std::int64_t>(stars));
      total += stars;
    }
    if (total >= kSmallestGroup)
      document.blocks.emplace_back(Figure{chart::star_histogram(spec, surface(measure, 160))});
  }

  // Periods of fewer than kSmallestGroup ratings are gaps.
  void add_trend(const chart::TextMeasure& measure) {
    chart::LineSpec spec;
    spec.caption.title = words(Words::OverTime);
    chart::LineSeries series{words(Words::MeanRating), {}};
    std::size_t usable = 0;
    for (const snapshot::TrendPoint& point : overview().trend) {
      chart::LinePoint at{point.first_day * kSecondsPerDay, chart::kMissingValue};
      if (point.rating.n >= kSmallestGroup) {
        at = {at.x, point.rating.value, point.rating.low, point.rating.high,
              static_cast<std::int64_t>(point.rating.n)};
        ++usable;
      }
      series.points.push_back(at);
    }
    if (usable < 2) return;
    spec.series.push_back(std::move(series));
    spec.y_format = {chart::Unit::Number, 1, {}};
    document.blocks.emplace_back(Figure{chart::line_chart(spec, surface(measure, 280))});
  }

  void add_quotes(Words heading, const std::vector<snapshot::Quote>& quotes, Feeling feeling) {
    if (quotes.empty() || !options.includes_quotes) return;
    document.blocks.emplace_back(Heading{words(heading)});
    Quotes block;
    for (const snapshot::Quote& quote : quotes) {
      std::string source = quote.source;
      for (const std::string& part : {quote.product, quote.day ? day(*quote.day) : std::string{}}) {
        if (!part.empty()) source += (source.empty() ? "" : ", ") + part;
      }
      block.quotes.push_back({quote.text, std::move(source), feeling});
    }
    document.blocks.emplace_back(std::move(block));
  }

  void add_files() {
    if (snapshot.files.empty()) return;
    document.blocks.emplace_back(Heading{words(Words::Files)});
    if (snapshot.rejected_rows > 0)
      document.blocks.emplace_back(Remark{words(Words::Remark, {count(snapshot.rejected_rows)})});
    Table table{{}, {{words(Words::File), words(Words::Rows), words(Words::Rejected)}, {}}};
    for (const snapshot::FileSummary& file : snapshot.files)
      table.data.rows.push_back({file.name, count(file.rows), count(file.rejected)});
    document.blocks.emplace_back(std::move(table));
  }
};

}  // namespace

Document overview_document(const snapshot::Snapshot& snapshot, const OverviewOptions& options) {
  const chart::EstimatedTextMeasure measure;
  Writer writer{snapshot, options};
  writer.add_head();
  writer.add_figures();
  writer.add_feelings(measure);
  writer.add_stars(measure);
  writer.add_trend(measure);
  writer.add_quotes(Words::Complaints, snapshot.overview.complaints, Feeling::Negative);
  writer.add_quotes(Words::Praise, snapshot.overview.praise, Feeling::Positive);
  writer.add_files();
  return std::move(writer.document);
}

}  // namespace attune::report
