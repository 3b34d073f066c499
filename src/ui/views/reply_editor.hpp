// One review of the inbox with its draft: edited by a person, copied, marked as done. Nothing is sent.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "ui/view.hpp"

namespace attune::ui {

class ReplyEditor {
 public:
  // `listed`: the row as the inbox lists it; null while it is not at hand.
  void draw(Frame& frame, std::uint64_t row, const protocol::InboxRow* listed);

 private:
  void draw_sender(Frame& frame);
  void draw_draft(Frame& frame, const protocol::ReplyAnswer& reply);
  void draw_actions(Frame& frame, const protocol::ReplyAnswer& reply, std::string& text);
  void choose(Frame& frame, const protocol::ReplyAnswer& reply);

  std::string shop_, signature_;
  bool discloses_ = true;
  bool shows_sender_ = false;
  std::map<std::uint64_t, std::uint32_t> choices_;  // by row: which of the alternatives
  std::map<std::uint64_t, std::string> edited_;     // by row: what a person typed
};

}  // namespace attune::ui
