// Tokenizers of the Hugging Face kind: small files made here, ids worked out by hand from the algorithms.
#include "text/pretrained_tokenizer.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "base/random.hpp"

using namespace attune;
using attune::text::ByteRange;
using attune::text::PretrainedTokenizer;

namespace {

using Ids = std::vector<std::int32_t>;

Ids ids_of(const PretrainedTokenizer& tokenizer, std::string_view text) {
  Ids ids;
  std::vector<ByteRange> sources;
  tokenizer.encode(text, ids, sources);
  REQUIRE(sources.size() == ids.size());
  return ids;
}

std::vector<std::string> pieces_of(const PretrainedTokenizer& tokenizer, const std::string& text) {
  Ids ids;
  std::vector<ByteRange> sources;
  tokenizer.encode(text, ids, sources);
  std::vector<std::string> pieces;
  for (const ByteRange& source : sources)
    pieces.push_back(text.substr(source.begin, source.end - source.begin));
  return pieces;
}

PretrainedTokenizer loaded(const std::string& json) {
  auto tokenizer = PretrainedTokenizer::load(json);
  if (!tokenizer) UNSCOPED_INFO(tokenizer.error().message << " " << tokenizer.error().detail);
  REQUIRE(tokenizer);
  return std::move(*tokenizer);
}

std::string bert(const std::string& lowercase) {
  return R"({"added_tokens":[{"id":2,"content":"[CLS]","special":true},{"id":3,"content":"[SEP]","special":true}],
    "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":)" +
         lowercase + R"(},"pre_tokenizer":{"type":"BertPreTokenizer"},
    "post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
      {"SpecialToken":{"id":"[SEP]","type_id":0}}],"special_tokens":{"[CLS]":{"id":"[CLS]","ids":[2],"tokens":["[CLS]"]},
      "[SEP]":{"id":"[SEP]","ids":[3],"tokens":["[SEP]"]}}},
    "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":12,
      "vocab":{"[PAD]":0,"[UNK]":1,"[CLS]":2,"[SEP]":3,"the":4,"bread":5,"##s":6,"was":7,"cafe":8,"!":9,"a":10,"un":11,"##aff":12,
      "##able":13,"中":14,"文":15,",":16,"Café":17,"$":18,"##a":19,"ᄒ":20,"##ᅡ":21,"##ᆫ":22}}})";
}

// GPT-2's way: bytes as characters, "Ġ" is the space.
std::string byte_pair(const std::string& adds_space, const std::string& more = "") {
  return R"({"pre_tokenizer":{"type":"ByteLevel","add_prefix_space":)" + adds_space +
         R"(,"trim_offsets":true},
    "post_processor":{"type":"RobertaProcessing","sep":["</s>",2],"cls":["<s>",0],"trim_offsets":true,"add_prefix_space":false},
    "padding":{"pad_id":1},
    "model":{"type":"BPE",)" +
         more +
         R"("vocab":{"<s>":0,"<pad>":1,"</s>":2,"l":3,"o":4,"w":5,"e":6,"r":7,"Ġ":8,"lo":9,"low":10,"er":11,
      "Ġlow":12,"'":13,"s":14,"i":15,"t":16,"it":17,"'s":18,"Ã":19,"©":20,"k":21,"1":22,"!":23,"Ã©":24,"Ċ":25},
      "merges":["l o","lo w","e r","Ġ low","i t","' s","Ã ©"]}})";
}

// SentencePiece's way: "▁" is the space.
std::string unigram(const std::string& normalizer, const std::string& metaspace) {
  return R"({"added_tokens":[{"id":9,"content":"<mask>","special":true,"lstrip":true}],"normalizer":)" +
         normalizer + R"(,"pre_tokenizer":)" + metaspace +
         R"(,"model":{"type":"Unigram","unk_id":0,"vocab":[["<unk>",0],["▁",-3],["a",-2],["b",-3.5],
      ["ab",-1],["▁ab",-4.5],["bc",-1],["fi",-2],["▁fi",-2.5],["<mask>",0],["n",-2]]}})";
}

const std::string kMetaspace = R"({"type":"Metaspace","replacement":"▁","add_prefix_space":true})";

