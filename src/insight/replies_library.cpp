#include "insight/replies_library.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"

namespace attune::insight {
namespace {

// Several questions in one cell stand on lines of their own, or between bars.
std::vector<std::string> ways_to_ask(const std::string& question) {
  std::vector<std::string> ways;
  std::size_t begin = 0;
  while (begin <= question.size()) {
    const std::size_t end = std::min(question.find_first_of("\n|", begin), question.size());
    const std::string_view one = utf8::trimmed(std::string_view{question}.substr(begin, end - begin));
    if (!one.empty()) ways.emplace_back(one);
    begin = end + 1;
  }
  return ways;
}

double cosine(std::span<const float> a, std::span<const float> b) {
  double product = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    product += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return product;
}

}  // namespace

void AnswerLibrary::add(std::string_view question, std::string_view text, std::string_view table) {
  const std::string asked{utf8::trimmed(question)}, answer{utf8::trimmed(text)};
  if (asked.empty() || answer.empty()) return;
  const auto same = std::find_if(answers_.begin(), answers_.end(), [&](const ShopAnswer& one) {
    return one.text == answer && one.table == table;
  });
  const bool is_new = same == answers_.end();
  ShopAnswer& entry = is_new ? answers_.emplace_back() : *same;
  if (is_new) {
    entry.text = answer;
    entry.table = table;
  }
  for (std::string& way : ways_to_ask(asked)) {
    if (entry.title.empty()) entry.title = way;
    entry.questions.push_back(std::move(way));
  }
}

void AnswerLibrary::finish() {
  for (std::size_t answer = 0; answer < answers_.size(); ++answer) {
    for (const std::string& question : answers_[answer].questions) {
      answer_of_.push_back(answer);
      questions_.add(question);
      // Where a title says little, the answer's own words help; where there are several questions they
      // suffice.
      const bool is_short = answers_[answer].questions.size() == 1;
      words_.add(is_short ? question + ' ' + question + ' ' + answers_[answer].text.substr(0, 400)
                          : question);
    }
  }
}

std::vector<std::string> AnswerLibrary::questions() const {
  std::vector<std::string> all;
  for (const ShopAnswer& answer : answers_)
    all.insert(all.end(), answer.questions.begin(), answer.questions.end());
  return all;
}

std::vector<AnswerMatch> AnswerLibrary::match(std::string_view text, std::span<const float> meaning,
                                              std::size_t most) const {
  const Bm25Index::Scores words = words_.search(text), fits = questions_.search(text);
  // An answer is as good as its best question, and better for every other that fits as well.
  std::vector<double> by_words(answers_.size()), by_meaning(answers_.size(), -1.0), coverage(answers_.size());
  std::vector<std::vector<double>> ways(answers_.size());
  for (std::size_t i = 0; i < answer_of_.size(); ++i) {
    ways[answer_of_[i]].push_back(words.scores[i]);
    // A long message says much that no question asks; a short question may be met by chance: both have to
    // fit.
    coverage[answer_of_[i]] = std::max(coverage[answer_of_[i]], std::sqrt(fits.coverage[i] * fits.asked[i]));
    if (i < meanings_.size() && !meaning.empty())
      by_meaning[answer_of_[i]] = std::max(by_meaning[answer_of_[i]], cosine(meanings_[i], meaning));
  }
  for (std::size_t answer = 0; answer < answers_.size(); ++answer) {
    std::sort(ways[answer].begin(), ways[answer].end(), std::greater<>{});
    double share = 1;
    for (std::size_t i = 0; i < std::min<std::size_t>(5, ways[answer].size()); ++i, share *= 0.8)
      by_words[answer] += share * ways[answer][i];
  }
  const double best_words = answers_.empty() ? 0 : *std::max_element(by_words.begin(), by_words.end());
  const bool knows_meaning = !meaning.empty() && !meanings_.empty();
  std::vector<std::pair<double, std::size_t>> joined;
  for (std::size_t answer = 0; answer < answers_.size(); ++answer) {
    const double relative = best_words > 0 ? by_words[answer] / best_words : 0;
    joined.emplace_back(knows_meaning ? 0.5 * relative + 0.5 * std::max(0.0, by_meaning[answer]) : relative,
                        answer);
  }
  std::sort(joined.begin(), joined.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });

  std::vector<AnswerMatch> matches;
  for (std::size_t i = 0; i < std::min(most, joined.size()); ++i) {
    const auto [score, answer] = joined[i];
    if (score <= 0) break;
    // Sure, where the text's words are known to it and no other answer comes near.
    const double rival = i == 0 && joined.size() > 1 ? joined[1].first : joined[0].first;
    const double lead = i == 0 && score > 0 ? (score - rival) / score : 0;
    const double fit = knows_meaning ? 0.5 * coverage[answer] + 0.5 * std::clamp(by_meaning[answer], 0.0, 1.0)
                                     : coverage[answer];
    matches.push_back(
        {answer, std::clamp(fit * (0.6 + 0.4 * lead) * (joined[0].first > 0 ? score / joined[0].first : 0),
                            0.0, 1.0)});
  }
  return matches;
}

}  // namespace attune::insight
