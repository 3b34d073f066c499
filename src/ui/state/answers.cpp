#include "ui/state/answers.hpp"

#include <algorithm>
#include <utility>

namespace attune::ui {

Answers::Entry& Answers::want(const protocol::QueryBody& question) {
  std::string key = protocol::write_query(protocol::Query{.id = 0, .body = question});
  auto found = std::ranges::find(entries_, key, &Entry::key);
  if (found == entries_.end()) {
    if (entries_.size() >= kMost) entries_.erase(std::ranges::min_element(entries_, {}, &Entry::last_use));
    Entry entry;
    entry.key = std::move(key);
    entry.question = question;
    found = entries_.insert(entries_.end(), std::move(entry));
  }
  found->last_use = ++clock_;
  found->is_wanted = true;
  return *found;
}

bool Answers::receive(const protocol::Answer& answer) {
  const auto found = answer.id == 0 ? entries_.end() : std::ranges::find(entries_, answer.id, &Entry::id);
  if (found == entries_.end()) return false;
  if (std::holds_alternative<protocol::PendingAnswer>(answer.body)) return true;
  found->id = 0;
  found->revision = found->asked_revision;
  const auto* failed = std::get_if<protocol::FailedAnswer>(&answer.body);
  found->failure = failed != nullptr ? failed->message : std::string{};
  if (failed == nullptr) found->body = answer.body;
  return true;
}

std::size_t Answers::under_way() const noexcept {
  return static_cast<std::size_t>(
      std::ranges::count_if(entries_, [](const Entry& entry) { return entry.id != 0; }));
}

}  // namespace attune::ui
