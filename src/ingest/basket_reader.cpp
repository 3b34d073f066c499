#include "ingest/basket_reader.hpp"

#include <string>

#include "ingest/cell_shapes.hpp"
#include "ingest/csv_scanner.hpp"

namespace attune::ingest {
namespace {

class BasketReader final : public FormatReader {
 public:
  explicit BasketReader(ReadState& state) : state_{state}, scanner_{state.detection.dialect.value} {
    state_.tables.push_back({state_.file.name, {{"basket", {}}, {"item", {}}}});
  }

  Result<void> feed(std::string_view text) override {
    scanner_.feed(text);
    read_lines();
    return {};
  }

  Result<bool> finish_step() override {
    scanner_.finish();
    read_lines();
    if (baskets_ > 0) return true;
    return Error{ErrorCode::EmptyInput,
                 "There is no table in this file; choose another one: " + state_.file.name, ""};
  }

 private:
  void read_lines() {
    while (scanner_.next(record_) == CsvScanner::Next::Record) {
      if (!record_.is_blank()) take();
    }
  }

  void take() {
    if (record_.is_too_long) {
      tell(DiagnosticKind::RejectedRow, "This row is longer than 32 MB and was left out");
    } else if (record_.line <= state_.detection.skipped_lines.value) {
      tell(DiagnosticKind::SkippedLines, "This line stands before the table");
    } else if (headers_ < state_.detection.header_rows.value) {
      ++headers_;
      tell(DiagnosticKind::SkippedLines, "This line names the list below it and is no basket");
    } else {
      add_basket();
    }
  }

  void add_basket() {
    std::vector<table::Column>& columns = state_.tables.back().columns;
    std::string number;
    for (const CsvField& field : record_.fields) {
      const std::string_view item = scanner_.cell(record_, field, scratch_);
      if (trimmed(item).empty()) continue;
      if (number.empty()) number = std::to_string(++baskets_);
      columns[0].cells.append(number);
      columns[1].cells.append(item);
    }
  }

  void tell(DiagnosticKind kind, const char* reason) {
    state_.diagnostics.add({kind,
                            record_.line,
                            {},
                            reason,
                            std::string{record_.raw.substr(0, Diagnostics::kMaxRawBytes + 4)},
                            {}});
  }

  ReadState& state_;
  CsvScanner scanner_;
  CsvRecord record_;
  std::string scratch_;
  std::size_t headers_ = 0;
  std::size_t baskets_ = 0;
};

}  // namespace

std::unique_ptr<FormatReader> make_basket_reader(ReadState& state) {
  return std::make_unique<BasketReader>(state);
}

}  // namespace attune::ingest
