#include "inference/windows.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

using attune::inference::cut_windows;
using attune::inference::kMostWindows;
using attune::inference::TokenWindow;
using attune::text::ByteRange;

namespace {

// Every character but spaces and line ends is a token.
std::vector<ByteRange> one_token_a_letter(const std::string& text) {
  std::vector<ByteRange> sources;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && text[i] != '\n') sources.push_back({i, i + 1});
  }
  return sources;
}

std::vector<TokenWindow> windows_of(const std::string& text, std::size_t max_tokens) {
  return cut_windows(text, one_token_a_letter(text), max_tokens);
}

}  // namespace

TEST_CASE("a text that fits is one window, an empty one too", "[inference][windows]") {
  CHECK(windows_of("", 4) == std::vector<TokenWindow>{{0, 0}});
  CHECK(windows_of("abcd", 4) == std::vector<TokenWindow>{{0, 4}});
}

TEST_CASE("windows end with a sentence or a line where one ends in their second half",
          "[inference][windows]") {
  CHECK(windows_of("abcde.gh ijkl", 8) == std::vector<TokenWindow>{{0, 6}, {6, 12}});
  CHECK(windows_of("abcde\nfghijkl", 8) == std::vector<TokenWindow>{{0, 5}, {5, 12}});
  CHECK(windows_of("a.bcdefghijkl", 8) == std::vector<TokenWindow>{{0, 8}, {8, 13}});
}

TEST_CASE("of a very long text the beginning and the end are read", "[inference][windows]") {
  const auto windows = windows_of(std::string(1000, 'a'), 10);
  REQUIRE(windows.size() == kMostWindows);
  CHECK(windows.front() == TokenWindow{0, 10});
  CHECK(windows[kMostWindows / 2].begin == 960);
  CHECK(windows.back() == TokenWindow{990, 1000});
}
