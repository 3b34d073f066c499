// "ask": a question in plain words, answered from the reviews of a run in steps.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis_run.hpp"
#include "engine/inquiry.hpp"
#include "insight/answers_evidence.hpp"
#include "protocol/desk_requests.hpp"

namespace attune::engine {

class QuestionInquiry final : public Inquiry {
 public:
  // The run must outlive it. Should its reviews be replaced meanwhile, the counting begins again. With a
  // model the meaning of the question helps to choose what is quoted; null: words alone do.
  QuestionInquiry(const AnalysisRun& run, const LanguageModel* model, std::uint64_t id,
                  const protocol::AskQuery& query);

  bool work(const Deadline& deadline) override;
  [[nodiscard]] std::string answer() const override;

 private:
  void begin();

  const AnalysisRun& run_;
  std::uint64_t id_;
  protocol::AskQuery query_;
  std::uint32_t reviews_version_ = 0;
  std::optional<insight::EvidenceScan> scan_;
  std::string answer_;
  std::vector<float> meaning_;  // of the question; empty: not known
};

// What a question may name in these reviews.
[[nodiscard]] insight::QuestionContext question_context(const feedback::Reviews& reviews);

}  // namespace attune::engine
