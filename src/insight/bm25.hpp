// Finds the texts of a small collection (questions a shop has answers to) that fit a text best, by their
// words.
//
// Okapi BM25 (Robertson, Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond", eq. 3.15)
// over stems and the pairs of neighbouring stems, which keep "card not working" apart from "working card".
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attune::insight {

// The words of a text for matching: folded, function words left out, usual endings of English, German, French
// and Spanish taken off.
[[nodiscard]] std::vector<std::string> stems_of(std::string_view text);

class Bm25Index {
 public:
  // Texts are numbered in the order they are added. After the first search no more may be added.
  void add(std::string_view text);
  [[nodiscard]] std::size_t size() const noexcept { return lengths_.size(); }

  struct Scores {
    std::vector<double> scores;    // one a text, 0: no word in common
    std::vector<double> coverage;  // share of the query's words that the text knows, by weight, 0 to 1
    std::vector<double> asked;     // share of the text's words that the query knows, likewise
  };
  [[nodiscard]] Scores search(std::string_view query) const;

 private:
  struct Posting {
    std::uint32_t text = 0;
    double times = 0;
  };
  [[nodiscard]] double weight_of(std::size_t texts_with_it) const;

  std::map<std::string, std::vector<Posting>, std::less<>> postings_;
  std::vector<double> lengths_;
  double total_length_ = 0;
};

}  // namespace attune::insight
