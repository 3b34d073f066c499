// Files that nobody means well with: each is refused or read, with one clear sentence, and never hangs.
#include <algorithm>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "support/make_zip.hpp"
#include "support/read_text.hpp"

using namespace attune;
using support::make_xlsx;
using support::make_zip;
using support::read_bytes;

namespace {

// The parts of a file that is too large to hold, fed one after the other.
struct Streamed {
  ingest::FileReader reader{{"huge.csv", 0}};
  std::optional<Error> error;

  void feed(std::string_view text, std::size_t times = 1) {
    for (std::size_t i = 0; i < times && !error; ++i) {
      if (Result<void> fed = reader.feed(std::as_bytes(std::span{text.data(), text.size()})); !fed)
        error = fed.error();
    }
  }
  void finish() {
    if (error) return;
    if (Result<void> done = reader.finish(); !done) error = done.error();
  }
};

std::string reason_of(const Diagnostics& diagnostics, DiagnosticKind kind) {
  for (const Diagnostic& told : diagnostics.listed()) {
    if (told.kind == kind) return told.reason;
  }
  return {};
}

// A GZ file whose every zero byte stands for 1032 times "0": one block with a one-bit code for "258 more of
// the same".
std::string make_bomb(std::size_t size_bytes) {
  return std::string{"\x1F\x8B\x08\0\0\0\0\0\0\x03", 10} +
         std::string{"\xED\xC0\x81\0\0\0\0\x80\x20\xA5\xFD\xE9\x16\xA9\0", 15} +
         std::string(size_bytes, '\0');
}

}  // namespace

TEST_CASE("a line of 500 MB is left out and told, and the rows around it are read", "[ingest][limits]") {
  Streamed file;
  file.feed("id,text,stars\n1,good,5\n2,");
  file.feed(std::string(std::size_t{1} << 20U, 'x'), 500);
  file.feed(",3\n3,bad,1\n");
  file.finish();
  REQUIRE_FALSE(file.error);
  CHECK(file.reader.rows_read() == 2);
  REQUIRE(file.reader.diagnostics().count(DiagnosticKind::RejectedRow) == 1);
  const Diagnostic& told = file.reader.diagnostics().listed().front();
  CHECK(told.row == 3);
  CHECK(told.reason == "This row is longer than 32 MB and was left out");
  CHECK(told.raw.starts_with("2,xxx"));
}

