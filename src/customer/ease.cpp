#include "customer/ease.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <Eigen/Dense>

namespace attune::customer {
namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
constexpr Eigen::Index kBlock = 48;
constexpr std::size_t kPairsPerPause = 1'000'000;

void choose_items(const InteractionTable& table, std::uint32_t most, EaseModel& model) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t item = 0; item < table.item_count(); ++item) {
    if (!table.customers_of(item).empty()) order.push_back(item);
  }
  const std::size_t all = order.size();
  if (all > most) {
    std::stable_sort(order.begin(), order.end(), [&table](std::uint32_t a, std::uint32_t b) {
      return table.customers_of(a).size() > table.customers_of(b).size();
    });
    order.resize(most);
    std::sort(order.begin(), order.end());
  }
  std::size_t kept = 0;
  model.place.assign(table.item_count(), -1);
  for (std::size_t i = 0; i < order.size(); ++i) {
    model.place[order[i]] = static_cast<std::int32_t>(i);
    kept += table.customers_of(order[i]).size();
  }
  if (table.size() > 0) model.kept_share = static_cast<double>(kept) / static_cast<double>(table.size());
  if (all > most) {
    const auto percent = static_cast<int>(std::lround(100 * (1 - model.kept_share)));
    model.remark =
        std::to_string(all - most) + " rarely bought items (" + std::to_string(percent) +
        " % of all purchases) are left out of the model and recommended by their likeness to other items";
  }
  model.items = std::move(order);
}

// X^T X of the kept items: how many customers have both.
Stepped<bool> count_pairs(const InteractionTable& table, const EaseModel& model, RowMajor& gram) {
  std::vector<std::int32_t> own;
  std::size_t pairs = 0;
  for (std::uint32_t c = 0; c < table.customer_count(); ++c) {
    own.clear();
    for (const auto item : table.items_of(c)) {
      if (model.place[item] >= 0) own.push_back(model.place[item]);
    }
    for (const auto a : own) {
      for (const auto b : own) gram(a, b) += 1;
      pairs += own.size();
      if (pairs > kPairsPerPause) {
        pairs = 0;
        co_yield Progress{"Counting what is bought together", c, table.customer_count()};
      }
    }
  }
  co_return true;
}

// Replaces a symmetric positive definite matrix by minus its inverse: the sweep operator (Goodnight 1979),
// a block of columns at a time, in place.
Stepped<bool> sweep(RowMajor& a) {
  const Eigen::Index n = a.rows();
  for (Eigen::Index k = 0; k < n; k += kBlock) {
    const Eigen::Index width = std::min(kBlock, n - k);
    const RowMajor pivot_inverse =
        a.block(k, k, width, width).llt().solve(Eigen::MatrixXd::Identity(width, width));
    const RowMajor rows = a.block(k, 0, width, n);  // A_k., before it is overwritten
    for (Eigen::Index first = 0; first < n; first += kBlock) {
      const Eigen::Index height = std::min(kBlock, n - first);
      if (first == k) continue;
      const RowMajor left = rows.middleCols(first, height).transpose() * pivot_inverse;  // A_ik A_kk^-1
      a.block(first, 0, height, n).noalias() -= left * rows;
      a.block(first, k, height, width) = left;
      co_yield Progress{"Learning what goes with what", static_cast<std::size_t>(k),
                        static_cast<std::size_t>(n)};
    }
    a.block(k, 0, width, n).noalias() = pivot_inverse * rows;
    a.block(k, k, width, width) = -pivot_inverse;
  }
  co_return true;
}

}  // namespace

double EaseModel::weight(std::uint32_t from, std::uint32_t to) const {
  if (from >= place.size() || to >= place.size() || place[from] < 0 || place[to] < 0) return 0;
  return weights[static_cast<std::size_t>(place[from]) * items.size() + static_cast<std::size_t>(place[to])];
}

void EaseModel::add_scores(std::span<const std::uint32_t> owned, std::span<double> scores) const {
  for (const auto item : owned) {
    if (item >= place.size() || place[item] < 0) continue;
    const double* row = weights.data() + static_cast<std::size_t>(place[item]) * items.size();
    for (std::size_t i = 0; i < items.size(); ++i) scores[items[i]] += row[i];
  }
}

Stepped<EaseModel> fit_ease(const InteractionTable& table, EaseOptions options) {
  EaseModel model;
  choose_items(table, options.most_items, model);
  const auto n = static_cast<Eigen::Index>(model.items.size());
  if (n == 0) co_return model;
  RowMajor matrix = RowMajor::Zero(n, n);
  auto counting = count_pairs(table, model, matrix);
  while (counting.advance()) co_yield counting.progress();
  matrix.diagonal().array() += std::max(options.ridge, 1e-6);
  auto sweeping = sweep(matrix);
  while (sweeping.advance()) co_yield sweeping.progress();
  // B = I - P diag(1 / P_jj), with P = -matrix: B_ij = -P_ij / P_jj.
  const Eigen::VectorXd diagonal = matrix.diagonal();
  model.weights.resize(static_cast<std::size_t>(n * n));
  for (Eigen::Index i = 0; i < n; ++i) {
    double* row = model.weights.data() + i * n;
    for (Eigen::Index j = 0; j < n; ++j) row[j] = i == j ? 0 : -matrix(i, j) / diagonal[j];
    if (i % 256 == 255)
      co_yield Progress{"Learning what goes with what", static_cast<std::size_t>(i),
                        static_cast<std::size_t>(n)};
  }
  co_return model;
}

}  // namespace attune::customer
