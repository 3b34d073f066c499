// What a row says about its person, brought to one spelling.
#pragma once

#include <string>

#include "customer/identity.hpp"
#include "ingest/feedback_fields.hpp"

namespace attune::engine {

class PersonReader {
 public:
  // `fields` must outlive it. `id_column`: read in place of a customer id; kNoColumn: none.
  PersonReader(const ingest::FeedbackFields& fields, const table::StringColumn* id_column)
      : fields_{fields}, id_column_{id_column} {}

  // The record of a row's person, or kNobody.
  std::uint32_t read(std::size_t row, customer::PersonRecords& records);

 private:
  const ingest::FeedbackFields& fields_;
  const table::StringColumn* id_column_;
  std::string id_, email_, phone_, name_, postcode_, shown_name_;
};

// "  Sara@Example.NET" -> "sara@example.net"; "" for what is no address.
[[nodiscard]] std::string normal_email(std::string_view text);
// "+49 (0)30 123-456" -> the digits that matter; "" for fewer than 7.
[[nodiscard]] std::string normal_phone(std::string_view text);
// "17850.0" -> "17850", lower case; "" for "guest", "0" and their like.
[[nodiscard]] std::string normal_id(std::string_view text);
// Without case, accents and punctuation; "Moreau, Sara" -> "sara moreau".
[[nodiscard]] std::string normal_name(std::string_view text);

}  // namespace attune::engine
