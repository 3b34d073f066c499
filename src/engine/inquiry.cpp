#include "engine/inquiry.hpp"

#include <algorithm>
#include <cmath>

#include "engine/mentions.hpp"
#include "feedback/sentiment.hpp"
#include "protocol/json_writer.hpp"

namespace attune::engine {

using protocol::JsonWriter;

namespace {

double rounded(float value) { return std::round(static_cast<double>(value) * 1e4) / 1e4; }

template <class Numbers>
void write_numbers(const char* name, const Numbers& numbers, JsonWriter& json) {
  json.key(name).begin_array();
  for (const float number : numbers) json.value(rounded(number));
  json.end_array();
}

void write_scores(const inference::TextScores& scores, const inference::ModelCard& card, JsonWriter& json) {
  const feedback::Feeling feeling = feedback::feeling_from_scores(scores);
  json.member("sentiment", feedback::name_of(scores.label()));
  write_numbers("p", scores.sentiment, json);
  json.member("score", rounded(scores.score())).member("stars", rounded(scores.expected_stars()));
  write_numbers("starsP", scores.stars, json);
  if (feedback::is_mixed(feeling)) json.member("mixed", true);
  if (feedback::is_unsure(feeling)) json.member("unsure", true);
  if (const auto* emotion = card.find("emotion"); emotion != nullptr && !scores.emotion.empty()) {
    json.key("emotion").begin_object();
    for (std::size_t i = 0; i < emotion->size; ++i)
      json.member(emotion->labels[i], rounded(scores.emotion[i]));
    json.end_object();
  }
  if (const auto* intent = card.find("intent"); intent != nullptr && !scores.intent.empty()) {
    std::size_t top = 0;
    for (std::size_t i = 1; i < intent->size; ++i) {
      if (scores.intent[i] > scores.intent[top]) top = i;
    }
    json.key("intent")
        .begin_object()
        .member("label", intent->labels[top])
        .member("p", rounded(scores.intent[top]));
    json.end_object();
  }
}

}  // namespace

Inquiry::Inquiry(const LanguageModel* model, const std::vector<std::string>& texts, Wanted wanted)
    : scored_(texts.size()), missing_{texts.size()} {
  if (model == nullptr) return;
  queue_.emplace(*model, wanted);
  for (std::size_t i = 0; i < texts.size(); ++i) queue_->add(static_cast<std::uint32_t>(i), texts[i]);
}

bool Inquiry::collect() {
  while (auto scored = queue_ ? queue_->take_scored() : std::nullopt) {
    const std::uint32_t key = scored->key;
    scored_[key] = std::move(*scored);
    --missing_;
  }
  return missing_ == 0;
}

void Classification::write_result(const ScoredText& one, JsonWriter& json) const {
  const inference::ModelCard& card = models_.texts->card;
  const std::string& text = texts_[one.key];
  json.begin_object();
  write_scores(one.scores, card, json);
  if (models_.languages != nullptr) {
    const std::string_view code = models_.languages->identify(text).code;
    json.member("language", code);
    if (code != "und" && !card.supports(code)) json.member("guess", true);
  }
  const Mentions mentions = mentions_in(text, one.spans, card, entity_types_);
  json.key("entities").begin_array();
  for (const feedback::Entity& entity : mentions.entities) {
    json.begin_object().member("text", entity.text.of(text)).member("type", entity_types_[entity.type]);
    json.member("begin", entity.text.begin).member("end", entity.text.end()).end_object();
  }
  json.end_array().key("aspects").begin_array();
  for (const feedback::Aspect& aspect : mentions.aspects) {
    json.begin_object().member("term", aspect.term.of(text)).member("begin", aspect.term.begin);
    json.member("end", aspect.term.end()).member("sentiment", feedback::name_of(aspect.sentiment));
    json.member("opinion", aspect.opinion.of(text)).end_object();
  }
  json.end_array().end_object();
}

std::string Classification::answer() const {
  JsonWriter json;
  json.begin_object().member("id", id_).key("results").begin_array();
  for (const ScoredText& one : scored()) write_result(one, json);
  json.end_array().end_object();
  return json.take();
}

std::string Embedding::answer() const {
  JsonWriter json;
  json.begin_object().member("id", id_).key("results").begin_array();
  for (const ScoredText& one : scored()) {
    json.begin_array();
    for (const float value : one.embedding) json.value(std::round(static_cast<double>(value) * 1e6) / 1e6);
    json.end_array();
  }
  json.end_array().end_object();
  return json.take();
}

std::string Explanation::answer() const {
  std::vector<float> variant_scores;
  for (const ScoredText& one : scored()) variant_scores.push_back(one.scores.score());

  // A sentence or word of the title is told to nobody: the offsets are those of the text.
  const auto is_in_text = [this](const text::ByteRange& range) { return range.end > text_begin_; };
  const auto write_range = [this](const text::ByteRange& range, JsonWriter& json) {
    json.member("begin", range.begin > text_begin_ ? range.begin - text_begin_ : 0)
        .member("end", range.end - text_begin_);
  };
  JsonWriter json;
  std::vector<float> told;  // scores of the sentences
  json.begin_object().member("id", id_).member("row", row_).key("sentences").begin_array();
  for (std::size_t i = 0; i < reasons_.sentences().size(); ++i) {
    if (!is_in_text(reasons_.sentences()[i])) continue;
    const inference::TextScores& one = scored()[reasons_.variant_of_sentence(i)].scores;
    json.begin_object();
    write_range(reasons_.sentences()[i], json);
    json.member("sentiment", feedback::name_of(one.label())).member("score", rounded(one.score()));
    json.member("stars", rounded(one.expected_stars()));
    const feedback::Feeling feeling = feedback::feeling_from_scores(one);
    if (feedback::is_mixed(feeling)) json.member("mixed", true);
    if (feedback::is_unsure(feeling)) json.member("unsure", true);
    json.end_object();
    told.push_back(one.score());
  }
  json.end_array();
  if (told.size() > 1) {
    const auto strongest = std::max_element(told.begin(), told.end(),
                                            [](float a, float b) { return std::abs(a) < std::abs(b); });
    json.member("peak", strongest - told.begin()).member("end", told.size() - 1);
    json.member("peakEnd", rounded((*strongest + told.back()) / 2));
  }
  json.key("words").begin_array();
  for (const feedback::WordReason& reason : reasons_.weights(variant_scores)) {
    if (!is_in_text(reason.bytes)) continue;
    json.begin_object();
    write_range(reason.bytes, json);
    json.member("weight", rounded(reason.weight)).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace attune::engine
