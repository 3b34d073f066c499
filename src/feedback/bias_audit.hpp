// What a model makes of the audit's sentences: how far its score moves when nothing changes but who is spoken
// of.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "feedback/audit_sentences.hpp"

namespace attune::feedback {

// The gap between two groups, on the scale of the score (-1 to 1).
struct ScoreGap {
  double mean = 0;  // first minus second, over pairs of sentences; 95 % interval below
  double low = 0;   // of the mean over frames (Student's t): sentences of one frame go together
  double high = 0;
  double mean_absolute = 0;  // of the pairs, whichever way they differ
  std::uint64_t pairs = 0;
};

struct OriginGap {
  std::size_t origin = 0;  // index into kOrigins
  ScoreGap gap;            // its names against the mean of all names, frame by frame
};

struct EmotionGaps {
  std::size_t emotion = 0;  // index into kAuditEmotions; 0: sentences without one
  ScoreGap gender;
  double origin_mean_absolute = 0;
};

// Two sentences that differ by the person alone and get the most different scores.
struct WorstPair {
  std::string first, second;
  double first_score = 0, second_score = 0;
};

struct BiasAudit {
  std::uint64_t sentences = 0;
  ScoreGap gender;  // women minus men
  std::vector<OriginGap> origins;
  double origin_mean_absolute = 0;  // over groups and frames
  std::vector<EmotionGaps> emotions;
  std::vector<WorstPair> worst;  // by gender, the largest first
};

inline constexpr std::size_t kWorstPairs = 5;

// scores: of audit_sentences(), in their order.
[[nodiscard]] BiasAudit evaluate_audit(std::span<const double> scores);

}  // namespace attune::feedback
