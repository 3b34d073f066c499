// The version of the protocol between page, engine and command line. web/protocol.js carries the same
// number; a page that meets an engine of another version says so and asks for a reload.
#pragma once

namespace attune::protocol {

inline constexpr int kProtocolVersion = 1;

}  // namespace attune::protocol
