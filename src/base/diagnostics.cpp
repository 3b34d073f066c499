#include "base/diagnostics.hpp"

#include <numeric>
#include <utility>

#include "base/utf8.hpp"

namespace attune {

const char* name_of(DiagnosticKind kind) noexcept {
  switch (kind) {
    case DiagnosticKind::InvalidBytes:
      return "invalid-bytes";
    case DiagnosticKind::MixedEncoding:
      return "mixed-encoding";
    case DiagnosticKind::Mojibake:
      return "mojibake";
    case DiagnosticKind::NulBytes:
      return "nul-bytes";
    case DiagnosticKind::SkippedLines:
      return "skipped-lines";
    case DiagnosticKind::MissingCells:
      return "missing-cells";
    case DiagnosticKind::ExtraCells:
      return "extra-cells";
    case DiagnosticKind::RepairedRow:
      return "repaired-row";
    case DiagnosticKind::RejectedRow:
      return "rejected-row";
    case DiagnosticKind::RenamedColumn:
      return "renamed-column";
    case DiagnosticKind::UnreadableDate:
      return "unreadable-date";
    case DiagnosticKind::UnreadableRating:
      return "unreadable-rating";
    case DiagnosticKind::UnreadableNumber:
      return "unreadable-number";
    case DiagnosticKind::SkippedPart:
      return "skipped-part";
    case DiagnosticKind::Truncated:
      return "truncated";
    case DiagnosticKind::LimitReached:
      return "limit-reached";
  }
  return "unknown";
}

void Diagnostics::add(Diagnostic diagnostic) {
  const auto kind = static_cast<std::size_t>(diagnostic.kind);
  ++counts_[kind];
  if (listed_counts_[kind] >= kMaxListedPerKind) return;
  ++listed_counts_[kind];
  if (diagnostic.raw.size() > kMaxRawBytes) {
    diagnostic.raw.resize(utf8::prefix_within(diagnostic.raw, kMaxRawBytes));
  }
  listed_.push_back(std::move(diagnostic));
}

void Diagnostics::merge(const Diagnostics& other, std::string_view source) {
  for (Diagnostic diagnostic : other.listed_) {
    if (diagnostic.source.empty()) diagnostic.source = source;
    add(std::move(diagnostic));
  }
  for (std::size_t kind = 0; kind < kDiagnosticKinds; ++kind) {
    counts_[kind] += other.counts_[kind] - other.listed_counts_[kind];
  }
}

std::uint64_t Diagnostics::total() const noexcept {
  return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0});
}

}  // namespace attune
