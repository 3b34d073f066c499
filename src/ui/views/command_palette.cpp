#include "ui/views/command_palette.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ui/state/fuzzy.hpp"
#include "ui/views/commands_offered.hpp"
#include "ui/widgets/fields.hpp"
#include "ui/widgets/overlays.hpp"

namespace attune::ui {
namespace {

constexpr float kPaletteWidth = 560;

struct Found {
  const Offer* offer;
  Fit fit;
};

// Those that fit, the best first; as they stood where they fit alike. What is looked for may also be the
// kind: "page".
std::vector<Found> find(const std::vector<Offer>& offers, std::string_view typed) {
  std::vector<Found> found;
  for (const Offer& offer : offers) {
    const std::string_view name = std::string_view{offer.label}.substr(0, offer.label.find("###"));
    if (auto own = fit(typed, name)) {
      own->score = own->score * 8 - static_cast<int>(name.size() / 8);
      found.push_back({&offer, std::move(*own)});
    } else if (const auto kind = fit(typed, std::string{name} + " " + offer.note)) {
      found.push_back({&offer, {.score = kind->score, .letters = {}}});
    }
  }
  if (!typed.empty()) {
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const Found& one) { return one.fit.score; });
  }
  return found;
}

}  // namespace

void CommandPalette::draw(Frame& frame, bool has_pages, bool is_pressed_again) {
  const Strings& strings = frame.strings;
  std::vector<Offer> offers;
  const Offer* taken = nullptr;
  {
    const Dialog dialog(strings.label(Text::FindCommand, kCommandPalette), kPaletteWidth, DialogPlace::AtTop);
    if (!dialog.is_open()) {
      state_ = {};  // it opens empty the next time
      return;
    }
    const std::string placeholder = strings.say(Text::FindCommandPlaceholder);
    const FieldOptions options{.placeholder = placeholder, .shows_label = false};
    if (suggest_field(strings.label(Text::FindCommand, "find-command"), state_.typed, state_.list,
                      state_.marked_item, options)) {
      state_.marked = 0;
    }
    offers = commands_offered(frame, has_pages);
    const std::vector<Found> found = find(offers, state_.typed);
    const std::string nothing = strings.say(Text::NoSuchCommand);
    std::vector<Suggestion> suggestions;
    for (const auto& [offer, fit] : found)
      suggestions.push_back({offer->label, offer->note, offer->icon, fit.letters});
    if (const auto at = suggestion_list(strings.label(Text::FindCommand, "commands"), suggestions, state_,
                                        {.nothing = nothing}))
      taken = found[*at].offer;
    if (taken != nullptr || is_pressed_again) dialog.close();
  }
  if (taken != nullptr) taken->take(frame);
}

}  // namespace attune::ui
