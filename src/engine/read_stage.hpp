// Reads the files of a run, one after the other, from slices that the host brings.
//
//   while (!stage.is_done()) {
//     if (auto wanted = stage.wanted_input()) feed it the slice; else stage.step(deadline);
//   }
//
// A file that cannot be read is kept with its error; the others go on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "engine/deadline.hpp"
#include "engine/step.hpp"
#include "ingest/column_roles.hpp"
#include "ingest/file_reader.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

// Brings a part of file number `file` at once, as many bytes as `bytes` has; false if it cannot be read.
// Empty where the host has no such way: then all texts are kept in memory.
using ReadNow = std::function<bool(std::uint32_t file, std::uint64_t offset, std::span<std::byte> bytes)>;

// One file of the run: as asked for, and what became of it.
struct SourceFile {
  protocol::FileRequest request;
  ingest::FileReader reader;
  std::vector<ingest::RoleMap> roles;  // one a table, once the file is read
  Diagnostics field_diagnostics;  // what the fields could not read; reader.diagnostics() tells of the rows
  std::optional<Error> error;     // it could not be read at all
  bool is_read = false;

  [[nodiscard]] const std::vector<table::Table>& tables() const noexcept { return reader.tables(); }
};

// The user's choice for columns by name; names and roles that are not known are left alone.
void apply_roles(const table::Table& table, const protocol::RolesByColumn& chosen, ingest::RoleMap& roles);

class ReadStage {
 public:
  static constexpr std::uint32_t kDefaultSliceBytes = 1U << 20U;

  // `columns`: role -> column, for every table that has a column of this name (or number, from 1).
  ReadStage(std::vector<protocol::FileRequest> files, protocol::RolesByShape roles,
            protocol::RolesByColumn columns, std::uint32_t slice_bytes, ReadNow read_now = {});

  [[nodiscard]] bool is_done() const noexcept { return current_ == files_.size(); }
  // The slice to feed next; nullopt while there is work for step(), or all is done.
  [[nodiscard]] std::optional<NeedsInput> wanted_input() const;
  // The slice that was wanted; shorter than asked, or empty, where the file ends.
  Result<void> feed(std::span<const std::byte> slice);
  void step(const Deadline& deadline);

  [[nodiscard]] Progress progress() const;
  [[nodiscard]] std::uint64_t rows_read() const noexcept;
  [[nodiscard]] std::deque<SourceFile>& files() noexcept { return files_; }
  [[nodiscard]] const std::deque<SourceFile>& files() const noexcept { return files_; }

  // The roles of a table as they are guessed and as the user chose them for tables of this shape.
  [[nodiscard]] ingest::RoleMap roles_of(const table::Table& table) const;

 private:
  [[nodiscard]] ingest::FileReader make_reader(std::uint32_t number, const protocol::FileRequest& request,
                                               ingest::ReadOptions options) const;
  // Hands the reader a piece of the pending slice.
  Result<void> read_some(SourceFile& file);
  void close_or_decode(SourceFile& file, Error error);
  void restart_decoded(SourceFile& file);
  void close(SourceFile& file, std::optional<Error> error);

  std::deque<SourceFile> files_;  // addresses stay valid
  protocol::RolesByShape user_roles_;
  protocol::RolesByColumn columns_by_role_;
  std::uint32_t slice_bytes_;
  ReadNow read_now_;
  std::size_t current_ = 0;

  // The state of the current file.
  std::uint64_t offset_ = 0;      // of the next slice
  std::string decode_from_;       // the host decodes this encoding for us
  bool is_at_end_ = false;        // no more slices
  std::vector<std::byte> slice_;  // fed and not yet read
  std::size_t slice_done_ = 0;
  std::uint64_t bytes_before_ = 0;  // of the files before
};

}  // namespace attune::engine
