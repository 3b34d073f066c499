// A question that only the model can answer, beside the analysis: its texts go through the same queue, and
// when all are scored it has its JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scoring_queue.hpp"
#include "feedback/reviews.hpp"
#include "feedback/word_reasons.hpp"
#include "inference/text_scores.hpp"

namespace attune::engine {

class Inquiry {
 public:
  Inquiry(const LanguageModel& model, const std::vector<std::string>& texts);
  virtual ~Inquiry() = default;
  Inquiry(const Inquiry&) = delete;
  Inquiry& operator=(const Inquiry&) = delete;

  [[nodiscard]] ScoringQueue& queue() noexcept { return queue_; }
  // Takes over what the queue has scored; true when nothing is missing and answer() is due.
  bool collect();
  [[nodiscard]] virtual std::string answer() const = 0;

 protected:
  [[nodiscard]] const std::vector<inference::TextScores>& scores() const noexcept { return scores_; }

 private:
  ScoringQueue queue_;
  std::vector<inference::TextScores> scores_;  // one a text
  std::size_t missing_;
};

// "classify": what the model says about each text.
class Classification final : public Inquiry {
 public:
  Classification(const LanguageModel& model, std::uint64_t id, const std::vector<std::string>& texts)
      : Inquiry{model, texts}, model_{&model}, id_{id} {}
  [[nodiscard]] std::string answer() const override;

 private:
  const LanguageModel* model_;
  std::uint64_t id_;
};

// "explain": one review sentence by sentence, and the words that mattered. `understood` is what the model
// reads of the review, its text beginning at `text_begin`; what lies before (a title) counts but is not
// marked.
class Explanation final : public Inquiry {
 public:
  Explanation(const LanguageModel& model, std::uint64_t id, feedback::Row row, std::string_view understood,
              std::size_t text_begin)
      : Explanation{model, id, row, feedback::WordReasons{understood}, text_begin} {}
  [[nodiscard]] std::string answer() const override;

 private:
  Explanation(const LanguageModel& model, std::uint64_t id, feedback::Row row, feedback::WordReasons reasons,
              std::size_t text_begin)
      : Inquiry{model, reasons.variants()},
        id_{id},
        row_{row},
        text_begin_{text_begin},
        reasons_{std::move(reasons)} {}

  std::uint64_t id_;
  feedback::Row row_;
  std::size_t text_begin_;
  feedback::WordReasons reasons_;
};

}  // namespace attune::engine
