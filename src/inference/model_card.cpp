#include "inference/model_card.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace attune::inference {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostScores = 4096;

Error unreadable(std::string detail) {
  return {ErrorCode::ModelMismatch, "The language model's description cannot be read. Reload the page.",
          std::move(detail)};
}

// A member that is a whole number from 1 on, or 0.
std::size_t count_at(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_number_unsigned() ? at->get<std::size_t>() : 0;
}

std::string string_at(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

std::vector<std::string> strings_at(const Json& object, const char* key) {
  std::vector<std::string> strings;
  if (const auto at = object.find(key); at != object.end() && at->is_array()) {
    for (const Json& item : *at)
      strings.push_back(item.is_string() ? item.get<std::string>() : std::string{});
  }
  return strings;
}

Result<Head> parse_head(const Json& json) {
  if (!json.is_object()) return unreadable("a head is not an object");
  Head head;
  head.name = string_at(json, "name");
  head.offset = count_at(json, "offset");
  head.size = count_at(json, "size");
  head.labels = strings_at(json, "labels");
  const std::string activation = string_at(json, "activation");
  if (head.name.empty() || head.size == 0 || head.labels.size() != head.size) {
    return unreadable("a head's name, size and labels do not fit: " + head.name);
  }
  if (activation != "softmax" && activation != "sigmoid") return unreadable("activation of " + head.name);
  head.activation = activation == "softmax" ? Activation::Softmax : Activation::Sigmoid;
  if (const auto at = json.find("temperature"); at != json.end() && at->is_number()) {
    head.temperature = at->get<float>();
  }
  if (!(head.temperature > 0) || !std::isfinite(head.temperature)) {
    return unreadable("temperature of " + head.name);
  }
  if (const auto at = json.find("thresholds"); at != json.end() && at->is_array()) {
    for (const Json& item : *at) head.thresholds.push_back(item.is_number() ? item.get<float>() : -1.0F);
  }
  const bool are_inside = std::all_of(head.thresholds.begin(), head.thresholds.end(),
                                      [](float threshold) { return threshold > 0 && threshold < 1; });
  if (head.activation == Activation::Sigmoid && (head.thresholds.size() != head.size || !are_inside)) {
    return unreadable("thresholds of " + head.name);
  }
  return head;
}

}  // namespace

const Head* ModelCard::find(std::string_view head) const noexcept {
  const auto at = std::find_if(heads.begin(), heads.end(), [&](const Head& h) { return h.name == head; });
  return at == heads.end() ? nullptr : &*at;
}

bool ModelCard::supports(std::string_view language) const noexcept {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

Result<ModelCard> parse_model_card(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return unreadable("not a JSON object");
  ModelCard card;
  card.name = string_at(json, "name");
  card.max_tokens = count_at(json, "maxTokens");
  card.languages = strings_at(json, "languages");
  const auto heads = json.find("heads");
  if (card.name.empty() || card.max_tokens == 0 || heads == json.end() || !heads->is_array()) {
    return unreadable("name, maxTokens or heads are missing");
  }
  for (const Json& item : *heads) {
    Result<Head> head = parse_head(item);
    if (!head) return head.error();
    if (head->offset != card.total) return unreadable("gap or overlap before " + head->name);
    card.total += head->size;
    if (card.total > kMostScores) return unreadable("too many scores");
    card.heads.push_back(std::move(*head));
  }
  if (card.heads.empty()) return unreadable("no heads");
  return card;
}

}  // namespace attune::inference
