// The directory of a ZIP archive held in memory, and its entries unpacked piece by piece.
//
// PKWARE, "APPNOTE.TXT - .ZIP File Format Specification" 6.3.10 (2022); ZIP64 included, encryption and
// methods other than "stored" and "deflated" refused.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace attune::ingest {

struct ZipEntry {
  std::string name;  // with '/' between folders
  std::uint64_t packed_bytes = 0;
  std::uint64_t unpacked_bytes = 0;  // as the directory claims
  std::uint64_t header_offset = 0;
  std::uint16_t method = 0;
  bool is_encrypted = false;

  [[nodiscard]] bool is_folder() const noexcept { return name.ends_with('/'); }
};

class ZipArchive {
 public:
  static constexpr std::size_t kMaxEntries = 10'000;

  // `bytes` must outlive the archive.
  [[nodiscard]] static Result<ZipArchive> open(std::string_view bytes);

  [[nodiscard]] const std::vector<ZipEntry>& entries() const noexcept { return entries_; }
  // Without regard to case; nullptr if there is none.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const noexcept;

  // The packed bytes of an entry that can be unpacked.
  [[nodiscard]] Result<std::string_view> packed(const ZipEntry& entry) const;
  // All of an entry, at most `max_bytes`.
  [[nodiscard]] Result<std::string> unpack(const ZipEntry& entry, std::uint64_t max_bytes) const;

 private:
  std::string_view bytes_;
  std::vector<ZipEntry> entries_;
};

// Unpacks an entry in steps, each of about 256 KB of packed data.
class ZipEntryStream {
 public:
  [[nodiscard]] static Result<ZipEntryStream> open(const ZipArchive& archive, const ZipEntry& entry,
                                                   std::uint64_t max_bytes);
  ~ZipEntryStream();
  ZipEntryStream(ZipEntryStream&&) noexcept;
  ZipEntryStream& operator=(ZipEntryStream&&) noexcept;

  // True when the entry is at its end.
  Result<bool> step(const std::function<Result<void>(std::string_view)>& sink);

 private:
  struct State;
  explicit ZipEntryStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace attune::ingest
