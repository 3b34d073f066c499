// What to offer to whom.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/random.hpp"
#include "engine/customer_book.hpp"

namespace attune::engine {
namespace {

using customer::kNobody;

constexpr std::size_t kFewestPairs = 20;
constexpr std::uint32_t kMostModelItems = 1500;       // in the page: about ten seconds
constexpr std::uint32_t kMostModelItemsAsked = 3000;  // when recommendations are what was asked for
constexpr std::size_t kThingsPerPause = 65'536;
constexpr std::uint64_t kBasketSeed = 20'260'826;
constexpr std::size_t kMostBasketsTried = 20'000;  // more tell nothing more of a share

using Baskets = std::vector<std::vector<std::uint32_t>>;

Baskets baskets_of(const ShopData& shop) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_order;
  for (const ShopItem& thing : shop.things) {
    if (thing.order != kNoOrder) by_order[thing.order].push_back(thing.item);
  }
  Baskets baskets;
  for (auto& [order, items] : by_order) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    baskets.push_back(std::move(items));
  }
  return baskets;
}

// The things in a basket have no order of time: one drawn by a seeded lot is its last.
customer::InteractionTable table_of(const Baskets& baskets, std::size_t items) {
  std::vector<customer::Interaction> interactions;
  Random lots{kBasketSeed};
  for (std::uint32_t basket = 0; basket < baskets.size(); ++basket) {
    for (const std::uint32_t item : baskets[basket]) interactions.push_back({basket, item, lots()});
  }
  return customer::InteractionTable{interactions, static_cast<std::uint32_t>(baskets.size()),
                                    static_cast<std::uint32_t>(items)};
}

void exclude_items(CustomerBook& book) {
  const ShopData& shop = *book.shop;
  book.offer_options.is_excluded.assign(shop.items.size(), 0);
  for (const std::string& name : book.settings.not_offered) {
    for (std::uint32_t item = 1; item < shop.items.size(); ++item) {
      if (shop.items.text(item) == name || shop.item_names[item] == name)
        book.offer_options.is_excluded[item] = 1;
    }
  }
  for (const ShopProduct& product : shop.products) {
    if (product.stock == 0) book.offer_options.is_excluded[product.item] = 1;
  }
}

// What earns more goes first, if the user wants that: scores are weighed by the margin as a share of the mean
// one. Things without a known margin count as the mean.
void weigh_margins(CustomerBook& book) {
  double sum = 0;
  std::uint64_t known = 0;
  for (const ShopProduct& product : book.shop->products) {
    const double margin = product.margin();
    if (std::isnan(margin)) continue;
    sum += margin;
    ++known;
  }
  book.known_margins = known;
  book.offer_options.margin.clear();
  if (!book.settings.prefers_margin || !(sum > 0)) return;
  const double mean = sum / static_cast<double>(known);
  book.offer_options.margin.assign(book.shop->items.size(), 1);
  for (const ShopProduct& product : book.shop->products) {
    if (const double margin = product.margin(); !std::isnan(margin))
      book.offer_options.margin[product.item] = margin / mean;
  }
}

void count_in_segments(CustomerBook& book) {
  book.popularity_in_segment.assign(customer::kRfmSegments, std::vector<double>(book.shop->items.size(), 0));
  for (std::uint32_t customer = 0; customer < book.customers(); ++customer) {
    const std::uint32_t at = book.history_of.empty() ? kNoHistory : book.history_of[customer];
    if (at == kNoHistory) continue;
    auto& counts = book.popularity_in_segment[static_cast<std::size_t>(book.rfm[at].segment)];
    for (const std::uint32_t item : book.interactions.items_of(customer)) counts[item] += 1;
  }
}

}  // namespace

Stepped<bool> add_offers(CustomerBook& book) {
  const ShopData& shop = *book.shop;
  std::vector<customer::Interaction> interactions;
  std::int64_t place = 0;
  for (const ShopItem& thing : shop.things) {
    ++place;
    if (thing.person == kNobody) continue;
    // Without a date the order of rows is the order of time.
    interactions.push_back({thing.person, thing.item, thing.time != 0 ? thing.time : place});
    if (place % kThingsPerPause == 0)
      co_yield attune::Progress{"Looking at what was bought", static_cast<std::size_t>(place),
                                shop.things.size()};
  }
  book.interactions = customer::InteractionTable{interactions, book.customers(), shop.items.size()};
  interactions.clear();
  interactions.shrink_to_fit();
  const Baskets baskets = baskets_of(shop);
  co_yield attune::Progress{"Looking at what was bought", 0, 0};
  const bool any_together =
      std::any_of(baskets.begin(), baskets.end(), [](const auto& basket) { return basket.size() > 1; });
  if (any_together) {
    auto finding = customer::find_basket_rules(baskets);
    while (finding.advance()) co_yield finding.progress();
    book.rules = std::move(finding).result();
  }
  if (book.interactions.size() < kFewestPairs && any_together) {
    book.baskets = table_of(baskets, shop.items.size());
    book.offers_by_basket = book.baskets.size() >= kFewestPairs;
  }
  customer::InteractionTable& learned_from = book.offers_by_basket ? book.baskets : book.interactions;
  if (learned_from.size() < kFewestPairs) {
    book.offer_remark = "The files tell of too few things that customers bought";
    co_return false;
  }
  exclude_items(book);
  weigh_margins(book);
  count_in_segments(book);
  const customer::EaseOptions ease{
      .ridge = 100, .most_items = book.settings.recommends ? kMostModelItemsAsked : kMostModelItems};
  customer::InteractionTable past = learned_from.without_last_items(2);
  {
    auto learning = customer::learn_recommender(past, ease);
    while (learning.advance()) co_yield learning.progress();
    book.recommender.emplace(std::move(learning).result());
  }
  const std::size_t every =
      book.offers_by_basket ? (baskets.size() + kMostBasketsTried - 1) / kMostBasketsTried : 1;
  auto testing = customer::test_recommender(*book.recommender, past, learned_from, book.settings.top, every);
  while (testing.advance()) co_yield testing.progress();
  book.back_test = std::move(testing).result();
  if (book.settings.hides_last) {
    learned_from = std::move(past);
  } else {
    book.recommender.reset();
    auto learning = customer::learn_recommender(learned_from, ease);
    while (learning.advance()) co_yield learning.progress();
    book.recommender.emplace(std::move(learning).result());
  }
  book.offer_remark = book.recommender->ease().remark;
  co_return true;
}

std::vector<customer::Recommendation> offers_for(const CustomerBook& book, std::uint32_t customer,
                                                 std::size_t top) {
  if (!book.recommender || customer >= book.interactions.customer_count()) return {};
  customer::RecommendOptions options = book.offer_options;
  options.top = top;
  const std::uint32_t at = book.history_of.empty() ? kNoHistory : book.history_of[customer];
  if (at != kNoHistory)
    options.popularity = book.popularity_in_segment[static_cast<std::size_t>(book.rfm[at].segment)];
  return book.recommender->for_customer(book.interactions.items_of(customer), book.back_test.best, options);
}

}  // namespace attune::engine
