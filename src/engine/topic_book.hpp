// The topics of a run and what the user makes of them.
//
// Topics are found once the reviews are there. An edit turns what was found into rules and changes those;
// from then on nothing is found anew until the edits are reset, so that the same words mean the same topic.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/stepped.hpp"
#include "feedback/reviews.hpp"
#include "insight/topic_index.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

class TopicBook {
 public:
  // Null while they are not yet found, or being sorted anew.
  [[nodiscard]] const insight::TopicIndex* index() const noexcept { return index_.get(); }
  // Rises with each change of index().
  [[nodiscard]] std::uint32_t version() const noexcept { return version_; }
  // The rules in force, as a file that `edit` takes back; empty while there are none.
  [[nodiscard]] std::string saved() const;

  // Other reviews: the user's rules stay, everything else is found anew.
  void forget_reviews();
  // After an Error nothing has changed. update() then makes it true.
  Result<void> edit(const protocol::TopicsCommand& command);
  // Finds or sorts what is not up to date. Reviews must outlive it; the book must not move.
  [[nodiscard]] Stepped<bool> update(const feedback::Reviews& reviews);

 private:
  Result<void> change(insight::TopicRules& rules, const protocol::TopicsCommand& command);

  std::unique_ptr<const insight::TopicIndex> index_;
  std::optional<insight::TopicRules> rules_;  // the user's; nullopt: as found
  std::string taxonomy_;
  std::string to_split_;  // id of a topic that update() splits first
  bool is_current_ = false;
  std::uint32_t version_ = 0;
};

}  // namespace attune::engine
