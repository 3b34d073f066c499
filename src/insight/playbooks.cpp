#include "insight/playbooks.hpp"

#include <algorithm>
#include <array>

#include "insight/trend.hpp"
#include "stats/intervals.hpp"

namespace attune::insight {
namespace {

struct About {
  const char* code;
  const char* trigger;
};
constexpr std::array<About, kPlaybooks> kAbout{{{"say-sorry", "sentiment"},
                                                {"win-back", "churn-risk"},
                                                {"tell-what-changed", "topic"},
                                                {"second-order", "event"},
                                                {"thank-regulars", "segment"},
                                                {"ask-for-review", "event"}}};

constexpr double kLikelyToLeave = 0.5;
constexpr double kUnhappyBelow = -0.25;
constexpr Days kFreshReview = 60;

std::optional<Days> days_since(const std::optional<Days>& day, Days today) noexcept {
  return day && *day <= today ? std::optional{today - *day} : std::nullopt;
}

// FNV-1a with the finaliser of SplitMix64 (Steele, Lea, Flood 2014), which spreads near keys.
std::uint64_t mixed(std::string_view text, std::uint64_t hash) noexcept {
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBULL;
  return hash ^ (hash >> 31U);
}

}  // namespace

const char* code_of(PlaybookId id) noexcept { return kAbout[static_cast<std::size_t>(id)].code; }
const char* trigger_of(PlaybookId id) noexcept { return kAbout[static_cast<std::size_t>(id)].trigger; }

std::optional<PlaybookId> playbook_from_code(std::string_view code) noexcept {
  for (std::size_t i = 0; i < kPlaybooks; ++i) {
    if (code == kAbout[i].code) return static_cast<PlaybookId>(i);
  }
  return std::nullopt;
}

const std::vector<std::string>& merge_fields() noexcept {
  static const std::vector<std::string> kFields{
      "email", "first_name", "name", "language", "product", "complaint", "orders", "last_order", "subject"};
  return kFields;
}

bool fits(PlaybookId id, const PlaybookCustomer& customer, const PlaybookSettings& settings) noexcept {
  const auto silent = days_since(customer.last_order, settings.today);
  const auto reviewed = days_since(customer.last_review, settings.today);
  const bool is_unhappy = customer.last_score && *customer.last_score < kUnhappyBelow;
  switch (id) {
    case PlaybookId::SaySorry:
      return is_unhappy && reviewed && *reviewed <= kFreshReview;
    case PlaybookId::WinBack: {
      if (customer.orders < 2 || !silent) return false;
      if (customer.churn_risk) return *customer.churn_risk >= kLikelyToLeave;
      return customer.usual_gap_days && *customer.usual_gap_days > 0 &&
             *silent > 2 * *customer.usual_gap_days;
    }
    case PlaybookId::TellWhatChanged:
      return is_unhappy && !customer.complaint.empty() && reviewed && *reviewed > kFreshReview;
    case PlaybookId::SecondOrder:
      return customer.orders == 1 && silent && *silent >= 14 && *silent <= 60;
    case PlaybookId::ThankRegulars:
      return !is_unhappy && (customer.segment == "champions" || customer.segment == "loyal-customers");
    case PlaybookId::AskForReview:
      return silent && *silent >= 7 && *silent <= 21 &&
             (!customer.last_review || *customer.last_review < *customer.last_order);
  }
  return false;
}

double draw_of(std::string_view customer_key, std::string_view playbook) noexcept {
  const std::uint64_t hash = mixed(customer_key, mixed(playbook, 14695981039346656037ULL));
  return static_cast<double>(hash >> 11U) / 9007199254740992.0;
}

std::vector<PlaybookSelection> select_for_playbooks(std::span<const PlaybookCustomer> customers,
                                                    const PlaybookSettings& settings) {
  std::vector<PlaybookSelection> selections;
  std::vector<bool> taken(customers.size(), false);
  for (std::size_t number = 0; number < kPlaybooks; ++number) {
    PlaybookSelection selection{.id = static_cast<PlaybookId>(number), .control = {}, .selected = {}};
    std::vector<std::uint32_t> eligible;
    for (std::uint32_t at = 0; at < customers.size(); ++at) {
      const PlaybookCustomer& customer = customers[at];
      if (!fits(selection.id, customer, settings)) continue;
      ++selection.matched;
      const auto contacted = days_since(customer.last_contact, settings.today);
      if (customer.consent == MailConsent::No)
        ++selection.opted_out;
      else if (customer.email.empty())
        ++selection.no_address;
      else if (settings.knows_consent && settings.needs_consent && customer.consent == MailConsent::Unknown)
        ++selection.no_consent;
      else if (taken[at] || (contacted && *contacted < static_cast<Days>(settings.cap_days)))
        ++selection.capped;
      else
        eligible.push_back(at);
    }
    const bool has_control = eligible.size() >= kFewestForControl;
    for (const std::uint32_t at : eligible) {
      taken[at] = true;
      const bool is_control =
          has_control && draw_of(customers[at].key, code_of(selection.id)) < settings.control_share;
      (is_control ? selection.control : selection.selected).push_back(at);
    }
    selections.push_back(std::move(selection));
  }
  return selections;
}

PlaybookComparison compare_outcomes(std::span<const PlaybookOutcome> outcomes) {
  PlaybookComparison comparison;
  RunningMean treated, control;
  for (const PlaybookOutcome& one : outcomes) {
    ++(one.is_control ? comparison.control : comparison.treated);
    if (one.ordered) ++(one.is_control ? comparison.control_orders : comparison.treated_orders);
    (one.is_control ? control : treated).add(one.spent);
  }
  if (comparison.treated == 0 || comparison.control == 0) return comparison;
  const auto share = [](std::uint64_t n, std::uint64_t of) {
    return static_cast<double>(n) / static_cast<double>(of);
  };
  const std::uint64_t all = comparison.treated + comparison.control;
  const stats::Interval shares = stats::share_difference_interval(
      comparison.treated_orders, comparison.treated, comparison.control_orders, comparison.control);
  comparison.share_difference = {.value = share(comparison.treated_orders, comparison.treated) -
                                          share(comparison.control_orders, comparison.control),
                                 .low = shares.low,
                                 .high = shares.high,
                                 .n = all};
  const stats::MeanSummary a = treated.summary(), b = control.summary();
  const stats::Interval means = stats::mean_difference_interval(a, b);
  comparison.value_difference = {.value = a.mean - b.mean, .low = means.low, .high = means.high, .n = all};
  return comparison;
}

}  // namespace attune::insight
