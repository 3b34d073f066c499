#include "customer/basket_rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "stats/distributions.hpp"

namespace attune::customer {
namespace {

constexpr std::size_t kMostInSet = 3;

using ItemSet = std::vector<std::uint32_t>;  // rising
using SetCounts = std::map<ItemSet, std::uint64_t>;

// Baskets as paths from the root, the most frequent items first, so that baskets share their beginnings.
// Items are renamed to their place in that order.
class PrefixTree {
 public:
  explicit PrefixTree(std::size_t items) : heads_(items, kNone), counts_(items, 0) {
    nodes_.push_back({kNone, kNone, kNone, kNone, 0, 0});
  }

  // `path` rising.
  void add(std::span<const std::uint32_t> path, std::uint64_t count) {
    std::uint32_t at = 0;
    for (const auto item : path) {
      counts_[item] += count;
      at = child(at, item);
      nodes_[at].count += count;
    }
  }

  [[nodiscard]] std::size_t item_count() const noexcept { return heads_.size(); }
  [[nodiscard]] std::uint64_t count(std::uint32_t item) const { return counts_[item]; }

  // The tree of what stands before `item` on its paths, without items that are too rare there.
  [[nodiscard]] PrefixTree conditional(std::uint32_t item, std::uint64_t least) const {
    std::vector<std::uint64_t> counts(item, 0);
    for (auto node = heads_[item]; node != kNone; node = nodes_[node].next_same) {
      for (auto up = nodes_[node].parent; up != 0; up = nodes_[up].parent)
        counts[nodes_[up].item] += nodes_[node].count;
    }
    PrefixTree tree{item};
    ItemSet path;
    for (auto node = heads_[item]; node != kNone; node = nodes_[node].next_same) {
      path.clear();
      for (auto up = nodes_[node].parent; up != 0; up = nodes_[up].parent) {
        if (counts[nodes_[up].item] >= least) path.push_back(nodes_[up].item);
      }
      std::reverse(path.begin(), path.end());
      tree.add(path, nodes_[node].count);
    }
    return tree;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  struct Node {
    std::uint32_t parent, first_child, next_sibling, next_same, item;
    std::uint64_t count;
  };

  std::uint32_t child(std::uint32_t parent, std::uint32_t item) {
    for (auto at = nodes_[parent].first_child; at != kNone; at = nodes_[at].next_sibling) {
      if (nodes_[at].item == item) return at;
    }
    const auto made = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({parent, kNone, nodes_[parent].first_child, heads_[item], item, 0});
    nodes_[parent].first_child = made;
    heads_[item] = made;
    return made;
  }

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint64_t> counts_;
};

// Adds every frequent set that ends in `suffix`; false when there are too many.
bool grow(const PrefixTree& tree, const ItemSet& suffix, std::uint64_t least, std::size_t most,
          SetCounts& found) {
  for (std::uint32_t item = 0; item < tree.item_count(); ++item) {
    if (tree.count(item) < least) continue;
    ItemSet set{item};
    set.insert(set.end(), suffix.begin(), suffix.end());
    found[set] = tree.count(item);
    if (found.size() > most) return false;
    if (set.size() < kMostInSet && !grow(tree.conditional(item, least), set, least, most, found))
      return false;
  }
  return true;
}

struct Baskets {
  std::vector<std::uint32_t> item_of_place;  // the most frequent item first
  std::vector<ItemSet> paths;
};

Baskets arranged(std::span<const std::vector<std::uint32_t>> baskets, std::uint64_t least) {
  std::map<std::uint32_t, std::uint64_t> counts;
  std::vector<ItemSet> distinct;
  for (const auto& basket : baskets) {
    ItemSet items = basket;
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    for (const auto item : items) ++counts[item];
    distinct.push_back(std::move(items));
  }
  Baskets result;
  for (const auto& [item, count] : counts) {
    if (count >= least) result.item_of_place.push_back(item);
  }
  std::stable_sort(result.item_of_place.begin(), result.item_of_place.end(),
                   [&counts](auto a, auto b) { return counts[a] > counts[b]; });
  std::map<std::uint32_t, std::uint32_t> place;
  for (std::uint32_t i = 0; i < result.item_of_place.size(); ++i) place[result.item_of_place[i]] = i;
  for (const ItemSet& items : distinct) {
    ItemSet path;
    for (const auto item : items) {
      if (const auto at = place.find(item); at != place.end()) path.push_back(at->second);
    }
    std::sort(path.begin(), path.end());
    if (!path.empty()) result.paths.push_back(std::move(path));
  }
  return result;
}

void add_rules(const ItemSet& set, std::uint64_t together, const SetCounts& sets,
               const BasketOptions& options, BasketRules& result) {
  const auto baskets = static_cast<double>(result.baskets);
  for (std::size_t i = 0; i < set.size(); ++i) {
    BasketRule rule;
    rule.if_items = set;
    rule.if_items.erase(rule.if_items.begin() + static_cast<std::ptrdiff_t>(i));
    rule.then_item = set[i];
    rule.together = together;
    rule.with_if = sets.at(rule.if_items);
    const std::uint64_t with_then = sets.at({rule.then_item});
    rule.support = static_cast<double>(together) / baskets;
    rule.confidence = static_cast<double>(together) / static_cast<double>(rule.with_if);
    rule.lift = rule.confidence * baskets / static_cast<double>(with_then);
    ++result.rules_tested;
    if (rule.lift <= 1 || rule.confidence < options.least_confidence) continue;
    rule.p_value = stats::hypergeometric_upper_tail(together, rule.with_if, with_then, result.baskets);
    result.rules.push_back(std::move(rule));
  }
}

// Benjamini and Hochberg: the largest p value that is at most rate * its rank / number of tests, and all
// below.
void keep_significant(double rate, BasketRules& result) {
  std::vector<double> p;
  for (const BasketRule& rule : result.rules) p.push_back(rule.p_value);
  std::sort(p.begin(), p.end());
  double limit = -1;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] <= rate * static_cast<double>(i + 1) / static_cast<double>(result.rules_tested)) limit = p[i];
  }
  std::erase_if(result.rules, [limit](const BasketRule& rule) { return rule.p_value > limit; });
}

}  // namespace

