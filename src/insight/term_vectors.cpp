#include "insight/term_vectors.hpp"

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace attune::insight {
namespace {

constexpr std::size_t kWindow = 8;  // terms on each side
constexpr double kContextPower = 0.75;
constexpr std::size_t kDimensions = 128;
constexpr std::size_t kLeastDimensions = 16;
constexpr std::size_t kTermsPerDimension = 14;
constexpr std::size_t kExtraDimensions = 8;  // of the random start (Halko, Martinsson, Tropp 2011)
constexpr int kIterations = 10;
constexpr std::uint64_t kSeed = 6;
constexpr double kPointShare = 0.5;  // of the language model's view where there is one
constexpr std::size_t kReviewsAtOnce = 512;

// Row-major. Plain loops, so that every platform adds in the same order.
struct Dense {
  std::size_t rows = 0, columns = 0;
  std::vector<float> values;
  Dense(std::size_t r, std::size_t c) : rows{r}, columns{c}, values(r * c) {}
  float* row(std::size_t i) { return values.data() + i * columns; }
  [[nodiscard]] const float* row(std::size_t i) const { return values.data() + i * columns; }
};

// `kept` is scratch: words that are no terms take no place in the window.
void count_surroundings(std::span<const std::uint32_t> terms, std::size_t size,
                        std::vector<std::uint32_t>& kept, std::vector<std::uint32_t>& counts) {
  kept.clear();
  for (const std::uint32_t term : terms) {
    if (term < TermTable::kBreak) kept.push_back(term);
  }
  for (std::size_t at = 0; at < kept.size(); ++at) {
    const std::size_t end = std::min(kept.size(), at + kWindow + 1);
    for (std::size_t other = at + 1; other < end; ++other) {
      if (kept[at] == kept[other]) continue;
      ++counts[kept[at] * size + kept[other]];
      ++counts[kept[other] * size + kept[at]];
    }
  }
}

// out = matrix (symmetric, n x n) * block (n x k)
Stepped<bool> multiply(const Dense& matrix, const Dense& block, Dense& out) {
  for (std::size_t i = 0; i < matrix.rows; ++i) {
    float* to = out.row(i);
    std::fill(to, to + block.columns, 0.0F);
    const float* from = matrix.row(i);
    for (std::size_t j = 0; j < matrix.columns; ++j) {
      if (from[j] == 0) continue;
      const float weight = from[j];
      const float* values = block.row(j);
      for (std::size_t k = 0; k < block.columns; ++k) to[k] += weight * values[k];
    }
    if (i % 64 == 63) co_yield Progress{"Finding topics", i + 1, matrix.rows};
  }
  co_return true;
}

// Gram-Schmidt, twice for accuracy. Columns that vanish become zero.
void make_orthonormal(Dense& block) {
  for (std::size_t k = 0; k < block.columns; ++k) {
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t before = 0; before < k; ++before) {
        double product = 0;
        for (std::size_t i = 0; i < block.rows; ++i)
          product += static_cast<double>(block.row(i)[k]) * block.row(i)[before];
        for (std::size_t i = 0; i < block.rows; ++i)
          block.row(i)[k] -= static_cast<float>(product) * block.row(i)[before];
      }
    }
    double length = 0;
    for (std::size_t i = 0; i < block.rows; ++i)
      length += static_cast<double>(block.row(i)[k]) * block.row(i)[k];
    length = std::sqrt(length);
    const float scale = length > 1e-6 ? static_cast<float>(1 / length) : 0.0F;
    for (std::size_t i = 0; i < block.rows; ++i) block.row(i)[k] *= scale;
  }
}

// Makes counts to positive mutual information, and tells how particular each term's surroundings are.
void weigh(const std::vector<std::uint32_t>& counts, Dense& information, std::vector<float>& specificity) {
  const std::size_t size = information.rows;
  std::vector<double> sums(size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) sums[i] += counts[i * size + j];
  }
  double total = 0;
  double smoothed_total = 0;
  for (const double sum : sums) total += sum, smoothed_total += std::pow(sum, kContextPower);
  for (std::size_t i = 0; i < size; ++i) {
    double divergence = 0;
    double kinds = 0;
    for (std::size_t j = 0; j < size; ++j) {
      const double together = counts[i * size + j];
      if (together <= 0) continue;
      const double expected = std::pow(sums[j], kContextPower) / smoothed_total;
      information.row(i)[j] = static_cast<float>(std::max(0.0, std::log(together / (sums[i] * expected))));
      divergence += together / sums[i] * std::log(together / sums[i] * total / sums[j]);
      ++kinds;
    }
    // A term is in its own surroundings as surely as its closest companion: so companions are alike, too.
    information.row(i)[i] = *std::max_element(information.row(i), information.row(i) + size);
    // What chance alone would give is taken off (Miller 1955).
    if (sums[i] > 0)
      specificity[i] = static_cast<float>(std::max(0.0, divergence - (kinds - 1) / (2 * sums[i])));
  }
}

