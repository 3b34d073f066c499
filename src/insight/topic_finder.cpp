#include "insight/topic_finder.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "insight/folded_words.hpp"

namespace attune::insight {
namespace {

constexpr double kNounFrom = 0.12;  // the share of its occurrences in which a noun stands like one
constexpr double kHeadNounFrom = 0.22;
constexpr double kSingleShare = 0.025;      // a topic of one word must be in this share of the reviews
constexpr std::uint32_t kLeastReviews = 4;  // that a head is in
constexpr double kMostShare = 0.6;          // a word in more reviews says nothing about any of them
constexpr double kDoubtReviews = 6;         // of a term: how soon its place is believed
constexpr std::size_t kSamePrefix = 5;      // letters that "deliver" and "delivered" have in common
constexpr double kPrefixBonus = 0.12;
constexpr int kRounds = 3;
constexpr double kHeadWeight = 6;  // in the centre of its group, which so stays where its head is

// Equal on every platform unless two values are closer than any rounding could tell.
double rounded(double value) { return std::round(value * 1e5) / 1e5; }

std::string folded_key(std::string_view text) {
  std::string key;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (!key.empty()) key += ' ';
    key += folded_word(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return key;
}

struct Group {
  std::vector<std::uint32_t> terms;  // the head first
  std::vector<double> likeness;      // of each term to the centre
  std::vector<float> centre;
  std::size_t given = kNone;  // index into the given rules
  static constexpr std::size_t kNone = ~std::size_t{0};
};

class Finder {
 public:
  Finder(const TermTable& table, const TermVectors& vectors, std::vector<TopicRule> given,
         const TopicFinderOptions& options)
      : table_{table}, vectors_{vectors}, given_{std::move(given)}, options_{options} {
    group_of_.assign(table.terms().size(), kNobody);
  }

  Stepped<std::vector<TopicRule>> find();

 private:
  static constexpr std::uint32_t kNobody = ~0U;

  [[nodiscard]] bool may_lead(std::uint32_t term) const;
  [[nodiscard]] bool may_join(std::uint32_t term) const { return table_.terms()[term].is_topic_word; }
  [[nodiscard]] bool is_noun(std::uint32_t term) const {
    return !table_.tells_nouns() || table_.terms()[term].noun >= kNounFrom;
  }
  [[nodiscard]] double weight(std::uint32_t term) const {
    const Term& t = table_.terms()[term];
    return t.reviews * std::sqrt(static_cast<double>(vectors_.specificity[term])) *
           (table_.tells_nouns() ? std::min(1.0, t.noun * 2.5) : 1.0);
  }
  // Of a term to a group: the cosine, believed less for rare terms, more where the words look alike.
  [[nodiscard]] double likeness(std::uint32_t term, const Group& group) const;
  void add_given();
  void choose_heads();
  void centre(Group& group) const;
  void gather();
  void name_heads();
  void drop_small();
  [[nodiscard]] std::vector<std::size_t> parents() const;
  [[nodiscard]] std::vector<TopicRule> rules() const;
  [[nodiscard]] TopicRule rule_of(const Group& group) const;

  const TermTable& table_;
  const TermVectors& vectors_;
  std::vector<TopicRule> given_;
  TopicFinderOptions options_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;  // by term
};

bool Finder::may_lead(std::uint32_t term) const {
  const Term& t = table_.terms()[term];
  const auto reviews = static_cast<double>(table_.reviews());
  const double least = std::max<double>(kLeastReviews, options_.least_share * reviews);
  return may_join(term) && (!table_.tells_nouns() || t.noun >= kHeadNounFrom) && t.reviews >= least &&
         t.reviews <= std::max(kMostShare * reviews, 8.0);
}

bool look_alike(std::string_view a, std::string_view b) {
  return a.size() >= kSamePrefix && b.size() >= kSamePrefix &&
         a.substr(0, kSamePrefix) == b.substr(0, kSamePrefix);
}

double Finder::likeness(std::uint32_t term, const Group& group) const {
  const Term& t = table_.terms()[term];
  const double belief = std::sqrt(t.reviews / (t.reviews + kDoubtReviews));
  const std::string& head = table_.terms()[group.terms.front()].key;
  // "battery life" belongs to "battery" and "customer service" to "service".
  const bool shares_word =
      t.key.find(' ') != std::string::npos && (t.key.starts_with(head + " ") || t.key.ends_with(" " + head));
  const double bonus = look_alike(t.key, head) || shares_word ? kPrefixBonus : 0.0;
  return rounded(dot(vectors_.of(term), group.centre) * belief + bonus);
}

void Finder::centre(Group& group) const {
  std::vector<double> sum(vectors_.dimensions);
  for (std::size_t i = 0; i < group.terms.size(); ++i) {
    const double by =
        std::sqrt(static_cast<double>(table_.terms()[group.terms[i]].reviews)) * (i == 0 ? kHeadWeight : 1.0);
    const auto at = vectors_.of(group.terms[i]);
    for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += by * at[k];
  }
  double length = 0;
  for (const double value : sum) length += value * value;
  length = std::sqrt(std::max(length, 1e-12));
  group.centre.resize(sum.size());
  for (std::size_t k = 0; k < sum.size(); ++k) group.centre[k] = static_cast<float>(sum[k] / length);
}

void Finder::add_given() {
  std::map<std::string, std::uint32_t> by_key;
  for (std::uint32_t term = 0; term < table_.terms().size(); ++term)
    by_key.emplace(table_.terms()[term].key, term);
  for (std::size_t rule = 0; rule < given_.size(); ++rule) {
    Group group;
    group.given = rule;
    for (const auto& [text, weight] : given_[rule].terms) {
      const auto found = by_key.find(folded_key(text));
      if (found == by_key.end() || group_of_[found->second] != kNobody) continue;
      group_of_[found->second] = static_cast<std::uint32_t>(groups_.size());
      group.terms.push_back(found->second);
    }
    if (group.terms.empty()) continue;                  // none of its words occurs; the rule stays as it is
    std::sort(group.terms.begin(), group.terms.end());  // terms are numbered by frequency
    centre(group);
    groups_.push_back(std::move(group));
  }
}

void Finder::choose_heads() {
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t term = 0; term < table_.terms().size(); ++term) {
    if (group_of_[term] == kNobody && may_lead(term) && weight(term) > 0) candidates.push_back(term);
  }
  std::sort(candidates.begin(), candidates.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(-rounded(weight(a)), a) < std::tuple(-rounded(weight(b)), b);
  });
  const std::size_t most = options_.most_topics + groups_.size();
  for (const std::uint32_t term : candidates) {
    if (groups_.size() >= most) break;
    const bool is_own = std::none_of(groups_.begin(), groups_.end(), [&](const Group& group) {
      return likeness(term, group) >= options_.same_from;
    });
    if (!is_own) continue;
    Group group;
    group.terms = {term};
    centre(group);
    groups_.push_back(std::move(group));
  }
}

// Every term that may joins the closest group, if it is close enough; centres follow.
void Finder::gather() {
  for (Group& group : groups_) centre(group);
  std::vector<std::vector<std::pair<double, std::uint32_t>>> joined(groups_.size());
  std::vector<std::uint32_t> fixed(table_.terms().size(), kNobody);
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    if (groups_[g].given == Group::kNone) fixed[groups_[g].terms.front()] = g;
  }
  for (std::uint32_t term = 0; term < table_.terms().size(); ++term) {
    if (group_of_[term] != kNobody) fixed[term] = group_of_[term];
  }
  for (std::uint32_t term = 0; term < table_.terms().size(); ++term) {
    if (fixed[term] != kNobody || !may_join(term)) continue;
    double best = 0;
    std::uint32_t group = kNobody;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const double like = likeness(term, groups_[g]);
      if (like > best) best = like, group = g;
    }
    const double from = is_noun(term) ? options_.joins_from : options_.plain_joins_from;
    if (group != kNobody && best >= from) joined[group].emplace_back(-best, term);
  }
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    Group& group = groups_[g];
    std::vector<std::uint32_t> terms;
    std::vector<double> likenesses;
    for (const std::uint32_t term : group.terms) {
      if (fixed[term] == g) terms.push_back(term), likenesses.push_back(1);
    }
    std::sort(joined[g].begin(), joined[g].end());
    for (const auto& [minus, term] : joined[g]) {
      if (terms.size() >= options_.most_terms) break;
      terms.push_back(term), likenesses.push_back(-minus);
    }
    group.terms = std::move(terms);
    group.likeness = std::move(likenesses);
  }
}

