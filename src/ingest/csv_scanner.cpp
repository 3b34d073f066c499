#include "ingest/csv_scanner.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

namespace attune::ingest {
namespace {

constexpr std::size_t kRetryBytes = 4096;
constexpr std::size_t kMaxSpaceAtQuote = 32;
constexpr std::size_t kKeptOfLongLine = 4096;

bool is_line_end(char c) noexcept { return c == '\n' || c == '\r'; }

}  // namespace

CsvScanner::CsvScanner(CsvDialect dialect) : dialect_{std::move(dialect)} {
  specials_.add('\n');
  specials_.add('\r');
  if (!dialect_.delimiter.empty()) specials_.add(dialect_.delimiter.front());
  if (dialect_.quote != '\0') specials_.add(dialect_.quote);
  if (dialect_.escape != '\0') specials_.add(dialect_.escape);
}

void CsvScanner::feed(std::string_view chunk) {
  assert(!is_final_);
  if (state_ == State::SkippingLongLine && at_ > record_begin_ + kKeptOfLongLine) {
    const std::size_t kept_end = record_begin_ + kKeptOfLongLine;
    buffer_offset_ += at_ - kept_end;
    buffer_.erase(kept_end, at_ - kept_end);
    at_ = kept_end;
  }
  buffer_.erase(0, record_begin_);
  buffer_offset_ += record_begin_;
  at_ -= record_begin_;
  record_begin_ = 0;
  buffer_.append(chunk);
  is_searching_ = false;
}

CsvScanner::Next CsvScanner::next(CsvRecord& record) {
  for (;;) {
    Step step = Step::GoOn;
    switch (state_) {
      case State::FieldStart:
        step = step_field_start(record);
        break;
      case State::Unquoted:
        step = step_unquoted(record);
        break;
      case State::Quoted:
        step = step_quoted();
        break;
      case State::SkippingLongLine:
        step = step_long_line(record);
        break;
    }
    if (step == Step::Record) return Next::Record;
    if (step == Step::NeedsMore) return Next::NeedsMore;
    if (step == Step::End) return Next::End;
  }
}

void CsvScanner::read_again(const CsvRecord& record, std::size_t literal_quote) {
  record_begin_ = static_cast<std::size_t>(record.raw.data() - buffer_.data());
  literal_quote_ = buffer_offset_ + record_begin_ + literal_quote;
  move_to(record_begin_);
  line_ = record_line_ = record.line;
  fields_.clear();
  is_damaged_ = false;
  state_ = State::FieldStart;
}

std::string_view CsvScanner::unread() const noexcept {
  const std::uint64_t offset = buffer_offset_ + at_;
  const bool is_at_record = state_ == State::FieldStart && fields_.empty() && at_ == record_begin_;
  const bool has_literal_quote = literal_quote_ != kNoOffset && literal_quote_ >= offset;
  if (!is_at_record || has_literal_quote || offset < unclosable_until_) return {};
  return std::string_view{buffer_}.substr(at_);
}

void CsvScanner::skip(std::size_t bytes, std::uint64_t lines) noexcept {
  if (bytes == 0) return;
  move_to(at_ + bytes);
  record_begin_ = at_;
  line_ += lines;
  record_line_ = line_;
}

std::string_view CsvScanner::cell(const CsvRecord& record, const CsvField& field,
                                  std::string& scratch) const {
  const std::string_view text = record.raw.substr(field.begin, field.end - field.begin);
  if (!field.has_escapes) return text;
  scratch.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    const bool doubled = field.is_quoted && c == dialect_.quote && next == c;
    const bool escaped = dialect_.escape != '\0' && c == dialect_.escape && i + 1 < text.size() &&
                         (next == dialect_.quote || next == c || is_line_end(next) ||
                          (!dialect_.delimiter.empty() && next == dialect_.delimiter.front()));
    if (doubled || escaped) ++i;
    scratch.push_back(text[i]);
  }
  return scratch;
}

// The next byte that may mean something, at or after at_; kNone if there is none yet.
std::size_t CsvScanner::next_special() noexcept {
  if (!is_searching_) {
    block_ = at_;
    found_ = 0;
  }
  for (;;) {
    if (found_ == 0) {
      if (is_searching_) block_ += kBlockBytes;
      is_searching_ = true;
      if (block_ >= buffer_.size()) {
        is_searching_ = false;
        return kNone;
      }
      const std::size_t rest = buffer_.size() - block_;
      found_ = rest >= kBlockBytes ? specials_.find_in_block(buffer_.data() + block_)
                                   : specials_.find_in_rest(buffer_.data() + block_, rest);
      continue;
    }
    const std::size_t at = block_ + static_cast<std::size_t>(std::countr_zero(found_));
    found_ &= found_ - 1;
    if (at >= at_) return at;
  }
}

void CsvScanner::move_to(std::size_t at) noexcept {
  at_ = at;
  is_searching_ = false;
}

