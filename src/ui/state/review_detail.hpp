// The one review that is open: its whole text and what the engine says about it, as far as it has come.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "protocol/answers.hpp"

namespace attune::ui {

enum class Arrival : std::uint8_t { Absent, UnderWay, Here, Failed };

class ReviewDetail {
 public:
  // Another row drops what was known of the one before; the same row changes nothing.
  void open(std::optional<std::uint64_t> row);
  // Newer data: what is shown stays until it is replaced.
  void refresh() noexcept;
  // Another run: row numbers mean other reviews now.
  void forget() { *this = {}; }

  [[nodiscard]] std::optional<std::uint64_t> row() const noexcept { return row_; }
  [[nodiscard]] const protocol::RowAnswer* content() const noexcept {
    return content_ ? &*content_ : nullptr;
  }
  // Its ranges lie inside content()'s text, at whole characters. Null until both have come.
  [[nodiscard]] const protocol::ExplainAnswer* reasons() const noexcept {
    return content_ && reasons_ ? &*reasons_ : nullptr;
  }
  [[nodiscard]] Arrival content_arrival() const noexcept { return content_arrival_; }
  [[nodiscard]] Arrival reasons_arrival() const noexcept { return reasons_arrival_; }

  // send(query body) -> the id under which the answer will come. Once a frame. Reasons are asked
  // for when the row has come and the model has understood it.
  template <class Send>
  void ask(Send&& send) {
    if (!row_) return;
    if (content_arrival_ == Arrival::Absent) {
      content_id_ = send(protocol::RowQuery{*row_});
      content_arrival_ = Arrival::UnderWay;
    }
    if (reasons_arrival_ == Arrival::Absent && content_ && content_->row.sentiment) {
      reasons_id_ = send(protocol::ExplainQuery{*row_});
      reasons_arrival_ = Arrival::UnderWay;
    }
  }

  // False if the answer is for somebody else.
  bool receive(const protocol::Answer& answer);

 private:
  void fit_reasons();

  std::optional<std::uint64_t> row_;
  std::optional<protocol::RowAnswer> content_;
  std::optional<protocol::ExplainAnswer> reasons_;
  Arrival content_arrival_ = Arrival::Absent;
  Arrival reasons_arrival_ = Arrival::Absent;
  std::uint64_t content_id_ = 0;
  std::uint64_t reasons_id_ = 0;
};

}  // namespace attune::ui
