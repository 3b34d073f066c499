#include "engine/session.hpp"

#include <utility>

#include "engine/answers.hpp"
#include "engine/customer_answers.hpp"
#include "engine/customer_exports.hpp"
#include "engine/deadline.hpp"
#include "engine/desk_exports.hpp"
#include "engine/exports.hpp"

namespace attune::engine {
namespace {

constexpr std::uint64_t kMaxAssetBytes = 256ULL << 20U;
constexpr const char* kVocabulary = "sentiment/vocabulary.txt";
constexpr const char* kCard = "sentiment/card.json";
constexpr const char* kCustomTokenizer = "custom/tokenizer.json";
constexpr const char* kCustomConfig = "custom/config.json";
constexpr const char* kLanguageWeights = "language/language.bin";

Error misunderstanding(std::string detail) {
  return {ErrorCode::InvalidRequest, "The page and the engine do not understand each other. Reload the page.",
          std::move(detail)};
}

Error nothing_open() { return {ErrorCode::InvalidRequest, "No file is open yet. Choose a file first.", ""}; }
Error no_customers() {
  return {ErrorCode::NotEnoughData,
          "These files tell of no customers. Open a file with orders or with people's e-mail addresses.", ""};
}
Error no_model() {
  return {ErrorCode::ModelMismatch,
          "The language model is not loaded, so texts cannot be understood. Reload the page.", ""};
}

Error no_embeddings(const LanguageModel& model) {
  return {ErrorCode::ModelMismatch, "This language model gives no embeddings. Use another one.",
          model.card.name};
}

bool needs_files(const protocol::QueryBody& query) {
  return !std::holds_alternative<protocol::ClassifyQuery>(query) &&
         !std::holds_alternative<protocol::EmbedQuery>(query) &&
         !std::holds_alternative<protocol::AuditQuery>(query);
}

}  // namespace

Result<std::string> Session::command(std::string_view json) {
  const auto command = protocol::parse_command(json);
  if (!command) return command.error();
  return std::visit([this](const auto& one) { return obey(one); }, *command);
}

Result<std::string> Session::obey(const protocol::AssetCommand& command) {
  if (command.name.empty() || command.size_bytes > kMaxAssetBytes) {
    return misunderstanding("asset \"" + command.name + "\"");
  }
  incoming_ = Asset{command.name, command.size_bytes, {}};
  if (command.size_bytes == 0) {
    if (const auto completed = complete_asset(); !completed) return completed.error();
  }
  return std::string{"{}"};
}

Result<std::string> Session::obey(const protocol::StartCommand& command) {
  incoming_.reset();
  drop_inference();
  selection_.forget();
  desk_.reset();
  latest_.reset();
  run_.emplace(command, models(), teachings_, options_.slice_bytes, options_.read_now);
  return std::string{"{}"};
}

Result<std::string> Session::obey(const protocol::RolesCommand& command) {
  if (!run_) return nothing_open();
  if (const auto changed = run_->change_roles(command); !changed) return changed.error();
  drop_inference();
  return std::string{"{}"};
}

Result<std::string> Session::obey(const protocol::CustomersCommand& command) {
  if (!run_) return nothing_open();
  if (const auto changed = run_->change_customers(command); !changed) return changed.error();
  drop_inference();
  return std::string{"{}"};
}

Result<std::string> Session::obey(const protocol::CancelCommand& command) {
  if (!run_ || run_->number() != command.run) return std::string{"{}"};
  run_->cancel();
  drop_inference();
  return std::string{"{}"};
}

Result<std::string> Session::obey(const protocol::TopicsCommand& command) {
  if (!run_) return nothing_open();
  if (const auto edited = run_->edit_topics(command); !edited) return edited.error();
  drop_inference();
  return std::string{"{}"};
}

void Session::drop_inference() {
  batches_.clear();
  inquiries_.clear();
  held_answers_.clear();
}

Result<void> Session::feed(std::span<const std::byte> bytes) {
  if (!incoming_) {
    if (!run_) return misunderstanding("input was fed and nothing is open");
    return run_->feed(bytes);
  }
  if (incoming_->bytes.size() + bytes.size() > incoming_->size_bytes) {
    incoming_.reset();
    return misunderstanding("an asset is longer than announced");
  }
  incoming_->bytes.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return incoming_->bytes.size() == incoming_->size_bytes ? complete_asset() : Result<void>{};
}

Result<void> Session::complete_asset() {
  const std::string name = std::move(incoming_->name);
  assets_[name] = std::move(incoming_->bytes);
  incoming_.reset();
  return name == kLanguageWeights ? load_languages() : load_model();
}

Result<void> Session::load_languages() {
  const std::string weights = std::move(assets_[kLanguageWeights]);
  assets_.erase(kLanguageWeights);
  Result<text::LanguageIdentifier> loaded = text::LanguageIdentifier::load(weights);
  if (!loaded) return loaded.error();
  drop_inference();
  run_.reset();
  languages_ = std::make_unique<const text::LanguageIdentifier>(std::move(*loaded));
  return {};
}

// A model is there once both of its files are; the one that comes last is used.
Result<void> Session::load_model() {
  const auto both = [this](const char* first, const char* second) {
    return assets_.contains(first) && assets_.contains(second);
  };
  const bool is_custom = both(kCustomTokenizer, kCustomConfig);
  if (!is_custom && !both(kVocabulary, kCard)) return {};
  Result<LanguageModel> loaded =
      is_custom ? LanguageModel::load_pretrained(assets_[kCustomTokenizer], assets_[kCustomConfig])
                : LanguageModel::load(assets_[kVocabulary], assets_[kCard]);
  assets_.clear();
  if (!loaded) return loaded.error();
  // Whatever uses the model before it is replaced ends here.
  drop_inference();
  run_.reset();
  model_ = std::make_unique<const LanguageModel>(std::move(*loaded));
  teachings_.intents.clear();  // their embeddings are another model's
  return {};
}

Step Session::step(std::chrono::milliseconds budget) {
  const Deadline deadline{budget};
  if (auto step = step_inquiries(deadline)) return *std::move(step);
  if (!held_answers_.empty() && !(run_ && run_->is_summarising())) {
    Answered answered{std::move(held_answers_.front())};
    held_answers_.pop_front();
    return answered;
  }
  if (auto step = step_run(deadline)) return *std::move(step);
  if (!batches_.empty()) return Waiting{};
  return Finished{};
}

// Questions come before the analysis: somebody is waiting for them.
std::optional<Step> Session::step_inquiries(const Deadline& deadline) {
  for (auto inquiry = inquiries_.begin(); inquiry != inquiries_.end(); ++inquiry) {
    if ((*inquiry)->collect()) {
      if (!(*inquiry)->work(deadline))
        return Advanced{{.run = run_ ? run_->number() : 0, .stage = "answering", .label = {}}};
      const std::unique_ptr<Inquiry> finished = std::move(*inquiry);
      inquiries_.erase(inquiry);
      finished->finish();
      Answered answered{finished->answer()};
      if (!finished->changes_picture()) return answered;
      selection_.forget();
      if (!run_ || !run_->take_up_teachings()) return answered;
      held_answers_.push_back(std::move(answered.json));
      return std::nullopt;
    }
    NeedsInference needs{.number = next_batch_, .model = 0, .batch = {}};
    ScoringQueue* const queue = (*inquiry)->queue();
    if (queue == nullptr || !queue->next_batch(needs.number, needs.batch)) continue;
    batches_[next_batch_++] = inquiry->get();
    return needs;
  }
  return std::nullopt;
}

std::optional<Step> Session::step_run(const Deadline& deadline) {
  while (run_) {
    auto step = run_->step(deadline, next_batch_);
    if (!step || std::holds_alternative<Waiting>(*step)) return std::nullopt;
    if (const auto* published = std::get_if<Published>(&*step)) latest_ = published->snapshot;
    if (std::holds_alternative<NeedsInference>(*step)) batches_[next_batch_++] = nullptr;
    const bool is_quiet = std::holds_alternative<Advanced>(*step) && !run_->is_understanding();
    if (!is_quiet || deadline.has_passed()) return step;
  }
  return std::nullopt;
}

Result<void> Session::provide(std::uint32_t batch, std::span<const float> scores) {
  const auto sent = batches_.find(batch);
  if (sent == batches_.end()) {
    // Scores of a batch that was dropped come late and are no fault.
    if (batch < next_batch_) return {};
    return misunderstanding("scores came for batch " + std::to_string(batch) + ", which was never sent");
  }
  Inquiry* const inquiry = sent->second;
  batches_.erase(sent);
  return inquiry != nullptr ? inquiry->queue()->accept(batch, scores) : run_->provide(batch, scores);
}

Result<std::string> Session::query(std::string_view json) {
  const auto query = protocol::parse_query(json);
  if (!query) return query.error();
  const std::uint64_t id = query->id;
  if (!run_ && needs_files(query->body)) return nothing_open();
  return std::visit([&](const auto& body) { return answer(id, body); }, query->body);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::RowsQuery& query) {
  const SelectedFrom from{run_->reviews(), run_->readings(), run_->taught(), run_->topics().index(),
                          run_->writers()};
  const auto& selected = selection_.select(from, run_->revision(), query.filter, query.sort);
  return answer_rows(*run_, id, query, selected);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::RowQuery& query) {
  return answer_row(*run_, id, query);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::ExplainQuery& query) {
  if (!model_) return no_model();
  if (query.row >= run_->reviews().size()) return no_such_row(query.row);
  const auto row = static_cast<feedback::Row>(query.row);
  std::string understood;
  const std::size_t text_begin = run_->reviews().write_understood_text(row, understood);
  inquiries_.push_back(std::make_unique<Explanation>(*model_, id, row, understood, text_begin));
  return pending(id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::ColumnsQuery&) {
  return answer_columns(*run_, id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::DiagnosticsQuery& query) {
  return answer_diagnostics(*run_, id, query);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::ExportQuery& query) {
  if (is_desk_export(query.what)) return answer_desk_export(*run_, desk_, id, query);
  return answer_export(*run_, latest_.get(), id, query);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::ClassifyQuery& query) {
  if (!model_) return no_model();
  inquiries_.push_back(std::make_unique<Classification>(models(), id, query.texts));
  return pending(id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::EmbedQuery& query) {
  if (!model_) return no_model();
  if (model_->card.embedding_size == 0) return no_embeddings(*model_);
  inquiries_.push_back(std::make_unique<Embedding>(*model_, id, query.texts));
  return pending(id);
}

std::string Session::answer_with_picture(std::uint64_t id, std::string json) {
  selection_.forget();
  if (!run_->take_up_teachings()) return json;
  held_answers_.push_back(std::move(json));
  return pending(id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::CorrectQuery& query) {
  if (query.row >= run_->reviews().size()) return no_such_row(query.row);
  const auto row = static_cast<feedback::Row>(query.row);
  std::string text;
  run_->reviews().write_understood_text(row, text);
  feedback::Correction correction{.sentiment = std::nullopt, .intent = query.intent};
  for (const auto sentiment :
       {feedback::Sentiment::Negative, feedback::Sentiment::Neutral, feedback::Sentiment::Positive}) {
    if (query.sentiment == feedback::name_of(sentiment)) correction.sentiment = sentiment;
  }
  teachings_.corrections.set(feedback::text_key(text), correction);
  run_->apply_correction(row);
  protocol::JsonWriter json;
  json.begin_object()
      .member("id", id)
      .member("corrections", teachings_.corrections.all().size())
      .end_object();
  return answer_with_picture(id, json.take());
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::DefineIntentQuery& query) {
  if (!model_) return no_model();
  if (model_->card.embedding_size == 0) return no_embeddings(*model_);
  if (query.examples.size() < feedback::CustomIntent::kFewestExamples) {
    return Error{ErrorCode::NotEnoughData, "An intent needs at least three examples. Add some more.",
                 std::to_string(query.examples.size())};
  }
  std::vector<TaughtIntent> intents{{.name = query.name, .examples = query.examples, .embeddings = {}}};
  inquiries_.push_back(std::make_unique<IntentDefinition>(*model_, id, std::move(intents), teachings_));
  return pending(id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::RemoveIntentQuery& query) {
  if (!teachings_.remove_intent(query.name))
    return Error{ErrorCode::InvalidRequest, "There is no intent of this name. Choose another one.",
                 query.name};
  protocol::JsonWriter json;
  json.begin_object().member("id", id).member("removed", query.name).end_object();
  return answer_with_picture(id, json.take());
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::RecalibrateQuery& query) {
  teachings_.uses_shop_stars = query.use;
  protocol::JsonWriter json;
  json.begin_object().member("id", id).member("use", query.use).end_object();
  return answer_with_picture(id, json.take());
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::BrandsQuery& query) {
  teachings_.brands = {.own = query.own, .rivals = query.competitors};
  protocol::JsonWriter json;
  json.begin_object().member("id", id).member("competitors", query.competitors.size()).end_object();
  return answer_with_picture(id, json.take());
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::LearnQuery& query) {
  Result<Teachings> learned = parse_knowledge(query.knowledge);
  if (!learned) return learned.error();
  const bool has_intents = !learned->intents.empty();
  if (has_intents && !model_) return no_model();
  if (has_intents && model_->card.embedding_size == 0) return no_embeddings(*model_);
  for (const auto& [key, correction] : learned->corrections.all())
    teachings_.corrections.set(key, correction);
  run_->apply_corrections();
  teachings_.uses_shop_stars = learned->uses_shop_stars;
  if (!learned->brands.rivals.empty()) teachings_.brands = learned->brands;
  if (has_intents) {
    inquiries_.push_back(
        std::make_unique<IntentDefinition>(*model_, id, std::move(learned->intents), teachings_));
    return pending(id);
  }
  protocol::JsonWriter json;
  json.begin_object()
      .member("id", id)
      .member("corrections", teachings_.corrections.all().size())
      .end_object();
  return answer_with_picture(id, json.take());
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::AuditQuery&) {
  if (!model_) return no_model();
  inquiries_.push_back(std::make_unique<Audit>(*model_, id));
  return pending(id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::TableQuery& query) {
  return answer_table(*run_, id, query);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::CustomersQuery& query) {
  if (run_->book() == nullptr) return no_customers();
  return answer_customers(*run_->book(), id, query);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::CustomerQuery& query) {
  if (run_->book() == nullptr) return no_customers();
  return answer_customer(*run_, *run_->book(), id, query);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::CustomerExportQuery& query) {
  if (run_->book() == nullptr) return no_customers();
  return answer_mailing(*run_->book(), id, query);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::RecommendForItemQuery& query) {
  if (run_->book() == nullptr) return no_customers();
  return answer_item_offers(*run_->book(), id, query);
}

}  // namespace attune::engine
