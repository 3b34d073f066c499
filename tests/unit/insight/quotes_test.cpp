#include "insight/quotes.hpp"

#include <algorithm>
#include <catch_amalgamated.hpp>

#include "support/sample_reviews.hpp"

using namespace attune;
using namespace attune::insight;
using attune::tests::feeling_of;
using attune::tests::SampleReview;
using attune::tests::SampleReviews;

namespace {

std::vector<snapshot::Quote> praise_of(const SampleReviews& sample, const std::vector<feedback::Row>& order) {
  QuotePicker picker{QuotePicker::Side::Praise};
  std::string scratch;
  for (const feedback::Row row : order) {
    const bool known = sample.feelings.is_known(row);
    picker.consider(row, sample.reviews.text(row, scratch), sample.reviews.ratings[row],
                    known ? &sample.feelings[row] : nullptr);
  }
  return picker.pick(sample.reviews, sample.feelings);
}

const char* const kBread =
    "The rye bread is the best I have eaten in this town, dark and moist with a real crust";

}  // namespace

TEST_CASE("an excerpt ends with a sentence, or with a word and a sign that it goes on", "[insight][quotes]") {
  CHECK(excerpt("Short.", 40) == "Short.");
  CHECK(excerpt("  Two\n\n lines\t here ", 40) == "Two lines here");
  CHECK(excerpt("The first sentence ends here. The second one is far too long.", 40) ==
        "The first sentence ends here.");
  CHECK(excerpt("No full stop in these words that go on and on", 30) == "No full stop in these words…");
  const std::string cut = excerpt("ääääääääääääääääääääääääääääää", 20);
  CHECK(cut.size() <= 20);
  CHECK(cut == "ääääääää…");
}

TEST_CASE("the strongest praise comes first and duplicates are left out", "[insight][quotes]") {
  SampleReviews sample{{{kBread, 5},
                        {"Coffee was fine and the staff said hello, nothing more to say about it", 4},
                        {std::string{kBread} + "!", 5},
                        {"Awful queue, forty minutes for two rolls and nobody said sorry to us", 1}}};
  sample.feelings.set(0, feeling_of(0.01F, 0.97F));
  sample.feelings.set(1, feeling_of(0.05F, 0.6F));
  sample.feelings.set(2, feeling_of(0.01F, 0.97F));
  sample.feelings.set(3, feeling_of(0.97F, 0.01F));
  const auto quotes = praise_of(sample, {0, 1, 2, 3});
  REQUIRE(quotes.size() == 2);
  CHECK(quotes[0].row == 0);
  CHECK(quotes[0].rating == 5.0);
  CHECK(quotes[1].row == 1);
}

TEST_CASE("a quote whose own rating says the opposite is not chosen", "[insight][quotes]") {
  SampleReviews sample{{{kBread, 1}}};
  sample.feelings.set(0, feeling_of(0.01F, 0.97F));
  CHECK(praise_of(sample, {0}).empty());
}

TEST_CASE("without a model the ratings choose", "[insight][quotes]") {
  const SampleReviews sample{
      {{kBread, 5}, {"Nothing special here, I would not go again, but not bad either", 3}}};
  const auto quotes = praise_of(sample, {0, 1});
  REQUIRE(quotes.size() == 1);
  CHECK(quotes[0].row == 0);
}

TEST_CASE("the choice does not depend on the order in which reviews are seen", "[insight][quotes]") {
  std::vector<SampleReview> rows;
  for (int i = 0; i < 900; ++i) {
    std::string text;
    for (int word = 0; word < 9; ++word) text += "word" + std::to_string(i * 9 + word) + " ";
    rows.push_back({text, 5});
  }
  SampleReviews sample{rows};
  std::vector<feedback::Row> forward;
  for (feedback::Row row = 0; row < rows.size(); ++row) {
    sample.feelings.set(row, feeling_of(0.05F, 0.5F + static_cast<float>(row % 40) / 100));
    forward.push_back(row);
  }
  auto backward = forward;
  std::reverse(backward.begin(), backward.end());
  const auto a = praise_of(sample, forward);
  const auto b = praise_of(sample, backward);
  REQUIRE(a.size() == kQuotes);
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i].row == b[i].row);
}
