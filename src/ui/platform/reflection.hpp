// Right to left: a frame is laid out from left to right as ever, and the whole stage is reflected once at its
// end.
//
// The canvas reflects what was drawn, the pointer and the arrow keys; semantics the mirror's boxes. So
// widgets and views know one direction only, and what is drawn, pressed and read aloud cannot disagree. What
// a looking glass would spoil (letters, a tick, a magnifier) is drawn Upright: reflected within its own box
// beforehand.
#pragma once

struct ImDrawData;
struct ImDrawList;

namespace attune::ui {

// What is added to `list` in its lifetime comes out of the reflection as it was drawn, at the box's place.
// Does nothing where the interface reads from left to right, or inside another one.
class Upright {
 public:
  // The edges of the box, in device pixels. Whole ones keep glyphs on the pixel grid.
  Upright(ImDrawList& list, float left, float right);
  ~Upright();
  Upright(const Upright&) = delete;
  Upright& operator=(const Upright&) = delete;

 private:
  ImDrawList* list_ = nullptr;  // null: nothing to do
  int first_vertex_ = 0;
  float edges_ = 0;  // their sum: x becomes edges_ - x
};

// The whole frame, about the middle of the display. Triangles turn their other side: nothing here is culled
// by it.
void reflect(ImDrawData& data);

}  // namespace attune::ui
