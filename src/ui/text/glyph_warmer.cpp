#include "ui/text/glyph_warmer.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <string_view>

#include "chart/text_measure.hpp"
#include "ui/context.hpp"

namespace attune::ui {
namespace {

struct Setting {
  Face face;
  float size;  // CSS pixels
};
// In the order in which a page needs them.
constexpr std::array kSettings{Setting{Face::Regular, kTypeSmall},
                               Setting{Face::Semibold, kTypeBody},
                               Setting{Face::Regular, kTypeBody},
                               Setting{Face::Semibold, kTypeSmall},
                               Setting{Face::Semibold, kTypeDisplay},
                               Setting{Face::Semibold, kTypeTitle},
                               Setting{Face::Regular, chart::kSmallText.size}};
// By how often they come in English, German, French and Spanish; then figures and marks.
constexpr std::string_view kLetters =
    "etaoinsrhldcumfpgwybvkxjqz0123456789.,%:()-+?!/&'ETAOINSRHLDCUMFPGWYBVKXJQZ";

}  // namespace

bool GlyphWarmer::work(Context& ui, const std::function<bool()>& is_over) {
  constexpr std::size_t kCount = kSettings.size() * kLetters.size();
  while (next_ < kCount) {
    const Setting& setting = kSettings[next_ / kLetters.size()];
    const char letter = kLetters[next_ % kLetters.size()];
    ImFontBaked* baked = ui.fonts.font(setting.face)->GetFontBaked(px(setting.size));
    (void)baked->FindGlyph(static_cast<ImWchar>(letter));
    ++next_;
    if (is_over()) break;
  }
  return next_ == kCount;
}

}  // namespace attune::ui
