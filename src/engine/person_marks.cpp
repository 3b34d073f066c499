#include "engine/person_marks.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "ingest/cell_shapes.hpp"
#include "ingest/column_names.hpp"
#include "ingest/column_types.hpp"

namespace attune::engine {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string normal_email(std::string_view text) {
  text = ingest::trimmed(text);
  if (text.starts_with("mailto:")) text.remove_prefix(7);
  while (!text.empty() && (text.back() == '>' || text.back() == '.' || text.back() == ','))
    text.remove_suffix(1);
  if (const auto open = text.rfind('<'); open != std::string_view::npos) text.remove_prefix(open + 1);
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('.', at) == std::string_view::npos) return {};
  if (text.find(' ') != std::string_view::npos) return {};
  return ascii_lower(text);
}

std::string normal_phone(std::string_view text) {
  std::string digits;
  const std::string_view cell = ingest::trimmed(text);
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell.substr(i).starts_with("(0)"))
      i += 2;  // +49 (0)30: the zero is not dialled
    else if (is_digit(cell[i]))
      digits += cell[i];
  }
  if (digits.starts_with("00")) digits.erase(0, 2);
  if (digits.starts_with("0")) digits.erase(0, 1);
  if (digits.size() < 7) return {};
  // With and without the country's code: the last nine digits are those that tell people apart.
  return digits.size() > 9 ? digits.substr(digits.size() - 9) : digits;
}

// "17850" of "17850.0", as programs write numbers that once had gaps between them.
std::string_view whole_number(std::string_view id) {
  if (id.size() <= 2 || !id.ends_with(".0") || !std::all_of(id.begin(), id.end() - 2, is_digit)) return id;
  return id.substr(0, id.size() - 2);
}

std::string normal_id(std::string_view text) {
  std::string id = ascii_lower(ingest::trimmed(text));
  if (id.size() > 1 && id.front() == '\'') id.erase(0, 1);  // as spreadsheets keep numbers from being numbers
  id.resize(whole_number(id).size());
  constexpr std::array<std::string_view, 9> kNobodys{"0",    "-1",   "guest",  "anonymous", "unknown",
                                                     "gast", "none", "invité", "walk-in"};
  if (std::find(kNobodys.begin(), kNobodys.end(), id) != kNobodys.end()) return {};
  return id;
}

std::string normal_name(std::string_view text) {
  std::string name = ingest::normalized_name(text);
  // "moreau sara" of "Moreau, Sara": turned round, since the comma says so.
  if (const auto comma = text.find(',');
      comma != std::string_view::npos && text.find(',', comma + 1) == text.npos) {
    const std::string last = ingest::normalized_name(text.substr(0, comma));
    const std::string first = ingest::normalized_name(text.substr(comma + 1));
    if (!last.empty() && !first.empty()) name = first + " " + last;
  }
  constexpr std::array<std::string_view, 6> kNobodys{"a google user",   "google user", "anonymous",
                                                     "amazon customer", "guest user",  "deleted user"};
  if (std::find(kNobodys.begin(), kNobodys.end(), name) != kNobodys.end()) return {};
  return name;
}

std::uint32_t PersonReader::read(std::size_t row, customer::PersonRecords& records) {
  using ingest::ColumnRole;
  std::string_view shown_id = fields_.cell(row, ColumnRole::CustomerId);
  if (id_column_ != nullptr) {
    shown_id = ingest::trimmed((*id_column_)[row]);
    if (ingest::is_missing(shown_id)) shown_id = {};
  }
  id_ = normal_id(shown_id);
  email_ = normal_email(fields_.cell(row, ColumnRole::Email));
  phone_ = normal_phone(fields_.cell(row, ColumnRole::Phone));
  shown_name_ = fields_.author(row);
  name_ = normal_name(shown_name_);
  postcode_ = ingest::normalized_name(fields_.cell(row, ColumnRole::PostalCode));
  return records.add({id_, email_, phone_, name_, postcode_}, shown_name_, whole_number(shown_id));
}

}  // namespace attune::engine
