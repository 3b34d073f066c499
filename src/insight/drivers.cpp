#include "insight/drivers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "base/random.hpp"
#include "insight/estimates.hpp"
#include "insight/multiple_tests.hpp"
#include "stats/distributions.hpp"

namespace attune::insight {
namespace {

using feedback::Reviews;
using feedback::Row;

constexpr std::size_t kLeastReviews = 30;  // with a known outcome and a text
constexpr std::size_t kLeastMentions = 8;
constexpr std::size_t kRowsPerColumn = 5;  // reviews that each topic needs
constexpr std::size_t kMostDrivers = 40;
constexpr double kRidge = 1;        // reviews
constexpr int kPermutations = 120;  // and as many reversed
constexpr int kFoldPermutations = 24;
constexpr std::size_t kFolds = 20;
constexpr std::size_t kRowsAtOnce = 2048;
constexpr std::uint64_t kSeed = 11;
constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

// The inverse of a symmetric positive definite matrix, by Gauss-Jordan without pivots.
stats::Matrix inverted(stats::Matrix a) {
  const std::size_t n = a.rows;
  stats::Matrix inverse{n, n};
  for (std::size_t i = 0; i < n; ++i) inverse.at(i, i) = 1;
  for (std::size_t pivot = 0; pivot < n; ++pivot) {
    const double scale = std::abs(a.at(pivot, pivot)) > 1e-12 ? 1 / a.at(pivot, pivot) : 0.0;
    for (std::size_t j = 0; j < n; ++j) a.at(pivot, j) *= scale, inverse.at(pivot, j) *= scale;
    for (std::size_t i = 0; i < n; ++i) {
      const double factor = i == pivot ? 0.0 : a.at(i, pivot);
      if (factor == 0) continue;
      for (std::size_t j = 0; j < n; ++j) {
        a.at(i, j) -= factor * a.at(pivot, j);
        inverse.at(i, j) -= factor * inverse.at(pivot, j);
      }
    }
  }
  return inverse;
}

// Sums that covariances are made of; two of them can be taken from each other.
struct Moments {
  double n = 0;
  std::vector<double> sums;  // columns, then the outcome
  stats::Matrix products;

  explicit Moments(std::size_t width) : sums(width + 1), products{width + 1, width + 1} {}
  void add(std::span<const std::uint16_t> columns, double outcome) {
    const std::size_t y = sums.size() - 1;
    ++n;
    for (const std::uint16_t a : columns) {
      ++sums[a];
      for (const std::uint16_t b : columns) ++products.at(a, b);
      products.at(a, y) += outcome;
    }
    sums[y] += outcome;
    products.at(y, y) += outcome * outcome;
  }
  // Without the cases of `part`, if given.
  [[nodiscard]] stats::Matrix covariance(const Moments* part = nullptr) const {
    const std::size_t size = sums.size();
    stats::Matrix made{size, size};
    const double count = n - (part != nullptr ? part->n : 0);
    const auto sum = [&](std::size_t i) { return sums[i] - (part != nullptr ? part->sums[i] : 0); };
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = i; j < size; ++j) {
        const double product = products.at(i, j) - (part != nullptr ? part->products.at(i, j) : 0);
        made.at(i, j) = made.at(j, i) = product / count - sum(i) / count * (sum(j) / count);
      }
    }
    return made;
  }
};

constexpr std::uint16_t kNoColumn = 0xFFFF;

struct Columns {
  std::vector<std::uint16_t> subjects;   // of each column
  std::vector<std::uint16_t> column_of;  // by subject, or kNoColumn
  std::vector<Row> rows;                 // with a known outcome and a text
};

