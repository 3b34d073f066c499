// What widgets say of their own accord is said in the language of the interface.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include <catch_amalgamated.hpp>

#include "support/customer_snapshot.hpp"
#include "support/insight_snapshot.hpp"
#include "support/page_layout.hpp"
#include "support/ui_page.hpp"
#include "ui/gallery/gallery.hpp"
#include "ui/state/widget_words.hpp"

using namespace attune;
using namespace attune::ui;
using attune::test::HeadlessCanvas;
using attune::test::Page;
using chart::Language;

namespace {

constexpr std::array kPages{"overview",  "metrics",   "reviews",  "topics", "drivers", "trends",
                            "ask",       "customers", "segments", "value",  "inbox",   "recommendations",
                            "playbooks", "files"};

// Without their ids; the pattern as it is said of four and a half stars and of five.
std::vector<std::string> words_in(Language language) {
  const Words words = widget_words(Strings{language});
  std::vector<std::string> all;
  for (const std::string* word :
       {&words.close, &words.dismiss, &words.cancel, &words.clear, &words.from, &words.to, &words.all,
        &words.chosen, &words.loading, &words.message, &words.start, &words.end, &words.sorts_by_column,
        &words.removes_filter, &words.opens_review, &words.stars_of_five}) {
    const std::string said{visible_part(*word)};
    const std::size_t blank = said.find("{0}");
    all.push_back(blank == std::string::npos ? said : said.substr(blank + 3));
  }
  return all;
}

void collect(HeadlessCanvas& canvas, std::set<std::string>& said) {
  const Semantics& semantics = canvas.semantics();
  for (const MirrorItem& item : semantics.items()) {
    for (const TextRange range : {item.name, item.value, item.description})
      said.emplace(semantics.text(range));
  }
}

// Of all pages of the gallery, with its dialog, drawer, message and a search under way.
std::set<std::string> said_in_gallery(Language language) {
  std::set<std::string> said;
  HeadlessCanvas canvas(1280, 2400);
  Gallery gallery;
  constexpr std::array kTags{"en", "de", "fr", "es"};
  const std::string tag = kTags[static_cast<std::size_t>(language)];
  REQUIRE(gallery.receive_event(R"({"type":"language","language":")" + tag + "\"}"));
  const auto draw = [&] { gallery.draw(); };
  for (const char* page : {"Controls", "Cards", "Table", "Text", "Colours"}) {
    canvas.settle(draw);
    REQUIRE(canvas.press(Role::Link, page, draw));
    collect(canvas, said);
    if (page == std::string_view{"Controls"}) {
      canvas.semantics().set_text_from_page(canvas.find(Role::SearchBox, "Search reviews")->id, "bread");
      canvas.settle(draw);
      REQUIRE(canvas.press(Role::Button, "Show a message", draw));
      collect(canvas, said);
    }
    if (page == std::string_view{"Table"}) {
      canvas.semantics().focus_from_page(canvas.find(Role::Table, "Reviews")->id);
      canvas.settle(draw);
      canvas.key("ArrowDown", draw);
      collect(canvas, said);
    }
  }
  return said;
}

bool says(const std::set<std::string>& said, std::string_view word) {
  return std::ranges::any_of(said,
                             [&](const std::string& text) { return text.find(word) != std::string::npos; });
}

}  // namespace

TEST_CASE("every word of the widgets is heard in the gallery, in the language of the interface",
          "[ui][words]") {
  const Language language =
      GENERATE(Language::English, Language::German, Language::French, Language::Spanish);
  const std::set<std::string> said = said_in_gallery(language);
  const std::vector<std::string> english = words_in(Language::English);
  const std::vector<std::string> own = words_in(language);
  for (std::size_t at = 0; at < own.size(); ++at) {
    INFO(own[at] << " for " << english[at]);
    const bool is_rare =
        own[at] == visible_part(widget_words(Strings{language}).loading) ||
        own[at] == widget_words(Strings{language}).all;  // rows come at once; sources are chosen
    if (!is_rare) CHECK(says(said, own[at]));
    const bool is_shared = std::ranges::find(own, english[at]) != own.end();
    if (language != Language::English && !is_shared)
      CHECK_FALSE(said.contains(english[at]));  // "End" is in "Ende"
  }
}

TEST_CASE("no page says a text of the catalogue in another language than its own", "[ui][words]") {
  const auto [tag, language] = GENERATE(std::pair{"de", Language::German}, std::pair{"fr", Language::French},
                                        std::pair{"es", Language::Spanish});
  std::set<std::string> own, foreign;
  for (std::size_t at = 0; at < text_count(); ++at)
    own.emplace(catalogue_entry(static_cast<Text>(at), language));
  for (std::size_t at = 0; at < text_count(); ++at) {
    const std::string english{catalogue_entry(static_cast<Text>(at), Language::English)};
    if (!own.contains(english)) foreign.insert(english);
  }
  auto snapshot = test::full_snapshot();
  snapshot.insight = test::full_insight();
  snapshot.customers = test::full_customers();
  Page page(1600, 2400);
  page.tell(std::string{R"({"type":"language","language":")"} + tag + "\"}");
  page.load(snapshot);
  const Strings strings{language};
  for (const std::string_view path : kPages) {
    page.go_to(path);
    std::set<std::string> said;
    collect(page.canvas, said);
    for (const std::string& text : said) {
      INFO(path << ": " << text);
      CHECK_FALSE(foreign.contains(text));
    }
    CHECK(page.shows(Role::Button, strings.say(Text::Settings)));
  }
  page.go_to("reviews?row=9&search=bread&stars=1");
  CHECK(page.shows(Role::Button, strings.say(Text::Close)));
  CHECK(page.shows(Role::Button, strings.say(Text::Clear)));
  std::set<std::string> said;
  collect(page.canvas, said);
  for (const std::string& text : said) {
    INFO(text);
    CHECK_FALSE(foreign.contains(text));
  }
}

TEST_CASE("another language changes the widgets' words at once", "[ui][words]") {
  Page page;
  page.load(test::full_snapshot());
  page.go_to("reviews?row=9");
  CHECK(page.shows(Role::Button, "Close"));
  page.tell(R"({"type":"language","language":"fr"})");
  page.settle();
  CHECK_FALSE(page.shows(Role::Button, "Close"));
  CHECK(page.shows(Role::Button, "Fermer"));
}
