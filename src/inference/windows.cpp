#include "inference/windows.hpp"

#include <algorithm>

namespace attune::inference {
namespace {

// True where a sentence or a line ends with the token before `at`.
bool is_sentence_end(std::string_view text, std::span<const text::ByteRange> sources, std::size_t at) {
  const text::ByteRange before = sources[at - 1];
  if (before.end == before.begin || sources[at].begin < before.end) return false;
  const char last = text[before.end - 1];
  if (last == '.' || last == '!' || last == '?') return true;
  if (text.substr(before.begin, before.end - before.begin) == "\xE3\x80\x82")
    return true;  // ideographic full stop
  const std::string_view between = text.substr(before.end, sources[at].begin - before.end);
  return between.find('\n') != std::string_view::npos;
}

std::size_t window_end(std::string_view text, std::span<const text::ByteRange> sources, std::size_t begin,
                       std::size_t max_tokens) {
  const std::size_t widest = begin + max_tokens;
  if (widest >= sources.size()) return sources.size();
  for (std::size_t end = widest; end > begin + max_tokens / 2; --end) {
    // A marker shares the bytes of its word; a cut between the two would lose it.
    if (sources[end - 1] == sources[end]) continue;
    if (is_sentence_end(text, sources, end)) return end;
  }
  return widest;
}

}  // namespace

std::vector<TokenWindow> cut_windows(std::string_view text, std::span<const text::ByteRange> sources,
                                     std::size_t max_tokens) {
  std::vector<TokenWindow> windows;
  std::size_t begin = 0;
  do {
    const std::size_t end = window_end(text, sources, begin, max_tokens);
    windows.push_back({begin, end});
    begin = end;
  } while (begin < sources.size());
  if (windows.size() > kMostWindows) {
    constexpr auto kHalf = static_cast<std::ptrdiff_t>(kMostWindows / 2);
    windows.erase(windows.begin() + kHalf, windows.end() - kHalf);
  }
  return windows;
}

}  // namespace attune::inference
