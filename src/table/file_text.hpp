// Text that was left in its file: where it is there, and who reads it again.
#pragma once

#include <cstdint>
#include <string>

namespace attune::table {

// A cell as it stands in the file: up to 64 MB of text within the first 64 GB.
struct FilePlace {
  static constexpr unsigned kSizeBits = 26;
  static constexpr unsigned kOffsetBits = 36;

  std::uint64_t offset = 0;
  std::uint32_t size_bytes = 0;
  bool has_escapes = false;  // it is written with escapes, which are no part of its text

  [[nodiscard]] static constexpr bool fits(std::uint64_t offset, std::uint64_t size_bytes) noexcept {
    return offset >> kOffsetBits == 0 && size_bytes >> kSizeBits == 0;
  }
};

class FileText {
 public:
  virtual ~FileText() = default;
  // The cell's text as it is meant; "" if the file cannot be read any more.
  virtual void read(const FilePlace& place, std::string& text) const = 0;
};

}  // namespace attune::table
