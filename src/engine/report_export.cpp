#include "engine/report_export.hpp"

#include "report/document.hpp"
#include "report/insight_sections.hpp"

namespace attune::engine {
namespace {

constexpr std::string_view kName = "report", kEnd = ".html";

chart::Language language_of(std::string_view tag) noexcept {
  if (tag == "-de") return chart::Language::German;
  if (tag == "-fr") return chart::Language::French;
  if (tag == "-es") return chart::Language::Spanish;
  return chart::Language::English;
}

}  // namespace

bool is_report(std::string_view what) noexcept { return what.starts_with(kName) && what.ends_with(kEnd); }

std::string report_html(const snapshot::Snapshot& snapshot, std::string_view what) {
  report::OverviewOptions options;
  options.locale.language = language_of(what.substr(kName.size(), what.size() - kName.size() - kEnd.size()));
  return report::html_from_document(report::full_document(snapshot, options));
}

}  // namespace attune::engine
