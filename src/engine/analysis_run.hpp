// One analysis from files to the last snapshot, as a sequence of short steps.
//
//   reading -> collecting reviews -> knowing customers -> understanding (needs the model) -> offers ->
//   finished
//
// Customers and offers only where the files tell of people.
//
// Between them, and while the first and the third last, pictures of what is known so far are summarised and
// published. When a picture is due depends on counted rows alone, so that a slow machine publishes the same.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "base/stepped.hpp"
#include "engine/customer_book.hpp"
#include "engine/customer_picture.hpp"
#include "engine/deadline.hpp"
#include "engine/language_model.hpp"
#include "engine/read_stage.hpp"
#include "engine/review_builder.hpp"
#include "engine/step.hpp"
#include "engine/summarise_stage.hpp"
#include "engine/teachings.hpp"
#include "engine/understand_stage.hpp"
#include "engine/understanding_summary.hpp"
#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

class AnalysisRun {
 public:
  // Where a model is missing, everything else is computed.
  // teachings: outlive the run, and may change between two steps.
  AnalysisRun(protocol::StartCommand start, LoadedModels models, const Teachings& teachings,
              std::uint32_t slice_bytes, ReadNow read_now);

  // Does one piece of work; nullopt when the analysis is finished. Failed ends it as well. A batch that needs
  // inference is called `batch_number`.
  std::optional<Step> step(const Deadline& deadline, std::uint32_t batch_number);
  Result<void> provide(std::uint32_t batch_number, std::span<const float> scores);
  Result<void> feed(std::span<const std::byte> slice) { return reading_.feed(slice); }

  // Analyses the same tables again. Fails if the tables are not all read yet.
  Result<void> change_roles(const protocol::RolesCommand& command);

  // The same tables with other settings for customers. Fails if the tables are not all read yet.
  Result<void> change_customers(const protocol::CustomersCommand& command);
  // Edits the topics and publishes a new picture; what is still to be understood goes on. Fails if the
  // reviews are not all there yet.
  Result<void> edit_topics(const protocol::TopicsCommand& command);

  // Lets all rows with the words of this one say what the teachings' correction for them says.
  void apply_correction(feedback::Row row);
  void apply_corrections();  // of all rows
  // After the teachings have changed. True: a new picture is on its way; false: it comes with the next one
  // anyway.
  bool take_up_teachings();
  [[nodiscard]] bool is_summarising() const noexcept { return summary_.has_value(); }

  // Ends it where it stands; what was read and published stays.
  void cancel();

  [[nodiscard]] std::uint32_t number() const noexcept { return number_; }
  // Its progress comes with scores, not with time spent in steps.
  [[nodiscard]] bool is_understanding() const noexcept { return phase_ == Phase::Understanding && !summary_; }
  // Rises with each published snapshot; what was derived from the reviews before is out of date.
  [[nodiscard]] std::uint32_t revision() const noexcept { return revision_; }
  // Rises when reviews() are replaced by others: what points into them is lost.
  [[nodiscard]] std::uint32_t reviews_version() const noexcept { return reviews_version_; }
  [[nodiscard]] bool has_model() const noexcept { return models_.texts != nullptr; }
  [[nodiscard]] const std::deque<SourceFile>& files() const noexcept { return reading_.files(); }
  // Those of the last picture until all files are read.
  [[nodiscard]] const feedback::Reviews& reviews() const noexcept { return reviews_; }
  [[nodiscard]] const feedback::Readings& readings() const noexcept { return readings_; }
  [[nodiscard]] const Teachings& teachings() const noexcept { return teachings_; }
  [[nodiscard]] const Taught& taught() const noexcept { return taught_; }
  // The model's stars of a known row, as this shop's customers give them if the user wants that.
  [[nodiscard]] double shown_stars(feedback::Row row) const;
  // Their topics, and what the user made of them.
  [[nodiscard]] const TopicBook& topics() const noexcept { return insight_book_.topics; }
  [[nodiscard]] const feedback::FeelingColumn& feelings() const noexcept { return readings_.feelings; }
  // Null where the files tell of no customers, and until they are known.
  [[nodiscard]] const CustomerBook* book() const noexcept { return book_.get(); }
  // Of the reviews' writers; nothing where the files tell of no customers, and until they are known.
  [[nodiscard]] const insight::ReviewWriters& writers() const noexcept { return insight_book_.writers; }

 private:
  enum class Phase : std::uint8_t { Reading, Collecting, Customers, Understanding, Offers, Finished };

  // A picture of the tables as far as they are read. Its reviews can be asked for until the next one is made:
  // their texts stay where they are, since columns only get longer.
  struct EarlyPicture {
    std::vector<ingest::RoleMap> roles;
    Diagnostics diagnostics;  // of half-read columns, told to nobody
    ReviewBuilder builder{{}};
    feedback::Reviews reviews;
    feedback::Readings readings;  // nothing yet
    std::optional<SummariseStage> summary;
  };

  std::optional<Step> step_reading(const Deadline& deadline);
  std::optional<Step> step_early_picture(const Deadline& deadline);
  std::optional<Step> step_collecting(const Deadline& deadline);
  std::optional<Step> step_customers(const Deadline& deadline);
  std::optional<Step> step_offers(const Deadline& deadline);
  std::optional<Step> step_understanding(std::uint32_t batch_number);
  std::optional<Step> step_summary(const Deadline& deadline);
  void begin_early_picture();
  void pass_picture_marks();
  void begin_collecting();
  void begin_customers();
  void begin_understanding();
  void begin_offers();
  void forget_work();
  [[nodiscard]] std::vector<ShopSource> shop_sources() const;
  void pass_understanding_marks();
  void begin_summary(snapshot::Stage stage);
  void summarise(snapshot::Stage stage);  // under the number that revision_ has by now
  [[nodiscard]] const inference::ModelCard* card() const noexcept;
  [[nodiscard]] std::optional<Error> common_failure() const;
  [[nodiscard]] Step advanced(Progress progress) const;

  LoadedModels models_;
  const Teachings& teachings_;
  protocol::CustomerSettings customer_settings_;
  std::uint32_t number_;
  std::uint32_t revision_ = 0;
  std::uint32_t reviews_version_ = 0;
  Phase phase_ = Phase::Reading;
  ReadStage reading_;
  std::uint64_t next_picture_rows_ = 1;
  std::unique_ptr<EarlyPicture> early_;
  std::optional<ReviewBuilder> collecting_;
  feedback::Reviews reviews_;
  feedback::Readings readings_;
  Taught taught_;
  std::optional<UnderstandStage> understanding_;
  std::uint64_t next_picture_texts_ = 0;
  std::uint64_t told_texts_ = 0;  // in the last progress
  InsightBook insight_book_;
  std::optional<SummariseStage> summary_;  // uses the insight book: ends before it
  std::unique_ptr<CustomerBook> book_;
  CustomersPtr customers_;             // the last picture of the book
  std::optional<Stepped<bool>> work_;  // on the book; refers to the members above
};

}  // namespace attune::engine
