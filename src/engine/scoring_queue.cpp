#include "engine/scoring_queue.hpp"

#include <string>
#include <utility>

#include "inference/how_written.hpp"
#include "inference/model_output.hpp"
#include "inference/windows.hpp"

namespace attune::engine {
namespace {

// A guard against a single "text" of hundreds of megabytes; windows take their beginning and end from it.
constexpr std::size_t kMostTokens = 1U << 16U;

}  // namespace

std::size_t ScoringQueue::take_slot() {
  if (free_slots_.empty()) {
    pending_.emplace_back();
    return pending_.size() - 1;
  }
  const std::size_t slot = free_slots_.back();
  free_slots_.pop_back();
  return slot;
}

bool ScoringQueue::wants_tags() const noexcept {
  return wanted_ == Wanted::Everything && model_->card.tag_total > 0;
}

void ScoringQueue::add(std::uint32_t key, std::string_view text) {
  model_->encode(text, kMostTokens, ids_, sources_);
  const auto cuts = inference::cut_windows(text, sources_, model_->card.max_tokens);
  const std::size_t slot = take_slot();
  PendingText& pending = pending_[slot];
  pending = {.key = key, .windows_left = cuts.size(), .windows = {}};
  std::size_t last_end = 0;
  for (const auto& [begin, end] : cuts) {
    PendingWindow& window = pending.windows.emplace_back();
    window.tokens = end - begin;
    const auto ids = std::span<const std::int32_t>{ids_}.subspan(begin, end - begin);
    if (wants_tags()) {
      starts_.clear();
      for (const std::int32_t id : ids) starts_.push_back(model_->starts_word(id));
      inference::find_tagged_words(std::span<const text::ByteRange>{sources_}.subspan(begin, end - begin),
                                   starts_, begin == last_end, window.words);
      inference::find_how_written(text, window.words);
    }
    last_end = end;
    row_.assign(model_->prefix().begin(), model_->prefix().end());
    row_.insert(row_.end(), ids.begin(), ids.end());
    row_.insert(row_.end(), model_->suffix().begin(), model_->suffix().end());
    batcher_.add(row_);
    items_.push_back({slot, pending.windows.size() - 1});
  }
}

bool ScoringQueue::next_batch(std::uint32_t number, inference::TokenBatch& batch) {
  inference::PlannedBatch planned;
  if (!batcher_.next(planned)) return false;
  SentBatch& sent = in_flight_[number];
  sent.width = planned.batch.width;
  for (const std::size_t item : planned.items) sent.rows.push_back(items_[item]);
  batch = std::move(planned.batch);
  if (batcher_.waiting() == 0) {
    batcher_.clear();
    items_.clear();
  }
  return true;
}

Result<void> ScoringQueue::accept(std::uint32_t number, std::span<const float> outputs) {
  const auto found = in_flight_.find(number);
  if (found == in_flight_.end()) {
    return Error{ErrorCode::ModelMismatch,
                 "The language model does not match this version of the page. Reload the page.",
                 "no batch " + std::to_string(number) + " is out"};
  }
  const SentBatch& sent = found->second;
  const inference::ModelCard& card = model_->card;
  std::vector<float> converted;
  const auto own_form = model_->in_own_form(outputs, sent.rows.size(), converted);
  if (!own_form) return own_form.error();
  const auto output = inference::split_output(*own_form, card, sent.rows.size(), sent.width);
  if (!output) return output.error();
  std::vector<inference::TextScores> read;
  for (std::size_t row = 0; row < sent.rows.size(); ++row) {
    auto one = inference::read_scores(output->scores.subspan(row * card.total, card.total), card);
    if (!one) return one.error();
    read.push_back(std::move(*one));
  }
  for (std::size_t row = 0; row < sent.rows.size(); ++row) {
    PendingText& text = pending_[sent.rows[row].slot];
    PendingWindow& window = text.windows[sent.rows[row].window];
    window.scores = std::move(read[row]);
    if (wanted_ == Wanted::Everything) {
      const auto embedding = output->embeddings.subspan(row * card.embedding_size, card.embedding_size);
      window.embedding.assign(embedding.begin(), embedding.end());
    }
    if (wants_tags()) {
      const std::size_t row_tags = sent.width * card.tag_total;
      const auto tags = output->tags.subspan(row * row_tags, row_tags);
      window.labels.resize(card.token_heads.size());
      for (std::size_t head = 0; head < card.token_heads.size(); ++head) {
        inference::choose_labels(window.words, tags, card.tag_total, card.token_heads[head],
                                 window.labels[head]);
      }
    }
    if (--text.windows_left > 0) continue;
    scored_.push_back(put_together(text));
    text = {};
    free_slots_.push_back(sent.rows[row].slot);
  }
  in_flight_.erase(found);
  return {};
}

ScoredText ScoringQueue::put_together(PendingText& text) const {
  std::vector<inference::TextScores> scores;
  std::vector<std::size_t> tokens;
  std::vector<std::span<const float>> embeddings;
  for (PendingWindow& window : text.windows) {
    scores.push_back(std::move(window.scores));
    tokens.push_back(window.tokens);
    embeddings.emplace_back(window.embedding);
  }
  ScoredText scored{.key = text.key,
                    .scores = inference::combine_windows(scores, tokens),
                    .embedding = inference::combine_embeddings(embeddings, tokens),
                    .spans = {}};
  if (!wants_tags()) return scored;
  for (std::size_t head = 0; head < model_->card.token_heads.size(); ++head) {
    std::vector<inference::TaggedWord> words;
    std::vector<inference::ChosenLabel> labels;
    for (const PendingWindow& window : text.windows) {
      words.insert(words.end(), window.words.begin(), window.words.end());
      labels.insert(labels.end(), window.labels[head].begin(), window.labels[head].end());
    }
    scored.spans.push_back(inference::spans_from_labels(words, labels, model_->card.token_heads[head]));
  }
  return scored;
}

std::optional<ScoredText> ScoringQueue::take_scored() {
  if (scored_.empty()) return std::nullopt;
  ScoredText first = std::move(scored_.front());
  scored_.pop_front();
  return first;
}

}  // namespace attune::engine
