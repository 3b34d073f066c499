// The few plain replies that Attune brings along, for shops that have no answers of their own, in four
// languages.
//
// They promise nothing, excuse nothing away and claim nothing that is not known: what is to be added stands
// in slots.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attune::insight {

enum class ReplyKind : std::uint8_t {
  Safety,
  Payment,
  Refund,
  Cancellation,
  OrderStatus,
  Complaint,
  Question,
  Request,
  Mixed,
  Praise
};
inline constexpr std::size_t kReplyKinds = 10;
[[nodiscard]] const char* code_of(ReplyKind kind) noexcept;  // "order-status"

// How the reply speaks; follows what the writer feels.
enum class ReplyTone : std::uint8_t { Sorry, Warm, Calm, Clear };
[[nodiscard]] const char* code_of(ReplyTone tone) noexcept;

// "en", "de", "fr", "es"; any other language gets English. `has_name`: a name fills {customer}.
[[nodiscard]] std::string_view reply_language(std::string_view language) noexcept;
[[nodiscard]] std::string greeting_in(std::string_view language, bool has_name);
[[nodiscard]] std::string_view opening_in(std::string_view language, ReplyTone tone) noexcept;
[[nodiscard]] std::string_view body_in(std::string_view language, ReplyKind kind) noexcept;
[[nodiscard]] std::string_view closing_in(std::string_view language) noexcept;
// Says that software drafted the reply (EU AI Act, article 50, asks for as much where a machine talks to
// people).
[[nodiscard]] std::string_view disclosure_in(std::string_view language) noexcept;

}  // namespace attune::insight
