#include "engine/teachings.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "protocol/json_writer.hpp"

namespace attune::engine {
namespace {

using Json = nlohmann::json;

constexpr const char* kFormat = "attune-knowledge";
constexpr int kVersion = 1;

std::string hex_from_key(feedback::TextKey key) {
  std::string digits(16, '0');
  for (std::size_t i = 16; i-- > 0; key >>= 4U) digits[i] = "0123456789abcdef"[key & 15U];
  return digits;
}

std::optional<feedback::TextKey> key_from_hex(std::string_view digits) {
  feedback::TextKey key = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), key, 16);
  const bool is_whole = error == std::errc{} && end == digits.data() + digits.size();
  return is_whole && digits.size() == 16 ? std::optional{key} : std::nullopt;
}

std::optional<feedback::Sentiment> sentiment_named(std::string_view name) {
  for (const auto sentiment :
       {feedback::Sentiment::Negative, feedback::Sentiment::Neutral, feedback::Sentiment::Positive}) {
    if (name == feedback::name_of(sentiment)) return sentiment;
  }
  return std::nullopt;
}

std::string text_at(const Json& object, const char* name) {
  if (!object.is_object()) return {};
  const auto at = object.find(name);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

std::vector<std::string> texts_at(const Json& object, const char* name) {
  std::vector<std::string> texts;
  const auto at = object.find(name);
  if (at == object.end() || !at->is_array()) return texts;
  for (const Json& item : *at) {
    if (item.is_string()) texts.push_back(item.get<std::string>());
  }
  return texts;
}

Error no_knowledge() {
  return {ErrorCode::InvalidRequest, "This file holds no corrections of Attune's. Choose a knowledge.json.",
          ""};
}

}  // namespace

void Teachings::set_intent(TaughtIntent intent) {
  remove_intent(intent.name);
  const auto after = std::find_if(intents.begin(), intents.end(),
                                  [&](const TaughtIntent& one) { return one.name > intent.name; });
  intents.insert(after, std::move(intent));
}

bool Teachings::remove_intent(std::string_view name) {
  return std::erase_if(intents, [&](const TaughtIntent& one) { return one.name == name; }) > 0;
}

std::string knowledge_json(const Teachings& teachings) {
  protocol::JsonWriter json;
  json.begin_object().member("format", kFormat).member("version", kVersion).key("corrections").begin_array();
  for (const auto& [key, correction] : teachings.corrections.all()) {
    json.begin_object().member("text", hex_from_key(key));
    if (correction.sentiment) json.member("sentiment", feedback::name_of(*correction.sentiment));
    if (!correction.intent.empty()) json.member("intent", correction.intent);
    json.end_object();
  }
  json.end_array().key("intents").begin_array();
  for (const TaughtIntent& intent : teachings.intents) {
    json.begin_object().member("name", intent.name).key("examples").begin_array();
    for (const std::string& example : intent.examples) json.value(example);
    json.end_array().end_object();
  }
  json.end_array().member("shopStars", teachings.uses_shop_stars);
  const auto write_names = [&](const char* key, const std::vector<std::string>& names) {
    json.key(key).begin_array();
    for (const std::string& name : names) json.value(name);
    json.end_array();
  };
  write_names("ownNames", teachings.brands.own);
  write_names("competitors", teachings.brands.rivals);
  json.end_object();
  return json.take();
}

Result<Teachings> parse_knowledge(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (text_at(json, "format") != kFormat) return no_knowledge();
  if (const auto version = json.find("version"); version == json.end() || *version != kVersion)
    return no_knowledge();
  Teachings teachings;
  if (const auto corrections = json.find("corrections"); corrections != json.end()) {
    for (const Json& item : *corrections) {
      const auto key = key_from_hex(text_at(item, "text"));
      if (!key) return no_knowledge();
      teachings.corrections.set(*key, {.sentiment = sentiment_named(text_at(item, "sentiment")),
                                       .intent = text_at(item, "intent")});
    }
  }
  if (const auto intents = json.find("intents"); intents != json.end()) {
    for (const Json& item : *intents) {
      TaughtIntent intent{.name = text_at(item, "name"), .examples = {}, .embeddings = {}};
      if (intent.name.empty() || !item.contains("examples")) return no_knowledge();
      intent.examples = texts_at(item, "examples");
      teachings.set_intent(std::move(intent));
    }
  }
  const auto stars = json.find("shopStars");
  teachings.uses_shop_stars = stars != json.end() && stars->is_boolean() && stars->get<bool>();
  teachings.brands = {.own = texts_at(json, "ownNames"), .rivals = texts_at(json, "competitors")};
  return teachings;
}

}  // namespace attune::engine