// The noun that most reviews say and that is in the middle of its group becomes its head and name.
void Finder::name_heads() {
  for (Group& group : groups_) {
    if (group.given != Group::kNone) continue;
    std::size_t head = 0;
    double best = 0;
    for (std::size_t i = 0; i < group.terms.size(); ++i) {
      const Term& term = table_.terms()[group.terms[i]];
      if (!may_lead(group.terms[i])) continue;
      const double likeness_here = std::min(group.likeness[i], 1.0);
      const double fit = rounded(term.reviews * likeness_here * likeness_here * likeness_here *
                                 (table_.tells_nouns() ? std::min(1.0, term.noun * 2.5) : 1.0));
      if (fit > best) best = fit, head = i;
    }
    std::swap(group.terms.front(), group.terms[head]);
  }
}

void Finder::drop_small() {
  std::erase_if(groups_, [&](const Group& group) {
    return group.given == Group::kNone && group.terms.size() == 1 &&
           table_.terms()[group.terms.front()].reviews < kSingleShare * static_cast<double>(table_.reviews());
  });
}

// For each group the group that leads its family: average linkage from the closest pair on.
std::vector<std::size_t> Finder::parents() const {
  std::vector<std::size_t> family(groups_.size());
  std::vector<std::vector<std::size_t>> members(groups_.size());
  for (std::size_t g = 0; g < groups_.size(); ++g) family[g] = g, members[g] = {g};
  const auto likeness_of = [&](std::size_t a, std::size_t b) {
    double sum = 0;
    for (const std::size_t i : members[a])
      for (const std::size_t j : members[b]) sum += dot(groups_[i].centre, groups_[j].centre);
    return rounded(sum / static_cast<double>(members[a].size() * members[b].size()));
  };
  for (std::size_t left = groups_.size(); left > 1; --left) {
    double best = -1;
    std::size_t to = 0;
    std::size_t from = 0;
    for (std::size_t a = 0; a < groups_.size(); ++a) {
      if (members[a].empty() || groups_[a].given != Group::kNone) continue;
      for (std::size_t b = a + 1; b < groups_.size(); ++b) {
        if (members[b].empty() || groups_[b].given != Group::kNone) continue;
        if (const double like = likeness_of(a, b); like > best) best = like, to = a, from = b;
      }
    }
    if (best < options_.siblings_from) break;
    for (const std::size_t g : members[from]) family[g] = to;
    members[to].insert(members[to].end(), members[from].begin(), members[from].end());
    members[from].clear();
  }
  return family;
}

