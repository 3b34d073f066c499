// UTF-8 text that was once read as windows-1252 and saved again: "cafÃ©" for "café". Finds and mends it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attune::ingest {

struct MojibakeCount {
  std::size_t broken = 0;  // runs beyond ASCII that are UTF-8 when written as windows-1252
  std::size_t sound = 0;   // runs beyond ASCII that are not
  std::string first_broken;
};

[[nodiscard]] MojibakeCount count_mojibake(std::string_view text);

// Mends text piece by piece: a run that may go on is kept for the next call.
class MojibakeMender {
 public:
  // Valid until the next call.
  std::string_view mend(std::string_view text);
  std::string_view finish();

 private:
  std::string pending_;
  std::string mended_;
};

}  // namespace attune::ingest
