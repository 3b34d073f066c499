#include "feedback/personal_data.hpp"

#include <algorithm>

namespace attune::feedback {
namespace {

bool is_digit(char byte) noexcept { return byte >= '0' && byte <= '9'; }
bool is_latin(char byte) noexcept { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool is_in_word(char byte) noexcept {
  return is_digit(byte) || is_latin(byte) || static_cast<unsigned char>(byte) >= 0x80;
}
bool is_local_part(char byte) noexcept {
  return is_digit(byte) || is_latin(byte) || byte == '.' || byte == '_' || byte == '-' || byte == '+' ||
         byte == '%';
}

// An address around the '@' at `at`; size 0: none.
text::ByteRange email_around(std::string_view text, std::size_t at) noexcept {
  std::size_t begin = at;
  while (begin > 0 && is_local_part(text[begin - 1])) --begin;
  while (begin < at && (text[begin] == '.' || text[begin] == '-')) ++begin;
  std::size_t end = at + 1, last_dot = 0;
  while (end < text.size() &&
         (is_digit(text[end]) || is_latin(text[end]) || text[end] == '.' || text[end] == '-')) {
    if (text[end] == '.') last_dot = end;
    ++end;
  }
  while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const bool has_host = last_dot > at + 1 && end > last_dot + 2;
  return begin < at && has_host ? text::ByteRange{begin, end} : text::ByteRange{};
}

// An IBAN that begins at `at`, written with or without spaces; size 0: none.
text::ByteRange account_at(std::string_view text, std::size_t at) {
  if (at > 0 && is_in_word(text[at - 1])) return {};
  if (at + 4 > text.size() || !is_latin(text[at]) || !is_latin(text[at + 1]) || !is_digit(text[at + 2]) ||
      !is_digit(text[at + 3]))
    return {};
  std::string account;
  text::ByteRange longest;
  for (std::size_t end = at; end < text.size() && account.size() < 34; ++end) {
    if (text[end] == ' ' && end + 1 < text.size() && (is_digit(text[end + 1]) || is_latin(text[end + 1])))
      continue;
    if (!is_digit(text[end]) && !is_latin(text[end])) break;
    account += text[end];
    const bool ends_here = end + 1 == text.size() || !is_in_word(text[end + 1]);
    if (ends_here && is_iban(account)) longest = {at, end + 1};
  }
  return longest;
}

// A run of digits with the marks people put between them, that begins at `at`.
struct Digits {
  std::string digits;
  std::size_t end = 0;
  bool has_plus = false, has_marks = false, has_decimal = false;
};
Digits digits_at(std::string_view text, std::size_t at) {
  Digits run{.digits = {}, .end = at};
  std::size_t place = at;
  if (text[place] == '+') run.has_plus = true, ++place;
  if (place < text.size() && text[place] == '(') ++place;
  for (; place < text.size() && run.digits.size() < 20; ++place) {
    const char byte = text[place];
    if (is_digit(byte)) {
      run.digits += byte;
      run.end = place + 1;
      continue;
    }
    const bool goes_on = place + 1 < text.size() &&
                         (is_digit(text[place + 1]) || text[place + 1] == '(' ||
                          (place + 2 < text.size() && text[place + 1] == ' ' && is_digit(text[place + 2])));
    if ((byte == '.' || byte == ',') && run.digits.size() <= 3 && !run.has_marks) run.has_decimal = true;
    if (!goes_on || !(byte == ' ' || byte == '-' || byte == '/' || byte == '.' || byte == '(' || byte == ')'))
      break;
    run.has_marks = true;
  }
  return run;
}

// 2024-03-01, 01/03/2024, 1.3.2024.
bool looks_like_date(std::string_view shown) noexcept {
  std::size_t parts = 1, longest = 0, length = 0;
  for (const char byte : shown) {
    if (is_digit(byte))
      longest = std::max(longest, ++length);
    else if (byte == '-' || byte == '/' || byte == '.')
      ++parts, length = 0;
    else
      return false;
  }
  return parts == 3 && longest <= 4 && shown.size() <= 10;
}

// International numbers, or national ones that begin with 0 or are written in groups: a plain number of ten
// digits may be anything.
bool is_phone(const Digits& run, std::string_view shown) noexcept {
  const std::size_t count = run.digits.size();
  if (run.has_decimal || looks_like_date(shown)) return false;
  if (run.has_plus) return count >= 8 && count <= 15;
  if (run.digits.starts_with("00")) return count >= 10 && count <= 17;
  if (run.digits.front() == '0') return count >= 9 && count <= 13;
  return run.has_marks && count >= 10 && count <= 11 && shown.find('.') == std::string_view::npos;
}

}  // namespace

bool is_card_number(std::string_view digits) noexcept {
  if (digits.size() < 13 || digits.size() > 19 || digits.front() == '0') return false;
  int sum = 0;
  bool doubles = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, doubles = !doubles) {
    int value = *digit - '0';
    if (doubles) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  // Cards begin with 2 to 6 (ISO/IEC 7812: travel, banking, merchandising); runs of one digit pass Luhn by
  // chance.
  const bool is_varied = digits.find_first_not_of(digits.front()) != std::string_view::npos;
  return sum % 10 == 0 && digits.front() >= '2' && digits.front() <= '6' && is_varied;
}

bool is_iban(std::string_view account) noexcept {
  if (account.size() < 15 || account.size() > 34) return false;
  int remainder = 0;
  for (std::size_t i = 0; i < account.size(); ++i) {
    const char byte = account[(i + 4) % account.size()];
    if (is_digit(byte))
      remainder = (remainder * 10 + (byte - '0')) % 97;
    else if (is_latin(byte))
      remainder = (remainder * 100 + ((byte | 0x20) - 'a' + 10)) % 97;
    else
      return false;
  }
  return remainder == 1;
}

std::vector<PersonalSpan> find_personal(std::string_view text) {
  std::vector<PersonalSpan> spans;
  std::size_t free_from = 0;  // everything before is in a span
  const auto add = [&](text::ByteRange bytes, PersonalKind kind) {
    if (bytes.begin < free_from || bytes.end <= bytes.begin) return false;
    spans.push_back({bytes, kind});
    free_from = bytes.end;
    return true;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at < free_from) continue;
    const char byte = text[at];
    if (is_latin(byte) && add(account_at(text, at), PersonalKind::Account)) continue;
    if (byte == '@') {
      const text::ByteRange email = email_around(text, at);
      // What was taken for digits within the address belongs to it.
      while (!spans.empty() && email.end > 0 && spans.back().bytes.end > email.begin) spans.pop_back();
      if (email.end > 0) free_from = spans.empty() ? 0 : spans.back().bytes.end;
      add(email, PersonalKind::Email);
      continue;
    }
    const bool begins =
        is_digit(byte) || ((byte == '+' || byte == '(') && at + 1 < text.size() && is_digit(text[at + 1]));
    if (!begins || (at > 0 && (is_in_word(text[at - 1]) || text[at - 1] == '#' || text[at - 1] == '.')))
      continue;
    const Digits run = digits_at(text, at);
    const bool ends_word = run.end >= text.size() || !is_in_word(text[run.end]);
    if (run.digits.empty() || !ends_word) {
      while (at + 1 < text.size() && is_digit(text[at + 1])) ++at;
      continue;
    }
    if (is_card_number(run.digits))
      add({at, run.end}, PersonalKind::Card);
    else if (is_phone(run, text.substr(at, run.end - at)))
      add({at, run.end}, PersonalKind::Phone);
    else
      at = std::max(at, run.end - 1);
  }
  return spans;
}

const char* placeholder_of(PersonalKind kind) noexcept {
  static constexpr std::array<const char*, kPersonalKinds> kPlaceholders{"[e-mail]", "[phone]", "[card]",
                                                                         "[account]", "[name]"};
  return kPlaceholders[static_cast<std::size_t>(kind)];
}

std::string redacted(std::string_view text, const std::vector<PersonalSpan>& spans) {
  std::string result;
  std::size_t at = 0;
  for (const PersonalSpan& span : spans) {
    result += text.substr(at, span.bytes.begin - at);
    result += placeholder_of(span.kind);
    at = span.bytes.end;
  }
  result += text.substr(at);
  return result;
}

std::string redacted(std::string_view text) { return redacted(text, find_personal(text)); }

std::vector<PersonalSpan> merged(std::vector<PersonalSpan> spans, const std::vector<PersonalSpan>& more) {
  spans.insert(spans.end(), more.begin(), more.end());
  std::stable_sort(spans.begin(), spans.end(), [](const PersonalSpan& a, const PersonalSpan& b) {
    return a.bytes.begin < b.bytes.begin;
  });
  std::vector<PersonalSpan> apart;
  for (const PersonalSpan& span : spans) {
    if (apart.empty() || span.bytes.begin >= apart.back().bytes.end) apart.push_back(span);
  }
  return apart;
}

}  // namespace attune::feedback
