#include "ui/state/sentences.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::ui {
namespace {

using chart::DateForm;
using snapshot::Granularity;

constexpr double kSecondsPerDay = 86400;

std::string formatted_day(Days day, DateForm form, const Strings& strings) {
  return chart::format_date(day * kSecondsPerDay, form, strings.locale());
}

std::string joined(const std::string& first, const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return first + ", " + second;
}

// What is shown of an interval; nothing where it says nothing.
std::string interval_text(const snapshot::Estimate& estimate, const chart::ValueFormat& format,
                          const Strings& strings) {
  const bool is_known =
      std::isfinite(estimate.low) && std::isfinite(estimate.high) && estimate.low < estimate.high;
  if (!is_known) return {};
  return chart::format_interval({estimate.low, estimate.high}, format, strings.locale());
}

}  // namespace

std::string sentence_of(const protocol::Notice& notice, const Strings& strings) {
  using protocol::NoticeKind;
  switch (notice.kind) {
    case NoticeKind::Sentence:
      return notice.message;
    case NoticeKind::Copied:
      return strings.say(Text::NoticeCopied);
    case NoticeKind::CopyRefused:
      return strings.say(Text::NoticeCopyRefused);
    case NoticeKind::NoMapping:
      return strings.say(Text::NoticeNoMapping);
    case NoticeKind::NoSample:
      return strings.say(Text::NoticeNoSample);
    case NoticeKind::ModelIncomplete:
      return strings.say(Text::NoticeModelIncomplete, {notice.message});
    case NoticeKind::NotSaved:
      return strings.say(Text::NoticeNotSaved);
    case NoticeKind::NotKept:
      return strings.say(Text::NoticeNotKept);
    case NoticeKind::TooLargeToKeep:
      return strings.say(Text::NoticeTooLargeToKeep);
  }
  return notice.message;
}

std::string number_text(std::uint64_t n, const Strings& strings) {
  return chart::format_count(static_cast<std::int64_t>(n), strings.locale());
}

std::string review_count(std::uint64_t n, const Strings& strings) {
  return strings.count(Text::OneReview, Text::ManyReviews, n);
}

std::string share_text(double share, const Strings& strings) {
  if (share > 0 && share < 0.001) return strings.say(Text::UnderOnePerMille);
  if (share < 1 && share > 0.999) return strings.say(Text::AlmostAll);
  const bool is_near_end = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  return chart::format_value(share, {chart::Unit::Percent, is_near_end ? 1 : 0, {}}, strings.locale());
}

std::string rating_text(double rating, const Strings& strings) {
  return chart::format_number(rating, 1, strings.locale());
}

std::string rating_interval(const snapshot::Estimate& rating, const Strings& strings) {
  if (rating.n == 0) return strings.say(Text::NoRatings);
  const int decimals = rating.high - rating.low < 0.2 ? 2 : 1;  // so that a narrow interval has two ends
  return joined(interval_text(rating, {chart::Unit::Number, decimals, {}}, strings),
                strings.count(Text::OneRating, Text::ManyRatings, rating.n));
}

std::string share_interval(const snapshot::Estimate& share, const Strings& strings) {
  return joined(interval_text(share, {chart::Unit::Percent, 0, {}}, strings), review_count(share.n, strings));
}

std::uint64_t understood(const snapshot::SentimentCounts& counts) noexcept {
  return counts.negative + counts.neutral + counts.positive;
}

std::string understood_text(const snapshot::SentimentCounts& counts, const Strings& strings) {
  const std::uint64_t done = understood(counts);
  return strings.say(Text::UnderstoodOf,
                     {number_text(done, strings), number_text(done + counts.pending, strings)});
}

std::string day_text(Days day, const Strings& strings) {
  return formatted_day(day, DateForm::DayOfYear, strings);
}

std::string day_range_text(std::optional<Days> from, std::optional<Days> to, const Strings& strings) {
  if (from && to && *from == *to) return day_text(*from, strings);
  if (from && to) return strings.say(Text::FromTo, {day_text(*from, strings), day_text(*to, strings)});
  if (from) return strings.say(Text::Since, {day_text(*from, strings)});
  if (to) return strings.say(Text::Until, {day_text(*to, strings)});
  return {};
}

