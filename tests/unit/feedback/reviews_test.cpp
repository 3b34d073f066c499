#include "feedback/reviews.hpp"

#include <catch_amalgamated.hpp>

using namespace attune::feedback;
using attune::table::StringColumn;

TEST_CASE("names are numbered as they come, and no name is 0", "[feedback][reviews]") {
  NameList names;
  CHECK(names.id_of("Google") == 1);
  CHECK(names.id_of("") == 0);
  CHECK(names.id_of("Yelp") == 2);
  CHECK(names.id_of("Google") == 1);
  CHECK(names.name(2) == "Yelp");
  CHECK(names.size() == 3);
}

TEST_CASE("a review finds its text in the table it came from", "[feedback][reviews]") {
  StringColumn first, liked, disliked;
  for (const char* text : {"a", "b", "c"}) first.append(text);
  liked.append("the bread");
  disliked.append("the queue");
  liked.append("");
  disliked.append("all");
  Reviews reviews;
  reviews.ratings = {1, 2, 3, 4};
  Part one, two;
  one.texts = {&first};
  one.table_rows = {0, 2};  // row 1 of the table is no review
  two.first = 2;
  two.table = 1;
  two.texts = {&liked, &disliked};
  two.table_rows = {0, 1};
  reviews.parts = {one, two};

  std::string scratch;
  CHECK(reviews.text(0, scratch) == "a");
  CHECK(reviews.text(1, scratch) == "c");
  CHECK(reviews.text(2, scratch) == "the bread\nthe queue");
  CHECK(reviews.text(3, scratch) == "all");
  CHECK(reviews.table_row(1) == 2);
  CHECK(reviews.part_of(3).table == 1);
  CHECK(reviews.title(0).empty());
}
