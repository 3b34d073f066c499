#include "ingest/mojibake.hpp"

#include <optional>

#include "base/utf8.hpp"
#include "ingest/single_byte_tables.hpp"

namespace attune::ingest {
namespace {

constexpr std::size_t kMaxRunBytes = 4096;

bool is_ascii(char c) noexcept { return (static_cast<unsigned char>(c) & 0x80U) == 0; }

const SingleByteTable& windows_1252() {
  for (const SingleByteTable& table : single_byte_tables()) {
    if (table.label == "windows-1252") return table;
  }
  return single_byte_tables().front();
}

// The byte of windows-1252 that stands for the character.
std::optional<char> byte_of(char32_t value) {
  if (value >= 0xA0 && value <= 0xFF) return static_cast<char>(value);
  if (value >= 0x80 && value < 0xA0) return static_cast<char>(value);  // C1 controls, kept by some programs
  const auto& upper = windows_1252().upper;
  for (std::size_t i = 0; i < 32; ++i) {
    if (upper[i] == value) return static_cast<char>(0x80U + i);
  }
  return std::nullopt;
}

// The text that a run of characters beyond ASCII was before; nullopt if it was none.
std::optional<std::string> original_of(std::string_view run) {
  std::string bytes;
  for (std::size_t at = 0; at < run.size();) {
    const utf8::CodePoint point = utf8::read_at(run, at);
    const std::optional<char> byte = point.is_valid ? byte_of(point.value) : std::nullopt;
    if (!byte) return std::nullopt;
    bytes += *byte;
    at += point.size_bytes;
  }
  if (bytes.size() < 2 || !utf8::is_valid(bytes)) return std::nullopt;
  return bytes;
}

std::size_t end_of_run(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_ascii(text[at])) ++at;
  return at;
}

}  // namespace

MojibakeCount count_mojibake(std::string_view text) {
  MojibakeCount count;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_ascii(text[at])) continue;
    const std::size_t end = end_of_run(text, at);
    if (original_of(text.substr(at, end - at))) {
      if (count.broken++ == 0) {
        const std::size_t begin = text.find_last_of(" ,;\n\t\"", at);
        const std::size_t word = begin == std::string_view::npos ? 0 : begin + 1;
        const std::size_t word_end = text.find_first_of(" ,;\n\t\"", end);
        count.first_broken = text.substr(word, std::min(word_end, word + 80) - word);
      }
    } else {
      ++count.sound;
    }
    at = end;
  }
  return count;
}

std::string_view MojibakeMender::mend(std::string_view text) {
  mended_.clear();
  pending_ += text;
  std::size_t at = 0;
  while (at < pending_.size()) {
    if (is_ascii(pending_[at])) {
      std::size_t end = at;
      while (end < pending_.size() && is_ascii(pending_[end])) ++end;
      mended_.append(pending_, at, end - at);
      at = end;
      continue;
    }
    const std::size_t end = end_of_run(pending_, at);
    if (end == pending_.size() && end - at < kMaxRunBytes) break;  // the run may go on
    const std::string_view run = std::string_view{pending_}.substr(at, end - at);
    mended_ += original_of(run).value_or(std::string{run});
    at = end;
  }
  pending_.erase(0, at);
  return mended_;
}

std::string_view MojibakeMender::finish() {
  mended_ = original_of(pending_).value_or(pending_);
  pending_.clear();
  return mended_;
}

}  // namespace attune::ingest
