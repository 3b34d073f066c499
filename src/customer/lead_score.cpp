#include "customer/lead_score.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "base/ascii.hpp"
#include "base/numbers.hpp"
#include "stats/intervals.hpp"
#include "stats/logistic_regression.hpp"

namespace attune::customer {
namespace {

constexpr std::uint32_t kFolds = 5;
constexpr std::uint64_t kFewestOfEachKind = 20;
constexpr std::size_t kMostValues = 12;  // of a column of words
constexpr double kSkewedFrom = 1;

struct Encoded {
  std::vector<ScoreReason> names;  // one a feature
  std::vector<bool> is_number;
  stats::Matrix features;
};

bool is_blank(std::string_view cell) {
  return cell.find_first_not_of(" \t") == std::string_view::npos || cell == "-" || cell == "n/a" ||
         cell == "NA";
}

// The values of a column of numbers, blanks by the median; nullopt if a cell is neither.
std::optional<std::vector<double>> numbers_of(const LeadColumn& column) {
  std::vector<double> values;
  std::vector<double> known;
  std::vector<std::size_t> blanks;
  for (const std::string_view cell : column.cells) {
    if (is_blank(cell)) {
      blanks.push_back(values.size());
      values.push_back(0);
      continue;
    }
    const auto number = parse_number(cell);
    if (!number) return std::nullopt;
    values.push_back(*number);
    known.push_back(*number);
  }
  if (known.empty()) return std::nullopt;
  std::sort(known.begin(), known.end());
  for (const std::size_t at : blanks) values[at] = stats::sorted_quantile(known, 0.5);
  return values;
}

double skewness_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double second = 0;
  double third = 0;
  for (const double value : values) {
    second += (value - mean) * (value - mean) / n;
    third += (value - mean) * (value - mean) * (value - mean) / n;
  }
  return second > 0 ? third / std::pow(second, 1.5) : 0;
}

// Values by falling count; empty if the column is no choice between a few.
std::vector<std::string> values_of(const LeadColumn& column) {
  std::map<std::string, std::size_t> counts;
  for (const std::string_view cell : column.cells) {
    ++counts[std::string{cell}];
    if (counts.size() > kMostValues) return {};
  }
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const auto& [value, count] : counts) ranked.emplace_back(count, value);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> values;
  for (auto& [count, value] : ranked) values.push_back(std::move(value));
  return values;
}

void add_feature(std::vector<std::vector<double>>& features, Encoded& encoded, std::vector<double> values,
                 std::string what, std::string value, bool is_number) {
  // A second copy of a feature says nothing: values that always come together ("No internet service").
  for (std::size_t j = 0; j < features.size(); ++j) {
    if (features[j] == values) return;
  }
  features.push_back(std::move(values));
  encoded.names.push_back({std::move(what), std::move(value), 0, 0, 0});
  encoded.is_number.push_back(is_number);
}

Encoded encode(const LeadTable& table) {
  Encoded encoded;
  std::vector<std::vector<double>> features;
  for (const LeadColumn& column : table.columns) {
    const std::vector<std::string> values = values_of(column);
    const auto numbers = values.size() == 2 ? std::nullopt : numbers_of(column);
    if (numbers && !(values.size() == 1)) {
      add_feature(features, encoded, *numbers, column.name, {}, true);
      const bool is_positive = *std::min_element(numbers->begin(), numbers->end()) >= 0;
      std::vector<double> logs = *numbers;
      for (double& value : logs) value = std::log1p(std::max(0.0, value));
      if (is_positive &&
          (skewness_of(*numbers) > kSkewedFrom || *std::max_element(numbers->begin(), numbers->end()) > 20))
        add_feature(features, encoded, std::move(logs), column.name, "log", true);
      continue;
    }
    for (std::size_t v = 1; v < values.size(); ++v) {
      std::vector<double> has(table.labels.size());
      for (std::size_t i = 0; i < has.size(); ++i) has[i] = column.cells[i] == values[v] ? 1 : 0;
      add_feature(features, encoded, std::move(has), column.name, values[v], false);
    }
  }
  encoded.features = stats::Matrix{table.labels.size(), features.size()};
  for (std::size_t j = 0; j < features.size(); ++j) {
    for (std::size_t i = 0; i < features[j].size(); ++i) encoded.features.at(i, j) = features[j][i];
  }
  return encoded;
}

// Folds of equal mixture, by the rows' values and not by their place.
std::vector<std::uint32_t> folds_of(const Encoded& encoded, std::span<const std::uint8_t> labels) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const double value : encoded.features.row(i)) {
      hash = (hash ^ static_cast<std::uint64_t>(std::llround(value * 1000))) * 1099511628211ULL;
      hash ^= hash >> 29U;
    }
    order.emplace_back(hash, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> folds(labels.size());
  std::array<std::uint32_t, 2> next{};
  for (const auto& [hash, i] : order) folds[i] = next[labels[i] != 0 ? 1 : 0]++ % kFolds;
  return folds;
}

