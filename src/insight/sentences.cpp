#include "insight/sentences.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace attune::insight {
namespace {

using snapshot::AlertKind;
using snapshot::Priority;
using snapshot::PriorityReason;

// "7 to 20 May 2024", "28 May to 3 June 2024"
std::string between(Days from, Days to) {
  constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
  const std::string first = iso_from_days(from);
  const std::string last = iso_from_days(to);
  const auto day = [](const std::string& iso) {
    return std::to_string(std::stoi(iso.substr(iso.size() - 2)));
  };
  const auto month = [&](const std::string& iso) {
    return std::string{kMonths[static_cast<std::size_t>(std::stoi(iso.substr(iso.size() - 5, 2)) - 1) % 12]};
  };
  const auto year = [](const std::string& iso) { return iso.substr(0, iso.size() - 6); };
  std::string text = day(first);
  if (year(first) != year(last)) {
    text += " " + month(first) + " " + year(first);
  } else if (month(first) != month(last)) {
    text += " " + month(first);
  }
  return text + " to " + day(last) + " " + month(last) + " " + year(last);
}

std::string where(const snapshot::Alert& alert) {
  if (!alert.source.empty()) return " on " + alert.source;
  if (!alert.product.empty()) return " about " + alert.product;
  return {};
}

std::string capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

}  // namespace

std::string percent(double share) {
  const double value = 100 * share;
  return (value > 0 && value < 0.95 ? decimal(value, 1) : decimal(value, 0)) + " %";
}

std::string decimal(double value, int digits) {
  std::array<char, 64> text{};
  const double scale = std::pow(10.0, digits);
  const double rounded = std::round(value * scale) / scale;
  std::snprintf(text.data(), text.size(), "%.*f", digits, rounded == 0 ? 0.0 : rounded);
  return text.data();
}

std::string counted(std::uint64_t n, const char* one, const char* many) {
  std::string digits = std::to_string(n);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits + " " + (n == 1 ? one : many);
}

std::string sentence_for(const snapshot::Alert& alert) {
  const std::string when = "From " + between(alert.from, alert.to) + ", ";
  const std::string of_topic =
      alert.topic_name.empty() ? std::string{} : " that mention \"" + alert.topic_name + "\"";
  const std::string share = percent(alert.observed.value);
  const std::string usual = percent(alert.expected);
  switch (alert.kind) {
    case AlertKind::MoreReviews:
    case AlertKind::FewerReviews:
      return when + counted(alert.observed.n, "review", "reviews") + " came in, where about " +
             decimal(alert.expected, 0) + " were to be expected" + where(alert) + ".";
    case AlertKind::MoreComplaints:
    case AlertKind::FewerComplaints:
      return when + share + " of the reviews" + of_topic + where(alert) + " were negative (" +
             counted(alert.evidence.n, "review", "reviews") + "), against " + usual + " in the year before.";
    case AlertKind::MoreOfTopic:
    case AlertKind::LessOfTopic:
      return when + share + " of the reviews mentioned \"" + alert.topic_name + "\"" + where(alert) + " (" +
             counted(alert.evidence.n, "review", "reviews") + "), against " + usual + " in the year before.";
    case AlertKind::RatingFell:
    case AlertKind::RatingRose:
      return when + "the mean rating" + where(alert) + " was " + decimal(alert.observed.value, 1) +
             ", against " + decimal(alert.expected, 1) + " before.";
  }
  return {};
}

std::string sentence_for(const Priority& priority) {
  const std::string name = capital(priority.name);
  const std::string reviews = counted(priority.evidence.n, "review", "reviews");
  const std::string interval =
      " (" + decimal(priority.figure.low, 2) + " to " + decimal(priority.figure.high, 2) + ")";
  switch (priority.reason) {
    case PriorityReason::LowersRating:
      return name + ": if half of the complaints had not been made, the mean rating would be about " +
             decimal(priority.figure.value, 2) + " stars higher" + interval + ". " + reviews + " complain.";
    case PriorityReason::ManyComplaints:
      return name + ": " + percent(priority.figure.value) + " of the reviews that mention it are negative (" +
             percent(priority.figure.low) + " to " + percent(priority.figure.high) + "; " + reviews + ").";
    case PriorityReason::RaisesRating:
      return name + ": reviews that mention it give " + decimal(priority.figure.value, 2) +
             " stars more than others" + interval + ". " + reviews + " praise it.";
    case PriorityReason::MuchPraise:
      return name + ": " + percent(priority.figure.value) + " of the reviews that mention it are positive (" +
             percent(priority.figure.low) + " to " + percent(priority.figure.high) + "; " + reviews + ").";
    case PriorityReason::UnhappyCustomer:
      return name + " gave " +
             decimal(priority.figure.value,
                     priority.figure.value == std::floor(priority.figure.value) ? 0 : 1) +
             (priority.figure.value == 1 ? " star" : " stars") + " and has no later, better review (" +
             reviews + ").";
    case PriorityReason::MayLeave:
      return name + " writes that they may not come back (" + reviews + ").";
    case PriorityReason::Growing:
      return name + " is mentioned more often in the last 30 days: in " + percent(priority.figure.value) +
             " of the reviews (" + percent(priority.figure.low) + " to " + percent(priority.figure.high) +
             "; " + reviews + ").";
    case PriorityReason::Appeared:
      return name + " is new in the last 30 days: in " + percent(priority.figure.value) +
             " of the reviews (" + percent(priority.figure.low) + " to " + percent(priority.figure.high) +
             "; " + reviews + ").";
    case PriorityReason::Disappeared:
      return name + " is hardly mentioned any more in the last 30 days: in " +
             percent(priority.figure.value) + " of the reviews (" + percent(priority.figure.low) + " to " +
             percent(priority.figure.high) + ").";
  }
  return {};
}

}  // namespace attune::insight
