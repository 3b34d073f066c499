#include <catch_amalgamated.hpp>

#include "chart/table_text.hpp"

using namespace attune::chart;

TEST_CASE("CSV quotes what must be quoted and nothing else", "[chart][table]") {
  const DataTable table{{"Name", "Text"}, {{"Ana", "plain"}, {"B, C", "said \"no\"\nand left"}, {"short"}}};
  CHECK(csv_from_table(table, {.has_byte_order_mark = false}) ==
        "Name,Text\r\nAna,plain\r\n\"B, C\",\"said \"\"no\"\"\nand left\"\r\nshort,\r\n");
  CHECK(csv_from_table(table, {.delimiter = ';'})
            .starts_with("\xEF\xBB\xBF"
                         "Name;Text\r\n"));
}

TEST_CASE("a table is pasted as cells into a spreadsheet, and as a table into a document", "[chart][table]") {
  const DataTable table{{"Topic", "What"}, {{"queue", "two\tlines\nlong"}, {"=1+A1", "<b> & co"}}};
  CHECK(tsv_from_table(table) == "Topic\tWhat\nqueue\ttwo lines long\n'=1+A1\t<b> & co\n");
  CHECK(html_from_table(table) ==
        "<table>\n<tr><th>Topic</th><th>What</th></tr>\n<tr><td>queue</td><td>two\tlines\nlong</td></tr>\n"
        "<tr><td>=1+A1</td><td>&lt;b&gt; &amp; co</td></tr>\n</table>\n");
}

TEST_CASE("a single row is written without a header", "[chart][table]") {
  const DataTable row{{}, {{"queue", "12"}}};
  CHECK(tsv_from_table(row) == "queue\t12\n");
  CHECK(html_from_table(row) == "<table>\n<tr><td>queue</td><td>12</td></tr>\n</table>\n");
}
