// Queries about what to answer whom: questions about the reviews, the inbox and its drafts, playbooks, the
// FAQ, and what of it is personal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::protocol {

class JsonWriter;

// A question in plain words about the reviews; the answer comes later.
struct AskQuery {
  std::string question;
  std::string language{};  // ISO 639-1, of the answer where the question's own is not clear; "": English
};

enum class InboxState : std::uint8_t { Open, Done, All };
enum class InboxSort : std::uint8_t { Urgency, Age, Value };  // highest first

// Reviews and tickets that need an answer. An empty list or string lets every row pass.
struct InboxQuery {
  InboxState state = InboxState::Open;
  std::vector<std::string> reasons;  // codes, any of them: "refund", "complaint" ...
  std::string search;
  InboxSort by = InboxSort::Urgency;
  std::uint64_t offset = 0;
  std::uint64_t limit = 80;  // at most kMaxRowsPerPage
};

// A draft for one row; the answer comes later. It is a draft: nothing is ever sent.
struct ReplyQuery {
  std::uint64_t row = 0;
  std::string language;                 // ISO 639-1; "": that of the review
  std::optional<std::uint32_t> choice;  // which of the alternatives; absent: the best
  std::string shop, signature;          // fill the slots {shop} and {signature}; may be ""
  bool discloses = true;                // the line that says a machine drafted it
};

// What a person decided: the text as edited ("": the draft as it is), and whether the row is done with.
struct ReplyStateQuery {
  std::uint64_t row = 0;
  bool is_done = false;
  std::string text;
};

struct PlaybooksQuery {
  double control_share = 0.1;   // held out at random, 0 to 0.5
  std::uint32_t cap_days = 30;  // nobody gets a second message within so many days
  bool needs_consent = true;    // where a column tells about consent, an empty cell means no
};

struct FaqQuery {};           // the shop's own questions and answers
struct PersonalDataQuery {};  // which columns hold personal data; the answer comes later

[[nodiscard]] std::string_view name_of(InboxState state) noexcept;
[[nodiscard]] std::string_view name_of(InboxSort sort) noexcept;

// The members of a query, into an object that is open.
void write_desk_query(JsonWriter& json, const AskQuery& query);
void write_desk_query(JsonWriter& json, const InboxQuery& query);
void write_desk_query(JsonWriter& json, const ReplyQuery& query);
void write_desk_query(JsonWriter& json, const ReplyStateQuery& query);
void write_desk_query(JsonWriter& json, const PlaybooksQuery& query);

}  // namespace attune::protocol
