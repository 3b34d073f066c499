// What the upper 128 bytes of each single-byte encoding mean.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace attune::ingest {

struct SingleByteTable {
  std::string_view label;                // WHATWG, and "ibm850" for old DOS programs
  std::array<std::uint16_t, 128> upper;  // of bytes 0x80 to 0xFF; 0xFFFD where there is none
};

[[nodiscard]] std::span<const SingleByteTable> single_byte_tables() noexcept;  // sorted by label

}  // namespace attune::ingest
