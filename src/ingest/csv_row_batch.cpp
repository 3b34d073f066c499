#include "ingest/csv_row_batch.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

#include "base/byte_block.hpp"

namespace attune::ingest {
namespace {

constexpr std::size_t kCellsOfBatch = 8192;  // 64 KB: stays in the cache between reading and appending
constexpr std::size_t kMaxTextBytes = std::size_t{16} << 20U;
constexpr std::size_t kMaxRowBytes = std::size_t{1} << 20U;  // longer ones are for CsvScanner

// Copies in whole blocks, up to 15 bytes too many on both sides.
char* copy_in_blocks(char* to, const char* from, std::size_t size) noexcept {
  for (std::size_t at = 0; at < size; at += ByteBlock::kBytes) ByteBlock::load(from + at).store(to + at);
  return to + size;
}

// Of two quotes only the first. In whole blocks as far as `readable` bytes of the text are there.
char* copy_single_quotes(char* to, std::string_view text, char quote, std::size_t readable) noexcept {
  const ByteBlock quotes = ByteBlock::filled_with(quote);
  std::size_t at = 0;
  while (at < text.size() && at + ByteBlock::kBytes <= readable) {
    const ByteBlock block = ByteBlock::load(text.data() + at);
    block.store(to);
    const std::uint32_t found = block.equal_to(quotes).top_bits();
    const std::size_t rest = text.size() - at;
    const std::size_t plain =
        std::min(rest, found == 0 ? ByteBlock::kBytes : static_cast<std::size_t>(std::countr_zero(found)));
    to += plain;
    at += plain;
    if (found != 0 && plain < rest) {
      *to++ = quote;
      at += 2;
    }
  }
  for (; at < text.size(); ++at) {
    *to++ = text[at];
    if (text[at] == quote) ++at;
  }
  return to;
}

}  // namespace

// The places of delimiters, quotes and line feeds, in order.
class CsvRowBatch::Events {
 public:
  Events(char delimiter, char quote, std::string_view text)
      : delimiters_{ByteBlock::filled_with(delimiter)},
        quotes_{ByteBlock::filled_with(quote)},
        line_feeds_{ByteBlock::filled_with('\n')},
        text_{text} {
    found_ = find();
  }

  // The next place; text.size() after the last one.
  std::size_t next() noexcept {
    while (found_ == 0) {
      block_ += kBlockBytes;
      if (block_ >= text_.size()) return text_.size();
      found_ = find();
    }
    const std::size_t at = block_ + static_cast<std::size_t>(std::countr_zero(found_));
    found_ &= found_ - 1;
    return at;
  }

 private:
  [[nodiscard]] std::uint64_t find() const noexcept {
    const char* const bytes = text_.data() + block_;
    const std::size_t rest = text_.size() - block_;
    if (rest >= kBlockBytes) return find_in(bytes);
    std::array<char, kBlockBytes> block{};
    std::memcpy(block.data(), bytes, rest);
    return find_in(block.data()) & ((std::uint64_t{1} << rest) - 1);
  }
  [[nodiscard]] std::uint64_t find_in(const char* bytes) const noexcept {
    std::uint64_t found = 0;
    for (unsigned part = 0; part < kBlockBytes / ByteBlock::kBytes; ++part) {
      const ByteBlock block = ByteBlock::load(bytes + part * ByteBlock::kBytes);
      const ByteBlock hit =
          block.equal_to(delimiters_) | block.equal_to(quotes_) | block.equal_to(line_feeds_);
      found |= std::uint64_t{hit.top_bits()} << (part * ByteBlock::kBytes);
    }
    return found;
  }

