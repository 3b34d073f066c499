#include "insight/inbox.hpp"

#include <algorithm>
#include <array>

#include "feedback/sentiment.hpp"

namespace attune::insight {

using feedback::Row;

namespace {

// An intent counts from this probability on; below it the words have to say it.
constexpr float kIntentFrom = 0.5F;

struct Rule {
  const char* code;
  std::int8_t points;
  bool escalates;
  // feedback::Search, one term: English, German, French, Spanish. Empty: not told by words.
  std::string_view words;
};

// In the order of InboxReason. The points say what comes first where a shop can answer only some: danger to
// people, then rights and money, then leaving customers, then questions.
constexpr std::array<Rule, kInboxReasons> kRules{{
    {"safety", 30, true,
     "\"food poisoning\"|\"allergic reaction\"|\"allergic shock\"|anaphyla|\"got sick\"|\"was sick\"|\"made "
     "me sick\"|\"fell ill\"|vomit|"
     "hospital|ambulance|injur|\"found a hair\"|\"piece of plastic\"|\"piece of glass\"|\"pieces of "
     "glass\"|\"something hard\"|mouldy|moldy|\"mold\"|"
     "cockroach|\"electric shock\"|\"caught "
     "fire\"|lebensmittelvergiftung|krankenhaus|verletz|schimmel|\"intoxication alimentaire\"|blesse|hopital|"
     "moisi|intoxicacion|herid|moho"},
    {"legal", 22, true,
     "lawyer|attorney|solicitor|\"sue\"|\"suing\"|lawsuit|\"legal action\"|\"small claims\"|\"consumer "
     "protection\"|\"trading standards\"|"
     "\"health inspector\"|\"health department\"|anwalt|verbraucherschutz|gesundheitsamt|\"rechtliche "
     "schritte\"|avocat|\"porter plainte\"|"
     "abogado|\"acciones legales\"|denuncia"},
    {"discrimination", 25, true,
     "racist|racism|discriminat|harass|homophob|sexist|diskriminier|rassis|belastig|racis|discrimin|harcel|"
     "acoso"},
    {"payment", 18, true,
     "\"charged twice\"|\"double charged\"|\"charged me twice\"|overcharged|\"wrong change\"|\"wrong "
     "amount\"|fraud|\"scam\"|\"stolen\"|\"doppelt "
     "abgebucht\"|betrug|\"debite deux fois\"|arnaque|\"cobrado dos veces\"|estafa"},
    {"press", 12, true,
     "journalist|newspaper|\"the press\"|\"go public\"|\"social media\"|\"everyone will know\"|zeitung|\"la "
     "presse\"|journaliste|periodico|\"la prensa\""},
    {"refund", 22, false,
     "refund|\"money back\"|reimburs|chargeback|ruckerstatt|\"geld "
     "zuruck\"|erstattet|rembours|reembols|devolucion"},
    {"cancellation", 20, false,
     "\"cancel my\"|\"cancelled my\"|\"canceled my\"|\"want to cancel\"|unsubscribe|\"never again\"|\"never "
     "come back\"|\"not come back\"|\"not coming "
     "back\"|\"last time\"|\"switching to\"|\"go somewhere else\"|kundig|\"nie wieder\"|\"komme nicht "
     "wieder\"|resilier|\"plus jamais\"|\"jamais plus\"|"
     "\"nunca mas\"|\"no volver\"|\"darme de baja\""},
    {"order-status", 16, false,
     "\"where is my order\"|\"where is my parcel\"|\"not arrived\"|\"never arrived\"|\"hasn't "
     "arrived\"|\"still waiting for my\"|\"order was not "
     "ready\"|\"was not ready\"|\"wo ist meine bestellung\"|\"nicht angekommen\"|\"pas arrive\"|\"no ha "
     "llegado\""},
    {"complaint", 18, false, ""},
    {"question", 14, false, ""},
    {"request", 12, false,
     "\"please contact\"|\"please call\"|\"please send\"|\"could you\"|\"can you please\"|\"would it be "
     "possible\"|\"bitte melden\"|\"konnten sie\"|"
     "\"pourriez-vous\"|\"merci de\"|\"por favor\"|\"podrian\""},
    {"awaits-reply", 14, false,
     "\"no answer\"|\"no reply\"|\"no response\"|\"nobody answered\"|\"never answered\"|\"nobody "
     "replied\"|\"waiting for a reply\"|\"waiting for an "
     "answer\"|\"keine antwort\"|\"niemand antwortet\"|\"pas de reponse\"|\"aucune reponse\"|\"sin "
     "respuesta\""},
    {"angry", 10, false, ""},
    {"lowest-rating", 6, false, ""},
    {"valued-customer", 12, false, ""},
    {"overdue", 8, false, ""},
    {"old", -15, false, ""},
}};

const Rule& rule_of(InboxReason reason) noexcept { return kRules[static_cast<std::size_t>(reason)]; }

// A sentence that asks: a question mark after some words, not in a run of exclamations.
bool asks(std::string_view folded) noexcept {
  const std::size_t mark = folded.find_last_of('?');
  if (mark == std::string_view::npos) return folded.find("\xC2\xBF") != std::string_view::npos;
  return mark >= 8 && (mark + 1 == folded.size() || folded[mark + 1] != '!');
}

}  // namespace

const char* code_of(InboxReason reason) noexcept { return rule_of(reason).code; }
bool must_escalate(InboxReason reason) noexcept { return rule_of(reason).escalates; }

bool InboxItem::has(InboxReason reason) const noexcept {
  return std::any_of(points.begin(), points.end(),
                     [reason](const InboxPoints& one) { return one.reason == reason; });
}
bool InboxItem::must_escalate() const noexcept {
  return std::any_of(points.begin(), points.end(),
                     [](const InboxPoints& one) { return insight::must_escalate(one.reason); });
}

std::string strongest_emotion(const feedback::EmotionColumn& emotions, Row row) {
  if (!emotions.is_known(row)) return {};
  std::size_t best = emotions.labels().size();
  for (std::size_t label = 0; label < emotions.labels().size(); ++label) {
    if (emotions.labels()[label] == "neutral" || !emotions.is_present(row, label)) continue;
    if (best == emotions.labels().size() || emotions.value(row, label) > emotions.value(row, best))
      best = label;
  }
  return best == emotions.labels().size() ? std::string{} : emotions.labels()[best];
}

InboxScan::InboxScan(const feedback::Reviews& reviews, const feedback::Readings& readings,
                     InboxOptions options)
    : reviews_{reviews}, readings_{readings}, options_{std::move(options)} {
  for (const Rule& rule : kRules) words_.emplace_back(rule.words);
  const auto& labels = readings.emotions.labels();
  anger_ = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), "anger") - labels.begin());
}

