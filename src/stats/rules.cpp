#include "stats/rules.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace attune::stats {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Split {
  std::size_t feature = 0;
  double threshold = 0;
  double impurity = kInfinity;
};

struct Box {
  std::vector<Condition> conditions;
  std::vector<std::uint32_t> rows;
};

class Tree {
 public:
  Tree(MatrixView rows, std::span<const std::uint8_t> labels, const RuleOptions& options)
      : rows_{rows}, labels_{labels}, options_{options} {
    for (const auto label : labels) group_size_ += label != 0 ? 1 : 0;
  }

  Rule best_rule() {
    Box everybody;
    everybody.rows.resize(rows_.rows);
    std::iota(everybody.rows.begin(), everybody.rows.end(), 0U);
    grow(everybody, options_.depth);
    return best_;
  }

 private:
  [[nodiscard]] std::uint64_t members(std::span<const std::uint32_t> rows) const {
    std::uint64_t count = 0;
    for (const auto i : rows) count += labels_[i] != 0 ? 1 : 0;
    return count;
  }

  // Every box on the way is a candidate: a shorter rule that does as well wins.
  void consider(const Box& box) {
    Rule rule{box.conditions, box.rows.size(), members(box.rows), 0, 0};
    if (rule.n == 0 || group_size_ == 0) return;
    rule.precision = static_cast<double>(rule.members) / static_cast<double>(rule.n);
    rule.recall = static_cast<double>(rule.members) / static_cast<double>(group_size_);
    const double f1 =
        rule.members > 0 ? 2 * rule.precision * rule.recall / (rule.precision + rule.recall) : 0;
    if (f1 > best_f1_ + 0.005 || best_f1_ < 0) {
      best_f1_ = f1;
      best_ = std::move(rule);
    }
  }

  [[nodiscard]] Split best_split(const Box& box) const {
    Split best;
    const auto n = static_cast<double>(box.rows.size());
    const auto all = static_cast<double>(members(box.rows));
    std::vector<std::pair<double, std::uint8_t>> column(box.rows.size());
    for (std::size_t feature = 0; feature < rows_.columns; ++feature) {
      for (std::size_t i = 0; i < box.rows.size(); ++i)
        column[i] = {rows_.at(box.rows[i], feature), labels_[box.rows[i]]};
      std::sort(column.begin(), column.end());
      double left = 0;
      double left_members = 0;
      for (std::size_t i = 0; i + 1 < column.size(); ++i) {
        left += 1;
        left_members += column[i].second != 0 ? 1 : 0;
        if (column[i].first == column[i + 1].first) continue;
        if (left < static_cast<double>(options_.least_rows) ||
            n - left < static_cast<double>(options_.least_rows))
          continue;
        const double right_members = all - left_members;
        const double impurity =
            left_members * (1 - left_members / left) + right_members * (1 - right_members / (n - left));
        if (impurity < best.impurity - 1e-9)
          best = {feature, (column[i].first + column[i + 1].first) / 2, impurity};
      }
    }
    return best;
  }

  void grow(const Box& box, int depth) {
    consider(box);
    const std::uint64_t inside = members(box.rows);
    if (depth == 0 || inside == 0 || inside == box.rows.size()) return;
    const Split split = best_split(box);
    if (split.impurity == kInfinity) return;
    Box low{narrowed(box.conditions, split, true), {}};
    Box high{narrowed(box.conditions, split, false), {}};
    for (const auto i : box.rows)
      (rows_.at(i, split.feature) <= split.threshold ? low : high).rows.push_back(i);
    grow(low, depth - 1);
    grow(high, depth - 1);
  }

  static std::vector<Condition> narrowed(std::vector<Condition> conditions, const Split& split, bool to_low) {
    auto at = std::find_if(conditions.begin(), conditions.end(),
                           [&split](const Condition& c) { return c.feature >= split.feature; });
    if (at == conditions.end() || at->feature != split.feature)
      at = conditions.insert(at, {split.feature, -kInfinity, kInfinity});
    (to_low ? at->up_to : at->above) = split.threshold;
    return conditions;
  }

  MatrixView rows_;
  std::span<const std::uint8_t> labels_;
  RuleOptions options_;
  std::uint64_t group_size_ = 0;
  Rule best_;
  double best_f1_ = -1;
};

}  // namespace

bool Rule::matches(std::span<const double> row) const {
  return std::all_of(conditions.begin(), conditions.end(), [row](const Condition& condition) {
    return row[condition.feature] > condition.above && row[condition.feature] <= condition.up_to;
  });
}

Rule describe_group(MatrixView rows, std::span<const std::uint8_t> labels, const RuleOptions& options) {
  return Tree{rows, labels, options}.best_rule();
}

}  // namespace attune::stats
