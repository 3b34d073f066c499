#include "ingest/csv_reader.hpp"

#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "ingest/column_types.hpp"
#include "support/read_text.hpp"

using namespace attune;
using support::read_bytes;
using Row = std::vector<std::string>;

namespace {

// A table of bookings: number, date, code, price, text, page.
std::string bookings(int rows, const std::string& odd_row = {}, int odd_at = 10) {
  std::string text = "No,Day,Code,Price,Remark,Page\n";
  for (int row = 1; row <= rows; ++row) {
    if (row == odd_at && !odd_row.empty()) text += odd_row + "\n";
    text += std::to_string(row) + ",2024-03-" + (row % 28 < 9 ? "0" : "") + std::to_string(row % 28 + 1) +
            ",AB-" + std::to_string(100 + row) + ",$" + std::to_string(row * 3) + ".50,\"Nice stay, number " +
            std::to_string(row) + "\",https://stay.example/" + std::to_string(row) + "\n";
  }
  return text;
}

Row row_after_mending(const std::string& odd_row) {
  const auto read = read_bytes(bookings(30, odd_row));
  CHECK(read.diagnostics.count(DiagnosticKind::RepairedRow) == 1);
  CHECK(read.tables[0].row_count() == 31);
  return read.rows()[10];
}

const Row kMeant{"77", "2024-05-05", "ZZ-9", "$8.00", "Fine, thanks", "https://stay.example/77"};

}  // namespace

TEST_CASE("a row with an unclosed quote is read as if the quote were text", "[ingest][csv][mend]") {
  CHECK(row_after_mending("\"77,2024-05-05,ZZ-9,$8.00,\"Fine, thanks\",https://stay.example/77") ==
        Row{"\"77", "2024-05-05", "ZZ-9", "$8.00", "Fine, thanks", "https://stay.example/77"});
}

TEST_CASE("an unclosed quote at the end of a row does not swallow the next one", "[ingest][csv][mend]") {
  const auto read = read_bytes(bookings(30, "77,2024-05-05,ZZ-9,$8.00,\"Fine, thanks\",\""));
  CHECK(read.tables[0].row_count() == 31);
  CHECK(read.rows()[10].back() == "\"");
  CHECK(read.rows()[11][0] == "10");
}

TEST_CASE("an empty cell too many is left out where it stands", "[ingest][csv][mend]") {
  CHECK(row_after_mending("77,,2024-05-05,ZZ-9,$8.00,\"Fine, thanks\",https://stay.example/77") == kMeant);
  CHECK(row_after_mending("77,2024-05-05,ZZ-9,,$8.00,\"Fine, thanks\",https://stay.example/77") == kMeant);
}

TEST_CASE("a text that was not quoted is joined again", "[ingest][csv][mend]") {
  CHECK(row_after_mending("77,2024-05-05,ZZ-9,$8.00,Fine, thanks,https://stay.example/77") == kMeant);
}

TEST_CASE("a missing separator is found by what the columns hold", "[ingest][csv][mend]") {
  CHECK(row_after_mending("77,2024-05-05ZZ-9,$8.00,\"Fine, thanks\",https://stay.example/77") == kMeant);
}

TEST_CASE("a missing cell is left empty where it fits best", "[ingest][csv][mend]") {
  CHECK(row_after_mending("77,ZZ-9,$8.00,\"Fine, thanks\",https://stay.example/77") ==
        Row{"77", "", "ZZ-9", "$8.00", "Fine, thanks", "https://stay.example/77"});
}

TEST_CASE("a row with another separator is read", "[ingest][csv][mend]") {
  CHECK(row_after_mending("77;2024-05-05;ZZ-9;$8.00;\"Fine, thanks\";https://stay.example/77") == kMeant);
}

TEST_CASE("lines before and after the table are told, not read", "[ingest][csv][layout]") {
  const auto read =
      read_bytes("Bookings of March\nExported on Monday\n\n" + bookings(20) + "\nTotal: 20 bookings\n");
  CHECK(read.rows()[0] == Row{"No", "Day", "Code", "Price", "Remark", "Page"});
  CHECK(read.tables[0].row_count() == 20);
  REQUIRE(read.diagnostics.count(DiagnosticKind::SkippedLines) == 3);
  CHECK(read.diagnostics.listed().back().raw == "Total: 20 bookings");
}

TEST_CASE("tables one below the other are read apart", "[ingest][csv][layout]") {
  const auto same = read_bytes(bookings(20) + bookings(8));
  REQUIRE(same.tables.size() == 2);
  CHECK(same.tables[0].row_count() == 20);
  CHECK(same.tables[1].row_count() == 8);

  const auto other = read_bytes(bookings(20) + "\nperson,visits\nAnn,3\nBob,4\n");
  REQUIRE(other.tables.size() == 2);
  CHECK(other.rows(1) == std::vector<Row>{{"person", "visits"}, {"Ann", "3"}, {"Bob", "4"}});
}

