// Surfaces that hold content: cards, figures, quotes, empty states, the place to drop files.
#pragma once

#include <imgui.h>

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {

struct CardOptions {
  float padding = kSpace5;
  std::string_view caption = {};  // below the title, soft
  bool is_flat = false;           // no border, no shadow, on the sunken colour
};
// A card with an optional title (a heading of level 2, or 3 inside another titled card); everything until it
// goes out of scope stands on it.
//   const Card card("Rating by month###rating");
class Card {
 public:
  explicit Card(std::string_view title, const CardOptions& options = {});
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

 private:
  ImDrawListSplitter splitter_;
  CardOptions options_;
  bool has_title_ = false;
  ImVec2 corner_;
  float width_, padding_, wanted_height_;
  std::optional<Area> area_;
};

struct KpiTile {
  std::string_view label;          // "Mean rating"
  std::string_view value;          // "4.3"; "" shows a dash
  std::string_view unit = {};      // "of 5"
  std::string_view interval = {};  // "4.2 to 4.4, 1,234 reviews"
  std::string_view change = {};    // "+0.2 since May"
  Tone change_tone = Tone::Neutral;
  std::string_view help = {};  // how it is computed; a tooltip
  // Draws into the slot (device pixels) and is described by `sparkline_summary`.
  std::function<void(ImDrawList& list, ImVec2 low, ImVec2 high)> sparkline = {};
  std::string_view sparkline_summary = {};
};
void kpi_tile(const KpiTile& tile);

// The large figure of a tile: smaller rather than cut where it is too wide.
void tile_value(std::string_view value, Ink ink = Ink::Normal);

struct QuoteCard {
  std::string_view text;
  std::span<const TextSpan> highlights = {};
  std::string_view source = {};       // "Google, 3 May 2024, Ceramic mug"
  std::optional<double> rating = {};  // stars 1..5
  Tone tone = Tone::Neutral;
  int max_lines = 6;
};
// True when it was pressed, to open the whole review.
bool quote_card(std::string_view id, const QuoteCard& quote);

// Five stars with halves and quarters, spoken as "4.5 of 5 stars".
void stars(double rating, float size_css = 15);
void draw_stars(ImDrawList& list, ImVec2 position, double rating, float size);

struct EmptyState {
  Icon icon = Icon::Search;
  std::string_view title;  // "No review matches these filters"
  std::string_view hint = {};
  std::string_view action = {};  // "Clear all filters###clear"
};
// True when its action was pressed.
bool empty_state(const EmptyState& state);

// A chart's place: reserved in the layout, told to the mirror as a figure with a summary sentence.
// Returns false when nothing of it is in view: then nothing needs to be drawn.
struct Figure {
  ImVec2 low, high;  // device pixels
  bool is_visible;
  bool is_hovered;
};
Figure figure(std::string_view label, std::string_view summary, float height_css);

// A large dashed surface. Files are dropped on the page; it is lit while `is_file_over`.
struct DropZone {
  std::string_view title, hint;
  bool is_file_over = false;
};
class DropZoneSurface {
 public:
  explicit DropZoneSurface(const DropZone& zone);
  ~DropZoneSurface();  // what was drawn meanwhile (buttons) stands inside
  DropZoneSurface(const DropZoneSurface&) = delete;
  DropZoneSurface& operator=(const DropZoneSurface&) = delete;

 private:
  ImDrawListSplitter splitter_;
  ImVec2 corner_;
  float width_, padding_;
  bool is_lit_;
  std::optional<Area> area_;
};

}  // namespace attune::ui
