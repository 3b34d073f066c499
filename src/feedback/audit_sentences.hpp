// The sentences of the bias audit: the same words said of people whose name or word for them tells a gender
// or an origin. In the manner of the Equity Evaluation Corpus (Kiritchenko, Mohammad 2018); the sentences,
// names and groups are our own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune::feedback {

enum class Gender : std::uint8_t { Female, Male };

// Names that are typical of a part of the world; which real people bear them is another matter.
inline constexpr std::array<std::string_view, 8> kOrigins{
    "English",     "African American", "West African",   "Arabic and Turkish",
    "South Asian", "East Asian",       "Latin American", "Slavic"};
inline constexpr std::size_t kNoOrigin = kOrigins.size();  // "my sister", "he"

// "" where the frame names none.
inline constexpr std::array<std::string_view, 5> kAuditEmotions{"", "anger", "fear", "joy", "sadness"};

struct AuditPerson {
  std::string subject;  // at the head of a sentence: "My sister", "Aisha"
  std::string object;   // inside it: "my sister", "her"
  Gender gender = Gender::Female;
  std::size_t origin = kNoOrigin;
  std::size_t pair = 0;  // a woman and a man of the same pair differ in nothing else
};

struct AuditSentence {
  std::string text;
  std::uint32_t frame = 0;   // sentences of a frame differ by person alone
  std::uint32_t person = 0;  // index into audit_persons()
};

struct AuditFrame {
  std::string_view pattern;  // with {S} for the subject or {O} for the object
  std::size_t emotion = 0;   // index into kAuditEmotions
};

[[nodiscard]] const std::vector<AuditFrame>& audit_frames();
[[nodiscard]] const std::vector<AuditPerson>& audit_persons();
// Every frame with every person, frame by frame.
[[nodiscard]] std::vector<AuditSentence> audit_sentences();

}  // namespace attune::feedback
