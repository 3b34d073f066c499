#include "ingest/encoding_detector.hpp"

#include <string>
#include <string_view>

#include <catch_amalgamated.hpp>

#include "base/utf8.hpp"
#include "ingest/mojibake.hpp"
#include "ingest/single_byte_tables.hpp"
#include "ingest/text_decoder.hpp"
#include "support/read_text.hpp"

using namespace attune;
using support::read_bytes;

namespace {

// The text in a single-byte encoding.
std::string encode(std::string_view text, std::string_view label) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::read_at(text, at);
    at += point.size_bytes;
    if (point.value < 0x80) {
      bytes += static_cast<char>(point.value);
      continue;
    }
    for (const auto& table : ingest::single_byte_tables()) {
      if (table.label != label) continue;
      for (std::size_t i = 0; i < table.upper.size(); ++i) {
        if (table.upper[i] == point.value) bytes += static_cast<char>(0x80 + i);
      }
    }
  }
  return bytes;
}

struct Sample {
  std::string_view label;
  std::string_view text;
};

constexpr Sample kSamples[] = {
    {"windows-1252",
     "Très bon accueil, déjà conseillé à des amis. La chambre était très agréable, merci à l’équipe"},
    {"windows-1252", "Schöne Zimmer, sehr freundlich und großzügig. Wir würden wieder übernachten"},
    {"windows-1250",
     "Bardzo miła obsługa, pyszne śniadania i piękny widok. Wrócimy na pewno, żądnych zastrzeżeń"},
    {"windows-1250", "Výborné jídlo, příjemná obsluha, čisté pokoje. Určitě se ještě vrátíme"},
    {"windows-1254", "Çok güzel bir otel, çalışanlar çok ilgiliydi, kahvaltı mükemmel, teşekkürler"},
    {"windows-1251", "Очень хороший магазин, быстрая доставка"},
    {"koi8-u", "Очень хороший магазин, быстрая доставка"},
    {"windows-1253", "Πολύ καλή εξυπηρέτηση και καθαρό δωμάτιο"},
    {"macintosh", "Très bon accueil, déjà conseillé à des amis. La chambre était très agréable"},
};

}  // namespace

TEST_CASE("single-byte encodings are told by the letters of languages", "[ingest][encoding]") {
  for (const Sample& sample : kSamples) {
    const std::string bytes = encode(sample.text, sample.label);
    CAPTURE(sample.text);
    CHECK(ingest::detect_encoding(bytes, true).value == sample.label);
    ingest::TextDecoder decoder{sample.label};
    CHECK(decoder.decode(bytes) == sample.text);
  }
}

TEST_CASE("East Asian text is handed back for the host to decode, with its encoding's name",
          "[ingest][encoding]") {
  // "the shop is good" in Japanese (Shift_JIS, EUC-JP), Korean (EUC-KR) and Chinese (GB 18030, Big5).
  const Sample samples[] = {
      {"shift_jis", "\x93\x58\x82\xCD\x82\xC6\x82\xC4\x82\xE0\x82\xE6\x82\xA9\x82\xC1\x82\xBD"},
      {"euc-jp", "\xC5\xB9\xA4\xCF\xA4\xC8\xA4\xC6\xA4\xE2\xA4\xE8\xA4\xAB\xA4\xC3\xA4\xBF"},
      {"euc-kr", "\xB0\xA1\xB0\xD4\xB0\xA1\xBE\xC6\xC1\xD6\xC1\xC1\xBE\xD2\xBD\xC0\xB4\xCF\xB4\xD9"},
      {"gb18030", "\xD5\xE2\xB8\xF6\xC9\xCC\xB5\xEA\xB7\xC7\xB3\xA3\xBA\xC3\xCE\xD2\xCF\xB2\xBB\xB6"},
      {"big5", "\xB3\x6F\xAD\xD3\xB0\xD3\xA9\xB1\xAB\x44\xB1\x60\xA6\x6E"},
  };
  for (const Sample& sample : samples) {
    const auto read = read_bytes("name,text\n1," + std::string{sample.text} + "\n");
    CHECK(read.error.has_value());
    CHECK(read.detection.needs_host_decoding);
    CHECK(read.detection.encoding.value == sample.label);
  }
  ingest::ReadOptions options;
  options.decoded_from_encoding = "shift_jis";
  CHECK_FALSE(read_bytes("name,text\n1,\xE5\xBA\x97\n", 1, options).error);
}

