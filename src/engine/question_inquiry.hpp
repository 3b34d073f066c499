// "ask": a question in plain words, answered from the reviews of a run in steps.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/analysis_run.hpp"
#include "engine/inquiry.hpp"
#include "insight/answers_evidence.hpp"

namespace attune::engine {

class QuestionInquiry final : public Inquiry {
 public:
  // The run must outlive it. Should its reviews be replaced meanwhile, the counting begins again.
  QuestionInquiry(const AnalysisRun& run, std::uint64_t id, std::string question)
      : Inquiry{nullptr, {}, Wanted::Everything}, run_{run}, id_{id}, question_{std::move(question)} {}

  bool work(const Deadline& deadline) override;
  [[nodiscard]] std::string answer() const override;

 private:
  void begin();

  const AnalysisRun& run_;
  std::uint64_t id_;
  std::string question_;
  std::uint32_t reviews_version_ = 0;
  std::optional<insight::EvidenceScan> scan_;
  std::string answer_;
};

// What a question may name in these reviews.
[[nodiscard]] insight::QuestionContext question_context(const feedback::Reviews& reviews);

}  // namespace attune::engine
