#include "ingest/workbook_reader.hpp"

#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "ingest/sheet_values.hpp"
#include "support/make_zip.hpp"
#include "support/read_text.hpp"

using namespace attune;
using support::make_ods;
using support::make_xlsx;
using support::make_zip;
using support::read_bytes;
using Rows = std::vector<std::vector<std::string>>;

namespace {

constexpr const char* kStrings =
    "<si><t>text</t></si><si><r><t>very "
    "</t></r><r><t>good</t></r><rPh><t>hidden</t></rPh></si><si><t>day</t></si><si><t>stars</t></si>";
constexpr const char* kStyles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts><cellXfs><xf "
    "numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
    "numFmtId=\"164\"/></cellXfs>";

}  // namespace

TEST_CASE("a workbook's strings, numbers, booleans and dates become text", "[ingest][xlsx]") {
  const auto read = read_bytes(make_xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
                                         "t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row>"
                                         "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" "
                                         "s=\"1\"><v>45000</v></c><c r=\"C3\" t=\"b\"><v>1</v></c>"
                                         "<c r=\"D3\"><v>0.30000000000000004</v></c></row>"
                                         "<row><c t=\"inlineStr\"><is><t>line_x000A_two</t></is></c><c "
                                         "s=\"2\"><v>45000.5</v></c><c t=\"e\"><v>#N/A</v></c>"
                                         "<c t=\"str\"><f>1+1</f><v>two</v></c></row>",
                                         kStrings, kStyles),
                               11, {}, "shop.xlsx");
  REQUIRE_FALSE(read.error);
  CHECK(read.detection.format.value == ingest::Format::Xlsx);
  CHECK(read.rows() == Rows{{"text", "day", "Column 3", "stars"},
                            {"very good", "2023-03-15", "true", "0.3"},
                            {"line\ntwo", "2023-03-15T12:00:00", "#N/A", "two"}});
}

TEST_CASE("the 1904 system moves dates by four years and a day", "[ingest][xlsx]") {
  const auto read =
      read_bytes(make_xlsx("<row><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row><row><c "
                           "s=\"1\"><v>43538</v></c><c><v>4</v></c></row>",
                           kStrings, kStyles, true));
  CHECK(read.rows() == Rows{{"day", "stars"}, {"2023-03-15", "4"}});
}

TEST_CASE("number formats are told apart", "[ingest][xlsx]") {
  using ingest::format_of_code;
  using ingest::NumberFormat;
  CHECK(format_of_code("General") == NumberFormat::General);
  CHECK(format_of_code("#,##0.00 \"days\"") == NumberFormat::General);
  CHECK(format_of_code("[Red]0.00E+00") == NumberFormat::General);
  CHECK(format_of_code("yyyy\\-mm\\-dd") == NumberFormat::Date);
  CHECK(format_of_code("[$-409]mmm yy;@") == NumberFormat::Date);
  CHECK(format_of_code("h:mm AM/PM") == NumberFormat::Time);
  CHECK(format_of_code("[h]:mm:ss") == NumberFormat::Duration);
  CHECK(format_of_code("d.m.yyyy h:mm") == NumberFormat::DateTime);
}

TEST_CASE("serial days become dates, with the leap day that 1900 did not have", "[ingest][xlsx]") {
  using ingest::NumberFormat;
  using ingest::text_from_serial;
  CHECK(text_from_serial(1, NumberFormat::Date, 0) == "1900-01-01");
  CHECK(text_from_serial(59, NumberFormat::Date, 0) == "1900-02-28");
  CHECK(text_from_serial(61, NumberFormat::Date, 0) == "1900-03-01");
  CHECK(text_from_serial(0.5, NumberFormat::Time, 0) == "12:00:00");
  CHECK(text_from_serial(1.25, NumberFormat::Duration, 0) == "30:00:00");
  CHECK(text_from_serial(44999.9999999, NumberFormat::DateTime, 0) == "2023-03-15T00:00:00");
  CHECK(text_from_serial(-3, NumberFormat::Date, 0) == "-3");
}

TEST_CASE("an OpenDocument sheet is read with its repeats, and notes are left out", "[ingest][ods]") {
  const auto read = read_bytes(
      make_ods("<table:table "
               "table:name=\"S\"><table:table-row><table:table-cell><text:p>name</text:p></"
               "table:table-cell><table:table-cell><text:p>n</text:p></table:table-cell>"
               "</table:table-row><table:table-row "
               "table:number-rows-repeated=\"2\"><table:table-cell><office:annotation><text:p>a "
               "note</text:p></office:annotation>"
               "<text:p>two<text:s "
               "text:c=\"2\"/>words</text:p><text:p>next</text:p></table:table-cell><table:table-cell "
               "office:value-type=\"float\" office:value=\"4.50\">"
               "<text:p>4,50</text:p></table:table-cell></table:table-row><table:table-row "
               "table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row></table:table>"));
  REQUIRE_FALSE(read.error);
  CHECK(read.rows() == Rows{{"name", "n"}, {"two  words\nnext", "4.5"}, {"two  words\nnext", "4.5"}});
}

