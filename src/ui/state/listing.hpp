// A long list that lies in the engine, as a table shows it: the question (which rows, in which order) and the
// pages of its answer that are here. Another question drops the rows; newer data replaces them as they come.
//
//   frame.customers.show(query);   // in each frame, before rows are looked up
//   frame.customers.rows.find(i)
//
// Query has `offset` and `limit`, which the pages fill in; Answer has `total` and, in the member Rows, the
// rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "protocol/answers.hpp"
#include "protocol/commands.hpp"
#include "ui/state/page_cache.hpp"

namespace attune::ui {

template <class Query, class Answer, auto Rows = &Answer::rows>
class Listing {
 public:
  using Row = typename std::remove_cvref_t<decltype(std::declval<Answer&>().*Rows)>::value_type;

  PageCache<Row> rows;

  void show(Query query) {
    query.offset = query.limit = 0;
    std::string key = protocol::write_query({.id = 0, .body = query});
    if (key == key_) return;
    key_ = std::move(key);
    query_ = std::move(query);
    forget();
  }

  // Other data.
  void forget() {
    rows.forget();
    latest_.reset();
  }

  [[nodiscard]] const Query& question() const noexcept { return query_; }
  // What the last answer says about the whole list; its rows are in `rows`.
  [[nodiscard]] const std::optional<Answer>& latest() const noexcept { return latest_; }

  // send(question) -> the id under which the answer will come. Once a frame.
  template <class Send>
  void ask(Send&& send) {
    rows.ask([&](std::uint64_t offset, std::uint64_t limit) {
      Query query = query_;
      query.offset = offset;
      query.limit = limit;
      return send(protocol::QueryBody{std::move(query)});
    });
  }

  // False if the answer is for somebody else.
  bool receive(const protocol::Answer& answer) {
    if (const auto* body = std::get_if<Answer>(&answer.body)) {
      if (!rows.receive(answer.id, body->total, body->*Rows)) return false;
      latest_ = *body;
      ((*latest_).*Rows).clear();
      return true;
    }
    if (const auto* failed = std::get_if<protocol::FailedAnswer>(&answer.body)) {
      return rows.fail(answer.id, failed->message);
    }
    return false;
  }

 private:
  Query query_;
  std::string key_;
  std::optional<Answer> latest_;
};

}  // namespace attune::ui
