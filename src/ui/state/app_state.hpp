// All that the interface knows between two frames: the snapshot, the run, the view, and what was asked of the
// engine. Snapshots and events come in, commands go out; no widget and no pixel is known here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "protocol/events.hpp"
#include "snapshot/snapshot.hpp"
#include "ui/view.hpp"

namespace attune::ui {

class AppState {
 public:
  // Snapshots of an older run are dropped.
  void adopt(snapshot::SnapshotPtr snapshot);
  void receive(const protocol::PageEvent& event);

  // Lent to the views for one frame; settle() comes after it.
  [[nodiscard]] Frame frame();
  // Asks for what the views wanted to see, and tells the address bar where we are.
  void settle();

  [[nodiscard]] std::vector<protocol::PageCommand> take_commands();
  // Sentences to show for a while, oldest first.
  [[nodiscard]] std::vector<std::string> take_notices();

  [[nodiscard]] const RunState& run() const noexcept { return run_; }
  [[nodiscard]] const ViewState& view() const noexcept { return view_; }
  [[nodiscard]] const Strings& strings() const noexcept { return strings_; }
  [[nodiscard]] protocol::ThemeChoice theme() const noexcept { return theme_; }
  void use_strings(const Strings& strings) { strings_ = strings; }

 private:
  std::uint64_t ask(protocol::QueryBody body);
  void take_answer(const protocol::Answer& answer);
  void begin_run(const protocol::RunStarted& event);
  void forget_run();
  void ask_for_rows();
  void ask_for_files();
  void tell_address_bar();
  void tell_customer_settings();

  snapshot::SnapshotPtr snapshot_;
  RunState run_;
  ViewState view_;
  ViewState told_view_;  // what the address bar holds
  Strings strings_;
  protocol::ThemeChoice theme_ = protocol::ThemeChoice::System;
  bool is_file_over_ = false;
  protocol::Kept kept_;

  RowCache rows_;
  protocol::RowsFilter rows_filter_;  // what rows_ holds the answers to
  protocol::RowsSort rows_sort_;
  RejectedCache rejected_;
  std::vector<protocol::DiagnosticCount> rejected_counts_;
  ReviewDetail detail_;
  std::optional<protocol::ColumnsAnswer> columns_;
  bool are_columns_stale_ = true;
  std::uint64_t columns_id_ = 0;  // 0: not asked
  Answers answers_;
  CustomerListing customers_;
  InboxListing inbox_;
  protocol::CustomerSettings customer_settings_;
  protocol::CustomerSettings told_customer_settings_;  // what the page knows of them

  std::uint64_t last_id_ = 0;
  std::vector<protocol::PageCommand> commands_;
  std::vector<std::string> notices_;
};

}  // namespace attune::ui
