// Playbooks: when something is true of a customer, who is written to, with which words; and later, whether it
// helped.
//
// Nothing is sent. A playbook makes a file for the mailing tool. Nobody is in it who said no, or who was
// written to lately; a share of those it fits is held out at random and kept, so that a later order file can
// tell what the message changed. The same customers fall into the same groups every time: the draw depends on
// who they are and on nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::insight {

enum class MailConsent : std::uint8_t { Unknown, Yes, No };

struct PlaybookCustomer {
  std::string key;  // stable: the e-mail address in lower case, else the id or name
  std::string name, email, language;
  MailConsent consent = MailConsent::Unknown;
  std::uint64_t orders = 0;
  double spent = 0;
  std::optional<Days> first_order, last_order;
  std::optional<double> usual_gap_days;
  std::optional<double> churn_risk;  // 0 to 1
  std::string segment;               // code of an RFM segment, "" if not known
  std::string favourite;             // the product bought most often
  std::optional<Days> last_review;
  std::optional<double> last_score;  // -1 to 1, of the last review
  std::string complaint;             // what the last negative review is about, "" if not known
  std::optional<Days> last_contact;  // by an earlier playbook
};

enum class PlaybookId : std::uint8_t {
  SaySorry,
  WinBack,
  TellWhatChanged,
  SecondOrder,
  ThankRegulars,
  AskForReview
};
inline constexpr std::size_t kPlaybooks = 6;
[[nodiscard]] const char* code_of(PlaybookId id) noexcept;  // "win-back"
[[nodiscard]] const char* trigger_of(
    PlaybookId id) noexcept;  // "churn-risk", "segment", "topic", "sentiment", "event"
[[nodiscard]] std::optional<PlaybookId> playbook_from_code(std::string_view code) noexcept;

struct PlaybookMessage {
  std::string_view language, subject, body;  // with merge fields {{first_name}}, {{product}} ...
};
// English, German, French, Spanish.
[[nodiscard]] std::span<const PlaybookMessage> messages_of(PlaybookId id) noexcept;
// The merge fields of the file, in its order.
[[nodiscard]] const std::vector<std::string>& merge_fields() noexcept;

struct PlaybookSettings {
  double control_share = 0.1;
  std::uint32_t cap_days = 30;
  bool needs_consent = true;   // where a column tells about consent
  bool knows_consent = false;  // whether one does
  Days today = 0;              // the newest day in the files
};
// Fewer than this many give no control group: it could tell nothing.
inline constexpr std::uint64_t kFewestForControl = 20;

struct PlaybookSelection {
  PlaybookId id = PlaybookId::WinBack;
  // Those it fits; of these: cannot be written to, may not be, said no, were written to lately or are in
  // another playbook now; the rest is drawn into `control` or `selected`.
  std::uint64_t matched = 0, no_address = 0, no_consent = 0, opted_out = 0, capped = 0;
  std::vector<std::uint32_t> control, selected;  // indices of customers
};

[[nodiscard]] bool fits(PlaybookId id, const PlaybookCustomer& customer,
                        const PlaybookSettings& settings) noexcept;

// All playbooks, in the order in which they choose: a customer is in one at most.
[[nodiscard]] std::vector<PlaybookSelection> select_for_playbooks(std::span<const PlaybookCustomer> customers,
                                                                  const PlaybookSettings& settings);

// [0, 1), from who and what alone.
[[nodiscard]] double draw_of(std::string_view customer_key, std::string_view playbook) noexcept;

// --- did it help ---
struct PlaybookOutcome {
  bool is_control = false;
  bool ordered = false;  // after the day of the file
  double spent = 0;
};

struct PlaybookComparison {
  std::uint64_t treated = 0, treated_orders = 0, control = 0, control_orders = 0;
  snapshot::Estimate share_difference;  // treated minus control; Newcombe's interval
  snapshot::Estimate value_difference;  // of means; Welch's interval
};
[[nodiscard]] PlaybookComparison compare_outcomes(std::span<const PlaybookOutcome> outcomes);

}  // namespace attune::insight