Columns choose_columns(const Reviews& reviews, const DriverSubjects& subjects,
                       std::span<const float> outcome) {
  Columns columns;
  std::vector<std::size_t> mentions(subjects.subjects.size());
  for (Row row = 0; row < reviews.size(); ++row) {
    if (std::isnan(outcome[row]) || !reviews.has_text(row)) continue;
    columns.rows.push_back(row);
    for (const DriverSubjects::Mention& mention : subjects.of(row)) ++mentions[mention.subject];
  }
  for (std::uint16_t subject = 0; subject < mentions.size(); ++subject) {
    if (mentions[subject] >= kLeastMentions && mentions[subject] + kLeastMentions <= columns.rows.size())
      columns.subjects.push_back(subject);
  }
  std::stable_sort(columns.subjects.begin(), columns.subjects.end(),
                   [&](std::uint16_t a, std::uint16_t b) { return mentions[a] > mentions[b]; });
  const std::size_t most = std::min(kMostDrivers, columns.rows.size() / kRowsPerColumn);
  if (columns.subjects.size() > most) columns.subjects.resize(most);
  std::sort(columns.subjects.begin(), columns.subjects.end());
  columns.column_of.assign(mentions.size(), kNoColumn);
  for (std::uint16_t column = 0; column < columns.subjects.size(); ++column)
    columns.column_of[columns.subjects[column]] = column;
  return columns;
}

}  // namespace

Stepped<std::vector<LinearEffect>> linear_effects(const SparseRows& features,
                                                  std::span<const double> outcome) {
  const std::size_t width = features.width;
  const auto n = static_cast<double>(features.size());
  std::vector<LinearEffect> effects(width);
  if (features.size() <= width + 2) co_return effects;
  // Normal equations with the intercept last; columns are few, rows are many.
  stats::Matrix normal{width + 1, width + 1};
  std::vector<double> right(width + 1);
  for (std::size_t i = 0; i < features.size(); ++i) {
    for (const std::uint16_t a : features.row(i)) {
      for (const std::uint16_t b : features.row(i)) ++normal.at(a, b);
      ++normal.at(a, width), ++normal.at(width, a);
      right[a] += outcome[i];
    }
    right[width] += outcome[i];
    if (i % kRowsAtOnce == 0) co_yield Progress{"Finding what moves the rating", i, features.size()};
  }
  normal.at(width, width) = n;
  for (std::size_t i = 0; i < width; ++i) normal.at(i, i) += kRidge;
  const stats::Matrix inverse = inverted(normal);
  std::vector<double> beta(width + 1);
  for (std::size_t i = 0; i <= width; ++i)
    beta[i] = std::inner_product(right.begin(), right.end(), inverse.row(i).begin(), 0.0);

  // The sandwich: residuals grow by their leverage (HC3).
  stats::Matrix meat{width + 1, width + 1};
  std::vector<std::uint16_t> at;
  for (std::size_t i = 0; i < features.size(); ++i) {
    at.assign(features.row(i).begin(), features.row(i).end());
    at.push_back(static_cast<std::uint16_t>(width));
    double fitted = 0;
    double leverage = 0;
    for (const std::uint16_t a : at) {
      fitted += beta[a];
      for (const std::uint16_t b : at) leverage += inverse.at(a, b);
    }
    const double residual = (outcome[i] - fitted) / std::max(0.05, 1 - leverage);
    for (const std::uint16_t a : at)
      for (const std::uint16_t b : at) meat.at(a, b) += residual * residual;
    if (i % kRowsAtOnce == 0) co_yield Progress{"Finding what moves the rating", i, features.size()};
  }
  const double t = stats::student_t_quantile(n - static_cast<double>(width) - 1, 0.975);
  for (std::size_t i = 0; i < width; ++i) {
    double variance = 0;
    for (std::size_t a = 0; a <= width; ++a)
      for (std::size_t b = 0; b <= width; ++b)
        variance += inverse.at(i, a) * meat.at(a, b) * inverse.at(b, i);
    const double error = std::sqrt(std::max(variance, 0.0));
    effects[i] = {beta[i], beta[i] - t * error, beta[i] + t * error,
                  error > 0 ? 2 * stats::normal_cumulative(-std::abs(beta[i]) / error) : 1.0};
  }
  co_return effects;
}

