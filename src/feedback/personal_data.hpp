// Personal data in texts and cells: e-mail addresses, telephone numbers, payment cards, bank accounts. Found
// by shape and check digits, so that a house number is no card and an order number no account.
//
// Names cannot be told by shape; the caller adds those that the model has marked.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalize.hpp"

namespace attune::feedback {

enum class PersonalKind : std::uint8_t { Email, Phone, Card, Account, Name };
inline constexpr std::size_t kPersonalKinds = 5;

struct PersonalSpan {
  text::ByteRange bytes;
  PersonalKind kind = PersonalKind::Email;
  friend bool operator==(const PersonalSpan&, const PersonalSpan&) = default;
};

// In order, without overlap. Any bytes are accepted.
[[nodiscard]] std::vector<PersonalSpan> find_personal(std::string_view text);

// Luhn's check of 13 to 19 digits (ISO/IEC 7812-1 annex B); `digits` holds digits only.
[[nodiscard]] bool is_card_number(std::string_view digits) noexcept;
// The check of an IBAN without spaces (ISO 13616: the number with its first four characters moved to the end
// is 1 modulo 97), 15 to 34 characters.
[[nodiscard]] bool is_iban(std::string_view account) noexcept;

// "[e-mail]", "[phone]", "[card]", "[account]", "[name]".
[[nodiscard]] const char* placeholder_of(PersonalKind kind) noexcept;

// The text with a placeholder for each span. The spans are in order.
[[nodiscard]] std::string redacted(std::string_view text, const std::vector<PersonalSpan>& spans);
[[nodiscard]] std::string redacted(std::string_view text);

// Puts more spans among others; where two overlap the earlier one stays.
[[nodiscard]] std::vector<PersonalSpan> merged(std::vector<PersonalSpan> spans,
                                               const std::vector<PersonalSpan>& more);

}  // namespace attune::feedback