std::string period_text(Days first_day, Granularity granularity, const Strings& strings) {
  switch (granularity) {
    case Granularity::Day:
      return day_text(first_day, strings);
    case Granularity::Week:
      return strings.say(Text::WeekOf, {day_text(first_day, strings)});
    case Granularity::Month:
      return formatted_day(first_day, DateForm::MonthOfYear, strings);
    case Granularity::Quarter:
      return formatted_day(first_day, DateForm::Quarter, strings);
    case Granularity::Year:
      return formatted_day(first_day, DateForm::Year, strings);
  }
  return {};
}

Days period_end(Days first_day, Granularity granularity) {
  if (granularity == Granularity::Day) return first_day;
  if (granularity == Granularity::Week) return first_day + 6;
  const std::int32_t months = granularity == Granularity::Month     ? 1
                              : granularity == Granularity::Quarter ? 3
                                                                    : 12;
  CivilDate next = civil_from_days(first_day);
  next.month += months;
  next.year += (next.month - 1) / 12;
  next.month = (next.month - 1) % 12 + 1;
  next.day = 1;
  return days_from_civil(next) - 1;
}

std::string size_text(std::uint64_t bytes, const Strings& strings) {
  constexpr std::array<const char*, 4> kUnits{"bytes", "kB", "MB", "GB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 999.5 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  const int decimals = unit == 0 || value >= 99.95 ? 0 : 1;
  return chart::format_number(value, decimals, strings.locale()) + "\u00A0" + kUnits[unit];
}

std::string time_left_text(double seconds, const Strings& strings) {
  if (seconds < 1.5) return strings.say(Text::AboutASecondLeft);
  if (seconds < 90)
    return strings.say(Text::SecondsLeft, {chart::format_number(std::ceil(seconds), 0, strings.locale())});
  return strings.say(Text::MinutesLeft, {chart::format_number(std::ceil(seconds / 60), 0, strings.locale())});
}

std::string progress_text(const protocol::RunProgress& progress, const Strings& strings) {
  if (progress.unit == "parts") {
    if (progress.total == 0) return {};
    const double share = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    const std::string text = share_text(std::min(share, 1.0), strings);
    return progress.seconds_left ? joined(text, time_left_text(*progress.seconds_left, strings)) : text;
  }
  const bool is_bytes = progress.unit == "bytes";
  const auto amount = [&](std::uint64_t n) {
    return is_bytes ? size_text(n, strings) : number_text(n, strings);
  };
  std::string text =
      progress.total > 0
          ? strings.say(is_bytes ? Text::BytesOf : Text::RowsOf,
                        {amount(std::min(progress.done, progress.total)), amount(progress.total)})
          : strings.say(is_bytes ? Text::BytesDone : Text::RowsDone, {amount(progress.done)});
  if (progress.rate >= 1) {
    text = joined(text, strings.say(Text::RateASecond, {amount(static_cast<std::uint64_t>(progress.rate))}));
  }
  if (progress.seconds_left) text = joined(text, time_left_text(*progress.seconds_left, strings));
  return text;
}

std::string feeling_text(protocol::SentimentFilter feeling, const Strings& strings) {
  using protocol::SentimentFilter;
  switch (feeling) {
    case SentimentFilter::Negative:
      return strings.say(Text::Negative);
    case SentimentFilter::Neutral:
      return strings.say(Text::Neutral);
    case SentimentFilter::Positive:
      return strings.say(Text::Positive);
    case SentimentFilter::Mixed:
      return strings.say(Text::Mixed);
    case SentimentFilter::Unsure:
      return strings.say(Text::NotSure);
    case SentimentFilter::Pending:
      return strings.say(Text::NotYetRead);
  }
  return {};
}

std::string stars_text(int stars, const Strings& strings) {
  return strings.count(Text::OneStar, Text::ManyStars, static_cast<std::uint64_t>(std::max(stars, 0)));
}

std::string files_text(const std::vector<std::string>& names, const Strings& strings) {
  if (names.empty()) return {};
  if (names.size() == 1) return names.front();
  return strings.count(Text::AndOneMoreFile, Text::AndMoreFiles, names.size() - 1)
      .insert(0, names.front() + " ");
}

}  // namespace attune::ui