Stepped<BasketRules> find_basket_rules(std::span<const std::vector<std::uint32_t>> baskets,
                                       BasketOptions options) {
  BasketRules result;
  result.baskets = baskets.size();
  std::uint64_t least = std::max<std::uint64_t>(1, options.least_together);
  SetCounts sets;
  Baskets arranged_baskets;
  for (bool is_complete = false; !is_complete;) {
    arranged_baskets = arranged(baskets, least);
    co_yield Progress{"Reading baskets", 0, baskets.size()};
    const std::size_t items = arranged_baskets.item_of_place.size();
    PrefixTree tree{items};
    for (const ItemSet& path : arranged_baskets.paths) tree.add(path, 1);
    sets.clear();
    is_complete = true;
    for (std::uint32_t item = 0; item < items && is_complete; ++item) {
      sets[{item}] = tree.count(item);
      is_complete = grow(tree.conditional(item, least), {item}, least, options.most_sets, sets);
      co_yield Progress{"Finding what is bought together", item, items};
    }
    if (!is_complete) least *= 2;
  }
  result.least_together = least;
  if (least > options.least_together) {
    result.remark = "There are very many combinations; only those in at least " + std::to_string(least) +
                    " baskets are looked at";
  }
  for (const auto& [set, count] : sets) {
    if (set.size() > 1) add_rules(set, count, sets, options, result);
    if (result.rules_tested % 64 == 0) co_yield Progress{"Testing against chance", 0, 0};
  }
  keep_significant(options.false_discovery_rate, result);
  for (BasketRule& rule : result.rules) {
    rule.then_item = arranged_baskets.item_of_place[rule.then_item];
    for (auto& item : rule.if_items) item = arranged_baskets.item_of_place[item];
    std::sort(rule.if_items.begin(), rule.if_items.end());
  }
  std::sort(result.rules.begin(), result.rules.end(), [](const BasketRule& a, const BasketRule& b) {
    return std::tie(b.lift, b.together, a.if_items, a.then_item) <
           std::tie(a.lift, a.together, b.if_items, b.then_item);
  });
  if (result.rules.size() > options.most_rules) result.rules.resize(options.most_rules);
  co_return result;
}

}  // namespace attune::customer
