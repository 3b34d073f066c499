#include "text/tokenizer.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "base/random.hpp"

using attune::text::ByteRange;
using attune::text::Tokenizer;

namespace {

const std::string kVocabulary =
    "[pad]\n[unk]\n[mask]\n[caps]\n[long]\n[url]\n[user]\n[number]\n"
    "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n##0\n##1\n##2\n##3\n##4\n##5\n##6\n##7\n##8\n##9\n"
    "!\n!!!\n.\n'\n:)\n❤\n👍\n不\na\nb\n##b\n##s\ngood\ndon't\ncafé\nso\nsoo\n##o\n";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string tokens_of(std::string_view text, std::size_t limit = 100) {
  static const std::vector<std::string> names = lines_of(kVocabulary);
  const auto tokenizer = Tokenizer::load(kVocabulary);
  REQUIRE(tokenizer);
  std::vector<std::int32_t> ids;
  tokenizer->encode(text, limit, ids);
  std::string joined;
  for (const std::int32_t id : ids)
    joined += (joined.empty() ? "" : " ") + names.at(static_cast<std::size_t>(id));
  return joined;
}

}  // namespace

TEST_CASE("words become the longest pieces that fit", "[text][tokenizer]") {
  CHECK(tokens_of("goods") == "good ##s");
  CHECK(tokens_of("abb") == "a ##b ##b");
  CHECK(tokens_of("az") == "a [unk]");
}

TEST_CASE("capitals and long letters are marked once", "[text][tokenizer]") {
  CHECK(tokens_of("GOOD GOOD good GOOD") == "[caps] good good good [caps] good");
  CHECK(tokens_of("Good A GOOD") == "good a [caps] good");
  CHECK(tokens_of("sooooo") == "[long] soo");
  CHECK(tokens_of("soo so") == "soo so");
}

TEST_CASE("apostrophes of any kind join letters and nothing else", "[text][tokenizer]") {
  CHECK(tokens_of("don't don’t Don`t") == "don't don't don't");
  CHECK(tokens_of("'a' ''") == "' a ' ' '");
}

TEST_CASE("numbers, addresses, names, tags, emoticons and emoji have their own tokens", "[text][tokenizer]") {
  CHECK(tokens_of("10 1234 ٣") == "1 ##0 [number] 3");
  CHECK(tokens_of("a http://a.b/c?d=e a") == "a [url] a");
  CHECK(tokens_of("@someone_1 a@b") == "[user] a [unk] b");
  CHECK(tokens_of("a<br />b</p><b>a") == "a b a");
  CHECK(tokens_of("good :-) ❤️ <3 👍🏽👍👍👍👍 a:)") == "good :) ❤ ❤ 👍 👍 👍 a [unk] [unk]");
  CHECK(tokens_of("!! !!!!!!") == "! ! !!!");
  CHECK(tokens_of("不不") == "不 不");
}

TEST_CASE("a letter and its accent are one, however written", "[text][tokenizer]") {
  CHECK(tokens_of("café cafe\xCC\x81 CAFÉ") == "café café [caps] café");
  CHECK(tokens_of("ｇｏｏｄ") == "good");
}

TEST_CASE("text without words gives no tokens", "[text][tokenizer]") {
  CHECK(tokens_of("").empty());
  CHECK(tokens_of(" \t\r\n\xC2\xA0\xE2\x80\x8B").empty());
  CHECK(tokens_of("\xFF\xFE\x80").empty());
}

TEST_CASE("no more tokens than asked for", "[text][tokenizer]") {
  CHECK(tokens_of("good good good", 2) == "good good");
  CHECK(tokens_of("GOODS", 2) == "[caps] good");
  CHECK(tokens_of("good", 0).empty());
}

TEST_CASE("each token tells the bytes it stands for", "[text][tokenizer]") {
  const auto tokenizer = Tokenizer::load(kVocabulary);
  REQUIRE(tokenizer);
  std::vector<std::int32_t> ids;
  std::vector<ByteRange> sources;
  const std::string text = "cafe\xCC\x81 GOODS, SOOOO !!!!";
  tokenizer->encode(text, 100, ids, sources);
  std::vector<std::string> shown;
  for (const ByteRange range : sources) shown.push_back(text.substr(range.begin, range.end - range.begin));
  CHECK(shown ==
        std::vector<std::string>{"cafe\xCC\x81", "GOODS", "GOOD", "S", ",", "SOOOO", "SOOOO", "!!!!"});
}

TEST_CASE("a word list that is not ours is refused with a sentence", "[text][tokenizer]") {
  const auto broken =
      GENERATE(std::string{}, std::string{"[PAD]\n[UNK]\n"}, std::string(100, '\0'),
               std::string{"[pad]\n[unk]\n[mask]\n[caps]\n[long]\n[url]\n[user]\n[number]\na\n"});
  const auto tokenizer = Tokenizer::load(broken);
  REQUIRE_FALSE(tokenizer);
  CHECK(tokenizer.error().message == "The language model's word list cannot be read. Reload the page.");
}

TEST_CASE("any bytes are cut into known tokens whose bytes ascend", "[text][tokenizer]") {
  const auto tokenizer = Tokenizer::load(kVocabulary);
  REQUIRE(tokenizer);
  attune::Random random{7};
  std::vector<std::int32_t> ids;
  std::vector<std::int32_t> plain;
  std::vector<ByteRange> sources;
  const std::vector<std::string> parts{"good",     "SOOO", "<br>", ":)", "http://", "\xF0\x9F", "é",
                                       "\xCC\x81", "👍",    "½",    "'",  " ",       "7"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t i = random.below(12); i > 0; --i) {
      text += random.below(4) == 0 ? std::string(1, static_cast<char>(random.below(256)))
                                   : parts[random.below(13)];
    }
    tokenizer->encode(text, 1000, ids, sources);
    tokenizer->encode(text, 1000, plain);
    REQUIRE(ids == plain);
    REQUIRE(sources.size() == ids.size());
    std::size_t before = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      REQUIRE(ids[i] > 0);
      REQUIRE(static_cast<std::size_t>(ids[i]) < tokenizer->vocabulary_size());
      REQUIRE(sources[i].begin >= before);
      REQUIRE(sources[i].begin < sources[i].end);
      REQUIRE(sources[i].end <= text.size());
      before = sources[i].begin;
    }
  }
}
