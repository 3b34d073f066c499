#include "feedback/personal_data.hpp"

#include <catch_amalgamated.hpp>

using namespace attune::feedback;

TEST_CASE("e-mail addresses, telephone, card and account numbers are found in running text",
          "[feedback][personal]") {
  const auto [text, hidden] = GENERATE(table<std::string, std::string>({
      {"Write to ida.haas+cafe@example.co.uk, please.", "Write to [e-mail], please."},
      {"call 0171 2345678 or +49 (0)30 901820", "call [phone] or [phone]"},
      {"Tel: 555-123-4567!", "Tel: [phone]!"},
      {"My card 4111 1111 1111 1111 was charged twice", "My card [card] was charged twice"},
      {"Konto DE89 3704 0044 0532 0130 00 bitte", "Konto [account] bitte"},
      {"GB82WEST12345698765432.", "[account]."},
      {"1234@example.com", "[e-mail]"},
  }));
  CAPTURE(text);
  CHECK(redacted(text) == hidden);
}

TEST_CASE("dates, prices, order numbers and times are nobody's data", "[feedback][personal]") {
  const auto text = GENERATE(
      as<std::string>{}, "on 2024-03-01 at 14:30", "01/03/2024 and 1.3.2024", "12.50 euros for 2 rolls",
      "order 1234567", "#0123456789", "4111 1111 1111 1112 is no card", "DE89 3704 0044 0532 0130 02",
      "5 stars, 100 %", "a@b", "@home", "99999999999999999999999", "room 101, table 7");
  CAPTURE(text);
  CHECK(redacted(text) == text);
}

TEST_CASE("check digits tell cards and accounts from other numbers", "[feedback][personal]") {
  CHECK(is_card_number("4012888888881881"));
  CHECK(is_card_number("378282246310005"));
  CHECK_FALSE(is_card_number("4012888888881882"));
  CHECK_FALSE(is_card_number("0000000000000000"));
  CHECK(is_iban("FR1420041010050500013M02606"));
  CHECK(is_iban("ES9121000418450200051332"));
  CHECK_FALSE(is_iban("ES9121000418450200051333"));
  CHECK_FALSE(is_iban("ES91"));
}

TEST_CASE("spans that the model marks join those found by shape; the earlier of two that overlap stays",
          "[feedback][personal]") {
  const std::string text = "Ida Haas, ida@example.com";
  const auto spans =
      merged(find_personal(text), {{{0, 8}, PersonalKind::Name}, {{10, 13}, PersonalKind::Name}});
  CHECK(redacted(text, spans) == "[name], [e-mail]");
}

TEST_CASE("any bytes can be looked through", "[feedback][personal]") {
  for (const std::string& text :
       {std::string{"\xFF@\xC3"}, std::string{"@"}, std::string{"+"}, std::string{"(+1"},
        std::string(50, '0'), std::string{"A1"}, std::string{"DE89"}})
    CHECK(redacted(text).size() + 50 > text.size());
}
