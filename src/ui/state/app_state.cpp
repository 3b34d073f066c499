#include "ui/state/app_state.hpp"

#include <algorithm>
#include <utility>

#include "ui/state/sentences.hpp"

namespace attune::ui {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

}  // namespace

void AppState::adopt(snapshot::SnapshotPtr snapshot) {
  if (snapshot == nullptr || snapshot->run < run_.run) return;
  if (run_.phase == RunPhase::Idle) return;  // of a run that was forgotten meanwhile
  snapshot_ = std::move(snapshot);
  rows_.refresh();
  rejected_.refresh();
  detail_.refresh();
  answers_.refresh();
  customers_.rows.refresh();
  inbox_.rows.refresh();
  are_columns_stale_ = true;
}

void AppState::receive(const protocol::PageEvent& event) {
  using namespace protocol;
  std::visit(Overloaded{
                 [this](const EngineReady& ready) {
                   apply(ready, run_);
                   if (!ready.notice.empty()) notices_.push_back(ready.notice);
                 },
                 [this](const RunStarted& started) { begin_run(started); },
                 [this](const RunProgress& progress) { apply(progress, run_); },
                 [this](const RunDone& done) { apply(done, run_); },
                 [this](const RunFailed& failed) {
                   apply(failed, run_);
                   const bool is_old = snapshot_ != nullptr && snapshot_->run < run_.run;
                   if (is_old && run_.phase != RunPhase::Crashed) snapshot_ = nullptr;
                 },
                 [this](const Notice& notice) { notices_.push_back(sentence_of(notice, strings_)); },
                 [this](const Forgotten&) {
                   forget_run();
                   RunState idle;
                   idle.run = run_.run;
                   idle.is_engine_ready = run_.is_engine_ready;
                   idle.has_model = run_.has_model;
                   run_ = std::move(idle);
                   view_ = {};
                   kept_ = {};
                   customer_settings_ = told_customer_settings_ = {};
                 },
                 [this](const Kept& kept) { kept_ = kept; },
                 [this](const ThemeChosen& chosen) { theme_ = chosen.theme; },
                 [this](const LanguageChosen& chosen) { strings_ = strings_from_tag(chosen.tag); },
                 [this](const ViewRequested& requested) {
                   const auto view = view_from_fragment(requested.fragment);
                   if (!view) return notices_.push_back(view.error().message);
                   view_ = told_view_ = *view;
                 },
                 [this](const DragChanged& drag) { is_file_over_ = drag.is_over; },
                 [this](const Answer& answer) { take_answer(answer); },
             },
             event);
}

void AppState::begin_run(const protocol::RunStarted& event) {
  const bool is_first = run_.files.empty();
  // Files added to those that are open leave the view as it is.
  const bool is_more = run_.files.size() <= event.files.size() &&
                       std::equal(run_.files.begin(), run_.files.end(), event.files.begin());
  const bool is_again = run_.files == event.files;
  if (!apply(event, run_)) return;
  // The same files under other settings: what was found stays on show until it is found anew.
  const snapshot::SnapshotPtr shown = is_again ? snapshot_ : nullptr;
  forget_run();
  snapshot_ = shown;
  // A view restored from a link waits for the first file; filters of one file mean nothing to another.
  if (is_first || is_more) return;
  view_ = ViewState{};
  customer_settings_ = told_customer_settings_ = {};
}

void AppState::forget_run() {
  snapshot_ = nullptr;
  rows_.forget();
  rejected_.forget();
  rejected_counts_.clear();
  detail_.forget();
  answers_.forget();
  customers_.forget();
  inbox_.forget();
  columns_.reset();
  columns_id_ = 0;
  are_columns_stale_ = true;
}

Frame AppState::frame() {
  if (rows_filter_ != view_.filter || rows_sort_ != view_.sort) {
    rows_filter_ = view_.filter;
    rows_sort_ = view_.sort;
    rows_.forget();
  }
  detail_.open(view_.open_row);
  return Frame{.snapshot = snapshot_.get(),
               .run = run_,
               .strings = strings_,
               .theme = theme_,
               .is_file_over = is_file_over_,
               .kept = kept_,
               .view = view_,
               .rows = rows_,
               .rejected = rejected_,
               .rejected_counts = rejected_counts_,
               .detail = detail_,
               .columns = columns_ ? &*columns_ : nullptr,
               .answers = answers_,
               .customers = customers_,
               .inbox = inbox_,
               .customer_settings = customer_settings_,
               .commands = commands_,
               .notices = notices_};
}