std::uint64_t fnv1a(std::string_view text) noexcept {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

void normalise(float* values, std::size_t size) {
  double length = 0;
  for (std::size_t i = 0; i < size; ++i) length += static_cast<double>(values[i]) * values[i];
  if (length <= 1e-12) return;
  const auto scale = static_cast<float>(1 / std::sqrt(length));
  for (std::size_t i = 0; i < size; ++i) values[i] *= scale;
}

// What all terms have in common says nothing about any of them. Frequent terms lie surer and count more.
void take_off_middle(const TermTable& table, TermVectors& vectors, std::size_t kept) {
  std::vector<double> middle(kept);
  double weights = 0;
  for (std::size_t term = 0; term < table.terms().size(); ++term) {
    const double weight = std::sqrt(static_cast<double>(table.terms()[term].reviews));
    weights += weight;
    const auto at = vectors.of(term);
    for (std::size_t k = 0; k < kept; ++k) middle[k] += weight * at[k];
  }
  for (std::size_t term = 0; term < table.terms().size(); ++term) {
    float* at = vectors.values.data() + term * vectors.dimensions;
    for (std::size_t k = 0; k < kept; ++k) at[k] -= static_cast<float>(middle[k] / weights);
    normalise(at, kept);
  }
}

// The mean place of the reviews that say a term, seen from the middle of all reviews.
Stepped<Dense> mean_places(const TermTable& table, ReviewPoints points) {
  const std::size_t size = table.terms().size();
  Dense places{size, points.dimensions};
  std::vector<double> middle(points.dimensions);
  std::vector<std::uint32_t> seen_in(size, TermTable::kNoTerm);
  for (std::uint32_t review = 0; review < table.reviews(); ++review) {
    const auto at = points.values.subspan(review * points.dimensions, points.dimensions);
    for (std::size_t k = 0; k < points.dimensions; ++k) middle[k] += at[k];
    for (const std::uint32_t term : table.sequence(review)) {
      if (term >= TermTable::kBreak || seen_in[term] == review) continue;
      seen_in[term] = review;
      for (std::size_t k = 0; k < points.dimensions; ++k) places.row(term)[k] += at[k];
    }
    if (review % kReviewsAtOnce == 0) co_yield Progress{"Finding topics", review, table.reviews()};
  }
  for (std::size_t term = 0; term < size; ++term) {
    const auto n = static_cast<float>(table.terms()[term].reviews);
    for (std::size_t k = 0; k < points.dimensions; ++k)
      places.row(term)[k] =
          places.row(term)[k] / n - static_cast<float>(middle[k] / static_cast<double>(table.reviews()));
    normalise(places.row(term), points.dimensions);
  }
  co_return std::move(places);
}

}  // namespace

double dot(std::span<const float> a, std::span<const float> b) noexcept {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
  return sum;
}

Stepped<TermVectors> place_terms(const TermTable& table, ReviewPoints points) {
  const std::size_t size = table.terms().size();
  // Fewer terms, fewer directions: else every term would be alone in its own.
  const std::size_t kept =
      std::min({kDimensions, std::max(kLeastDimensions, size / kTermsPerDimension), size});
  const std::size_t columns = std::min(kept + kExtraDimensions, size);
  TermVectors vectors;
  vectors.specificity.assign(size, 0);
  vectors.dimensions = kept + points.dimensions;
  vectors.values.assign(size * vectors.dimensions, 0);
  if (size == 0) co_return vectors;

  std::vector<std::uint32_t> counts(size * size);
  std::vector<std::uint32_t> kept_terms;
  for (std::size_t review = 0; review < table.reviews(); ++review) {
    count_surroundings(table.sequence(review), size, kept_terms, counts);
    if (review % kReviewsAtOnce == 0) co_yield Progress{"Finding topics", review, table.reviews()};
  }
  Dense information{size, size};
  weigh(counts, information, vectors.specificity);
  co_yield Progress{"Finding topics", 0, 0};

  // The rows of U * sqrt(S): the largest singular directions by subspace iteration from a seeded start.
  Dense block{size, columns};
  Dense product{size, columns};
  // Each term starts from its own word, so that further terms leave it where it was.
  for (std::size_t i = 0; i < size; ++i) {
    Random random{kSeed + fnv1a(table.terms()[i].key)};
    for (std::size_t k = 0; k < columns; ++k) block.row(i)[k] = static_cast<float>(random.uniform() - 0.5);
  }
  make_orthonormal(block);
  for (int iteration = 0; iteration < kIterations; ++iteration) {
    auto multiplying = multiply(information, block, product);
    while (multiplying.advance()) co_yield multiplying.progress();
    std::swap(block.values, product.values);
    if (iteration + 1 < kIterations) {
      make_orthonormal(block);
      co_yield Progress{"Finding topics", 0, 0};
    }
  }
  // block = M * Q: its columns are as long as the singular values, so the weak directions, which a few more
  // reviews turn anywhere, count little.
  for (std::size_t i = 0; i < size; ++i) {
    float* at = vectors.values.data() + i * vectors.dimensions;
    std::copy_n(block.row(i), kept, at);
    normalise(at, kept);
  }
  take_off_middle(table, vectors, kept);
  if (points.dimensions == 0) co_return vectors;

  auto placing = mean_places(table, points);
  while (placing.advance()) co_yield placing.progress();
  const Dense places = std::move(placing).result();
  const auto own = static_cast<float>(std::sqrt(1 - kPointShare));
  const auto models = static_cast<float>(std::sqrt(kPointShare));
  for (std::size_t i = 0; i < size; ++i) {
    float* at = vectors.values.data() + i * vectors.dimensions;
    for (std::size_t k = 0; k < kept; ++k) at[k] *= own;
    for (std::size_t k = 0; k < points.dimensions; ++k) at[kept + k] = places.row(i)[k] * models;
  }
  co_return vectors;
}

}  // namespace attune::insight
