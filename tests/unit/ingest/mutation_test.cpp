// Random damage to files of every format: whatever comes, each reader ends, and cut input gives the same
// result.
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"
#include "base/utf8.hpp"
#include "ingest/column_roles.hpp"
#include "ingest/table_writer.hpp"
#include "support/make_zip.hpp"
#include "support/read_text.hpp"

using namespace attune;
using support::read_bytes;

namespace {

std::vector<std::string> seeds() {
  std::string csv = "id,text,stars,day\n";
  for (int row = 0; row < 12; ++row)
    csv += std::to_string(row) + ",\"said \"\"hi\"\", twice\",\xE2\x98\x85,2024-01-0" +
           std::to_string(row % 9 + 1) + "\r\n";
  return {csv,
          "a;b\n1;x\n\nc;d;e\n1;2;3\n",
          "[{\"a\":1,\"b\":[1,{\"c\":\"\\u00e9\"}]},{\"a\":null}]",
          "{\"a\":1}\n{\"a\":\"x\"}\n",
          "\xFF\xFE" + std::string{"a\0,\0b\0\n\0"
                                   "1\0,\0"
                                   "2\0\n\0",
                                   16},
          support::make_zip({{"a.csv", csv}, {"b.json", "[1,2]"}}),
          support::make_xlsx("<row><c t=\"s\"><v>0</v></c><c><v>2</v></c></row><row><c "
                             "t=\"inlineStr\"><is><t>x</t></is></c></row>",
                             "<si><t>n</t></si>"),
          support::make_ods("<table:table "
                            "table:name=\"S\"><table:table-row><table:table-cell><text:p>x</text:p></"
                            "table:table-cell></table:table-row></table:table>")};
}

std::string damage(std::string bytes, Random& random) {
  static constexpr std::string_view kTokens = "\",;\n\r\t{}[]:'\\\0\xFF\xC3<>&/0-";
  for (std::uint32_t times = 1 + random.below(6); times > 0 && !bytes.empty(); --times) {
    const std::size_t at = random.below(static_cast<std::uint32_t>(bytes.size()));
    switch (random.below(5)) {
      case 0:
        bytes[at] = static_cast<char>(random.below(256));
        break;
      case 1:
        bytes.insert(at, 1, kTokens[random.below(static_cast<std::uint32_t>(kTokens.size()))]);
        break;
      case 2:
        bytes.erase(at, 1 + random.below(20));
        break;
      case 3:
        bytes.resize(at);
        break;
      default:
        bytes.insert(at, bytes.substr(at, random.below(40)));
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("damaged files of every format are read or refused, the same however they are cut",
          "[ingest][fuzz-smoke]") {
  Random random{20240501};
  const std::vector<std::string> files = seeds();
  for (int round = 0; round < 1500; ++round) {
    const std::string bytes = damage(files[static_cast<std::size_t>(round) % files.size()], random);
    const auto whole = read_bytes(bytes);
    const auto cut = read_bytes(bytes, 1 + random.below(7));
    CAPTURE(round, bytes);
    REQUIRE(whole.error.has_value() == cut.error.has_value());
    if (whole.error) {
      CHECK_FALSE(whole.error->message.empty());
      continue;
    }
    REQUIRE(whole.tables.size() == cut.tables.size());
    REQUIRE(whole.diagnostics.total() == cut.diagnostics.total());
    for (std::size_t table = 0; table < whole.tables.size(); ++table) {
      REQUIRE(whole.rows(table) == cut.rows(table));
      for (const auto& column : whole.tables[table].columns)
        REQUIRE(column.cells.size() == whole.tables[table].row_count());
      CHECK(ingest::guess_roles(whole.tables[table]).columns.size() == whole.tables[table].columns.size());
    }
  }
}

TEST_CASE("a line of many megabytes, a million columns and nothing but quotes end in time",
          "[ingest][limits]") {
  CHECK(read_bytes(std::string(40'000'000, 'x') + "\na\nb\n", 1U << 18U)
            .diagnostics.count(DiagnosticKind::RejectedRow) <= 1);
  std::string wide;
  std::string row;
  for (int column = 0; column < 300'000; ++column) {
    wide += "c" + std::to_string(column) + ",";
    row += "7,";
  }
  const auto read = read_bytes(wide + "\n" + row + "\n");
  CHECK(read.tables.front().columns.size() == 16'384);
  CHECK(read.diagnostics.count(DiagnosticKind::LimitReached) == 1);
  static_cast<void>(read_bytes(std::string(300'000, '"')));
  static_cast<void>(read_bytes(std::string(300'000, '\n')));
  static_cast<void>(read_bytes(std::string(300'000, ',')));
}
