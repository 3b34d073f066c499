#include "engine/question_inquiry.hpp"

#include <algorithm>
#include <cmath>

#include "engine/answers.hpp"
#include "insight/answers_compose.hpp"
#include "protocol/json_writer.hpp"

namespace attune::engine {

using protocol::JsonWriter;

namespace {

constexpr std::size_t kRowsAtOnce = 256;

double rounded(double value) { return std::round(value * 1e4) / 1e4; }

void write_texts(const char* name, const std::vector<std::string>& texts, JsonWriter& json) {
  if (texts.empty()) return;
  json.key(name).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

// As a rows query takes it. Without a model feelings are read from the stars, so that the filter asks for
// these.
void write_filter(const insight::RowsBehind& rows, bool has_model, JsonWriter& json) {
  json.key("filter").begin_object();
  if (!rows.search.empty()) json.member("search", rows.search);
  std::vector<int> ratings = rows.filter.ratings;
  if (rows.polarity != insight::Polarity::Any && (has_model || rows.polarity == insight::Polarity::Mixed)) {
    static constexpr const char* kNames[] = {"", "negative", "neutral", "positive", "mixed"};
    json.key("sentiment").begin_array().value(kNames[static_cast<std::size_t>(rows.polarity)]).end_array();
  } else if (rows.polarity != insight::Polarity::Any && ratings.empty()) {
    if (rows.polarity == insight::Polarity::Negative) ratings = {1, 2};
    if (rows.polarity == insight::Polarity::Neutral) ratings = {3};
    if (rows.polarity == insight::Polarity::Positive) ratings = {4, 5};
  }
  if (!ratings.empty()) {
    json.key("rating").begin_array();
    for (const int star : ratings) json.value(star);
    json.end_array();
  }
  if (rows.filter.from) json.member("from", iso_from_days(*rows.filter.from));
  if (rows.filter.to) json.member("to", iso_from_days(*rows.filter.to));
  write_texts("source", rows.filter.sources, json);
  write_texts("product", rows.filter.products, json);
  write_texts("place", rows.filter.places, json);
  write_texts("segment", rows.filter.segments, json);
  json.end_object();
}

void write_figure(const char* name, const snapshot::Estimate& estimate, JsonWriter& json) {
  if (estimate.n == 0) return;
  json.key(name).begin_object().member("value", rounded(estimate.value)).member("low", rounded(estimate.low));
  json.member("high", rounded(estimate.high)).member("n", estimate.n).end_object();
}

void write_quote(const AnalysisRun& run, const insight::AnswerQuote& quote, JsonWriter& json) {
  const feedback::Reviews& reviews = run.reviews();
  json.begin_object().member("row", quote.row).member("text", quote.text).key("highlights").begin_array();
  for (const text::ByteRange& range : quote.highlights)
    json.begin_object().member("begin", range.begin).member("end", range.end).end_object();
  json.end_array();
  if (const auto rating = reviews.rating(quote.row)) json.member("rating", *rating);
  if (const auto day = reviews.day(quote.row)) json.member("date", iso_from_days(*day));
  if (!reviews.source(quote.row).empty()) json.member("source", reviews.source(quote.row));
  if (!reviews.product(quote.row).empty()) json.member("product", reviews.product(quote.row));
  if (run.feelings().is_known(quote.row))
    json.member("sentiment", feedback::name_of(feedback::sentiment_of(run.feelings()[quote.row])));
  json.end_object();
}

std::string json_from_answer(const AnalysisRun& run, std::uint64_t id, const std::string& question,
                             const insight::Question& understood, const insight::Answer& answer) {
  const bool has_model = run.has_model();
  JsonWriter json;
  json.begin_object().member("id", id).key("ask").begin_object().member("question", question);
  json.key("answer").begin_array();
  for (const std::string& sentence : answer.sentences) json.value(sentence);
  json.end_array().member("language", insight::code_of(understood.language));
  json.member("intent", insight::name_of(understood.intent)).key("about").begin_array();
  for (const insight::AboutTerm& term : understood.about) json.value(term.label);
  json.end_array();
  write_filter(answer.rows, has_model, json);
  json.member("understood", answer.understood).key("counts").begin_array();
  for (const insight::AnswerCount& count : answer.counts) {
    json.begin_object().member("label", count.label).member("n", count.n).member("of", count.of);
    write_figure("share", count.share, json);
    write_figure("rating", count.rating, json);
    write_filter(count.rows, has_model, json);
    json.end_object();
  }
  json.end_array().key("quotes").begin_array();
  for (const insight::AnswerQuote& quote : answer.quotes) write_quote(run, quote, json);
  json.end_array().member("confidence", rounded(answer.confidence)).member("unknown", answer.is_unknown);
  write_texts("suggestions", answer.suggestions, json);
  json.end_object().end_object();
  return json.take();
}

}  // namespace

insight::QuestionContext question_context(const feedback::Reviews& reviews) {
  insight::QuestionContext context;
  for (std::uint32_t id = 1; id < reviews.products.size(); ++id)
    context.products.push_back(reviews.products.name(id));
  for (std::uint32_t id = 1; id < reviews.sources.size(); ++id)
    context.sources.push_back(reviews.sources.name(id));
  for (std::uint32_t id = 1; id < reviews.places.size(); ++id)
    context.places.push_back(reviews.places.name(id));
  for (const Days day : reviews.days) {
    if (day == feedback::Reviews::kNoDay) continue;
    context.oldest = std::min(day, context.oldest.value_or(day));
    context.newest = std::max(day, context.newest.value_or(day));
  }
  return context;
}

QuestionInquiry::QuestionInquiry(const AnalysisRun& run, const LanguageModel* model, std::uint64_t id,
                                 const protocol::AskQuery& query)
    : Inquiry{model, model != nullptr ? std::vector{query.question} : std::vector<std::string>{},
              Wanted::Everything},
      run_{run},
      id_{id},
      query_{query} {}

void QuestionInquiry::begin() {
  const feedback::EmbeddingColumn& embeddings = run_.readings().embeddings;
  if (!scored().empty()) meaning_ = scored().front().embedding;
  if (meaning_.size() != embeddings.dimensions()) meaning_.clear();
  insight::QuestionContext context = question_context(run_.reviews());
  if (const auto language = insight::language_from_code(query_.language)) context.language = *language;
  reviews_version_ = run_.reviews_version();
  insight::EvidenceOptions options{.has_model = run_.has_model(),
                                   .similarity = {},
                                   .oldest = context.oldest,
                                   .newest = context.newest,
                                   .writers = &run_.writers()};
  if (!meaning_.empty()) {
    options.similarity = [this, &embeddings](feedback::Row row) {
      if (!embeddings.is_known(row)) return -1.0;
      const auto steps = embeddings.steps(row);
      double product = 0;
      for (std::size_t i = 0; i < steps.size(); ++i) product += static_cast<double>(meaning_[i]) * steps[i];
      return product * static_cast<double>(embeddings.factor(row));
    };
  }
  scan_.emplace(run_.reviews(), run_.feelings(), insight::understand_question(query_.question, context),
                std::move(options));
}

bool QuestionInquiry::work(const Deadline& deadline) {
  if (!scan_ || reviews_version_ != run_.reviews_version()) begin();
  while (scan_->advance(kRowsAtOnce)) {
    if (deadline.has_passed()) return false;
  }
  const insight::Evidence evidence = scan_->take();
  answer_ = json_from_answer(run_, id_, query_.question, evidence.question,
                             insight::compose_answer(evidence, run_.reviews()));
  return true;
}

std::string QuestionInquiry::answer() const { return answer_; }

}  // namespace attune::engine
