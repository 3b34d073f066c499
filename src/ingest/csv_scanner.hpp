// Cuts delimited text into records and cells. Knows one dialect and nothing about headers or columns.
//
//   scanner.feed(chunk);
//   while (scanner.next(record) == CsvScanner::Next::Record) use(record);
//
// Text may be cut anywhere between two feeds; the records are the same. Nothing fails: a quote that is never
// closed is read as an ordinary character, a quote inside quotes that is followed by text as well, and the
// record says `is_damaged`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/byte_search.hpp"
#include "ingest/csv_dialect.hpp"

namespace attune::ingest {

// A cell's text within its record, without the quotes around it.
struct CsvField {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool is_quoted = false;
  bool has_escapes = false;  // doubled or escaped quotes are inside
  bool is_damaged =
      false;  // quoted, and holds a quote that should have been doubled; or opens with a quote never closed
};

// Views are valid until the next feed.
struct CsvRecord {
  std::string_view raw;  // without the line ending
  std::vector<CsvField> fields;
  std::uint64_t line = 0;    // where it begins, from 1
  bool is_damaged = false;   // one of its fields is
  bool is_too_long = false;  // more than kMaxRecordBytes: the rest of the line was skipped

  [[nodiscard]] bool is_blank() const noexcept { return raw.empty(); }
};

class CsvScanner {
 public:
  static constexpr std::size_t kMaxRecordBytes = std::size_t{32} << 20U;
  static constexpr std::size_t kMaxQuotedBytes = std::size_t{16}
                                                 << 20U;  // a quote not closed by then never is
  static constexpr std::size_t kMaxFields = std::size_t{1}
                                            << 20U;  // the last one takes the rest of the record

  enum class Next { Record, NeedsMore, End };

  explicit CsvScanner(CsvDialect dialect);

  void feed(std::string_view chunk);
  void finish() noexcept { is_final_ = true; }

  Next next(CsvRecord& record);

  // Takes back the record that next() has just given and reads on from its beginning, with the quote that
  // opens at raw[literal_quote] taken as text. Only before the next feed().
  void read_again(const CsvRecord& record, std::size_t literal_quote);

  // The text that was fed and not read yet, if it is at the beginning of a record and no quote in it is to be
  // read in another way than usual; else "". Valid until the next feed.
  [[nodiscard]] std::string_view unread() const noexcept;
  [[nodiscard]] std::uint64_t unread_offset() const noexcept { return buffer_offset_ + at_; }  // in the text
  // Goes on behind `bytes` of it: whole records of so many lines that somebody else has read.
  void skip(std::size_t bytes, std::uint64_t lines) noexcept;

  // The cell as it is meant: escapes resolved in `scratch` where there are any.
  [[nodiscard]] std::string_view cell(const CsvRecord& record, const CsvField& field,
                                      std::string& scratch) const;

  [[nodiscard]] const CsvDialect& dialect() const noexcept { return dialect_; }

 private:
  enum class State { FieldStart, Unquoted, Quoted, SkippingLongLine };
  enum class Match { No, Yes, Unknown };  // Unknown: the text so far ends too early to tell
  enum class Step { GoOn, Record, NeedsMore, End };

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static constexpr std::uint64_t kNoOffset = static_cast<std::uint64_t>(-1);

  [[nodiscard]] std::size_t next_special() noexcept;
  [[nodiscard]] Match matches_delimiter(std::size_t at) const noexcept;
  [[nodiscard]] Match ends_line(std::size_t at, std::size_t& size) const noexcept;
  [[nodiscard]] Match ends_quoted(std::size_t quote) const noexcept;
  [[nodiscard]] bool may_open(std::size_t quote) const noexcept;

  Step step_field_start(CsvRecord& record);
  Step step_unquoted(CsvRecord& record);
  Step step_quoted();
  Step step_long_line(CsvRecord& record);
  Step wait_at(std::size_t at) noexcept;
  void move_to(std::size_t at) noexcept;
  void open_quote(std::size_t quote) noexcept;
  void give_up_quote(std::size_t reached);
  void end_field(std::size_t end);
  void end_record(CsvRecord& record, std::size_t end, std::size_t next_begin);

  CsvDialect dialect_;
  ByteSet specials_;
  std::string buffer_;
  std::uint64_t buffer_offset_ = 0;  // of buffer_[0] in the whole text
  bool is_final_ = false;

  State state_ = State::FieldStart;
  std::size_t at_ = 0;            // in buffer_: everything before is understood
  std::size_t record_begin_ = 0;  // in buffer_
  std::uint64_t line_ = 1;        // of at_
  std::uint64_t record_line_ = 1;
  std::vector<CsvField> fields_;
  CsvField field_;
  std::uint64_t field_line_ = 1;
  bool is_damaged_ = false;

  // Quotes that turned out to be text. Offsets in the whole text.
  std::uint64_t literal_quote_ = kNoOffset;
  std::uint64_t unclosable_until_ = 0;  // a quote opened before this is only sought to the end of kRetryBytes
  std::uint64_t retry_budget_ = 64U << 20U;  // bytes that may be read twice for that

  // The search for special bytes: the block, and those of its bytes not looked at yet.
  std::size_t block_ = 0;
  std::uint64_t found_ = 0;
  bool is_searching_ = false;
};

}  // namespace attune::ingest
