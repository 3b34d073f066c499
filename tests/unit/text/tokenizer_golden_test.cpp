// The C++ tokenizer against the one that training used: our own odd texts (models/sentiment/golden.jsonl).
#include <catch_amalgamated.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "text/tokenizer.hpp"

namespace {

std::string read_file(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string bytes_from_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

}  // namespace

namespace {

// Compares with each line of a file; returns how many there are.
std::size_t compare_with(const std::string& path) {
  const auto tokenizer = attune::text::Tokenizer::load(
      read_file(std::string{ATTUNE_SOURCE_DIR} + "/models/sentiment/vocabulary.txt"));
  REQUIRE(tokenizer);
  std::istringstream lines{read_file(path)};
  std::string line;
  std::vector<std::int32_t> ids;
  std::size_t cases = 0;
  while (std::getline(lines, line)) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    REQUIRE(row.is_object());
    const std::string text =
        row.contains("hex") ? bytes_from_hex(row["hex"]) : row["text"].get<std::string>();
    tokenizer->encode(text, 128, ids);
    INFO(line);
    CHECK(ids == row["ids"].get<std::vector<std::int32_t>>());
    ++cases;
  }
  return cases;
}

}  // namespace

TEST_CASE("the tokenizer agrees with training token for token", "[text][tokenizer][golden]") {
  CHECK(compare_with(std::string{ATTUNE_SOURCE_DIR} + "/models/sentiment/golden.jsonl") > 80);
}

TEST_CASE("the tokenizer agrees with training on real data", "[text][tokenizer][golden]") {
  const char* path = std::getenv("ATTUNE_GOLDEN_TOKENS");
  if (path == nullptr) SKIP("ATTUNE_GOLDEN_TOKENS names no file of models/train/golden.py --data");
  CHECK(compare_with(path) > 1000);
}
