// Any bytes through the text layer. The laws: tokens are known and their bytes ascend, a limit only cuts the
// end off, sentences hold every visible byte, words lie between code points.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "text/sentences.hpp"
#include "text/tokenizer.hpp"
#include "text/words.hpp"

namespace {

using attune::text::ByteRange;
using attune::text::Tokenizer;

constexpr std::string_view kVocabulary =
    "[pad]\n[unk]\n[mask]\n[caps]\n[long]\n[url]\n[user]\n[number]\n"
    "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n##0\n##1\n##2\n##3\n##4\n##5\n##6\n##7\n##8\n##9\n"
    "!\n!!\n.\n'\n:)\n❤\na\nb\n##a\n##b\nab\n##ab\né\n不\n";

void hold(bool law) {
  if (!law) std::abort();
}

void check_tokens(const Tokenizer& tokenizer, std::string_view text) {
  std::vector<std::int32_t> ids;
  std::vector<ByteRange> sources;
  tokenizer.encode(text, text.size() * 4 + 16, ids, sources);
  hold(ids.size() == sources.size());
  std::size_t before = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    hold(ids[i] > 0 && static_cast<std::size_t>(ids[i]) < tokenizer.vocabulary_size());
    hold(before <= sources[i].begin && sources[i].begin < sources[i].end && sources[i].end <= text.size());
    before = sources[i].begin;
  }
  std::vector<std::int32_t> cut;
  tokenizer.encode(text, ids.size() / 2, cut);
  ids.resize(ids.size() / 2);
  hold(cut == ids);
}

void check_sentences(std::string_view text) {
  std::size_t before = 0;
  const auto is_blank = [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; at += attune::utf8::read_at(text, at).size_bytes) {
      const char32_t point = attune::utf8::read_at(text, at).value;
      if (point > 0x20 && point < 0x80) return false;
    }
    return true;
  };
  for (const ByteRange range : attune::text::split_sentences(text)) {
    hold(before <= range.begin && range.begin < range.end && range.end <= text.size());
    hold(is_blank(before, range.begin));
    before = range.end;
  }
  hold(is_blank(before, text.size()));
}

void check_words(std::string_view text) {
  std::size_t before = 0;
  for (const ByteRange range : attune::text::find_words(text)) {
    hold(before <= range.begin && range.begin < range.end && range.end <= text.size());
    before = range.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto tokenizer = Tokenizer::load(kVocabulary);
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  check_tokens(*tokenizer, text);
  check_sentences(text);
  check_words(text);
  (void)Tokenizer::load(text);
  return 0;
}
