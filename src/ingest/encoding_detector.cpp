#include "ingest/encoding_detector.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/utf8.hpp"
#include "ingest/east_asian_detector.hpp"
#include "ingest/single_byte_detector.hpp"

namespace attune::ingest {
namespace {

struct Mark {
  std::string_view bytes;
  std::string_view label;
};

// UTF-32's marks begin with UTF-16's.
constexpr std::array<Mark, 5> kMarks{{{std::string_view{"\xFF\xFE\0\0", 4}, "utf-32le"},
                                      {std::string_view{"\0\0\xFE\xFF", 4}, "utf-32be"},
                                      {"\xFF\xFE", "utf-16le"},
                                      {"\xFE\xFF", "utf-16be"},
                                      {"\xEF\xBB\xBF", "utf-8"}}};

// Latin text in UTF-16 or UTF-32 has zero bytes at every second or fourth place.
std::string_view wide_without_mark(std::string_view sample) {
  std::array<std::size_t, 4> zeros{};
  const std::size_t size = std::min<std::size_t>(sample.size(), 4096) / 4 * 4;
  for (std::size_t i = 0; i < size; ++i) zeros[i % 4] += sample[i] == '\0' ? 1U : 0U;
  const std::size_t units = size / 4;
  if (units < 2) return {};
  const auto mostly = [&](std::size_t place) { return zeros[place] * 10 >= units * 7; };
  const auto rarely = [&](std::size_t place) { return zeros[place] * 10 <= units; };
  if (rarely(0) && mostly(1) && mostly(2) && mostly(3)) return "utf-32le";
  if (mostly(0) && mostly(1) && mostly(2) && rarely(3)) return "utf-32be";
  if (rarely(0) && mostly(1) && rarely(2) && mostly(3)) return "utf-16le";
  if (mostly(0) && rarely(1) && mostly(2) && rarely(3)) return "utf-16be";
  return {};
}

struct Utf8Count {
  std::size_t sequences = 0;  // valid ones of more than one byte
  std::size_t invalid_bytes = 0;
};

Utf8Count count_utf8(std::string_view sample, bool is_whole) {
  Utf8Count count;
  for (std::size_t at = 0; at < sample.size();) {
    if ((static_cast<std::uint8_t>(sample[at]) & 0x80U) == 0) {
      ++at;
      continue;
    }
    const utf8::CodePoint point = utf8::read_at(sample, at);
    if (!point.is_valid && !is_whole && utf8::is_cut_sequence(sample.substr(at))) break;
    ++(point.is_valid ? count.sequences : count.invalid_bytes);
    at += point.size_bytes;
  }
  return count;
}

}  // namespace

Guess<std::string> detect_encoding(std::string_view sample, bool is_whole) {
  for (const Mark& mark : kMarks) {
    if (sample.starts_with(mark.bytes))
      return {std::string{mark.label}, 1, "The file begins with this encoding's byte order mark"};
  }
  if (const std::string_view label = wide_without_mark(sample); !label.empty()) {
    return {std::string{label}, 0.95, "Every second or fourth byte is zero, as in this encoding"};
  }
  const Utf8Count utf8 = count_utf8(sample, is_whole);
  if (utf8.sequences == 0 && utf8.invalid_bytes == 0) {
    if (std::optional<Guess<std::string>> escaped = detect_east_asian(sample)) return *std::move(escaped);
    return {"utf-8", 0.9, "There are only plain ASCII characters so far"};
  }
  if (utf8.invalid_bytes == 0) return {"utf-8", 0.99, "All characters are valid UTF-8"};
  if (utf8.sequences >= 4 * utf8.invalid_bytes)
    return {"utf-8", 0.8, "Nearly all characters are valid UTF-8"};
  if (std::optional<Guess<std::string>> east_asian = detect_east_asian(sample)) return *std::move(east_asian);
  return detect_single_byte(sample);
}

}  // namespace attune::ingest
