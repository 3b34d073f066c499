#include "base/diagnostics.hpp"

#include <set>
#include <string>

#include <catch_amalgamated.hpp>

using attune::Diagnostic;
using attune::DiagnosticKind;
using attune::Diagnostics;

TEST_CASE("counts stay complete when the list is full", "[base][diagnostics]") {
  Diagnostics diagnostics;
  const std::size_t rows = Diagnostics::kMaxListedPerKind + 5;
  for (std::size_t row = 1; row <= rows; ++row)
    diagnostics.add({DiagnosticKind::ExtraCells, row, {}, "too long", "a,b", {}});
  diagnostics.add({DiagnosticKind::MissingCells, 7, {}, "too short", "a", {}});

  CHECK(diagnostics.count(DiagnosticKind::ExtraCells) == rows);
  CHECK(diagnostics.listed().size() == Diagnostics::kMaxListedPerKind + 1);
  CHECK(diagnostics.listed().back().row == 7);
  CHECK(diagnostics.total() == rows + 1);
}

TEST_CASE("raw text is cut between characters", "[base][diagnostics]") {
  Diagnostics diagnostics;
  std::string raw(Diagnostics::kMaxRawBytes - 1, 'x');
  raw += "\xC3\xA9";
  diagnostics.add({DiagnosticKind::RejectedRow, 1, {}, "broken", raw, {}});
  CHECK(diagnostics.listed().front().raw.size() == Diagnostics::kMaxRawBytes - 1);
}

TEST_CASE("merging keeps counts and names the source", "[base][diagnostics]") {
  Diagnostics part;
  for (std::size_t row = 0; row < Diagnostics::kMaxListedPerKind + 3; ++row)
    part.add({DiagnosticKind::RepairedRow, row, {}, "mended", "", {}});
  Diagnostics whole;
  whole.merge(part, "orders.csv");
  CHECK(whole.count(DiagnosticKind::RepairedRow) == Diagnostics::kMaxListedPerKind + 3);
  CHECK(whole.listed().front().source == "orders.csv");
}

TEST_CASE("each kind of diagnostic has its own name", "[base][diagnostics]") {
  std::set<std::string> names;
  for (std::size_t kind = 0; kind < attune::kDiagnosticKinds; ++kind)
    names.insert(attune::name_of(static_cast<DiagnosticKind>(kind)));
  CHECK(names.size() == attune::kDiagnosticKinds);
  CHECK_FALSE(names.contains("unknown"));
}