  ByteBlock delimiters_;
  ByteBlock quotes_;
  ByteBlock line_feeds_;
  std::string_view text_;
  std::size_t block_ = 0;
  std::uint64_t found_ = 0;
};

bool CsvRowBatch::can_read(const CsvDialect& dialect) noexcept {
  return dialect.delimiter.size() <= 1 && dialect.escape == '\0' && !dialect.skips_space_before_quote &&
         !dialect.merges_delimiters && dialect.line_ending == LineEnding::LineFeed &&
         dialect.delimiter != "\n" && dialect.delimiter != "\r" && dialect.delimiter != " ";
}

CsvRowBatch::CsvRowBatch(const CsvDialect& dialect, std::size_t width)
    : delimiter_{dialect.delimiter.empty() ? '\n' : dialect.delimiter.front()},
      quote_{dialect.quote == '\0' ? '\n' : dialect.quote},
      width_{width},
      max_rows_{std::max<std::size_t>(1, kCellsOfBatch / width)},
      cells_(max_rows_ * width) {
  row_ends_.reserve(max_rows_);
}

void CsvRowBatch::read(std::string_view text) {
  text_ = text.substr(0, kMaxTextBytes);
  row_ends_.clear();
  if (text_.empty()) return;
  Events events{delimiter_, quote_, text_};
  std::size_t at = 0;
  while (row_ends_.size() < max_rows_) {
    const std::size_t begin = at;
    if (!read_row(events, at, cells_.data() + row_ends_.size() * width_)) return;
    if (at - begin > kMaxRowBytes) return;
    row_ends_.push_back(static_cast<std::uint32_t>(at));
  }
}

std::uint64_t CsvRowBatch::lines() const noexcept { return count_byte(text_.data(), size_bytes(), '\n'); }

// Reads the row that begins at `at` and moves there where the next one begins; false if it is not as it
// should be, or not all there.
bool CsvRowBatch::read_row(Events& events, std::size_t& at, Cell* cells) const {
  bool ends_row = false;
  const std::size_t begin = at;
  for (std::size_t column = 0; column < width_; ++column) {
    if (at >= text_.size() || ends_row) return false;
    const bool is_quoted = text_[at] == quote_ && quote_ != '\n';
    const bool is_read = is_quoted ? read_quoted(events, at, cells[column], ends_row)
                                   : read_unquoted(events, at, cells[column], ends_row);
    if (!is_read) return false;
  }
  // A line without anything is no row.
  const bool is_blank = width_ == 1 && cells[0].size_and_escapes == 0 && text_[begin] != quote_;
  return ends_row && !is_blank;
}

bool CsvRowBatch::read_unquoted(Events& events, std::size_t& at, Cell& cell, bool& ends_row) const {
  std::size_t end = events.next();
  while (end < text_.size() && text_[end] == quote_ && quote_ != '\n') end = events.next();
  if (end >= text_.size()) return false;
  const std::size_t begin = at;
  at = end + 1;
  ends_row = text_[end] == '\n';
  if (ends_row && end > begin && text_[end - 1] == '\r') --end;
  cell = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>((end - begin) << 1U)};
  return true;
}

bool CsvRowBatch::read_quoted(Events& events, std::size_t& at, Cell& cell, bool& ends_row) const {
  const std::size_t begin = events.next() + 1;
  std::uint32_t escapes = 0;
  std::size_t end = 0;
  for (;;) {
    end = events.next();
    if (end + 1 >= text_.size()) return false;
    if (text_[end] != quote_) continue;
    if (text_[end + 1] != quote_) break;
    escapes = 1;
    events.next();
  }
  std::size_t after = end + 1;
  if (text_[after] == '\r') ++after;
  if (after >= text_.size()) return false;
  ends_row = text_[after] == '\n';
  if (!ends_row && (after != end + 1 || text_[after] != delimiter_)) return false;
  events.next();
  cell = {static_cast<std::uint32_t>(begin), (static_cast<std::uint32_t>(end - begin) << 1U) | escapes};
  at = after + 1;
  return true;
}

void CsvRowBatch::append_column(std::size_t column, std::optional<std::uint64_t> text_begin,
                                table::StringColumn& to) const {
  if (to.is_kept_in_file()) {
    if (text_begin) return append_places(column, *text_begin, to);
    std::string scratch;
    for (std::size_t row = 0; row < size(); ++row) {
      const std::string_view raw = raw_cell(row, column);
      scratch.resize(raw.size());
      const bool has_escapes = cells_[row * width_ + column].has_escapes();
      if (has_escapes) {
        char* const end = copy_single_quotes(scratch.data(), raw, quote_, 0);
        scratch.resize(static_cast<std::size_t>(end - scratch.data()));
      }
      to.append(has_escapes ? std::string_view{scratch} : raw);
    }
    return;
  }
  const Cell* const cells = cells_.data() + column;
  std::size_t bytes = 0;
  for (std::size_t row = 0; row < size(); ++row) bytes += cells[row * width_].size();
  const char* const text = text_.data();
  const std::size_t safe = text_.size() - std::min(text_.size(), ByteBlock::kBytes);
  to.append_many(size(), bytes, [&](char* out, std::size_t row) {
    const Cell& cell = cells[row * width_];
    const std::size_t size = cell.size();
    if (cell.has_escapes())
      return copy_single_quotes(out, text_.substr(cell.begin, size), quote_, text_.size() - cell.begin);
    if (cell.begin + size <= safe) return copy_in_blocks(out, text + cell.begin, size);
    if (size > 0) std::memcpy(out, text + cell.begin, size);
    return out + size;
  });
}

void CsvRowBatch::append_places(std::size_t column, std::uint64_t text_begin, table::StringColumn& to) const {
  for (std::size_t row = 0; row < size(); ++row) {
    const Cell& cell = cells_[row * width_ + column];
    to.append_place({text_begin + cell.begin, static_cast<std::uint32_t>(cell.size()), cell.has_escapes()});
  }
}

}  // namespace attune::ingest