// A Darts double array that leads from each key to an offset of its value; a block of 256 units for each
// node.
std::string charsmap(const std::vector<std::pair<std::string, std::string>>& map) {
  std::vector<std::uint32_t> units(256);
  std::string values;
  std::vector<bool> is_used(256);
  units[0] = 256U << 10U;
  units.resize(512);
  const auto new_block = [&] {
    units.resize(units.size() + 256);
    return static_cast<std::uint32_t>(units.size() - 256);
  };
  for (const auto& [key, value] : map) {
    std::uint32_t base = 256;
    for (std::size_t i = 0; i < key.size(); ++i) {
      const auto label = static_cast<unsigned char>(key[i]);
      const std::uint32_t at = base ^ label;
      if (units[at] == 0) {
        const std::uint32_t block = new_block();
        units[at] = (at ^ block) << 10U | label;
      }
      base = at ^ (units[at] >> 10U);
      if (i + 1 < key.size()) continue;
      units[at] |= 1U << 8U;
      units[base] = 1U << 31U | static_cast<std::uint32_t>(values.size());
    }
    values += value;
    values += '\0';
  }
  std::string bytes(4, '\0');
  const auto size = static_cast<std::uint32_t>(4 * units.size());
  const auto put = [&bytes](std::size_t at, std::uint32_t number) {
    for (unsigned i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(number >> (8 * i) & 0xFFU);
  };
  put(0, size);
  for (const std::uint32_t unit : units) {
    bytes.append(4, '\0');
    put(bytes.size() - 4, unit);
  }
  bytes += values;
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string base64;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t j = 0; j < 3; ++j)
      three = three << 8U | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j)
      base64 += i + j <= bytes.size() ? kDigits[three >> (18 - 6 * j) & 63U] : '=';
  }
  return R"({"type":"Precompiled","precompiled_charsmap":")" + base64 + R"("})";
}

}  // namespace

TEST_CASE("WordPiece takes the longest piece, and a word that cannot be cut is unknown",
          "[text][pretrained]") {
  const auto tokenizer = loaded(bert("true"));
  CHECK(ids_of(tokenizer, "The breads was unaffable!") == Ids{4, 5, 6, 7, 11, 12, 13, 9});
  CHECK(ids_of(tokenizer, "bread, xyz $a") == Ids{5, 16, 1, 18, 10});
  CHECK(ids_of(tokenizer, "breadsx") == Ids{1});
  CHECK(ids_of(tokenizer, "aaaaaaaaaaaa") == Ids{10, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19});
  CHECK(ids_of(tokenizer, "aaaaaaaaaaaaa") == Ids{1});  // longer than a word may be
  CHECK(ids_of(tokenizer, "").empty());
  CHECK(tokenizer.prefix() == Ids{2});
  CHECK(tokenizer.suffix() == Ids{3});
}

TEST_CASE("BERT's normaliser takes accents and case away and sets ideographs apart", "[text][pretrained]") {
  const auto uncased = loaded(bert("true"));
  CHECK(ids_of(uncased, "CAFÉ Cafe\u0301 中文bread") == Ids{8, 8, 14, 15, 5});
  CHECK(ids_of(uncased, "the\u00A0bread\u200B\twas") == Ids{4, 5, 7});
  CHECK(ids_of(uncased, "한") == Ids{20, 21, 22});  // Hangul falls into its letters
  CHECK(pieces_of(uncased, "CAFÉ, breads") == std::vector<std::string>{"CAFÉ", ",", "bread", "s"});
  const auto cased = loaded(bert("false"));
  CHECK(ids_of(cased, "Café bread The") == Ids{17, 5, 1});
}

TEST_CASE("special tokens in a text are themselves", "[text][pretrained]") {
  CHECK(ids_of(loaded(bert("true")), "bread [SEP]was") == Ids{5, 3, 7});
  // One that takes the spaces before it along.
  const auto tokenizer = loaded(unigram("null", kMetaspace));
  CHECK(ids_of(tokenizer, "ab  <mask>") == Ids{1, 4, 9});
}

TEST_CASE("byte pairs are merged in the order they were learned", "[text][pretrained]") {
  const auto tokenizer = loaded(byte_pair("false"));
  CHECK(ids_of(tokenizer, "low lower") == Ids{10, 12, 11});
  CHECK(ids_of(tokenizer, "slow") == Ids{14, 10});
  CHECK(ids_of(tokenizer, "lo  low") == Ids{9, 8, 12});  // the last space goes with the word
  CHECK(ids_of(tokenizer, "low  ") == Ids{10, 8, 8});    // spaces at the end stay together
  CHECK(ids_of(tokenizer, "it's !1") == Ids{17, 18, 8, 23, 22});
  CHECK(ids_of(tokenizer, "é\n") == Ids{24, 25});
  CHECK(pieces_of(tokenizer, "low é") == std::vector<std::string>{"low", " ", "é"});
  CHECK(tokenizer.prefix() == Ids{0});
  CHECK(tokenizer.suffix() == Ids{2});
  CHECK(tokenizer.padding() == 1);
  CHECK(ids_of(loaded(byte_pair("true")), "low") == Ids{12});
}

TEST_CASE("characters without a piece are left out, fused or unknown, as the file says",
          "[text][pretrained]") {
  CHECK(ids_of(loaded(byte_pair("false")), "loz") == Ids{9});
  CHECK(ids_of(loaded(byte_pair("false", R"("unk_token":"<pad>",)")), "zzlo") == Ids{1, 1, 9});
  CHECK(ids_of(loaded(byte_pair("false", R"("unk_token":"<pad>","fuse_unk":true,)")), "zzlo") == Ids{1, 9});
}