bool InboxScan::advance(std::size_t rows) {
  const std::size_t end = std::min(next_ + rows, reviews_.size());
  for (; next_ < end; ++next_) add(static_cast<Row>(next_));
  return next_ < reviews_.size();
}

bool InboxScan::means(Row row, std::string_view intent) const {
  return readings_.intents.is_known(row) && readings_.intents.label(row) == intent &&
         readings_.intents[row].p >= kIntentFrom;
}

void InboxScan::add(Row row) {
  if (!reviews_.has_text(row) || (options_.is_answered && options_.is_answered(row))) return;
  folded_.clear();
  feedback::append_folded(reviews_.title(row), folded_);
  folded_ += '\n';
  feedback::append_folded(reviews_.text(row, scratch_), folded_);

  InboxItem item{.row = row, .points = {}, .age_days = std::nullopt};
  const auto give = [&item](InboxReason reason) { item.points.push_back({reason, rule_of(reason).points}); };
  const auto says = [this](InboxReason reason) {
    const feedback::Search& words = words_[static_cast<std::size_t>(reason)];
    return !words.matches_everything() && words.matches(folded_);
  };
  const float rating = reviews_.ratings[row];
  const bool is_praise = readings_.feelings.is_known(row) ? feedback::sentiment_of(readings_.feelings[row]) ==
                                                                    feedback::Sentiment::Positive &&
                                                                !feedback::is_mixed(readings_.feelings[row])
                                                          : rating >= 4;
  const bool is_negative =
      readings_.feelings.is_known(row)
          ? feedback::sentiment_of(readings_.feelings[row]) == feedback::Sentiment::Negative &&
                !feedback::is_unsure(readings_.feelings[row])
          : rating > 0 && rating < 2.5F;
  for (const InboxReason reason : {InboxReason::Safety, InboxReason::Legal, InboxReason::Discrimination,
                                   InboxReason::Payment, InboxReason::Press}) {
    // "Never got sick of it" in praise is no emergency.
    if (!is_praise && says(reason)) give(reason);
  }
  if (means(row, "refund") || (!is_praise && says(InboxReason::Refund))) give(InboxReason::Refund);
  if (means(row, "cancellation") || (!is_praise && says(InboxReason::Cancellation)))
    give(InboxReason::Cancellation);
  if (means(row, "order status") || (!is_praise && says(InboxReason::OrderStatus)))
    give(InboxReason::OrderStatus);
  if (is_negative || (means(row, "complaint") && !is_praise)) give(InboxReason::Complaint);
  if ((means(row, "question") && !is_praise) || asks(folded_)) give(InboxReason::Question);
  if ((means(row, "request") && !is_praise) || (!is_praise && says(InboxReason::Request)))
    give(InboxReason::Request);
  if (!is_praise && says(InboxReason::AwaitsReply)) give(InboxReason::AwaitsReply);
  if (item.points.empty()) return;

  if (anger_ < readings_.emotions.labels().size() && readings_.emotions.is_known(row) &&
      readings_.emotions.is_present(row, anger_))
    give(InboxReason::Angry);
  if (rating > 0 && rating < 1.5F) give(InboxReason::LowestRating);
  if (options_.customer_value) {
    if (const auto value = options_.customer_value(row)) {
      item.customer_value = static_cast<float>(*value);
      if (options_.valued_from > 0 && *value >= options_.valued_from) give(InboxReason::ValuedCustomer);
    }
  }
  if (const auto day = reviews_.day(row); day && options_.newest && *day <= *options_.newest) {
    item.age_days = static_cast<std::uint32_t>(*options_.newest - *day);
    if (*item.age_days > 92)
      give(InboxReason::Old);
    else if (*item.age_days >= 3 && *item.age_days <= 31)
      give(InboxReason::Overdue);
  }
  float urgency = 0;
  for (const InboxPoints& one : item.points) urgency += static_cast<float>(one.points);
  item.urgency = std::clamp(urgency, 0.0F, 100.0F);
  std::stable_sort(item.points.begin(), item.points.end(),
                   [](const InboxPoints& a, const InboxPoints& b) { return a.points > b.points; });
  items_.push_back(std::move(item));
}

std::vector<InboxItem> InboxScan::take() {
  std::stable_sort(items_.begin(), items_.end(), [](const InboxItem& a, const InboxItem& b) {
    if (a.urgency != b.urgency) return a.urgency > b.urgency;
    // Of unknown age comes last.
    return a.age_days.value_or(0xFFFFFFFFU) < b.age_days.value_or(0xFFFFFFFFU);
  });
  return std::move(items_);
}

}  // namespace attune::insight
