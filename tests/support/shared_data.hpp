// Reads one of the data sets that some tests measure against. They are not part of the project: without them
// (or without xz, or in wasm) such a test must SKIP visibly:
//
//   const auto text = read_shared_data("cdnow/CDNOW_sample.txt.xz");
//   if (!text) SKIP("needs the cdnow data set and xz");
#pragma once

#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::test {

[[nodiscard]] inline std::optional<std::string> read_shared_data(const std::string& path_under_data) {
  const std::string path = std::string{ATTUNE_SHARED_DIR} + "/data/" + path_under_data;
  std::FILE* probe = std::fopen(path.c_str(), "rb");
  if (probe == nullptr) return std::nullopt;
  std::fclose(probe);
  std::FILE* pipe = popen(("xz -dc '" + path + "'").c_str(), "r");
  if (pipe == nullptr) return std::nullopt;
  std::string text;
  std::array<char, 65536> block{};
  for (std::size_t size = 0; (size = std::fread(block.data(), 1, block.size(), pipe)) > 0;) {
    text.append(block.data(), size);
  }
  if (pclose(pipe) != 0) return std::nullopt;
  return text;
}

[[nodiscard]] inline std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = line.find(separator, begin);
    parts.push_back(line.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

// The lines without their ends; no empty last line.
[[nodiscard]] inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines = split(text, '\n');
  if (lines.back().empty()) lines.pop_back();
  for (std::string_view& line : lines) {
    if (line.ends_with('\r')) line.remove_suffix(1);
  }
  return lines;
}

// Days since 1970-01-01 of a date yyyymmdd.
[[nodiscard]] inline int day_of(int yyyymmdd) {
  // Days from civil, with the year starting in March so that leap days come last.
  const int month = yyyymmdd / 100 % 100;
  const int year = yyyymmdd / 10000 - (month <= 2 ? 1 : 0);
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + yyyymmdd % 100 - 1;
  return year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719468;
}

}  // namespace attune::test
