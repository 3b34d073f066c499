// How often the right one of a shop's answers comes first, on requests that people wrote: banking77
// (Casanueva et al. 2020) and clinc150 (Larson et al. 2019), training parts. An answer is an intent; it is
// known by five of its requests, and up to twenty others ask for it. Words alone: no language model.
#include <catch_amalgamated.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "base/random.hpp"
#include "insight/replies_library.hpp"
#include "support/shared_data.hpp"

using namespace attune;
using namespace attune::insight;
using Json = nlohmann::json;

namespace {

using Requests = std::map<std::string, std::vector<std::string>>;  // by intent

Requests requests_of(const std::string& jsonl) {
  Requests requests;
  for (const std::string_view line : test::lines_of(jsonl)) {
    const Json row = Json::parse(line, nullptr, false);
    if (!row.is_object()) continue;
    for (const char* name : {"label", "intent", "category"}) {
      if (!row.contains(name) || !row.contains("text")) continue;
      const std::string intent = row[name].is_string() ? row[name].get<std::string>() : row[name].dump();
      if (intent != "oos") requests[intent].push_back(row["text"].get<std::string>());
      break;
    }
  }
  std::erase_if(requests, [](const auto& one) { return one.second.size() < 10; });
  return requests;
}

// The share of requests whose answer comes first, among `answers` of the intents, drawn with the seed.
double top_one(const Requests& requests, std::size_t answers, std::uint64_t seed) {
  Random random{seed};
  std::vector<std::string> intents;
  for (const auto& [intent, texts] : requests) intents.push_back(intent);
  for (auto left = static_cast<std::uint32_t>(intents.size()); left > 1; --left)
    std::swap(intents[left - 1], intents[random.below(left)]);
  intents.resize(std::min(answers, intents.size()));
  AnswerLibrary library;
  std::vector<std::pair<std::size_t, std::string>> asked;
  for (std::size_t at = 0; at < intents.size(); ++at) {
    std::vector<std::string> texts = requests.at(intents[at]);
    for (auto left = static_cast<std::uint32_t>(texts.size()); left > 1; --left)
      std::swap(texts[left - 1], texts[random.below(left)]);
    for (std::size_t i = 0; i < 5; ++i) library.add(texts[i], "answer " + std::to_string(at), "shop");
    for (std::size_t i = 5; i < std::min<std::size_t>(25, texts.size()); ++i)
      asked.emplace_back(at, texts[i]);
  }
  library.finish();
  std::size_t right = 0;
  for (const auto& [intent, text] : asked) {
    const auto matches = library.match(text, {}, 1);
    right +=
        !matches.empty() && library.answers()[matches[0].answer].text == "answer " + std::to_string(intent)
            ? 1
            : 0;
  }
  return static_cast<double>(right) / static_cast<double>(asked.size());
}

double mean_top_one(const Requests& requests, std::size_t answers) {
  double sum = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) sum += top_one(requests, answers, seed);
  return sum / 4;
}

}  // namespace

TEST_CASE("the right answer of a shop's twenty comes first for four of five requests, by words alone",
          "[insight][replies][shared]") {
  const auto banking = test::read_shared_data("banking77/train.jsonl.xz"),
             assistant = test::read_shared_data("clinc150/train.jsonl.xz");
  if (!banking || !assistant) SKIP("needs the banking77 and clinc150 data sets and xz");
  double sum = 0;
  for (const auto& [name, text] : {std::pair{"banking77", &*banking}, std::pair{"clinc150", &*assistant}}) {
    const Requests requests = requests_of(*text);
    REQUIRE(requests.size() > 50);
    const double twenty = mean_top_one(requests, 20);
    WARN(name << ": of 20 answers " << twenty);
    sum += twenty;
  }
  CHECK(sum / 2 >= 0.8);
}
