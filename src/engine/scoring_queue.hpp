// Texts in, the model's scores out: cuts texts into windows and batches, and puts the answers together in
// whatever order they come back.
//
//   queue.add(key, text);                                   // any number of times
//   while (queue.next_batch(number, batch)) send(batch);    // `number` names it until its scores come
//   queue.accept(number, scores);
//   while (auto scored = queue.take_scored()) use(scored->key, scored->scores);
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engine/language_model.hpp"
#include "inference/batcher.hpp"
#include "inference/text_scores.hpp"
#include "inference/token_tags.hpp"

namespace attune::engine {

struct ScoredText {
  std::uint32_t key = 0;
  inference::TextScores scores;
  std::vector<float> embedding;  // of length 1; empty where the model gives none
  // One list for each of the card's token heads.
  std::vector<std::vector<inference::TagSpan>> spans;
};

// What of the model's answers is kept.
enum class Wanted : std::uint8_t { Everything, ScoresOnly };

class ScoringQueue {
 public:
  // The model must outlive it.
  explicit ScoringQueue(const LanguageModel& model, Wanted wanted = Wanted::Everything)
      : model_{&model}, wanted_{wanted}, batcher_{{.padding = model.padding()}} {}

  void add(std::uint32_t key, std::string_view text);

  // False when all that was added has been handed out.
  bool next_batch(std::uint32_t number, inference::TokenBatch& batch);
  // The outputs of inference/model_output.hpp. Fails, changing nothing, where they do not fit batch or card.
  Result<void> accept(std::uint32_t number, std::span<const float> outputs);
  std::optional<ScoredText> take_scored();

  // Texts that are in batches not made yet.
  [[nodiscard]] std::size_t waiting() const noexcept { return batcher_.waiting(); }
  [[nodiscard]] std::size_t batches_in_flight() const noexcept { return in_flight_.size(); }
  [[nodiscard]] bool is_idle() const noexcept {
    return waiting() == 0 && in_flight_.empty() && scored_.empty();
  }

 private:
  // A piece of a text and what came back of it.
  struct PendingWindow {
    std::size_t tokens = 0;
    std::vector<inference::TaggedWord> words;                 // where tags are wanted
    std::vector<std::vector<inference::ChosenLabel>> labels;  // of the words, by token head
    inference::TextScores scores;
    std::vector<float> embedding;
  };
  struct PendingText {
    std::uint32_t key = 0;
    std::size_t windows_left = 0;
    std::vector<PendingWindow> windows;
  };
  struct Item {
    std::size_t slot = 0;  // in pending_
    std::size_t window = 0;
  };
  struct SentBatch {
    std::size_t width = 0;
    std::vector<Item> rows;
  };

  std::size_t take_slot();
  [[nodiscard]] bool wants_tags() const noexcept;
  [[nodiscard]] ScoredText put_together(PendingText& text) const;

  const LanguageModel* model_;
  Wanted wanted_;
  inference::Batcher batcher_;
  std::vector<Item> items_;  // by the batcher's numbers
  std::vector<PendingText> pending_;
  std::vector<std::size_t> free_slots_;
  std::map<std::uint32_t, SentBatch> in_flight_;
  std::deque<ScoredText> scored_;
  std::vector<std::int32_t> ids_;         // of the text being added
  std::vector<std::int32_t> row_;         // of the window being added, with what stands around it
  std::vector<text::ByteRange> sources_;  // likewise
  std::vector<bool> starts_;              // likewise: which tokens begin a word
};

}  // namespace attune::engine
