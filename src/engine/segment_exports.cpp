// Segments and recommendations as files.
#include <algorithm>
#include <cmath>

#include "base/spreadsheet.hpp"
#include "engine/csv_text.hpp"
#include "engine/export_text.hpp"
#include "snapshot/customer_names.hpp"

namespace attune::engine {

using protocol::JsonWriter;

namespace {

std::string feature_name(const customer::FeatureColumn& feature) {
  if (feature.feature == customer::Feature::Column) return feature.column;
  return std::string{snapshot::name_of(static_cast<snapshot::Feature>(feature.feature))};
}

// "orders > 3 and days-since-order <= 60"
std::string words_of(const CustomerBook& book, const stats::Rule& rule) {
  std::string words;
  const auto add = [&words](const std::string& condition) {
    words += (words.empty() ? "" : " and ") + condition;
  };
  for (const stats::Condition& condition : rule.conditions) {
    const std::string name = feature_name(book.segmentation.features[condition.feature]);
    if (std::isfinite(condition.above)) add(name + " > " + rounded(condition.above));
    if (std::isfinite(condition.up_to)) add(name + " <= " + rounded(condition.up_to));
  }
  return words;
}

struct SegmentTotals {
  std::uint64_t n = 0;
  double revenue = 0, value = 0, risk = 0;
};

SegmentTotals totals_of_segment(const CustomerBook& book, std::size_t segment) {
  SegmentTotals totals;
  for (std::size_t i = 0; i < book.rfm.size(); ++i) {
    if (static_cast<std::size_t>(book.rfm[i].segment) != segment) continue;
    ++totals.n;
    totals.revenue += book.value.histories.customers[i].revenue;
    totals.value += book.value.customers[i].value;
    totals.risk += customer::risk_of_leaving(book.value.customers[i]);
  }
  return totals;
}

SegmentTotals totals_of_cluster(const CustomerBook& book, std::uint32_t cluster) {
  SegmentTotals totals;
  for (const std::uint32_t k : book.segmentation.choice.clustering.cluster_of_row)
    totals.n += k == cluster ? 1 : 0;
  for (std::size_t i = 0; i < book.rfm.size(); ++i) {
    if (book.cluster_of[book.value.histories.customers[i].customer] != cluster) continue;
    totals.revenue += book.value.histories.customers[i].revenue;
    totals.value += book.value.customers[i].value;
    totals.risk += customer::risk_of_leaving(book.value.customers[i]);
  }
  return totals;
}

}  // namespace

ExportPiece segments_csv(const CustomerBook& book) {
  ExportPiece piece{"segments.csv",
                    "text/csv",
                    "kind,segment,customers,revenue,expected_value,mean_churn_risk,rule,rule_precision,rule_"
                    "recall,stability\r\n",
                    {}};
  const auto mean = [](const SegmentTotals& totals) {
    return totals.n > 0 ? rounded(totals.risk / static_cast<double>(totals.n)) : std::string{};
  };
  for (std::size_t i = 0; i < customer::kRfmSegments && !book.rfm.empty(); ++i) {
    const SegmentTotals totals = totals_of_segment(book, i);
    append_csv_row({"rfm", snapshot::name_of(static_cast<snapshot::RfmSegment>(i)), std::to_string(totals.n),
                    rounded(totals.revenue), rounded(totals.value), mean(totals), "", "", "", ""},
                   piece.text);
  }
  for (std::uint32_t k = 0; k < book.segmentation.groups.size(); ++k) {
    const customer::CustomerGroup& group = book.segmentation.groups[k];
    const SegmentTotals totals = totals_of_cluster(book, k);
    append_csv_row({"cluster", std::to_string(k), std::to_string(totals.n), rounded(totals.revenue),
                    rounded(totals.value), mean(totals), words_of(book, group.rule),
                    rounded(group.rule.precision), rounded(group.rule.recall), rounded(group.stability)},
                   piece.text);
  }
  return piece;
}

namespace {

void write_segments(const CustomerBook& book, std::string& text) {
  const customer::Segmentation& made = book.segmentation;
  JsonWriter json;
  json.begin_object().key("parameters").begin_object();
  json.member("k", made.groups.size())
      .member("isStable", made.choice.is_stable)
      .member("remark", made.remark);
  if (made.is_made) {
    const stats::ClusterCount& chosen = made.choice.tried[made.choice.chosen];
    json.member("silhouette", chosen.silhouette).member("stability", chosen.stability);
    json.key("tried").begin_array();
    for (const stats::ClusterCount& tried : made.choice.tried)
      json.begin_object()
          .member("k", tried.clusters)
          .member("silhouette", tried.silhouette)
          .member("stability", tried.stability)
          .end_object();
    json.end_array();
  }
  json.key("features").begin_array();
  for (const auto& feature : made.features)
    json.begin_object()
        .member("name", feature_name(feature))
        .member("logarithm", feature.is_logarithm)
        .end_object();
  json.end_array().end_object().end_object();
  write_line(json, text);
  for (std::uint32_t k = 0; k < made.groups.size(); ++k) {
    const customer::CustomerGroup& group = made.groups[k];
    JsonWriter line;
    line.begin_object()
        .member("kind", "cluster")
        .member("cluster", k)
        .member("n", totals_of_cluster(book, k).n);
    line.member("rule", words_of(book, group.rule))
        .member("precision", group.rule.precision)
        .member("recall", group.rule.recall);
    line.member("stability", group.stability).key("centre").begin_object();
    for (std::size_t j = 0; j < group.centre.size(); ++j)
      line.member(feature_name(made.features[j]), group.centre[j]);
    line.end_object().end_object();
    write_line(line, text);
  }
  for (std::size_t i = 0; i < customer::kRfmSegments && !book.rfm.empty(); ++i) {
    const SegmentTotals totals = totals_of_segment(book, i);
    JsonWriter line;
    line.begin_object()
        .member("kind", "rfm")
        .member("segment", snapshot::name_of(static_cast<snapshot::RfmSegment>(i)));
    line.member("n", totals.n)
        .member("revenue", totals.revenue)
        .member("expectedValue", totals.value)
        .end_object();
    write_line(line, text);
  }
}

}  // namespace

ExportPiece segment_lines(const CustomerBook& book, std::uint64_t cursor) {
  ExportPiece piece{"segments.jsonl", "application/x-ndjson", {}, {}};
  if (cursor == 0) write_segments(book, piece.text);
  const auto& clusters = book.segmentation.choice.clustering.cluster_of_row;
  piece.next =
      fill(cursor, book.customer_of_row.size(), piece.text, [&](std::uint32_t row, std::string& text) {
        const std::uint32_t customer = book.customer_of_row[row];
        JsonWriter json;
        json.begin_object().member("kind", "customer");
        if (customer != customer::kNobody) json.member("id", key_of(book, customer));
        if (row < clusters.size()) json.member("cluster", clusters[row]);
        if (!book.rfm.empty()) {
          const customer::RfmScore& rfm = book.rfm[row];
          json.member("segment", snapshot::name_of(static_cast<snapshot::RfmSegment>(rfm.segment)))
              .member("recency", rfm.recency);
          json.member("frequency", rfm.frequency).member("monetary", rfm.monetary);
        }
        json.end_object();
        write_line(json, text);
      });
  return piece;
}

namespace {

void write_back_test(const CustomerBook& book, std::string& text) {
  JsonWriter json;
  json.begin_object().key("parameters").begin_object();
  json.member("method", snapshot::name_of(static_cast<snapshot::Method>(book.back_test.best)))
      .member("top", book.settings.top);
  json.member("holdout", book.settings.hides_last ? "last" : "none").member("customers", book.customers());
  if (book.offers_by_basket) json.member("learnedFrom", "baskets").member("baskets", book.rules.baskets);
  json.member("items", book.shop->items.size() - 1).member("interactions", book.learned_from().size());
  if (!book.offer_remark.empty()) json.member("remark", book.offer_remark);
  json.key("backTest").begin_array();
  for (const customer::BackTestRow& row : book.back_test.rows) {
    json.begin_object()
        .member("method", snapshot::name_of(static_cast<snapshot::Method>(row.method)))
        .member("n", row.n);
    json.member("hitRate", row.hit_rate)
        .member("low", row.hit_low)
        .member("high", row.hit_high)
        .member("ndcg", row.ndcg)
        .end_object();
  }
  json.end_array().end_object().end_object();
  write_line(json, text);
}

std::vector<customer::Recommendation> offers_beside(const CustomerBook& book, std::uint32_t item,
                                                    std::size_t top) {
  customer::RecommendOptions options = book.offer_options;
  options.top = top;
  return book.recommender->beside_item(item, options);
}

void write_item(const CustomerBook& book, std::uint32_t item, JsonWriter& json) {
  const std::uint64_t baskets = book.baskets.customers_of(item).size();
  json.member("kind", "item").member("item", book.shop->items.text(item));
  if (book.shop->item_names[item] != book.shop->items.text(item))
    json.member("name", book.shop->item_names[item]);
  json.member("baskets", baskets)
      .member("share", static_cast<double>(baskets) / static_cast<double>(book.baskets.customer_count()));
  const auto offers = offers_beside(book, item, book.settings.top);
  json.key("items").begin_array();
  for (const auto& offer : offers) json.value(book.shop->items.text(offer.item));
  json.end_array().key("scores").begin_array();
  for (const auto& offer : offers) json.value(offer.score);
  json.end_array();
}

void write_rule(const CustomerBook& book, const customer::BasketRule& rule, JsonWriter& json) {
  json.member("kind", "rule").key("if").begin_array();
  for (const std::uint32_t item : rule.if_items) json.value(book.shop->items.text(item));
  json.end_array().member("then", book.shop->items.text(rule.then_item));
  json.member("baskets", rule.together).member("support", rule.support);
  json.member("confidence", rule.confidence).member("lift", rule.lift).member("pValue", rule.p_value);
}

// Most bought first.
std::vector<std::uint32_t> items_by_baskets(const CustomerBook& book) {
  std::vector<std::uint32_t> items;
  for (std::uint32_t item = 1; item < book.baskets.item_count(); ++item) {
    if (!book.baskets.customers_of(item).empty()) items.push_back(item);
  }
  std::stable_sort(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) {
    return book.baskets.customers_of(a).size() > book.baskets.customers_of(b).size();
  });
  return items;
}

// Where nobody is named: a line for each item with what goes with it, then the rules.
std::optional<std::uint64_t> write_basket_lines(const CustomerBook& book, std::uint64_t cursor,
                                                std::string& text) {
  const std::vector<std::uint32_t> items = items_by_baskets(book);
  return fill(cursor, items.size() + book.rules.rules.size(), text, [&](std::uint32_t at, std::string& to) {
    JsonWriter json;
    json.begin_object();
    if (at < items.size())
      write_item(book, items[at], json);
    else
      write_rule(book, book.rules.rules[at - items.size()], json);
    json.end_object();
    write_line(json, to);
  });
}

}  // namespace

