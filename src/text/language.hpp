// Which language a text is written in: logistic regression over hashed letter n-grams.
//
// Trained by models/train/language.py, which says how n-grams are made. The weights
// (models/language/language.bin) are little-endian: "ATLI", uint32 version (1), buckets, languages; 4 bytes
// of code per language; float32 scale and float32 bias per language; int8 weights [bucket][language].
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace attune::text {

struct LanguageGuess {
  std::string_view code = "und";  // ISO 639-1, or "und" when unsure; lives as long as the identifier
  float probability = 0;          // of the most probable language, whether or not it is named
};

class LanguageIdentifier {
 public:
  // Below this probability the answer is "und".
  static constexpr float kSure = 0.5F;

  static Result<LanguageIdentifier> load(std::string_view weights);

  // Reads the first 64 words at most: some 20 microseconds. Any bytes are accepted.
  [[nodiscard]] LanguageGuess identify(std::string_view text) const;

  [[nodiscard]] const std::vector<std::string>& languages() const noexcept { return languages_; }

 private:
  LanguageIdentifier() = default;

  std::vector<std::string> languages_;
  std::vector<float> scales_;
  std::vector<float> biases_;
  std::vector<std::int8_t> weights_;  // [bucket][language]
  std::uint32_t buckets_ = 0;         // a power of two
};

}  // namespace attune::text