CsvScanner::Step CsvScanner::wait_at(std::size_t at) noexcept {
  move_to(at);
  return Step::NeedsMore;
}

CsvScanner::Match CsvScanner::matches_delimiter(std::size_t at) const noexcept {
  const std::string_view wanted = dialect_.delimiter;
  if (wanted.empty()) return Match::No;
  if (wanted.size() == 1) return buffer_[at] == wanted.front() ? Match::Yes : Match::No;
  const std::string_view there = std::string_view{buffer_}.substr(at, wanted.size());
  if (there == wanted) return Match::Yes;
  return !is_final_ && there.size() < wanted.size() && wanted.starts_with(there) ? Match::Unknown : Match::No;
}

// Whether a record ends at `at`, and how many bytes its line ending has.
CsvScanner::Match CsvScanner::ends_line(std::size_t at, std::size_t& size) const noexcept {
  size = 1;
  if (buffer_[at] == '\n') return Match::Yes;
  if (buffer_[at] != '\r') return Match::No;
  if (at + 1 < buffer_.size() && buffer_[at + 1] == '\n') {
    size = 2;
    return Match::Yes;
  }
  if (at + 1 == buffer_.size() && !is_final_) return Match::Unknown;
  return dialect_.line_ending == LineEnding::CarriageReturn || at + 1 == buffer_.size() ? Match::Yes
                                                                                        : Match::No;
}

// Whether the quote at `quote` closes its cell: a delimiter, a line ending or the end comes next, spaces
// aside.
CsvScanner::Match CsvScanner::ends_quoted(std::size_t quote) const noexcept {
  std::size_t at = quote + 1;
  for (std::size_t spaces = 0;; ++spaces, ++at) {
    if (at == buffer_.size()) return is_final_ ? Match::Yes : Match::Unknown;
    if (const Match match = matches_delimiter(at); match != Match::No) return match;
    std::size_t size = 0;
    if (const Match match = ends_line(at, size); match != Match::No) return match;
    if ((buffer_[at] != ' ' && buffer_[at] != '\t') || spaces == kMaxSpaceAtQuote) return Match::No;
  }
}

bool CsvScanner::may_open(std::size_t quote) const noexcept {
  const std::uint64_t offset = buffer_offset_ + quote;
  return offset != literal_quote_ && (offset >= unclosable_until_ || retry_budget_ > 0);
}

void CsvScanner::open_quote(std::size_t quote) noexcept {
  at_ = quote + 1;
  field_.begin = static_cast<std::uint32_t>(at_ - record_begin_);
  field_.is_quoted = true;
  field_line_ = line_;
  state_ = State::Quoted;
}

CsvScanner::Step CsvScanner::step_field_start(CsvRecord& record) {
  if (at_ == buffer_.size()) {
    if (!is_final_) return Step::NeedsMore;
    if (fields_.empty()) return Step::End;
    field_ = {static_cast<std::uint32_t>(at_ - record_begin_), 0, false, false, false};
    end_field(at_);
    end_record(record, at_, at_);
    return Step::Record;
  }
  std::size_t first = at_;
  if (dialect_.skips_space_before_quote) {
    while (first < buffer_.size() && first - at_ < kMaxSpaceAtQuote && buffer_[first] == ' ') ++first;
    if (first == buffer_.size()) {
      if (!is_final_) return Step::NeedsMore;
      first = at_;
    }
  }
  field_ = {static_cast<std::uint32_t>(at_ - record_begin_), 0, false, false, false};
  state_ = State::Unquoted;
  if (dialect_.quote != '\0' && buffer_[first] == dialect_.quote) {
    if (may_open(first)) {
      open_quote(first);
    } else {
      field_.is_damaged = is_damaged_ = true;
      at_ = first + 1;
    }
  }
  return Step::GoOn;
}

CsvScanner::Step CsvScanner::step_unquoted(CsvRecord& record) {
  for (;;) {
    const std::size_t at = next_special();
    const std::size_t reached = at == kNone ? buffer_.size() : at;
    if (reached - record_begin_ > kMaxRecordBytes) {
      state_ = State::SkippingLongLine;
      move_to(record_begin_ + kMaxRecordBytes);
      return Step::GoOn;
    }
    if (at == kNone) {
      if (!is_final_) return wait_at(buffer_.size());
      end_field(buffer_.size());
      end_record(record, buffer_.size(), buffer_.size());
      return Step::Record;
    }
    std::size_t size = 0;
    const Match line_end = ends_line(at, size);
    const Match delimiter = line_end == Match::No ? matches_delimiter(at) : Match::No;
    if (line_end == Match::Unknown || delimiter == Match::Unknown) return wait_at(at);
    if (line_end == Match::Yes) {
      end_field(at);
      end_record(record, at, at + size);
      return Step::Record;
    }
    if (delimiter == Match::Yes && fields_.size() + 1 < kMaxFields) {
      end_field(at);
      at_ = at + dialect_.delimiter.size();
      state_ = State::FieldStart;
      return Step::GoOn;
    }
    if (dialect_.escape != '\0' && buffer_[at] == dialect_.escape && !field_.is_quoted) {
      if (at + 1 == buffer_.size() && !is_final_) return wait_at(at);
      if (at + 1 < buffer_.size() && !is_line_end(buffer_[at + 1])) {
        field_.has_escapes = true;
        at_ = at + 2;
        continue;
      }
    }
    at_ = at + 1;
  }
}

