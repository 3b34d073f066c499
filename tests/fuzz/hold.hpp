// Ends the fuzzer where a law does not hold.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace attune::fuzz {

inline void hold(const std::string& broken_law) {
  if (broken_law.empty()) return;
  std::fprintf(stderr, "This law does not hold: %s\n", broken_law.c_str());
  std::abort();
}

}  // namespace attune::fuzz
