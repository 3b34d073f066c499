#include "ingest/column_guesses.hpp"

#include <algorithm>

#include "ingest/column_names.hpp"

namespace attune::ingest {
namespace {

// How well the values fit a role: 1 neutral, above: they speak for it, 0: impossible.
double value_fit(ColumnRole role, const ColumnProfile& profile) {
  if (profile.filled == 0) return 0.6;
  const bool is_number = profile.type == CellType::Number || profile.type == CellType::Money ||
                         profile.type == CellType::Percent;
  const bool is_amount = profile.type == CellType::Number || profile.type == CellType::Money;
  switch (role) {
    case ColumnRole::Text:
      return profile.type != CellType::Text ? 0.15
             : profile.mean_words >= 4      ? 1.3
             : profile.mean_words >= 2      ? 0.9
                                            : 0.5;
    case ColumnRole::Title:
      return profile.type == CellType::Text ? 1.0 : 0.3;
    case ColumnRole::Reply:
      return profile.type == CellType::Text ? 1.0 : 0.2;
    case ColumnRole::Rating:
      return profile.rating_scale == RatingScale::None ? 0.0 : profile.distinct <= 11 ? 1.2 : 0.9;
    case ColumnRole::Date:
    case ColumnRole::ClosedDate:
    case ColumnRole::FirstReplyDate:
    case ColumnRole::SubscriptionStart:
    case ColumnRole::SubscriptionEnd:
      return profile.type == CellType::Date ? 1.2 : is_number ? 0.3 : 0.05;
    case ColumnRole::Email:
      return profile.type == CellType::Email ? 1.5 : 0.5;
    case ColumnRole::Phone:
      return is_number || profile.type == CellType::Phone || profile.type == CellType::Id ? 1.1 : 0.4;
    case ColumnRole::Url:
      return profile.type == CellType::Url ? 1.5 : 0.2;
    case ColumnRole::Quantity:
      return is_number && profile.all_whole ? 1.1 : 0.1;
    case ColumnRole::Amount:
    case ColumnRole::UnitPrice:
    case ColumnRole::UnitCost:
    case ColumnRole::Cost:
    case ColumnRole::Discount:
    case ColumnRole::Refund:
      return profile.type == CellType::Money ? 1.3 : is_amount ? 1.0 : 0.1;
    case ColumnRole::CustomerName:
    case ColumnRole::FirstName:
    case ColumnRole::LastName:
      return profile.type == CellType::Text && profile.mean_words < 5 ? 1.1 : is_number ? 0.2 : 0.6;
    case ColumnRole::Currency:
      return profile.mean_length <= 4 && !is_number ? 1.1 : 0.2;
    case ColumnRole::Language:
    case ColumnRole::Country:
      return profile.mean_length <= 20 && !is_number ? 1.0 : 0.2;
    case ColumnRole::Product:
    case ColumnRole::Place:
    case ColumnRole::Source:
      return profile.type == CellType::Date || profile.type == CellType::Email ? 0.1
             : profile.mean_words > 15                                         ? 0.3
                                                                               : 1.0;
    case ColumnRole::Campaign:
      return is_number || profile.type == CellType::Date || profile.mean_words > 12 ? 0.2 : 1.0;
    case ColumnRole::Consent:
      return profile.type == CellType::Boolean ? 1.2 : 0.6;
    case ColumnRole::Nps:
      return is_number && profile.all_whole && profile.low >= 0 && profile.high > 1 && profile.high <= 10
                 ? 1.3
                 : 0.0;
    case ColumnRole::Csat:
    case ColumnRole::Ces:
      return profile.rating_scale == RatingScale::None ? 0.0 : 1.2;
    case ColumnRole::Churned:
      return profile.type == CellType::Boolean || profile.distinct <= 2 ? 1.2 : 0.2;
    default:
      return profile.type == CellType::Date ? 0.2 : profile.mean_words > 12 ? 0.3 : 1.0;
  }
}

}  // namespace

ColumnGuess guess_from_values(const ColumnProfile& profile) {
  const auto filled = static_cast<double>(profile.filled);
  if (profile.filled == 0) return {ColumnRole::Ignored, 0.9, "Every cell is empty", false};
  if (profile.type == CellType::Email)
    return {ColumnRole::Email, 0.9, "The values are e-mail addresses", false};
  if (profile.type == CellType::Date) return {ColumnRole::Date, 0.7, "The values are dates", false};
  if (profile.type == CellType::Url) return {ColumnRole::Url, 0.8, "The values are web addresses", false};
  if (profile.type == CellType::Phone)
    return {ColumnRole::Phone, 0.5, "The values look like telephone numbers", false};
  if (profile.type == CellType::Money)
    return {ColumnRole::Amount, 0.5, "The values are amounts of money", false};
  if (profile.rating_scale == RatingScale::Stars)
    return {ColumnRole::Rating, 0.9, "The values are stars", false};
  if (profile.rating_scale == RatingScale::OneToFive && profile.all_whole && profile.distinct >= 3 &&
      profile.distinct <= 5 && filled >= 10) {
    return {ColumnRole::Rating, 0.55, "The values are whole numbers from 1 to 5", false};
  }
  if (profile.type == CellType::Text && profile.mean_words >= 5 &&
      static_cast<double>(profile.distinct) > std::min(filled, 1000.0) * 0.3) {
    return {ColumnRole::Text, 0.7, "The values are sentences", false};
  }
  return {ColumnRole::Ignored, 0.5, "Neither the name nor the values tell what it is", false};
}

ColumnGuess guess_column(const std::string& name, const ColumnProfile& profile) {
  ColumnGuess best = guess_from_values(profile);
  for (const NameMatch& match : roles_of_name(name)) {
    const double confidence = std::min(0.99, match.strength * value_fit(match.role, profile));
    if (confidence <= best.confidence || confidence < 0.35) continue;
    const bool is_exact = match.strength >= 0.95;
    best = {match.role, confidence,
            std::string{is_exact ? "Its name means " : "A word of its name means "} + name_of(match.role) +
                (profile.filled > 0 ? ", and the values fit" : "; it has no values yet"),
            false};
  }
  return best;
}

}  // namespace attune::ingest
