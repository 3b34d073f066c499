#include "feedback/word_reasons.hpp"

#include <algorithm>
#include <catch_amalgamated.hpp>

#include "base/random.hpp"

using namespace attune;
using attune::feedback::WordReasons;

namespace {

// A model in miniature: words that end in '+' or '-' count, squashed to -1..1.
float score_of(std::string_view text) {
  float balance = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 4) == "glad") balance += 1;
    if (text.substr(at, 3) == "sad") balance -= 1;
  }
  return balance / (1 + std::abs(balance));
}

std::vector<feedback::WordReason> reasons_of(const WordReasons& reasons) {
  std::vector<float> scores;
  for (const std::string& variant : reasons.variants()) scores.push_back(score_of(variant));
  return reasons.weights(scores);
}

std::string without(std::string text, std::vector<text::ByteRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.begin > b.begin; });
  for (const auto& [begin, end] : ranges) text.erase(begin, end - begin);
  return text;
}

}  // namespace

TEST_CASE("words that matter get weight with the sign of their feeling, others none", "[feedback][reasons]") {
  const std::string text = "We were glad. The rest was sad, so sad";
  for (const auto& [bytes, weight] : reasons_of(WordReasons{text})) {
    const std::string word = text.substr(bytes.begin, bytes.end - bytes.begin);
    CAPTURE(word);
    if (word == "glad")
      CHECK(weight > 0);
    else if (word == "sad")
      CHECK(weight < 0);
    else
      CHECK(weight == 0);
  }
}

TEST_CASE("without the heaviest words the score moves more than without random ones", "[feedback][reasons]") {
  const bool is_long = GENERATE(false, true);
  std::string text;
  Random random{5};
  for (int sentence = 0; sentence < (is_long ? 30 : 4); ++sentence) {
    for (int word = 0; word < 8; ++word) text += random.below(4) == 0 ? "glad " : "then ";
    text += "so. ";
  }
  auto reasons = reasons_of(WordReasons{text});
  const float whole = score_of(text);
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.weight) > std::abs(b.weight); });
  std::vector<text::ByteRange> top;
  for (std::size_t i = 0; i < 4; ++i) top.push_back(reasons[i].bytes);
  const float moved_by_top = std::abs(whole - score_of(without(text, top)));
  float moved_by_random = 0;
  constexpr int kTries = 50;
  for (int tries = 0; tries < kTries; ++tries) {
    std::vector<text::ByteRange> drawn;
    while (drawn.size() < 4) {
      const auto& one = reasons[random.below(static_cast<std::uint32_t>(reasons.size()))].bytes;
      if (std::find(drawn.begin(), drawn.end(), one) == drawn.end()) drawn.push_back(one);
    }
    moved_by_random += std::abs(whole - score_of(without(text, drawn))) / kTries;
  }
  CHECK(moved_by_top > 1.5F * moved_by_random);
}

TEST_CASE("a long text costs in proportion to its length, not to its square", "[feedback][reasons]") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "We came again. ";
  std::size_t bytes = 0;
  const WordReasons reasons{text};
  for (const std::string& variant : reasons.variants()) bytes += variant.size();
  CHECK(bytes < 20 * text.size());
}

TEST_CASE("a text without words has no reasons", "[feedback][reasons]") {
  const auto text = GENERATE("", " ", "...");
  const WordReasons reasons{text};
  CHECK(reasons_of(reasons).empty());
  CHECK(reasons.variants().front() == text);
}
