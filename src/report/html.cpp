#include <string>
#include <string_view>

#include "chart/svg_painter.hpp"
#include "report/document.hpp"

namespace attune::report {
namespace {

// Colours are those of chart::palette_of(Theme::Light).
constexpr std::string_view kStyle = R"css(
:root { color-scheme: light; --text: #1e1c18; --soft: #6b665d; --line: #e6e3db; --paper: #ffffff; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 3rem 1.5rem; background: var(--paper); color: var(--text);
  font: 16px/1.55 Helvetica, Arial, "Liberation Sans", sans-serif; }
header { border-bottom: 2px solid var(--text); margin-bottom: 2rem; padding-bottom: 1rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
header p, footer, figcaption, .source, dt, .detail { color: var(--soft); }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem; }
p { margin: 0.75rem 0; }
.remark { border-inline-start: 4px solid #b68503; padding: 0.25rem 0 0.25rem 1rem; }
dl { display: flex; flex-wrap: wrap; gap: 1.5rem 2.5rem; margin: 1.5rem 0; }
dt { font-size: 0.85rem; }
dd { margin: 0; }
.value { font-size: 1.9rem; font-weight: 600; line-height: 1.2; }
.detail { font-size: 0.85rem; }
figure { margin: 1.5rem 0 2rem; }
figure h3, caption { font-size: 1rem; font-weight: 600; margin: 0 0 0.5rem; text-align: start; }
figcaption { font-size: 0.9rem; margin-top: 0.5rem; }
svg { display: block; height: auto; max-width: 100%; }
details { font-size: 0.85rem; margin-top: 0.5rem; }
summary { color: var(--soft); cursor: pointer; }
table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; margin: 1rem 0; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.75rem 0.35rem 0; text-align: start; vertical-align: top; }
blockquote { border-inline-start: 4px solid var(--line); margin: 1rem 0; padding: 0.1rem 0 0.1rem 1rem; }
blockquote.negative { border-color: #c4430f; }
blockquote.neutral { border-color: #8c877d; }
blockquote.positive { border-color: #0e7a6d; }
.source { font-size: 0.85rem; }
footer { border-top: 1px solid var(--line); font-size: 0.85rem; margin-top: 3rem; padding-top: 1rem; }
@page { margin: 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  h2 { break-after: avoid; }
  figure, blockquote, tr, dl > div { break-inside: avoid; }
  details { display: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

std::string_view class_of(Feeling feeling) noexcept {
  switch (feeling) {
    case Feeling::None:
      break;
    case Feeling::Negative:
      return " class=\"negative\"";
    case Feeling::Neutral:
      return " class=\"neutral\"";
    case Feeling::Positive:
      return " class=\"positive\"";
  }
  return "";
}

class HtmlWriter {
 public:
  [[nodiscard]] std::string& html() noexcept { return html_; }

  void operator()(const Heading& block) { element("h2", block.text); }
  void operator()(const Paragraph& block) { element("p", block.text); }
  void operator()(const Remark& block) { element("p", block.text, " class=\"remark\""); }

  void operator()(const KeyFigures& block) {
    html_ += "<dl>\n";
    for (const KeyFigure& figure : block.figures) {
      html_ += "<div>";
      element("dt", figure.label);
      element("dd", figure.value, " class=\"value\"");
      if (!figure.detail.empty()) element("dd", figure.detail, " class=\"detail\"");
      html_ += "</div>\n";
    }
    html_ += "</dl>\n";
  }

  void operator()(const Figure& block) {
    const chart::Description& words = block.chart.description;
    chart::SvgOptions options;
    options.id_prefix = "figure-" + std::to_string(++figures_);
    html_ += "<figure>\n";
    if (!words.title.empty()) element("h3", words.title);
    html_ += chart::svg_from_chart(block.chart, options);
    if (!words.summary.empty()) element("figcaption", words.summary);
    if (!words.table.rows.empty()) {
      html_ += "<details>";
      element("summary", words.title);
      add_table({}, words.table);
      html_ += "</details>\n";
    }
    html_ += "</figure>\n";
  }

  void operator()(const Table& block) { add_table(block.caption, block.data); }

  void operator()(const Quotes& block) {
    for (const Quote& quote : block.quotes) {
      html_ += "<blockquote" + std::string{class_of(quote.feeling)} + ">\n";
      element("p", quote.text);
      if (!quote.source.empty()) element("p", quote.source, " class=\"source\"");
      html_ += "</blockquote>\n";
    }
  }

  void element(std::string_view name, std::string_view text, std::string_view attributes = "") {
    html_.append("<").append(name).append(attributes).append(">");
    html_ += chart::xml_escaped(text);
    html_.append("</").append(name).append(">\n");
  }

 private:
  void add_table(const std::string& caption, const chart::DataTable& table) {
    html_ += "<table>\n";
    if (!caption.empty()) element("caption", caption);
    html_ += "<thead><tr>";
    for (const std::string& column : table.columns) element("th", column, " scope=\"col\"");
    html_ += "</tr></thead>\n<tbody>\n";
    for (const std::vector<std::string>& row : table.rows) {
      html_ += "<tr>";
      for (const std::string& cell : row) element("td", cell);
      html_ += "</tr>\n";
    }
    html_ += "</tbody>\n</table>\n";
  }

  std::string html_;
  std::size_t figures_ = 0;
};

}  // namespace

std::string html_from_document(const Document& document) {
  HtmlWriter writer;
  std::string& html = writer.html();
  html = "<!doctype html>\n<html lang=\"" + chart::xml_escaped(document.language) + "\"" +
         (document.is_right_to_left ? " dir=\"rtl\"" : "") +
         ">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n";
  writer.element("title", document.title);
  html.append("<style>").append(kStyle).append("</style>\n</head>\n<body>\n<header>\n");
  writer.element("h1", document.title);
  if (!document.subtitle.empty()) writer.element("p", document.subtitle);
  html += "</header>\n<main>\n";
  for (const Block& block : document.blocks) std::visit(writer, block);
  html += "</main>\n";
  if (!document.footer.empty()) writer.element("footer", document.footer);
  html += "</body>\n</html>\n";
  return std::move(html);
}

}  // namespace attune::report
