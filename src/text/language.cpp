#include "text/language.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <span>
#include <utility>

#include "text/normalize.hpp"
#include "text/unicode.hpp"

namespace attune::text {
namespace {

constexpr std::size_t kMostWords = 64;
constexpr std::size_t kMostBytes = 4096;
constexpr std::size_t kLongestGram = 4;
constexpr char32_t kEdge = U'_';
constexpr std::size_t kHeaderBytes = 16;
constexpr std::size_t kCodeBytes = 4;
constexpr std::uint32_t kMostLanguages = 256;
constexpr std::uint32_t kMostBuckets = 1U << 20U;

std::uint32_t read_uint32(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

std::vector<float> read_floats(std::string_view bytes, std::size_t at, std::size_t count) {
  std::vector<float> values(count);
  std::memcpy(values.data(), bytes.data() + at, count * sizeof(float));
  return values;
}

Error unreadable(std::string detail) {
  return {ErrorCode::ModelMismatch, "The language identifier cannot be read. Reload the page.",
          std::move(detail)};
}

bool is_part_of_word(char32_t point) noexcept {
  const CharacterClass kind = class_of(point);
  return kind == CharacterClass::Letter || kind == CharacterClass::Ideograph;
}

// Calls use(bucket) for each n-gram of `word`, which has its edges.
template <class Use>
void for_each_gram(std::span<const char32_t> word, std::uint32_t buckets, Use use) {
  for (std::size_t start = 0; start < word.size(); ++start) {
    std::uint32_t hash = 2166136261U;  // FNV-1a over code points
    const std::size_t longest = std::min(kLongestGram, word.size() - start);
    for (std::size_t length = 1; length <= longest; ++length) {
      hash = (hash ^ word[start + length - 1]) * 16777619U;
      if (length == 1 && word[start] == kEdge) continue;
      use((hash ^ (hash >> 15U)) & (buckets - 1));
    }
  }
}

}  // namespace

Result<LanguageIdentifier> LanguageIdentifier::load(std::string_view weights) {
  static_assert(std::endian::native == std::endian::little);
  if (weights.size() < kHeaderBytes || !weights.starts_with("ATLI") || read_uint32(weights, 4) != 1) {
    return unreadable("not a version 1 file");
  }
  LanguageIdentifier identifier;
  identifier.buckets_ = read_uint32(weights, 8);
  const std::uint32_t count = read_uint32(weights, 12);
  if (!std::has_single_bit(identifier.buckets_) || identifier.buckets_ > kMostBuckets || count == 0 ||
      count > kMostLanguages) {
    return unreadable("impossible sizes");
  }
  const std::size_t scales_at = kHeaderBytes + count * kCodeBytes;
  const std::size_t biases_at = scales_at + count * sizeof(float);
  const std::size_t weights_at = biases_at + count * sizeof(float);
  const std::size_t weight_count = static_cast<std::size_t>(identifier.buckets_) * count;
  if (weights.size() != weights_at + weight_count) return unreadable("wrong length");
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view code = weights.substr(kHeaderBytes + i * kCodeBytes, kCodeBytes);
    identifier.languages_.emplace_back(code.substr(0, code.find('\0')));
  }
  identifier.scales_ = read_floats(weights, scales_at, count);
  identifier.biases_ = read_floats(weights, biases_at, count);
  identifier.weights_.resize(weight_count);
  std::memcpy(identifier.weights_.data(), weights.data() + weights_at, weight_count);
  return identifier;
}

LanguageGuess LanguageIdentifier::identify(std::string_view text) const {
  FoldedText folded;
  fold_text(text.substr(0, kMostBytes), folded);
  const std::size_t count = languages_.size();
  std::vector<std::int32_t> sums(count, 0);
  std::size_t grams = 0;
  std::vector<char32_t> word;
  std::size_t words = 0;
  for (std::size_t at = 0; at < folded.points.size() && words < kMostWords;) {
    if (!is_part_of_word(folded.points[at])) {
      ++at;
      continue;
    }
    word.assign(1, kEdge);
    for (; at < folded.points.size() && is_part_of_word(folded.points[at]); ++at)
      word.push_back(lower(folded.points[at]));
    word.push_back(kEdge);
    for_each_gram(word, buckets_, [&](std::uint32_t bucket) {
      const std::int8_t* row = weights_.data() + static_cast<std::size_t>(bucket) * count;
      for (std::size_t i = 0; i < count; ++i) sums[i] += row[i];
      ++grams;
    });
    ++words;
  }
  if (grams == 0) return {};

  std::vector<float> scores(count);
  for (std::size_t i = 0; i < count; ++i) {
    scores[i] = static_cast<float>(sums[i]) / static_cast<float>(grams) * scales_[i] + biases_[i];
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  float total = 0;
  for (const float score : scores) total += std::exp(score - *best);
  const float probability = 1 / total;
  if (!(probability >= kSure)) return {"und", std::isfinite(probability) ? probability : 0.0F};
  return {languages_[static_cast<std::size_t>(best - scores.begin())], probability};
}

}  // namespace attune::text
