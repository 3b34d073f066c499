// Reads a ZIP file: a workbook (XLSX, ODS), or an archive of files, each read by itself.
#pragma once

#include <memory>

#include "ingest/format_reader.hpp"

namespace attune::ingest {

// Keeps the packed file in memory and does its work in finish_step(). `state` must outlive the reader.
[[nodiscard]] std::unique_ptr<FormatReader> make_zip_reader(ReadState& state);

}  // namespace attune::ingest