TEST_CASE("Unigram finds the most probable sequence, not the greedy one", "[text][pretrained]") {
  const auto tokenizer = loaded(unigram("null", kMetaspace));
  CHECK(ids_of(tokenizer, "ab") == Ids{1, 4});          // "▁" + "ab" is likelier than "▁ab"
  CHECK(ids_of(tokenizer, "aabc") == Ids{1, 2, 2, 6});  // "a" + "bc", not "ab" + an unknown
  CHECK(ids_of(tokenizer, "a ab") == Ids{1, 2, 1, 4});
  CHECK(ids_of(tokenizer, "xyza") == Ids{1, 0, 2});  // unknown characters in a row are one piece
  CHECK(pieces_of(tokenizer, "xyza") == std::vector<std::string>{"", "xyz", "a"});
}

TEST_CASE("a SentencePiece character map is applied before cutting", "[text][pretrained]") {
  const std::string map =
      charsmap({{"\xEF\xAC\x81", "fi"}, {"\xE3\x80\x80", " "}, {"\r\n", " "}, {"e\xCC\x81", "a"}});
  const std::string normalizer =
      R"({"type":"Sequence","normalizers":[)" + map +
      R"(,{"type":"Replace","pattern":{"Regex":" {2,}"},"content":" "},{"type":"Strip","strip_left":false,"strip_right":true}]})";
  const auto tokenizer = loaded(unigram(normalizer, kMetaspace));
  CHECK(ids_of(tokenizer, "\uFB01n") == Ids{8, 10});
  CHECK(ids_of(tokenizer, "a\u3000 \u3000a  ") == Ids{1, 2, 1, 2});
  CHECK(ids_of(tokenizer, "a\r\na") == Ids{1, 2, 1, 2});
  CHECK(ids_of(tokenizer, "e\u0301") == Ids{1, 2});  // a letter and its mark are looked up together
  CHECK(pieces_of(tokenizer, "a \uFB01") == std::vector<std::string>{"", "a", " \uFB01"});
}

TEST_CASE("the space before the first word is added always, first or never", "[text][pretrained]") {
  const auto with = [](const char* scheme) {
    return loaded(unigram(
        "null", std::string{R"({"type":"Metaspace","replacement":"▁","prepend_scheme":")"} + scheme + "\"}"));
  };
  CHECK(ids_of(with("always"), "a<mask>a") == Ids{1, 2, 9, 1, 2});
  CHECK(ids_of(with("first"), "a<mask>a") == Ids{1, 2, 9, 2});
  CHECK(ids_of(with("never"), "a a") == Ids{2, 1, 2});
}

TEST_CASE("what is not known is refused by name", "[text][pretrained]") {
  const auto refused = [](const std::string& json) {
    const auto tokenizer = PretrainedTokenizer::load(json);
    REQUIRE_FALSE(tokenizer);
    return tokenizer.error();
  };
  CHECK(refused("").code == ErrorCode::CorruptData);
  CHECK(refused(R"({"model":{"type":"WordLevel"}})").detail == "model WordLevel");
  CHECK(refused(unigram(R"({"type":"NFKD"})", kMetaspace)).detail == "normalizer NFKD");
  CHECK(refused(unigram(R"({"type":"NFD"})", kMetaspace)).detail == "normalizer NFD without StripAccents");
  CHECK(refused(unigram("null", R"({"type":"Split","pattern":{"Regex":"x"}})")).detail ==
        "pre-tokenizer Split");
  CHECK(refused(R"({"model":{"type":"Unigram","vocab":[["a"]]}})").message ==
        "The model's tokenizer.json cannot be read. Choose the file that belongs to the model.");
}

TEST_CASE("sources stay inside the text and ascend, whatever the bytes", "[text][pretrained]") {
  const std::vector<PretrainedTokenizer> tokenizers{
      loaded(bert("true")), loaded(byte_pair("true")),
      loaded(unigram(charsmap({{"\xEF\xAC\x81", "fi"}}), kMetaspace))};
  static constexpr std::string_view kParts[] = {"low",    " ",  "é",  "\xC3", "中",     "[SEP]",
                                                "\u0301", "\n", "'s", "ﬁ",    "<mask>", "\xF0\x9F"};
  Random random{12};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::uint32_t i = 0, count = random.below(12); i < count; ++i) text += kParts[random.below(12)];
    for (const PretrainedTokenizer& tokenizer : tokenizers) {
      Ids ids;
      std::vector<ByteRange> sources;
      tokenizer.encode(text, ids, sources);
      std::size_t last = 0;
      for (const ByteRange& source : sources) {
        CHECK(source.begin >= last);
        CHECK(source.end >= source.begin);
        CHECK(source.end <= text.size());
        last = source.begin;
      }
    }
  }
}
