// What people talk about: topics in two levels, the details they praise and criticise, the names they
// mention; put together from the files topics_*, topic_*, aspects_* and names_*.
#pragma once

#include "ui/painter.hpp"
#include "ui/view.hpp"
#include "ui/views/aspect_detail.hpp"
#include "ui/views/aspects_table.hpp"
#include "ui/views/names_table.hpp"
#include "ui/views/topic_detail.hpp"
#include "ui/views/topic_edits.hpp"
#include "ui/views/topics_table.hpp"

namespace attune::ui {

class TopicsView final : public View {
 public:
  void draw(Frame& frame) override;

 private:
  bool draw_drawer(Frame& frame);  // true if it covers the page
  void draw_topics(Frame& frame);
  void draw_feelings(Frame& frame);

  TopicEdits edits_;
  TopicsTable table_;
  TopicDetail detail_;
  AspectsTable aspects_;
  AspectDetail aspect_;
  NamesTable names_;
  ChartPlace feelings_;
};

}  // namespace attune::ui