Importance shapley_importance(const stats::Matrix& covariance, int permutations) {
  const std::size_t width = covariance.rows - 1;
  Importance importance;
  importance.shares.assign(width, 0);
  const double total = covariance.at(width, width);
  if (width == 0 || total <= 1e-12) return importance;
  Random random{kSeed};
  std::vector<std::size_t> order(width);
  std::iota(order.begin(), order.end(), std::size_t{0});
  stats::Matrix left;
  const auto add_in_order = [&] {
    left = covariance;
    for (const std::size_t column : order) {
      const double variance = left.at(column, column);
      if (variance <= 1e-9 * covariance.at(column, column) || variance <= 1e-12)
        continue;  // told by the others
      importance.shares[column] += left.at(column, width) * left.at(column, width) / variance / total;
      for (std::size_t i = 0; i <= width; ++i) {
        const double factor = left.at(i, column) / variance;
        if (factor == 0 || i == column) continue;
        for (std::size_t j = 0; j <= width; ++j) left.at(i, j) -= factor * left.at(column, j);
      }
      for (std::size_t j = 0; j <= width; ++j) left.at(column, j) = left.at(j, column) = 0;
    }
  };
  for (int permutation = 0; permutation < permutations; ++permutation) {
    for (auto rest = static_cast<std::uint32_t>(width); rest > 1; --rest)
      std::swap(order[rest - 1], order[random.below(rest)]);
    add_in_order();
    std::reverse(order.begin(), order.end());
    add_in_order();
  }
  for (double& share : importance.shares) {
    share /= 2.0 * permutations;
    importance.explained += share;
  }
  return importance;
}

std::vector<float> ratings_of(const Reviews& reviews) {
  std::vector<float> outcome = reviews.ratings;
  std::replace_if(
      outcome.begin(), outcome.end(), [](float rating) { return rating <= 0; }, kUnknown);
  return outcome;
}

std::vector<float> recommendations_of(const Reviews& reviews, const MetricSources::Question& question) {
  std::vector<float> outcome(reviews.size(), kUnknown);
  const std::vector<std::optional<Row>> rows = rows_of(reviews, question);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i]) outcome[*rows[i]] = 100.0F * static_cast<float>(promotion_of(question.answers[i]));
  }
  return outcome;
}

