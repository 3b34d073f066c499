// What every reader of one format implements, and the state they share. Internal to ingest.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "ingest/detection.hpp"
#include "ingest/file_reader.hpp"
#include "table/table.hpp"

namespace attune::ingest {

// Owned by the FileReader; outlives every FormatReader.
struct ReadState {
  FileInfo file;
  ReadOptions options;
  Detection detection;
  std::vector<table::Table> tables;
  Diagnostics diagnostics;
  // Where in the file the text begins, as long as text and file are the same bytes. nullopt: they are not.
  std::optional<std::uint64_t> text_begin;
  int depth = 0;  // archives inside archives
};

class FormatReader {
 public:
  virtual ~FormatReader() = default;

  // The next bytes of the file, or of the UTF-8 text for readers of text.
  virtual Result<void> feed(std::string_view bytes) = 0;
  // After the last feed; true when done.
  virtual Result<bool> finish_step() = 0;
};

// How much of a file is looked at before its encoding and format are decided.
inline constexpr std::size_t kSampleBytes = std::size_t{256} << 10U;

}  // namespace attune::ingest
