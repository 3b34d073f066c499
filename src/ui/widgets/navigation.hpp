// The frame of the application: a rail of destinations at the left, narrow below kNarrowWidth, a bar at the
// bottom below kPhoneWidth (those that are not on it behind its last button); and the scrolling content
// beside it.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <span>
#include <string_view>

#include "ui/widgets/icon.hpp"

namespace attune::ui {

struct Destination {
  std::string_view label;  // "Overview###overview"
  Icon icon = Icon::None;
  std::string_view badge = {};  // "3"
  std::string_view group = {};  // "Who they are": a heading above the first of its destinations
  bool is_on_bar = true;        // on a phone; at most five are
};

struct ShellTexts {
  std::string_view product;    // "Attune"
  std::string_view menu = {};  // what the navigation is called
  std::string_view more = {};  // "More###more-pages": where there are destinations that are not on the bar
};

// Fills the canvas. Everything until it goes out of scope is the content ("main"), which scrolls.
//   const Shell shell({.product = "Attune"}, destinations, selected);
class Shell {
 public:
  // `selected` changes when a destination is chosen; is_changed() tells.
  Shell(const ShellTexts& texts, std::span<const Destination> destinations, std::size_t& selected);
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;
  [[nodiscard]] bool is_changed() const noexcept { return is_changed_; }
  // The keyboard goes to the content as a whole, where something else than the navigation led to it.
  void focus_content() const;

 private:
  bool is_changed_ = false;
  ImGuiID content_ = 0;
};

// The title line of a page: heading of level 1, a sentence below it, and room for buttons at the right
// (drawn by what comes next, on the same line, until end).
class PageHeader {
 public:
  PageHeader(std::string_view title, std::string_view caption = {}, float actions_width_css = 0);
  ~PageHeader();
  PageHeader(const PageHeader&) = delete;
  PageHeader& operator=(const PageHeader&) = delete;

 private:
  float bottom_ = 0;
};

}  // namespace attune::ui
