#include "ingest/text_decoder.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/byte_block.hpp"
#include "base/utf8.hpp"

namespace attune::ingest {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

const SingleByteTable* find_table(std::string_view label) noexcept {
  for (const SingleByteTable& table : single_byte_tables()) {
    if (table.label == label) return &table;
  }
  return nullptr;
}

std::uint32_t unit_at(std::string_view bytes, std::size_t at, std::size_t size, bool is_big_endian) noexcept {
  std::uint32_t unit = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<std::uint8_t>(bytes[at + (is_big_endian ? i : size - 1 - i)]);
    unit = (unit << 8U) | byte;
  }
  return unit;
}

// Appends the ASCII characters that UTF-16 text begins with, four at a time; returns how many bytes they
// took.
std::size_t append_ascii_units(std::string& text, std::string_view units, bool is_big_endian) {
  if constexpr (std::endian::native != std::endian::little) return 0;
  const std::uint64_t foreign = is_big_endian ? 0x80FF80FF80FF80FFULL : 0xFF80FF80FF80FF80ULL;
  const auto word_at = [&](std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, units.data() + at, sizeof word);
    return word;
  };
  std::size_t size = 0;
  while (size + 8 <= units.size() && (word_at(size) & foreign) == 0) size += 8;
  const std::size_t begin = text.size();
  text.resize(begin + size / 2);
  for (std::size_t at = 0; at < size; at += 8) {
    std::uint64_t word = is_big_endian ? word_at(at) >> 8U : word_at(at);  // 00aa00bb00cc00dd
    word = (word | (word >> 8U)) & 0x0000FFFF0000FFFFULL;                  // 0000aabb0000ccdd
    const auto four = static_cast<std::uint32_t>(word | (word >> 16U));
    std::memcpy(text.data() + begin + at / 2, &four, sizeof four);
  }
  return size;
}

}  // namespace

bool TextDecoder::is_supported(std::string_view label) noexcept {
  static constexpr std::array<std::string_view, 5> kUnicode{"utf-8", "utf-16le", "utf-16be", "utf-32le",
                                                            "utf-32be"};
  return std::find(kUnicode.begin(), kUnicode.end(), label) != kUnicode.end() || find_table(label) != nullptr;
}

TextDecoder::TextDecoder(std::string_view label) : table_{find_table("windows-1252")} {
  is_big_endian_ = label.ends_with("be");
  if (label.starts_with("utf-16")) {
    kind_ = Kind::Utf16;
  } else if (label.starts_with("utf-32")) {
    kind_ = Kind::Utf32;
  } else if (const SingleByteTable* table = find_table(label); table != nullptr) {
    kind_ = Kind::SingleByte;
    table_ = table;
  }
}

std::string_view TextDecoder::decode(std::string_view bytes) {
  text_.clear();
  if (kind_ == Kind::SingleByte) {
    decode_single_bytes(bytes);
    return text_;
  }
  if (kind_ != Kind::Utf8) {
    decode_wide(bytes, false);
    return text_;
  }
  // The common case: valid UTF-8 passes through untouched.
  if (pending_.empty() && !is_at_begin_ && utf8::valid_prefix(bytes) == bytes.size()) {
    count_lines(bytes);
    return bytes;
  }
  decode_utf8(bytes, false);
  return text_;
}

std::string_view TextDecoder::finish() {
  text_.clear();
  if (kind_ == Kind::Utf8) decode_utf8({}, true);
  if (kind_ == Kind::Utf16 || kind_ == Kind::Utf32) decode_wide({}, true);
  return text_;
}

// Until the first foreign byte: that is where its line is told.
void TextDecoder::count_lines(std::string_view text) noexcept {
  if (foreign_bytes_ == 0) line_ += count_byte(text.data(), text.size(), '\n');
}

void TextDecoder::decode_single_bytes(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t plain = utf8::ascii_prefix(bytes);
    text_.append(bytes.substr(0, plain));
    bytes.remove_prefix(plain);
    while (!bytes.empty() && static_cast<std::uint8_t>(bytes.front()) >= 0x80) {
      utf8::append(text_, table_->upper[static_cast<std::uint8_t>(bytes.front()) - 0x80U]);
      bytes.remove_prefix(1);
    }
  }
}

void TextDecoder::decode_utf8(std::string_view bytes, bool is_final) {
  pending_.append(bytes);
  if (is_at_begin_) {
    if (!is_final && pending_.size() < kByteOrderMark.size() && kByteOrderMark.starts_with(pending_)) return;
    if (pending_.starts_with(kByteOrderMark)) pending_.erase(0, kByteOrderMark.size());
    is_at_begin_ = false;
  }
  std::string_view rest = pending_;
  while (!rest.empty()) {
    const std::size_t valid = utf8::valid_prefix(rest);
    text_.append(rest.substr(0, valid));
    rest.remove_prefix(valid);
    if (rest.empty() || (!is_final && utf8::is_cut_sequence(rest))) break;
    note_foreign(pending_, pending_.size() - rest.size());
    utf8::append(text_, table_->upper[static_cast<std::uint8_t>(rest.front()) - 0x80U]);
    rest.remove_prefix(1);
  }
  count_lines(text_);
  pending_.erase(0, pending_.size() - rest.size());
}

void TextDecoder::decode_wide(std::string_view bytes, bool is_final) {
  if (!pending_.empty()) pending_.append(bytes);
  std::string_view rest = pending_.empty() ? bytes : pending_;
  const std::size_t size = kind_ == Kind::Utf16 ? 2 : 4;
  while (rest.size() >= size) {
    if (kind_ == Kind::Utf16) {
      const std::size_t plain = append_ascii_units(text_, rest, is_big_endian_);
      is_at_begin_ = is_at_begin_ && plain == 0;
      rest.remove_prefix(plain);
      if (rest.size() < size) break;
    }
    char32_t value = unit_at(rest, 0, size, is_big_endian_);
    std::size_t used = size;
    if (kind_ == Kind::Utf16 && value >= 0xD800 && value <= 0xDBFF) {
      if (rest.size() < 4) {
        if (!is_final) break;
      } else if (const std::uint32_t low = unit_at(rest, 2, 2, is_big_endian_);
                 low >= 0xDC00 && low <= 0xDFFF) {
        value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
        used = 4;
      }
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) note_foreign({}, 0);
    if (!(is_at_begin_ && value == 0xFEFF)) utf8::append(text_, value);
    is_at_begin_ = false;
    rest.remove_prefix(used);
  }
  if (is_final && !rest.empty()) {
    note_foreign({}, 0);
    utf8::append(text_, utf8::kReplacement);
    rest = {};
  }
  count_lines(text_);
  pending_ = std::string{rest};
}

void TextDecoder::note_foreign(std::string_view bytes, std::size_t at) {
  if (foreign_bytes_ == 0) {
    count_lines(text_);
    first_foreign_line_ = line_;
    const std::size_t begin = at > 40 ? at - 40 : 0;
    for (const char c : bytes.substr(begin, 80)) {
      const auto byte = static_cast<std::uint8_t>(c);
      utf8::append(first_foreign_text_, byte < 0x80 ? byte : table_->upper[byte - 0x80U]);
    }
  }
  ++foreign_bytes_;
}

}  // namespace attune::ingest
