// What the engine answered to the questions that views ask by showing something: one customer, the rules of a
// product, the columns of the files. A view looks its question up in each frame; it is asked once, asked anew
// when the data changes (what was known stays on show meanwhile), and forgotten when nobody looked at it for
// long.
//
//   if (const auto* customer = frame.answers.find<protocol::CustomerAnswer>(protocol::CustomerQuery{id})) ...
//
// Lists of any length have page_cache.hpp instead.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "protocol/answers.hpp"
#include "protocol/commands.hpp"

namespace attune::ui {

class Answers {
 public:
  static constexpr std::size_t kMost = 64;
  static constexpr std::size_t kMostUnderWay = 4;

  // Null while it is on its way, or if it failed. Valid until the next receive, refresh or forget.
  template <class Body>
  [[nodiscard]] const Body* find(const protocol::QueryBody& question) {
    return std::get_if<Body>(&want(question).body);
  }
  // A sentence if the question could not be answered, else "".
  [[nodiscard]] const std::string& failure(const protocol::QueryBody& question) {
    return want(question).failure;
  }

  // send(question) -> the id under which the answer will come. Once a frame, for what was looked up in it.
  template <class Send>
  void ask(Send&& send) {
    for (Entry& entry : entries_) {
      if (!entry.is_wanted || entry.id != 0 || entry.revision == revision_) continue;
      if (under_way() >= kMostUnderWay) break;
      entry.id = send(entry.question);
      entry.asked_revision = revision_;
    }
    for (Entry& entry : entries_) entry.is_wanted = false;
  }

  // False if the answer is for somebody else.
  bool receive(const protocol::Answer& answer);
  // Newer data.
  void refresh() noexcept { ++revision_; }
  // Other data: what is under way will not be waited for.
  void forget() { entries_.clear(); }

  [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }

 private:
  struct Entry {
    std::string key;  // the question as JSON
    protocol::QueryBody question;
    decltype(protocol::Answer::body) body;  // PendingAnswer until it comes
    std::string failure;
    std::uint64_t id = 0;              // of the question under way; 0: none
    std::uint64_t revision = 0;        // of the data that body is about
    std::uint64_t asked_revision = 0;  // of the data when it was asked
    std::uint64_t last_use = 0;
    bool is_wanted = false;
  };

  Entry& want(const protocol::QueryBody& question);
  [[nodiscard]] std::size_t under_way() const noexcept;

  std::vector<Entry> entries_;
  std::uint64_t revision_ = 1;
  std::uint64_t clock_ = 0;
};

}  // namespace attune::ui
