#include "ingest/zip_archive.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "ingest/inflater.hpp"

namespace attune::ingest {
namespace {

constexpr std::string_view kEndSignature = "PK\x05\x06";
constexpr std::string_view kEnd64Signature = "PK\x06\x06";
constexpr std::string_view kEnd64LocatorSignature = "PK\x06\x07";
constexpr std::string_view kEntrySignature = "PK\x01\x02";
constexpr std::string_view kLocalSignature = "PK\x03\x04";
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kStepBytes = std::size_t{64} << 10U;
constexpr std::uint64_t kIn64 = 0xFFFFFFFF;

Error damaged(const char* detail) {
  return {ErrorCode::UnreadableInput, "This archive is damaged or not complete; export or download it again",
          detail};
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) noexcept {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = (value << 8U) | static_cast<std::uint8_t>(bytes[at + i]);
  return value;
}

// Two bytes: the size of a name or an extra field.
std::size_t short_size(std::string_view bytes, std::size_t at) noexcept {
  return static_cast<std::size_t>(little_endian(bytes, at, 2));
}

// An offset that is known to lie within the bytes, which are in memory.
std::size_t inside(std::uint64_t offset) noexcept { return static_cast<std::size_t>(offset); }

struct Directory {
  std::uint64_t entries = 0;
  std::uint64_t offset = 0;
};

Result<Directory> find_directory(std::string_view bytes) {
  if (bytes.size() < kEndBytes) return damaged("too short");
  const std::size_t search_from = bytes.size() - std::min<std::size_t>(bytes.size(), kEndBytes + 0xFFFF);
  const std::size_t end = bytes.rfind(kEndSignature);
  if (end == std::string_view::npos || end < search_from || end + kEndBytes > bytes.size())
    return damaged("no end of directory");
  Directory directory{little_endian(bytes, end + 10, 2), little_endian(bytes, end + 16, 4)};
  const bool needs_64 = directory.entries == 0xFFFF || directory.offset == kIn64;
  if (needs_64 && end >= 20 && bytes.substr(end - 20, 4) == kEnd64LocatorSignature) {
    const std::uint64_t end64 = little_endian(bytes, end - 12, 8);
    if (bytes.size() < 56 || end64 > bytes.size() - 56 || bytes.substr(inside(end64), 4) != kEnd64Signature)
      return damaged("no ZIP64 end");
    directory = {little_endian(bytes, inside(end64) + 32, 8), little_endian(bytes, inside(end64) + 48, 8)};
  }
  if (directory.offset > bytes.size()) return damaged("directory outside");
  return directory;
}

// The 64-bit values of the extra field stand in for those that are 0xFFFFFFFF, in this order.
void read_zip64_extra(std::string_view extra, ZipEntry& entry) {
  while (extra.size() >= 4) {
    const std::uint64_t id = little_endian(extra, 0, 2);
    const std::size_t size = std::min(short_size(extra, 2), extra.size() - 4);
    if (id == 1) {
      std::string_view values = extra.substr(4, size);
      for (std::uint64_t* value : {&entry.unpacked_bytes, &entry.packed_bytes, &entry.header_offset}) {
        if (*value != kIn64 || values.size() < 8) continue;
        *value = little_endian(values, 0, 8);
        values.remove_prefix(8);
      }
      return;
    }
    extra.remove_prefix(4 + size);
  }
}

}  // namespace

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  const Result<Directory> directory = find_directory(bytes);
  if (!directory) return directory.error();
  ZipArchive archive;
  archive.bytes_ = bytes;
  std::size_t at = inside(directory->offset);
  for (std::uint64_t i = 0; i < directory->entries; ++i) {
    if (at > bytes.size() || bytes.size() - at < kEntryBytes || bytes.substr(at, 4) != kEntrySignature)
      return damaged("entry");
    if (archive.entries_.size() == kMaxEntries) {
      return Error{ErrorCode::LimitExceeded,
                   "This archive holds more than 10000 files; unpack it and choose the ones you need", ""};
    }
    const std::size_t name_size = short_size(bytes, at + 28);
    const std::size_t extra_size = short_size(bytes, at + 30);
    const std::size_t comment_size = short_size(bytes, at + 32);
    if (bytes.size() - at - kEntryBytes < name_size + extra_size) return damaged("entry name");
    ZipEntry entry;
    entry.name = bytes.substr(at + kEntryBytes, name_size);
    std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
    entry.is_encrypted = (little_endian(bytes, at + 8, 2) & 1U) != 0;
    entry.method = static_cast<std::uint16_t>(little_endian(bytes, at + 10, 2));
    entry.packed_bytes = little_endian(bytes, at + 20, 4);
    entry.unpacked_bytes = little_endian(bytes, at + 24, 4);
    entry.header_offset = little_endian(bytes, at + 42, 4);
    read_zip64_extra(bytes.substr(at + kEntryBytes + name_size, extra_size), entry);
    archive.entries_.push_back(std::move(entry));
    at += kEntryBytes + name_size + extra_size + comment_size;
  }
  return archive;
}

