// Trigger, who, message, file for the mailing tool: counts after consent, caps and the control group. Nothing
// is sent; a file that comes back with later orders tells whether it helped.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "ui/view.hpp"

namespace attune::ui {

class PlaybooksView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  [[nodiscard]] protocol::QueryBody query() const;
  void draw_rules(Frame& frame, const protocol::PlaybooksAnswer* answer);
  void draw_playbook(Frame& frame, const protocol::PlaybookInfo& playbook);
  void draw_message(Frame& frame, const protocol::PlaybookInfo& playbook);

  float control_percent_ = 10, cap_days_ = 30;
  bool needs_consent_ = true;
  std::map<std::string, std::size_t> variants_;  // by playbook: which message is shown
};

}  // namespace attune::ui
