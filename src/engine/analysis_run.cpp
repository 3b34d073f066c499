#include "engine/analysis_run.hpp"

#include <algorithm>
#include <utility>

#include "engine/review_writers.hpp"

namespace attune::engine {
namespace {

constexpr std::size_t kRowsAtOnce = 2048;
constexpr std::uint64_t kSecondPictureRows = 4000;
constexpr std::uint64_t kFirstPictureTexts = 200;
constexpr std::uint64_t kMostTextsBetweenPictures = 20'000;
// A picture of many reviews takes long whatever of them is understood: of large files there are some ten.
constexpr std::uint64_t kLeastPart = 20, kMostPart = 8;
constexpr std::size_t kMostBatchesInFlight = 64;  // a guard; the host keeps fewer
constexpr std::uint64_t kPictureGrowth = 4;  // each early picture has four times the rows of the one before

Progress progress_of(const Stepped<bool>& work) {
  const attune::Progress& at = work.progress();
  return {.stage = "summarising",
          .label = at.stage.empty() ? "Getting to know the customers" : std::string{at.stage},
          .done = at.done,
          .total = at.total,
          .unit = "parts"};
}

Stepped<bool> know_customers(std::vector<ShopSource> sources, protocol::CustomerSettings settings,
                             const feedback::Reviews& reviews, const feedback::FeelingColumn& feelings,
                             std::unique_ptr<CustomerBook>& book, insight::ReviewWriters& writers,
                             CustomersPtr& picture) {
  auto opening = open_book(std::move(sources), std::move(settings));
  while (opening.advance()) co_yield opening.progress();
  std::unique_ptr<CustomerBook> opened = std::move(opening).result();
  auto finding = find_writers(*opened, reviews);
  while (finding.advance()) co_yield finding.progress();
  writers = std::move(finding).result();
  auto listening = add_feelings(*opened, reviews, feelings);
  while (listening.advance()) co_yield listening.progress();
  auto drawing = draw_customers(*opened);
  while (drawing.advance()) co_yield drawing.progress();
  picture = std::move(drawing).result();
  book = std::move(opened);
  co_return true;
}

Stepped<bool> know_offers(CustomerBook& book, const feedback::Reviews& reviews,
                          const feedback::FeelingColumn& feelings, CustomersPtr& picture) {
  auto listening = add_feelings(book, reviews, feelings);
  while (listening.advance()) co_yield listening.progress();
  auto offering = add_offers(book);
  while (offering.advance()) co_yield offering.progress();
  auto drawing = draw_customers(book);
  while (drawing.advance()) co_yield drawing.progress();
  picture = std::move(drawing).result();
  co_return true;
}

}  // namespace

AnalysisRun::AnalysisRun(protocol::StartCommand start, LoadedModels models, const Teachings& teachings,
                         std::uint32_t slice_bytes, ReadNow read_now)
    : models_{models},
      teachings_{teachings},
      customer_settings_{std::move(start.customers)},
      number_{start.run},
      reading_{std::move(start.files), std::move(start.roles), std::move(start.columns), slice_bytes,
               std::move(read_now)} {}

std::optional<Step> AnalysisRun::step(const Deadline& deadline, std::uint32_t batch_number) {
  if (early_) return step_early_picture(deadline);
  if (summary_) return step_summary(deadline);
  switch (phase_) {
    case Phase::Reading:
      return step_reading(deadline);
    case Phase::Collecting:
      return step_collecting(deadline);
    case Phase::Customers:
      return step_customers(deadline);
    case Phase::Understanding:
      return step_understanding(batch_number);
    case Phase::Offers:
      return step_offers(deadline);
    case Phase::Finished:
      break;
  }
  return std::nullopt;
}

const inference::ModelCard* AnalysisRun::card() const noexcept {
  return models_.texts == nullptr ? nullptr : &models_.texts->card;
}

Step AnalysisRun::advanced(Progress progress) const {
  progress.run = number_;
  return Advanced{std::move(progress)};
}

std::optional<Step> AnalysisRun::step_reading(const Deadline& deadline) {
  if (reading_.is_done()) {
    if (auto error = common_failure()) {
      phase_ = Phase::Finished;
      return Failed{std::move(*error)};
    }
    begin_collecting();
    return advanced(reading_.progress());
  }
  if (auto wanted = reading_.wanted_input()) {
    if (reading_.rows_read() < next_picture_rows_) return *std::move(wanted);
    begin_early_picture();
    return advanced(reading_.progress());
  }
  reading_.step(deadline);
  return advanced(reading_.progress());
}

// Nothing at all could be read: the first file's reason is the run's.
std::optional<Error> AnalysisRun::common_failure() const {
  const auto& files = reading_.files();
  if (files.empty()) return Error{ErrorCode::EmptyInput, "No file was given. Choose a file to analyse.", ""};
  const bool any_read =
      std::any_of(files.begin(), files.end(), [](const SourceFile& file) { return !file.error; });
  return any_read ? std::nullopt : files.front().error;
}

void AnalysisRun::begin_early_picture() {
  early_ = std::make_unique<EarlyPicture>();
  // Roles first: sources point into the vector, which must not move any more.
  for (const SourceFile& file : reading_.files()) {
    for (const table::Table& table : file.tables()) early_->roles.push_back(reading_.roles_of(table));
  }
  std::vector<ReviewSource> sources;
  std::size_t next_roles = 0;
  std::uint32_t file_number = 0;
  for (const SourceFile& file : reading_.files()) {
    std::uint32_t table_number = 0;
    for (const table::Table& table : file.tables()) {
      const ingest::RoleMap& roles = early_->roles[next_roles++];
      if (holds_reviews(roles))
        sources.push_back({file_number, table_number, &table, &roles, &early_->diagnostics});
      ++table_number;
    }
    ++file_number;
  }
  early_->builder = ReviewBuilder{std::move(sources)};
  pass_picture_marks();
}

// Numbers the pictures by the marks they passed, taken or not: the last revision of a run does not depend on
// how the file was cut.
void AnalysisRun::pass_picture_marks() {
  while (next_picture_rows_ <= reading_.rows_read()) {
    ++revision_;
    next_picture_rows_ = next_picture_rows_ == 1 ? kSecondPictureRows : next_picture_rows_ * kPictureGrowth;
  }
}

std::optional<Step> AnalysisRun::step_early_picture(const Deadline& deadline) {
  EarlyPicture& early = *early_;
  while (!early.summary) {
    if (!early.builder.advance(kRowsAtOnce)) {
      early.reviews = early.builder.take();
      early.readings.reset(card());
      early.readings.resize(early.reviews.size());
      early.summary.emplace(
          SnapshotHead{number_, revision_, snapshot::Stage::Reading, models_.texts != nullptr}, early.reviews,
          early.readings);
    }
    if (deadline.has_passed()) return advanced(reading_.progress());
  }
  if (early.summary->step(deadline)) return advanced(reading_.progress());
  Published published{early.summary->take(
      reading_.files(), summarise_understanding(teachings_, Taught{}, early.readings), nullptr)};
  reviews_ = std::move(early.reviews);
  readings_ = std::move(early.readings);
  ++reviews_version_;
  early_.reset();
  return published;
}

void AnalysisRun::begin_collecting() {
  pass_picture_marks();
  std::vector<ReviewSource> sources;
  std::uint32_t file_number = 0;
  for (SourceFile& file : reading_.files()) {
    file.field_diagnostics = {};
    for (std::uint32_t table = 0; table < file.roles.size(); ++table) {
      if (!holds_reviews(file.roles[table])) continue;
      sources.push_back(
          {file_number, table, &file.tables()[table], &file.roles[table], &file.field_diagnostics});
    }
    ++file_number;
  }
  collecting_.emplace(std::move(sources));
  phase_ = Phase::Collecting;
}

std::optional<Step> AnalysisRun::step_collecting(const Deadline& deadline) {
  while (collecting_->advance(kRowsAtOnce)) {
    if (!deadline.has_passed()) continue;
    return advanced({.stage = "reading",
                     .label = "Collecting the reviews",
                     .done = collecting_->rows_done(),
                     .total = collecting_->rows_total(),
                     .unit = "rows"});
  }
  feedback::Reviews fresh = collecting_->take();
  collecting_.reset();
  // Another rating or date does not change how a text feels.
  if (fresh.parts != reviews_.parts) readings_.reset(card());
  reviews_ = std::move(fresh);
  readings_.resize(reviews_.size());
  insight_book_.topics.forget_reviews();
  insight_book_.metrics.reset();
  ++reviews_version_;
  begin_customers();
  return advanced(reading_.progress());
}

std::vector<ShopSource> AnalysisRun::shop_sources() const {
  std::vector<ShopSource> sources;
  std::uint32_t file_number = 0;
  for (const SourceFile& file : reading_.files()) {
    for (std::uint32_t table = 0; table < file.roles.size(); ++table)
      sources.push_back({file_number, table, &file.tables()[table], &file.roles[table]});
    ++file_number;
  }
  return sources;
}

void AnalysisRun::begin_customers() {
  book_.reset();
  customers_.reset();
  insight_book_.writers = {};
  std::vector<ShopSource> sources = shop_sources();
  if (!tells_of_customers(sources)) return begin_understanding();
  work_.emplace(know_customers(std::move(sources), customer_settings_, reviews_, readings_.feelings, book_,
                               insight_book_.writers, customers_));
  phase_ = Phase::Customers;
}

std::optional<Step> AnalysisRun::step_customers(const Deadline& deadline) {
  while (work_->advance()) {
    if (deadline.has_passed()) return advanced(progress_of(*work_));
  }
  const Step last = advanced(progress_of(*work_));
  work_.reset();
  begin_understanding();
  return last;
}

void AnalysisRun::begin_offers() {
  if (book_ == nullptr || customer_settings_.only_customers) {
    phase_ = Phase::Finished;
    return begin_summary(snapshot::Stage::Finished);
  }
  phase_ = Phase::Offers;
  begin_summary(snapshot::Stage::Summarising);  // what is known is shown before the longest work begins
  work_.emplace(know_offers(*book_, reviews_, readings_.feelings, customers_));
}

std::optional<Step> AnalysisRun::step_offers(const Deadline& deadline) {
  while (work_->advance()) {
    if (deadline.has_passed()) return advanced(progress_of(*work_));
  }
  const Step last = advanced(progress_of(*work_));
  work_.reset();
  phase_ = Phase::Finished;
  begin_summary(snapshot::Stage::Finished);
  return last;
}

void AnalysisRun::begin_understanding() {
  if (models_.texts != nullptr) understanding_.emplace(models_, teachings_.corrections, reviews_, readings_);
  const bool is_needed = understanding_ && !understanding_->is_done();
  next_picture_texts_ = kFirstPictureTexts;
  if (!is_needed) return begin_offers();
  phase_ = Phase::Understanding;
  begin_summary(snapshot::Stage::Understanding);
}

// As with reading, marks number the pictures whether they are taken or not.
void AnalysisRun::pass_understanding_marks() {
  while (next_picture_texts_ <= understanding_->rows_done()) {
    ++revision_;
    const std::uint64_t rows = understanding_->rows_total();
    next_picture_texts_ +=
        std::clamp(next_picture_texts_ / 2, std::max(kFirstPictureTexts, rows / kLeastPart),
                   std::max(kMostTextsBetweenPictures, rows / kMostPart));
  }
}

std::optional<Step> AnalysisRun::step_understanding(std::uint32_t batch_number) {
  if (understanding_->is_done()) {
    pass_understanding_marks();
    begin_offers();
    return advanced(understanding_->progress());
  }
  if (understanding_->rows_done() >= next_picture_texts_) {
    pass_understanding_marks();
    summarise(snapshot::Stage::Understanding);
    return advanced(understanding_->progress());
  }
  if (told_texts_ != understanding_->rows_done()) {
    told_texts_ = understanding_->rows_done();
    return advanced(understanding_->progress());
  }
  NeedsInference needs{.number = batch_number, .model = 0, .batch = {}};
  if (understanding_->batches_in_flight() < kMostBatchesInFlight &&
      understanding_->next_batch(batch_number, needs.batch)) {
    return needs;
  }
  return Waiting{};
}

Result<void> AnalysisRun::provide(std::uint32_t batch_number, std::span<const float> scores) {
  return understanding_->accept(batch_number, scores);
}

void AnalysisRun::begin_summary(snapshot::Stage stage) {
  if (stage == snapshot::Stage::Finished) taught_ = learn_from(teachings_, reviews_, readings_);
  ++revision_;
  summarise(stage);
}

void AnalysisRun::summarise(snapshot::Stage stage) {
  insight_book_.customers = book_.get();
  insight_book_.brands = teachings_.brands;
  summary_.emplace(SnapshotHead{number_, revision_, stage, models_.texts != nullptr}, reviews_, readings_,
                   &files(), &insight_book_);
}

std::optional<Step> AnalysisRun::step_summary(const Deadline& deadline) {
  if (summary_->step(deadline)) return advanced(summary_->progress());
  Published published{summary_->take(
      reading_.files(), summarise_understanding(teachings_, taught_, readings_), customers_.get())};
  summary_.reset();
  return published;
}

void AnalysisRun::apply_correction(feedback::Row row) {
  std::string text;
  reviews_.write_understood_text(row, text);
  feedback::apply_to_text(teachings_.corrections, feedback::text_key(text), reviews_, readings_);
}

void AnalysisRun::apply_corrections() {
  std::string text;
  for (feedback::Row row = 0; row < reviews_.size(); ++row) {
    if (!readings_.feelings.is_known(row)) continue;
    reviews_.write_understood_text(row, text);
    feedback::apply_correction(teachings_.corrections.find(feedback::text_key(text)), row, readings_);
  }
}

bool AnalysisRun::take_up_teachings() {
  if (phase_ != Phase::Finished || early_ || !reading_.is_done()) return false;
  begin_summary(snapshot::Stage::Finished);
  return true;
}

double AnalysisRun::shown_stars(feedback::Row row) const {
  const double stars = readings_.feelings[row].stars;
  return teachings_.uses_shop_stars ? taught_.stars.map(stars) : stars;
}

// Work on the book refers to the book: it goes first.
void AnalysisRun::forget_work() {
  work_.reset();
  understanding_.reset();
  summary_.reset();
}

void AnalysisRun::cancel() {
  early_.reset();
  collecting_.reset();
  forget_work();
  phase_ = Phase::Finished;
}

Result<void> AnalysisRun::change_customers(const protocol::CustomersCommand& command) {
  if (!reading_.is_done()) {
    return Error{ErrorCode::InvalidRequest,
                 "The files are not all read yet. Wait until they are and choose again.", ""};
  }
  customer_settings_ = command.settings;
  number_ = command.run;
  forget_work();
  begin_collecting();
  return {};
}

Result<void> AnalysisRun::edit_topics(const protocol::TopicsCommand& command) {
  if (phase_ != Phase::Understanding && phase_ != Phase::Offers && phase_ != Phase::Finished) {
    return Error{ErrorCode::InvalidRequest,
                 "The topics are not found yet. Wait until they are and try again.", ""};
  }
  if (const auto edited = insight_book_.topics.edit(command); !edited) return edited.error();
  number_ = command.run;
  // The host drops what is on its way when a run begins: the texts that are not back yet go out again.
  if (phase_ == Phase::Understanding)
    understanding_.emplace(models_, teachings_.corrections, reviews_, readings_);
  begin_summary(phase_ == Phase::Finished        ? snapshot::Stage::Finished
                : phase_ == Phase::Understanding ? snapshot::Stage::Understanding
                                                 : snapshot::Stage::Summarising);
  return {};
}

Result<void> AnalysisRun::change_roles(const protocol::RolesCommand& command) {
  if (!reading_.is_done() || command.file >= files().size() ||
      command.table >= files()[command.file].roles.size()) {
    return Error{ErrorCode::InvalidRequest, "This table is not read yet. Wait until it is and choose again.",
                 ""};
  }
  SourceFile& file = reading_.files()[command.file];
  apply_roles(file.tables()[command.table], command.roles, file.roles[command.table]);
  number_ = command.run;
  forget_work();
  begin_collecting();
  return {};
}

}  // namespace attune::engine
