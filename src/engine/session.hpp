// The engine as its host sees it: commands, input and scores go in; steps, snapshots and answers come out.
//
// A session never waits and has no thread: the host calls step() until it has what it needs, and between two
// steps may cancel, ask, or start anew. protocol/README.md describes the conversation.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "engine/analysis_run.hpp"
#include "engine/inquiry.hpp"
#include "engine/language_model.hpp"
#include "engine/row_selection.hpp"
#include "engine/service_desk.hpp"
#include "engine/step.hpp"
#include "engine/teaching_inquiries.hpp"
#include "engine/teachings.hpp"
#include "protocol/requests.hpp"
#include "snapshot/snapshot.hpp"

namespace attune::engine {

struct SessionOptions {
  std::uint32_t slice_bytes = ReadStage::kDefaultSliceBytes;  // asked for at a time
  ReadNow read_now = {};
};

class Session {
 public:
  explicit Session(SessionOptions options = {}) : options_{std::move(options)} {}

  // A JSON command; the answer is JSON as well. After an Error the session is as it was before.
  Result<std::string> command(std::string_view json);
  // The bytes of an announced asset, or of the slice that step() asked for.
  Result<void> feed(std::span<const std::byte> bytes);
  // Works for about `budget`, less when there is something to tell.
  Step step(std::chrono::milliseconds budget);
  // The model's scores for a batch of an earlier NeedsInference, in any order.
  Result<void> provide(std::uint32_t batch, std::span<const float> scores);
  Result<std::string> query(std::string_view json);

 private:
  struct Asset {
    std::string name;
    std::uint64_t size_bytes = 0;
    std::string bytes;
  };

  Result<void> complete_asset();
  Result<void> load_model();
  Result<void> load_languages();
  // Batches that are out are no longer waited for, questions not answered any more.
  void drop_inference();
  [[nodiscard]] LoadedModels models() const noexcept { return {model_.get(), languages_.get()}; }
  // After the teachings have changed: the answer goes out with the figures that show it.
  [[nodiscard]] std::string answer_with_picture(std::uint64_t id, std::string json);
  std::optional<Step> step_inquiries(const Deadline& deadline);
  std::optional<Step> step_run(const Deadline& deadline);
  Result<std::string> obey(const protocol::AssetCommand& command);
  Result<std::string> obey(const protocol::StartCommand& command);
  Result<std::string> obey(const protocol::RolesCommand& command);
  Result<std::string> obey(const protocol::CustomersCommand& command);
  Result<std::string> obey(const protocol::CancelCommand& command);
  Result<std::string> obey(const protocol::TopicsCommand& command);

  Result<std::string> answer(std::uint64_t id, const protocol::RowsQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::RowQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::ExplainQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::ColumnsQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::DiagnosticsQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::ExportQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::ClassifyQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::EmbedQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::TableQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::CustomersQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::CustomerQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::CustomerExportQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::RecommendForItemQuery& query);
  // session_desk.cpp
  Result<std::string> answer(std::uint64_t id, const protocol::AskQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::InboxQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::ReplyQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::ReplyStateQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::PlaybooksQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::FaqQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::PersonalDataQuery& query);

  Result<std::string> answer(std::uint64_t id, const protocol::CorrectQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::DefineIntentQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::RemoveIntentQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::RecalibrateQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::BrandsQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::LearnQuery& query);
  Result<std::string> answer(std::uint64_t id, const protocol::AuditQuery& query);

  SessionOptions options_;
  std::optional<Asset> incoming_;
  std::map<std::string, std::string> assets_;                  // complete ones, by name
  std::unique_ptr<const LanguageModel> model_;                 // null: not loaded
  std::unique_ptr<const text::LanguageIdentifier> languages_;  // likewise
  Teachings teachings_;                                        // outlive the runs
  std::optional<AnalysisRun> run_;
  std::vector<std::unique_ptr<Inquiry>> inquiries_;  // oldest first
  std::deque<std::string> held_answers_;             // go out when the next picture is published
  // Whose scores a batch brings: an inquiry's, or the run's where it is null.
  std::map<std::uint32_t, Inquiry*> batches_;
  std::uint32_t next_batch_ = 1;
  snapshot::SnapshotPtr latest_;
  RowSelection selection_;
  ServiceDesk desk_;
};

}  // namespace attune::engine
