// What reviews speak of, and how: the columns of the regression in drivers.hpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "feedback/readings.hpp"
#include "feedback/reviews.hpp"
#include "insight/topic_index.hpp"
#include "snapshot/insight.hpp"

namespace attune::insight {

enum class Judgement : std::uint8_t { Unknown, Negative, Neutral, Positive };

struct DriverSubjects {
  struct Subject {
    std::string id, name;
  };
  struct Mention {
    std::uint16_t subject = 0;
    Judgement side = Judgement::Unknown;
  };
  snapshot::DriverKind kind = snapshot::DriverKind::Topic;
  std::vector<Subject> subjects;
  std::vector<std::uint32_t> begins{0};  // mentions of review i: [begins[i], begins[i + 1])
  std::vector<Mention> mentions;         // a subject once a review

  [[nodiscard]] std::span<const Mention> of(feedback::Row row) const noexcept {
    if (row + 1ULL >= begins.size()) return {};
    return std::span{mentions}.subspan(begins[row], begins[row + 1] - begins[row]);
  }
};

// The topics that have no children (a parent is their sum); each on the side of the whole review.
[[nodiscard]] DriverSubjects topic_subjects(const feedback::Reviews& reviews,
                                            const feedback::Readings& readings, const TopicIndex& index);

}  // namespace attune::insight
