#include "insight/trust_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "feedback/review_words.hpp"

namespace attune::insight {
namespace {

constexpr std::size_t kRowsAtOnce = 1024;

// Millions of words are looked up.
template <std::size_t Size>
consteval std::array<std::string_view, Size> sorted(std::array<std::string_view, Size> words) {
  std::ranges::sort(words);
  return words;
}

constexpr auto kTrustWords = sorted(std::to_array<std::string_view>(
    {"trust",      "trusted",     "trustworthy", "reliable",  "reliably",         "honest",      "honestly",
     "dependable", "transparent", "genuine",     "vertrauen", "vertrauenswürdig", "zuverlässig", "ehrlich",
     "seriös",     "verlässlich", "confiance",   "fiable",    "honnête",          "sérieux",     "confianza",
     "fiable",     "honesto",     "honesta",     "serio",     "confiable"}));
constexpr auto kDistrustWords = sorted(std::to_array<std::string_view>(
    {"scam",       "fraud",         "liar",    "lied",    "lies",    "dishonest",
     "unreliable", "untrustworthy", "cheated", "fake",    "betrug",  "betrüger",
     "unseriös",   "unzuverlässig", "gelogen", "abzocke", "arnaque", "malhonnête",
     "menteur",    "estafa",        "fraude",  "mentira"}));

constexpr auto kDenials =
    sorted(std::to_array<std::string_view>({"not", "never", "don't", "can't", "nicht", "kein", "pas", "no"}));

TrustTold trust_of(const auto& words) {
  bool trusts = false;
  bool distrusts = false;
  std::string_view before;
  for (const std::string_view word : words) {
    const bool is_denied = std::ranges::binary_search(kDenials, before);
    if (std::ranges::binary_search(kTrustWords, word)) (is_denied ? distrusts : trusts) = true;
    if (std::ranges::binary_search(kDistrustWords, word) && !is_denied) distrusts = true;
    if (!word.empty()) before = word;
  }
  return distrusts ? TrustTold::Distrust : trusts ? TrustTold::Trust : TrustTold::Nothing;
}

}  // namespace

Stepped<std::vector<TrustTold>> find_trust(const feedback::Reviews& reviews) {
  std::vector<TrustTold> told(reviews.size(), TrustTold::NoText);
  feedback::ReviewWords words;
  std::string text;
  for (feedback::Row row = 0; row < reviews.size(); ++row) {
    if (row % kRowsAtOnce == kRowsAtOnce - 1)
      co_yield Progress{"Looking for words of trust", row, reviews.size()};
    if (!reviews.has_text(row)) continue;
    reviews.write_understood_text(row, text);
    told[row] = trust_of(words.read(text));
  }
  co_return told;
}

}  // namespace attune::insight
