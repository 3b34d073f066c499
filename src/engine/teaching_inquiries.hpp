// Questions that teach or test: intents by example, which need the examples' embeddings, and the bias audit,
// which has its own sentences read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/inquiry.hpp"
#include "engine/teachings.hpp"

namespace attune::engine {

// "defineIntent" and "learn": when the examples are read, the intents are among the teachings, which outlive
// it.
class IntentDefinition final : public Inquiry {
 public:
  IntentDefinition(const LanguageModel& model, std::uint64_t id, std::vector<TaughtIntent> intents,
                   Teachings& teachings);
  void finish() override;
  [[nodiscard]] bool changes_picture() const noexcept override { return true; }
  [[nodiscard]] std::string answer() const override;

 private:
  std::uint64_t id_;
  std::vector<TaughtIntent> intents_;
  Teachings& teachings_;
};

// "audit": gaps between the groups of feedback/bias_audit.hpp, by the model in use.
class Audit final : public Inquiry {
 public:
  Audit(const LanguageModel& model, std::uint64_t id);
  [[nodiscard]] std::string answer() const override;

 private:
  std::uint64_t id_;
  std::string model_name_;
};

}  // namespace attune::engine