TopicRule Finder::rule_of(const Group& group) const {
  TopicRule rule;
  if (group.given != Group::kNone) rule = given_[group.given];
  std::set<std::string> known;
  for (const auto& [text, weight] : rule.terms) known.insert(folded_key(text));
  for (std::size_t i = 0; i < group.terms.size(); ++i) {
    const Term& term = table_.terms()[group.terms[i]];
    if (known.insert(term.key).second) rule.terms.push_back({term.text, rounded(group.likeness[i])});
  }
  if (group.given == Group::kNone) rule.id = rule.name = table_.terms()[group.terms.front()].text;
  return rule;
}

std::vector<TopicRule> Finder::rules() const {
  std::vector<TopicRule> rules;
  std::vector<bool> is_told(given_.size());
  for (const Group& group : groups_) {
    if (group.given == Group::kNone) continue;
    is_told[group.given] = true;
    rules.push_back(rule_of(group));
  }
  for (std::size_t rule = 0; rule < given_.size(); ++rule) {
    if (!is_told[rule]) rules.push_back(given_[rule]);
  }
  const std::vector<std::size_t> family = parents();
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    if (groups_[g].given != Group::kNone || family[g] != g) continue;
    const auto children = std::count(family.begin(), family.end(), g);
    TopicRule first = rule_of(groups_[g]);
    if (children == 1) {
      rules.push_back(std::move(first));
      continue;
    }
    // The family is called after its two most frequent members.
    std::vector<TopicRule> members{first};
    for (std::size_t other = g + 1; other < groups_.size(); ++other) {
      if (family[other] == g) members.push_back(rule_of(groups_[other]));
    }
    TopicRule parent;
    parent.id = first.id + "+";
    parent.name = members[0].name + ", " + members[1].name;
    rules.push_back(parent);
    for (TopicRule& member : members) {
      member.parent = parent.id;
      rules.push_back(std::move(member));
    }
  }
  return rules;
}

Stepped<std::vector<TopicRule>> Finder::find() {
  add_given();
  choose_heads();
  co_yield Progress{"Finding topics", 0, 0};
  for (int round = 0; round < kRounds; ++round) {
    gather();
    if (round == 0) name_heads();
    co_yield Progress{"Finding topics", static_cast<std::size_t>(round + 1), kRounds};
  }
  drop_small();
  co_return rules();
}

}  // namespace

Stepped<std::vector<TopicRule>> find_topics(const TermTable& table, const TermVectors& vectors,
                                            std::vector<TopicRule> given, TopicFinderOptions options) {
  Finder finder{table, vectors, std::move(given), options};
  auto finding = finder.find();
  while (finding.advance()) co_yield finding.progress();
  co_return std::move(finding).result();
}

}  // namespace attune::insight