Stepped<snapshot::Drivers> find_drivers(const Reviews& reviews, const feedback::Readings& readings,
                                        const DriverSubjects& subjects, std::vector<float> outcome) {
  snapshot::Drivers drivers;
  const Columns columns = choose_columns(reviews, subjects, outcome);
  drivers.n = columns.rows.size();
  bool has_texts = false;
  bool is_any_known = false;
  for (Row row = 0; row < reviews.size() && !(has_texts && is_any_known); ++row) {
    has_texts = has_texts || reviews.has_text(row);
    is_any_known = is_any_known || !std::isnan(outcome[row]);
  }
  drivers.state = !has_texts      ? snapshot::DriversState::NoTexts
                  : !is_any_known ? snapshot::DriversState::NoRatings
                                  : snapshot::DriversState::TooFew;
  if (drivers.n < kLeastReviews || columns.subjects.empty()) co_return drivers;
  const std::size_t width = columns.subjects.size();

  struct Counts {
    std::uint64_t n = 0, positive = 0, negative = 0, judged = 0;
  };
  std::vector<Counts> counts(width);
  SparseRows mentions;
  SparseRows sides;  // columns: complaints, then praise
  mentions.width = width;
  sides.width = 2 * width;
  std::vector<double> outcomes;
  Moments moments{width};
  std::vector<Moments> folds(kFolds, Moments{width});
  std::size_t felt = 0;
  for (const Row row : columns.rows) {
    if (readings.feelings.is_known(row)) ++felt;
    for (const DriverSubjects::Mention& mention : subjects.of(row)) {
      const std::uint16_t column = columns.column_of[mention.subject];
      if (column == kNoColumn) continue;
      mentions.columns.push_back(column);
      Counts& count = counts[column];
      ++count.n;
      count.judged += mention.side == Judgement::Unknown ? 0 : 1;
      if (mention.side == Judgement::Negative) ++count.negative, sides.columns.push_back(column);
      if (mention.side == Judgement::Positive)
        ++count.positive, sides.columns.push_back(static_cast<std::uint16_t>(column + width));
    }
    mentions.begins.push_back(static_cast<std::uint32_t>(mentions.columns.size()));
    sides.begins.push_back(static_cast<std::uint32_t>(sides.columns.size()));
    const double value = outcome[row];
    const auto said = mentions.row(outcomes.size());
    moments.add(said, value);
    folds[outcomes.size() % kFolds].add(said, value);
    outcomes.push_back(value);
    if (outcomes.size() % kRowsAtOnce == 0)
      co_yield Progress{"Finding what moves the rating", outcomes.size(), columns.rows.size()};
  }

  auto fitting = linear_effects(mentions, outcomes);
  while (fitting.advance()) co_yield fitting.progress();
  const std::vector<LinearEffect> effects = std::move(fitting).result();
  // Feelings that are read from the text, not from the rating itself: only then do they explain anything.
  const bool knows_sides = felt == columns.rows.size();
  std::vector<LinearEffect> side_effects;
  if (knows_sides) {
    auto fitting_sides = linear_effects(sides, outcomes);
    while (fitting_sides.advance()) co_yield fitting_sides.progress();
    side_effects = std::move(fitting_sides).result();
  }

  const Importance importance = shapley_importance(moments.covariance(), kPermutations);
  co_yield Progress{"Finding what moves the rating", 0, 0};
  std::vector<std::vector<double>> left_out;  // [fold][column], as shares of what is explained
  for (const Moments& fold : folds) {
    const Importance without = shapley_importance(moments.covariance(&fold), kFoldPermutations);
    std::vector<double> shares = without.shares;
    for (double& share : shares) share /= std::max(without.explained, 1e-12);
    left_out.push_back(std::move(shares));
    co_yield Progress{"Finding what moves the rating", left_out.size(), kFolds};
  }

  std::vector<double> p;
  for (const LinearEffect& effect : effects) p.push_back(effect.p);
  const std::vector<double> q = corrected_for_false_discoveries(p);
  const double t = stats::student_t_quantile(static_cast<double>(kFolds - 1), 0.975);
  drivers.state = snapshot::DriversState::Known;
  drivers.explained = importance.explained;
  for (std::size_t column = 0; column < width; ++column) {
    const DriverSubjects::Subject& subject = subjects.subjects[columns.subjects[column]];
    const Counts& count = counts[column];
    snapshot::Driver driver;
    driver.kind = subjects.kind;
    driver.id = subject.id, driver.name = subject.name;
    driver.n = count.n;
    driver.complaints = count.negative;
    driver.effect = {effects[column].value, effects[column].low, effects[column].high, count.n};
    const double share = importance.shares[column] / std::max(importance.explained, 1e-12);
    double mean = 0;
    for (const auto& shares : left_out) mean += shares[column] / static_cast<double>(kFolds);
    double squares = 0;
    for (const auto& shares : left_out) squares += (shares[column] - mean) * (shares[column] - mean);
    const double error = std::sqrt(squares * static_cast<double>(kFolds - 1) / static_cast<double>(kFolds));
    driver.importance = {share, std::max(0.0, share - t * error), std::min(1.0, share + t * error),
                         drivers.n};
    driver.performance = net_estimate(count.positive, count.negative, count.judged);
    const auto of_all = [&](std::uint64_t part) {
      return static_cast<double>(part) / static_cast<double>(drivers.n);
    };
    const LinearEffect& effect = knows_sides ? side_effects[column] : effects[column];
    const double lost = -0.5 * of_all(knows_sides ? count.negative : count.n);
    driver.if_halved = {std::max(0.0, lost * effect.value), std::max(0.0, lost * effect.high),
                        std::max(0.0, lost * effect.low), knows_sides ? count.negative : count.n};
    driver.p = effects[column].p, driver.q = q[column];
    (subjects.kind == snapshot::DriverKind::Topic ? driver.evidence.topics
                                                  : driver.evidence.aspects) = {subject.id};
    driver.evidence.n = count.n;
    drivers.drivers.push_back(std::move(driver));
  }
  std::stable_sort(drivers.drivers.begin(), drivers.drivers.end(),
                   [](const snapshot::Driver& a, const snapshot::Driver& b) {
                     return a.importance.value > b.importance.value;
                   });
  co_return drivers;
}

}  // namespace attune::insight
