// Finds the least value of a smooth function from its values and gradients.
//
// L-BFGS (Nocedal 1980; Liu, Nocedal 1989) with the bracketing line search for the weak Wolfe
// conditions of Lewis and Overton 2013, "Nonsmooth optimization via quasi-Newton methods". It asks, the
// caller answers, so that one evaluation over a million rows may pause in the middle:
//
//   Minimiser minimiser{start};
//   while (!minimiser.is_done()) minimiser.tell(f(minimiser.point(), gradient), gradient);
//
// A value that is not finite means "not there": the line search steps back.
#pragma once

#include <deque>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace attune::stats {

struct MinimiserOptions {
  int iterations = 500;
  double gradient_tolerance = 1e-7;  // largest |gradient| * |point| scale relative to max(1, |value|)
  double value_tolerance = 1e-13;    // relative decrease that counts as none, twice in a row
};

enum class Convergence {
  Gradient,   // the gradient is as good as zero
  Value,      // no further decrease worth the name
  Stalled,    // the line search finds nothing better: rounding, or a wrong gradient
  Exhausted,  // out of iterations
  NoStart,    // the function is not finite at the start
};

struct Minimum {
  std::vector<double> point;
  double value = std::numeric_limits<double>::infinity();
  double largest_gradient = std::numeric_limits<double>::infinity();
  int iterations = 0;
  int evaluations = 0;
  Convergence convergence = Convergence::Exhausted;

  [[nodiscard]] bool has_converged() const noexcept {
    return convergence == Convergence::Gradient || convergence == Convergence::Value;
  }
};

class Minimiser {
 public:
  explicit Minimiser(std::vector<double> start, const MinimiserOptions& options = {});

  [[nodiscard]] bool is_done() const noexcept { return done_; }
  [[nodiscard]] std::span<const double> point() const noexcept { return trial_; }  // where to evaluate next
  void tell(double value, std::span<const double> gradient);                       // same length as point()
  [[nodiscard]] Minimum result() const;

 private:
  struct Pair {
    std::vector<double> step, change;
    double inverse_curvature;
  };

  void accept(double value, std::span<const double> gradient);
  void choose_direction();
  void try_step(double length);
  void finish(Convergence how) noexcept;

  MinimiserOptions options_;
  std::vector<double> point_, gradient_, direction_, trial_;
  double value_ = std::numeric_limits<double>::infinity();
  double slope_ = 0, length_ = 0, too_short_ = 0, too_long_ = 0;
  std::deque<Pair> memory_;
  int iterations_ = 0, evaluations_ = 0, line_trials_ = 0, idle_ = 0;
  bool done_ = false;
  Convergence convergence_ = Convergence::Exhausted;
};

// Writes the gradient at the point into the second argument and returns the value.
using Objective = std::function<double(std::span<const double>, std::span<double>)>;

// From every start to the end; the best minimum, the first of equals. `starts` must not be empty.
[[nodiscard]] Minimum minimise(const Objective& objective, std::span<const std::vector<double>> starts,
                               const MinimiserOptions& options = {});

// The largest disagreement between the gradient and central differences at `point`, relative to
// max(1, |gradient|): for tests of gradients.
[[nodiscard]] double gradient_error(const Objective& objective, std::span<const double> point);

}  // namespace attune::stats
