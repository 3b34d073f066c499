#include "engine/topic_book.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "feedback/embedding.hpp"

namespace attune::engine {

using protocol::TopicEdit;

std::string TopicBook::saved() const {
  if (rules_) return insight::json_from_rules(*rules_);
  return index_ ? insight::json_from_rules(index_->rules) : std::string{};
}

void TopicBook::forget_reviews() {
  index_.reset();
  to_split_.clear();
  is_current_ = false;
  ++version_;
}

Result<void> TopicBook::edit(const protocol::TopicsCommand& command) {
  if (command.edit == TopicEdit::Reset || command.edit == TopicEdit::Taxonomy) {
    const auto names = insight::taxonomy_names();
    const bool is_known =
        command.name.empty() || std::find(names.begin(), names.end(), command.name) != names.end();
    if (command.edit == TopicEdit::Taxonomy && !is_known)
      return Error{ErrorCode::InvalidRequest,
                   "There are no starting topics for this trade. Choose another one.", command.name};
    if (command.edit == TopicEdit::Taxonomy) taxonomy_ = command.name;
    rules_.reset();
  } else if (command.edit == TopicEdit::Rules) {
    auto rules = insight::rules_from_json(command.rules);
    if (!rules) return rules.error();
    rules_ = std::move(*rules);
  } else {
    if (!rules_ && !index_) {
      return Error{ErrorCode::InvalidRequest,
                   "The topics are not found yet. Wait until they are and try again.", ""};
    }
    insight::TopicRules rules = rules_ ? *rules_ : index_->rules;
    if (const auto changed = change(rules, command); !changed) return changed.error();
    rules_ = std::move(rules);
  }
  is_current_ = false;
  return {};
}

Result<void> TopicBook::change(insight::TopicRules& rules, const protocol::TopicsCommand& command) {
  switch (command.edit) {
    case TopicEdit::Merge:
      return insight::merge_topics(rules, command.topic, command.into);
    case TopicEdit::Rename:
      return insight::rename_topic(rules, command.topic, command.name);
    case TopicEdit::Pin:
      return insight::pin_topic(rules, command.topic, true);
    case TopicEdit::Unpin:
      return insight::pin_topic(rules, command.topic, false);
    case TopicEdit::Delete:
      return insight::delete_topic(rules, command.topic);
    case TopicEdit::Split: {
      const auto topic = std::find_if(rules.topics.begin(), rules.topics.end(),
                                      [&](const auto& rule) { return rule.id == command.topic; });
      if (topic == rules.topics.end() || topic->terms.size() < 2) {
        return Error{ErrorCode::InvalidRequest,
                     "This topic has too few words to be split. Rename it or merge it instead.",
                     command.topic};
      }
      to_split_ = command.topic;
      rules.is_edited = true;
      return {};
    }
    case TopicEdit::Taxonomy:
    case TopicEdit::Rules:
    case TopicEdit::Reset:
      break;
  }
  return {};
}

Stepped<bool> TopicBook::update(const feedback::Reviews& reviews) {
  while (!is_current_) {
    if (rules_) {
      auto indexing = insight::index_topics(reviews, *rules_);
      while (indexing.advance()) co_yield indexing.progress();
      index_ = std::make_unique<const insight::TopicIndex>(std::move(indexing).result());
    } else {
      const feedback::EmbeddingColumn none;
      auto finding = insight::find_topic_index(reviews, none, taxonomy_);
      while (finding.advance()) co_yield finding.progress();
      index_ = std::make_unique<const insight::TopicIndex>(std::move(finding).result());
    }
    ++version_;
    is_current_ = true;
    if (to_split_.empty()) continue;
    const std::size_t topic = index_->find(to_split_);
    if (rules_ && topic < index_->rules.topics.size()) {
      auto halving = insight::halves_of_topic(reviews, *index_, topic);
      while (halving.advance()) co_yield halving.progress();
      // Where nothing parts its words the topic stays whole.
      if (insight::split_topic(*rules_, to_split_, std::move(halving).result())) is_current_ = false;
    }
    to_split_.clear();
  }
  co_return true;
}

}  // namespace attune::engine
