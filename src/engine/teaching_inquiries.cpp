#include "engine/teaching_inquiries.hpp"

#include <cmath>
#include <utility>

#include "feedback/bias_audit.hpp"
#include "protocol/json_writer.hpp"

namespace attune::engine {

using protocol::JsonWriter;

namespace {

std::vector<std::string> examples_of(const std::vector<TaughtIntent>& intents) {
  std::vector<std::string> texts;
  for (const TaughtIntent& intent : intents)
    texts.insert(texts.end(), intent.examples.begin(), intent.examples.end());
  return texts;
}

std::vector<std::string> texts_of(const std::vector<feedback::AuditSentence>& sentences) {
  std::vector<std::string> texts;
  for (const feedback::AuditSentence& sentence : sentences) texts.push_back(sentence.text);
  return texts;
}

double rounded(double value) { return std::round(value * 1e5) / 1e5; }

void write_gap(const feedback::ScoreGap& gap, JsonWriter& json) {
  json.member("mean", rounded(gap.mean)).member("low", rounded(gap.low)).member("high", rounded(gap.high));
  json.member("meanAbsolute", rounded(gap.mean_absolute)).member("n", gap.pairs);
}

}  // namespace

IntentDefinition::IntentDefinition(const LanguageModel& model, std::uint64_t id,
                                   std::vector<TaughtIntent> intents, Teachings& teachings)
    : Inquiry{&model, examples_of(intents), Wanted::Everything},
      id_{id},
      intents_{std::move(intents)},
      teachings_{teachings} {}

void IntentDefinition::finish() {
  std::size_t at = 0;
  for (TaughtIntent& intent : intents_) {
    intent.embeddings.clear();
    for (std::size_t i = 0; i < intent.examples.size(); ++i)
      intent.embeddings.push_back(scored()[at++].embedding);
    teachings_.set_intent(intent);
  }
}

std::string IntentDefinition::answer() const {
  JsonWriter json;
  json.begin_object().member("id", id_).key("defined").begin_array();
  for (const TaughtIntent& intent : intents_) json.value(intent.name);
  json.end_array().end_object();
  return json.take();
}

Audit::Audit(const LanguageModel& model, std::uint64_t id)
    : Inquiry{&model, texts_of(feedback::audit_sentences()), Wanted::ScoresOnly},
      id_{id},
      model_name_{model.card.name} {}

std::string Audit::answer() const {
  std::vector<double> scores;
  for (const ScoredText& one : scored()) scores.push_back(one.scores.score());
  const feedback::BiasAudit audit = feedback::evaluate_audit(scores);
  JsonWriter json;
  json.begin_object().member("id", id_).key("audit").begin_object().member("model", model_name_);
  json.member("sentences", audit.sentences).key("gender").begin_object();
  write_gap(audit.gender, json);
  json.end_object().key("origin").begin_object();
  json.member("meanAbsolute", rounded(audit.origin_mean_absolute)).end_object();
  json.key("origins").begin_array();
  for (const feedback::OriginGap& one : audit.origins) {
    json.begin_object().member("group", feedback::kOrigins[one.origin]);
    write_gap(one.gap, json);
    json.end_object();
  }
  json.end_array().key("emotions").begin_array();
  for (const feedback::EmotionGaps& one : audit.emotions) {
    const auto name = feedback::kAuditEmotions[one.emotion];
    json.begin_object().member("emotion", name.empty() ? "none" : name).key("gender").begin_object();
    write_gap(one.gender, json);
    json.end_object().member("originMeanAbsolute", rounded(one.origin_mean_absolute)).end_object();
  }
  json.end_array().key("worst").begin_array();
  for (const feedback::WorstPair& pair : audit.worst) {
    json.begin_object().member("first", pair.first).member("firstScore", rounded(pair.first_score));
    json.member("second", pair.second).member("secondScore", rounded(pair.second_score)).end_object();
  }
  json.end_array().end_object().end_object();
  return json.take();
}

}  // namespace attune::engine
