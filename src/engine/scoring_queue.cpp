#include "engine/scoring_queue.hpp"

#include <limits>
#include <utility>

#include "inference/windows.hpp"

namespace attune::engine {
namespace {

// A guard against a single "text" of hundreds of megabytes; windows take their beginning and end from it.
constexpr std::size_t kMostTokens = 1U << 16U;

Error wrong_scores(std::string detail) {
  return {ErrorCode::ModelMismatch,
          "The language model does not match this version of the page. Reload the page.", std::move(detail)};
}

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

void ScoringQueue::add(std::uint32_t key, std::string_view text) {
  model_->tokenizer.encode(text, kMostTokens, ids_, sources_);
  const auto windows = inference::cut_windows(text, sources_, model_->card.max_tokens);
  const std::size_t slot = take_slot();
  PendingText& pending = pending_[slot];
  pending = {.key = key, .windows_left = windows.size(), .scores = {}, .window_tokens = {}};
  pending.scores.resize(windows.size());
  for (std::size_t window = 0; window < windows.size(); ++window) {
    const auto [begin, end] = windows[window];
    pending.window_tokens.push_back(end - begin);
    batcher_.add(std::span{ids_}.subspan(begin, end - begin));
    items_.push_back({slot, window});
  }
}

bool ScoringQueue::next_batch(std::uint32_t number, inference::TokenBatch& batch) {
  inference::PlannedBatch planned;
  if (!batcher_.next(planned)) return false;
  std::vector<Item>& sent = in_flight_[number];
  for (const std::size_t item : planned.items) sent.push_back(items_[item]);
  batch = std::move(planned.batch);
  if (batcher_.waiting() == 0) {
    batcher_.clear();
    items_.clear();
  }
  return true;
}

Result<void> ScoringQueue::accept(std::uint32_t number, std::span<const float> scores) {
  const auto sent = in_flight_.find(number);
  if (sent == in_flight_.end()) return wrong_scores("no batch " + std::to_string(number) + " is out");
  const std::vector<Item>& rows = sent->second;
  const std::size_t total = model_->card.total;
  if (scores.size() != rows.size() * total) {
    return wrong_scores(std::to_string(scores.size()) + " scores for " + std::to_string(rows.size()) +
                        " rows of " + std::to_string(total));
  }
  std::vector<inference::TextScores> read;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    auto one = inference::read_scores(scores.subspan(row * total, total), model_->card);
    if (!one) return one.error();
    read.push_back(std::move(*one));
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    PendingText& text = pending_[rows[row].slot];
    text.scores[rows[row].window] = std::move(read[row]);
    if (--text.windows_left > 0) continue;
    scored_.push_back({text.key, inference::combine_windows(text.scores, text.window_tokens)});
    text = {};
    free_slots_.push_back(rows[row].slot);
  }
  in_flight_.erase(sent);
  return {};
}

std::optional<ScoredText> ScoringQueue::take_scored() {
  if (scored_.empty()) return std::nullopt;
  ScoredText first = std::move(scored_.front());
  scored_.pop_front();
  return first;
}

}  // namespace attune::engine