TEST_CASE("a cell repeated without end reaches a limit, and that is told", "[ingest][ods][limits]") {
  const auto read =
      read_bytes(make_ods("<table:table table:name=\"S\"><table:table-row "
                          "table:number-rows-repeated=\"1048576\"><table:table-cell "
                          "table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell></"
                          "table:table-row></table:table>"));
  REQUIRE(read.diagnostics.count(DiagnosticKind::LimitReached) == 1);
  CHECK(read.diagnostics.listed().front().reason ==
        "This row is said to repeat 1048576 times; 62 of them were read");
  CHECK(read.tables.front().columns.size() == 16'000);
}

TEST_CASE("cells beyond the widest sheet are told", "[ingest][ods][limits]") {
  const auto read = read_bytes(make_ods(
      "<table:table table:name=\"S\"><table:table-row><table:table-cell "
      "table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell><table:table-cell>"
      "<text:p>lost</text:p></table:table-cell></table:table-row></table:table>"));
  REQUIRE(read.diagnostics.count(DiagnosticKind::LimitReached) == 1);
  CHECK(read.diagnostics.listed().front().reason == "Only the first 16384 columns were read");
}

TEST_CASE("entities that would grow without end are refused", "[ingest][xlsx][limits]") {
  const auto read = read_bytes(make_zip(
      {{"content.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;&x;\">]><a>&z;</a>"}}));
  REQUIRE(read.error);
  CHECK(read.error->message == "This workbook is damaged; open it, save it again and choose the new file");
}

TEST_CASE("each file of an archive is a table, and what is none is told", "[ingest][zip]") {
  const auto read = read_bytes(make_zip({{"a/reviews.csv", "text,stars\ngood,5\n"},
                                         {"__MACOSX/x.csv", "junk"},
                                         {"logo.png", "\x89PNG...."},
                                         {"b.jsonl", "{\"n\":1}\n"}}));
  REQUIRE_FALSE(read.error);
  REQUIRE(read.tables.size() == 2);
  CHECK(read.tables[0].name == "a/reviews.csv");
  CHECK(read.rows(1) == Rows{{"n"}, {"1"}});
  REQUIRE(read.diagnostics.count(DiagnosticKind::SkippedPart) == 1);
  CHECK(read.diagnostics.listed()[0].source == "logo.png");
}

TEST_CASE("one entry of an archive can be chosen", "[ingest][zip]") {
  ingest::ReadOptions options;
  options.part = "b.csv";
  const auto read = read_bytes(make_zip({{"a.csv", "x,y\n1,2\n"}, {"b.csv", "p,q\n3,4\n"}}), 100, options);
  REQUIRE(read.tables.size() == 1);
  CHECK(read.rows() == Rows{{"p", "q"}, {"3", "4"}});
}

TEST_CASE("damaged and foreign archives are refused with a sentence", "[ingest][zip]") {
  const std::string zip = make_zip({{"a.csv", "x,y\n1,2\n"}});
  for (std::size_t size = 4; size < zip.size(); ++size)
    CHECK(read_bytes(std::string_view{zip}.substr(0, size)).error);
  CHECK(read_bytes("Rar!\x1A\x07").error->message.starts_with("This is a RAR archive"));
  CHECK(read_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old")
            .error->message.starts_with("This is an Office file from before 2007"));
  CHECK(read_bytes(std::string(5000, '\0'))
            .error->message.starts_with("This file holds nothing but zero bytes"));
}

TEST_CASE("a packed file is read while it is unpacked", "[ingest][gzip]") {
  // "text,stars\ngood,5\n", packed by Python's gzip with mtime 0
  const unsigned char packed[] = {0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03,
                                  0x2B, 0x49, 0xAD, 0x28, 0xD1, 0x29, 0x2E, 0x49, 0x2C, 0x2A,
                                  0xE6, 0x4A, 0xCF, 0xCF, 0x4F, 0xD1, 0x31, 0xE5, 0x02, 0x00,
                                  0xA9, 0xC3, 0x08, 0x95, 0x12, 0x00, 0x00, 0x00};
  const std::string bytes{reinterpret_cast<const char*>(packed), sizeof packed};
  const auto read = read_bytes(bytes, 1, {}, "reviews.csv.gz");
  REQUIRE_FALSE(read.error);
  CHECK(read.rows() == Rows{{"text", "stars"}, {"good", "5"}});
  CHECK(read_bytes(bytes + bytes).tables.size() == 2);  // two packed files in one
  CHECK(read_bytes(bytes.substr(0, bytes.size() - 9)).diagnostics.count(DiagnosticKind::Truncated) == 1);
}
