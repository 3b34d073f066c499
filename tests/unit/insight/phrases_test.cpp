#include "insight/phrases.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "base/random.hpp"

using namespace attune;
using insight::PhraseFinder;
using insight::Side;

namespace {

struct Review {
  std::string text;  // words apart by blanks; "." is a break
  Side side;
};

void add(PhraseFinder& finder, std::uint64_t row, const Review& review) {
  std::istringstream in{review.text};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word == "." ? "" : word);
  const std::vector<std::string_view> views(words.begin(), words.end());
  finder.add(row, views, review.side);
}

std::vector<Review> bakery() {
  std::vector<Review> reviews;
  for (int i = 0; i < 30; ++i) {
    reviews.push_back({"the sourdough bread is great . very friendly staff", Side::Praise});
    reviews.push_back({"lovely staff . the coffee was great", Side::Praise});
    reviews.push_back({"terrible . the waiting time was too long", Side::Complaint});
    if (i % 2 == 0)
      reviews.push_back({"bad . waiting time again and the coffee was cold coffee", Side::Complaint});
    if (i % 3 == 0) reviews.push_back({"the coffee and the bread are coffee and bread", Side::Neither});
  }
  return reviews;
}

insight::DistinctivePhrases found(const std::vector<Review>& reviews) {
  PhraseFinder finder;
  for (std::size_t row = 0; row < reviews.size(); ++row) add(finder, row, reviews[row]);
  return finder.find();
}

std::vector<std::string> texts(const std::vector<insight::Phrase>& phrases) {
  std::vector<std::string> result;
  for (const auto& phrase : phrases) result.push_back(phrase.text);
  return result;
}

bool has(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

TEST_CASE("phrases say what people complain of and praise, in their own words", "[insight][phrases]") {
  const auto result = found(bakery());
  const auto complaints = texts(result.complaints);
  const auto praises = texts(result.praises);
  CHECK(has(complaints, "waiting time"));
  CHECK(has(praises, "sourdough bread"));
  for (const auto& list : {complaints, praises}) {
    CHECK_FALSE(has(list, "great"));  // a verdict, not a subject
    CHECK_FALSE(has(list, "terrible"));
    CHECK_FALSE(has(list, "the"));
    CHECK_FALSE(has(list, "bread great"));
  }
  CHECK_FALSE(has(praises, "bread staff"));  // a break is between them
}

TEST_CASE("a phrase and a part of it are not both told", "[insight][phrases]") {
  const auto complaints = texts(found(bakery()).complaints);
  CHECK(has(complaints, "waiting time"));
  CHECK_FALSE(has(complaints, "waiting"));
}

TEST_CASE("a phrase counts reviews, not repetitions, and names examples of its own side",
          "[insight][phrases]") {
  const auto result = found(bakery());
  const auto waiting = std::find_if(result.complaints.begin(), result.complaints.end(),
                                    [](const auto& p) { return p.text == "waiting time"; });
  REQUIRE(waiting != result.complaints.end());
  CHECK(waiting->complaints == 45);
  CHECK(waiting->praises == 0);
  CHECK(waiting->z < -2);
  REQUIRE(waiting->examples.size() == 3);
  const auto reviews = bakery();
  for (const auto row : waiting->examples)
    CHECK(reviews.at(static_cast<std::size_t>(row)).side == Side::Complaint);
}

TEST_CASE("the order of the reviews changes nothing but the examples", "[insight][phrases]") {
  auto reviews = bakery();
  const auto first = found(reviews);
  Random random{5};
  for (std::size_t i = reviews.size(); i > 1; --i)
    std::swap(reviews[i - 1], reviews[random.below(static_cast<std::uint32_t>(i))]);
  const auto second = found(reviews);
  CHECK(texts(first.complaints) == texts(second.complaints));
  CHECK(texts(first.praises) == texts(second.praises));
  REQUIRE_FALSE(first.praises.empty());
  CHECK(first.praises[0].z == second.praises[0].z);
}

TEST_CASE("no reviews, one review or one side give no phrases and no fault", "[insight][phrases]") {
  CHECK(found({}).complaints.empty());
  CHECK(found({{"cold coffee", Side::Complaint}}).complaints.empty());
  CHECK(found(std::vector<Review>(50, {"cold coffee", Side::Neither})).praises.empty());
}

TEST_CASE("words said as often by both sides are not distinctive", "[insight][phrases]") {
  std::vector<Review> reviews;
  for (int i = 0; i < 200; ++i) reviews.push_back({"croissant", i % 2 == 0 ? Side::Praise : Side::Complaint});
  const auto result = found(reviews);
  CHECK(result.complaints.empty());
  CHECK(result.praises.empty());
}

TEST_CASE("memory is bounded and the bound is told", "[insight][phrases]") {
  PhraseFinder finder{{.max_words = 10}};
  for (std::uint64_t row = 0; row < 5; ++row) add(finder, row, {"one two three four", Side::Praise});
  CHECK(finder.truncated());
}
