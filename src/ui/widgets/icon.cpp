#include "ui/widgets/icon.hpp"

#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <string_view>

namespace attune::ui {
namespace {

// A path language of five letters on the 24-unit grid: M x y move, L x y line, C x y r circle, A x y r from
// to arc (degrees, clockwise from the right), Z closes. Each M, C or A begins a new stroke unless A follows M
// or L.
constexpr std::string_view path_of(Icon icon) {
  switch (icon) {
    case Icon::None:
      return "";
    case Icon::Overview:
      return "M 4 4 L 10 4 L 10 12 L 4 12 Z M 14 4 L 20 4 L 20 8 L 14 8 Z M 14 12 L 20 12 L 20 20 L 14 20 Z "
             "M 4 16 L 10 16 L 10 20 L 4 20 Z";
    case Icon::Reviews:
      return "M 4 5 L 20 5 L 20 16 L 11 16 L 7 20 L 7 16 L 4 16 Z M 8 9 L 16 9 M 8 12.5 L 13 12.5";
    case Icon::People:
      return "C 9 8 3.5 A 9 20 6 180 360 A 15.5 8 3.2 270 450 A 15 20 6 310 360";
    case Icon::Topics:
      return "M 4 7 L 20 7 M 4 12 L 15 12 M 4 17 L 10 17";
    case Icon::Chat:
      return "M 4 5 L 20 5 L 20 16 L 11 16 L 7 20 L 7 16 L 4 16 Z";
    case Icon::Report:
      return "M 6 3.5 L 14 3.5 L 18.5 8 L 18.5 20.5 L 6 20.5 Z M 14 3.5 L 14 8 L 18.5 8 M 9 13 L 15.5 13 M 9 "
             "16.5 L 13.5 16.5";
    case Icon::Files:
      return "M 9 3.5 L 15 3.5 L 19 7.5 L 19 16.5 L 9 16.5 Z M 15 3.5 L 15 7.5 L 19 7.5 M 5 7.5 L 5 20.5 L "
             "15 20.5";
    case Icon::Settings:
      return "M 4 8 L 12 8 M 17 8 L 20 8 C 14.5 8 2.3 M 4 16 L 7 16 M 12 16 L 20 16 C 9.5 16 2.3";
    case Icon::Search:
      return "C 10.5 10.5 6 M 15 15 L 20 20";
    case Icon::Close:
      return "M 6 6 L 18 18 M 18 6 L 6 18";
    case Icon::Check:
      return "M 5 12.5 L 10 17.5 L 19 7";
    case Icon::ChevronDown:
      return "M 6.5 9.5 L 12 15 L 17.5 9.5";
    case Icon::ChevronUp:
      return "M 6.5 14.5 L 12 9 L 17.5 14.5";
    case Icon::ChevronRight:
      return "M 9.5 6.5 L 15 12 L 9.5 17.5";
    case Icon::ChevronLeft:
      return "M 14.5 6.5 L 9 12 L 14.5 17.5";
    case Icon::Upload:
      return "M 12 15.5 L 12 4.5 M 7 9 L 12 4.5 L 17 9 M 4.5 15.5 L 4.5 19.5 L 19.5 19.5 L 19.5 15.5";
    case Icon::Download:
      return "M 12 4.5 L 12 15.5 M 7 11 L 12 15.5 L 17 11 M 4.5 15.5 L 4.5 19.5 L 19.5 19.5 L 19.5 15.5";
    case Icon::Folder:
      return "M 3.5 6 L 9 6 L 11 8.5 L 20.5 8.5 L 20.5 18.5 L 3.5 18.5 Z";
    case Icon::Star:
      return "M 12 3.5 L 14.6 9 L 20.5 9.8 L 16.2 13.9 L 17.3 19.8 L 12 17 L 6.7 19.8 L 7.8 13.9 L 3.5 9.8 L "
             "9.4 9 Z";
    case Icon::Filter:
      return "M 4 6 L 20 6 M 7 12 L 17 12 M 10 18 L 14 18";
    case Icon::Calendar:
      return "M 4 6 L 20 6 L 20 20 L 4 20 Z M 4 10.5 L 20 10.5 M 8.5 3.5 L 8.5 8 M 15.5 3.5 L 15.5 8";
    case Icon::Info:
      return "C 12 12 8.5 M 12 11.5 L 12 16.5 M 12 7.7 L 12 8.3";
    case Icon::Warning:
      return "M 12 4 L 21 19.5 L 3 19.5 Z M 12 10 L 12 14 M 12 16.3 L 12 16.9";
    case Icon::Shield:
      return "M 12 3.5 L 19 6 L 19 12 L 17.5 16 L 12 20.5 L 6.5 16 L 5 12 L 5 6 Z M 8.8 12 L 11.2 14.4 L "
             "15.4 9.6";
    case Icon::Link:
      return "M 10 14 L 14 10 M 11 7.5 L 13.5 5 L 16 4.2 L 18.6 5.4 L 19.8 8 L 19 10.5 L 16.5 13 M 13 16.5 L "
             "10.5 19 L 8 19.8 L 5.4 18.6 L 4.2 16 L 5 13.5 L 7.5 11";
    case Icon::Copy:
      return "M 9 9 L 20 9 L 20 20 L 9 20 Z M 15 9 L 15 4 L 4 4 L 4 15 L 9 15";
    case Icon::Picture:
      return "M 4 5 L 20 5 L 20 19 L 4 19 Z M 4 16 L 9 11 L 13 15 L 16 12.5 L 20 16 C 15.5 9 1.2";
    case Icon::Table:
      return "M 4 5 L 20 5 L 20 19 L 4 19 Z M 4 10 L 20 10 M 4 14.5 L 20 14.5 M 10 5 L 10 19";
    case Icon::More:
      return "C 5.5 12 1.4 C 12 12 1.4 C 18.5 12 1.4";
    case Icon::Menu:
      return "M 4 7 L 20 7 M 4 12 L 20 12 M 4 17 L 20 17";
    case Icon::Sun:
      return "C 12 12 4 M 12 3 L 12 5 M 12 19 L 12 21 M 3 12 L 5 12 M 19 12 L 21 12 M 5.6 5.6 L 7 7 M 17 17 "
             "L 18.4 18.4 M 18.4 5.6 L 17 7 M 7 17 L 5.6 18.4";
    case Icon::Moon:
      return "A 12 12 8 60 300 A 16.2 12 6.9 270 90";
    case Icon::Sparkle:
      return "M 12 3.5 L 14 10 L 20.5 12 L 14 14 L 12 20.5 L 10 14 L 3.5 12 L 10 10 Z";
    case Icon::Plus:
      return "M 12 5 L 12 19 M 5 12 L 19 12";
    case Icon::Minus:
      return "M 5 12 L 19 12";
    case Icon::ArrowUp:
      return "M 12 19 L 12 5 M 6.5 10.5 L 12 5 L 17.5 10.5";
    case Icon::ArrowDown:
      return "M 12 5 L 12 19 M 6.5 13.5 L 12 19 L 17.5 13.5";
    case Icon::External:
      return "M 13 4.5 L 19.5 4.5 L 19.5 11 M 19.5 4.5 L 11 13 M 10 6.5 L 4.5 6.5 L 4.5 19.5 L 17.5 19.5 L "
             "17.5 14";
    case Icon::Bell:
      return "M 6 16.5 L 6 11 A 12 10.5 6 180 360 L 18 16.5 L 20 16.5 M 4 16.5 L 18 16.5 M 10 19.5 L 14 19.5";
    case Icon::Heart:
      return "M 12 20 L 4.4 12.2 L 3.5 9.4 L 4.3 6.8 L 6.5 5 L 9.2 5 L 12 7.4 L 14.8 5 L 17.5 5 L 19.7 6.8 L "
             "20.5 9.4 L "
             "19.6 12.2 Z";
    case Icon::Tag:
      return "M 4 4 L 12 4 L 20.5 12.5 L 12.5 20.5 L 4 12 Z C 8.3 8.3 1.2";
    case Icon::Gauge:
      return "A 12 15 8.5 180 360 M 3.5 15 L 3.5 17 M 20.5 15 L 20.5 17 M 12 15 L 16 9.5";
    case Icon::Lever:
      return "M 4 20 L 4 12 L 8 12 L 8 20 Z M 10 20 L 10 7 L 14 7 L 14 20 Z M 16 20 L 16 3.5 L 20 3.5 L 20 "
             "20 Z";
    case Icon::Trend:
      return "M 4 17 L 9.5 11 L 13.5 14 L 20 6.5 M 15 6.5 L 20 6.5 L 20 11.5";
    case Icon::Segments:
      return "C 12 12 8.5 M 12 12 L 12 3.5 M 12 12 L 19.4 16.2 M 12 12 L 4.6 16.2";
    case Icon::Inbox:
      return "M 4 13.5 L 6.5 5 L 17.5 5 L 20 13.5 L 20 19 L 4 19 Z M 4 13.5 L 8.5 13.5 L 10 16 L 14 16 L "
             "15.5 13.5 "
             "L 20 13.5";
    case Icon::Playbook:
      return "M 5 4 L 5 20 M 5 5 L 18 5 L 15 9 L 18 13 L 5 13";
    case Icon::Basket:
      return "M 4 9 L 20 9 L 18 19.5 L 6 19.5 Z M 8.5 9 L 11 4 M 15.5 9 L 13 4";
    case Icon::Undo:
      return "M 9 5 L 4.5 9.5 L 9 14 M 4.5 9.5 L 15 9.5 L 18.5 11 L 19.8 14 L 18.5 17 L 15 18.5 L 10 18.5";
    case Icon::Smile:
      return "C 12 12 8.5 A 12 11.5 4.8 25 155 C 9 9.6 0.7 C 15 9.6 0.7";
    case Icon::Book:
      return "M 12 6.5 L 4 5 L 4 18 L 12 19.5 L 20 18 L 20 5 Z M 12 6.5 L 12 19.5";
  }
  return "";
}

class PathReader {
 public:
  explicit PathReader(std::string_view path) : path_{path} {}

