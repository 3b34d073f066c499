#include "ui/state/customer_sentences.hpp"

#include <catch_amalgamated.hpp>
#include <set>

#include "ui/state/column_words.hpp"

using namespace attune;
using namespace attune::ui;

namespace {

const Strings kEnglish;
const Strings kGerman{chart::Language::German};

}  // namespace

TEST_CASE("reasons for leaving are sentences with their numbers", "[ui][customer_sentences]") {
  CHECK(reason_text({.code = "silent", .sentence = "", .item = "", .numbers = {31.2, 96}}, kEnglish) ==
        "Usually orders every 31 days, silent for 96");
  CHECK(reason_text({.code = "silent", .sentence = "", .item = "", .numbers = {31.2, 96}}, kGerman) ==
        "Bestellt sonst alle 31 Tage, still seit 96");
  CHECK(reason_text({.code = "bought-together", .sentence = "", .item = "Rye loaf", .numbers = {14}},
                    kEnglish) == "Bought together with Rye loaf by 14 customers");
}

TEST_CASE("a reason that is not known yet is told in the engine's own words", "[ui][customer_sentences]") {
  CHECK(reason_text({.code = "moon", .sentence = "The moon is full.", .item = "", .numbers = {}}, kEnglish) ==
        "The moon is full.");
}

TEST_CASE("money is written with its currency, its range and no false precision",
          "[ui][customer_sentences]") {
  CHECK(money_text(34.2, "EUR", kEnglish) == "€34.20");
  CHECK(money_text(1234.56, "EUR", kEnglish) == "€1,235");
  CHECK(money_text(1234.56, "", kEnglish) == "1,235");
  CHECK(money_range_text(240, 90.4, 520, "EUR", kEnglish) == "€240 (€90 to €520)");
}

TEST_CASE("an interval that says nothing is not shown as one", "[ui][customer_sentences]") {
  const snapshot::Estimate none{.value = 0.5, .low = 0.5, .high = 0.5, .n = 1};
  CHECK(interval_text(none, chart::kPercentFormat, "1 customer", kEnglish) == "too few to say; 1 customer");
}

TEST_CASE("every segment has a name and a meaning of its own", "[ui][customer_sentences]") {
  std::set<std::string> names;
  for (std::size_t i = 0; i < snapshot::kRfmSegments; ++i) {
    const auto segment = static_cast<snapshot::RfmSegment>(i);
    names.insert(kEnglish.say(title_of(segment)));
    names.insert(kEnglish.say(meaning_of(segment)));
  }
  CHECK(names.size() == 2 * snapshot::kRfmSegments);
}

TEST_CASE("roles and kinds are words, and unknown ones keep the engine's name", "[ui][customer_sentences]") {
  CHECK(role_text("customer-name", kEnglish) == "Customer’s name");
  CHECK(role_text("shoe-size", kEnglish) == "shoe-size");
  CHECK(table_kind_text("orders", kGerman) == "Bestellungen");
  CHECK(table_kind_text("unknown", kEnglish).empty());
  std::set<std::string_view> names;
  for (const RoleWord& word : role_words()) names.insert(word.name);
  CHECK(names.size() == role_words().size());
}
