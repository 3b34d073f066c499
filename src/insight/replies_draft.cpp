#include "insight/replies_draft.hpp"

#include <algorithm>

#include "feedback/search.hpp"
#include "insight/answers_lexicon.hpp"

namespace attune::insight {
namespace {

constexpr std::size_t kMostChoices = 4;
constexpr std::size_t kMostSlotBytes = 40;  // longer braces are no slot

// What macro files call a slot -> our name.
struct SlotName {
  const char* name;
  std::string_view said;
};
constexpr SlotName kSlotNames[] = {
    {"first-name", "first name|firstname|given name|vorname|prenom|nombre de pila"},
    {"customer",
     "customer|customer name|name|client|client name|full name|ticket.requester.name|requester|guest|guest "
     "name|kunde|kundenname|nom|nom du client|"
     "nombre|cliente|nombre del cliente"},
    {"product", "product|product name|item|artikel|produkt|produit|article|producto|articulo"},
    {"order",
     "order|order number|order id|order no|ticket.id|bestellung|bestellnummer|auftragsnummer|commande|numero "
     "de commande|pedido|numero de pedido"},
    {"date", "date|order date|datum|fecha"},
    {"shop",
     "shop|shop name|store|store name|company|company "
     "name|business|firma|laden|boutique|entreprise|tienda|empresa"},
    {"signature",
     "signature|agent|agent name|your name|my name|current_user.name|unterschrift|ihr name|mein name|votre "
     "nom|su nombre|firma del agente"},
};

// "Order_Number" -> "order number"
std::string plain_name(std::string_view inside) {
  std::string name = feedback::fold(inside);
  for (char& byte : name) {
    if (byte == '_' || byte == '-') byte = ' ';
  }
  const std::size_t begin = name.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return name.substr(begin, name.find_last_not_of(' ') - begin + 1);
}

const char* slot_named(std::string_view inside) {
  const std::string name = plain_name(inside);
  for (const SlotName& one : kSlotNames) {
    if (name == one.name || is_one_of(name, one.said)) return one.name;
  }
  return nullptr;
}

// A slot that begins at `at`: its inside, and where it ends; size 0 if none does.
struct Bracketed {
  std::string_view inside;
  std::size_t end = 0;
};
Bracketed slot_at(std::string_view text, std::size_t at) {
  static constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
      {"{{", "}}"}, {"[[", "]]"}, {"{", "}"}, {"[", "]"}, {"%", "%"}, {"<", ">"}};
  for (const auto& [open, close] : kBrackets) {
    if (text.substr(at, open.size()) != open) continue;
    const std::size_t begin = at + open.size(), end = text.find(close, begin);
    if (end == std::string_view::npos || end == begin || end - begin > kMostSlotBytes) continue;
    return {text.substr(begin, end - begin), end + close.size()};
  }
  return {};
}

bool has_value(const std::vector<SlotValue>& values, std::string_view name) {
  return std::any_of(values.begin(), values.end(),
                     [name](const SlotValue& one) { return one.name == name && !one.value.empty(); });
}

std::string template_text(const ReplyRequest& request) {
  const std::string_view language = reply_language(request.language);
  std::string body{body_in(language, request.kind)};
  // A sentence about a product that is not known would be about nothing.
  if (request.kind == ReplyKind::Complaint && !has_value(request.values, "product")) {
    const std::size_t end = body.find(". ");
    body.erase(0, end == std::string::npos ? 0 : end + 2);
  }
  return greeting_in(language, has_value(request.values, "customer")) + "\n\n" +
         std::string{opening_in(language, request.tone)} + ' ' + body + "\n\n" +
         std::string{closing_in(language)};
}

}  // namespace

std::string fill_slots(std::string_view text, const std::vector<SlotValue>& values,
                       std::vector<FilledSlot>& filled, std::vector<std::string>& missing) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Bracketed slot = slot_at(text, at);
    const char* name = slot.end > 0 ? slot_named(slot.inside) : nullptr;
    if (name == nullptr) {
      result += text[at++];
      continue;
    }
    const auto value = std::find_if(values.begin(), values.end(), [name](const SlotValue& one) {
      return one.name == name && !one.value.empty();
    });
    if (value != values.end()) {
      filled.push_back(
          {name, value->value, value->column, {result.size(), result.size() + value->value.size()}});
      result += value->value;
    } else {
      result += '{' + std::string{name} + '}';
      if (std::find(missing.begin(), missing.end(), name) == missing.end()) missing.emplace_back(name);
    }
    at = slot.end;
  }
  return result;
}

ReplyKind kind_of(const InboxItem* item, bool is_negative, bool is_mixed) noexcept {
  const auto has = [item](InboxReason reason) { return item != nullptr && item->has(reason); };
  if (has(InboxReason::Safety) || has(InboxReason::Discrimination)) return ReplyKind::Safety;
  if (has(InboxReason::Payment)) return ReplyKind::Payment;
  if (has(InboxReason::Refund)) return ReplyKind::Refund;
  if (has(InboxReason::OrderStatus)) return ReplyKind::OrderStatus;
  if (has(InboxReason::Cancellation)) return ReplyKind::Cancellation;
  if (is_mixed) return ReplyKind::Mixed;
  if (has(InboxReason::Complaint) || is_negative) return ReplyKind::Complaint;
  if (has(InboxReason::Question)) return ReplyKind::Question;
  if (has(InboxReason::Request)) return ReplyKind::Request;
  return ReplyKind::Praise;
}

ReplyTone tone_of(ReplyKind kind, const std::string& emotion, bool is_negative) noexcept {
  switch (kind) {
    case ReplyKind::Praise:
      return ReplyTone::Warm;
    case ReplyKind::Question:
      return is_negative || is_one_of(emotion, "anger|annoyance|disappointment|sadness|grief|disgust|fear")
                 ? ReplyTone::Sorry
                 : ReplyTone::Clear;
    case ReplyKind::Request:
    case ReplyKind::OrderStatus:
    case ReplyKind::Refund:
    case ReplyKind::Mixed:
      return is_negative || is_one_of(emotion, "anger|annoyance|disappointment|sadness|grief|disgust|fear")
                 ? ReplyTone::Sorry
                 : ReplyTone::Calm;
    default:
      return ReplyTone::Sorry;
  }
}

ReplyDraft draft_reply(const ReplyRequest& request, const AnswerLibrary& library,
                       std::span<const float> meaning) {
  ReplyDraft draft;
  draft.choices = library.match(request.text, meaning, kMostChoices);
  draft.choice =
      draft.choices.empty() || draft.choices.front().confidence < kAnswerFits ? draft.choices.size() : 0;
  if (request.choice) draft.choice = std::min(*request.choice, draft.choices.size());
  draft.is_macro = draft.choice < draft.choices.size();

  std::string text;
  if (draft.is_macro) {
    const AnswerMatch& match = draft.choices[draft.choice];
    draft.answer = match.answer;
    draft.confidence = match.confidence;
    text = library.answers()[match.answer].text;
  } else {
    text = template_text(request);
  }
  if (request.discloses) {
    const std::string& own = draft.is_macro ? library.answers()[draft.answer].language : request.language;
    draft.disclosure =
        disclosure_in(own.empty() ? std::string_view{request.language} : std::string_view{own});
    text += "\n\n" + draft.disclosure;
  }
  draft.text = fill_slots(text, request.values, draft.slots, draft.missing);
  return draft;
}

}  // namespace attune::insight
