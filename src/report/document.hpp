// A report as values: headings, figures with their interval, charts, tables, quotes. Writers turn it into
// files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "chart/chart.hpp"

namespace attune::report {

enum class Feeling : std::uint8_t { None, Negative, Neutral, Positive };

struct Heading {
  std::string text;  // a section; the document's own title is none of these
};

struct Paragraph {
  std::string text;
};

// A remark that must not be missed: what is uncertain, what was left out.
struct Remark {
  std::string text;
};

struct KeyFigure {
  std::string label;
  std::string value;
  std::string detail;  // interval and number of cases
};

struct KeyFigures {
  std::vector<KeyFigure> figures;
};

// Laid out for about 640 CSS pixels. Its title, summary and table are taken from its description.
struct Figure {
  chart::Chart chart;
};

struct Table {
  std::string caption;
  chart::DataTable data;
};

struct Quote {
  std::string text;
  std::string source;  // who, where, when
  Feeling feeling = Feeling::None;
};

struct Quotes {
  std::vector<Quote> quotes;
};

using Block = std::variant<Heading, Paragraph, Remark, KeyFigures, Figure, Table, Quotes>;

struct Document {
  std::string title;
  std::string subtitle;
  std::string language = "en";  // BCP 47, for screen readers and hyphenation
  bool is_right_to_left = false;
  std::vector<Block> blocks;
  std::string footer;
};

// One HTML file that needs nothing else: charts as inline SVG with their tables, styles for screen and paper,
// no script, and a content security policy that lets nothing be fetched. All text is escaped. The same
// document gives the same bytes.
[[nodiscard]] std::string html_from_document(const Document& document);

}  // namespace attune::report
