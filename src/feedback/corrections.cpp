#include "feedback/corrections.hpp"

namespace attune::feedback {
namespace {

// Stars stay the model's: they are compared with the customer's own.
Feeling corrected(const Feeling& model, Sentiment sentiment) {
  Feeling feeling{.p = {}, .score = static_cast<float>(sentiment) - 1, .stars = model.stars};
  feeling.p[static_cast<std::size_t>(sentiment)] = 1;
  return feeling;
}

}  // namespace

TextKey text_key(std::string_view understood) noexcept {
  TextKey key = 14695981039346656037ULL;
  for (const char byte : understood) {
    key ^= static_cast<unsigned char>(byte);
    key *= 1099511628211ULL;
  }
  return key;
}

void Corrections::set(TextKey key, const Correction& correction) {
  if (correction.is_empty()) {
    by_text_.erase(key);
  } else {
    by_text_[key] = correction;
  }
}

const Correction* Corrections::find(TextKey key) const noexcept {
  const auto found = by_text_.find(key);
  return found == by_text_.end() ? nullptr : &found->second;
}

void apply_correction(const Correction* correction, Row row, Readings& readings) {
  // First as the model said it, whatever was corrected before.
  if (const auto before = readings.uncorrected.find(row); before != readings.uncorrected.end()) {
    readings.feelings.set(row, before->second.feeling);
    if (before->second.intent) readings.intents.set(row, *before->second.intent);
    readings.uncorrected.erase(before);
  }
  if (correction == nullptr || correction->is_empty()) return;
  Uncorrected& kept = readings.uncorrected[row];
  kept.feeling = readings.feelings[row];
  if (readings.intents.is_known(row)) kept.intent = readings.intents[row];
  if (correction->sentiment) readings.feelings.set(row, corrected(kept.feeling, *correction->sentiment));
  if (const auto label = readings.intents.find_label(correction->intent))
    readings.intents.set(row, {*label, 1.0F});
}

std::size_t apply_to_text(const Corrections& corrections, TextKey key, const Reviews& reviews,
                          Readings& readings) {
  std::size_t rows = 0;
  std::string text;
  for (Row row = 0; row < reviews.size(); ++row) {
    if (!readings.feelings.is_known(row)) continue;
    reviews.write_understood_text(row, text);
    if (text_key(text) != key) continue;
    apply_correction(corrections.find(key), row, readings);
    ++rows;
  }
  return rows;
}

}  // namespace attune::feedback
