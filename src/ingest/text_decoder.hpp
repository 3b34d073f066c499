// Turns bytes of a named encoding into UTF-8, piece by piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "ingest/single_byte_tables.hpp"

namespace attune::ingest {

// "utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be" and the single-byte encodings. A byte order mark at
// the beginning is dropped. Bytes that are no UTF-8 in a file of UTF-8 are read as windows-1252 (parts of a
// file saved by another program), and told.
class TextDecoder {
 public:
  // `label` must be one that is_supported().
  explicit TextDecoder(std::string_view label);

  [[nodiscard]] static bool is_supported(std::string_view label) noexcept;

  // The text of these bytes; valid until the next call, and while `bytes` are. No code point is cut in two:
  // bytes that need more are kept for the next call.
  std::string_view decode(std::string_view bytes);
  // The rest, at the end of the file.
  std::string_view finish();

  // Bytes that were not of the encoding: read as windows-1252 (UTF-8) or as U+FFFD.
  [[nodiscard]] std::uint64_t foreign_bytes() const noexcept { return foreign_bytes_; }
  [[nodiscard]] std::uint64_t first_foreign_line() const noexcept { return first_foreign_line_; }
  [[nodiscard]] const std::string& first_foreign_text() const noexcept { return first_foreign_text_; }

 private:
  enum class Kind { Utf8, Utf16, Utf32, SingleByte };

  void count_lines(std::string_view text) noexcept;
  void decode_single_bytes(std::string_view bytes);
  void decode_utf8(std::string_view bytes, bool is_final);
  void decode_wide(std::string_view bytes, bool is_final);
  void note_foreign(std::string_view bytes, std::size_t at);

  Kind kind_ = Kind::Utf8;
  bool is_big_endian_ = false;
  const SingleByteTable* table_ = nullptr;
  std::string pending_;  // bytes of a code point that is not complete
  std::string text_;
  bool is_at_begin_ = true;
  std::uint64_t line_ = 1;
  std::uint64_t foreign_bytes_ = 0;
  std::uint64_t first_foreign_line_ = 0;
  std::string first_foreign_text_;
};

}  // namespace attune::ingest
