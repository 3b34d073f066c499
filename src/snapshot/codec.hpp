// The checked binary form in which a snapshot leaves engine.wasm and enters ui.wasm.
//
//   "ATSN" | uint32 format version | uint64 payload size | uint64 FNV-1a of the payload | payload
//
// Little-endian; the payload is the fields in the order of snapshot/fields.hpp, a text or list as uint64
// length and contents. decode() trusts nothing: any bytes give a snapshot or an Error, never a crash, and it
// allocates no more than the input could fill.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::snapshot {

[[nodiscard]] std::vector<std::byte> encode(const Snapshot& snapshot);
Result<Snapshot> decode(std::span<const std::byte> bytes);

}  // namespace attune::snapshot
