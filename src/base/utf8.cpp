#include "base/utf8.hpp"

#include <bit>
#include <cstdint>

#include "base/byte_block.hpp"

namespace attune::utf8 {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t at) noexcept {
  return static_cast<std::uint8_t>(text[at]);
}

// What a lead byte promises: how many bytes, and the range of the second (Unicode 15, table 3-7).
struct Lead {
  std::size_t size_bytes = 0;  // 0: no lead byte
  std::uint8_t second_low = 0x80;
  std::uint8_t second_high = 0xBF;
};

Lead lead_of(std::uint8_t first) noexcept {
  if (first >= 0xC2 && first <= 0xDF) return {2};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first >= 0xE1 && first <= 0xEF) return {3};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first >= 0xF1 && first <= 0xF3) return {4};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

// How many of the bytes that begin at `at` fit together, at most the promised size.
std::size_t fitting_bytes(std::string_view text, std::size_t at, const Lead& lead) noexcept {
  std::size_t fitting = 1;
  while (fitting < lead.size_bytes && at + fitting < text.size()) {
    const std::uint8_t next = byte_at(text, at + fitting);
    const std::uint8_t low = fitting == 1 ? lead.second_low : 0x80;
    const std::uint8_t high = fitting == 1 ? lead.second_high : 0xBF;
    if (next < low || next > high) break;
    ++fitting;
  }
  return fitting;
}

}  // namespace

CodePoint read_at(std::string_view text, std::size_t at) noexcept {
  const std::uint8_t first = byte_at(text, at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  const std::size_t fitting = fitting_bytes(text, at, lead);
  if (lead.size_bytes == 0 || fitting < lead.size_bytes) return {kReplacement, fitting, false};
  char32_t value = first & (0x7FU >> lead.size_bytes);
  for (std::size_t i = 1; i < lead.size_bytes; ++i) value = (value << 6U) | (byte_at(text, at + i) & 0x3FU);
  return {value, lead.size_bytes, true};
}

void append(std::string& text, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacement;
  const auto tail = [&](unsigned shift) {
    text.push_back(static_cast<char>(0x80U | ((value >> shift) & 0x3FU)));
  };
  if (value < 0x80) {
    text.push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    text.push_back(static_cast<char>(0xC0U | (value >> 6U)));
    tail(0);
  } else if (value < 0x10000) {
    text.push_back(static_cast<char>(0xE0U | (value >> 12U)));
    tail(6);
    tail(0);
  } else {
    text.push_back(static_cast<char>(0xF0U | (value >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t ascii_prefix(std::string_view text) noexcept {
  constexpr std::size_t kStep = ByteBlock::kBytes;
  std::size_t at = 0;
  for (; at + 4 * kStep <= text.size(); at += 4 * kStep) {
    const char* bytes = text.data() + at;
    const ByteBlock all = (ByteBlock::load(bytes) | ByteBlock::load(bytes + kStep)) |
                          (ByteBlock::load(bytes + 2 * kStep) | ByteBlock::load(bytes + 3 * kStep));
    if (all.top_bits() != 0) break;
  }
  for (; at + kStep <= text.size(); at += kStep) {
    const std::uint32_t foreign = ByteBlock::load(text.data() + at).top_bits();
    if (foreign != 0) return at + static_cast<std::size_t>(std::countr_zero(foreign));
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

std::size_t valid_prefix(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    at += ascii_prefix(text.substr(at));
    while (at < text.size() && byte_at(text, at) >= 0x80) {
      const Lead lead = lead_of(byte_at(text, at));
      if (lead.size_bytes == 0 || fitting_bytes(text, at, lead) < lead.size_bytes) return at;
      at += lead.size_bytes;
    }
  }
  return at;
}

bool is_cut_sequence(std::string_view text) noexcept {
  const std::size_t at = valid_prefix(text);
  if (at == text.size()) return false;
  const Lead lead = lead_of(byte_at(text, at));
  return lead.size_bytes > 0 && at + fitting_bytes(text, at, lead) == text.size();
}

std::size_t prefix_within(std::string_view text, std::size_t max_bytes) noexcept {
  if (text.size() <= max_bytes) return text.size();
  std::size_t cut = max_bytes;
  for (int back = 0; back < 3 && cut > 0 && (byte_at(text, cut) & 0xC0U) == 0x80U; ++back) --cut;
  return cut;
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += read_at(text, at).size_bytes) ++count;
  return count;
}

std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  const auto is_blank = [](char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); };
  const auto blank_before = [&](std::string_view rest) -> std::size_t {
    return !rest.empty() && is_blank(rest.front()) ? 1 : rest.starts_with(kNoBreak) ? kNoBreak.size() : 0;
  };
  const auto blank_after = [&](std::string_view rest) -> std::size_t {
    return !rest.empty() && is_blank(rest.back()) ? 1 : rest.ends_with(kNoBreak) ? kNoBreak.size() : 0;
  };
  while (const std::size_t bytes = blank_before(text)) text.remove_prefix(bytes);
  while (const std::size_t bytes = blank_after(text)) text.remove_suffix(bytes);
  return text;
}

}  // namespace attune::utf8
