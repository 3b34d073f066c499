#include "ingest/east_asian_detector.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace attune::ingest {
namespace {

// Byte pairs read under one encoding's grammar.
struct Pairs {
  std::size_t pairs = 0;
  std::size_t usual = 0;  // in the rows that ordinary text uses
  std::size_t kana = 0;
  std::size_t late = 0;  // leads from C9 on: frequent in Chinese, not in Korean
  std::size_t invalid = 0;

  [[nodiscard]] bool is_plausible() const {
    return pairs >= 3 && invalid * 200 <= pairs && usual * 10 >= pairs * 8;
  }
};

bool within(std::uint8_t byte, int low, int high) { return byte >= low && byte <= high; }

// EUC-JP, EUC-KR and GB 2312 share the grammar of two bytes from A1 on; GBK adds trails from 40 on.
Pairs read_upper_pairs(std::string_view text, bool allows_low_trail, int first_usual, int last_usual) {
  Pairs read;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if (lead < 0x80) continue;
    if (at + 1 == text.size()) break;
    const auto trail = static_cast<std::uint8_t>(text[at + 1]);
    const bool is_pair =
        within(lead, allows_low_trail ? 0x81 : 0xA1, 0xFE) &&
        (within(trail, 0xA1, 0xFE) || (allows_low_trail && within(trail, 0x40, 0xA0) && trail != 0x7F));
    if (is_pair) {
      ++read.pairs;
      // Row A1 holds punctuation, A3 the full-width ASCII.
      read.usual += within(lead, first_usual, last_usual) || lead == 0xA1 || lead == 0xA3 ? 1U : 0U;
      read.kana += lead == 0xA4 || lead == 0xA5 ? 1U : 0U;
      read.late += lead >= 0xC9 ? 1U : 0U;
      ++at;
    } else if (allows_low_trail && within(trail, 0x30, 0x39) && at + 3 < text.size()) {
      ++read.pairs;  // the four bytes of GB 18030
      at += 3;
    } else {
      ++read.invalid;
    }
  }
  return read;
}

// EUC-JP writes the characters of JIS X 0212 as 8F and two bytes from A1 on: no other encoding's text looks
// so.
bool has_euc_jp_triples(std::string_view text) {
  std::size_t triples = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (static_cast<std::uint8_t>(text[at]) < 0x80) continue;
    const bool is_triple = static_cast<std::uint8_t>(text[at]) == 0x8F;
    const std::size_t size = is_triple ? 3 : 2;
    if (at + size > text.size()) break;
    for (std::size_t i = is_triple ? 1 : 0; i < size; ++i) {
      const bool is_half_width = i == 0 && static_cast<std::uint8_t>(text[at]) == 0x8E;
      if (!is_half_width && !within(static_cast<std::uint8_t>(text[at + i]), 0xA1, 0xFE)) return false;
    }
    triples += is_triple ? 1U : 0U;
    at += size - 1;
  }
  return triples >= 8;
}

Pairs read_shift_jis(std::string_view text) {
  Pairs read;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if (lead < 0x80) continue;
    if (within(lead, 0xA1, 0xDF)) {  // half-width katakana
      ++read.pairs;
      read.kana += 1;
      continue;
    }
    if (at + 1 == text.size()) break;
    const auto trail = static_cast<std::uint8_t>(text[at + 1]);
    if (!(within(lead, 0x81, 0x9F) || within(lead, 0xE0, 0xFC)) || !within(trail, 0x40, 0xFC) ||
        trail == 0x7F) {
      ++read.invalid;
      continue;
    }
    ++read.pairs;
    read.usual += within(lead, 0x81, 0x83) || within(lead, 0x88, 0x98) ? 1U : 0U;
    read.kana += lead == 0x82 || lead == 0x83 ? 1U : 0U;
    ++at;
  }
  return read;
}

Pairs read_big5(std::string_view text) {
  Pairs read;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if (lead < 0x80) continue;
    if (at + 1 == text.size()) break;
    const auto trail = static_cast<std::uint8_t>(text[at + 1]);
    if (!within(lead, 0x81, 0xFE) || !(within(trail, 0x40, 0x7E) || within(trail, 0xA1, 0xFE))) {
      ++read.invalid;
      continue;
    }
    ++read.pairs;
    read.usual += within(lead, 0xA4, 0xC6) || lead == 0xA1 ? 1U : 0U;
    ++at;
  }
  return read;
}

// No text, but a list of rare characters: letters of a single-byte encoding would not all come in twos.
bool is_list_of_pairs(const Pairs& read, std::string_view text) {
  std::array<bool, 256> leads{};
  for (const char c : text) leads[static_cast<std::uint8_t>(c)] = true;
  return read.pairs >= 500 && read.invalid == 0 &&
         std::count(leads.begin() + 0xA1, leads.begin() + 0xFF, true) >= 80;
}

