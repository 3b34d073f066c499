// A draft reply: the shop's own answer where one fits, else a plain template; slots filled from the data; a
// line that says how it was made. A person edits and sends it: nothing here sends anything.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/readings.hpp"
#include "insight/inbox.hpp"
#include "insight/replies_library.hpp"
#include "insight/replies_templates.hpp"
#include "text/normalize.hpp"

namespace attune::insight {

// A value that may fill a slot, and the column it stands in.
struct SlotValue {
  std::string name;  // "customer", "first-name", "product", "order", "date", "shop", "signature"
  std::string value, column;
};

struct FilledSlot {
  std::string name, value, column;
  text::ByteRange range;  // in the draft
};

struct ReplyRequest {
  std::string_view text;  // what was written
  std::string language;   // of the reply
  ReplyKind kind = ReplyKind::Praise;
  ReplyTone tone = ReplyTone::Calm;
  std::vector<SlotValue> values;      // those known
  std::optional<std::size_t> choice;  // of the choices; absent: the best
  bool discloses = true;
};

struct ReplyDraft {
  std::string text;
  bool is_macro = false;   // from the shop's own answers
  std::size_t answer = 0;  // of the library, if it is
  double confidence = 0;   // that the answer fits; of a template that of the kind is not known
  std::vector<FilledSlot> slots;
  std::vector<std::string> missing;  // slots that nothing fills; they stand as {name}
  std::string disclosure;            // the last line; "" if switched off
  std::vector<AnswerMatch> choices;  // of the library, best first; a template follows them
  std::size_t choice = 0;            // choices.size(): the template
};

// The kind and tone of an inbox item, or of any other review.
[[nodiscard]] ReplyKind kind_of(const InboxItem* item, bool is_negative, bool is_mixed) noexcept;
[[nodiscard]] ReplyTone tone_of(ReplyKind kind, const std::string& emotion, bool is_negative) noexcept;

[[nodiscard]] ReplyDraft draft_reply(const ReplyRequest& request, const AnswerLibrary& library,
                                     std::span<const float> meaning);

// Fills {customer}, {{Order number}}, [NAME], %first_name% ... in four languages; what is in no list stays as
// it is.
[[nodiscard]] std::string fill_slots(std::string_view text, const std::vector<SlotValue>& values,
                                     std::vector<FilledSlot>& filled, std::vector<std::string>& missing);

}  // namespace attune::insight