CsvScanner::Step CsvScanner::step_quoted() {
  const std::size_t opened = record_begin_ + field_.begin - 1;
  const bool is_retry = buffer_offset_ + opened < unclosable_until_;
  const std::size_t limit = is_retry ? kRetryBytes : kMaxQuotedBytes;
  for (;;) {
    const std::size_t at = next_special();
    const std::size_t reached = at == kNone ? buffer_.size() : at;
    if (reached - opened > limit || (at == kNone && is_final_)) {
      give_up_quote(reached);
      return Step::GoOn;
    }
    if (at == kNone) return wait_at(buffer_.size());
    const char c = buffer_[at];
    const char next = at + 1 < buffer_.size() ? buffer_[at + 1] : '\0';
    const bool at_edge = at + 1 == buffer_.size() && !is_final_;
    if (dialect_.escape != '\0' && c == dialect_.escape && c != dialect_.quote) {
      if (at_edge) return wait_at(at);
      field_.has_escapes = true;
      at_ = at + (next == dialect_.quote || next == c ? 2 : 1);
    } else if (c == dialect_.quote) {
      if (at_edge) return wait_at(at);
      if (next == c && at + 1 < buffer_.size()) {
        field_.has_escapes = true;
        at_ = at + 2;
        continue;
      }
      const Match match = ends_quoted(at);
      if (match == Match::Unknown) return wait_at(at);
      at_ = at + 1;
      if (match == Match::Yes) {
        field_.end = static_cast<std::uint32_t>(at - record_begin_);
        state_ = State::Unquoted;
        return Step::GoOn;
      }
      field_.is_damaged = is_damaged_ = true;
    } else {
      const bool ends_mac_line = dialect_.line_ending == LineEnding::CarriageReturn && c == '\r';
      if (ends_mac_line ||
          (c == '\n' && (dialect_.line_ending == LineEnding::LineFeed || buffer_[at - 1] != '\r'))) {
        ++line_;
      }
      at_ = at + 1;
    }
  }
}

// The quote that opened this cell is text: the cell is read again as an unquoted one.
void CsvScanner::give_up_quote(std::size_t reached) {
  const std::size_t opened = record_begin_ + field_.begin - 1;
  const std::uint64_t wasted = reached - opened;
  if (buffer_offset_ + opened < unclosable_until_) {
    retry_budget_ -= std::min<std::uint64_t>(retry_budget_, wasted);
  } else {
    unclosable_until_ = buffer_offset_ + reached;
  }
  field_ = {field_.begin - 1, 0, false, false, true};
  is_damaged_ = true;
  line_ = field_line_;
  move_to(opened + 1);
  state_ = State::Unquoted;
}

CsvScanner::Step CsvScanner::step_long_line(CsvRecord& record) {
  for (;;) {
    const std::size_t at = next_special();
    if (at == kNone && !is_final_) return wait_at(buffer_.size());
    std::size_t size = 0;
    const Match line_end = at == kNone ? Match::Yes : ends_line(at, size);
    if (line_end == Match::Unknown) return wait_at(at);
    if (line_end == Match::Yes) {
      const std::size_t end = at == kNone ? buffer_.size() : at;
      end_record(record, std::min(end, record_begin_ + kKeptOfLongLine), end + size);
      record.fields.clear();
      record.is_too_long = true;
      return Step::Record;
    }
    at_ = at + 1;
  }
}

void CsvScanner::end_field(std::size_t end) {
  if (!field_.is_quoted) field_.end = static_cast<std::uint32_t>(end - record_begin_);
  fields_.push_back(field_);
}

void CsvScanner::end_record(CsvRecord& record, std::size_t end, std::size_t next_begin) {
  record.raw = std::string_view{buffer_}.substr(record_begin_, end - record_begin_);
  std::swap(record.fields, fields_);
  fields_.clear();
  if (dialect_.merges_delimiters) {
    const auto is_gap = [](const CsvField& field) { return !field.is_quoted && field.begin == field.end; };
    std::erase_if(record.fields, is_gap);
    if (record.fields.empty()) record.fields.emplace_back();
  }
  record.line = record_line_;
  record.is_damaged = is_damaged_;
  record.is_too_long = false;
  record_line_ = ++line_;
  record_begin_ = at_ = next_begin;
  is_damaged_ = false;
  state_ = State::FieldStart;
}

}  // namespace attune::ingest
