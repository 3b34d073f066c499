#include "ui/views/evidence.hpp"

#include <string>
#include <utility>

#include "ui/state/customer_sentences.hpp"
#include "ui/state/sentences.hpp"
#include "ui/views/overview_feelings.hpp"
#include "ui/views/people.hpp"
#include "ui/widgets/controls.hpp"

namespace attune::ui {
namespace {

using protocol::SentimentFilter;

SentimentFilter filter_of(snapshot::Sentiment sentiment) {
  switch (sentiment) {
    case snapshot::Sentiment::Negative:
      return SentimentFilter::Negative;
    case snapshot::Sentiment::Positive:
      return SentimentFilter::Positive;
    case snapshot::Sentiment::Neutral:
      break;
  }
  return SentimentFilter::Neutral;
}

}  // namespace

protocol::RowsFilter filter_of(const snapshot::Evidence& evidence) {
  protocol::RowsFilter filter;
  for (const snapshot::Sentiment sentiment : evidence.sentiments)
    filter.sentiments.push_back(filter_of(sentiment));
  for (const std::int64_t star : evidence.ratings) filter.ratings.push_back(static_cast<int>(star));
  if (evidence.from) filter.from = *evidence.from;
  if (evidence.to) filter.to = *evidence.to;
  filter.sources = evidence.sources;
  filter.products = evidence.products;
  filter.topics = evidence.topics;
  filter.aspects = evidence.aspects;
  filter.entities = evidence.entities;
  filter.rows = evidence.rows;
  return filter;
}

void show_evidence(Frame& frame, const snapshot::Evidence& evidence) {
  show_reviews(frame, filter_of(evidence));
}

void draw_evidence_link(Frame& frame, const snapshot::Evidence& evidence, std::string_view stable_id) {
  if (evidence.n == 0 && evidence.customers.empty()) return;
  if (evidence.n == 0) {  // somebody who wrote nothing
    const std::string who = customer_count(evidence.customers.size(), frame.strings);
    const std::string name = frame.strings.say(Text::ShowReviewsOf, {who}) + "###" + std::string{stable_id};
    if (!link(name)) return;
    protocol::CustomersFilter filter;
    filter.search = evidence.customers.front();
    return show_people(frame, std::move(filter));
  }
  const std::string label = review_count(evidence.n, frame.strings) + "###" + std::string{stable_id};
  if (link(label)) show_evidence(frame, evidence);
}

}  // namespace attune::ui
