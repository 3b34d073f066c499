#include "ingest/encoding_detector.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.hpp"

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

}  // namespace

Guess<std::string> detect_encoding(std::string_view sample, bool is_whole) {
  for (const Mark& mark : kMarks) {
    if (sample.starts_with(mark.bytes))
      return {std::string{mark.label}, 1, "The file begins with this encoding's byte order mark"};
  }
  if (const std::string_view label = wide_without_mark(sample); !label.empty()) {
    return {std::string{label}, 0.95, "Every second or fourth byte is zero, as in this encoding"};
  }
  const std::size_t valid = utf8::valid_prefix(sample);
  const bool is_ascii = std::all_of(sample.begin(), sample.end(),
                                    [](char c) { return (static_cast<std::uint8_t>(c) & 0x80U) == 0; });
  if (valid == sample.size() || (!is_whole && utf8::is_cut_sequence(sample.substr(valid)))) {
    if (is_ascii) return {"utf-8", 0.9, "There are only plain ASCII characters so far"};
    return {"utf-8", 0.99, "All characters are valid UTF-8"};
  }
  return {"windows-1252", 0.6,
          "Some bytes are no UTF-8; this is the usual encoding of western Windows programs"};
}

}  // namespace attune::ingest
