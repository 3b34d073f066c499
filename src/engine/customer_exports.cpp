#include "engine/customer_exports.hpp"

#include <algorithm>
#include <cmath>

#include "base/dates.hpp"
#include "base/spreadsheet.hpp"
#include "engine/csv_text.hpp"
#include "engine/customer_answers.hpp"
#include "engine/export_text.hpp"
#include "snapshot/customer_names.hpp"

namespace attune::engine {

using protocol::JsonWriter;

namespace {

// --- value ---------------------------------------------------------------------------------------------

// Of payments that come back; how many last 1, 3, 6 and 12 months.
void write_subscriptions(const CustomerBook& book, JsonWriter& json) {
  const customer::Subscriptions& subscriptions = book.subscriptions;
  if (!subscriptions.is_made && subscriptions.remark.empty()) return;
  json.key("subscriptions").begin_object().member("made", subscriptions.is_made);
  if (!subscriptions.is_made) {
    json.member("remark", subscriptions.remark).end_object();
    return;
  }
  json.member("customers", subscriptions.all.size()).member("byChance", subscriptions.by_chance);
  json.member("active", subscriptions.active)
      .member("ended", subscriptions.ended)
      .member("wentOnAfterPause", subscriptions.paused);
  json.member("monthlyRevenue", subscriptions.monthly_revenue).member("currency", book.currency_name());
  json.key("lostAMonth").begin_object().member("value", subscriptions.lost_a_month);
  json.member("low", subscriptions.lost_range.low)
      .member("high", subscriptions.lost_range.high)
      .member("ended", subscriptions.ended)
      .member("months", subscriptions.months)
      .end_object();
  json.key("intervals").begin_array();
  for (std::size_t i = 0; i < customer::kPaymentIntervals; ++i) {
    if (subscriptions.by_interval[i] == 0) continue;
    json.begin_object()
        .member("interval", customer::name_of(static_cast<customer::PaymentInterval>(i)))
        .member("customers", subscriptions.by_interval[i])
        .member("active", subscriptions.active_by_interval[i])
        .end_object();
  }
  json.end_array().key("lasting").begin_array();
  for (const int months : {1, 3, 6, 12}) {
    const double days = months * customer::days_of(customer::PaymentInterval::Month);
    const stats::SurvivalPoint* at = nullptr;
    for (const stats::SurvivalPoint& point : book.survival.curve) {
      if (point.time <= days) at = &point;
    }
    json.begin_object().member("months", months).member("share", at ? at->survival : 1.0);
    if (at) json.member("low", at->interval.low).member("high", at->interval.high);
    json.member("n", subscriptions.all.size()).end_object();
  }
  json.end_array().end_object();
}

void write_value_parameters(const CustomerBook& book, JsonWriter& json) {
  const customer::LifetimeFit& fit = book.value.lifetime;
  json.key("parameters").begin_object().member("model", customer::name_of(fit.parameters.model));
  const auto names = customer::parameter_names(fit.parameters.model);
  for (std::size_t i = 0; i < names.size(); ++i) json.member(names[i], fit.parameters.value[i]);
  json.member("logLikelihood", fit.log_likelihood).member("fitted", fit.is_fitted);
  json.member("customers", fit.customers).member("repeatCustomers", fit.repeat_customers);
  json.member("calibrationEnd", iso_from_days(book.until)).member("horizonDays", book.value.horizon_days);
  json.member("timeUnit", "weeks").member("currency", book.currency_name());
  if (!fit.remark.empty()) json.member("remark", fit.remark);
  const customer::GammaGammaFit& spending = book.value.spending;
  json.key("gammaGamma").begin_object().member("p", spending.parameters.p).member("q", spending.parameters.q);
  json.member("gamma", spending.parameters.gamma).member("logLikelihood", spending.log_likelihood);
  json.member("fitted", spending.is_fitted).member("customers", spending.customers);
  json.member("meanOrder", spending.population_mean);
  if (!spending.remark.empty()) json.member("remark", spending.remark);
  json.end_object();
  if (book.holdout.is_made) {
    const customer::HoldoutResult& holdout = book.holdout;
    json.key("backTest").begin_object().member("split", iso_from_days(holdout.split_day));
    json.member("customers", holdout.customers)
        .member("expectedOrders", holdout.expected)
        .member("orders", holdout.seen);
    json.member("meanAbsoluteError", holdout.mean_error).member("naiveError", holdout.naive_error);
    json.member("correlation", holdout.correlation)
        .member("trackingError", holdout.tracking_error)
        .end_object();
  }
  write_subscriptions(book, json);
  json.end_object();
}

void write_value(const CustomerBook& book, std::uint32_t at, JsonWriter& json) {
  const customer::CustomerValue& value = book.value.customers[at];
  json.begin_object().member("id", key_of(book, value.customer)).member("x", value.activity.frequency);
  json.member("tx", value.activity.recency)
      .member("T", value.activity.age)
      .member("pAlive", value.orders.alive);
  json.member("expectedOrders", value.orders.expected)
      .member("low", value.orders.low)
      .member("high", value.orders.high);
  json.member("value", value.value);
  const auto& all = book.subscriptions.all;
  const auto found = std::lower_bound(
      all.begin(), all.end(), value.customer,
      [](const customer::Subscription& one, std::uint32_t wanted) { return one.customer < wanted; });
  if (found != all.end() && found->customer == value.customer) {
    json.key("subscription").begin_object().member("interval", customer::name_of(found->interval));
    json.member("amount", found->amount).member("payments", found->payments);
    json.member("pauses", found->pauses).member("active", found->is_active);
    json.member("first", iso_from_days(found->first_day))
        .member("last", iso_from_days(found->last_day))
        .member("paidUntil", iso_from_days(found->paid_until))
        .end_object();
  }
  json.end_object();
}

ExportPiece value_lines(const CustomerBook& book, std::uint64_t cursor) {
  ExportPiece piece{"value.jsonl", "application/x-ndjson", {}, {}};
  if (cursor == 0) {
    JsonWriter json;
    json.begin_object();
    write_value_parameters(book, json);
    json.end_object();
    write_line(json, piece.text);
  }
  piece.next =
      fill(cursor, book.value.customers.size(), piece.text, [&](std::uint32_t at, std::string& text) {
        JsonWriter json;
        write_value(book, at, json);
        write_line(json, text);
      });
  return piece;
}

ExportPiece value_json(const CustomerBook& book, std::uint64_t cursor) {
  ExportPiece piece{"value.json", "application/json", {}, {}};
  if (cursor == 0) {
    JsonWriter json;
    json.begin_object();
    write_value_parameters(book, json);
    piece.text = json.take() + ",\"customers\":[\n";
  }
  const std::size_t rows = book.value.customers.size();
  piece.next = fill(cursor, rows, piece.text, [&](std::uint32_t at, std::string& text) {
    JsonWriter json;
    write_value(book, at, json);
    text += json.text() + (at + 1 < rows ? ",\n" : "\n");
  });
  if (!piece.next) piece.text += "]}\n";
  return piece;
}

// --- customers -----------------------------------------------------------------------------------------

void append_customer(const CustomerBook& book, std::uint32_t customer, std::string& csv) {
  const std::uint32_t at = customer < book.history_of.size() ? book.history_of[customer] : kNoHistory;
  const customer::FeedbackSummary& said = book.feedback[customer];
  const std::string cluster =
      book.cluster_of[customer] == kNoCluster ? "" : std::to_string(book.cluster_of[customer]);
  const double next =
      customer < book.next_order.chance.size() ? book.next_order.chance[customer] : std::nan("");
  const double lead = customer < book.lead_chance.size() ? book.lead_chance[customer] : std::nan("");
  const std::string mean = said.count > 0 ? rounded(said.mean_sentiment) : "";
  const std::string last = said.count > 0 ? rounded(said.last_sentiment) : "";
  const std::string name = guarded(book.name(customer));
  const std::string id = guarded(book.id(customer));
  const std::string email = guarded(book.email(customer));
  if (at == kNoHistory) {
    append_csv_row({id,
                    name,
                    email,
                    "0",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    cluster,
                    rounded(next),
                    rounded(lead),
                    std::to_string(said.count),
                    mean,
                    last,
                    consent_name(book.consent[customer])},
                   csv);
    return;
  }
  const customer::CustomerHistory& history = book.value.histories.customers[at];
  const customer::CustomerValue& value = book.value.customers[at];
  const customer::RfmScore& rfm = book.rfm[at];
  const customer::ChurnRisk risk = book.risk(customer);
  append_csv_row({id,
                  name,
                  email,
                  std::to_string(history.orders),
                  rounded(history.revenue),
                  iso_from_days(history.first_day),
                  iso_from_days(history.last_day),
                  rounded(value.orders.alive),
                  rounded(value.orders.expected),
                  rounded(value.orders.low),
                  rounded(value.orders.high),
                  rounded(value.value),
                  rounded(value.value_low),
                  rounded(value.value_high),
                  rounded(risk.probability),
                  risk.reasons.front().sentence,
                  snapshot::name_of(static_cast<snapshot::RfmSegment>(rfm.segment)),
                  std::to_string(rfm.recency) + std::to_string(rfm.frequency) + std::to_string(rfm.monetary),
                  rounded(history.usual_gap_days),
                  cluster,
                  rounded(next),
                  rounded(lead),
                  std::to_string(said.count),
                  mean,
                  last,
                  consent_name(book.consent[customer])},
                 csv);
}

ExportPiece customers_csv(const CustomerBook& book, std::uint64_t cursor) {
  ExportPiece piece{"customers.csv", "text/csv", {}, {}};
  if (cursor == 0) {
    piece.text =
        "id,name,email,orders,revenue,first_order,last_order,p_alive,expected_orders,expected_orders_low,"
        "expected_orders_high,value,value_low,value_high,churn_risk,churn_reason,segment,rfm,usual_gap_days,"
        "cluster,"
        "next_order,lead_score,feedback,mean_sentiment,last_sentiment,consent\r\n";
  }
  piece.next = fill(cursor, book.customers(), piece.text, [&](std::uint32_t customer, std::string& text) {
    append_customer(book, customer, text);
  });
  return piece;
}

}  // namespace

std::optional<ExportPiece> customer_export(const CustomerBook& book, std::string_view what,
                                           std::uint64_t cursor) {
  if (what == "value.jsonl") return value_lines(book, cursor);
  if (what == "value.json") return value_json(book, cursor);
  if (what == "customers.csv") return customers_csv(book, cursor);
  if (what == "segments.csv") return segments_csv(book);
  if (what == "segments.jsonl") return segment_lines(book, cursor);
  if (what == "recommendations.jsonl") return recommendation_lines(book, cursor);
  if (what == "recommendations.csv") return recommendations_csv(book, cursor);
  return std::nullopt;
}

std::string answer_mailing(const CustomerBook& book, std::uint64_t id,
                           const protocol::CustomerExportQuery& query) {
  std::string text;
  if (query.cursor == 0) text = "email,name,id,segment,expected_value,churn_risk,last_order,consent\r\n";
  const std::vector<std::uint32_t> selected = select_customers(book, query.filter);
  const auto withheld = static_cast<std::uint64_t>(std::count_if(
      selected.begin(), selected.end(), [&](std::uint32_t c) { return book.consent[c] == Consent::No; }));
  const auto next = fill(query.cursor, selected.size(), text, [&](std::uint32_t at, std::string& csv) {
    const std::uint32_t customer = selected[at];
    if (book.consent[customer] == Consent::No) return;
    const std::uint32_t history = customer < book.history_of.size() ? book.history_of[customer] : kNoHistory;
    std::string segment;
    std::string value;
    std::string risk;
    std::string last;
    if (history != kNoHistory) {
      segment = snapshot::name_of(static_cast<snapshot::RfmSegment>(book.rfm[history].segment));
      value = rounded(book.value.customers[history].value);
      risk = rounded(customer::risk_of_leaving(book.value.customers[history]));
      last = iso_from_days(book.value.histories.customers[history].last_day);
    }
    append_csv_row({guarded(book.email(customer)), guarded(book.name(customer)), guarded(book.id(customer)),
                    segment, value, risk, last, consent_name(book.consent[customer])},
                   csv);
  });
  JsonWriter json;
  json.begin_object()
      .member("id", id)
      .member("name", "mailing.csv")
      .member("mime", "text/csv")
      .member("text", text);
  json.member("withheld", withheld).key("cursor");
  if (next)
    json.value(*next);
  else
    json.null();
  json.end_object();
  return json.take();
}

}  // namespace attune::engine
