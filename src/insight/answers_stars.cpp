#include "insight/answers_stars.hpp"

#include <algorithm>
#include <string_view>

#include "insight/answers_lexicon.hpp"

namespace attune::insight {
namespace {

constexpr std::string_view kStars = "star|stars|sterne|stern|sternen|etoile|etoiles|estrella|estrellas";
constexpr std::string_view kBelow = "below|under|unter|sous|bajo|debajo";
constexpr std::string_view kAbove = "above|over|uber|dessus|sobre";
constexpr std::string_view kThan = "than|als|de";
constexpr std::string_view kFewer = "less|fewer|lower|worse|weniger|moins|menos";
constexpr std::string_view kMore = "more|higher|better|mehr|plus|mas";
constexpr std::string_view kOnly = "only|just|nur|seulement|solo|solamente";
constexpr std::string_view kAnd = "and|or|to|oder|und|ou|et|o|y|bis|a";
constexpr std::string_view kUpTo = "to|bis|a";

std::string_view without_dash(std::string_view word) {
  return word.ends_with('-') ? word.substr(0, word.size() - 1) : word;
}

class StarReader {
 public:
  explicit StarReader(QuestionWords& words) : words_{words} {}

  std::vector<int> read() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (!read_compound(at)) read_number(at);
    }
    if (stars_.empty() &&
        words_.has_any_phrase({"low ratings", "low rating", "bad ratings", "poor ratings", "low rated",
                               "lowest ratings", "low-rated reviews", "bad rating", "badly rated",
                               "schlechte bewertungen", "schlechten bewertungen", "mauvaises notes",
                               "malas notas", "malas valoraciones"}))
      stars_ = {1, 2};
    if (stars_.empty() && words_.has_any_phrase({"high ratings", "good ratings", "top ratings", "high rated",
                                                 "gute bewertungen", "guten bewertungen", "bonnes notes",
                                                 "buenas notas", "buenas valoraciones"}))
      stars_ = {4, 5};
    std::sort(stars_.begin(), stars_.end());
    return std::move(stars_);
  }

 private:
  void add(int star) {
    if (star >= 1 && star <= 5 && std::find(stars_.begin(), stars_.end(), star) == stars_.end())
      stars_.push_back(star);
  }
  void add_range(int first, int last) {
    for (int star = first; star <= last; ++star) add(star);
  }

  // "1-star", "1-Sterne-Bewertungen", "4- or 5-star"
  bool read_compound(std::size_t at) {
    const std::string_view word = words_.at(at);
    const std::size_t dash = word.find('-');
    if (dash == std::string_view::npos) return false;
    const std::string_view rest = word.substr(dash + 1);
    if (!is_one_of(rest.substr(0, rest.find('-')), kStars)) return false;
    add(small_number(word.substr(0, dash)));
    words_.use(at, 1);
    if (at >= 2 && is_one_of(words_.at(at - 1), kAnd) && small_number(without_dash(words_.at(at - 2))) > 0) {
      add(small_number(without_dash(words_.at(at - 2))));
      words_.use(at - 2, 2);
    }
    return true;
  }

  // "five stars", "less than 3 stars", "4 or 5 stars", "at least 4 stars"
  void read_number(std::size_t at) {
    if (!is_one_of(words_.at(at), kStars) || at == 0) return;
    const int star = small_number(words_.at(at - 1));
    if (star < 1 || star > 5) return;
    words_.use(at - 1, 2);
    const std::string_view before = at >= 2 ? words_.at(at - 2) : std::string_view{};
    const std::string_view earlier = at >= 3 ? words_.at(at - 3) : std::string_view{};
    const bool is_than = is_one_of(before, kThan);
    if (is_one_of(before, kBelow) || (is_than && is_one_of(earlier, kFewer))) {
      add_range(1, star - 1);
    } else if (is_one_of(before, kAbove) || (is_than && is_one_of(earlier, kMore))) {
      add_range(star + 1, 5);
    } else if (is_one_of(before, "least|mindestens|moins|menos")) {  // "at least", "au moins", "al menos"
      add_range(star, 5);
    } else if (is_one_of(before, "most|hochstens|plus|mas")) {  // "at most", "au plus"
      add_range(1, star);
    } else {
      add(star);
      if (is_one_of(before, kAnd) && small_number(earlier) > 0) {
        const int first = small_number(earlier);
        if (is_one_of(before, kUpTo)) add_range(first, star);
        add(first);
        words_.use(at - 3, 2);
      } else if (is_one_of(before, kOnly)) {
        words_.use(at - 2, 1);
      }
      return;
    }
    // What was said with the number.
    words_.use(at - 2, 1);
    if (is_than || is_one_of(earlier, "at|au|al|mit")) words_.use(at - 3, 1);
  }

  QuestionWords& words_;
  std::vector<int> stars_;
};

}  // namespace

std::vector<int> find_stars(QuestionWords& words) { return StarReader{words}.read(); }

}  // namespace attune::insight
