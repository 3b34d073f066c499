// What a run needs to answer its customers: who they are, what needs an answer, the shop's own answers, and
// what a person has decided so far. Made when it is first asked for, in steps, and again when the run has
// understood more.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis_run.hpp"
#include "engine/deadline.hpp"
#include "engine/desk_customers.hpp"
#include "insight/inbox.hpp"
#include "insight/replies_draft.hpp"
#include "insight/replies_library.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

class ServiceDesk {
 public:
  struct Decision {
    bool is_done = false;
    std::string text;  // as edited; "" as drafted
  };

  // Forgets everything; before another run begins.
  void reset() { *this = {}; }

  // True when inbox() and customers() are there; false when the deadline passed before. Null: without a
  // deadline.
  bool prepare(const AnalysisRun& run, const Deadline* deadline);
  // The shop's own answers, from its tables of questions and answers. Its meanings are set by whoever has a
  // model.
  [[nodiscard]] insight::AnswerLibrary& library(const AnalysisRun& run);

  // After prepare().
  [[nodiscard]] const std::vector<insight::InboxItem>& inbox() const noexcept { return inbox_; }
  [[nodiscard]] const insight::InboxItem* item_of(feedback::Row row) const;
  [[nodiscard]] const DeskCustomers& customers() const noexcept { return customers_; }
  // Null: nobody known.
  [[nodiscard]] const insight::PlaybookCustomer* customer_of(feedback::Row row) const;

  void decide(feedback::Row row, Decision decision) { decisions_[row] = std::move(decision); }
  [[nodiscard]] const Decision* decision_of(feedback::Row row) const;

 private:
  std::optional<std::uint64_t> prepared_, library_of_;  // the state of the run it was made from
  std::unique_ptr<insight::InboxScan> scan_;
  std::uint64_t scanning_ = 0;  // likewise, of scan_
  DeskCustomers customers_;
  std::vector<insight::InboxItem> inbox_;
  std::map<feedback::Row, std::size_t> place_;  // in inbox_
  insight::AnswerLibrary library_;
  std::map<feedback::Row, Decision> decisions_;
};

// All files are read, so that roles, reviews and customers stand.
[[nodiscard]] bool is_all_read(const AnalysisRun& run);

// The cell of a review's table row with a role, and the column's name; "" if no column has it.
struct NamedCell {
  std::string_view value, column;
};
[[nodiscard]] NamedCell cell_of(const AnalysisRun& run, feedback::Row row, ingest::ColumnRole role);

// The draft for a row. meaning: of the review, or empty. After prepare().
[[nodiscard]] insight::ReplyDraft draft_for(const AnalysisRun& run, ServiceDesk& desk,
                                            const protocol::ReplyQuery& query);

}  // namespace attune::engine
