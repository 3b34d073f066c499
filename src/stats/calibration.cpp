#include "stats/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::stats {
namespace {

std::vector<std::size_t> order_by(std::span<const double> scores) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&scores](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
  return order;
}

struct Block {
  double first = 0, last = 0;  // scores
  double n = 0, yes = 0;

  [[nodiscard]] double share() const { return yes / n; }
};

}  // namespace

double IsotonicCurve::operator()(double value) const {
  if (score.empty()) return 0.5;
  const auto above = std::lower_bound(score.begin(), score.end(), value);
  if (above == score.begin()) return probability.front();
  if (above == score.end()) return probability.back();
  const auto i = static_cast<std::size_t>(above - score.begin());
  const double part = (value - score[i - 1]) / (score[i] - score[i - 1]);
  return probability[i - 1] + part * (probability[i] - probability[i - 1]);
}

IsotonicCurve fit_isotonic(std::span<const double> scores, std::span<const std::uint8_t> labels) {
  std::vector<Block> blocks;
  for (const std::size_t i : order_by(scores)) {
    const double yes = labels[i] != 0 ? 1 : 0;
    if (!blocks.empty() && blocks.back().last == scores[i]) {  // equal scores get one answer
      blocks.back().n += 1;
      blocks.back().yes += yes;
    } else {
      while (blocks.size() > 1 && blocks[blocks.size() - 2].share() >= blocks.back().share()) {
        const Block top = blocks.back();
        blocks.pop_back();
        blocks.back() = {blocks.back().first, top.last, blocks.back().n + top.n, blocks.back().yes + top.yes};
      }
      blocks.push_back({scores[i], scores[i], 1, yes});
    }
  }
  while (blocks.size() > 1 && blocks[blocks.size() - 2].share() >= blocks.back().share()) {
    const Block top = blocks.back();
    blocks.pop_back();
    blocks.back() = {blocks.back().first, top.last, blocks.back().n + top.n, blocks.back().yes + top.yes};
  }
  IsotonicCurve curve;
  for (const Block& block : blocks) {
    curve.score.push_back(block.first);
    curve.probability.push_back(block.share());
    if (block.last > block.first) {
      curve.score.push_back(block.last);
      curve.probability.push_back(block.share());
    }
  }
  return curve;
}

double fit_temperature(std::span<const double> log_odds, std::span<const std::uint8_t> labels) {
  // The loss is convex in 1 / temperature: halve the bracket on the sign of its derivative.
  const auto slope = [&](double inverse) {
    double sum = 0;
    for (std::size_t i = 0; i < log_odds.size(); ++i) {
      sum += log_odds[i] * (1 / (1 + std::exp(-log_odds[i] * inverse)) - (labels[i] != 0 ? 1.0 : 0.0));
    }
    return sum;
  };
  double low = 0.05;
  double high = 20;
  if (log_odds.empty() || slope(1) == 0) return 1;
  for (int turn = 0; turn < 100; ++turn) {
    const double middle = std::sqrt(low * high);
    (slope(middle) > 0 ? high : low) = middle;
  }
  return 1 / std::sqrt(low * high);
}

std::vector<ReliabilityBin> reliability(std::span<const double> probabilities,
                                        std::span<const std::uint8_t> labels, std::size_t bins) {
  const std::vector<std::size_t> order = order_by(probabilities);
  std::vector<ReliabilityBin> result;
  for (std::size_t bin = 0; bin < bins; ++bin) {
    const std::size_t first = bin * order.size() / bins;
    const std::size_t last = (bin + 1) * order.size() / bins;
    if (first == last) continue;
    ReliabilityBin here;
    here.n = last - first;
    std::uint64_t yes = 0;
    for (std::size_t i = first; i < last; ++i) {
      here.mean_score += probabilities[order[i]] / static_cast<double>(here.n);
      yes += labels[order[i]] != 0 ? 1 : 0;
    }
    here.share = static_cast<double>(yes) / static_cast<double>(here.n);
    here.interval = share_interval(yes, here.n);
    result.push_back(here);
  }
  return result;
}

double calibration_error(std::span<const ReliabilityBin> bins) {
  double sum = 0;
  double n = 0;
  for (const ReliabilityBin& bin : bins) {
    sum += std::abs(bin.mean_score - bin.share) * static_cast<double>(bin.n);
    n += static_cast<double>(bin.n);
  }
  return n > 0 ? sum / n : 0;
}

double brier_score(std::span<const double> probabilities, std::span<const std::uint8_t> labels) {
  if (probabilities.empty()) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    const double error = probabilities[i] - (labels[i] != 0 ? 1.0 : 0.0);
    sum += error * error;
  }
  return sum / static_cast<double>(probabilities.size());
}

}  // namespace attune::stats
