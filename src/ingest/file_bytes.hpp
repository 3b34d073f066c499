// Bytes of a file that the host can bring at once, for text that is left there while the file is open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace attune::ingest {

class FileBytes {
 public:
  virtual ~FileBytes() = default;
  // Fills `bytes` from the file; false if it cannot be read so far (any more).
  [[nodiscard]] virtual bool read(std::uint64_t offset, std::span<std::byte> bytes) const = 0;
};

}  // namespace attune::ingest