TEST_CASE("several header rows become one name", "[ingest][csv][layout]") {
  const auto read = read_bytes(
      "Respondent,Start,How likely are you to come back?,\n,,Response,Open answer\n1,2024-01-02,9,Great "
      "place\n2,2024-01-03,3,Too loud for us\n3,2024-01-04,8,We liked it\n");
  CHECK(read.rows()[0] ==
        Row{"Respondent", "Start", "How likely are you to come back? Response", "Open answer"});
  CHECK(read.detection.header_rows.value == 2);
}

TEST_CASE("mended files are the same however they are cut", "[ingest][csv][chunk-law]") {
  const std::string text =
      "Note\n\n" +
      bookings(
          40,
          "\"77,,2024-05-05,ZZ-9,$8.00,\"Fine, thanks\",\"\n78;2024-05-05;ZZ-9;$8.00;x;https://y.example") +
      "\n\n" + bookings(9) + "end\n";
  const auto whole = read_bytes(text);
  const std::size_t chunk = GENERATE(std::size_t{1}, std::size_t{7}, std::size_t{100});
  const auto cut = read_bytes(text, chunk);
  REQUIRE(cut.tables.size() == whole.tables.size());
  for (std::size_t table = 0; table < whole.tables.size(); ++table)
    CHECK(cut.rows(table) == whole.rows(table));
  CHECK(cut.diagnostics.total() == whole.diagnostics.total());
}

TEST_CASE("texts of equally many words do not make the space a separator", "[ingest][csv][sniff]") {
  std::string text = "id,day,text\n";
  for (int row = 1; row < 60; ++row) {
    text += std::to_string(row) + ",2024-03-0" + std::to_string(row % 9 + 1) +
            ",bread and soup were good but late on visit " + std::to_string(row) + "\n";
  }
  const auto read = read_bytes(text);
  CHECK(read.detection.dialect.value.delimiter == ",");
  CHECK(read.rows()[0] == Row{"id", "day", "text"});
}

TEST_CASE("times do not make the colon a separator", "[ingest][csv][sniff]") {
  std::string text = "date,id\n";
  for (int row = 0; row < 60; ++row)
    text += "2014-03-0" + std::to_string(row % 9 + 1) + " 00:00:00," + std::to_string(row % 7) + "\n";
  const auto read = read_bytes(text);
  CHECK(read.tables[0].columns[0].name == "date");
  CHECK(read.rows()[4] == Row{"2014-03-04 00:00:00", "3"});
  // Where nothing else splits the lines, the colon does.
  CHECK(read_bytes("root:x:0:0\nmail:x:8:8\nman:x:6:12\n").rows()[1].size() == 4);
}

TEST_CASE("columns aligned with spaces are read, and days without dashes are days", "[ingest][csv][sniff]") {
  std::string text;
  for (int row = 0; row < 60; ++row) {
    const std::string amount = std::to_string(row % 9 == 0 ? 9 : 100 + row) + ".50";
    text += " 00" + std::to_string(100 + row % 7) + " 199701" + std::to_string(10 + row % 20) + "  " +
            std::to_string(row % 5) + std::string(9 - amount.size(), ' ') + amount + "\n";
  }
  const auto read = read_bytes(text);
  CHECK(read.tables[0].columns.size() == 4);
  CHECK(read.rows()[0] == Row{"Column 1", "Column 2", "Column 3", "Column 4"});
  CHECK(read.diagnostics.total() == 0);
  CHECK(ingest::profile_column(read.tables[0].columns[1].cells, 1000).type == ingest::CellType::Date);
  CHECK(ingest::profile_column(read.tables[0].columns[0].cells, 1000).type != ingest::CellType::Date);
}

TEST_CASE("a total below a blank line is a footer, two small tables are two", "[ingest][csv]") {
  const auto total = read_bytes("day;name;sum;note\n1.3.2024;Ann;12,00;x\n2.3.2024;Bo;8,00;y\n\nTotal;;;\n");
  CHECK(total.tables[0].row_count() == 2);
  CHECK(total.diagnostics.count(DiagnosticKind::SkippedLines) == 1);
  const auto stacked = read_bytes(
      "Product,Price\nMug,12.00\nBowl,18.50\n\nCustomer,Email,Orders\nAnn,a@mail.example,4\n"
      "Bo,b@mail.example,1\n");
  REQUIRE(stacked.tables.size() == 2);
  CHECK(stacked.rows(0)[1] == Row{"Mug", "12.00"});
  CHECK(stacked.rows(1)[2] == Row{"Bo", "b@mail.example", "1"});
}

TEST_CASE("a quote that is never closed does not swallow the rows up to the next quoted cell",
          "[ingest][csv][mend]") {
  std::string text = "id,text,stars\n";
  for (int row = 1; row < 12; ++row)
    text += std::to_string(row) + (row == 5 ? ",\"fine," : ",\"kind, quick\",") + "4\n";
  const auto read = read_bytes(text);
  CHECK(read.tables[0].row_count() == 11);
  CHECK(read.rows()[5] == Row{"5", "\"fine", "4"});
  CHECK(read.rows()[6] == Row{"6", "kind, quick", "4"});
}
