// One person from all files: which rows of which tables are about the same customer.
//
// Rows that carry the same marks (id, e-mail, phone, name, postcode) are one record. Records are joined by
//   1. the customer's id, unless both e-mail and name differ (two shops that both count from 1)
//   2. the e-mail address, unless many ids share it (a mailbox of the shop's own)
//   3. the phone number, and 4. name and postcode, where neither ids nor e-mail addresses speak against it
//   5. the full name alone, for records that have nothing else, where exactly one person has that name
// Every join and every refusal is noted under a stable key ("email:sara@example.net"); a key that is named
// in `separate` is not joined by. Nothing depends on the order of rows but the customers' numbers.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attune::customer {

constexpr std::uint32_t kNobody = 0xFFFFFFFFU;

enum class JoinKey : std::uint8_t { CustomerId, Email, Phone, NameAndPostcode, NameAlone };
constexpr std::size_t kJoinKeys = 5;

// What a row says about its person, brought to one spelling by the caller; empty: nothing.
struct PersonMarks {
  std::string_view id, email, phone, name, postcode;
};

// Texts numbered in the order they are first seen; 0 is the empty text.
class TextPool {
 public:
  TextPool() = default;
  TextPool(const TextPool&) = delete;
  TextPool& operator=(const TextPool&) = delete;
  std::uint32_t number_of(std::string_view text);                 // adds it if it is new
  [[nodiscard]] std::uint32_t find(std::string_view text) const;  // 0 if it is not there
  [[nodiscard]] const std::string& text(std::uint32_t number) const noexcept { return *texts_[number]; }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(texts_.size()); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>
      unsorted_numbers_;  // for look-ups only
  const std::string none_;
  std::vector<const std::string*> texts_{&none_};
};

struct PersonRecord {
  std::uint32_t id = 0, email = 0, phone = 0, name = 0, postcode = 0;  // numbers in the pools below
  std::uint32_t shown = 0;  // how the file writes the name, else the id
  std::uint64_t rows = 0;
};

class PersonRecords {
 public:
  PersonRecords() = default;
  PersonRecords(const PersonRecords&) = delete;
  PersonRecords& operator=(const PersonRecords&) = delete;

  // The record's number, counting one row for it; kNobody when there is nothing to know a person by: no mark,
  // or a single word for a name.
  std::uint32_t add(const PersonMarks& marks, std::string_view shown_name, std::string_view shown_id);

  [[nodiscard]] const std::vector<PersonRecord>& all() const noexcept { return records_; }
  TextPool ids, emails, phones, names, postcodes, shown;
  // As the files write them, by the number of the id.
  [[nodiscard]] const std::string& shown_id(const PersonRecord& record) const;

 private:
  struct Key {
    std::array<std::uint32_t, 5> parts;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const noexcept;
  };
  std::vector<PersonRecord> records_;
  std::vector<std::uint32_t> shown_ids_;                           // by id number, a number in `shown`
  std::unordered_map<Key, std::uint32_t, KeyHash> unsorted_keys_;  // for look-ups only
};

struct JoinNote {
  std::string key;  // "email:sara@example.net"
  JoinKey by = JoinKey::Email;
  std::string value;
  std::vector<std::string> records;  // how the files call them; at most 5
  std::uint32_t customer = 0;
  std::uint64_t rows = 0;
};

struct People {
  std::vector<std::uint32_t> customer_of_record;
  std::uint32_t customers = 0;  // numbered by their first record
  std::array<std::uint64_t, kJoinKeys> joined_by{};
  std::uint64_t conflicts = 0, separated = 0;
  std::vector<JoinNote> joins, kept_apart;  // by falling rows, then key; at most kMostNotes each
};
constexpr std::size_t kMostNotes = 100;

// O(n log n) in records.
[[nodiscard]] People join_people(const PersonRecords& records, std::span<const std::string> separate);

}  // namespace attune::customer
