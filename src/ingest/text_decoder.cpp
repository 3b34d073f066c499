#include "ingest/text_decoder.hpp"

#include <algorithm>
#include <array>

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
    for (const char c : bytes) {
      const auto byte = static_cast<std::uint8_t>(c);
      if (byte < 0x80) {
        text_.push_back(c);
      } else {
        utf8::append(text_, table_->upper[byte - 0x80U]);
      }
    }
    return text_;
  }
  if (kind_ != Kind::Utf8) {
    decode_wide(bytes, false);
    return text_;
  }
  // The common case: valid UTF-8 passes through untouched.
  if (pending_.empty() && !is_at_begin_ && utf8::valid_prefix(bytes) == bytes.size()) {
    if (foreign_bytes_ == 0)
      line_ += static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
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
    if (foreign_bytes_ == 0)
      line_ += static_cast<std::uint64_t>(
          std::count(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(valid), '\n'));
    rest.remove_prefix(valid);
    if (rest.empty() || (!is_final && utf8::is_cut_sequence(rest))) break;
    note_foreign(pending_, pending_.size() - rest.size());
    utf8::append(text_, table_->upper[static_cast<std::uint8_t>(rest.front()) - 0x80U]);
    rest.remove_prefix(1);
  }
  pending_.erase(0, pending_.size() - rest.size());
}

void TextDecoder::decode_wide(std::string_view bytes, bool is_final) {
  pending_.append(bytes);
  const std::size_t size = kind_ == Kind::Utf16 ? 2 : 4;
  std::size_t at = 0;
  while (at + size <= pending_.size()) {
    char32_t value = unit_at(pending_, at, size, is_big_endian_);
    std::size_t used = size;
    if (kind_ == Kind::Utf16 && value >= 0xD800 && value <= 0xDBFF) {
      if (at + 4 > pending_.size()) {
        if (!is_final) break;
      } else if (const std::uint32_t low = unit_at(pending_, at + 2, 2, is_big_endian_);
                 low >= 0xDC00 && low <= 0xDFFF) {
        value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
        used = 4;
      }
    }
    if (value == '\n' && foreign_bytes_ == 0) ++line_;
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) note_foreign({}, 0);
    if (!(is_at_begin_ && value == 0xFEFF)) utf8::append(text_, value);
    is_at_begin_ = false;
    at += used;
  }
  pending_.erase(0, at);
  if (is_final && !pending_.empty()) {
    note_foreign({}, 0);
    utf8::append(text_, utf8::kReplacement);
    pending_.clear();
  }
}

void TextDecoder::note_foreign(std::string_view bytes, std::size_t at) {
  if (foreign_bytes_++ > 0) return;
  first_foreign_line_ = line_;
  const std::size_t begin = at > 40 ? at - 40 : 0;
  for (const char c : bytes.substr(begin, 80)) {
    const auto byte = static_cast<std::uint8_t>(c);
    utf8::append(first_foreign_text_, byte < 0x80 ? byte : table_->upper[byte - 0x80U]);
  }
}

}  // namespace attune::ingest