void tell_reasons(const Encoded& encoded, const stats::LogisticModel& model,
                  std::vector<ScoreReason>& reasons) {
  for (std::size_t j = 0; j < model.coefficients.size(); ++j) {
    // A number's weight is that of a standard deviation, a word's that of having it.
    const double unit = encoded.is_number[j] ? 1 : 1 / model.scaling.deviation[j];
    const double margin = 1.959963984540054 * model.standard_errors[j];
    ScoreReason reason = encoded.names[j];
    reason.weight = model.coefficients[j] * unit;
    reason.low = (model.coefficients[j] - margin) * unit;
    reason.high = (model.coefficients[j] + margin) * unit;
    reasons.push_back(std::move(reason));
  }
  sort_reasons(reasons);
}

// The share of yes among the other rows with the same value of one word column: the best of all columns.
std::vector<double> best_single_column(const LeadTable& table, const std::vector<std::uint32_t>& folds) {
  std::vector<double> best(table.labels.size(), 0);
  double best_auc = -1;
  for (const LeadColumn& column : table.columns) {
    if (values_of(column).size() < 2) continue;
    std::map<std::pair<std::string_view, std::uint32_t>, std::pair<double, double>> counts;
    std::map<std::string_view, std::pair<double, double>> all;
    for (std::size_t i = 0; i < folds.size(); ++i) {
      auto& own = counts[{column.cells[i], folds[i]}];
      auto& total = all[column.cells[i]];
      own.first += table.labels[i] != 0 ? 1 : 0, own.second += 1;
      total.first += table.labels[i] != 0 ? 1 : 0, total.second += 1;
    }
    std::vector<double> scores;
    for (std::size_t i = 0; i < folds.size(); ++i) {
      const auto& own = counts[{column.cells[i], folds[i]}];
      const auto& total = all[column.cells[i]];
      scores.push_back((total.first - own.first + 0.5) / (total.second - own.second + 1));
    }
    const ScoreTest test = test_scores(scores, scores, table.labels);
    if (test.model.auc > best_auc) {
      best_auc = test.model.auc;
      best = std::move(scores);
    }
  }
  return best;
}

}  // namespace

Stepped<LeadResult> score_leads(LeadTable table) {
  LeadResult result;
  const auto yes = static_cast<std::uint64_t>(std::count(table.labels.begin(), table.labels.end(), 1));
  if (yes < kFewestOfEachKind || table.labels.size() - yes < kFewestOfEachKind) {
    result.remark = "Too few rows of either outcome to learn from: " + std::to_string(yes) + " of " +
                    std::to_string(table.labels.size());
    co_return result;
  }
  const Encoded encoded = encode(table);
  co_yield Progress{"Learning from the labelled column", 0, kFolds};
  if (encoded.features.columns == 0) {
    result.remark = "No other column tells the rows apart";
    co_return result;
  }
  const std::vector<std::uint32_t> folds = folds_of(encoded, table.labels);
  std::vector<double> chances(table.labels.size(), 0);
  for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < folds.size(); ++i) {
      if (folds[i] != fold) rows.push_back(i);
    }
    stats::Matrix features{rows.size(), encoded.features.columns};
    std::vector<std::uint8_t> labels;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::copy_n(encoded.features.row(rows[i]).begin(), features.columns, features.row(i).begin());
      labels.push_back(table.labels[rows[i]]);
    }
    auto learning = stats::fit_logistic(features.view(), labels);
    while (learning.advance()) co_yield Progress{"Learning from the labelled column", fold, kFolds};
    const stats::LogisticModel model = std::move(learning).result();
    for (std::uint32_t i = 0; i < folds.size(); ++i) {
      if (folds[i] == fold) chances[i] = model.probability(encoded.features.row(i));
    }
  }
  result.folds = kFolds;
  result.test = test_scores(chances, best_single_column(table, folds), table.labels);
  auto learning = stats::fit_logistic(encoded.features.view(), table.labels);
  while (learning.advance()) co_yield Progress{"Learning from the labelled column", kFolds, kFolds};
  const stats::LogisticModel model = std::move(learning).result();
  for (std::uint32_t i = 0; i < folds.size(); ++i)
    result.chance.push_back(model.probability(encoded.features.row(i)));
  tell_reasons(encoded, model, result.reasons);
  result.is_made = true;
  co_return result;
}

LabelColumn find_label(std::span<const LeadColumn> columns, std::string_view wanted) {
  constexpr std::array<std::string_view, 16> kNames{
      "churn",    "churned",   "exited",   "attrition", "converted", "conversion",  "won",       "is won",
      "lead won", "cancelled", "canceled", "left",      "gekundigt", "abgewandert", "responded", "purchased"};
  constexpr std::array<std::string_view, 14> kYes{"yes", "true",      "1",         "ja",  "oui",
                                                  "si",  "sí",        "y",         "t",   "churned",
                                                  "won", "converted", "cancelled", "left"};
  for (const LeadColumn& column : columns) {
    const std::string name = ascii_lower(column.name);
    const bool is_meant = wanted.empty() ? std::find(kNames.begin(), kNames.end(), name) != kNames.end()
                                         : name == ascii_lower(wanted);
    if (!is_meant) continue;
    std::map<std::string, std::size_t> values;
    for (const std::string_view cell : column.cells) {
      if (!is_blank(cell)) ++values[std::string{cell}];
      if (values.size() > 2) break;
    }
    if (values.size() != 2) continue;
    for (const auto& [value, count] : values) {
      if (std::find(kYes.begin(), kYes.end(), ascii_lower(value)) != kYes.end()) return {column.name, value};
    }
    return {column.name, std::prev(values.end())->first};
  }
  return {};
}

}  // namespace attune::customer
