#include "text/exact_mentions.hpp"

#include <catch_amalgamated.hpp>
#include <string>

#include "base/random.hpp"
#include "text/month_names.hpp"

using namespace attune::text;

namespace {

// "money:$4.50 date:3 May"
std::string found_in(std::string_view text) {
  std::string all;
  for (const ExactMention& mention : find_exact_mentions(text)) {
    if (!all.empty()) all += " | ";
    all += std::string{name_of(mention.kind)} + ":" +
           std::string{text.substr(mention.bytes.begin, mention.bytes.end - mention.bytes.begin)};
  }
  return all;
}

}  // namespace

TEST_CASE("sums of money carry a currency", "[text][exact]") {
  CHECK(found_in("It cost $4.50, not $1,200.00!") == "money:$4.50 | money:$1,200.00");
  CHECK(found_in("Das kostet 1.200,50 € oder 12.- EUR") == "money:1.200,50 € | money:12.- EUR");
  CHECK(found_in("30 euros de frais, CHF 12, 250 kr.") == "money:30 euros | money:CHF 12 | money:250 kr");
  CHECK(found_in("£5k and R$ 30 and 20 bucks and 99 cents") ==
        "money:£5k | money:R$ 30 | money:20 bucks | money:99 cents");
  CHECK(found_in("costs 12\xC2\xA0€ today, ¥3000, 300元") == "money:12\xC2\xA0€ | money:¥3000 | money:300元");
  CHECK(found_in("paid 20dollars") == "money:20dollars");
}

TEST_CASE("numbers without a currency are no money", "[text][exact]") {
  CHECK(found_in("20 minutes, 4.5 stars, 100%, room 212, Euro 2024, $ sign, USDX 5") == "");
  CHECK(found_in("a 3 centimetre crack in 30 Europe maps") == "");
  CHECK(found_in("krill 20") == "");
}

TEST_CASE("dates in digits are possible dates", "[text][exact]") {
  CHECK(found_in("2024-03-01 and 1.3.2024, 3/14/24 or 14/03/2024.") ==
        "date:2024-03-01 | date:1.3.2024 | date:3/14/24 | date:14/03/2024");
  CHECK(found_in("2024-13-01, 32.1.2024, 1.2.3, 192.168.1.24, 24/7, 1/2, 10-12-14") == "");
  CHECK(found_in("version 1.2.2024.7") == "");
}

TEST_CASE("dates in words come in several languages", "[text][exact]") {
  CHECK(found_in("On 12 March 2024, March 12th, the 3rd of May, Sept. 5 2023") ==
        "date:12 March 2024 | date:March 12th | date:3rd of May | date:Sept. 5 2023");
  CHECK(found_in("Am 12. März 2024 und im Dezember 2023") == "date:12. März 2024 | date:Dezember 2023");
  CHECK(found_in("le 1er août, le 12 mars 2024") == "date:1er août | date:12 mars 2024");
  CHECK(found_in("el 3 de mayo de 2024; il 5 maggio; 7 de março; op 9 augustus") ==
        "date:3 de mayo de 2024 | date:5 maggio | date:7 de março | date:9 augustus");
}

TEST_CASE("month names that are words or people are no dates", "[text][exact]") {
  CHECK(found_in("It may 5 times fail, 3 march on, May was nice, April served us, 5 may come") == "");
  CHECK(found_in("August 2 people, mars 5 bars") ==
        "date:August 2");  // a capital and a day are all a rule can see
  CHECK(found_in("May 5.5 and March 12:30") == "");
  CHECK(month_named("MAY").month == 5);
  CHECK(month_named("maybe").month == 0);
}

TEST_CASE("e-mail addresses and phone numbers", "[text][exact]") {
  CHECK(found_in("Write to anna.smith+shop@mail.example.co.uk.") ==
        "email:anna.smith+shop@mail.example.co.uk");
  CHECK(found_in("me@home, @anna, a@b.c, x@1.2") == "");
  CHECK(found_in("Call +44 20 7946 0958 or (555) 123-4567 or 555-123-4567 now") ==
        "phone:+44 20 7946 0958 | phone:(555) 123-4567 | phone:555-123-4567");
  CHECK(found_in("Tel. 030/901820, 06 12 34 56 78") == "phone:030/901820 | phone:06 12 34 56 78");
  CHECK(found_in("order 12345678, 0.5 0.25 0.125 0.75, 1000 - 2000") == "");
}

TEST_CASE("any bytes are accepted, and mentions stand in order without overlap", "[text][exact]") {
  attune::Random random{11};
  static constexpr std::string_view kParts[] = {"1", "20",   "2024",     "€", "$",   ".",   ",",
                                                "/", "-",    " ",        "@", "May", "EUR", "+",
                                                "(", "\xC3", "\xE2\x82", "a", "de ", "kr",  "\n"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t i = 0, count = random.below(24); i < count; ++i) text += kParts[random.below(21)];
    std::size_t last = 0;
    for (const ExactMention& mention : find_exact_mentions(text)) {
      INFO(text);
      CHECK(mention.bytes.begin >= last);
      CHECK(mention.bytes.end > mention.bytes.begin);
      CHECK(mention.bytes.end <= text.size());
      last = mention.bytes.end;
    }
  }
}