TEST_CASE("ten million columns are cut to as many as a sheet has, and every row says so",
          "[ingest][limits]") {
  Streamed file;
  const std::string commas(std::size_t{1} << 20U, ',');
  file.feed("a,b,c");
  file.feed(commas, 10);
  file.feed("z\n1,2,3");
  file.feed(commas, 10);
  file.feed("9\n");
  file.finish();
  REQUIRE_FALSE(file.error);
  REQUIRE(file.reader.tables().size() == 1);
  CHECK(file.reader.tables().front().columns.size() == 16'384);
  CHECK(reason_of(file.reader.diagnostics(), DiagnosticKind::LimitReached) ==
        "Only the first 16384 columns were read");
  CHECK(file.reader.diagnostics().count(DiagnosticKind::ExtraCells) == 1);
}

TEST_CASE("twenty thousand rows of names of their own reach a limit, and every lost value is counted",
          "[ingest][limits]") {
  std::string lines;
  constexpr std::size_t kRows = 20'000;
  for (std::size_t row = 0; row < kRows; ++row) lines += "{\"k" + std::to_string(row) + "\":1}\n";
  const auto read = read_bytes(lines, std::size_t{1} << 18U, {}, "keys.jsonl");
  REQUIRE_FALSE(read.error);
  REQUIRE(read.tables.size() == 1);
  CHECK(read.tables.front().columns.size() <= 16'384);
  CHECK(read.tables.front().row_count() + read.diagnostics.count(DiagnosticKind::LimitReached) >= kRows);
  CHECK(reason_of(read.diagnostics, DiagnosticKind::LimitReached).find("left out") != std::string::npos);
}

TEST_CASE("tables without end, stacked or nested, stop at a thousand, and no row is lost",
          "[ingest][limits]") {
  std::string stacked;
  std::string nested = "{";
  for (int i = 0; i < 3000; ++i) {
    stacked += i % 2 == 0 ? "name,town\nAda,1\n\n" : "name,town,stars\nBo,2,3\n\n";
    nested += "\"l" + std::to_string(i) + "\":[{\"a\":" + std::to_string(i) + "}],";
  }
  nested.back() = '}';
  for (const std::string& text : {stacked, nested}) {
    const auto read = read_bytes(text);
    REQUIRE_FALSE(read.error);
    CHECK(read.tables.size() <= 1000);
    CHECK(reason_of(read.diagnostics, DiagnosticKind::LimitReached).find("last table") != std::string::npos);
    std::size_t rows = 0;
    for (const table::Table& table : read.tables) rows += table.row_count();
    CHECK(rows >= 3000);
  }
}

TEST_CASE("an archive that grows a thousandfold is refused", "[ingest][limits]") {
  const auto read = read_bytes(make_bomb(100'000), std::size_t{1} << 16U, {}, "bomb.csv.gz");
  REQUIRE(read.error);
  CHECK(read.error->message.starts_with("This archive unpacks to more than 200 times its size"));
}

TEST_CASE("archives in archives in archives are not followed", "[ingest][limits]") {
  std::string zip = make_zip({{"a.csv", "x,y\n1,2\n"}});
  for (int i = 0; i < 5; ++i) zip = make_zip({{"a.zip", zip}});
  const auto read = read_bytes(zip);
  REQUIRE(read.error);
  CHECK(read.error->message.starts_with("This archive holds archives in archives; unpack it first"));
}

TEST_CASE("sheets that are one another, or nothing, are read once and told", "[ingest][limits]") {
  std::string workbook = "<workbook xmlns:r=\"r\"><sheets>";
  for (int i = 0; i < 500; ++i)
    workbook += "<sheet name=\"S" + std::to_string(i) + "\" sheetId=\"" + std::to_string(i + 1) +
                "\" r:id=\"" + (i == 7 ? "none" : "r9") + "\"/>";
  const std::string relations =
      "<Relationships><Relationship Id=\"r9\" Type=\"x/worksheet\" Target=\"worksheets/a.xml\"/>"
      "<Relationship Id=\"none\" Type=\"x/worksheet\" "
      "Target=\"../xl/../xl/workbook.xml/nothing\"/></Relationships>";
  const auto read = read_bytes(make_zip(
      {{"[Content_Types].xml", "<Types/>"},
       {"xl/workbook.xml", workbook + "</sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels", relations},
       {"xl/worksheets/a.xml",
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>a</t></is></c></row><row><c><v>1</v></c></row>"
        "</sheetData></worksheet>"}}));
  REQUIRE_FALSE(read.error);
  CHECK(read.tables.size() == 1);
  CHECK(read.diagnostics.count(DiagnosticKind::SkippedPart) == 499);
  CHECK(reason_of(read.diagnostics, DiagnosticKind::SkippedPart) ==
        "This sheet is another name for one that was read already");
}

TEST_CASE("entities that grow a billionfold are refused in a workbook of either kind", "[ingest][limits]") {
  std::string entities = "<!DOCTYPE lolz [<!ENTITY lol \"lol\">";
  for (int i = 1; i < 10; ++i) {
    const std::string inner = i == 1 ? "&lol;" : "&lol" + std::to_string(i - 1) + ";";
    entities += "<!ENTITY lol" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) entities += inner;
    entities += "\">";
  }
  const std::string laughs = "<?xml version=\"1.0\"?>" + entities + "]><a>&lol9;</a>";
  for (const char* part : {"xl/workbook.xml", "content.xml"}) {
    const auto read = read_bytes(make_zip({{part, laughs}}));
    REQUIRE(read.error);
    CHECK(read.error->message == "This workbook is damaged; open it, save it again and choose the new file");
  }
}

TEST_CASE("zero bytes stay where they are, and are told", "[ingest][limits]") {
  for (const std::size_t chunk : {1U, 1000U}) {
    const auto read = read_bytes(std::string{"id,text\n1,a\0b\n2,ok\n", 18}, chunk);
    REQUIRE_FALSE(read.error);
    CHECK(read.rows()[1][1] == std::string{"a\0b", 3});
    CHECK(reason_of(read.diagnostics, DiagnosticKind::NulBytes) ==
          "There are zero bytes in this text (1); they were kept where they stand");
  }
}

TEST_CASE("lone surrogates are shown as unknown characters and told, in every encoding", "[ingest][limits]") {
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string{"id,text\n1,"}) utf16 += std::string{c, '\0'};
  utf16 += std::string{"\x00\xD8", 2};
  for (const char c : std::string{"x\n2,fine\n"}) utf16 += std::string{c, '\0'};
  const auto wide = read_bytes(utf16);
  REQUIRE_FALSE(wide.error);
  CHECK(wide.rows()[1][1] == "\xEF\xBF\xBDx");
  CHECK(reason_of(wide.diagnostics, DiagnosticKind::MixedEncoding) ==
        "1 bytes are not of the file's encoding (utf-16le); they are shown as \xEF\xBF\xBD");

  const auto narrow = read_bytes(
      "id,text\n1,caf\xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
      "\xC3\xA9\xC3\xA9 \xED\xA0\x80\n");
  REQUIRE_FALSE(narrow.error);
  CHECK(narrow.diagnostics.count(DiagnosticKind::MixedEncoding) == 1);
}
