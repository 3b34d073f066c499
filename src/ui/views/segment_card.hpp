// A group of customers at a glance: how many, what they bring, how they feel, how likely they are to leave;
// and the way to them.
#pragma once

#include <string>
#include <string_view>

#include "ui/view.hpp"
#include "ui/widgets/controls.hpp"

namespace attune::ui {

struct SegmentCard {
  std::string title, meaning;
  std::string_view id;
  Tone tone = Tone::Neutral;
  const snapshot::GroupProfile& profile;
  const std::string& currency;
  const protocol::CustomersFilter& filter;  // who they are
};
void draw_segment_card(Frame& frame, const SegmentCard& segment);

}  // namespace attune::ui