ExportPiece recommendation_lines(const CustomerBook& book, std::uint64_t cursor) {
  ExportPiece piece{"recommendations.jsonl", "application/x-ndjson", {}, {}};
  if (cursor == 0) write_back_test(book, piece.text);
  if (book.offers_by_basket) {
    piece.next = write_basket_lines(book, cursor, piece.text);
    return piece;
  }
  const std::size_t rows = book.recommender ? book.customers() : 0;
  piece.next = fill(cursor, rows, piece.text, [&](std::uint32_t customer, std::string& text) {
    JsonWriter json;
    json.begin_object().member("id", key_of(book, customer)).key("items").begin_array();
    const auto offers = offers_for(book, customer, book.settings.top);
    for (const auto& offer : offers) json.value(book.shop->items.text(offer.item));
    json.end_array().key("scores").begin_array();
    for (const auto& offer : offers) json.value(offer.score);
    json.end_array();
    if (book.settings.hides_last && !book.interactions.items_of(customer).empty())
      json.member("hidden", book.shop->items.text(book.interactions.last_item_of(customer)));
    json.end_object();
    write_line(json, text);
  });
  return piece;
}

ExportPiece recommendations_csv(const CustomerBook& book, std::uint64_t cursor) {
  constexpr std::size_t kOffers = 10;
  ExportPiece piece{"recommendations.csv", "text/csv", {}, {}};
  if (cursor == 0) piece.text = "id,place,item,name,score,method,because_of\r\n";
  const auto append = [&](const std::string& id, const std::vector<customer::Recommendation>& offers,
                          std::string& text) {
    std::size_t place = 0;
    for (const auto& offer : offers) {
      const std::string because =
          offer.because_of == customer::kNoItem ? "" : book.shop->item_names[offer.because_of];
      append_csv_row({guarded(id), std::to_string(++place), guarded(book.shop->items.text(offer.item)),
                      guarded(book.shop->item_names[offer.item]), rounded(offer.score),
                      snapshot::name_of(static_cast<snapshot::Method>(offer.method)), guarded(because)},
                     text);
    }
  };
  if (book.offers_by_basket) {  // no id: beside each item what goes with it, which because_of names
    const std::vector<std::uint32_t> items = items_by_baskets(book);
    piece.next = fill(cursor, items.size(), piece.text, [&](std::uint32_t at, std::string& text) {
      auto offers = offers_beside(book, items[at], kOffers);
      std::erase_if(offers, [](const auto& offer) { return offer.because_of == customer::kNoItem; });
      append("", offers, text);
    });
    return piece;
  }
  const std::size_t rows = book.recommender ? book.customers() : 0;
  piece.next = fill(cursor, rows, piece.text, [&](std::uint32_t customer, std::string& text) {
    append(key_of(book, customer), offers_for(book, customer, kOffers), text);
  });
  return piece;
}

}  // namespace attune::engine
