#include "inference/model_card.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "inference/how_written.hpp"

namespace attune::inference {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostScores = 4096;
constexpr std::size_t kMostTagTypes = 200;

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

// "O", "B-person", "I-person", or plain "B" and "I". Adds the type to the head's if it is new.
bool parse_tag_label(std::string_view text, TokenHead& head) {
  if (text == "O") {
    head.labels.push_back({});
    return true;
  }
  const bool has_type = text.size() > 2 && text[1] == '-';
  if (text.empty() || (text[0] != 'B' && text[0] != 'I') || (text.size() > 1 && !has_type)) return false;
  const std::string_view type = has_type ? text.substr(2) : std::string_view{};
  auto at = std::find(head.types.begin(), head.types.end(), type);
  if (at == head.types.end()) at = head.types.insert(head.types.end(), std::string{type});
  head.labels.push_back({.place = text[0] == 'B' ? TagLabel::Place::Begin : TagLabel::Place::Inside,
                         .type = static_cast<std::uint8_t>(at - head.types.begin())});
  return head.types.size() <= kMostTagTypes;
}

// {"add": [[a number for each label] for each way to write a word]}.
bool parse_written(const Json& json, TokenHead& head) {
  const auto rows = json.find("add");
  if (rows == json.end() || !rows->is_array() || rows->size() != kWaysToWrite) return false;
  for (const Json& row : *rows) {
    if (!row.is_array() || row.size() != head.size) return false;
    for (const Json& number : row) {
      if (!number.is_number()) return false;
      head.written.push_back(number.get<float>());
    }
  }
  return true;
}

Result<TokenHead> parse_token_head(const Json& json) {
  if (!json.is_object()) return unreadable("a token head is not an object");
  TokenHead head;
  head.name = string_at(json, "name");
  head.offset = count_at(json, "offset");
  head.size = count_at(json, "size");
  for (const std::string& label : strings_at(json, "labels")) {
    if (!parse_tag_label(label, head)) return unreadable("label \"" + label + "\" of " + head.name);
  }
  if (head.name.empty() || head.size == 0 || head.labels.size() != head.size) {
    return unreadable("a token head's name, size and labels do not fit: " + head.name);
  }
  if (const auto written = json.find("written"); written != json.end() && !parse_written(*written, head)) {
    return unreadable("what the writing of a word adds to " + head.name);
  }
  return head;
}

Result<void> parse_token_heads(const Json& json, ModelCard& card) {
  const auto heads = json.find("tokenHeads");
  if (heads == json.end() || !heads->is_array()) return unreadable("tags without token heads");
  std::size_t filled = 0;
  for (const Json& item : *heads) {
    Result<TokenHead> head = parse_token_head(item);
    if (!head) return head.error();
    if (head->offset != filled) return unreadable("gap or overlap before " + head->name);
    filled += head->size;
    card.token_heads.push_back(std::move(*head));
  }
  if (filled != card.tag_total) return unreadable("the token heads do not fill the tags");
  return {};
}

}  // namespace

const Head* ModelCard::find(std::string_view head) const noexcept {
  const auto at = std::find_if(heads.begin(), heads.end(), [&](const Head& h) { return h.name == head; });
  return at == heads.end() ? nullptr : &*at;
}

const TokenHead* ModelCard::find_token_head(std::string_view head) const noexcept {
  const auto at = std::find_if(token_heads.begin(), token_heads.end(),
                               [&](const TokenHead& one) { return one.name == head; });
  return at == token_heads.end() ? nullptr : &*at;
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
  if (const auto at = json.find("embedding"); at != json.end()) {
    card.embedding_size = at->is_object() ? count_at(*at, "size") : 0;
    if (card.embedding_size == 0 || card.embedding_size > kMostScores)
      return unreadable("size of the embedding");
  }
  if (const auto at = json.find("tags"); at != json.end()) {
    card.tag_total = at->is_object() ? count_at(*at, "total") : 0;
    if (card.tag_total == 0 || card.tag_total > kMostScores) return unreadable("total of the tags");
    if (const auto parsed = parse_token_heads(json, card); !parsed) return parsed.error();
  }
  return card;
}

}  // namespace attune::inference
