#include "inference/token_tags.hpp"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "inference/model_output.hpp"

using namespace attune::inference;
using attune::text::ByteRange;

namespace {

// Labels O, B-person, I-person, B-place, I-place.
TokenHead names_head() {
  TokenHead head{.name = "entity", .offset = 1, .size = 5, .labels = {}, .types = {"person", "place"}};
  using Place = TagLabel::Place;
  head.labels = {{}, {Place::Begin, 0}, {Place::Inside, 0}, {Place::Begin, 1}, {Place::Inside, 1}};
  return head;
}

std::vector<TaggedWord> words_of(std::size_t count) {
  std::vector<TaggedWord> words;
  for (std::uint32_t i = 0; i < count; ++i)
    words.push_back({.begin = 10 * i, .end = 10 * i + 9, .token = i, .follows_the_one_before = true});
  return words;
}

std::vector<TagSpan> spans_of(const std::vector<int>& labels) {
  std::vector<ChosenLabel> chosen;
  for (const int label : labels) chosen.push_back({static_cast<std::uint8_t>(label), 0.5F});
  return spans_from_labels(words_of(labels.size()), chosen, names_head());
}

}  // namespace

TEST_CASE("words take in the pieces that continue them and leave the markers before them out",
          "[inference][tags]") {
  // "[caps] GREAT ##EST , day"
  const std::vector<ByteRange> sources{{0, 8}, {0, 5}, {5, 8}, {8, 9}, {10, 13}};
  std::vector<TaggedWord> words;
  find_tagged_words(sources, {false, true, false, true, true}, true, words);
  REQUIRE(words.size() == 3);
  CHECK(words[0].begin == 0);
  CHECK(words[0].end == 8);
  CHECK(words[0].token == 1);
  CHECK(words[1].token == 3);
  CHECK(words[2].end == 13);
}

TEST_CASE("labels are the likeliest of their head, read at the word's first piece", "[inference][tags]") {
  // Two tokens of seven tags; the head's five begin at 1.
  const std::vector<float> tags{9, 0, 0, 2, 0, 0, 9,  //
                                9, 1, 1, 0, 0, 0, 9};
  std::vector<ChosenLabel> labels;
  choose_labels(words_of(2), tags, 7, names_head(), labels);
  REQUIRE(labels.size() == 2);
  CHECK(labels[0].label == 2);
  CHECK(labels[1].label == 0);  // of equals the first
  CHECK(labels[0].p > 0.6F);
  CHECK(labels[0].p < 0.7F);  // e^2 / (e^2 + 4)
}

TEST_CASE("spans follow the tags, and mend what does not follow", "[inference][tags]") {
  CHECK(spans_of({0, 0}).empty());
  CHECK(spans_of({1, 2, 0, 3}) == std::vector<TagSpan>{{{0, 19}, 0, 0.5F}, {{30, 39}, 1, 0.5F}});
  CHECK(spans_of({1, 1}).size() == 2);                                  // two beginnings: two names
  CHECK(spans_of({2, 2}) == std::vector<TagSpan>{{{0, 19}, 0, 0.5F}});  // inside without a beginning
  CHECK(spans_of({1, 4}) == std::vector<TagSpan>{{{0, 9}, 0, 0.5F}, {{10, 19}, 1, 0.5F}});  // another type
  CHECK(spans_of({1, 0, 2}).size() == 2);
}

TEST_CASE("a span reaches across the edge of two windows, but not across what was left out",
          "[inference][tags]") {
  std::vector<TaggedWord> words = words_of(2);
  const std::vector<ChosenLabel> labels{{1, 1.0F}, {2, 0.5F}};
  CHECK(spans_from_labels(words, labels, names_head()) == std::vector<TagSpan>{{{0, 19}, 0, 0.75F}});
  words[1].follows_the_one_before = false;
  CHECK(spans_from_labels(words, labels, names_head()).size() == 2);
}

TEST_CASE("the outputs of a batch lie one after the other and must be exactly as many as the card says",
          "[inference][tags]") {
  ModelCard card;
  card.total = 2;
  card.embedding_size = 1;
  card.tag_total = 3;
  std::vector<float> numbers(2 * (2 + 1 + 4 * 3));  // two rows of four tokens
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<float>(i);
  const auto output = split_output(numbers, card, 2, 4);
  REQUIRE(output);
  CHECK(output->scores.size() == 4);
  CHECK(output->embeddings.front() == 4);
  CHECK(output->tags.front() == 6);
  CHECK(output->tags.size() == 24);
  CHECK_FALSE(split_output(numbers, card, 2, 3));
  numbers[5] = std::numeric_limits<float>::infinity();
  CHECK_FALSE(split_output(numbers, card, 2, 4));
}

TEST_CASE("how a word is written adds to its tags where the card says so", "[inference][tags][written]") {
  TokenHead head = names_head();
  head.written.assign(6 * head.size, 0.0F);
  head.written[3 * head.size + 1] = 2.5F;  // a capital inside a sentence: rather a person
  std::vector<TaggedWord> words = words_of(2);
  words[1].written = 3;
  const std::vector<float> tags{0, 2, 0, 0, 0, 0, 0,  //
                                0, 2, 0, 0, 0, 0, 0};
  std::vector<ChosenLabel> labels;
  choose_labels(words, tags, 7, head, labels);
  REQUIRE(labels.size() == 2);
  CHECK(labels[0].label == 0);
  CHECK(labels[1].label == 1);
}