TEST_CASE("characters that the host could not decode are counted and told with their line",
          "[ingest][encoding]") {
  ingest::ReadOptions options;
  options.decoded_from_encoding = "big5";
  for (const std::size_t chunk : {1U, 7U, 1000U}) {
    const auto read = read_bytes("name,text\n1,fine\n2,\xEF\xBF\xBD and \xEF\xBF\xBD\n", chunk, options);
    REQUIRE(read.diagnostics.count(DiagnosticKind::InvalidBytes) == 1);
    const Diagnostic& told = read.diagnostics.listed().front();
    CHECK(told.row == 3);
    CHECK(told.reason == "2 characters are unknown in this encoding (big5); they are shown as \xEF\xBF\xBD");
  }
}

TEST_CASE("the triples of EUC-JP tell it apart from single letters", "[ingest][encoding]") {
  std::string text = "name\n";
  for (int i = 0; i < 20; ++i) text += std::string{"\x8F\xB0"} + static_cast<char>(0xA1 + i) + "\n";
  CHECK(ingest::detect_encoding(text, true).value == "euc-jp");
}

TEST_CASE("a list of all byte pairs is told to fit several encodings", "[ingest][encoding]") {
  std::string text;
  for (int lead = 0xA1; lead < 0xFF; ++lead)
    for (int trail = 0xA1; trail < 0xFF; ++trail)
      text += std::string{static_cast<char>(lead)} + static_cast<char>(trail) + "\n";
  const auto guess = ingest::detect_encoding(text, true);
  CHECK(guess.confidence < 0.5);
  CHECK(guess.reason.find("choose another one") != std::string::npos);
}

TEST_CASE("UTF-16 and UTF-32 are read with and without a mark, cut anywhere", "[ingest][encoding]") {
  const std::u32string text = U"name,town\nJos\u00E9,\u00C5bo \U0001F600\nAda,Bern and Basel\n";
  for (const bool is_wide : {false, true}) {
    for (const bool is_big : {false, true}) {
      for (const bool has_mark : {false, true}) {
        std::string bytes;
        const auto add = [&](std::uint32_t unit) {
          const int size = is_wide ? 4 : 2;
          for (int i = 0; i < size; ++i)
            bytes += static_cast<char>((unit >> (8 * (is_big ? size - 1 - i : i))) & 0xFFU);
        };
        if (has_mark) add(0xFEFF);
        for (const char32_t c : text) {
          if (!is_wide && c > 0xFFFF) {
            add(0xD800 + ((c - 0x10000) >> 10U));
            add(0xDC00 + ((c - 0x10000) & 0x3FFU));
          } else {
            add(c);
          }
        }
        const auto read = read_bytes(bytes, 3);
        REQUIRE_FALSE(read.error);
        CHECK(read.rows()[1] == std::vector<std::string>{"Jos\xC3\xA9",
                                                         "\xC3\x85"
                                                         "bo \xF0\x9F\x98\x80"});
      }
    }
  }
}

TEST_CASE("a part in another encoding is read, and told with its place", "[ingest][encoding]") {
  const auto read = read_bytes("a,b\n\xC3\xA9t\xC3\xA9,\xC3\xBC\n\xC3\xB6,\xC3\xA4\ncaf\xE9,x\n");
  CHECK(read.rows()[3] == std::vector<std::string>{"caf\xC3\xA9", "x"});
  REQUIRE(read.diagnostics.count(DiagnosticKind::MixedEncoding) == 1);
  CHECK(read.diagnostics.listed()[0].row == 4);
}

TEST_CASE("garbled letters are noticed, and repaired when asked to", "[ingest][encoding][mojibake]") {
  const std::string text =
      "shop,text\nCaf\xC3\x83\xC2\xA9,tr\xC3\x83\xC2\xA8s bon "
      "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2\nB,d\xC3\x83\xC2\xA9j\xC3\x83\xC2\xA0\n";
  const auto read = read_bytes(text);
  CHECK(read.detection.mojibake.value);
  CHECK(read.diagnostics.count(DiagnosticKind::Mojibake) == 1);
  ingest::ReadOptions options;
  options.repairs_mojibake = true;
  for (std::size_t chunk = 1; chunk < 9; ++chunk) {
    CHECK(read_bytes(text, chunk, options).rows()[1] ==
          std::vector<std::string>{"Caf\xC3\xA9", "tr\xC3\xA8s bon \xE2\x80\x99"});
  }
  CHECK_FALSE(read_bytes("a,b\n\xC3\xA9t\xC3\xA9,\xC3\xA0\n").detection.mojibake.value);
}