const ZipEntry* ZipArchive::find(std::string_view name) const noexcept {
  while (name.starts_with('/')) name.remove_prefix(1);
  for (const ZipEntry& entry : entries_) {
    const bool equal = std::equal(entry.name.begin(), entry.name.end(), name.begin(), name.end(),
                                  [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
    if (equal) return &entry;
  }
  return nullptr;
}

Result<std::string_view> ZipArchive::packed(const ZipEntry& entry) const {
  if (entry.is_encrypted)
    return Error{ErrorCode::UnsupportedFormat,
                 "This archive is protected by a password; unpack it first and choose the file inside", ""};
  if (entry.method != 0 && entry.method != 8)
    return Error{ErrorCode::UnsupportedFormat,
                 "This archive is packed in a way that cannot be read here; unpack it first", ""};
  if (entry.header_offset > bytes_.size() || bytes_.size() - entry.header_offset < kLocalBytes)
    return damaged("local header");
  const std::size_t at = inside(entry.header_offset);
  if (bytes_.substr(at, 4) != kLocalSignature) return damaged("local header");
  const std::size_t begin = at + kLocalBytes + short_size(bytes_, at + 26) + short_size(bytes_, at + 28);
  if (begin > bytes_.size() || bytes_.size() - begin < entry.packed_bytes) return damaged("entry data");
  return bytes_.substr(begin, inside(entry.packed_bytes));
}

Result<std::string> ZipArchive::unpack(const ZipEntry& entry, std::uint64_t max_bytes) const {
  Result<ZipEntryStream> stream = ZipEntryStream::open(*this, entry, max_bytes);
  if (!stream) return stream.error();
  std::string text;
  for (;;) {
    const Result<bool> done = stream->step([&](std::string_view piece) {
      text += piece;
      return Result<void>{};
    });
    if (!done) return done.error();
    if (*done) return text;
  }
}

struct ZipEntryStream::State {
  std::string_view rest;
  bool is_stored = false;
  std::uint64_t left = 0;
  Inflater inflater;
};

ZipEntryStream::ZipEntryStream(std::unique_ptr<State> state) : state_{std::move(state)} {}
ZipEntryStream::~ZipEntryStream() = default;
ZipEntryStream::ZipEntryStream(ZipEntryStream&&) noexcept = default;
ZipEntryStream& ZipEntryStream::operator=(ZipEntryStream&&) noexcept = default;

Result<ZipEntryStream> ZipEntryStream::open(const ZipArchive& archive, const ZipEntry& entry,
                                            std::uint64_t max_bytes) {
  const Result<std::string_view> packed = archive.packed(entry);
  if (!packed) return packed.error();
  return ZipEntryStream{std::make_unique<State>(
      State{*packed, entry.method == 0, max_bytes, {Inflater::Wrapper::None, max_bytes}})};
}

Result<bool> ZipEntryStream::step(const std::function<Result<void>(std::string_view)>& sink) {
  State& state = *state_;
  const std::string_view piece = state.rest.substr(0, kStepBytes);
  state.rest.remove_prefix(piece.size());
  if (state.is_stored) {
    if (Result<void> taken = sink(piece); !taken) return taken.error();
    return state.rest.empty();
  }
  if (Result<void> fed = state.inflater.feed(piece, sink); !fed) return fed.error();
  if (state.inflater.is_complete()) return true;
  if (state.rest.empty()) return damaged("entry ends early");
  return false;
}

}  // namespace attune::ingest
