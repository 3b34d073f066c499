// How sure a figure is: 95 % intervals for means, shares, counts, and for anything by bootstrap.
//
// Every function is total: no cases or impossible arguments give the widest honest interval (stated at
// each), never NaN.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace attune::stats {

struct Interval {
  double low = 0;
  double high = 0;
};

constexpr double kConfidence = 0.95;

// Student's t interval of a mean from its number of cases, mean and sample standard deviation (the one
// that divides by n - 1). With n < 2 nothing is known about the spread: {mean, mean}; show n beside it.
[[nodiscard]] Interval mean_interval(std::uint64_t n, double mean, double standard_deviation,
                                     double confidence = kConfidence);

// Wilson's score interval of a share (Wilson 1927; recommended for all n by Brown, Cai, DasGupta 2001,
// "Interval Estimation for a Binomial Proportion"). n == 0: {0, 1}. Always within [0, 1].
[[nodiscard]] Interval share_interval(std::uint64_t successes, std::uint64_t n,
                                      double confidence = kConfidence);

// The adjusted Wald interval (Agresti, Coull 1998), cut to [0, 1]. n == 0: {0, 1}.
[[nodiscard]] Interval agresti_coull_interval(std::uint64_t successes, std::uint64_t n,
                                              double confidence = kConfidence);

// The exact interval (Clopper, Pearson 1934); never covers less than stated, so often wider than needed.
[[nodiscard]] Interval exact_share_interval(std::uint64_t successes, std::uint64_t n,
                                            double confidence = kConfidence);

// The exact interval of a Poisson mean given one count (Garwood 1936).
[[nodiscard]] Interval count_interval(std::uint64_t count, double confidence = kConfidence);

// The difference of two shares, first minus second (Newcombe 1998, method 10, from Wilson intervals).
// {-1, 1} when either has no cases.
[[nodiscard]] Interval share_difference_interval(std::uint64_t first_successes, std::uint64_t first_n,
                                                 std::uint64_t second_successes, std::uint64_t second_n,
                                                 double confidence = kConfidence);

// Share of the positive minus share of the negative among n cases that may be neither: a net promoter score,
// a net sentiment. The score interval of Tango 1998 ("Equivalence test and confidence interval for the
// difference in proportions for the paired-sample design"), whose two discordant cells are just this. {-1, 1}
// for n == 0.
[[nodiscard]] Interval net_share_interval(std::uint64_t positive, std::uint64_t negative, std::uint64_t n,
                                          double confidence = kConfidence);

// The difference of two means with unequal variances, first minus second (Welch 1947).
struct MeanSummary {
  std::uint64_t n = 0;
  double mean = 0;
  double standard_deviation = 0;
};
[[nodiscard]] Interval mean_difference_interval(const MeanSummary& first, const MeanSummary& second,
                                                double confidence = kConfidence);

struct BootstrapOptions {
  int replicates = 1000;
  std::uint64_t seed = 1;
  double confidence = kConfidence;
};

// Percentile bootstrap (Efron 1979): `statistic` is asked for each resample of indices 0 .. n-1 drawn
// with replacement; values that are not finite are left out. n == 0 or none left: {0, 0}.
[[nodiscard]] Interval bootstrap_interval(
    std::size_t n, const std::function<double(std::span<const std::uint32_t>)>& statistic,
    const BootstrapOptions& options = {});

// The middle `confidence` of draws (linear interpolation between order statistics). Sorts `draws`.
[[nodiscard]] Interval percentile_interval(std::vector<double>& draws, double confidence = kConfidence);

// The quantile of already sorted values, type 7 of Hyndman and Fan 1996. Empty: 0.
[[nodiscard]] double sorted_quantile(std::span<const double> sorted, double probability);

}  // namespace attune::stats