void AppState::settle() {
  for (protocol::PageCommand& command : commands_) {  // what views ask is numbered here
    if (auto* asked = std::get_if<protocol::AskEngine>(&command); asked != nullptr && asked->query.id == 0)
      asked->query.id = ++last_id_;
    // A switch stands where it was put until the page says what came of it.
    if (const auto* keep = std::get_if<protocol::KeepFiles>(&command)) kept_.is_on = keep->is_on;
  }
  if (snapshot_ != nullptr && snapshot_->run == run_.run && run_.phase != RunPhase::Crashed) {
    ask_for_rows();
    ask_for_files();
    const auto send = [this](protocol::QueryBody body) { return ask(std::move(body)); };
    answers_.ask(send);
    customers_.ask(send);
    inbox_.ask(send);
  }
  tell_address_bar();
  tell_customer_settings();
}

void AppState::ask_for_rows() {
  // A filter changed in this frame forgets the rows in the next one; asking now would be for nothing.
  if (rows_filter_ == view_.filter && rows_sort_ == view_.sort) {
    rows_.ask([this](std::uint64_t offset, std::uint64_t limit) {
      return ask(
          protocol::RowsQuery{.filter = rows_filter_, .sort = rows_sort_, .offset = offset, .limit = limit});
    });
  }
  if (detail_.row() == view_.open_row) {
    detail_.ask([this](protocol::QueryBody body) { return ask(std::move(body)); });
  }
}

void AppState::ask_for_files() {
  rejected_.ask([this](std::uint64_t offset, std::uint64_t limit) {
    return ask(protocol::DiagnosticsQuery{.offset = offset, .limit = limit});
  });
  if (view_.page == PageName::Files && are_columns_stale_ && columns_id_ == 0) {
    are_columns_stale_ = false;
    columns_id_ = ask(protocol::ColumnsQuery{});
  }
}

void AppState::tell_address_bar() {
  if (view_ == told_view_) return;
  const auto has_open = [](const ViewState& view) {
    const Parameters* own = view.of(view.page);
    return view.open_row.has_value() || (own != nullptr && own->has(kOpenKey));
  };
  const bool is_step = view_.page != told_view_.page || has_open(view_) != has_open(told_view_);
  told_view_ = view_;
  commands_.emplace_back(protocol::SetView{.fragment = fragment_from_view(view_), .as_step = is_step});
}

void AppState::tell_customer_settings() {
  if (customer_settings_ == told_customer_settings_) return;
  told_customer_settings_ = customer_settings_;
  commands_.emplace_back(protocol::SetCustomers{customer_settings_});
}

std::uint64_t AppState::ask(protocol::QueryBody body) {
  const std::uint64_t id = ++last_id_;
  commands_.emplace_back(protocol::AskEngine{protocol::Query{.id = id, .body = std::move(body)}});
  return id;
}

void AppState::take_answer(const protocol::Answer& answer) {
  if (detail_.receive(answer) || answers_.receive(answer) || customers_.receive(answer) ||
      inbox_.receive(answer)) {
    return;
  }
  if (std::holds_alternative<protocol::ReplyStateAnswer>(answer.body)) {  // the inbox is another one now
    inbox_.rows.refresh();
    answers_.refresh();
  }
  if (const auto* rows = std::get_if<protocol::RowsAnswer>(&answer.body)) {
    rows_.receive(answer.id, rows->total, rows->rows);
  } else if (const auto* diagnostics = std::get_if<protocol::DiagnosticsAnswer>(&answer.body)) {
    if (rejected_.receive(answer.id, diagnostics->total, diagnostics->rows))
      rejected_counts_ = diagnostics->counts;
  } else if (const auto* columns = std::get_if<protocol::ColumnsAnswer>(&answer.body)) {
    if (answer.id == columns_id_) columns_ = *columns, columns_id_ = 0;
  } else if (const auto* failed = std::get_if<protocol::FailedAnswer>(&answer.body)) {
    const bool is_ours = rows_.fail(answer.id, failed->message) || rejected_.fail(answer.id, failed->message);
    if (answer.id == columns_id_) columns_id_ = 0;
    if (!is_ours) notices_.push_back(failed->message);
  }
}

std::vector<protocol::PageCommand> AppState::take_commands() { return std::exchange(commands_, {}); }

std::vector<std::string> AppState::take_notices() { return std::exchange(notices_, {}); }

}  // namespace attune::ui
