#include "feedback/entities.hpp"

#include <algorithm>
#include <array>

#include "text/exact_mentions.hpp"

namespace attune::feedback {
namespace {

using text::ExactKind;

constexpr std::array kExactKinds{ExactKind::Date, ExactKind::Money, ExactKind::Email, ExactKind::Phone};

struct Found {
  text::ByteRange bytes;
  std::uint8_t type = 0;
};

bool overlap(const text::ByteRange& a, const text::ByteRange& b) noexcept {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace

std::vector<std::string> entity_types_of(const inference::ModelCard* card) {
  std::vector<std::string> types;
  const inference::TokenHead* head = card == nullptr ? nullptr : card->find_token_head("entity");
  if (head != nullptr) types = head->types;
  for (const ExactKind kind : kExactKinds) {
    if (std::find(types.begin(), types.end(), name_of(kind)) == types.end())
      types.emplace_back(name_of(kind));
  }
  return types;
}

std::vector<Entity> find_entities(std::string_view text, std::span<const inference::TagSpan> spans,
                                  std::span<const std::string> types) {
  std::vector<Found> found;
  for (const text::ExactMention& mention : text::find_exact_mentions(text)) {
    const auto type = std::find(types.begin(), types.end(), name_of(mention.kind));
    if (type != types.end())
      found.push_back({mention.bytes, static_cast<std::uint8_t>(type - types.begin())});
  }
  const std::size_t exact = found.size();
  for (const inference::TagSpan& span : spans) {
    bool is_taken = false;
    for (std::size_t i = 0; i < exact; ++i) {
      if (!overlap(found[i].bytes, span.bytes)) continue;
      is_taken = true;
      if (found[i].type != span.type) continue;
      const bool reaches_next = i + 1 < exact && span.bytes.end > found[i + 1].bytes.begin;
      const bool reaches_last = i > 0 && span.bytes.begin < found[i - 1].bytes.end;
      if (!reaches_last) found[i].bytes.begin = std::min(found[i].bytes.begin, span.bytes.begin);
      if (!reaches_next) found[i].bytes.end = std::max(found[i].bytes.end, span.bytes.end);
    }
    if (!is_taken) found.push_back({span.bytes, span.type});
  }
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.bytes.begin < b.bytes.begin; });
  std::vector<Entity> entities;
  for (const Found& one : found) entities.push_back({.text = stretch_of(one.bytes), .type = one.type});
  return entities;
}

}  // namespace attune::feedback