Guess<std::string> guess(const char* label, const char* language) {
  return {label, 0.9, std::string{"The byte pairs are those of "} + language + " text in this encoding"};
}

// Where many trails lie below A1, the ones that are never there tell the encodings apart, whatever the text
// is about: also lists of rare characters, for which the rows of usual text mean nothing.
std::optional<Guess<std::string>> detect_by_trails(std::string_view sample) {
  std::array<std::size_t, 256> leads{};
  std::array<std::size_t, 256> trails{};
  std::size_t pairs = 0;
  bool has_four_bytes = false;
  for (std::size_t at = 0; at + 1 < sample.size(); ++at) {
    const auto lead = static_cast<std::uint8_t>(sample[at]);
    const auto trail = static_cast<std::uint8_t>(sample[at + 1]);
    if (lead < 0x80) continue;
    const bool is_four = within(trail, 0x30, 0x39) && at + 3 < sample.size();
    const bool is_pair = within(lead, 0x81, 0xFE) && (is_four || within(trail, 0x40, 0xFE));
    if (!is_pair) return std::nullopt;
    ++pairs;
    ++leads[lead];
    ++trails[trail];
    has_four_bytes = has_four_bytes || is_four;
    at += is_four ? 3 : 1;
  }
  const auto count = [](const std::array<std::size_t, 256>& counts, std::size_t low, std::size_t high) {
    return std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(low),
                           counts.begin() + static_cast<std::ptrdiff_t>(high) + 1, std::size_t{0});
  };
  const auto different_leads = std::count_if(leads.begin(), leads.end(), [](std::size_t n) { return n > 0; });
  // Letters of a single-byte encoding look like pairs as well, but are few.
  if (pairs < 100 || different_leads < 24 || count(trails, 0x40, 0xA0) < 60) return std::nullopt;
  if (has_four_bytes) return guess("gb18030", "Chinese");
  if (trails[0x7F] == 0 && count(leads, 0xA0, 0xDF) == 0) return guess("shift_jis", "Japanese");
  // Korean trails begin at 41, and the signs between the letters are no trails but in lists of all codes.
  const std::size_t between = count(trails, 0x5B, 0x60) + count(trails, 0x7B, 0x7E) + trails[0x80];
  if (trails[0x40] == 0 && (between == 0 || count(trails, 0x41, 0x7E) > 600))
    return guess("euc-kr", "Korean");
  if (trails[0x7F] > 0) return std::nullopt;
  return count(trails, 0x80, 0xA0) == 0 ? guess("big5", "traditional Chinese") : guess("gb18030", "Chinese");
}

}  // namespace

std::optional<Guess<std::string>> detect_east_asian(std::string_view sample) {
  if (sample.find("\x1B$B") != std::string_view::npos || sample.find("\x1B$@") != std::string_view::npos) {
    return Guess<std::string>{"iso-2022-jp", 0.95, "The file has this encoding's escape sequences"};
  }
  if (has_euc_jp_triples(sample)) return guess("euc-jp", "Japanese");
  if (auto decided = detect_by_trails(sample)) return decided;
  const Pairs euc_jp = read_upper_pairs(sample, false, 0xA4, 0xCF);
  if (euc_jp.is_plausible() && euc_jp.kana * 10 >= euc_jp.pairs * 2) return guess("euc-jp", "Japanese");
  const Pairs shift_jis = read_shift_jis(sample);
  if (shift_jis.is_plausible() && shift_jis.kana * 10 >= shift_jis.pairs)
    return guess("shift_jis", "Japanese");
  const Pairs euc_kr = read_upper_pairs(sample, false, 0xB0, 0xC8);
  if (euc_kr.is_plausible() && euc_kr.late * 20 <= euc_kr.pairs) return guess("euc-kr", "Korean");
  const Pairs gb = read_upper_pairs(sample, true, 0xB0, 0xD7);
  const Pairs big5 = read_big5(sample);
  // Simplified Chinese in GB has both bytes from A1 on; Big5 has many trails below.
  if (gb.is_plausible() && (!big5.is_plausible() || gb.usual * big5.pairs >= big5.usual * gb.pairs)) {
    return guess("gb18030", "Chinese");
  }
  if (big5.is_plausible()) return guess("big5", "traditional Chinese");
  if (is_list_of_pairs(euc_jp, sample))
    return Guess<std::string>{
        "euc-jp", 0.4,
        "The byte pairs fit the Japanese, Korean and Chinese encodings; choose another one "
        "if it reads wrong"};
  return std::nullopt;
}

}  // namespace attune::ingest
