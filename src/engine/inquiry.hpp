// A question that takes longer than one call, beside the analysis: texts for the model go through the same
// queue, work of its own is done in steps, and when nothing is missing it has its JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/deadline.hpp"
#include "engine/language_model.hpp"
#include "engine/scoring_queue.hpp"
#include "feedback/entities.hpp"
#include "feedback/reviews.hpp"
#include "feedback/word_reasons.hpp"
#include "protocol/json_writer.hpp"

namespace attune::engine {

class Inquiry {
 public:
  // model: null where none is needed; then there are no texts.
  Inquiry(const LanguageModel* model, const std::vector<std::string>& texts, Wanted wanted);
  virtual ~Inquiry() = default;
  Inquiry(const Inquiry&) = delete;
  Inquiry& operator=(const Inquiry&) = delete;

  // Null without a model.
  [[nodiscard]] ScoringQueue* queue() noexcept { return queue_ ? &*queue_ : nullptr; }
  // Takes over what the queue has scored; true when no score is missing.
  bool collect();
  // Once no score is missing: works until the deadline; true when answer() is due.
  virtual bool work(const Deadline&) { return true; }
  // Once, before answer().
  virtual void finish() {}
  // What finish() does shows in figures: the next picture is to be made before the answer goes out.
  [[nodiscard]] virtual bool changes_picture() const noexcept { return false; }
  [[nodiscard]] virtual std::string answer() const = 0;

 protected:
  // What the model says about each text.
  [[nodiscard]] const std::vector<ScoredText>& scored() const noexcept { return scored_; }

 private:
  std::optional<ScoringQueue> queue_;
  std::vector<ScoredText> scored_;  // one a text
  std::size_t missing_;
};

// "classify": what the models say about each text.
class Classification final : public Inquiry {
 public:
  // models.texts is there.
  Classification(LoadedModels models, std::uint64_t id, std::vector<std::string> texts)
      : Inquiry{models.texts, texts, Wanted::Everything},
        models_{models},
        id_{id},
        texts_{std::move(texts)},
        entity_types_{feedback::entity_types_of(&models.texts->card)} {}
  [[nodiscard]] std::string answer() const override;

 private:
  void write_result(const ScoredText& one, protocol::JsonWriter& json) const;

  LoadedModels models_;
  std::uint64_t id_;
  std::vector<std::string> texts_;
  std::vector<std::string> entity_types_;
};

// "embed": where each text stands in the model's space of meanings.
class Embedding final : public Inquiry {
 public:
  Embedding(const LanguageModel& model, std::uint64_t id, const std::vector<std::string>& texts)
      : Inquiry{&model, texts, Wanted::Everything}, id_{id} {}
  [[nodiscard]] std::string answer() const override;

 private:
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
      : Inquiry{&model, reasons.variants(), Wanted::ScoresOnly},
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
