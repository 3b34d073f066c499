#include "ui/views/offers.hpp"

#include <string>

#include "ui/state/customer_sentences.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/layout.hpp"
#include "ui/widgets/text.hpp"

namespace attune::ui {

void draw_offer_list(Frame& frame, std::span<const protocol::Offer> offers, bool can_open) {
  const Strings& strings = frame.strings;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const protocol::Offer& offer = offers[i];
    const std::string name = std::to_string(i + 1) + ". " + offer.name;
    space(kSpace2);
    if (can_open) {
      if (link(name + "###offer-" + std::to_string(offer.item),
               {.ink = Ink::Accent, .face = Face::Semibold})) {
        open_product(frame, offer.item);
      }
    } else {
      label(name, kStrong);
    }
    paragraph(reason_text(offer.why, strings), kCaption, {.max_lines = 2});
  }
}

void open_product(Frame& frame, std::uint32_t item) {
  frame.view.page = PageName::Recommendations;
  frame.view.own().set("by", "product");
  frame.view.own().set("item", std::uint64_t{item});
}

}  // namespace attune::ui
