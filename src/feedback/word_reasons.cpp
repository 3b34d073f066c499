#include "feedback/word_reasons.hpp"

#include <algorithm>
#include <cassert>

#include "text/sentences.hpp"
#include "text/words.hpp"

namespace attune::feedback {
namespace {

std::string without(std::string_view context, std::size_t begin, std::size_t end) {
  std::string rest;
  rest.reserve(context.size());
  rest += context.substr(0, begin);
  rest += context.substr(end);
  return rest;
}

}  // namespace

WordReasons::WordReasons(std::string_view text) : sentences_{text::split_sentences(text)} {
  std::vector<text::ByteRange> words = text::find_words(text);
  if (words.size() > kMostWords) words.resize(kMostWords);
  variants_.emplace_back(text);
  for (const auto& [begin, end] : sentences_) variants_.emplace_back(text.substr(begin, end - begin));
  const bool is_whole = words.size() <= kMostWordsWhole;
  std::size_t sentence = 0;
  for (const text::ByteRange& word : words) {
    while (sentence < sentences_.size() && sentences_[sentence].end <= word.begin) ++sentence;
    const bool is_inside = sentence < sentences_.size() && sentences_[sentence].begin <= word.begin &&
                           word.end <= sentences_[sentence].end;
    // A word across a border, which only odd texts have, is left out of the whole.
    const bool from_whole = is_whole || !is_inside;
    const text::ByteRange context = from_whole ? text::ByteRange{0, text.size()} : sentences_[sentence];
    const std::string_view around = text.substr(context.begin, context.end - context.begin);
    words_.push_back({.bytes = word,
                      .context = from_whole ? 0 : variant_of_sentence(sentence),
                      .without = variants_.size(),
                      .share = static_cast<float>(around.size()) / static_cast<float>(text.size())});
    variants_.push_back(without(around, word.begin - context.begin, word.end - context.begin));
  }
}

std::vector<WordReason> WordReasons::weights(std::span<const float> scores) const {
  assert(scores.size() == variants_.size());
  std::vector<WordReason> reasons;
  for (const Word& word : words_) {
    const float change = (scores[word.context] - scores[word.without]) * word.share;
    reasons.push_back({word.bytes, std::clamp(change, -1.0F, 1.0F)});
  }
  return reasons;
}

}  // namespace attune::feedback
