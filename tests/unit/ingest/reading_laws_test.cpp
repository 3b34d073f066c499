// The laws of tests/support/reading_laws.hpp on seeded damage, and on every file that a fuzzer has found.
#include "support/reading_laws.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"

using namespace attune;

namespace {

void check_text(std::string_view text, std::size_t chunk, std::size_t width) {
  for (const char* delimiter : {",", ";", "||"}) {
    ingest::CsvDialect dialect;
    dialect.delimiter = delimiter;
    REQUIRE(support::broken_law_of_scanning(text, dialect, chunk, width).empty());
  }
  for (const auto format : {ingest::Format::Delimited, ingest::Format::Json, ingest::Format::JsonLines}) {
    ingest::ReadOptions options;
    options.format = format;
    REQUIRE(support::broken_law_of_reading(text, chunk, options, "law.csv").empty());
    for (const table::Table& table : support::read_bytes(text, chunk, options).tables)
      REQUIRE(support::broken_law_of_writing(table).empty());
  }
  REQUIRE(support::broken_law_of_counting(text).empty());
  for (const char* label : {"utf-8", "utf-16le", "utf-16be", "utf-32le", "windows-1252"})
    REQUIRE(support::broken_law_of_decoding(text, label, chunk).empty());
}

std::string random_text(Random& random) {
  static constexpr const char* kTokens[] = {
      ",",    "\n", "\"",    "a",    "1",  "\r\n",  ";",      " ",  "\"\"",         "2024-01-02", "\xC3\xA9",
      "\xFF", "{",  "}",     "[",    "]",  ":",     "\"k\":", "\\", "null",         "\t",         "name",
      "|",    "||", "\"a\"", "\n\n", "\r", "1,2\n", "a,b\n",  "-",  "\xE2\x98\x85", "\\u00e9"};
  std::string text;
  const std::uint32_t count = random.below(60);
  for (std::uint32_t i = 0; i < count; ++i) text += kTokens[random.below(std::size(kTokens))];
  return text;
}

}  // namespace

TEST_CASE("reading obeys its laws on random texts", "[ingest][fuzz-smoke]") {
  Random random{99};
  for (int round = 0; round < 1500; ++round) {
    const std::string text = random_text(random);
    CAPTURE(round, text);
    check_text(text, 1 + random.below(9), 1 + random.below(4));
  }
}

TEST_CASE("reading obeys its laws on what the fuzzers found", "[ingest][fuzz-smoke]") {
  const std::filesystem::path folder{ATTUNE_SOURCE_DIR "/tests/fuzz/found"};
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    std::ifstream stream{entry.path(), std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    CAPTURE(entry.path().filename().string());
    REQUIRE(support::broken_law_of_reading(bytes, 1 + bytes.size() % 97, {}, entry.path().filename().string())
                .empty());
    for (const std::size_t head : {0U, 1U, 2U}) {
      if (bytes.size() >= head) check_text(std::string_view{bytes}.substr(head), 1 + bytes.size() % 7, 2);
    }
  }
}
