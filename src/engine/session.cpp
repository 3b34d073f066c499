#include "engine/session.hpp"

#include <utility>

#include "engine/answers.hpp"
#include "engine/deadline.hpp"
#include "engine/exports.hpp"

namespace attune::engine {
namespace {

constexpr std::uint64_t kMaxAssetBytes = 256ULL << 20U;

Error misunderstanding(std::string detail) {
  return {ErrorCode::InvalidRequest, "The page and the engine do not understand each other. Reload the page.",
          std::move(detail)};
}

Error nothing_open() { return {ErrorCode::InvalidRequest, "No file is open yet. Choose a file first.", ""}; }
Error no_model() {
  return {ErrorCode::ModelMismatch,
          "The language model is not loaded, so texts cannot be understood. Reload the page.", ""};
}

}  // namespace

Result<std::string> Session::command(std::string_view json) {
  const auto command = protocol::parse_command(json);
  if (!command) return command.error();
  return std::visit([this](const auto& one) { return obey(one); }, *command);
}

Result<std::string> Session::obey(const protocol::AssetCommand& command) {
  if (command.name.empty() || command.size_bytes > kMaxAssetBytes)
    return misunderstanding("asset \"" + command.name + "\"");
  incoming_ = Asset{command.name, command.size_bytes, {}};
  if (command.size_bytes == 0) complete_asset();
  return std::string{"{}"};
}

Result<std::string> Session::obey(const protocol::StartCommand& command) {
  incoming_.reset();
  selection_.forget();
  latest_.reset();
  run_.emplace(command, options_.slice_bytes);
  return std::string{"{}"};
}

Result<std::string> Session::obey(const protocol::RolesCommand& command) {
  if (!run_) return nothing_open();
  if (const auto changed = run_->change_roles(command); !changed) return changed.error();
  return std::string{"{}"};
}

Result<std::string> Session::obey(const protocol::CancelCommand& command) {
  if (run_ && run_->number() == command.run) run_->cancel();
  return std::string{"{}"};
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
  for (const std::byte byte : bytes) incoming_->bytes += static_cast<char>(byte);
  if (incoming_->bytes.size() == incoming_->size_bytes) complete_asset();
  return {};
}

void Session::complete_asset() {
  assets_[incoming_->name] = std::move(incoming_->bytes);
  incoming_.reset();
}

Result<void> Session::provide(std::uint32_t batch, std::span<const float>) {
  return misunderstanding("scores came for batch " + std::to_string(batch) + ", which was never sent");
}

Step Session::step(std::chrono::milliseconds budget) {
  const Deadline deadline{budget};
  while (run_) {
    auto step = run_->step(deadline);
    if (!step) break;
    if (const auto* published = std::get_if<Published>(&*step)) latest_ = published->snapshot;
    if (!std::holds_alternative<Advanced>(*step) || deadline.has_passed()) return *std::move(step);
  }
  return Finished{};
}

Result<std::string> Session::query(std::string_view json) {
  const auto query = protocol::parse_query(json);
  if (!query) return query.error();
  const std::uint64_t id = query->id;
  if (!run_ && !std::holds_alternative<protocol::ClassifyQuery>(query->body)) return nothing_open();
  return std::visit([&](const auto& body) { return answer(id, body); }, query->body);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::RowsQuery& query) {
  const auto& selected =
      selection_.select(run_->reviews(), run_->feelings(), run_->revision(), query.filter, query.sort);
  return answer_rows(*run_, id, query, selected);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::RowQuery& query) {
  return answer_row(*run_, id, query);
}

Result<std::string> Session::answer(std::uint64_t, const protocol::ExplainQuery&) { return no_model(); }

Result<std::string> Session::answer(std::uint64_t id, const protocol::ColumnsQuery&) {
  return answer_columns(*run_, id);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::DiagnosticsQuery& query) {
  return answer_diagnostics(*run_, id, query);
}

Result<std::string> Session::answer(std::uint64_t id, const protocol::ExportQuery& query) {
  return answer_export(*run_, latest_.get(), id, query);
}

Result<std::string> Session::answer(std::uint64_t, const protocol::ClassifyQuery&) { return no_model(); }

Result<std::string> Session::answer(std::uint64_t id, const protocol::TableQuery& query) {
  return answer_table(*run_, id, query);
}

}  // namespace attune::engine
