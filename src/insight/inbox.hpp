// What needs an answer: which reviews and tickets, how urgently, why, and who must see them first.
//
// Urgency is a sum of points, at most 100, and every point has a reason that can be shown. What the shop has
// answered already, or closed, is left out. Nothing here is learned from the data: the same review always
// counts the same.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "feedback/search.hpp"

namespace attune::insight {

enum class InboxReason : std::uint8_t {
  // why it needs an answer
  Safety,  // somebody may have been hurt
  Legal,   // lawyers, courts, authorities
  Discrimination,
  Payment,  // charged twice, fraud
  Press,    // threatens to make it public
  Refund,
  Cancellation,  // leaves, or threatens to
  OrderStatus,
  Complaint,
  Question,
  Request,
  AwaitsReply,  // says that nobody answered
  // what makes it more or less urgent
  Angry,
  LowestRating,
  ValuedCustomer,  // among the quarter that spends most
  Overdue,         // open for three days to a month
  Old,             // older than three months: an answer changes little
};
inline constexpr std::size_t kInboxReasons = 17;
[[nodiscard]] const char* code_of(InboxReason reason) noexcept;  // "awaits-reply"

// Whether somebody with authority has to see it before an answer leaves.
[[nodiscard]] bool must_escalate(InboxReason reason) noexcept;

struct InboxPoints {
  InboxReason reason = InboxReason::Complaint;
  std::int8_t points = 0;
  friend bool operator==(const InboxPoints&, const InboxPoints&) = default;
};

struct InboxItem {
  feedback::Row row = 0;
  float urgency = 0;                      // 0 to 100
  std::vector<InboxPoints> points;        // most first
  std::optional<std::uint32_t> age_days;  // before the newest day of all reviews
  float customer_value = -1;              // -1: not known

  [[nodiscard]] bool has(InboxReason reason) const noexcept;
  [[nodiscard]] bool must_escalate() const noexcept;
};

// The customer behind a row, where the files tell.
struct InboxCustomer {
  std::string name;
  std::optional<double> value;  // spent so far, in the currency of the orders
  std::uint64_t orders = 0;
};

struct InboxOptions {
  std::optional<Days> newest;
  // The shop has answered the row, or its ticket is closed. May be empty: none is.
  std::function<bool(feedback::Row)> is_answered = {};
  std::function<std::optional<double>(feedback::Row)> customer_value = {};
  double valued_from = 0;  // the least that the quarter of customers who spend most has spent; 0: not known
};

class InboxScan {
 public:
  // Both must outlive it.
  InboxScan(const feedback::Reviews& reviews, const feedback::Readings& readings, InboxOptions options);

  // Looks at up to `rows` more; false when all were seen.
  bool advance(std::size_t rows);
  // Most urgent first; of equals the newer, then the earlier row.
  [[nodiscard]] std::vector<InboxItem> take();

 private:
  void add(feedback::Row row);
  [[nodiscard]] bool means(feedback::Row row, std::string_view intent) const;

  const feedback::Reviews& reviews_;
  const feedback::Readings& readings_;
  InboxOptions options_;
  std::vector<feedback::Search> words_;  // by reason
  std::size_t anger_ = 0;                // the model's label; the number of labels if it has none
  std::vector<InboxItem> items_;
  std::size_t next_ = 0;
  std::string scratch_, folded_;
};

// The emotion that speaks loudest from a row, but for "neutral"; "" where none is present.
[[nodiscard]] std::string strongest_emotion(const feedback::EmotionColumn& emotions, feedback::Row row);

}  // namespace attune::insight
