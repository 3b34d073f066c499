// The shop's own answers (a FAQ or a file of macros) and which of them fits a text.
//
// Rows with the same answer are one answer that is asked for in several ways: each way is matched by itself.
// Words and, where the model gives them, meanings are ranked apart and joined.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "insight/bm25.hpp"

namespace attune::insight {

struct ShopAnswer {
  std::string title;                   // the question, or what the macro is called
  std::string text;                    // may hold slots: "Dear {customer}"
  std::string language;                // ISO 639-1, "" if not known
  std::string table;                   // where it was read
  std::vector<std::string> questions;  // ways to ask for it, at least one
};

struct AnswerMatch {
  std::size_t answer = 0;  // in answers()
  double confidence = 0;   // 0 to 1
};

// Below this an answer is not offered by itself.
inline constexpr double kAnswerFits = 0.3;

class AnswerLibrary {
 public:
  // Empty questions or answers are left out; the same answer text in one table becomes one answer.
  void add(std::string_view question, std::string_view text, std::string_view table);
  // After all are added, and before the first match.
  void finish();
  // One direction of length 1 for each of questions(), in order; empty: words alone decide.
  void set_meanings(std::vector<std::vector<float>> meanings) { meanings_ = std::move(meanings); }
  void set_language(std::size_t answer, std::string language) {
    answers_[answer].language = std::move(language);
  }

  [[nodiscard]] const std::vector<ShopAnswer>& answers() const noexcept { return answers_; }
  [[nodiscard]] std::vector<std::string> questions() const;
  [[nodiscard]] bool has_meanings() const noexcept { return !meanings_.empty(); }

  // The best `most` answers, best first. meaning: of the text, or empty.
  [[nodiscard]] std::vector<AnswerMatch> match(std::string_view text, std::span<const float> meaning,
                                               std::size_t most) const;

 private:
  std::vector<ShopAnswer> answers_;
  std::vector<std::size_t> answer_of_;  // of each question
  Bm25Index words_;      // questions, and the answer's own words where there is one question only
  Bm25Index questions_;  // questions alone: how well one fits
  std::vector<std::vector<float>> meanings_;
};

}  // namespace attune::insight
