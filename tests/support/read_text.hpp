// Reads text as a file, in pieces of any size. For tests.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/file_reader.hpp"

namespace attune::support {

struct ReadFile {
  std::optional<Error> error;
  ingest::Detection detection;
  std::vector<table::Table> tables;
  Diagnostics diagnostics;

  // The first table as rows of text, its names first.
  [[nodiscard]] std::vector<std::vector<std::string>> rows(std::size_t table = 0) const {
    std::vector<std::vector<std::string>> all;
    if (table >= tables.size()) return all;
    std::vector<std::string> names;
    for (const table::Column& column : tables[table].columns) names.push_back(column.name);
    all.push_back(std::move(names));
    for (std::size_t row = 0; row < tables[table].row_count(); ++row) {
      std::vector<std::string> cells;
      for (const table::Column& column : tables[table].columns) cells.emplace_back(column.cells[row]);
      all.push_back(std::move(cells));
    }
    return all;
  }
};

inline ReadFile read_bytes(std::string_view bytes, std::size_t chunk = static_cast<std::size_t>(-1),
                           ingest::ReadOptions options = {}, std::string name = "test") {
  ingest::FileReader reader{{std::move(name), bytes.size()}, std::move(options)};
  ReadFile read;
  Result<void> result;
  while (result && !bytes.empty()) {
    const std::string_view piece = bytes.substr(0, chunk);
    result = reader.feed(std::as_bytes(std::span{piece.data(), piece.size()}));
    bytes.remove_prefix(piece.size());
  }
  if (result) result = reader.finish();
  if (!result) read.error = result.error();
  read.detection = reader.detection();
  read.diagnostics = reader.diagnostics();
  read.tables = reader.take_tables();
  return read;
}

}  // namespace attune::support
