// What was noticed while reading a usable file: every repaired, rejected or doubtful row, so that nothing is
// lost in silence. Counts are always complete; the list of examples is capped.
//
// A file that cannot be used at all is an Error (base/result.hpp), never a Diagnostic.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

enum class DiagnosticKind : std::uint8_t {
  // the text itself
  InvalidBytes,   // bytes that are no text in the file's encoding
  MixedEncoding,  // a part of the file is in another encoding
  Mojibake,       // text that was decoded wrongly before it was saved, e.g. "cafÃ©"
  NulBytes,
  // rows and columns
  SkippedLines,  // a preamble, a footer, a repeated header
  MissingCells,  // a row shorter than its header
  ExtraCells,    // a row longer than its header
  RepairedRow,   // a row that was broken and could be mended
  RejectedRow,   // a row that could not be used
  RenamedColumn,
  // cells
  UnreadableDate,
  UnreadableRating,
  UnreadableNumber,
  // the file as a whole
  SkippedPart,  // a sheet, an archive entry, a nested value
  Truncated,    // the file ends in the middle of something
  LimitReached,
};
inline constexpr std::size_t kDiagnosticKinds = 16;

// The kind's stable name in exports, e.g. "repaired-row".
[[nodiscard]] const char* name_of(DiagnosticKind kind) noexcept;

struct Diagnostic {
  DiagnosticKind kind{};
  std::uint64_t row =
      0;  // the line of the file (or row of the sheet) where it begins, from 1; 0: the whole file
  std::string column;  // its name; empty: the whole row
  std::string reason;  // one plain sentence
  std::string raw;     // the text as it stood in the file, cut to kMaxRawBytes
  std::string source;  // the file, sheet or archive entry, where one reader reads several
};

class Diagnostics {
 public:
  static constexpr std::size_t kMaxListedPerKind = 1000;
  static constexpr std::size_t kMaxRawBytes = 2000;

  void add(Diagnostic diagnostic);
  void merge(const Diagnostics& other, std::string_view source);

  // The first kMaxListedPerKind of each kind, in the order they were added.
  [[nodiscard]] const std::vector<Diagnostic>& listed() const noexcept { return listed_; }
  // All that were added, listed or not.
  [[nodiscard]] std::uint64_t count(DiagnosticKind kind) const noexcept {
    return counts_[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] std::uint64_t total() const noexcept;
  [[nodiscard]] bool empty() const noexcept { return total() == 0; }

 private:
  std::vector<Diagnostic> listed_;
  std::array<std::uint64_t, kDiagnosticKinds> counts_{};
  std::array<std::uint64_t, kDiagnosticKinds> listed_counts_{};
};

}  // namespace attune
