// What every view is given, and what it may do: read the frame, draw with ui:: widgets, change what is looked
// at, and ask for commands. No view starts work.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "protocol/answers.hpp"
#include "protocol/commands.hpp"
#include "protocol/events.hpp"
#include "snapshot/snapshot.hpp"
#include "ui/state/answers.hpp"
#include "ui/state/listing.hpp"
#include "ui/state/page_cache.hpp"
#include "ui/state/review_detail.hpp"
#include "ui/state/run_state.hpp"
#include "ui/state/strings.hpp"
#include "ui/state/view_state.hpp"

namespace attune::ui {

using RowCache = PageCache<protocol::ReviewRow>;
using RejectedCache = PageCache<protocol::DiagnosticRow>;
using CustomerListing =
    Listing<protocol::CustomersQuery, protocol::CustomersAnswer, &protocol::CustomersAnswer::customers>;
using InboxListing = Listing<protocol::InboxQuery, protocol::InboxAnswer>;

struct Frame {
  const snapshot::Snapshot* snapshot = nullptr;  // null until the first result
  const RunState& run;
  const Strings& strings;
  protocol::ThemeChoice theme = protocol::ThemeChoice::System;
  bool is_file_over = false;   // files hover over the page
  const protocol::Kept& kept;  // by this browser, between visits

  ViewState& view;  // what is looked at; carried to the address bar and the engine after the frame
  RowCache& rows;   // of view.filter and view.sort
  RejectedCache& rejected;
  const std::vector<protocol::DiagnosticCount>& rejected_counts;
  const ReviewDetail& detail;              // of view.open_row
  const protocol::ColumnsAnswer* columns;  // how the files were read; null until it is known
  Answers& answers;                        // to anything else: asked for by being looked up
  CustomerListing& customers;              // of view.people, once a view says show()
  InboxListing& inbox;                     // what needs an answer, once a view says show()
  protocol::CustomerSettings&
      customer_settings;  // what the user decided about customers; a change is a new run

  std::vector<protocol::PageCommand>& commands;  // sent after the frame, in order
  std::vector<std::string>& notices;             // sentences to show for a while
};

class View {
 public:
  virtual ~View() = default;
  virtual void draw(Frame& frame) = 0;  // inside the shell's content; at most 2 ms
};

}  // namespace attune::ui
