// Reads the sheets of a workbook inside a ZIP archive, one table a sheet, in steps.
#pragma once

#include <memory>

#include "ingest/format_reader.hpp"
#include "ingest/zip_archive.hpp"

namespace attune::ingest {

class WorkbookReader {
 public:
  virtual ~WorkbookReader() = default;
  // True when all sheets are read.
  virtual Result<bool> step() = 0;
};

// Office Open XML (ECMA-376) and OpenDocument 1.3. The archive and the state must outlive the reader.
[[nodiscard]] std::unique_ptr<WorkbookReader> make_xlsx_reader(ReadState& state, const ZipArchive& archive);
[[nodiscard]] std::unique_ptr<WorkbookReader> make_ods_reader(ReadState& state, const ZipArchive& archive);

}  // namespace attune::ingest
