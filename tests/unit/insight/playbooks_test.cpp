#include "insight/playbooks.hpp"

#include <algorithm>
#include <catch_amalgamated.hpp>

using namespace attune;
using namespace attune::insight;
using Catch::Matchers::WithinAbs;

namespace {

PlaybookCustomer silent_customer(int number) {
  PlaybookCustomer customer;
  customer.key = customer.email = "c" + std::to_string(number) + "@example.com";
  customer.orders = 4;
  customer.last_order = 700;
  customer.usual_gap_days = 30;
  return customer;
}

PlaybookSelection selection_of(const std::vector<PlaybookSelection>& all, PlaybookId id) {
  return *std::find_if(all.begin(), all.end(), [id](const PlaybookSelection& one) { return one.id == id; });
}

}  // namespace

TEST_CASE("who said no, has no address or was written to lately is not written to", "[insight][playbooks]") {
  std::vector<PlaybookCustomer> customers(5, silent_customer(0));
  for (int i = 0; i < 5; ++i) customers[static_cast<std::size_t>(i)] = silent_customer(i);
  customers[0].consent = MailConsent::No;
  customers[1].email.clear();
  customers[2].last_contact = 990;
  customers[3].consent = MailConsent::Yes;
  const PlaybookSettings settings{.knows_consent = true, .today = 1000};
  const auto win_back = selection_of(select_for_playbooks(customers, settings), PlaybookId::WinBack);
  CHECK(win_back.matched == 5);
  CHECK(win_back.opted_out == 1);
  CHECK(win_back.no_consent == 3 - 1);  // the one without an address is counted there
  CHECK(win_back.no_address == 1);
  CHECK(win_back.capped == 0);  // no consent outweighs the cap
  CHECK(win_back.selected == std::vector<std::uint32_t>{3});
  CHECK(win_back.control.empty());  // of one nobody can be held out
}

TEST_CASE("a customer is in one playbook at most", "[insight][playbooks]") {
  std::vector<PlaybookCustomer> customers{silent_customer(1)};
  customers[0].last_review = 980;
  customers[0].last_score = -0.8;
  const auto all = select_for_playbooks(customers, {.today = 1000});
  CHECK(selection_of(all, PlaybookId::SaySorry).selected.size() == 1);
  CHECK(selection_of(all, PlaybookId::WinBack).matched == 1);
  CHECK(selection_of(all, PlaybookId::WinBack).capped == 1);
  CHECK(selection_of(all, PlaybookId::WinBack).selected.empty());
}

TEST_CASE("the control group is drawn from who a customer is: the same every time, about the share asked for",
          "[insight][playbooks]") {
  std::vector<PlaybookCustomer> customers;
  for (int i = 0; i < 2000; ++i) customers.push_back(silent_customer(i));
  const PlaybookSettings settings{.control_share = 0.2, .today = 1000};
  const auto first = selection_of(select_for_playbooks(customers, settings), PlaybookId::WinBack);
  CHECK_THAT(static_cast<double>(first.control.size()) / 2000, WithinAbs(0.2, 0.03));
  std::reverse(customers.begin(), customers.end());
  const auto again = selection_of(select_for_playbooks(customers, settings), PlaybookId::WinBack);
  std::vector<std::uint32_t> mirrored;
  for (const std::uint32_t at : again.control) mirrored.push_back(1999 - at);
  std::sort(mirrored.begin(), mirrored.end());
  CHECK(mirrored == first.control);
}

TEST_CASE("whether a playbook helped is a difference with its interval", "[insight][playbooks]") {
  std::vector<PlaybookOutcome> outcomes;
  for (int i = 0; i < 200; ++i)
    outcomes.push_back({.is_control = i % 2 == 0,
                        .ordered = i % 2 == 0 ? i % 10 == 0 : i % 5 != 0,
                        .spent = i % 2 == 0 ? 1.0 : 3.0 + i % 3});
  const PlaybookComparison found = compare_outcomes(outcomes);
  CHECK(found.treated == 100);
  CHECK(found.control == 100);
  CHECK(found.control_orders == 20);
  CHECK(found.treated_orders == 80);
  CHECK_THAT(found.share_difference.value, WithinAbs(0.6, 1e-9));
  CHECK_THAT(found.share_difference.low,
             WithinAbs(0.4744, 1e-4));  // Newcombe's interval of 80/100 and 20/100
  CHECK_THAT(found.share_difference.high, WithinAbs(0.6942, 1e-4));
  CHECK(found.value_difference.low > 2.5);
  CHECK(compare_outcomes({}).share_difference.n == 0);
}

TEST_CASE("every playbook speaks four languages and uses merge fields that its file has",
          "[insight][playbooks]") {
  for (std::size_t i = 0; i < kPlaybooks; ++i) {
    const auto id = static_cast<PlaybookId>(i);
    CHECK(playbook_from_code(code_of(id)) == id);
    CHECK(messages_of(id).size() == 4);
    for (const PlaybookMessage& message : messages_of(id)) {
      for (std::size_t at = message.body.find("{{"); at != std::string_view::npos;
           at = message.body.find("{{", at + 2)) {
        const std::string field{message.body.substr(at + 2, message.body.find("}}", at) - at - 2)};
        CAPTURE(field);
        CHECK(std::find(merge_fields().begin(), merge_fields().end(), field) != merge_fields().end());
      }
    }
  }
}