  char letter() {
    skip_spaces();
    return at_ < path_.size() ? path_[at_++] : '\0';
  }
  char peek() {
    skip_spaces();
    return at_ < path_.size() ? path_[at_] : '\0';
  }
  float number() {
    skip_spaces();
    float whole = 0;
    float place = 0;
    for (; at_ < path_.size() && path_[at_] != ' '; ++at_) {
      if (path_[at_] == '.') {
        place = 0.1F;
      } else if (place > 0) {
        whole += place * static_cast<float>(path_[at_] - '0');
        place /= 10;
      } else {
        whole = whole * 10 + static_cast<float>(path_[at_] - '0');
      }
    }
    return whole;
  }

 private:
  void skip_spaces() {
    while (at_ < path_.size() && path_[at_] == ' ') ++at_;
  }
  std::string_view path_;
  std::size_t at_ = 0;
};

constexpr float kDegree = std::numbers::pi_v<float> / 180;

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
  const float unit = size / 24;
  const float thickness = std::fmax(1.25F, size / 24 * 1.75F);
  const ImVec2 corner(centre.x - size / 2, centre.y - size / 2);
  const auto place = [&](float x, float y) { return ImVec2(corner.x + x * unit, corner.y + y * unit); };
  PathReader path(path_of(icon));
  const auto stroke = [&](ImDrawFlags flags) {
    if (list._Path.Size > 1) list.PathStroke(colour, flags, thickness);
    list.PathClear();
  };
  for (char letter = path.letter(); letter != '\0'; letter = path.letter()) {
    if (letter == 'Z') {
      stroke(ImDrawFlags_Closed);
      continue;
    }
    const float x = path.number();
    const float y = path.number();
    if (letter == 'M') stroke(0);
    if (letter == 'M' || letter == 'L') list.PathLineTo(place(x, y));
    if (letter == 'C') {
      stroke(0);
      list.AddCircle(place(x, y), path.number() * unit, colour, 0, thickness);
    }
    if (letter == 'A') {
      const float radius = path.number() * unit;
      const float from = path.number() * kDegree;
      const float to = path.number() * kDegree;
      list.PathArcTo(place(x, y), radius, from, to);
      if (const char next = path.peek(); next != 'L' && next != 'Z') stroke(0);
    }
  }
  stroke(0);
}

}  // namespace attune::ui
