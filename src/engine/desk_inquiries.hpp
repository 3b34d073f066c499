// The inbox, drafts and the search for personal data, in steps beside the analysis.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/inquiry.hpp"
#include "engine/service_desk.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

// "inbox". Run and desk must outlive it, here and below.
class InboxInquiry final : public Inquiry {
 public:
  InboxInquiry(const AnalysisRun& run, ServiceDesk& desk, std::uint64_t id, protocol::InboxQuery query)
      : Inquiry{nullptr, {}, Wanted::ScoresOnly}, run_{run}, desk_{desk}, id_{id}, query_{std::move(query)} {}
  bool work(const Deadline& deadline) override { return desk_.prepare(run_, &deadline); }
  [[nodiscard]] std::string answer() const override;

 private:
  const AnalysisRun& run_;
  ServiceDesk& desk_;
  std::uint64_t id_;
  protocol::InboxQuery query_;
};

// "reply". With a model, the meanings of the shop's questions are asked for once and kept at the desk.
class ReplyInquiry final : public Inquiry {
 public:
  // model: null where there is none; then words alone decide.
  ReplyInquiry(const AnalysisRun& run, ServiceDesk& desk, const LanguageModel* model, std::uint64_t id,
               protocol::ReplyQuery query);
  bool work(const Deadline& deadline) override;
  [[nodiscard]] std::string answer() const override;

 private:
  const AnalysisRun& run_;
  ServiceDesk& desk_;
  std::uint64_t id_;
  protocol::ReplyQuery query_;
};

// "personalData": every cell of every table is looked through.
class PersonalDataInquiry final : public Inquiry {
 public:
  PersonalDataInquiry(const AnalysisRun& run, std::uint64_t id)
      : Inquiry{nullptr, {}, Wanted::ScoresOnly}, run_{run}, id_{id} {}
  bool work(const Deadline& deadline) override;
  [[nodiscard]] std::string answer() const override;

 private:
  struct Column {
    std::size_t file = 0, table = 0, column = 0;
    std::uint64_t cells = 0;
    std::uint64_t found[5] = {};  // cells that hold one, by feedback::PersonalKind
  };
  void begin();
  void look_at(Column& column, std::size_t row) const;
  void count_names();

  const AnalysisRun& run_;
  std::uint64_t id_;
  bool has_begun_ = false;
  std::vector<Column> columns_;
  std::size_t at_ = 0, row_ = 0;
};

}  // namespace attune::engine
