#include "engine/understanding_summary.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "stats/intervals.hpp"

namespace attune::engine {
namespace {

constexpr std::size_t kMostStarPairs = 20'000;
constexpr std::size_t kMostBackground = 500;  // reviews that a custom intent is told apart from

snapshot::Estimate share(std::uint64_t part, std::uint64_t n) {
  if (n == 0) return {};
  const stats::Interval interval = stats::share_interval(part, n);
  return {.value = static_cast<double>(part) / static_cast<double>(n),
          .low = interval.low,
          .high = interval.high,
          .n = n};
}

// Every so many-th of the rows that pass, so that at most `most` are taken.
template <class Passes>
std::vector<feedback::Row> even_sample(std::size_t rows, std::size_t most, Passes&& passes) {
  std::vector<feedback::Row> all;
  for (feedback::Row row = 0; row < rows; ++row) {
    if (passes(row)) all.push_back(row);
  }
  if (all.size() <= most) return all;
  std::vector<feedback::Row> sample;
  for (std::size_t i = 0; i < most; ++i) sample.push_back(all[i * all.size() / most]);
  return sample;
}

std::vector<std::vector<float>> background_of(const feedback::EmbeddingColumn& embeddings) {
  std::vector<std::vector<float>> background;
  for (const feedback::Row row : even_sample(embeddings.size(), kMostBackground,
                                             [&](feedback::Row at) { return embeddings.is_known(at); })) {
    background.emplace_back(embeddings.dimensions());
    embeddings.read(row, background.back());
  }
  return background;
}

std::vector<snapshot::LabelCount> most_frequent(const std::vector<std::string>& labels,
                                                const std::vector<std::uint64_t>& counts,
                                                std::uint64_t read) {
  std::vector<snapshot::LabelCount> found;
  for (std::size_t label = 0; label < labels.size(); ++label) {
    if (counts[label] > 0)
      found.push_back({.label = labels[label], .n = counts[label], .share = share(counts[label], read)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.n != b.n ? a.n > b.n : a.label < b.label; });
  return found;
}

void count_languages(const feedback::LanguageColumn& languages, std::size_t rows,
                     UnderstandingSummary& summary) {
  std::map<std::string, std::uint64_t> counts;
  for (std::size_t row = 0; row < rows; ++row) {
    if (!languages.is_known(row)) continue;
    if (languages.is_unsupported(row)) ++summary.understanding.unsupported;
    if (languages[row] == "und") {
      ++summary.understanding.undetermined;
    } else {
      ++counts[languages[row]];
    }
  }
  for (const auto& [code, n] : counts) summary.languages.push_back({code, n});
  std::stable_sort(summary.languages.begin(), summary.languages.end(),
                   [](const auto& a, const auto& b) { return a.n > b.n; });
}

const char* name_of(feedback::StarMapKind kind) {
  switch (kind) {
    case feedback::StarMapKind::Isotonic:
      return "isotonic";
    case feedback::StarMapKind::Matched:
      return "matched";
    case feedback::StarMapKind::AsIs:
      break;
  }
  return "as-is";
}

snapshot::StarRecalibration figures_of(const feedback::Recalibration& found, bool is_wanted) {
  const feedback::StarAgreement& before = found.before;
  const feedback::StarAgreement& after = found.after;
  return {.kind = name_of(found.kind),
          .in_use = is_wanted && found.kind != feedback::StarMapKind::AsIs,
          .n = before.n,
          .exact_before = share(before.exact, before.n),
          .exact_after = share(after.exact, after.n),
          .within_one_before = share(before.within_one, before.n),
          .within_one_after = share(after.within_one, after.n),
          .distance_before = before.mean_distance,
          .distance_after = after.mean_distance,
          .from = found.map.from,
          .to = found.map.to};
}

}  // namespace

Taught learn_from(const Teachings& teachings, const feedback::Reviews& reviews,
                  const feedback::Readings& readings) {
  Taught taught;
  std::vector<feedback::StarPair> pairs;
  for (const feedback::Row row : even_sample(reviews.size(), kMostStarPairs, [&](feedback::Row at) {
         return reviews.ratings[at] > 0 && readings.feelings.is_known(at);
       })) {
    pairs.push_back({readings.feelings[row].stars, reviews.ratings[row]});
  }
  taught.stars = feedback::recalibrate_stars(pairs);
  if (teachings.intents.empty()) return taught;
  const auto background = background_of(readings.embeddings);
  for (const TaughtIntent& intent : teachings.intents)
    if (intent.embeddings.size() >= feedback::CustomIntent::kFewestExamples)
      taught.intents.emplace_back(intent.name, intent.embeddings, background);
  taught.intent_column.assign(taught.intents, readings.embeddings);
  return taught;
}

UnderstandingSummary summarise_understanding(const Teachings& teachings, const Taught& taught,
                                             const feedback::Readings& readings) {
  UnderstandingSummary summary;
  snapshot::Understanding& understanding = summary.understanding;
  const std::size_t rows = readings.feelings.size();
  count_languages(readings.languages, rows, summary);

  const auto& emotion_labels = readings.emotions.labels();
  std::vector<std::uint64_t> emotions(emotion_labels.size()), intents(readings.intents.labels().size());
  std::uint64_t with_emotions = 0, with_intents = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    if (readings.emotions.is_known(row)) {
      ++with_emotions;
      for (std::size_t label = 0; label < emotions.size(); ++label)
        emotions[label] += readings.emotions.is_present(row, label) ? 1U : 0U;
    }
    if (readings.intents.is_known(row)) {
      ++with_intents;
      ++intents[readings.intents[row].label];
    }
  }
  understanding.emotions = most_frequent(emotion_labels, emotions, with_emotions);
  understanding.intents = most_frequent(readings.intents.labels(), intents, with_intents);
  understanding.supported = readings.languages.supported();
  understanding.corrected = readings.uncorrected.size();
  understanding.stars = figures_of(taught.stars, teachings.uses_shop_stars);
  understanding.own_names = teachings.brands.own;
  understanding.competitors = teachings.brands.rivals;
  for (std::size_t i = 0; i < taught.intents.size(); ++i) {
    const feedback::LeaveOneOut& own = taught.intents[i].leave_one_out();
    understanding.custom_intents.push_back({.name = taught.intents[i].name(),
                                            .examples = own.n,
                                            .recognised = share(own.recognised, own.n),
                                            .n = taught.intent_column.count(i)});
  }
  return summary;
}

}  // namespace attune::engine
