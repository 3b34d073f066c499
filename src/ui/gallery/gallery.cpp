#include "ui/gallery/gallery.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>
#include <variant>

#include "protocol/events.hpp"
#include "ui/clipping_commands.hpp"
#include "ui/context.hpp"
#include "ui/gallery/sample_rows.hpp"
#include "ui/state/sentences.hpp"
#include "ui/state/widget_words.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/surfaces.hpp"
#include "ui/widgets/tone.hpp"

namespace attune::ui {
namespace {

constexpr std::array<Destination, 5> kPages{{{"Controls", Icon::Settings},
                                             {"Cards", Icon::Overview},
                                             {"Table", Icon::Reviews, "1 M"},
                                             {"Text", Icon::Report},
                                             {"Colours", Icon::Sun}}};

void draw_sample_line(ImDrawList& list, ImVec2 low, ImVec2 high) {
  constexpr std::array kHeights{0.3F, 0.36F, 0.28F, 0.45F, 0.52F, 0.48F, 0.66F, 0.6F, 0.78F};
  for (std::size_t at = 0; at < kHeights.size(); ++at) {
    const float x = low.x + (high.x - low.x) * static_cast<float>(at) / (kHeights.size() - 1);
    list.PathLineTo({x, high.y - (high.y - low.y) * kHeights[at]});
  }
  list.PathStroke(palette().accent.packed(), 0, px(2));
}

}  // namespace

Appearance Gallery::appearance(const Preferences& preferences) const {
  switch (appearance_) {
    case 1:
      return Appearance::Light;
    case 2:
      return Appearance::Dark;
    case 3:
      return preferences.is_dark ? Appearance::DarkHighContrast : Appearance::LightHighContrast;
    default:
      return Application::appearance(preferences);
  }
}

Result<void> Gallery::receive_event(std::string_view json) {
  const auto event = protocol::parse_event(json);
  if (!event) return event.error();
  if (const auto* notice = std::get_if<protocol::Notice>(&*event))
    toasts_.show({.message = sentence_of(*notice, strings_)});
  if (const auto* chosen = std::get_if<protocol::LanguageChosen>(&*event))
    strings_ = strings_from_tag(chosen->tag);
  return {};
}

std::vector<std::string> Gallery::take_commands() { return std::exchange(commands_, {}); }

void Gallery::draw() {
  if (spoken_ != strings_) {
    spoken_ = strings_;
    context().words = widget_words(strings_);
    context().is_right_to_left = strings_.is_right_to_left();
  }
  draw_page();
  for (const protocol::PageCommand& command : take_clipping_commands())
    commands_.push_back(protocol::write_command(command));
}

void Gallery::draw_page() {
  const Shell shell({.product = "Attune", .menu = "Gallery"}, kPages, page_);
  if (page_ == 2) {
    draw_table();
    toasts_.draw();
    return;
  }
  {
    const PageHeader header("Gallery", "Every widget, in all its states.", 272);
    constexpr std::array<std::string_view, 4> kAppearances{"System", "Light", "Dark", "Contrast"};
    segmented("Appearance", kAppearances, appearance_);
  }
  switch (page_) {
    case 0:
      draw_controls();
      break;
    case 1:
      draw_cards();
      break;
    case 3:
      draw_text();
      break;
    default:
      draw_colours();
      break;
  }
  if (toasts_.draw()) ++presses_;
}

void Gallery::draw_controls() {
  Columns columns("controls", {.min_width = 380, .max_count = 2});
  columns.next();
  {
    const Card card("Buttons", {.caption = "One primary action in view at a time."});
    if (button("Choose files", {.kind = ButtonKind::Primary, .icon = Icon::Upload})) ++presses_;
    flow(170);
    if (button("Choose a folder", {.icon = Icon::Folder})) ++presses_;
    flow(110);
    button("Not now", {.kind = ButtonKind::Quiet});
    flow(120);
    if (button("Forget everything", {.kind = ButtonKind::Danger})) open_dialog("forget");
    button("Disabled###off", {.is_enabled = false});
    flow(90);
    button("Disabled###primary off", {.kind = ButtonKind::Primary, .is_enabled = false});
    flow(80);
    button("Small", {.is_small = true, .tooltip = "A small button, for rows of tools"});
    flow(40);
    icon_button("Copy link", Icon::Link);
    flow(40);
    icon_button("Download", Icon::Download);
    label("Pressed " + std::to_string(presses_) + " times");
    link("How this is computed");
  }
  columns.next();
  {
    const Card card("Choices");
    checkbox("Only with text", is_checked_);
    flow(160);
    bool is_off = false;
    checkbox("Not available", is_off, false);
    toggle("Explain words", is_on_);
    space(kSpace4);
    constexpr std::array<std::string_view, 3> kSegments{"Rating", "Feeling", "Number of reviews"};
    segmented("Measure", kSegments, segment_);
    space(kSpace4);
    if (filter_chip("Negative", is_chip_on_)) is_chip_on_ = !is_chip_on_;
    flow(90);
    filter_chip("Positive", false);
    if (has_removable_chip_) {
      flow(140);
      if (filter_chip("1 to 2 stars###stars", true, true)) has_removable_chip_ = false;
    }
    space(kSpace4);
    pill("Negative", Tone::Negative);
    flow(80);
    pill("Neutral", Tone::Neutral);
    flow(80);
    pill("Positive", Tone::Positive);
    flow(110);
    pill("Needs an answer", Tone::Warning, Icon::Bell);
    flow(80);
    pill("New", Tone::Accent, Icon::Sparkle);
  }
  columns.next();
  {
    const Card card("Lists and ranges");
    constexpr std::array<std::string_view, 5> kChoices{"Newest first", "Oldest first", "Worst first",
                                                       "Best first", "Longest first"};
    select("Order", kChoices, choice_);
    constexpr std::array<std::string_view, 4> kSources{"Google", "Trustpilot", "Web shop", "E-mail"};
    multi_select("Sources", kSources, sources_);
    char days[16];
    std::snprintf(days, sizeof days, "%d days", static_cast<int>(threshold_));
    slider("Silent for", threshold_, {.minimum = 7, .maximum = 180, .step = 1, .value_text = days});
    date_range("Period", days_);
  }
  columns.next();
  {
    const Card card("Fields");
    text_field("Name of the shop", name_, {.placeholder = "As customers know it"});
    search_box("Search reviews", search_, {.placeholder = "Words, \"phrases\", -without"});
    std::string wrong = "31.02.2024";
    text_field("First day", wrong, {.problem = "There is no such day; write it as 2024-02-28"});
    text_field("Note", note_, {.placeholder = "What did you do about it?", .lines = 3});
  }
  columns.next();
  {
    const Card card("Progress");
    progress({.label = "Reading reviews.csv",
              .done = 12300,
              .total = 40000,
              .detail = "12,300 of 40,000 rows, about 4 s left"});
    space(kSpace4);
    if (button("Show a message"))
      toasts_.show({.message = "The link was copied", .tone = Tone::Positive, .action = "Undo"});
    flow(140);
    if (button("Show a failure"))
      toasts_.show({.message = "The file could not be read. Choose another one.", .tone = Tone::Negative});
  }
  if (const Dialog dialog{"Forget everything?###forget"}; dialog.is_open()) {
    paragraph(
        "The files you opened and what was learned from them are removed from this page. The files "
        "themselves stay where they are.",
        kSoft);
    space(kSpace5);
    if (button("Forget", {.kind = ButtonKind::Primary})) {
      presses_ = 0;
      dialog.close();
    }
    same_line();
    if (button("Keep", {.kind = ButtonKind::Quiet})) dialog.close();
  }
}

void Gallery::draw_cards() {
  {
    Columns figures("figures", {.min_width = 220});
    figures.next();
    kpi_tile({.label = "Mean rating",
              .value = "4.3",
              .unit = "of 5",
              .interval = "4.2 to 4.4, from 1,204 reviews",
              .change = "+0.2 since May",
              .change_tone = Tone::Positive,
              .help = "The mean of all star ratings",
              .sparkline = draw_sample_line,
              .sparkline_summary = "Rising from 4.0 to 4.3 over nine months"});
    figures.next();
    kpi_tile({.label = "Negative reviews",
              .value = "12",
              .unit = "%",
              .interval = "10 to 14 %, from 1,180 reviews",
              .change = "+3 points since May",
              .change_tone = Tone::Negative});
    figures.next();
    kpi_tile({.label = "Reviews", .value = "1,204", .interval = "3 March 2022 to 9 June 2024"});
    figures.next();
    kpi_tile({.label = "Likely to leave", .value = "", .interval = "Add an order file to see this"});
  }
  space(kSpace4);
  {
    Columns columns("cards", {.min_width = 380, .max_count = 2});
    columns.next();
    {
      const Card card("What customers praise", {.caption = "The strongest of 820 positive reviews"});
      constexpr std::array kSpans{TextSpan{4, 19, 0.8F}, TextSpan{44, 58, 0.6F}};
      quote_card(
          "praise 1",
          {.text =
               "The friendly people at the counter, and the best rye bread in town, every single morning.",
           .highlights = kSpans,
           .source = "Google, 3 May 2024",
           .rating = 5,
           .tone = Tone::Positive});
      quote_card("praise 2", {.text = "Arrived a day early, packed with care.",
                              .source = "Web shop, Ceramic mug",
                              .rating = 4.5,
                              .tone = Tone::Positive});
    }
    columns.next();
    {
      const Card card("What customers complain about", {.caption = "The strongest of 141 negative reviews"});
      constexpr std::array kSpans{TextSpan{0, 14, -0.9F}, TextSpan{36, 53, -0.5F}};
      quote_card("complaint 1",
                 {.text = "Waited an hour for two coffees, and nobody apologised when they came cold.",
                  .highlights = kSpans,
                  .source = "Google, 21 May 2024",
                  .rating = 1,
                  .tone = Tone::Negative});
      quote_card(
          "complaint 2",
          {.text =
               "\xD8\xA7\xD9\x84\xD8\xAA\xD9\x88\xD8\xB5\xD9\x8A\xD9\x84 "
               "\xD9\x85\xD8\xAA\xD8\xA3\xD8\xAE\xD8\xB1 \xD8\xAC\xD8\xAF\xD8\xA7\xD9\x8B \xF0\x9F\x98\xA1",
           .source = "App store",
           .rating = 2,
           .tone = Tone::Negative});
    }
    columns.next();
    {
      const Card card("A chart's place");
      const Figure place = figure("Rating by month",
                                  "Rising from 4.0 in January to 4.3 in September, from 1,204 reviews", 160);
      if (place.is_visible) draw_sample_line(*ImGui::GetWindowDrawList(), place.low, place.high);
    }
    columns.next();
    {
      const Card card("Nothing here yet");
      empty_state({.icon = Icon::Search,
                   .title = "No review matches these filters",
                   .hint = "Try fewer words, or a longer period.",
                   .action = "Clear all filters###clear"});
    }
  }
  space(kSpace4);
  const DropZoneSurface zone(
      {.title = "Drop your files here",
       .hint = "Reviews, surveys, tickets, orders: CSV, Excel, JSON, ZIP. They stay on this computer."});
  const bool is_phone = is_phone_width();
  const ButtonOptions primary{.kind = ButtonKind::Primary, .icon = Icon::Upload, .fills_width = is_phone};
  if (!is_phone)
    centre_next(button_width("Choose files", primary) + button_width("Try the sample data") + px(kSpace2));
  button("Choose files", primary);
  if (!is_phone) same_line();
  button("Try the sample data", {.fills_width = is_phone});
}

void Gallery::draw_table() {
  constexpr std::array<TableColumn, 5> kColumns{
      {{.id = "date", .title = "Date", .width = 110, .is_sortable = true},
       {.id = "rating", .title = "Rating", .width = 110, .is_sortable = true},
       {.id = "feeling", .title = "Feeling", .width = 110, .is_sortable = true},
       {.id = "text", .title = "Review", .width = 220, .stretch = 1},
       {.id = "orders",
        .title = "Orders",
        .width = 90,
        .is_sortable = true,
        .is_numeric = true,
        .hidden_below = 760}}};
  static_assert(kColumns.size() == SampleRows::kColumnCount);
  bool covers_page = false;
  if (is_drawer_open_) {
    const Drawer drawer("Review###drawer", is_drawer_open_, 380);
    covers_page = drawer.covers_page();
    if (table_.selected) {
      paragraph(SampleRows{}.cell(*table_.selected, 3).text);
      space(kSpace4);
      stars(SampleRows{}.cell(*table_.selected, 1).number);
    }
  }
  if (covers_page) return;
  { const PageHeader header("Table", "A million rows, of which only those in view are asked for."); }
  SampleRows rows;
  const TableResult result = data_table("Reviews", kColumns, rows, table_, {.row_height = 52, .lines = 2});
  if (result.is_selection_changed || result.is_opened) is_drawer_open_ = true;
}

void Gallery::draw_text() {
  Columns columns("text", {.min_width = 420, .max_count = 2});
  columns.next();
  {
    const Card card("Four sizes");
    for (const TextSize size : {TextSize::Display, TextSize::Title, TextSize::Body, TextSize::Small}) {
      label("Rye bread, 250 g", {.size = size});
    }
    label("Semibold, italic and monospace", {.face = Face::Semibold});
    label("Semibold, italic and monospace", {.face = Face::Italic});
    label("Semibold, italic and monospace", {.face = Face::Monospace});
    label("Soft and faint", kSoft);
    label("Soft and faint", {.ink = Ink::Faint});
  }
  columns.next();
  {
    const Card card("Every script");
    for (const char* line : {"Gr\xC3\xBC\xC3\x9F"
                             "e \xCE\x95\xCE\xBB\xCE\xBB\xCE\xB7\xCE\xBD\xCE\xB9\xCE\xBA\xCE\xAC "
                             "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82",
                             "\xE4\xBD\xA0\xE5\xA5\xBD\xE4\xB8\x96\xE7\x95\x8C "
                             "\xE3\x81\x93\xE3\x82\x93\xE3\x81\xAB\xE3\x81\xA1\xE3\x81\xAF "
                             "\xEC\x95\x88\xEB\x85\x95\xED\x95\x98\xEC\x84\xB8\xEC\x9A\x94",
                             "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 "
                             "\xD8\xA8\xD8\xA7\xD9\x84\xD8\xB9\xD8\xA7\xD9\x84\xD9\x85 123",
                             "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D",
                             "\xE0\xA4\xB9\xE0\xA4\xBF\xE0\xA4\xA8\xE0\xA5\x8D\xE0\xA4\xA6\xE0\xA5\x80 "
                             "\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2",
                             "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 \xF0\x9F\x87\xA9\xF0\x9F\x87\xAA "
                             "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD team"}) {
      label(line);
    }
  }
  columns.next(2);
  {
    const Card card("Paragraphs");
    paragraph(
        "A paragraph breaks where it should: between words, after a hyphen in a well-known-compound, and "
        "inside a word only when it is wider "
        "than the line. Lines are one and a half times as high as the letters, and no longer than can be "
        "read at ease.",
        kBody, {.max_width = kReadingWidth});
    space(kSpace4);
    paragraph(
        "\xD8\xA7\xD9\x84\xD8\xAE\xD8\xA8\xD8\xB2 \xD8\xB7\xD8\xA7\xD8\xB2\xD8\xAC \xD9\x83\xD9\x84 "
        "\xD8\xB5\xD8\xA8\xD8\xA7\xD8\xAD \xD9\x88\xD8\xA7\xD9\x84\xD8\xAE\xD8\xAF\xD9\x85\xD8\xA9 "
        "\xD9\x85\xD9\x85\xD8\xAA\xD8\xA7\xD8\xB2\xD8\xA9",
        kBody, {.max_width = kReadingWidth});
    space(kSpace4);
    paragraph(
        "Cut after two lines, because a table row has room for no more of it. What does not fit is still "
        "read aloud, and shown when the row is opened, "
        "so nothing is lost by keeping the overview calm and even for everyone who looks at it.",
        kSoft, {.max_lines = 2, .max_width = 420});
  }
}

void Gallery::draw_colours() {
  const Palette& colours = palette();
  const auto swatches = [](std::string_view title, std::span<const Colour> row) {
    const Card card(title);
    const Figure place = figure(title, "Colour swatches", 44);
    const float width = (place.high.x - place.low.x) / static_cast<float>(row.size());
    float x = place.low.x;
    for (const Colour colour : row) {
      ImGui::GetWindowDrawList()->AddRectFilled({x, place.low.y}, {x + width - px(4), place.high.y},
                                                colour.packed(), px(kRadiusSmall));
      x += width;
    }
  };
  Columns columns("colours", {.min_width = 380, .max_count = 2});
  columns.next();
  swatches("Categories", colours.categories);
  columns.next();
  swatches("Little to much", colours.sequence);
  columns.next();
  swatches("Negative to positive", colours.diverging);
  columns.next();
  swatches("Surfaces",
           std::array{colours.background, colours.surface, colours.sunken, colours.border,
                      colours.border_strong, colours.text_faint, colours.text_soft, colours.text});
}

}  // namespace attune::ui
