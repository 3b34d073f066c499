// Reads one file and prints its first table: the native measuring instrument of the readers.
//
//   parse_file FILE [--csv | --all | --describe] [--chunk BYTES]
//
// Exit 0 if a table was read, 2 with one sentence if not. Diagnostics go to stderr, one JSON object a line.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "ingest/column_roles.hpp"
#include "ingest/file_reader.hpp"
#include "ingest/table_writer.hpp"

namespace {

using namespace attune;

void describe(const ingest::FileReader& reader) {
  const ingest::Detection& detection = reader.detection();
  std::cout << "format " << ingest::name_of(detection.format.value) << ": " << detection.format.reason
            << "\nencoding " << detection.encoding.value << ": " << detection.encoding.reason
            << "\ndialect: " << detection.dialect.reason << "\nheader rows " << detection.header_rows.value
            << ": " << detection.header_rows.reason << "\nskipped lines " << detection.skipped_lines.value
            << ": " << detection.skipped_lines.reason << "\n";
  for (const table::Table& table : reader.tables()) {
    const ingest::RoleMap roles = ingest::guess_roles(table);
    std::cout << "table \"" << table.name << "\": " << table.row_count() << " rows, "
              << ingest::name_of(roles.kind) << " (" << roles.kind_reason << ") " << roles.recipe << "\n";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const ingest::ColumnProfile& profile = roles.profiles[i];
      std::printf("  %-32.32s %-10s %-14s %.2f  %s  e.g. %.30s\n", table.columns[i].name.c_str(),
                  ingest::name_of(profile.type), ingest::name_of(roles.columns[i].role),
                  roles.columns[i].confidence, roles.columns[i].reason.c_str(),
                  profile.samples.empty() ? "" : profile.samples.front().c_str());
    }
  }
}

int fail(const Error& error) {
  std::cerr << error.message << "\n";
  return 2;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return fail({ErrorCode::InvalidRequest, "Name a file to read", ""});
  std::string mode;
  std::size_t chunk = 256U << 10U;
  for (int i = 2; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--chunk" && i + 1 < count) {
      chunk = static_cast<std::size_t>(std::atoll(arguments[++i]));
    } else {
      mode = argument;
    }
  }
  std::ifstream file{arguments[1], std::ios::binary};
  if (!file)
    return fail({ErrorCode::InvalidRequest, "The file cannot be opened: " + std::string{arguments[1]}, ""});

  ingest::FileReader reader{{arguments[1], 0}};
  std::vector<char> bytes(chunk);
  while (file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())) || file.gcount() > 0) {
    const auto fed =
        reader.feed(std::as_bytes(std::span{bytes.data(), static_cast<std::size_t>(file.gcount())}));
    if (!fed) return fail(fed.error());
  }
  if (const auto finished = reader.finish(); !finished) return fail(finished.error());

  if (mode == "--describe") {
    describe(reader);
  } else {
    const std::size_t tables =
        mode == "--all" ? reader.tables().size() : std::min<std::size_t>(1, reader.tables().size());
    std::string out;
    for (std::size_t i = 0; i < tables; ++i) {
      const table::Table& table = reader.tables()[i];
      if (mode == "--csv") ingest::append_csv_header(out, table);
      for (std::size_t row = 0; row < table.row_count(); ++row) {
        if (mode == "--csv") {
          ingest::append_csv_row(out, table, row);
        } else {
          ingest::append_json_row(out, table, row);
          out += '\n';
        }
        if (out.size() > (1U << 20U)) {
          std::cout << out;
          out.clear();
        }
      }
    }
    std::cout << out;
  }
  for (const Diagnostic& diagnostic : reader.diagnostics().listed()) {
    std::string line;
    ingest::append_json(line, diagnostic);
    std::cerr << line << "\n";
  }
  return 0;
}
