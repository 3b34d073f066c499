#include "engine/read_stage.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace attune::engine {
namespace {

constexpr std::size_t kPieceBytes = 1U << 18U;  // about 5 ms of reading

ingest::ReadOptions read_options(const protocol::ReadOverrides& overrides) {
  ingest::ReadOptions options;
  options.encoding = overrides.encoding;
  options.delimiter = overrides.delimiter;
  if (overrides.quote) options.quote = overrides.quote->empty() ? '\0' : overrides.quote->front();
  options.part = overrides.sheet;
  if (overrides.header_rows) options.header_rows = *overrides.header_rows;
  if (overrides.skip_rows) options.skipped_lines = *overrides.skip_rows;
  options.reads_baskets = overrides.reads_baskets;
  options.repairs_mojibake = overrides.repairs_letters.value_or(false);
  return options;
}

// One file of the host's, for texts that stay there.
class HostFile final : public ingest::FileBytes {
 public:
  HostFile(ReadNow read_now, std::uint32_t number) : read_now_{std::move(read_now)}, number_{number} {}
  [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> bytes) const override {
    return read_now_(number_, offset, bytes);
  }

 private:
  ReadNow read_now_;
  std::uint32_t number_;
};

}  // namespace

ReadStage::ReadStage(std::vector<protocol::FileRequest> files, protocol::RolesByShape roles,
                     protocol::RolesByColumn columns, std::uint32_t slice_bytes, ReadNow read_now)
    : user_roles_{std::move(roles)},
      columns_by_role_{std::move(columns)},
      slice_bytes_{slice_bytes},
      read_now_{std::move(read_now)} {
  std::uint32_t number = 0;
  for (protocol::FileRequest& request : files) {
    ingest::FileReader reader = make_reader(number++, request, read_options(request.options));
    files_.push_back({.request = std::move(request),
                      .reader = std::move(reader),
                      .roles = {},
                      .field_diagnostics = {},
                      .error = {},
                      .is_read = false});
  }
}

ingest::FileReader ReadStage::make_reader(std::uint32_t number, const protocol::FileRequest& request,
                                          ingest::ReadOptions options) const {
  ingest::FileInfo info{request.name, request.size_bytes};
  if (read_now_) info.bytes = std::make_shared<HostFile>(read_now_, number);
  return ingest::FileReader{std::move(info), std::move(options)};
}

std::optional<NeedsInput> ReadStage::wanted_input() const {
  if (is_done() || is_at_end_ || slice_done_ < slice_.size()) return std::nullopt;
  return NeedsInput{static_cast<std::uint32_t>(current_), offset_, slice_bytes_, decode_from_};
}

Result<void> ReadStage::feed(std::span<const std::byte> slice) {
  if (!wanted_input()) {
    return Error{ErrorCode::InvalidRequest,
                 "The page and the engine do not understand each other. Reload the page.",
                 "input was fed that no step asked for"};
  }
  const std::uint64_t size = files_[current_].request.size_bytes;
  // A decoded slice has another length than the bytes it was made from: there the file's size tells the end.
  const std::uint64_t taken = decode_from_.empty() ? slice.size() : slice_bytes_;
  offset_ += taken;
  is_at_end_ =
      decode_from_.empty() ? slice.size() < slice_bytes_ || (size > 0 && offset_ >= size) : offset_ >= size;
  slice_.assign(slice.begin(), slice.end());
  slice_done_ = 0;
  return {};
}

void ReadStage::step(const Deadline& deadline) {
  while (!is_done() && !wanted_input()) {
    SourceFile& file = files_[current_];
    if (slice_done_ < slice_.size()) {
      if (const auto read = read_some(file); !read) close_or_decode(file, read.error());
    } else {
      const Result<bool> finished = file.reader.finish_step();
      if (!finished)
        close_or_decode(file, finished.error());
      else if (*finished)
        close(file, std::nullopt);
    }
    if (deadline.has_passed()) return;
  }
}

Result<void> ReadStage::read_some(SourceFile& file) {
  const std::size_t piece = std::min(kPieceBytes, slice_.size() - slice_done_);
  const std::span<const std::byte> bytes{slice_.data() + slice_done_, piece};
  slice_done_ += piece;
  return file.reader.feed(bytes);
}

// An encoding that the reader has no table for is no reason to give up: the host decodes it.
void ReadStage::close_or_decode(SourceFile& file, Error error) {
  if (file.reader.detection().needs_host_decoding && decode_from_.empty())
    restart_decoded(file);
  else
    close(file, std::move(error));
}

void ReadStage::restart_decoded(SourceFile& file) {
  decode_from_ = file.reader.detection().encoding.value;
  ingest::ReadOptions options = read_options(file.request.options);
  options.decoded_from_encoding = decode_from_;
  file.reader = make_reader(static_cast<std::uint32_t>(current_), file.request, std::move(options));
  offset_ = 0;
  is_at_end_ = false;
  slice_.clear();
  slice_done_ = 0;
}

void ReadStage::close(SourceFile& file, std::optional<Error> error) {
  file.is_read = true;
  file.error = std::move(error);
  if (!file.error) {
    for (const table::Table& table : file.tables()) file.roles.push_back(roles_of(table));
  }
  bytes_before_ += file.request.size_bytes;
  ++current_;
  offset_ = 0;
  decode_from_.clear();
  is_at_end_ = false;
  slice_ = {};
  slice_done_ = 0;
}

ingest::RoleMap ReadStage::roles_of(const table::Table& table) const {
  ingest::RoleMap roles = ingest::guess_roles(table);
  if (const auto remembered = user_roles_.find(roles.fingerprint); remembered != user_roles_.end()) {
    apply_roles(table, remembered->second, roles);
  }
  for (const auto& [name, column] : columns_by_role_) {
    auto at = table.find(column);
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(column.data(), column.data() + column.size(), number);
    const bool is_number = failure == std::errc{} && end == column.data() + column.size();
    if (!at && is_number && number >= 1 && number <= table.columns.size()) at = number - 1;
    const auto role = ingest::role_from_name(name);
    if (at && role) roles.set(*at, *role);
  }
  return roles;
}

void apply_roles(const table::Table& table, const protocol::RolesByColumn& chosen, ingest::RoleMap& roles) {
  for (const auto& [column, name] : chosen) {
    const auto at = table.find(column);
    const auto role = ingest::role_from_name(name);
    if (at && role) roles.set(*at, *role);
  }
}

Progress ReadStage::progress() const {
  std::uint64_t total = 0;
  for (const SourceFile& file : files_) total += file.request.size_bytes;
  const std::uint64_t unread = slice_.size() - slice_done_;
  const std::uint64_t done = bytes_before_ + (offset_ > unread ? offset_ - unread : 0);
  const std::string name = is_done() ? std::string{"files"} : files_[current_].request.name;
  return {.run = 0,
          .stage = "reading",
          .label = "Reading " + name,
          .done = std::min(done, total),
          .total = total,
          .unit = "bytes"};
}

std::uint64_t ReadStage::rows_read() const noexcept {
  std::uint64_t rows = 0;
  for (const SourceFile& file : files_) rows += file.reader.rows_read();
  return rows;
}

}  // namespace attune::engine
