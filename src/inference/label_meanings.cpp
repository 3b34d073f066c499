#include "inference/label_meanings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace attune::inference {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostTokens = 256;  // longer texts are read in windows
constexpr std::size_t kSpareTokens =
    8;  // for what stands around a text, and positions that are not counted from 0
constexpr std::size_t kMostLabels = 64;
constexpr float kSmallest = 1e-6F;

Error unclear(std::string detail) {
  return {ErrorCode::UnsupportedFormat,
          "What the model's labels mean is not clear. Name them negative, neutral, positive or 1 to 5 stars.",
          std::move(detail)};
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::optional<LabelMeaning> meaning_of(const std::string& label, std::size_t index, std::size_t count) {
  const std::string name = lower(label);
  if (name.starts_with("neg") || name == "bad") return LabelMeaning{0, 0};
  if (name.starts_with("neu") || name == "mixed") return LabelMeaning{1, 0};
  if (name.starts_with("pos") || name == "good") return LabelMeaning{2, 0};
  if (!name.empty() && name[0] >= '1' && name[0] <= '5' &&
      (name.size() == 1 || name.substr(1).starts_with(" star")))
    return LabelMeaning{-1, name[0] - '0'};
  if (name != "label_" + std::to_string(index)) return std::nullopt;
  const int number = static_cast<int>(index);
  if (count == 2) return LabelMeaning{2 * number, 0};
  if (count == 3) return LabelMeaning{number, 0};
  if (count == 5) return LabelMeaning{-1, number + 1};
  return std::nullopt;
}

std::vector<std::string> labels_in(const Json& json) {
  std::vector<std::string> labels;
  if (const auto listed = json.find("labels"); listed != json.end() && listed->is_array()) {
    for (const Json& label : *listed) labels.push_back(label.is_string() ? label.get<std::string>() : "");
    return labels;
  }
  const auto by_id = json.find("id2label");
  if (by_id == json.end() || !by_id->is_object()) return labels;
  for (std::size_t id = 0; id < by_id->size() && id < kMostLabels; ++id) {
    const auto label = by_id->find(std::to_string(id));
    if (label == by_id->end() || !label->is_string()) return {};
    labels.push_back(label->get<std::string>());
  }
  return labels;
}

Head head_of(const char* name, std::size_t offset, std::vector<std::string> labels) {
  return {.name = name,
          .offset = offset,
          .size = labels.size(),
          .labels = labels,
          .activation = Activation::Softmax,
          .temperature = 1,
          .thresholds = {}};
}

}  // namespace

Result<ClassifierCard> parse_classifier_card(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return unclear("not a JSON object");
  const std::vector<std::string> labels = labels_in(json);
  if (labels.size() < 2 || labels.size() > kMostLabels) return unclear("no labels");
  ClassifierCard classifier;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto meaning = meaning_of(labels[i], i, labels.size());
    if (!meaning) return unclear(labels[i]);
    classifier.meanings.push_back(*meaning);
  }
  const auto kind_of = [](const LabelMeaning& meaning) { return meaning.stars > 0; };
  const std::size_t of_stars = static_cast<std::size_t>(
      std::count_if(classifier.meanings.begin(), classifier.meanings.end(), kind_of));
  if (of_stars != 0 && of_stars != labels.size()) return unclear("stars and sentiments together");

  ModelCard& card = classifier.card;
  const auto whole_at = [&](const char* name) -> std::size_t {
    const auto at = json.find(name);
    return at != json.end() && at->is_number_unsigned() ? at->get<std::size_t>() : 0;
  };
  const std::size_t positions = std::max(whole_at("max_position_embeddings"), whole_at("maxTokens"));
  card.max_tokens =
      positions <= 2 * kSpareTokens ? kMostTokens / 2 : std::min(kMostTokens, positions - kSpareTokens);
  for (const char* name : {"name", "_name_or_path", "model_type"}) {
    const auto at = json.find(name);
    if (card.name.empty() && at != json.end() && at->is_string()) card.name = at->get<std::string>();
  }
  if (card.name.empty()) card.name = "custom";
  if (const auto languages = json.find("languages"); languages != json.end() && languages->is_array()) {
    for (const Json& code : *languages) {
      if (code.is_string()) card.languages.push_back(code.get<std::string>());
    }
  }
  card.heads = {head_of("sentiment", 0, {"negative", "neutral", "positive"}),
                head_of("stars", 3, {"1", "2", "3", "4", "5"})};
  card.total = 8;
  return classifier;
}

std::vector<float> scores_from_logits(std::span<const float> logits, std::span<const LabelMeaning> meanings) {
  std::vector<float> scores;
  for (std::size_t row = 0; (row + 1) * meanings.size() <= logits.size(); ++row) {
    const auto own = logits.subspan(row * meanings.size(), meanings.size());
    const float top = *std::max_element(own.begin(), own.end());
    float sum = 0;
    for (const float logit : own) sum += std::exp(logit - top);
    std::array<float, 8> p{};
    for (std::size_t i = 0; i < own.size(); ++i) {
      const float probability = std::exp(own[i] - top) / sum;
      const LabelMeaning& meaning = meanings[i];
      const int sentiment = meaning.stars == 0   ? meaning.sentiment
                            : meaning.stars < 3  ? 0
                            : meaning.stars == 3 ? 1
                                                 : 2;
      const int stars = meaning.stars > 0 ? meaning.stars : 1 + 2 * meaning.sentiment;
      p[static_cast<std::size_t>(sentiment)] += probability;
      p[static_cast<std::size_t>(2 + stars)] += probability;
    }
    for (const float probability : p) scores.push_back(std::log(std::max(probability, kSmallest)));
  }
  return scores;
}

}  // namespace attune::inference
