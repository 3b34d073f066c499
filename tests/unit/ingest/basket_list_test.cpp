#include <array>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "ingest/column_roles.hpp"
#include "support/read_text.hpp"

using namespace attune;
using support::read_bytes;
using Row = std::vector<std::string>;

namespace {

constexpr std::array<std::string_view, 12> kThings{
    "whole milk", "rolls", "yogurt", "soda",   "root vegetables", "bottled water",
    "butter",     "jam",   "coffee", "apples", "cream cheese ",   "napkins"};

// Each line one to five things, drawn by a seeded lot.
std::string baskets(std::size_t lines, std::string_view delimiter, std::size_t padded_to = 0) {
  Random lots{7};
  std::string text;
  for (std::size_t line = 0; line < lines; ++line) {
    const std::size_t width = 1 + lots.below(5);
    std::size_t first = lots.below(kThings.size());
    for (std::size_t i = 0; i < width; ++i, first += 1 + lots.below(2)) {
      if (i > 0) text += delimiter;
      text += kThings[first % kThings.size()];
    }
    for (std::size_t i = width; i < padded_to; ++i) text += delimiter;
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("a list of baskets is read as order lines, whatever separates its things", "[ingest][baskets]") {
  const std::string delimiter = GENERATE(",", ";", "\t", "|");
  const auto read = read_bytes("milk" + delimiter + "jam\nmilk\n" + baskets(60, delimiter));

  REQUIRE(read.tables.size() == 1);
  const auto rows = read.rows();
  CHECK(rows[0] == Row{"basket", "item"});
  CHECK(rows[1] == Row{"1", "milk"});
  CHECK(rows[2] == Row{"1", "jam"});
  CHECK(rows[3] == Row{"2", "milk"});
  CHECK(rows.back()[0] == "62");
  CHECK(read.detection.dialect.value.delimiter == delimiter);
  CHECK(read.detection.baskets.value);
  CHECK(read.detection.dialect.reason.starts_with("Each line is a basket of 1 to 5 things"));
}

TEST_CASE("a list of baskets is understood as order lines", "[ingest][baskets]") {
  const auto read = read_bytes(baskets(60, ","));
  const ingest::RoleMap roles = ingest::guess_roles(read.tables.at(0));
  CHECK(roles.kind == ingest::TableKind::OrderLines);
  CHECK(roles.find(ingest::ColumnRole::OrderId) == std::size_t{0});
  CHECK(roles.find(ingest::ColumnRole::Product) == std::size_t{1});
}

TEST_CASE("empty cells after a basket are no things, and a thing named twice stands twice",
          "[ingest][baskets]") {
  const auto padded = read_bytes(baskets(60, ",", 6));
  CHECK(padded.rows() == read_bytes(baskets(60, ",")).rows());

  const auto rows = read_bytes(baskets(60, ",") + "soda,soda\n").rows();
  CHECK(rows[rows.size() - 2] == Row{"61", "soda"});
  CHECK(rows[rows.size() - 1] == Row{"61", "soda"});
}

TEST_CASE("a name above a list of baskets is told and is no basket", "[ingest][baskets]") {
  const auto read = read_bytes("product\n" + baskets(60, ","));
  CHECK(read.rows().back()[0] == "60");
  REQUIRE(read.diagnostics.count(DiagnosticKind::SkippedLines) == 1);
  CHECK(read.diagnostics.listed()[0].raw == "product");
}

TEST_CASE("a list of baskets is the same however its bytes are cut", "[ingest][baskets]") {
  const std::string text = baskets(40'000, ",");  // more than the sample
  const auto whole = read_bytes(text);
  CHECK(whole.rows().back()[0] == "40000");
  CHECK(read_bytes(text, 4097).rows() == whole.rows());
}

TEST_CASE("the user's word decides whether lines are baskets", "[ingest][baskets]") {
  ingest::ReadOptions table;
  table.header_rows = 1;
  CHECK(read_bytes(baskets(60, ","), 999, table).rows()[0][0] != "basket");
  table = {};
  table.reads_baskets = false;
  CHECK(read_bytes(baskets(60, ","), 999, table).rows()[0][0] != "basket");

  ingest::ReadOptions list;
  list.reads_baskets = true;
  CHECK(read_bytes("tea,milk\ntea\n", 999, list).rows() ==
        std::vector<Row>{{"basket", "item"}, {"1", "tea"}, {"1", "milk"}, {"2", "tea"}});
}

TEST_CASE("lines that are no baskets stay what they are", "[ingest][baskets]") {
  Random lots{3};
  std::string sentences;
  std::string numbers;
  std::string table;
  for (int line = 0; line < 80; ++line) {
    sentences += "The " + std::string{kThings[lots.below(12)]} + " was fine, thank you";
    if (lots.below(2) == 0) sentences += ", and the " + std::string{kThings[lots.below(12)]} + " too";
    sentences += ".\n";
    numbers += std::to_string(lots.below(9));
    for (unsigned more = lots.below(4); more > 0; --more) numbers += "," + std::to_string(lots.below(9));
    numbers += "\n";
    table += std::string{kThings[lots.below(12)]} + "," + std::string{kThings[lots.below(12)]} + "\n";
  }
  for (const std::string& text : {sentences, numbers, table})
    CHECK_FALSE(read_bytes(text).detection.baskets.value);
}
