// Files of the project that tests read: samples and lists of cases.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace attune::tests {

// Its bytes; "" if there is no such file.
[[nodiscard]] inline std::string project_file(const std::string& path) {
  std::ifstream file{std::filesystem::path{ATTUNE_SOURCE_DIR} / path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace attune::tests
