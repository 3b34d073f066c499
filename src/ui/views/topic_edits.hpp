// What the user makes of the topics: names, merging, splitting, pinning, deleting, a trade's starting list.
// Each edit is a command; the rules as they stood before it are kept, so that it can be undone.
#pragma once

#include <string>
#include <vector>

#include "ui/view.hpp"

namespace attune::ui {

class TopicEdits {
 public:
  // Above the topics: starting list, undo, start over, save.
  void draw_bar(Frame& frame);
  // Below the details of one.
  void draw_controls(Frame& frame, const snapshot::Topic& topic);

 private:
  void send(Frame& frame, protocol::TopicsCommand edit);
  void undo(Frame& frame);
  void draw_name(Frame& frame, const snapshot::Topic& topic);
  void draw_merge(Frame& frame, const snapshot::Topic& topic);

  std::vector<std::string> before_;  // the rules before each edit, the last one at the end
  std::string name_, named_topic_;   // what is being typed, and for which topic
  std::size_t into_ = 0;             // index among the other topics
};

}  // namespace attune::ui
