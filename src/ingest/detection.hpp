// What a reader understood of a file, each point with how sure it is and why, so that the page can show it
// and the user can correct it (ReadOptions) and have the file read again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/csv_dialect.hpp"

namespace attune::ingest {

enum class Format { Unknown, Delimited, Json, JsonLines, Xlsx, Ods, Zip, Gzip };

// The format's stable name, e.g. "json-lines".
[[nodiscard]] const char* name_of(Format format) noexcept;

template <class T>
struct Guess {
  T value{};
  double confidence = 0;  // 0 to 1; 1 for what was told or is certain
  std::string reason;     // one plain sentence; empty until it is known
};

struct Detection {
  Guess<Format> format;
  Guess<std::string> encoding;  // its WHATWG label, e.g. "utf-8", "windows-1252"
  // The reader has no table for this encoding: make a new FileReader with ReadOptions::decoded_from_encoding
  // = encoding.value and feed it the file from its beginning as UTF-8 (the host's TextDecoder does that).
  bool needs_host_decoding = false;
  // The text was decoded wrongly before it was saved ("cafÃ©"); ReadOptions::repairs_mojibake mends it.
  Guess<bool> mojibake;

  // Delimited text only.
  Guess<CsvDialect> dialect;
  Guess<std::size_t> header_rows;
  Guess<std::size_t> skipped_lines;  // before the header
  Guess<bool> baskets;               // each line lists things bought together: read as order lines

  std::vector<std::string> parts;  // names of the sheets or archive entries that the file holds, read or not
};

// What the user has decided; anything left empty is found out.
struct ReadOptions {
  std::optional<std::string> encoding;  // a WHATWG label
  std::optional<std::string>
      decoded_from_encoding;  // the bytes fed are UTF-8 that the host made of this encoding
  bool repairs_mojibake = false;
  std::optional<Format> format;
  std::optional<std::string> delimiter;
  std::optional<char> quote;   // '\0': none
  std::optional<char> escape;  // '\0': doubled quotes
  std::optional<std::size_t> header_rows;
  std::optional<std::size_t> skipped_lines;
  std::optional<bool> reads_baskets;  // whether each line is a basket; not if header_rows are told
  std::optional<std::string> part;    // read this sheet or archive entry only
};

}  // namespace attune::ingest
