#include "insight/topic_rules.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "snapshot/insight_names.hpp"

namespace attune::insight {
namespace {

using Json = nlohmann::ordered_json;
using snapshot::TopicOrigin;

constexpr int kVersion = 1;
constexpr std::size_t kMostTopics = 500;
constexpr std::size_t kMostTerms = 2000;

Error no_such_topic(std::string_view id) {
  return {ErrorCode::InvalidRequest, "There is no such topic any more. Choose another one.", std::string{id}};
}

Error no_rules(std::string detail) {
  return {ErrorCode::InvalidRequest, "This is no file of topics that Attune has saved. Choose another file.",
          std::move(detail)};
}

TopicRule* find(TopicRules& rules, std::string_view id) {
  const auto found = std::find_if(rules.topics.begin(), rules.topics.end(),
                                  [&](const TopicRule& rule) { return rule.id == id; });
  return found == rules.topics.end() ? nullptr : &*found;
}

bool has_children(const TopicRules& rules, std::string_view id) {
  return std::any_of(rules.topics.begin(), rules.topics.end(),
                     [&](const TopicRule& rule) { return rule.parent == id; });
}

// Parents without children and terms say nothing; a parent with one child is that child.
void tidy(TopicRules& rules) {
  for (TopicRule& rule : rules.topics) {
    if (rule.parent.empty()) continue;
    const auto siblings = std::count_if(rules.topics.begin(), rules.topics.end(),
                                        [&](const TopicRule& other) { return other.parent == rule.parent; });
    const TopicRule* parent = find(rules, rule.parent);
    if (parent == nullptr || (siblings == 1 && parent->origin == TopicOrigin::Found)) rule.parent.clear();
  }
  std::erase_if(rules.topics, [&](const TopicRule& rule) {
    return rule.terms.empty() && !has_children(rules, rule.id) && rule.origin == TopicOrigin::Found;
  });
  rules.is_edited = true;
}

std::string fresh_id(const TopicRules& rules, const std::string& wanted) {
  std::string id = wanted;
  for (int number = 2;; ++number) {
    const bool is_taken = std::any_of(rules.topics.begin(), rules.topics.end(),
                                      [&](const TopicRule& rule) { return rule.id == id; });
    if (!is_taken) return id;
    id = wanted + " " + std::to_string(number);
  }
}

TopicOrigin origin_from(std::string_view name) {
  for (const TopicOrigin origin : {TopicOrigin::Found, TopicOrigin::Taxonomy, TopicOrigin::User}) {
    if (name == snapshot::name_of(origin)) return origin;
  }
  return TopicOrigin::User;
}

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

std::string json_from_rules(const TopicRules& rules) {
  Json file;
  file["attune"] = "topics";
  file["version"] = kVersion;
  file["taxonomy"] = rules.taxonomy;
  file["topics"] = Json::array();
  for (const TopicRule& rule : rules.topics) {
    Json topic;
    topic["id"] = rule.id;
    topic["name"] = rule.name;
    topic["parent"] = rule.parent;
    topic["origin"] = snapshot::name_of(rule.origin);
    topic["pinned"] = rule.is_pinned;
    topic["terms"] = Json::array();
    for (const auto& [text, weight] : rule.terms)
      topic["terms"].push_back(Json{{"text", text}, {"weight", weight}});
    file["topics"].push_back(std::move(topic));
  }
  return file.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<TopicRules> rules_from_json(std::string_view json) {
  const Json file = Json::parse(json, nullptr, false);
  if (!file.is_object() || text_of(file, "attune") != "topics") return no_rules("not of this kind");
  const auto topics = file.find("topics");
  if (topics == file.end() || !topics->is_array() || topics->size() > kMostTopics) return no_rules("topics");
  TopicRules rules;
  rules.is_edited = true;
  rules.taxonomy = text_of(file, "taxonomy");
  std::set<std::string> ids;
  for (const Json& topic : *topics) {
    if (!topic.is_object()) return no_rules("a topic");
    TopicRule rule;
    rule.id = text_of(topic, "id");
    rule.name = text_of(topic, "name");
    rule.parent = text_of(topic, "parent");
    rule.origin = origin_from(text_of(topic, "origin"));
    const auto pinned = topic.find("pinned");
    rule.is_pinned = pinned != topic.end() && pinned->is_boolean() && pinned->get<bool>();
    if (rule.id.empty() || !ids.insert(rule.id).second) return no_rules("id \"" + rule.id + "\"");
    if (rule.name.empty()) rule.name = rule.id;
    const auto terms = topic.find("terms");
    if (terms != topic.end() && (!terms->is_array() || terms->size() > kMostTerms)) return no_rules("terms");
    if (terms != topic.end()) {
      for (const Json& term : *terms) {
        if (!term.is_object() || text_of(term, "text").empty()) return no_rules("a term");
        const auto weight = term.find("weight");
        const double value = weight != term.end() && weight->is_number() ? weight->get<double>() : 1.0;
        rule.terms.push_back({text_of(term, "text"), std::clamp(value, 0.0, 1.0)});
      }
    }
    rules.topics.push_back(std::move(rule));
  }
  // Two levels, and a parent that exists.
  for (TopicRule& rule : rules.topics) {
    if (rule.parent.empty()) continue;
    const TopicRule* parent = find(rules, rule.parent);
    if (parent == nullptr || !parent->parent.empty() || parent == &rule) rule.parent.clear();
  }
  return rules;
}

Result<void> merge_topics(TopicRules& rules, std::string_view topic, std::string_view into) {
  const TopicRule* from = find(rules, topic);
  TopicRule* to = find(rules, into);
  if (from == nullptr || to == nullptr || from == to) return no_such_topic(from == nullptr ? topic : into);
  // A parent that takes something in takes it as a child would: its words become the parent's own.
  std::vector<std::string> gone{from->id};
  for (const TopicRule& rule : rules.topics) {
    if (rule.parent == from->id && rule.id != to->id) gone.push_back(rule.id);
  }
  if (to->parent == from->id) to->parent.clear();
  for (const std::string& id : gone) {
    const std::vector<TopicRule::TermOf> terms = find(rules, id)->terms;
    to->terms.insert(to->terms.end(), terms.begin(), terms.end());
  }
  const std::string kept = to->id;
  std::erase_if(rules.topics, [&](const TopicRule& rule) {
    return rule.id != kept && std::find(gone.begin(), gone.end(), rule.id) != gone.end();
  });
  tidy(rules);
  return {};
}

Result<void> rename_topic(TopicRules& rules, std::string_view topic, std::string name) {
  TopicRule* rule = find(rules, topic);
  if (rule == nullptr) return no_such_topic(topic);
  if (name.empty()) return Error{ErrorCode::InvalidRequest, "A topic needs a name. Write one.", ""};
  rule->name = std::move(name);
  rules.is_edited = true;
  return {};
}

Result<void> pin_topic(TopicRules& rules, std::string_view topic, bool pinned) {
  TopicRule* rule = find(rules, topic);
  if (rule == nullptr) return no_such_topic(topic);
  rule->is_pinned = pinned;
  rules.is_edited = true;
  return {};
}

Result<void> delete_topic(TopicRules& rules, std::string_view topic) {
  const TopicRule* rule = find(rules, topic);
  if (rule == nullptr) return no_such_topic(topic);
  const std::string id = rule->id;
  std::erase_if(rules.topics, [&](const TopicRule& one) { return one.id == id || one.parent == id; });
  tidy(rules);
  return {};
}

Result<void> split_topic(TopicRules& rules, std::string_view topic, const std::vector<bool>& second) {
  TopicRule* rule = find(rules, topic);
  if (rule == nullptr) return no_such_topic(topic);
  const auto taken = static_cast<std::size_t>(std::count(second.begin(), second.end(), true));
  if (second.size() != rule->terms.size() || taken == 0 || taken == second.size()) {
    return Error{ErrorCode::InvalidRequest,
                 "This topic has too few words to be split. Rename it or merge it instead.",
                 std::string{topic}};
  }
  TopicRule other;
  other.parent = rule->parent;
  other.origin = rule->origin;
  std::vector<TopicRule::TermOf> kept;
  for (std::size_t i = 0; i < second.size(); ++i) {
    (second[i] ? other.terms : kept).push_back(rule->terms[i]);
  }
  rule->terms = std::move(kept);
  other.id = fresh_id(rules, other.terms.front().text);
  other.name = other.terms.front().text;
  if (!rule->parent.empty()) {
    rules.topics.insert(rules.topics.begin() + (rule - rules.topics.data()) + 1, std::move(other));
  } else {
    // The two stay together under the old name.
    TopicRule parent;
    parent.id = fresh_id(rules, rule->id + "+");
    parent.name = rule->name;
    parent.origin = TopicOrigin::User;
    other.parent = rule->parent = parent.id;
    const auto at = rules.topics.begin() + (rule - rules.topics.data());
    const auto inserted = rules.topics.insert(at, std::move(parent));
    rules.topics.insert(inserted + 2, std::move(other));
  }
  rules.is_edited = true;
  return {};
}

}  // namespace attune::insight
